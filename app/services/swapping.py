"""Two trucks that swap their doors: both or neither, and taken back as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.appointments import booking_of, conflicts
from app.domain.board import FACT_OF, INBOUND
from app.domain.dock import AWAITED, HERE, SWAP, DockEvent, after
from app.domain.errors import RefusedError
from app.services.ordering import weigh
from app.services.trucks import find_visit, named
from app.texts import screen
from app.texts.dock import conflict_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.dock_store import Visit
    from app.services.desk import Desk
    from app.work import Work


def swap_doors(
    number: str, other: str, desk: Desk, *, direction: str = INBOUND, dry_run: bool = False
) -> Mapping[str, Any]:
    """Give each of two trucks the door of the other at its own time, and weigh it.

    NotFoundError for an unknown number; RefusedError where one is over, has no door, has the same
    one, or cannot have the other's at its time: then nothing is swapped.
    """

    def apply(work: Work) -> Mapping[str, Any]:
        pair = (find_visit(work, direction, number), find_visit(work, direction, other))
        if says := swap_refusal(work, *pair):
            raise RefusedError("not_swapped", number=number, other=other, says=says)
        one, two = pair
        told = {"event": SWAP, "with": other, "doors": [two.state.door, one.state.door]}
        fact = work.fact(FACT_OF[direction], number, told)
        for visit, door in ((one, two.state.door), (two, one.state.door)):
            work.visits.say(fact, visit, DockEvent(0, SWAP, None, door))
        return {"doors": {number: two.state.door, other: one.state.door}}

    done = weigh(desk, apply, dry_run=dry_run)
    return {**named(direction, number), "with": other, "event": SWAP, "dry_run": dry_run, **done}


def swap_refusal(work: Work, one: Visit, two: Visit) -> str:
    """Return why two trucks cannot swap their doors, as part of a sentence; "" where they can."""
    for visit in (one, two):
        if visit.state.status not in HERE | AWAITED:
            status = visit.state.status.replace("_", " ")
            return screen("swap_over", number=visit.number, status=status)
        if not visit.state.door:
            return screen("swap_no_door", number=visit.number)
    if one.state.door == two.state.door:
        return screen("swap_same_door", door=one.state.door)
    after_it = (_at(one, two.state.door), _at(two, one.state.door))
    swapped = [booking_of(visit.number, visit.direction, visit.state) for visit in after_it]
    keys = {(booking.direction, booking.number) for booking in swapped}
    others = [b for b in work.visits.bookings() if (b.direction, b.number) not in keys]
    for wanted in swapped:
        standing = (*others, *swapped)
        if wanted.holds and (found := conflicts(wanted, standing, work.doors.all(), work.settings)):
            return conflict_words(found[0], work.settings.zone)
    return ""


def _at(visit: Visit, door: str) -> Visit:
    return replace(visit, state=after(visit.state, DockEvent(0, SWAP, None, door)))
