"""What stands in the lanes, for whom, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from app.domain.goods import Kind
from app.domain.instants import print_instant

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from app.domain.board import Standing
    from app.domain.goods import Location
    from app.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Lane:
    """A staging place with what stands in it, the oldest first."""

    place: Location
    standing: tuple[Standing, ...]

    def waits(self, now: datetime) -> timedelta | None:
        """Return how long the oldest units have stood, None for an empty lane."""
        return now - self.standing[0].since if self.standing else None


@dataclass(frozen=True, slots=True)
class LaneMap:
    """All staging places in walking order; beyond ``most`` units have stood too long."""

    as_of: datetime
    most: timedelta
    lanes: tuple[Lane, ...]


def lane_map(desk: Desk) -> LaneMap:
    """Return what stands in every lane of the site."""
    with desk.store.read(desk.stamp()) as work:
        found = groupby(work.boards.staged(), lambda one: one.place)
        standing = {code: tuple(rows) for code, rows in found}
        lanes = work.places.of_kind(Kind.STAGING)
        return LaneMap(
            work.stamp.at,
            work.settings.max_lane_dwell,
            tuple(Lane(lane, standing.get(lane.code, ())) for lane in lanes),
        )


def lanes_json(found: LaneMap) -> dict[str, Any]:
    """Return the lanes as ``lanes --json`` prints them; ages are whole minutes."""
    return {
        "as_of": print_instant(found.as_of),
        "lanes": [_json(lane, found) for lane in found.lanes],
    }


def _json(lane: Lane, found: LaneMap) -> dict[str, Any]:
    waits = lane.waits(found.as_of)
    return {
        "lane": lane.place.code,
        "purpose": lane.place.purpose,
        "units": sum(one.units for one in lane.standing),
        "minutes": None if waits is None else int(waits.total_seconds() // 60),
        "too_long": waits is not None and waits > found.most,
        "orders": [
            {
                "order": one.order,
                "customer": one.customer,
                "units": one.units,
                "since": print_instant(one.since),
            }
            for one in lane.standing
        ],
    }
