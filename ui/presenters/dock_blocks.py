"""A day's trucks as the blocks of the board.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.appointments import WAY
from app.domain.board import OUTBOUND
from app.texts import screen
from app.texts.dock import conflict_sentence
from ui.models.dock import YARD, Badge, Block, BlockNote, BlockState, EventChoice
from ui.presenters.dock_causes import cause_choices, cause_of
from ui.presenters.dock_choices import with_weighed
from ui.presenters.dock_clocks import ClockWords, clock_words, span_words
from ui.presenters.dock_pickups import pickup_note
from ui.presenters.dock_rules import block_id
from ui.presenters.dock_saying import event_word

if TYPE_CHECKING:
    from datetime import tzinfo

    from app.domain.board import Slot
    from app.domain.truck_details import Details
    from app.services.dock_board import DockDay

STATES = {
    "arrived": BlockState.IN_YARD,
    "at_door": BlockState.AT_DOOR,
    "unloading": BlockState.UNLOADING,
    "done": BlockState.DONE,
    "closed": BlockState.DONE,
    "departed": BlockState.DEPARTED,
    "no_show": BlockState.NO_SHOW,
    "cancelled": BlockState.NO_SHOW,
}
PICKUP_STATES = {"at_door": BlockState.PICK_UP, "unloading": BlockState.LOADING}
PICKUP_WORDS = {"scheduled": "pick_up", "unloading": "loading"}
EVENTS = {
    "requested": ("confirm", "cancel"),
    "scheduled": ("arrive", "at_door", "no_show", "cancel"),
    "arrived": ("at_door", "unloading", "depart", "undo"),
    "at_door": ("unloading", "done", "depart", "undo"),
    "unloading": ("done", "depart", "undo"),
    "done": ("depart", "undo"),
    "departed": ("undo",),
    "no_show": ("arrive", "undo"),
    "cancelled": ("undo",),
    "closed": ("undo",),
}
EVENT_ICONS = {
    "confirm": "task_alt",
    "arrive": "garage_home",
    "at_door": "sensor_door",
    "unloading": "forklift",
    "done": "task_alt",
    "depart": "logout",
    "no_show": "event_busy",
    "cancel": "cancel",
    "undo": "undo",
}
MOVABLE = frozenset({"requested", "scheduled", "arrived", "no_show"})
RESIZABLE = frozenset({"requested", "scheduled", "arrived", "at_door", "unloading"})
OVER = frozenset({"closed", "cancelled", "departed"})
_LOST = frozenset({"no_show", "cancelled"})


def block_of(slot: Slot, board: DockDay, zone: tzinfo) -> Block:
    """Show one truck of a day."""
    truck, state = slot.truck, slot.truck.state
    outbound = truck.direction == OUTBOUND
    clock = ClockWords() if outbound else clock_words(slot, board)
    serves = slot.cross_dock_units and slot.orders
    return Block(
        block_id(truck),
        state.door if state.status != "arrived" else YARD,
        truck.start.astimezone(zone),
        truck.end.astimezone(zone),
        _state(slot),
        _word(slot, zone),
        truck.carrier or truck.supplier or truck.asn,
        truck.asn,
        load_words(state.details) if outbound else screen("units", units=truck.units),
        progress=_progress(slot),
        badge=Badge(slot.cross_dock_units, len(slot.orders), len(slot.late_orders))
        if serves
        else None,
        note=None if serves else _note(slot, board, zone),
        clock=clock.text,
        clock_short=clock.short,
        clock_state=clock.state,
        conflict=_conflict(slot, zone),
        movable=state.status in MOVABLE,
        resizable=state.status in RESIZABLE and state.start_at is not None,
        outbound=outbound,
        events=with_weighed((*_events(slot, board), *cause_choices(state)), slot, board, zone),
        editable=state.status not in OVER,
        cause=cause_of(state),
    )


def load_words(details: Details) -> str:
    """Return what a truck takes away: ``11 pallets, 3 cartons``; "" where nobody said."""
    loads = {"pallets": details.pallets, "cartons": details.cartons, "loose": details.loose}
    return ", ".join(screen(f"load_{name}", count=count) for name, count in loads.items() if count)


def _note(slot: Slot, board: DockDay, zone: tzinfo) -> BlockNote | None:
    state = slot.truck.state
    if slot.truck.direction == OUTBOUND:
        said = BlockNote(state.details.note) if state.details.note else None
        return pickup_note(board.ready.get(slot.truck.asn), zone) or said
    if slot.cross_dock_units:
        return BlockNote(screen("crossed", units=slot.cross_dock_units))
    return BlockNote(screen("without_it" if state.status in _LOST else "no_waiting"))


def _conflict(slot: Slot, zone: tzinfo) -> str:
    clash = [screen("clash", asns=", ".join(slot.conflicts))] if slot.conflicts else []
    return " ".join([*clash, *(conflict_sentence(one, zone) for one in slot.problems)])


def _state(slot: Slot) -> BlockState:
    if slot.late_by is not None:
        return BlockState.LATE
    status = slot.truck.state.status
    if slot.truck.direction == OUTBOUND:
        return PICKUP_STATES.get(status, STATES.get(status, BlockState.PICK_UP))
    return STATES.get(status, BlockState.SCHEDULED)


def _word(slot: Slot, zone: tzinfo) -> str:
    if slot.late_by is not None:
        return screen("late_by", span=span_words(slot.late_by))
    truck, status = slot.truck, slot.truck.state.status
    if status == "arrived":
        if not truck.state.door:
            return screen("in_yard")
        time = f"{truck.start.astimezone(zone):%H:%M}"
        return screen("in_yard_booked", door=truck.state.door, time=time)
    if truck.direction == OUTBOUND and status in PICKUP_WORDS:
        return screen(PICKUP_WORDS[status])
    if status == "unloading":
        percent = _progress(slot)
        return screen("unloading", percent=percent) if percent else screen("unloading_start")
    return screen("done" if status == "closed" else status)


def _progress(slot: Slot) -> int | None:
    if slot.truck.state.status != "unloading" or not slot.truck.units:
        return None
    return min(100, 100 * slot.truck.received // slot.truck.units)


def _events(slot: Slot, board: DockDay) -> list[EventChoice]:
    return [_event(kind, slot, board) for kind in EVENTS.get(slot.truck.state.status, ())]


def _event(kind: str, slot: Slot, board: DockDay) -> EventChoice:
    direction = slot.truck.direction
    doors = [d.code for d in board.door_rules if d.direction in ("both", WAY[direction])]
    word, icon = event_word(kind, direction), EVENT_ICONS[kind]
    return EventChoice(kind, word, icon, tuple(doors) if kind == "at_door" else ())
