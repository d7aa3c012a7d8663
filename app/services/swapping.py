"""Two trucks that swap their doors: both or neither, and taken back as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.appointments import Change, refusal
from app.domain.board import INBOUND
from app.domain.dock import AWAITED, HERE, SWAP, DockEvent, after
from app.domain.errors import RefusedError
from app.services.ordering import weigh
from app.services.trucks import TruckEvent, find_visit, named, tell_each
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
        doors = ((one, two.state.door), (two, one.state.door))
        tell_each(work, [(visit, TruckEvent(SWAP, door=door)) for visit, door in doors])
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
    pair = zip((one, two), after_it, strict=True)
    changes = [Change(was.number, was.direction, was.state, now.state) for was, now in pair]
    found = refusal(changes, work.visits.bookings(), work.doors.all(), work.settings)
    return conflict_words(found[1], work.settings.zone) if found else ""


def _at(visit: Visit, door: str) -> Visit:
    return replace(visit, state=after(visit.state, DockEvent(0, SWAP, None, door)))
