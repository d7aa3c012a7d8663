"""What happens to a truck: each thing a fact with time and person, and a wrong one taken back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.domain.appointments import Change, booking_of, length, refusal
from app.domain.board import FACT_OF, INBOUND, OUTBOUND
from app.domain.dock import SWAP, DockEvent, after, objection
from app.domain.errors import NotFoundError, RefusedError
from app.services.freeing import free_left_behind
from app.services.ordering import weigh
from app.texts.dock import conflict_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from app.dock_store import Visit
    from app.domain.appointments import Booking
    from app.domain.dock import DockState
    from app.domain.settings import Settings
    from app.services.desk import Desk
    from app.services.freeing import Freed
    from app.work import Work

BOOKINGS = frozenset({"move", "request", "confirm", "walk_in", "resize", "door", "details", SWAP})
"""Events that claim a door's time, and are refused where that cannot be had."""
FIRST = frozenset({"request", "walk_in", "move"})
"""Events by which a visit can begin."""
TIMELESS = frozenset({"resize", "confirm", "door", "yard", "details", SWAP})
"""Events that speak of no instant."""


@dataclass(frozen=True, slots=True)
class TruckEvent:
    """What is said of a truck.

    ``kind`` is one that `app.domain.dock` folds; ``at`` goes with move and estimate.
    ``end_at`` is the new end of its appointment; ``details`` are those of
    ``app.domain.truck_details`` that are said, by name.
    """

    kind: str
    at: datetime | None = None
    door: str = ""
    end_at: datetime | None = None
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Said:
    """Something that was said of a truck; ``fact`` None is whatever was said last.

    ``freed`` are the pins that it left behind.
    """

    number: str
    direction: str
    fact: int | None = None
    freed: Freed = field(default_factory=list)


def tell_truck(
    number: str,
    event: TruckEvent,
    desk: Desk,
    *,
    dry_run: bool = False,
    direction: str = INBOUND,
) -> Mapping[str, Any]:
    """Note an event of a delivery's or a pickup's truck and say what it does to the plan.

    NotFoundError for an unknown number; RefusedError after it was closed or cancelled, and where
    a booking cannot be had: whatever else has the door then, or whatever the door cannot do.
    """

    def apply(work: Work) -> Mapping[str, Any]:
        return tell(work, find_visit(work, direction, number), event)

    done = weigh(desk, apply, dry_run=dry_run)
    return {**named(direction, number), "event": event.kind, "dry_run": dry_run, **done}


def take_back(
    number: str, desk: Desk, *, dry_run: bool = False, direction: str = INBOUND
) -> Mapping[str, Any]:
    """Take back the newest event of a truck; RefusedError where there is none.

    What that event freed of the truck is pinned again, as far as it is still waited for.  A slot
    that somebody else has by now does not come back.
    """

    def apply(work: Work) -> Mapping[str, Any]:
        return untell(work, find_visit(work, direction, number))

    done = weigh(desk, apply, dry_run=dry_run)
    return {**named(direction, number), "event": "undo", "dry_run": dry_run, **done}


def named(direction: str, number: str) -> dict[str, str]:
    """Return the number under the name that answers give it."""
    return {"asn" if direction == INBOUND else "pickup": number}


def find_visit(work: Work, direction: str, number: str) -> Visit:
    """Return a visit; NotFoundError where there is none."""
    visit = work.visits.find(direction, number)
    if visit is None:
        raise NotFoundError(
            "unknown_asn" if direction == INBOUND else "unknown_pickup", number=number
        )
    return visit


def tell(work: Work, visit: Visit, event: TruckEvent) -> Mapping[str, Any]:
    """Note an event in a transaction; RefusedError where the truck is over or a door not free."""
    (told,) = tell_each(work, [(visit, event)])
    return {"freed": told.freed}


def untell(work: Work, visit: Visit) -> Mapping[str, Any]:
    """Take back the newest event of a truck in a transaction; RefusedError as `take_back` says."""
    (undone,) = take_back_each(work, [Said(visit.number, visit.direction)])
    return {"freed": undone.freed}


