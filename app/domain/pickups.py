"""What leaves with which pickup, when it is ready, and what misses the cut-off.  Pure.

What the plan ships today goes with the first pickup of its order's carrier at whose cut-off its
units are there, else with the last of the day, which it misses.  An order that names no carrier
goes with any, and a pickup of which nobody said whose it is takes any.  The crew picks one part
after the other, of those that are there the one with the earliest cut-off first, then by rank;
where no crew is said a part is ready when its units are there.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from app.domain.appointments import MINUTE
from app.domain.dock import AWAITED
from app.domain.instants import LATEST
from app.domain.workload import HOUR

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime, timedelta

    from app.domain.board import Truck

LOADS = frozenset({"scheduled", "arrived", "at_door", "unloading"})


@dataclass(frozen=True, slots=True)
class Pickup:
    """A truck that takes goods away; they must be ready by its ``cut_off``."""

    number: str
    carrier: str
    start: datetime
    cut_off: datetime

    def takes(self, carrier: str) -> bool:
        """Tell whether it takes what is for a carrier, "" for any."""
        mine, wanted = self.carrier.strip().casefold(), carrier.strip().casefold()
        return not mine or not wanted or mine == wanted


@dataclass(frozen=True, slots=True)
class Part:
    """Units (each, > 0) of an order that are there at one time, by the plan.

    ``added`` of them cross the dock from trucks; ``asns`` are the trucks they are still on.
    """

    order: str
    carrier: str
    there_at: datetime
    units: int
    added: int = 0
    asns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ready:
    """A part with the instant at which it is picked."""

    part: Part
    at: datetime


@dataclass(frozen=True, slots=True)
class Missed:
    """An order that misses a pickup, with its parts that do (one at least)."""

    pickup: Pickup
    order: str
    parts: tuple[Ready, ...]

    @property
    def last(self) -> Ready:
        """Return the part that is ready last."""
        return max(self.parts, key=_when)

    @property
    def units(self) -> int:
        """Return the units (each) that miss it."""
        return sum(part.part.units for part in self.parts)

    @property
    def asns(self) -> tuple[str, ...]:
        """Return the trucks that bring units too late; none where only the crew is too slow."""
        late = (one.part for one in self.parts if one.part.there_at > self.pickup.cut_off)
        return tuple(dict.fromkeys(asn for part in late for asn in part.asns))


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is to leave with a pickup, each part when it is ready."""

    pickup: Pickup
    parts: tuple[Ready, ...] = ()

    @property
    def at(self) -> datetime | None:
        """Return when the last of it is ready; None where nothing leaves with it."""
        return max((part.at for part in self.parts), default=None)

    @property
    def spare_minutes(self) -> int | None:
        """Return the whole minutes left before the cut-off then, negative where it is late."""
        return None if self.at is None else (self.pickup.cut_off - self.at) // MINUTE

    @property
    def orders(self) -> int:
        """Return how many orders leave with it."""
        return len({part.part.order for part in self.parts})

    @property
    def units(self) -> int:
        """Return all its units (each)."""
        return sum(part.part.units for part in self.parts)

    @property
    def added(self) -> int:
        """Return the units (each) that trucks add to it by cross-dock."""
        return sum(part.part.added for part in self.parts)

    @property
    def missed(self) -> tuple[Missed, ...]:
        """Return the orders that are not ready by the cut-off, by when they are, then number."""
        late: dict[str, list[Ready]] = {}
        for part in self.parts:
            if part.at > self.pickup.cut_off:
                late.setdefault(part.part.order, []).append(part)
        found = [Missed(self.pickup, order, tuple(parts)) for order, parts in late.items()]
        return tuple(sorted(found, key=lambda one: _when(one.last)))


@dataclass(frozen=True, slots=True)
class Departures:
    """The forecasts by pickup, and the parts for whose carrier no pickup is left today."""

    by_pickup: Mapping[str, Forecast]
    without: tuple[Part, ...] = ()

    def missed(self) -> dict[str, tuple[Missed, ...]]:
        """Return by number the orders that miss a pickup, with those they miss, by cut-off."""
        found: dict[str, tuple[Missed, ...]] = {}
        for forecast in sorted(self.by_pickup.values(), key=lambda one: one.pickup.cut_off):
            for one in forecast.missed:
                found[one.order] = (*found.get(one.order, ()), one)
        return found


def pickups_of(trucks: Iterable[Truck], before: timedelta) -> tuple[Pickup, ...]:
    """Return the pickups that are still to be loaded, by cut-off: so long ``before`` the start.

    One that is awaited starts no earlier than it is expected.
    """
    found = []
    for truck in trucks:
        state = truck.state
        if state.status not in LOADS:
            continue
        awaited = state.status in AWAITED
        start = max(truck.start, state.expected_at) if awaited else truck.start
        found.append(Pickup(truck.asn, truck.carrier, start, start - before))
    return tuple(sorted(found, key=lambda one: (one.cut_off, one.number)))


def departures(
    pickups: Sequence[Pickup], parts: Sequence[Part], capacity: int | None, now: datetime
) -> Departures:
    """Foresee what leaves with each of ``pickups`` (by cut-off); ``parts`` are in rank order.

    ``capacity`` is units that the crew picks in an hour; None: not said.
    """
    chosen = [_pickup_for(part, pickups, now) for part in parts]
    ready = _picked(parts, [one.cut_off if one else LATEST for one in chosen], capacity, now)
    mine: dict[str, list[Ready]] = {pickup.number: [] for pickup in pickups}
    without = []
    for part, pickup, at in zip(parts, chosen, ready, strict=True):
        if pickup is None:
            without.append(part)
        else:
            mine[pickup.number].append(Ready(part, at))
    found = {one.number: Forecast(one, tuple(mine[one.number])) for one in pickups}
    return Departures(found, tuple(without))


def _pickup_for(part: Part, pickups: Sequence[Pickup], now: datetime) -> Pickup | None:
    fitting = [pickup for pickup in pickups if pickup.takes(part.carrier)]
    there = max(part.there_at, now)
    in_time = (pickup for pickup in fitting if there <= pickup.cut_off)
    return next(in_time, fitting[-1] if fitting else None)


def _picked(
    parts: Sequence[Part], cut_offs: Sequence[datetime], capacity: int | None, now: datetime
) -> list[datetime]:
    """Return when each part is picked by a crew that never waits while anything is there."""
    ready = [max(part.there_at, now) for part in parts]
    if capacity is None:
        return ready
    coming = sorted(range(len(parts)), key=lambda place: (ready[place], place), reverse=True)
    there: list[tuple[datetime, int]] = []
    free = now
    while coming or there:
        if not there:
            free = max(free, ready[coming[-1]])
        while coming and ready[coming[-1]] <= free:
            place = coming.pop()
            heappush(there, (cut_offs[place], place))
        _, place = heappop(there)
        free += HOUR * parts[place].units / capacity
        ready[place] = free
    return ready


def _when(ready: Ready) -> tuple[datetime, str]:
    return (ready.at, ready.part.order)
