"""Doors booked for deliveries and pickups: scheduled, asked for, walked in, or standing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from app.domain.appointments import MINUTE, length, weekly
from app.domain.board import INBOUND, OUTBOUND
from app.domain.dock import YARD
from app.domain.errors import BadValueError, RefusedError
from app.domain.instants import print_day, print_instant
from app.services.ordering import weigh
from app.services.trucks import TruckEvent, find_visit, named, tell, tell_each

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.dock_store import Visit
    from app.domain.settings import Settings
    from app.services.desk import Desk
    from app.services.trucks import Said
    from app.work import Work

LONGEST_NUMBER = 100  # characters
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
CANCEL = TruckEvent("cancel")
LOAD = frozenset({"pallets", "cartons", "loose"})


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for a truck; None, "" and False leave a thing as it is.

    ``end`` or ``minutes`` (> 0) fix the length of its stay, else the load decides; ``yard`` takes
    its door away; ``weeks`` (> 0) asks for the same hour of so many weeks; ``new`` is for a truck
    whose number must be nobody's yet.  ``details`` are those of ``app.domain.truck_details`` that
    are said, by name.
    """

    start: datetime | None = None
    end: datetime | None = None
    minutes: int | None = None
    door: str = ""
    yard: bool = False
    request: bool = False
    confirm: bool = False
    walk_in: bool = False
    weeks: int | None = None
    new: bool = False
    details: Mapping[str, object] = field(default_factory=dict)


def refuse_contradictions(wish: Wish) -> None:
    """Raise RefusedError where two things of a wish cannot both be done."""
    if wish.walk_in and (wish.request or wish.confirm):
        raise RefusedError("walk_in_is_here")
    if wish.request and wish.confirm:
        raise RefusedError("asked_or_granted")
    if wish.yard and wish.door:
        raise RefusedError("yard_or_door", door=wish.door)
    if wish.end is not None and wish.minutes is not None:
        raise RefusedError("end_or_length")
    if wish.weeks and (wish.walk_in or wish.confirm):
        raise RefusedError("weeks_are_booked_ahead")


def book(
    number: str, wish: Wish, desk: Desk, *, direction: str, dry_run: bool = False
) -> Mapping[str, Any]:
    """Book, move, resize or change a truck's appointment and say what it does to the plan.

    A pickup, a walk-in and a request may be new; another delivery must have been announced.
    ``fact`` is the one by which the booking was said.  NotFoundError for an unknown number,
    RefusedError where the booking cannot be had.
    """
    refuse_contradictions(wish)

    def apply(work: Work) -> Mapping[str, Any]:
        visit = _visit(work, direction, number, wish)
        return {**_tell(work, visit, wish), **_booked(find_visit(work, direction, number))}

    done = weigh(desk, apply, dry_run=dry_run)
    return {**named(direction, number), "dry_run": dry_run, **done}


def book_weekly(
    number: str, wish: Wish, desk: Desk, *, direction: str, dry_run: bool = False
) -> Mapping[str, Any]:
    """Book the same hour of several weeks, all or none; each is an appointment of its own.

    They are numbered ``NUMBER/DAY``.  RefusedError where one of them cannot be had.
    """
    refuse_contradictions(wish)

    def apply(work: Work) -> Mapping[str, Any]:
        if wish.start is None:
            raise RefusedError("no_appointment", number=number)
        zone = work.settings.zone
        tellings = []
        for start, end in weekly(wish.start, wish.end, wish.weeks or 1, zone):
            name = f"{number}/{print_day(start.astimezone(zone).date())}"
            known = work.visits.find(direction, name)
            _refuse_known(known)
            visit = known or new_visit(work, direction, name, start)
            week = replace(wish, start=start, end=end, weeks=None)
            tellings.append((visit, event_of(visit, week, work.settings, work.stamp.at)))
        told = tell_each(work, tellings)
        return {"event": "standing", "booked": [_standing(work, one) for one in told]}

    done = weigh(desk, apply, dry_run=dry_run)
    return {**named(direction, number), "dry_run": dry_run, **done}


def cancel_series(
    number: str, desk: Desk, *, direction: str, dry_run: bool = False
) -> Mapping[str, Any]:
    """Cancel every standing appointment of a number that is still awaited.

    RefusedError where there is none.
    """

    def apply(work: Work) -> Mapping[str, Any]:
        series = [
            visit
            for visit in work.visits.awaited()
            if visit.direction == direction and _stands_for(visit.number, number)
        ]
        if not series:
            raise RefusedError("no_series", number=number)
        freed = [part for v in series for part in tell(work, v, CANCEL).get("freed", ())]
        numbers = sorted(visit.number for visit in series)
        return {"event": "cancel", "cancelled": numbers, "freed": freed}

    done = weigh(desk, apply, dry_run=dry_run)
    return {**named(direction, number), "dry_run": dry_run, **done}


