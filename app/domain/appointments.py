"""May a truck have that door at that time, and how long does it need?  Pure: no clock, no I/O.

A window is half open: what ends at ten leaves the door to what begins at ten, less the buffer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING

from app.domain.dock import AWAITED, GONE
from app.domain.door_hours import covers
from app.domain.errors import BadValueError
from app.domain.instants import at_site, site_hour

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime, tzinfo

    from app.domain.dock import DockState
    from app.domain.settings import Settings
    from app.domain.truck_details import Details

SLOT = timedelta(hours=1)  # of a truck of which nobody said how long it stays
LONGEST = timedelta(days=1)
WEEK = timedelta(days=7)
MINUTE = timedelta(minutes=1)
ZERO = Decimal(0)
HOLDING = frozenset({"scheduled", "arrived", "at_door", "unloading", "done"})
DIRECTIONS = ("in", "out", "both")
WAY = {"inbound": "in", "outbound": "out"}


@dataclass(frozen=True, slots=True)
class Block:
    """A door is out of use from ``start`` up to ``end``."""

    start: datetime
    end: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class Door:
    """A door and what it is good for.

    ``direction`` is in, out or both; ``hours`` as ``app.domain.door_hours`` reads them, "" for
    always; ``equipment`` in lower case.
    """

    code: str
    direction: str = "both"
    hours: str = ""
    equipment: frozenset[str] = frozenset()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Booking:
    """A truck's claim on a door; ``direction`` is inbound or outbound, ``door`` "" for the yard."""

    number: str
    direction: str
    door: str
    start: datetime
    end: datetime
    status: str = "scheduled"
    needs: frozenset[str] = frozenset()

    @property
    def holds(self) -> bool:
        """Tell whether nobody else may have its time: a mere request holds nothing."""
        return self.status in HOLDING


@dataclass(frozen=True, slots=True)
class Change:
    """A truck's state before and after something is said of it."""

    number: str
    direction: str
    before: DockState
    now: DockState

    @property
    def claims(self) -> bool:
        """Tell whether it claims anything else; what a truck had before it keeps."""
        return _claim(self.before) != _claim(self.now)

    @property
    def wanted(self) -> Booking:
        """Return what it claims now."""
        return booking_of(self.number, self.direction, self.now)


def _claim(state: DockState) -> tuple[object, ...]:
    holds = state.status in HOLDING
    return (state.door, state.start_at, state.end_at, holds, state.details.equipment)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why a booking cannot be: ``code`` names the sentence in ``app.texts``.

    ``other`` is the number of the truck that is in the way, "" where it is none.
    """

    code: str
    door: str = ""
    other: str = ""
    start: datetime | None = None
    end: datetime | None = None
    detail: str = ""


def overdue(state: DockState, patience: timedelta, now: datetime) -> bool:
    """Tell whether an awaited truck is a no-show: its window, or what was said since, is long over.

    A no-show that somebody took back is none again before a new time is said.
    """
    if state.end_at is None or state.status not in AWAITED or state.forgiven:
        return False
    return now - max(state.end_at, state.expected_at) > patience


def booking_of(number: str, direction: str, state: DockState) -> Booking:
    """Return what a truck claims: its appointment, else an hour from its expected arrival."""
    start = state.start_at or state.expected_at
    end = state.end_at or start + SLOT
    needs = state.details.equipment
    return Booking(number, direction, state.door, start, end, state.status, needs)


def claims(trucks: Iterable[tuple[str, str, DockState]]) -> tuple[Booking, ...]:
    """Return what trucks (number, direction, state) claim that are not gone."""
    return tuple(booking_of(*truck) for truck in trucks if truck[2].status not in GONE)


def length(details: Details, settings: Settings) -> timedelta:
    """Return how long a truck needs: as fixed, else by its load, else one hour."""
    if details.minutes is not None:
        return min(timedelta(minutes=details.minutes), LONGEST + MINUTE)
    loads = (details.pallets, details.cartons, details.loose)
    if all(load is None for load in loads):
        return SLOT
    each = (settings.minutes_per_pallet, settings.minutes_per_carton, settings.minutes_per_loose)
    minutes = sum((Decimal(load or 0) * one for load, one in zip(loads, each, strict=True)), ZERO)
    whole = minutes.to_integral_value(rounding=ROUND_CEILING)
    longest = Decimal(LONGEST // MINUTE)
    return max(settings.minimum_stay, timedelta(minutes=int(min(whole, longest))))


def weekly(
    start: datetime, end: datetime | None, weeks: int, zone: tzinfo
) -> Iterator[tuple[datetime, datetime | None]]:
    """Yield the same window of so many weeks, at the same hour of the site's clock.

    Raises BadValueError("bad_instant") where daylight saving skips that hour, or time ends.
    """
    local = start.astimezone(zone).replace(tzinfo=None)
    for week in range(weeks):
        try:
            begins = at_site(local + week * WEEK, zone)
        except OverflowError as error:
            raise BadValueError("bad_instant", value=f"{week} weeks later") from error
        yield begins, None if end is None else begins + (end - start)


def refusal(
    changes: Sequence[Change],
    bookings: Iterable[Booking],
    doors: Sequence[Door],
    settings: Settings,
) -> tuple[str, Conflict] | None:
    """Return whose booking cannot be had and the gravest reason; None where all can be.

    The changes are made together: none is in the way of what another one leaves.  ``bookings``
    may hold the changed trucks as they were or as they are.
    """
    wanted = {(change.direction, change.number): change.wanted for change in changes}
    others = [one for one in bookings if (one.direction, one.number) not in wanted]
    others += wanted.values()
    for change in changes:
        if not change.claims:
            continue
        found = window_conflicts(change.wanted)
        if change.wanted.holds:
            found = conflicts(change.wanted, others, doors, settings)
        if found:
            return change.number, found[0]
    return None


def conflicts(
    wanted: Booking, others: Iterable[Booking], doors: Sequence[Door], settings: Settings
) -> tuple[Conflict, ...]:
    """Return all that stands against a booking, the gravest first.

    ``others`` may hold the wanted truck itself, which is never in its own way.
    """
    if bad := window_conflicts(wanted):
        return bad
    standing = in_the_way(wanted, others)
    found: list[Conflict] = []
    if wanted.door:
        found += _at_door(wanted, standing, doors, settings)
    return (*found, *capacity_conflicts(wanted, standing, settings))


def in_the_way(wanted: Booking, others: Iterable[Booking]) -> list[Booking]:
    """Return the bookings that count against a truck's own: those of others that hold a time."""
    return [one for one in others if one.holds and not _same(one, wanted)]


