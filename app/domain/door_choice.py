"""Which door suits a truck best, and why.  Pure: no clock, no I/O.

A door that the truck can have at the wished time goes before one that it cannot; then the one it is
booked for; then the shortest way to the lanes its units go to; then the least equipment that it
does not need, so that rare doors stay free; then the code.

The way from a door to a lane is the one that receiving walks: how many places of the walk lie
between the lane and the ``dock`` location that bears the door's name.  A door from which the way
to any of the lanes is unknown comes after those with a known one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.appointments import (
    MINUTE,
    Booking,
    capacity_conflicts,
    claim_conflicts,
    in_the_way,
    window_conflicts,
)
from app.domain.door_hours import open_until, opening_times
from app.domain.instants import LATEST, site_hour
from app.domain.overruns import AT_DOOR
from app.domain.receiving import LaneRule, Lanes, choose_lane

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from app.domain.appointments import Conflict, Door
    from app.domain.goods import Location
    from app.domain.settings import Settings

LOOK_AHEAD = timedelta(days=1)  # how far beyond the wished time a free one is looked for
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Carry:
    """Where a truck's units go: units (each, > 0) by lane, and the steps by (door, lane)."""

    units: Mapping[str, int] = field(default_factory=dict)
    steps: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def way(self, door: str) -> int | None:
        """Return the steps over which all units are carried; None where not all are known."""
        total = 0
        for lane, units in self.units.items():
            steps = self.steps.get((door, lane))
            if steps is None:
                return None
            total += units * steps
        return total if self.units else None


NOWHERE = Carry()


@dataclass(frozen=True, slots=True)
class DoorOption:
    """One door for one truck, with what speaks for it and what against.

    ``conflicts`` stand against the wished time; without any the door is free from ``start`` up to
    ``free_until`` (None: for a day at least).  With some, ``start`` is when it can first be had,
    None where it cannot within a day or another door is free.
    ``steps`` are walked with a unit on average, None where unknown; ``nearest`` tells that
    no door that can be had is nearer, and that some are farther.
    """

    door: str
    start: datetime | None
    free_until: datetime | None = None
    conflicts: tuple[Conflict, ...] = ()
    steps: int | None = None
    nearest: bool = False

    @property
    def free(self) -> bool:
        """Tell whether the truck can have it at the wished time."""
        return not self.conflicts


def lanes_of(
    shares: Mapping[str, int], own: Mapping[str, Sequence[Location]], lanes: Lanes, rule: str
) -> dict[str, int]:
    """Foresee to which lanes a truck's units go: units (each) by lane, from those by order.

    Each order, in turn, gets what receiving would give it now: its own lane, else the next free
    one.  Under ``least_walking`` a new lane follows the door, so that only orders with a lane
    count.  That an order may go beside others of its ship-to is left to receiving.
    """
    held, found = dict(lanes.units_in), defaultdict[str, int](int)
    for order, units in shares.items():
        mine = own.get(order, ())
        if not mine and rule == LaneRule.LEAST_WALKING:
            continue
        lane = choose_lane(mine, Lanes(lanes.places, held))
        if lane is not None:
            held[lane.id] = held.get(lane.id, 0) + units
            found[lane.code] += units
    return dict(found)


def standing_now(bookings: Iterable[Booking], now: datetime) -> list[Booking]:
    """Return bookings in which who stands at a door, early or beyond its window, has it now."""
    until = min(now, LATEST) + MINUTE
    return [
        replace(one, start=min(one.start, now), end=max(one.end, until))
        if one.status in AT_DOOR
        else one
        for one in bookings
    ]


@dataclass(frozen=True, slots=True)
class _Day:
    """What a wish is weighed against: who holds a time, by door and all together."""

    wanted: Booking
    standing: Sequence[Booking]
    by_door: Mapping[str, Sequence[Booking]]
    settings: Settings


