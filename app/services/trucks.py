"""What happens to a truck: each thing a fact with time and person, and a wrong one taken back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from app.domain.appointments import HOLDING, booking_of, conflicts, length, window_conflicts
from app.domain.board import FACT_OF, INBOUND, OUTBOUND
from app.domain.dock import HERE, DockEvent, after
from app.domain.errors import NotFoundError, RefusedError
from app.services.freeing import free_left_behind
from app.services.ordering import weigh
from app.texts.dock import conflict_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.dock_store import Visit
    from app.domain.appointments import Booking
    from app.services.desk import Desk
    from app.work import Work

EVENTS = frozenset(
    {
        "arrive",
        "at_door",
        "unloading",
        "done",
        "depart",
        "no_show",
        "cancel",
        "move",
        "estimate",
        "reopen",
        "request",
        "confirm",
        "walk_in",
        "resize",
        "door",
        "yard",
        "details",
        "cause",
    }
)
BOOKINGS = frozenset({"move", "request", "confirm", "walk_in", "resize", "door", "details"})
"""Events that claim a door's time, and are refused where that cannot be had."""
FIRST = frozenset({"request", "walk_in", "move"})
"""Events by which a visit can begin."""
AFTER_THE_END = frozenset({"reopen"})
AFTER_NO_SHOW = frozenset(
    {"arrive", "at_door", "unloading", "move", "estimate", "cancel", "walk_in", "request"}
)


@dataclass(frozen=True, slots=True)
class TruckEvent:
    """What is said of a truck: ``kind`` is one of EVENTS; ``at`` goes with move and estimate.

    ``end_at`` is the new end of its appointment; ``details`` are those of
    ``app.domain.truck_details`` that are said, by name.
    """

    kind: str
    at: datetime | None = None
    door: str = ""
    end_at: datetime | None = None
    details: Mapping[str, object] = field(default_factory=dict)


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
    said = _said(work, visit, event)
    if event.kind in BOOKINGS:
        _refuse_conflicts(work, visit, replace(visit, state=after(visit.state, said)))
    told = {"event": event.kind, "door": event.door, **event.details}
    fact = work.fact(FACT_OF[visit.direction], visit.number, told)
    work.visits.say(fact, visit, said)
    if visit.direction == OUTBOUND:
        return {}
    return {"freed": free_left_behind(work, fact, work.pins.beside([visit.id]))}


def untell(work: Work, visit: Visit) -> Mapping[str, Any]:
    """Take back the newest event of a truck in a transaction; RefusedError as `take_back` says."""
    fact = work.fact(f"{FACT_OF[visit.direction]}_undo", visit.number)
    undone = work.visits.take_back(fact, visit)
    if undone is None:
        raise RefusedError("nothing_to_take_back", number=visit.number)
    _refuse_conflicts(work, visit, find_visit(work, visit.direction, visit.number))
    if visit.direction == OUTBOUND:
        return {}
    work.pins.pin_again(fact, undone, visit.id)
    return {"freed": free_left_behind(work, fact, work.pins.beside([visit.id]))}


def claim_of(work: Work, visit: Visit, event: TruckEvent) -> Booking:
    """Return what a truck would claim after an event; RefusedError where the truck is over."""
    state = after(visit.state, _said(work, visit, event))
    return booking_of(visit.number, visit.direction, state)


def _said(work: Work, visit: Visit, event: TruckEvent) -> DockEvent:
    _refuse_over(visit, event)
    at = event.at or (None if event.kind in TIMELESS else work.stamp.at)
    end_at = event.end_at
    if event.kind == "move" and at is not None and visit.state.end_at is None:
        end_at = end_at or at + length(visit.state.details, work.settings)
    return DockEvent(0, event.kind, at, event.door, None, end_at, event.details)


TIMELESS = frozenset({"resize", "confirm", "door", "yard", "details"})


def _refuse_over(visit: Visit, event: TruckEvent) -> None:
    """Refuse what cannot be said of a truck any more, or not yet."""
    status = visit.state.status
    if visit.fresh and event.kind in FIRST:
        return
    over = status in ("closed", "cancelled") and event.kind not in AFTER_THE_END
    gone = status == "no_show" and event.kind not in AFTER_NO_SHOW
    idle = status not in ("closed", "cancelled") and event.kind in AFTER_THE_END
    if over or gone or idle:
        raise RefusedError("truck_over", number=visit.number, status=status.replace("_", " "))
    if event.kind == "cause" and status not in HERE:
        raise RefusedError("truck_not_here", number=visit.number)
    if event.kind == "confirm" and status != "requested":
        raise RefusedError("not_requested", number=visit.number, status=status.replace("_", " "))
    if event.kind == "resize" and visit.state.start_at is None:
        raise RefusedError("no_appointment", number=visit.number)


def _refuse_conflicts(work: Work, before: Visit, now: Visit) -> None:
    """Refuse a booking that cannot be, in the words of the gravest reason.

    What a truck had before it keeps, whatever a file or a broken door has done to it since.
    """
    if _claim(now) == _claim(before):
        return
    wanted = booking_of(now.number, now.direction, now.state)
    found = window_conflicts(wanted)
    if wanted.holds:
        found = conflicts(wanted, work.visits.bookings(), work.doors.all(), work.settings)
    if found:
        says = conflict_words(found[0], work.settings.zone)
        raise RefusedError("not_booked", number=now.number, says=says)


def _claim(visit: Visit) -> tuple[object, ...]:
    state = visit.state
    holds = state.status in HOLDING
    return (state.door, state.start_at, state.end_at, holds, state.details.equipment)
