"""What Dock shows of a day's board.  Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.texts import screen
from ui.models.dock import (
    YARD,
    Badge,
    Block,
    BlockNote,
    BlockState,
    DockScene,
    Door,
    EmptyBoard,
    EventChoice,
    Fact,
    UnloadRow,
)
from ui.presenters.dock_clocks import (
    clock_words,
    late_door,
    paid_note,
    span_words,
)
from ui.presenters.dock_hours import reach_hours, reach_note, work_hours, work_note

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from app.domain.board import Slot
    from app.domain.clocks import Clock
    from app.domain.plan.values import Unload
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
EVENT_WORDS = {
    "confirm": ("confirm_event", "task_alt"),
    "arrive": ("check_in", "garage_home"),
    "at_door": ("to_door", "sensor_door"),
    "unloading": ("unload", "forklift"),
    "done": ("finished", "task_alt"),
    "depart": ("leaves", "logout"),
    "no_show": ("no_show_event", "event_busy"),
    "cancel": ("cancel_event", "cancel"),
    "undo": ("take_back", "undo"),
}
MOVABLE = frozenset({"requested", "scheduled", "arrived", "no_show"})
SHIFT_BEGINS, SHIFT_ENDS = 6, 20


def dock_scene(board: DockDay, zone: tzinfo) -> DockScene:
    """Show a day: doors down, hours across, and what to unload next."""
    slots, now = board.slots, board.as_of.astimezone(zone)
    today = now.date() == board.day
    begins, ends = _hours(slots, board, zone)
    note, note_state = work_note(board.workload or (), zone)
    return DockScene(
        board.day,
        f"{board.day:%a %-d %b %Y}",
        begins,
        ends,
        now=now if today else None,
        doors=tuple(Door(door, screen("inbound")) for door in board.doors),
        blocks=tuple(_block(slot, board, zone) for slot in slots),
        facts=_facts(slots, board),
        unload=_unload(board, zone) if today else (),
        unload_note=screen("unload_note"),
        hours=reach_hours(board.reach or (), zone),
        hours_note=reach_note(board.reach or ()),
        work=work_hours(board.workload or (), zone),
        work_note=note,
        work_state=note_state,
        late_door=late_door(board),
        empty=None if slots else EmptyBoard(screen("empty_day"), screen("empty_day_about")),
    )


def _hours(slots: Sequence[Slot], board: DockDay, zone: tzinfo) -> tuple[datetime, datetime]:
    midnight = datetime.combine(board.day, datetime.min.time(), zone)
    begins, ends = midnight.replace(hour=SHIFT_BEGINS), midnight.replace(hour=SHIFT_ENDS)
    for slot in slots:
        start = slot.truck.start.astimezone(zone)
        if start.date() == board.day:
            begins = min(begins, start.replace(minute=0, second=0))
            ends = max(ends, min(slot.truck.end.astimezone(zone), midnight + timedelta(days=1)))
    return begins, ends


def _block(slot: Slot, board: DockDay, zone: tzinfo) -> Block:
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
        events=tuple(_event(kind, board.doors) for kind in EVENTS.get(state.status, ())),
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
    word, icon = EVENT_WORDS[kind]
    return EventChoice(kind, screen(word), icon, doors if kind == "at_door" else ())


def _facts(slots: Sequence[Slot], board: DockDay) -> tuple[Fact, ...]:
    def asns(kept: Sequence[Slot]) -> frozenset[str]:
        return frozenset(slot.truck.asn for slot in kept)

    yard = [slot for slot in slots if slot.truck.state.status == "arrived"]
    busy = [slot for slot in slots if slot.truck.state.status in ("at_door", "unloading")]
    late = [s for s in slots if s.late_by is not None or s.truck.state.status == "no_show"]
    serving = [slot for slot in slots if slot.cross_dock_units]
    units = sum(slot.cross_dock_units for slot in slots)
    served = {order for slot in slots for order in slot.orders}
    late_served = {order for slot in slots for order in slot.late_orders}
    relief = [slot for slot in slots if slot.late_orders]
    doors = screen("doors_busy_value", busy=len(busy), doors=len(board.doors))
    return (
        Fact("trucks", "local_shipping", str(len(slots)), screen("trucks_today")),
        Fact("yard", "garage_home", str(len(yard)), screen("in_the_yard"), "", asns(yard)),
        Fact("doors", "sensor_door", doors, screen("doors_busy"), "", asns(busy)),
        Fact(
            "late",
            "schedule",
            str(len(late)),
            screen("late_or_no_show"),
            "warn" if late else "",
            asns(late),
        ),
        Fact(
            "cross",
            "swap_horiz",
            screen("cross_dock_value", units=units),
            screen("cross_dock_today"),
            "ok",
            asns(serving),
        ),
        Fact(
            "orders",
            "task_alt",
            screen("orders_value", orders=len(served)),
            screen("orders_served"),
            "ok",
            asns(serving),
        ),
        Fact(
            "relief",
            "alarm",
            screen("late_orders_value", orders=len(late_served)),
            screen("late_served"),
            "bad" if relief else "",
            asns(relief),
        ),
    )


def _unload(board: DockDay, zone: tzinfo) -> tuple[UnloadRow, ...]:
    slots = {slot.truck.asn: slot for slot in board.slots}
    free = _free_doors(board)
    return tuple(
        _unload_row(row, slots[row.asn], free, zone, board.clocks.get(row.asn))
        for row in board.unload
        if row.asn in slots
    )


def _free_doors(board: DockDay) -> list[str]:
    taken = {s.truck.state.door for s in board.slots if s.truck.state.status in _AT_DOORS}
    return [door for door in board.doors if door not in taken]


def _unload_row(
    row: Unload, slot: Slot, free: list[str], zone: tzinfo, clock: Clock | None
) -> UnloadRow:
    truck, state = slot.truck, slot.truck.state
    action, kind, door = _next_step(slot, free)
    return UnloadRow(
        row.rank,
        row.asn,
        truck.carrier or truck.supplier,
        "garage_home" if state.status == "arrived" else "sensor_door",
        _where(slot, zone),
        row.late_units,
        row.due_units,
        row.units - row.late_units - row.due_units,
        f"{_why(row)} {paid_note(clock, zone)}".rstrip(),
        action,
        kind,
        door,
        forecast=not row.arrived,
    )


def _where(slot: Slot, zone: tzinfo) -> str:
    state = slot.truck.state
    if state.status in ("at_door", "unloading", "done"):
        return screen("at_door_place", door=state.door or "–")
    if state.status == "arrived":
        return screen("yard_place")
    time = f"{state.expected_at.astimezone(zone):%H:%M}"
    if state.door:
        return screen("due_place_door", time=time, door=state.door)
    return screen("due_place", time=time)


def _why(row: Unload) -> str:
    if row.late_units:
        return screen("why_late", units=row.late_units)
    if row.due_units:
        return screen("why_due", units=row.due_units)
    return screen("why_units", units=row.units) if row.units else screen("why_nothing")


def _next_step(slot: Slot, free: list[str]) -> tuple[str, str, str]:
    """Return the one button of a row: its word, what it asks for, and the door it names.

    A free door is named once: the next truck is called to the next one.
    """
    status = slot.truck.state.status
    if status == "arrived":
        if not free:
            return (screen("open_receipt"), "open", "")
        booked = slot.truck.state.door
        door = booked if booked in free else free[0]
        free.remove(door)
        return (screen("call_to", door=door), "at_door", door)
    if status == "at_door":
        return (screen("start_unloading"), "unloading", "")
    if status in ("unloading", "done"):
        return (screen("open_receipt"), "open", "")
    return (screen("check_in"), "arrive", "")


_LOST = frozenset({"no_show", "cancelled"})
_AT_DOORS = frozenset({"at_door", "unloading", "done"})
