"""Which doors will run late, and who waits for it: a look ahead from what is said so far.  Pure.

A truck keeps its door as long as its window is.  One that unloads ends that long after it began;
one that stands at a door begins now; one that is awaited begins when it is due, expected and the
door is free.  Who is here or due first goes first.  A truck that is not here when its window ends,
with no later estimate, holds up nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.domain.clocks import MINUTE, unload_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.board import Truck

AT_DOOR = frozenset({"at_door", "unloading", "done"})
AWAITED = frozenset({"scheduled", "arrived"})
NOTHING = timedelta()


@dataclass(frozen=True, slots=True)
class Stay:
    """When a truck will be at its door, and how long it ``waits`` there for the one before.

    ``behind`` is the ASN before it, "" where there is none.
    """

    truck: Truck
    begins: datetime
    ends: datetime
    waits: timedelta = NOTHING
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Overrun:
    """A door that runs late: by how long at most, because of which ASN, and who waits."""

    door: str
    by: timedelta
    cause: str
    waiting: tuple[Stay, ...]


def stays_of(trucks: Iterable[Truck], now: datetime) -> tuple[Stay, ...]:
    """Foresee the stays of all that are here or awaited, by door, each door's in their order."""
    doors: dict[str, list[Truck]] = {}
    stays = []
    for truck in trucks:
        if not _counts(truck, now):
            continue
        if truck.state.door:
            doors.setdefault(truck.state.door, []).append(truck)
        else:
            begins = max(_ready(truck, now), now)
            stays.append(Stay(truck, begins, begins + _span(truck)))
    for _, theirs in sorted(doors.items()):
        stays += _in_turn(theirs, now)
    return tuple(stays)


def overruns_of(stays: Sequence[Stay]) -> tuple[Overrun, ...]:
    """Return the doors at which anybody waits a minute or more for the one before, worst first."""
    waiting: dict[str, list[Stay]] = {}
    for stay in stays:
        if stay.waits >= MINUTE:
            waiting.setdefault(stay.truck.state.door, []).append(stay)
    found = [
        Overrun(door, max(stay.waits for stay in late), late[0].behind, tuple(late))
        for door, late in waiting.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.by, one.door)))


def _counts(truck: Truck, now: datetime) -> bool:
    state = truck.state
    if state.status == "scheduled":
        return now < truck.end or state.expected_at > now
    return state.status in AT_DOOR or state.status == "arrived"


def _in_turn(trucks: Iterable[Truck], now: datetime) -> list[Stay]:
    queue = sorted(trucks, key=lambda truck: _turn(truck, now))
    stays: list[Stay] = []
    for truck in queue:
        before = max(stays, key=lambda stay: stay.ends, default=None)
        ready = _ready(truck, now)
        begins = max(ready, now) if truck.state.status in AWAITED else ready
        if before is None or truck.state.status in AT_DOOR:
            stays.append(Stay(truck, begins, _ends(truck, begins, now)))
            continue
        free = max(before.ends, now)
        waits = max(free - ready, NOTHING)
        begins = max(begins, free)
        stays.append(Stay(truck, begins, begins + _span(truck), waits, before.truck.asn))
    return stays


def _turn(truck: Truck, now: datetime) -> tuple[bool, datetime, datetime, str]:
    return (truck.state.status in AWAITED, _ready(truck, now), truck.start, truck.asn)


def _ready(truck: Truck, now: datetime) -> datetime:
    """Return from when a truck could use its door, or has been using it."""
    state = truck.state
    if state.status == "scheduled":
        return max(truck.start, state.expected_at, now)
    if state.status == "arrived":
        return max(truck.start, state.arrived_at or truck.start)
    if state.status == "at_door" and not truck.received:
        return now
    return unload_start(state) or state.docked_at or state.arrived_at or truck.start


def _ends(truck: Truck, begins: datetime, now: datetime) -> datetime:
    return now if truck.state.status == "done" else max(begins + _span(truck), now)


def _span(truck: Truck) -> timedelta:
    return truck.end - truck.start