def tell_each(work: Work, tellings: Iterable[tuple[Visit, TruckEvent]]) -> list[Said]:
    """Note an event of each truck in a transaction, all or none, as if at once."""
    noted, changes = [], []
    tellings = tuple(tellings)
    doors = {visit.state.door for visit, _ in tellings}
    for visit, event in tellings:
        _refuse_over(visit, event)
        if event.kind == SWAP and event.door not in doors:
            raise RefusedError("said_since", number=visit.number)
        said = said_of(visit.state, event, work.settings, work.stamp.at)
        noted.append((visit, event, said))
        if event.kind in BOOKINGS:
            now = after(visit.state, said)
            changes.append(Change(visit.number, visit.direction, visit.state, now))
    _refuse_conflicts(work, changes)
    told: list[Said] = []
    for one in noted:
        swapped = told[0].fact if told and one[1].kind == SWAP else None
        told.append(_note(work, *one, swapped))
    return told


def said_of(state: DockState, event: TruckEvent, settings: Settings, now: datetime) -> DockEvent:
    """Return the fact that an event comes to; a truck's first window is as long as it needs."""
    at = event.at or (None if event.kind in TIMELESS else now)
    end_at = event.end_at
    if event.kind == "move" and at is not None and state.end_at is None:
        end_at = end_at or at + length(state.details, settings)
    return DockEvent(0, event.kind, at, event.door, None, end_at, event.details)


def take_back_each(work: Work, said: Iterable[Said]) -> list[Said]:
    """Take back the newest event of each truck in a transaction, all or none; say which.

    RefusedError where it is not the one that is named, or a slot is somebody else's by now.
    """
    undone: list[tuple[Visit, int, int]] = []
    changes: list[Change] = []
    for one in said:
        if one.fact is not None and any(one.fact == newest for _, _, newest in undone):
            continue  # a swap's partner, taken back with it
        visit = find_visit(work, one.direction, one.number)
        newest = work.visits.newest(visit)
        if newest is None:
            raise RefusedError("nothing_to_take_back", number=one.number)
        together = (visit, *work.visits.told_with(newest, visit))
        for each in together:
            if (one.fact or newest, newest) != (newest, work.visits.newest(each)):
                raise RefusedError("said_since", number=each.number)
        fact = work.fact(f"{FACT_OF[one.direction]}_undo", one.number)
        work.visits.take_back(fact, visit)
        for each in together:
            now = find_visit(work, each.direction, each.number)
            changes.append(Change(each.number, each.direction, each.state, now.state))
        undone.append((visit, fact, newest))
    _refuse_conflicts(work, changes)
    return [_free_again(work, *one) for one in undone]


def _note(
    work: Work, visit: Visit, event: TruckEvent, said: DockEvent, swapped: int | None
) -> Said:
    """Note an event as a fact of its own, or as part of the one by which two trucks swapped."""
    told = {"event": event.kind, "door": event.door, **event.details}
    fact = swapped or work.fact(FACT_OF[visit.direction], visit.number, told)
    work.visits.say(fact, visit, said)
    return Said(visit.number, visit.direction, fact, _freed(work, visit, fact))


def _free_again(work: Work, visit: Visit, fact: int, undone: int) -> Said:
    if visit.direction == INBOUND:
        work.pins.pin_again(fact, undone, visit.id)
    return Said(visit.number, visit.direction, undone, _freed(work, visit, fact))


def _freed(work: Work, visit: Visit, fact: int) -> Freed:
    """Free what a delivery can serve no more; a pickup brings nothing."""
    if visit.direction == OUTBOUND:
        return []
    return free_left_behind(work, fact, work.pins.beside([visit.id]))


def claim_of(work: Work, visit: Visit, event: TruckEvent) -> Booking:
    """Return what a truck would claim after an event; RefusedError where the truck is over."""
    _refuse_over(visit, event)
    said = said_of(visit.state, event, work.settings, work.stamp.at)
    return booking_of(visit.number, visit.direction, after(visit.state, said))


def _refuse_over(visit: Visit, event: TruckEvent) -> None:
    """Refuse what cannot be said of a truck any more, or not yet."""
    if visit.fresh and event.kind in FIRST:
        return
    if code := objection(visit.state, event.kind):
        status = visit.state.status.replace("_", " ")
        raise RefusedError(code, number=visit.number, status=status)


def _refuse_conflicts(work: Work, changes: Sequence[Change]) -> None:
    """Refuse bookings that cannot be, in the words of the gravest reason."""
    if not any(change.claims for change in changes):
        return
    found = refusal(changes, work.visits.bookings(), work.doors.all(), work.settings)
    if found is not None:
        number, conflict = found
        says = conflict_words(conflict, work.settings.zone)
        raise RefusedError("not_booked", number=number, says=says)
