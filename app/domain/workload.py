"""What is to be moved in each hour of a site's day, against what its people can move.  Pure.

A unit is moved when it is unloaded, again when it crosses the dock to its lane, and again when it
is picked.  A truck's units are shared evenly over its foreseen stay; what an hour's people do not
get done is carried to the next hour.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.domain.instants import site_hour

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import tzinfo

    from app.domain.settings import Settings

HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class ToUnload:
    """A truck's units (each) to unload, and those of them to cross-dock, over a span."""

    begins: datetime
    ends: datetime
    units: int
    cross_dock: int


@dataclass(frozen=True, slots=True)
class WorkHour:
    """The work of the hour from ``start`` (aware, UTC), in units moved.

    ``carried`` was left over by the hours before; ``capacity`` is None where no crew is said.
    """

    start: datetime
    unload: int
    cross_dock: int
    pick: int
    carried: int = 0
    capacity: int | None = None

    @property
    def total(self) -> int:
        """All that waits to be moved in this hour."""
        return self.unload + self.cross_dock + self.pick + self.carried

    @property
    def over(self) -> int:
        """Return what this hour's people do not get done; 0 where no crew is said."""
        return 0 if self.capacity is None else max(self.total - self.capacity, 0)


def crew_capacity(settings: Settings) -> int | None:
    """Return how many units the site's people move in an hour; None where no crew is said."""
    return settings.crew_size * settings.units_per_person_hour or None


def workload(
    trucks: Iterable[ToUnload],
    picks: Mapping[datetime, int],
    capacity: int | None,
    now: datetime,
    zone: tzinfo,
) -> tuple[WorkHour, ...]:
    """Return the hours from now's to the last with work; () where there is none.

    ``picks`` are units by any instant; ``capacity`` is units a whole hour (None: not said), of
    which the hour that runs has only what is left of it.
    """
    new: dict[datetime, list[int]] = defaultdict(lambda: [0, 0, 0])
    for truck in trucks:
        for hour, units, crossed in _shared(truck, now, zone):
            new[hour][0] += units
            new[hour][1] += crossed
    for at, units in picks.items():
        new[site_hour(max(at, now), zone)][2] += units
    busy = [hour for hour, counts in new.items() if any(counts)]
    hours: list[WorkHour] = []
    start = site_hour(now, zone)
    while busy and start <= max(busy):
        after = next_hour(start, zone)
        left = capacity if capacity is None else _share(capacity, start, after, now)
        carried = hours[-1].over if hours else 0
        hours.append(_work_hour(start, new[start], carried, left))
        start = after
    return tuple(hours)


def _work_hour(start: datetime, new: list[int], carried: int, capacity: int | None) -> WorkHour:
    unload, cross_dock, pick = new
    return WorkHour(start, unload, cross_dock, pick, carried, capacity)


def caught_up_at(hours: Sequence[WorkHour]) -> datetime | None:
    """Return the start of the first hour from which on all gets done; None where none is over."""
    late = [place for place, hour in enumerate(hours) if hour.over]
    if not late or late[-1] + 1 == len(hours):
        return None
    return hours[late[-1] + 1].start


def next_hour(start: datetime, zone: tzinfo) -> datetime:
    """Return when the site's next hour begins; it may last other than 60 minutes on some days."""
    for minutes in (60, 90):
        after = site_hour(start + timedelta(minutes=minutes), zone)
        if after > start:
            return after
    return start + 2 * HOUR


def _share(capacity: int, start: datetime, after: datetime, now: datetime) -> int:
    """Return what can be moved in the part of an hour that is not over."""
    return capacity * (after - max(start, now)) // HOUR


def _shared(truck: ToUnload, now: datetime, zone: tzinfo) -> Iterator[tuple[datetime, int, int]]:
    """Share a truck's units over the hours left of its stay; they sum to its units."""
    begins = max(truck.begins, now)
    ends = max(truck.ends, begins)
    span, at, units, crossed = ends - begins, begins, 0, 0
    while True:
        hour = site_hour(at, zone)
        till = min(next_hour(hour, zone), ends)
        part = 1.0 if till >= ends else (till - begins) / span
        upto, upto_crossed = int(truck.units * part), int(truck.cross_dock * part)
        yield hour, upto - units, upto_crossed - crossed
        if till >= ends:
            return
        at, units, crossed = till, upto, upto_crossed
