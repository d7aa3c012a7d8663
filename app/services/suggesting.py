"""Which door suits a truck, before anybody books it; nothing is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from app.dock_store import Visit
from app.domain.appointments import window_conflicts
from app.domain.board import INBOUND
from app.domain.dock import DockState
from app.domain.door_choice import choose_door, standing_now
from app.domain.errors import RefusedError
from app.domain.instants import print_instant
from app.services.booking import begins_visit, event_of, refuse_new
from app.services.dock_board import serves_of
from app.services.door_ways import Ways
from app.services.trucks import claim_of, find_visit, named
from app.texts.dock import conflict_sentence, conflict_words
from app.texts.door_choice import option_sentence, suggestion_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, tzinfo

    from app.domain.appointments import Booking
    from app.domain.door_choice import Carry, DoorOption
    from app.services.booking import Wish
    from app.services.desk import Desk
    from app.work import Work


@dataclass(frozen=True, slots=True)
class DoorAdvice:
    """The doors for what a truck claims, the best first, and where its units go."""

    claim: Booking
    options: tuple[DoorOption, ...]
    carry: Carry
    zone: tzinfo

    @property
    def best(self) -> DoorOption | None:
        """Return the door to book, at its own start; None where none can be had within a day."""
        return next((option for option in self.options if option.start is not None), None)


def suggest_door(number: str, wish: Wish, desk: Desk, *, direction: str) -> DoorAdvice:
    """Weigh every door for what a wish asks for a truck; a door that it names counts for nothing.

    Without a start the truck's own counts, or now where that is over or the truck is here.  What
    is suggested can be booked.  NotFoundError for an unknown number; RefusedError for a truck that
    is over and a window that is none.
    """
    with desk.store.read(desk.stamp()) as work:
        visit, now = _visit(work, direction, number, wish), work.stamp.at
        wish = replace(wish, door="", start=wish.start or _start(visit, now))
        event = event_of(visit, wish, work.settings, now)
        claim = replace(claim_of(work, visit, event), door="")
        if found := window_conflicts(claim):
            says = conflict_words(found[0], work.settings.zone)
            raise RefusedError("not_booked", number=number, says=says)
        carry = Ways(work).carry(_shares(work, desk, claim))
        others = standing_now(work.visits.bookings(), now)
        options = choose_door(claim, work.doors.all(), others, work.settings, carry)
        return DoorAdvice(claim, options, carry, work.settings.zone)


def _visit(work: Work, direction: str, number: str, wish: Wish) -> Visit:
    """Return a truck's visit, or what a new one would be; nothing is written."""
    known = work.visits.find(direction, number)
    if known is None and begins_visit(direction, wish):
        refuse_new(work, direction, number)
        at = wish.start or work.stamp.at
        return Visit(0, number, direction, DockState("cancelled", at), fresh=True)
    return known or find_visit(work, direction, number)


def _start(visit: Visit, now: datetime) -> datetime:
    state = visit.state
    if state.arrived_at is not None or visit.fresh:
        return now
    return max(state.start_at or state.expected_at, now)


def _shares(work: Work, desk: Desk, claim: Booking) -> Mapping[str, int]:
    """Return the units (each) that a delivery's truck brings to waiting orders, by order."""
    if claim.direction != INBOUND:
        return {}
    served = serves_of(desk.planner.current(work), work, work.stamp.at).get(claim.number)
    return served.shares if served else {}


def suggestion_json(advice: DoorAdvice) -> dict[str, Any]:
    """Return a suggestion as ``appointment --suggest --json`` prints it."""
    claim, best, zone = advice.claim, advice.best, advice.zone
    return {
        **named(claim.direction, claim.number),
        "start": print_instant(claim.start),
        "end": print_instant(claim.end),
        "needs": sorted(claim.needs),
        "lanes": [{"lane": lane, "units": units} for lane, units in advice.carry.units.items()],
        "door": best.door if best else None,
        "from": print_instant(best.start) if best and best.start else None,
        "says": suggestion_sentence(claim, advice.options, advice.carry, zone),
        "doors": [_option_json(option, advice) for option in advice.options],
    }


def _option_json(option: DoorOption, advice: DoorAdvice) -> dict[str, Any]:
    start, until = option.start, option.free_until
    return {
        "door": option.door,
        "free": option.free,
        "from": print_instant(start) if start else None,
        "until": print_instant(until) if until else None,
        "steps": option.steps,
        "conflicts": [
            {"code": one.code, "says": conflict_sentence(one, advice.zone)}
            for one in option.conflicts
        ],
        "says": option_sentence(advice.claim, option, advice.carry, advice.zone),
    }