def _stands_for(name: str, number: str) -> bool:
    """Tell whether a name is that of one week of a standing appointment."""
    before, _, day = name.rpartition("/")
    return before == number and DAY.fullmatch(day) is not None


def _standing(work: Work, said: Said) -> dict[str, Any]:
    visit = find_visit(work, said.direction, said.number)
    return {"number": said.number, "fact": said.fact, **_booked(visit)}


def _visit(work: Work, direction: str, number: str, wish: Wish) -> Visit:
    known = work.visits.find(direction, number)
    if wish.new:
        _refuse_known(known)
    if known is None and begins_visit(direction, wish):
        return new_visit(work, direction, number, wish.start or work.stamp.at)
    return known or find_visit(work, direction, number)


def begins_visit(direction: str, wish: Wish) -> bool:
    """Tell whether a wish may be for a truck that nobody announced."""
    if wish.request or wish.walk_in:
        return True
    return direction == OUTBOUND and wish.start is not None and not wish.confirm


def _refuse_known(known: Visit | None) -> None:
    """Refuse a number under which something stands; what was all taken back may be said anew."""
    if known is not None and not known.fresh:
        raise RefusedError("booked_already", number=known.number)


def new_visit(work: Work, direction: str, number: str, at: datetime, supplier: str = "") -> Visit:
    """Make a visit that nobody announced; errors as ``refuse_new``."""
    refuse_new(work, direction, number)
    fact = work.fact("visit", number, {"direction": direction})
    return work.visits.add(fact, direction, number, at, supplier)


def refuse_new(work: Work, direction: str, number: str) -> None:
    """Refuse a number that no new visit can have: BadValueError, or RefusedError where taken."""
    if not number.strip() or not number.isprintable() or len(number) > LONGEST_NUMBER:
        raise BadValueError("bad_number", value=number[:LONGEST_NUMBER])
    if work.visits.find(OUTBOUND if direction == INBOUND else INBOUND, number) is not None:
        raise RefusedError("number_taken", number=number)


def _tell(work: Work, visit: Visit, wish: Wish) -> Mapping[str, Any]:
    event = event_of(visit, wish, work.settings, work.stamp.at)
    (told,) = tell_each(work, [(visit, event)])
    return {"event": event.kind, "fact": told.fact, "freed": told.freed}


def event_of(visit: Visit, wish: Wish, settings: Settings, now: datetime) -> TruckEvent:
    """Return the one event that a wish comes to.

    RefusedError("no_appointment") where it gives a length to what has no start.
    """
    said, state = dict(wish.details), visit.state
    if wish.yard:
        said[YARD] = True
    start = wish.start or (now if wish.walk_in else None)
    begins = start or state.start_at
    if wish.end is not None and begins is not None:
        said["minutes"] = whole_minutes(begins, wish.end)
    elif wish.minutes is not None:
        said["minutes"] = wish.minutes
    resized = "minutes" in said or (state.details.minutes is None and LOAD & said.keys())
    needed = length(state.details.told(said), settings)
    if start is not None:
        end_at = wish.end or (start + needed if resized or state.end_at is None else None)
        return TruckEvent(_timed_kind(wish), start, wish.door, end_at, said)
    fixed = wish.end is not None or wish.minutes is not None
    if wish.request or (fixed and begins is None):
        raise RefusedError("no_appointment", number=visit.number)
    if resized and begins is not None:
        kind = "confirm" if wish.confirm else "resize"
        return TruckEvent(kind, None, wish.door, wish.end or begins + needed, said)
    return TruckEvent(_kind(wish), None, wish.door, None, said)


def _timed_kind(wish: Wish) -> str:
    if wish.walk_in:
        return "walk_in"
    if wish.confirm:
        return "confirm"
    return "request" if wish.request else "move"


def _kind(wish: Wish) -> str:
    if wish.confirm:
        return "confirm"
    if wish.yard:
        return "yard"
    return "door" if wish.door else "details"


def whole_minutes(start: datetime, end: datetime) -> int:
    """Return whole minutes, so many at least as the window has."""
    return -((start - end) // MINUTE)


def _booked(visit: Visit) -> dict[str, Any]:
    state = visit.state
    start, end = state.start_at, state.end_at
    return {
        "door": state.door or None,
        "start": print_instant(start) if start else None,
        "end": print_instant(end) if end else None,
        "minutes": (end - start) // MINUTE if start and end else None,
        "status": state.status,
    }
