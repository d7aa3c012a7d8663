"""What to unload next, as the list beside the board shows it.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.texts import screen
from ui.models.dock import UnloadRow
from ui.presenters.dock_clocks import paid_note

if TYPE_CHECKING:
    from datetime import tzinfo

    from app.domain.board import Slot
    from app.domain.plan.values import Unload
    from app.services.dock_board import DockDay


def unload_rows(board: DockDay, zone: tzinfo) -> tuple[UnloadRow, ...]:
    """Show the trucks in the order of what they do for waiting orders."""
    slots = {slot.truck.asn: slot for slot in board.slots}
    return tuple(
        _unload_row(row, slots[row.asn], board, zone) for row in board.unload if row.asn in slots
    )


def _unload_row(row: Unload, slot: Slot, board: DockDay, zone: tzinfo) -> UnloadRow:
    clock = board.clocks.get(row.asn)
    truck, state = slot.truck, slot.truck.state
    action, kind, door = _next_step(slot, board)
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


def _next_step(slot: Slot, board: DockDay) -> tuple[str, str, str]:
    """Return the one button of a row: its word, what it asks for, and the door it names."""
    status = slot.truck.state.status
    if status == "arrived":
        call = board.calls.get(slot.truck.asn)
        if call is None:
            return (screen("open_receipt"), "open", "")
        return (screen("call_to", door=call.door), "at_door", call.door)
    if status == "at_door":
        return (screen("start_unloading"), "unloading", "")
    if status in ("unloading", "done"):
        return (screen("open_receipt"), "open", "")
    return (screen("check_in"), "arrive", "")
