"""A day's trucks as the blocks of the board.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.texts import screen
from ui.models.dock import YARD, Badge, Block, BlockNote, BlockState, EventChoice
from ui.presenters.dock_choices import with_weighed
from ui.presenters.dock_clocks import clock_words, span_words
from ui.presenters.dock_saying import EVENT_NAMES

if TYPE_CHECKING:
    from datetime import tzinfo

    from app.domain.board import Slot
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
_LOST = frozenset({"no_show", "cancelled"})


def block_of(slot: Slot, board: DockDay, zone: tzinfo) -> Block:
    """Show one truck of a day."""
    truck, state = slot.truck, slot.truck.state
    clock = clock_words(slot, board)
    at_door = state.door if state.status != "arrived" else YARD
    serves = slot.cross_dock_units and slot.orders
    note = screen("without_it" if state.status in _LOST else "no_waiting")
    if slot.cross_dock_units and not slot.orders:
        note = screen("crossed", units=slot.cross_dock_units)
    return Block(
        truck.id,
        at_door,
        truck.start.astimezone(zone),
        truck.end.astimezone(zone),
        _state(slot),
        _word(slot),
        truck.carrier or truck.supplier,
        truck.asn,
        screen("units", units=truck.units),
        progress=_progress(slot),
        badge=Badge(slot.cross_dock_units, len(slot.orders), len(slot.late_orders))
        if serves
        else None,
        note=None if serves else BlockNote(note),
        clock=clock.text,
        clock_short=clock.short,
        clock_state=clock.state,
        conflict=screen("clash", asns=", ".join(slot.conflicts)) if slot.conflicts else "",
        movable=state.status in MOVABLE,
        events=with_weighed(
            (_event(kind, board.doors) for kind in EVENTS.get(state.status, ())), slot, board, zone
        ),
    )


def _state(slot: Slot) -> BlockState:
    if slot.late_by is not None:
        return BlockState.LATE
    return STATES.get(slot.truck.state.status, BlockState.SCHEDULED)


def _word(slot: Slot) -> str:
    if slot.late_by is not None:
        return screen("late_by", span=span_words(slot.late_by))
    status = slot.truck.state.status
    if status == "arrived":
        return screen("in_yard")
    if status == "unloading":
        percent = _progress(slot)
        return screen("unloading", percent=percent) if percent else screen("unloading_start")
    return screen("done" if status == "closed" else status)


def _progress(slot: Slot) -> int | None:
    if slot.truck.state.status != "unloading" or not slot.truck.units:
        return None
    return min(100, 100 * slot.truck.received // slot.truck.units)


def _event(kind: str, doors: tuple[str, ...]) -> EventChoice:
    word, icon = screen(EVENT_NAMES[kind]), EVENT_ICONS[kind]
    return EventChoice(kind, word, icon, doors if kind == "at_door" else ())
