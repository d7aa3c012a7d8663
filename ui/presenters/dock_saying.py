"""What a choice on the board says of a truck, as an event and in words.  Pure."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.board import INBOUND, OUTBOUND
from app.domain.dock import BY_RULE, PUT_AT
from app.services.trucks import TruckEvent
from app.texts import screen
from ui.presenters.dock_causes import CAUSE
from ui.presenters.dock_clocks import span_words

if TYPE_CHECKING:
    from app.domain.board import Truck
    from app.services.dock_board import DockDay

LATE = "late"  # with minutes: it will come so much after its time
EVENT_NAMES = {
    "confirm": "confirm_event",
    "arrive": "check_in",
    "at_door": "to_door",
    "unloading": "unload",
    "done": "finished",
    "depart": "leaves",
    "no_show": "no_show_event",
    "cancel": "cancel_event",
    "undo": "take_back",
}


def event_word(kind: str, direction: str) -> str:
    """Return what an event is called: a delivery is unloaded, a pickup loaded."""
    loads = kind == "unloading" and direction == OUTBOUND
    return screen("loading" if loads else EVENT_NAMES[kind])


def told_event(
    asn: str,
    kind: str,
    what: str,
    board: DockDay | None,
    actor: str,
    direction: str = INBOUND,
) -> tuple[TruckEvent, str]:
    """Return what is said, and how it reads once it is.

    ``what`` is the door that belongs to an event, with ``late`` the minutes, else the reason.
    """
    if kind == PUT_AT:
        told = {"place": 1, "by": actor, "reason": what}
        return TruckEvent(kind, details=told), screen("put_told", carrier=asn)
    if kind == BY_RULE:
        return TruckEvent(kind), screen("ranked_told", carrier=asn)
    truck = truck_of(board, asn)
    if kind == CAUSE:
        name = "cause_told" if what else "cause_over"
        return TruckEvent(kind, details={"cause": what}), screen(name, carrier=asn, cause=what)
    if kind == LATE and truck is not None:
        by = timedelta(minutes=int(what))
        said = screen("late_told", carrier=asn, span=span_words(by))
        return TruckEvent("estimate", truck.start + by), said
    said = screen("told", carrier=asn, event=event_word(kind, direction))
    return TruckEvent(kind, door=what), said


def truck_of(board: DockDay | None, asn: str) -> Truck | None:
    """Return a truck of the board by its number; None where it is not there."""
    slots = board.slots if board else ()
    return next((slot.truck for slot in slots if slot.truck.asn == asn), None)
