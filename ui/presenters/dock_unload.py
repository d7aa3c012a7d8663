"""What to unload next, as the list beside the board shows it.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.dock import BY_RULE, NO_TURN, PUT_AT
from app.texts import screen
from app.texts.dock import put_words, why_words
from ui.models.dock_unload import UnloadRow
from ui.presenters.dock_clocks import paid_note

if TYPE_CHECKING:
    from datetime import tzinfo

    from app.domain.board import Slot
    from app.domain.plan.values import Unload
    from app.services.dock_board import DockDay


REASONS = ("put_why_perishable", "put_why_customer", "put_why_driver", "put_why_space")


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
    turn, turn_kind = _turn(row) if state.status not in NO_TURN else ("", "")
    return UnloadRow(
        row.rank,
        row.asn,
        truck.carrier or truck.supplier,
        "garage_home" if state.status == "arrived" else "sensor_door",
        _where(slot, zone),
        row.late_units,
        row.due_units,
        row.units - row.late_units - row.due_units,
        f"{why_words(row)} {paid_note(clock, zone)}".rstrip(),
        action,
        kind,
        door,
        forecast=not row.arrived,
        put=put_words(row),
        turn=turn,
        turn_kind=turn_kind,
        reasons=put_reasons() if turn_kind == PUT_AT else (),
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


def _turn(row: Unload) -> tuple[str, str]:
    """Return the name of the button that changes whose turn it is, and what it asks for."""
    if row.put is not None:
        return screen("back_to_ranking"), BY_RULE
    return (screen("unload_first"), PUT_AT) if row.rank > 1 else ("", "")


def put_reasons() -> tuple[tuple[str, str], ...]:
    """Offer why a truck goes first, as the causes of its waiting are offered; none, last."""
    texts = [screen(name) for name in REASONS]
    return (*((text, text[0].upper() + text[1:]) for text in texts), ("", screen("put_why_none")))


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
