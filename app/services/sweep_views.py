"""What a screen shows of a sweep besides the answer to a scan; read-only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.services.sweep_rows import rows_json, rows_of, swept_lane
from app.services.sweeping import find_lane

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.services.desk import Desk


@dataclass(frozen=True, slots=True)
class SweepView:
    """A sweep as it stands: units (each) counted and still to scan, and the rows so far."""

    lane: str
    counted: int
    remaining: int
    rows: tuple[Mapping[str, Any], ...]


def sweep_view(number: str, desk: Desk) -> SweepView:
    """Return how the sweep of a lane stands; NotFoundError where there is no such lane."""
    with desk.store.read(desk.stamp()) as work:
        swept = swept_lane(work, desk, find_lane(work, number))
        rows = rows_json(rows_of(work, swept))
        return SweepView(number, swept.counted, swept.comparison.unseen, tuple(rows))