def window_conflicts(wanted: Booking) -> tuple[Conflict, ...]:
    """Return what is wrong with a window itself, be it only asked for."""
    if wanted.end <= wanted.start:
        return (Conflict("window_backwards", start=wanted.start, end=wanted.end),)
    if wanted.end - wanted.start > LONGEST:
        return (Conflict("window_too_long", start=wanted.start, end=wanted.end),)
    return ()


def _same(one: Booking, other: Booking) -> bool:
    return (one.direction, one.number) == (other.direction, other.number)


def _at_door(
    wanted: Booking, standing: Iterable[Booking], doors: Sequence[Door], settings: Settings
) -> list[Conflict]:
    door = next((door for door in doors if door.code == wanted.door), None)
    if door is None:
        return [Conflict("no_such_door", wanted.door)]
    return claim_conflicts(wanted, door, standing, settings)


def claim_conflicts(
    wanted: Booking, door: Door, standing: Iterable[Booking], settings: Settings
) -> list[Conflict]:
    """Return what a door has against a booking, and those of ``standing`` who are booked there."""
    found = door_conflicts(wanted, door, settings)
    there = (other for other in standing if other.door == door.code)
    taken = [other for other in there if overlaps(wanted, other, settings.dock_buffer)]
    for other in sorted(taken, key=lambda one: (one.start, one.number)):
        found.append(Conflict("door_taken", door.code, other.number, other.start, other.end))
    return found


def overlaps(one: Booking, other: Booking, buffer: timedelta) -> bool:
    """Tell whether two windows overlap, or leave less than the buffer between them."""
    return one.start - other.end < buffer and other.start - one.end < buffer


def door_conflicts(wanted: Booking, door: Door, settings: Settings) -> list[Conflict]:
    """Return what the door itself has against a booking."""
    found = []
    if door.direction not in ("both", WAY[wanted.direction]):
        found.append(Conflict("door_direction", door.code, detail=wanted.direction))
    if missing := wanted.needs - door.equipment:
        found.append(Conflict("door_lacks", door.code, detail=", ".join(sorted(missing))))
    if not covers(door.hours, wanted.start, wanted.end, settings.zone):
        found.append(Conflict("door_closed", door.code, detail=door.hours))
    found += (
        Conflict("door_blocked", door.code, "", block.start, block.end, block.note)
        for block in door.blocks
        if block.start < wanted.end and wanted.start < block.end
    )
    return found


def capacity_conflicts(
    wanted: Booking, standing: Iterable[Booking], settings: Settings
) -> tuple[Conflict, ...]:
    """Return what the site has against one more truck that begins in that hour of its clock."""
    if not settings.dock_capacity:
        return ()
    hour = site_hour(wanted.start, settings.zone)
    begin = sum(site_hour(one.start, settings.zone) == hour for one in standing)
    if begin < settings.dock_capacity:
        return ()
    return (Conflict("over_capacity", start=wanted.start, detail=str(settings.dock_capacity)),)