def choose_door(
    wanted: Booking,
    doors: Sequence[Door],
    others: Iterable[Booking],
    settings: Settings,
    carry: Carry = NOWHERE,
    *,
    look_ahead: bool = True,
) -> tuple[DoorOption, ...]:
    """Return every door for a truck, the best first; ``wanted.door`` is preferred where free.

    Where none is free at the wished time each says when it first is, unless nobody is to
    ``look_ahead``.  A window that is none gives no option.
    """
    if window_conflicts(wanted):
        return ()
    standing = in_the_way(wanted, others)
    by_door = defaultdict[str, list[Booking]](list)
    for one in standing:
        by_door[one.door].append(one)
    day = _Day(wanted, standing, by_door, settings)
    crowded = capacity_conflicts(wanted, standing, settings)
    weighed = [(_option(day, door, carry, crowded), door) for door in doors]
    if look_ahead and not any(option.free for option, _ in weighed):
        weighed = [(replace(option, start=_first(day, door)), door) for option, door in weighed]
    ranked = sorted(weighed, key=lambda pair: _rank(wanted, pair[0], pair[1], carry))
    return _with_nearest(tuple(option for option, _ in ranked))


def _option(day: _Day, door: Door, carry: Carry, crowded: Sequence[Conflict]) -> DoorOption:
    wanted = day.wanted
    way = carry.way(door.code)
    against = claim_conflicts(wanted, door, day.by_door.get(door.code, ()), day.settings)
    found = (*against, *crowded)
    return DoorOption(
        door.code,
        None if found else wanted.start,
        None if found else _free_until(day, door),
        found,
        None if way is None else round(way / sum(carry.units.values())),
    )


def _rank(
    wanted: Booking, option: DoorOption, door: Door, carry: Carry
) -> tuple[bool, bool, datetime, bool, bool, int, int, str]:
    way = carry.way(door.code)
    return (
        not option.free,
        option.start is None,
        option.start or wanted.start,
        door.code != wanted.door,
        way is None,
        way or 0,
        len(door.equipment - wanted.needs),
        door.code,
    )


def _with_nearest(options: tuple[DoorOption, ...]) -> tuple[DoorOption, ...]:
    ways = {option.steps for option in options if option.start and option.steps is not None}
    if len(ways) < 2:
        return options
    return tuple(
        replace(option, nearest=option.start is not None and option.steps == min(ways))
        for option in options
    )


def _free_until(day: _Day, door: Door) -> datetime | None:
    """Return when somebody or something else needs a free door; None for none within a day."""
    wanted, settings = day.wanted, day.settings
    limit = min(wanted.end, LATEST) + LOOK_AHEAD
    ends = [limit, max(open_until(door.hours, wanted.start, limit, settings.zone), wanted.end)]
    ends += (block.start for block in door.blocks if block.start >= wanted.end)
    ends += (
        max(one.start - settings.dock_buffer, wanted.end)
        for one in day.by_door.get(door.code, ())
        if one.start >= wanted.end
    )
    return first if (first := min(ends)) < limit else None


def _first(day: _Day, door: Door) -> datetime | None:
    """Return when a door can first be had within a day of the wished time."""
    wanted, settings = day.wanted, day.settings
    theirs = day.by_door.get(door.code, ())
    for start in _starts(day, door):
        claim = replace(
            wanted, door=door.code, start=start, end=start + (wanted.end - wanted.start)
        )
        if not claim_conflicts(claim, door, theirs, settings) and not capacity_conflicts(
            claim, day.standing, settings
        ):
            return start
    return None


def _starts(day: _Day, door: Door) -> list[datetime]:
    """Return the instants at which anything ends that may stand against a door, ascending."""
    wanted, settings = day.wanted, day.settings
    start, limit = wanted.start, min(wanted.start, LATEST - LOOK_AHEAD) + LOOK_AHEAD
    found = {block.end for block in door.blocks}
    found.update(
        one.end + settings.dock_buffer for one in day.by_door.get(door.code, ()) if one.end < limit
    )
    found.update(opening_times(door.hours, start, limit, settings.zone))
    if settings.dock_capacity:
        hour = site_hour(start, settings.zone)
        found.update(site_hour(hour + n * HOUR, settings.zone) for n in range(1, 26))
    return sorted(at for at in found if start < at < limit)
