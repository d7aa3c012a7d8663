"""What today's arrivals bring within reach: orders, lines and units that can go, by hour.

An order counts in the hour at which the last of all its open units ships; a line likewise.  Both
count only where units off a truck are among them (on a truck still, or on a dock), for what stock
alone completes is no news of the dock, and what lies in its lane is picking's already.  Units are
those off trucks.  An hour is the site's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from app.domain.instants import site_hour
from app.domain.plan.days import local_days, to_instant
from app.domain.plan.supply import DOCK, sums

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.plan.columns import Columns
    from app.domain.plan.facts import Ints


@dataclass(frozen=True, slots=True)
class ReachHour:
    """What can go in the hour from ``start`` (aware, UTC): orders and lines completed, units."""

    start: datetime
    orders: int
    lines: int
    units: int


def reach_of(columns: Columns) -> tuple[ReachHour, ...]:
    """Return the hours of the site's day of the plan in which anything can go, ascending."""
    pegs, owner = columns.pegs, columns.built.ranked.owner
    rows = np.flatnonzero(pegs.source >= DOCK)
    lacking = columns.unmet.place
    orders = _completed(owner[pegs.place], pegs.ships, rows, owner[lacking])
    lines = _completed(pegs.place, pegs.ships, rows, lacking)
    hours: dict[datetime, list[int]] = {}
    _add(hours, 0, columns, orders, np.ones(orders.size, dtype=np.int64))
    _add(hours, 1, columns, lines, np.ones(lines.size, dtype=np.int64))
    _add(hours, 2, columns, pegs.ships[rows], pegs.units[rows])
    return tuple(ReachHour(start, *counts) for start, counts in sorted(hours.items()))


def leaving_of(columns: Columns) -> dict[datetime, int]:
    """Return the units (each) that ship today, whatever their source, by the hour's start."""
    hours: dict[datetime, list[int]] = {}
    _add(hours, 2, columns, columns.pegs.ships, columns.pegs.units)
    return {start: counts[2] for start, counts in sorted(hours.items())}


def _completed(owner: Ints, ships: Ints, arriving: Ints, lacking: Ints) -> Ints:
    """Return when the last unit ships of each owner that lacks none and has some arriving."""
    last = np.zeros(int(owner.max(initial=0)) + 1, dtype=np.int64)
    np.maximum.at(last, owner, ships)
    return np.asarray(last[np.setdiff1d(owner[arriving], lacking)], dtype=np.int64)


def _add(
    hours: dict[datetime, list[int]], kind: int, columns: Columns, instants: Ints, units: Ints
) -> None:
    """Add up by the site's hour what is of the plan's day: few instants, as many as trucks."""
    zone, today = columns.built.rules.zone, columns.built.now.today
    when, where = np.unique(instants, return_inverse=True)
    theirs = local_days(when, zone) == today
    for instant, count in zip(
        when[theirs].tolist(), sums(where, units, when.size)[theirs].tolist(), strict=True
    ):
        start = site_hour(to_instant(instant), zone)
        hours.setdefault(start, [0, 0, 0])[kind] += count
