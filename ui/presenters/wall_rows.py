"""Each door as a wall screen shows it: who is there, whom to call, or why it is shut.  Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.appointments import Door
from app.domain.board import OUTBOUND
from app.domain.clocks import MINUTE
from app.domain.door_now import closing_of
from app.texts import screen
from ui.models.wall import WallNote, WallRow
from ui.presenters.dock_blocks import block_of
from ui.presenters.dock_clocks import clock_words, span_words
from ui.presenters.marks import AT_DOOR

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, tzinfo

    from app.domain.board import Slot
    from app.domain.door_now import Closing
    from app.services.dock_board import DockDay
    from ui.models.dock_unload import UnloadRow

NOTHING = timedelta()
BOOKED = frozenset({"scheduled", "arrived"})
TURN = {"unloading": 0, "at_door": 1, "done": 2}  # who is shown where several stand at one door


@dataclass(frozen=True, slots=True)
class _AtDoor:
    """One door of a day: who is ``here``, who is booked (``ahead``, by start), who is called."""

    door: Door
    here: Sequence[Slot]
    ahead: Sequence[Slot]
    called: Slot | None
    board: DockDay
    zone: tzinfo

    def time(self, instant: datetime) -> str:
        """Return the site's clock."""
        return f"{instant.astimezone(self.zone):%H:%M}"


def door_rows(board: DockDay, unload: Sequence[UnloadRow], zone: tzinfo) -> tuple[WallRow, ...]:
    """Show each door, those for pickups alone below the others; ``unload`` is the day's list."""
    rules = {door.code: door for door in board.door_rules}
    doors = [rules.get(code, Door(code)) for code in board.doors]
    by_number = {slot.truck.asn: slot for slot in board.slots}
    calls = {row.door: by_number[row.asn] for row in unload if row.kind == "at_door"}
    here: dict[str, list[Slot]] = {}
    ahead: dict[str, list[Slot]] = {}
    for slot in (*board.slots, *board.pickups):
        state = slot.truck.state
        if state.status in AT_DOOR:
            here.setdefault(state.door, []).append(slot)
        elif state.status in BOOKED:
            ahead.setdefault(state.door, []).append(slot)
    rows = []
    for door in sorted(doors, key=lambda one: one.direction == "out"):
        booked = sorted(ahead.get(door.code, ()), key=lambda slot: slot.truck.start)
        there = sorted(here.get(door.code, ()), key=lambda slot: TURN[slot.truck.state.status])
        rows.append(_row(_AtDoor(door, there, booked, calls.get(door.code), board, zone)))
    return tuple(rows)


def name_of(slot: Slot) -> str:
    """Return what people call a truck: its carrier, else its supplier, else its number."""
    truck = slot.truck
    return truck.carrier or truck.supplier or truck.asn


def _row(at: _AtDoor) -> WallRow:
    if at.here:
        return _taken(at, at.here[0])
    closing = closing_of(at.door, at.board.as_of, at.zone)
    if closing is not None:
        return _closed(at, closing)
    if at.called is not None:
        return _free(at, at.called)
    first = at.ahead[0] if at.ahead else None
    if first is not None and first.late_by is not None:
        return _late(at, first)
    if first is not None and first.truck.direction == OUTBOUND and _is_for_pickups(at, first):
        return _pick_up(at, first)
    return _free(at, None)


def _is_for_pickups(at: _AtDoor, first: Slot) -> bool:
    """Tell whether the pickup is what to look out for: the door has no other use, or it is here."""
    return at.door.direction == "out" or first.truck.state.status == "arrived"


def _taken(at: _AtDoor, slot: Slot) -> WallRow:
    block = block_of(slot, at.board, at.zone)
    below = _next(at, at.ahead)
    if slot.truck.direction == OUTBOUND:
        return _loading(at, slot, below)
    clock = clock_words(slot, at.board)
    done = slot.truck.state.status == "done"
    unloading = slot.truck.state.status == "unloading"
    return WallRow(
        at.door.code,
        "idle" if done else "info",
        "forklift" if unloading else "task_alt" if done else "sensor_door",
        screen("unloading_start") if unloading else block.word,
        span_words(_stood(at, slot)),
        name_of(slot),
        screen("wall_units", asn=slot.truck.asn, units=slot.truck.units),
        block.badge,
        None if block.badge or block.note is None else WallNote(block.note.text),
        below,
        block.progress,
        clock.state,
        late=below is not None and below.state == "warn",
    )


def _stood(at: _AtDoor, slot: Slot) -> timedelta:
    """Return a truck's dwell; before its clock runs, how long it has stood at the door."""
    clock, docked = at.board.clocks.get(slot.truck.asn), slot.truck.state.docked_at
    if clock is not None and clock.dwell_minutes:
        return clock.dwell_minutes * MINUTE
    return max(at.board.as_of - docked, NOTHING) if docked else NOTHING


def _loading(at: _AtDoor, slot: Slot, below: WallNote | None) -> WallRow:
    ends, now = slot.truck.end, at.board.as_of
    over = now > ends
    word = "wall_loading" if slot.truck.state.status == "unloading" else slot.truck.state.status
    beside = WallNote(screen("wall_on_time"), "ok", "check_circle")
    if over:
        beside = WallNote(screen("wall_over", span=span_words(now - ends)), "warn", "warning")
    return WallRow(
        at.door.code,
        "out",
        "forklift" if word == "wall_loading" else "upload",
        screen(word),
        screen("wall_due", time=at.time(ends)),
        name_of(slot),
        _numbered(slot),
        beside=beside,
        below=below,
        clock_state="warn" if over else "",
        late=over,
    )


def _closed(at: _AtDoor, closing: Closing) -> WallRow:
    until = closing.until
    opens = ""
    if until is not None:
        same = until.astimezone(at.zone).date() == at.board.day
        shown = at.time(until) if same else f"{until.astimezone(at.zone):%a %H:%M}"
        opens = screen("wall_until", time=shown)
    why = closing.note or (
        screen("wall_hours", hours=closing.hours) if closing.hours else screen("wall_out_of_use")
    )
    return WallRow(
        at.door.code,
        "idle",
        "lock",
        screen("wall_closed"),
        opens,
        why,
        screen("wall_out_of_use") if closing.note else "",
        below=_next(at, at.ahead),
    )


def _late(at: _AtDoor, slot: Slot) -> WallRow:
    state, now = slot.truck.state, at.board.as_of
    block = block_of(slot, at.board, at.zone)
    estimate = screen("wall_no_estimate")
    if state.expected_at > now:
        estimate = screen("wall_expected", time=at.time(state.expected_at))
    outbound = slot.truck.direction == OUTBOUND
    return WallRow(
        at.door.code,
        "warn",
        "schedule_fill",
        screen("wall_late"),
        span_words(slot.late_by or NOTHING),
        name_of(slot),
        screen("wall_booked", asn=slot.truck.asn, time=at.time(slot.truck.start)),
        None if outbound else block.badge,
        None if outbound or block.badge or block.note is None else WallNote(block.note.text),
        WallNote(estimate),
        clock_state="warn",
        late=True,
    )


def _pick_up(at: _AtDoor, slot: Slot) -> WallRow:
    here = slot.truck.state.status == "arrived"
    title = screen("wall_call", carrier=name_of(slot)) if here else name_of(slot)
    beside = WallNote(screen("wall_in_yard_since"), "out", "garage_home") if here else None
    return WallRow(
        at.door.code,
        "out",
        "upload",
        screen("wall_pick_up"),
        at.time(slot.truck.start),
        title,
        _numbered(slot),
        beside=beside,
        below=_next(at, at.ahead[1:]),
    )


def _free(at: _AtDoor, called: Slot | None) -> WallRow:
    ahead = [slot for slot in at.ahead if slot is not called]
    first = ahead[0].truck.start if ahead else None
    left = first - at.board.as_of if first is not None and first > at.board.as_of else None
    about = screen("wall_free_all")
    if first is not None and left is not None:
        about = screen("wall_free_until", time=at.time(first))
    row = WallRow(
        at.door.code,
        "ok",
        "check_circle",
        screen("wall_free"),
        "" if left is None else span_words(left),
        screen("wall_nobody"),
        about if left is not None or first is None else "",
        below=_next(at, ahead),
        quiet=True,
    )
    if called is None:
        return row
    block = block_of(called, at.board, at.zone)
    beside = None if block.badge or block.note is None else WallNote(block.note.text)
    title = screen("wall_call", carrier=name_of(called))
    return replace(row, title=title, badge=block.badge, beside=beside, quiet=False)


def _next(at: _AtDoor, ahead: Sequence[Slot]) -> WallNote | None:
    """Say who comes to the door next, and how long it will have to wait for it."""
    if not ahead:
        return None
    waits = {
        stay.truck.asn: stay.waits
        for late in at.board.overruns
        if late.door == at.door.code
        for stay in late.waiting
    }
    first = ahead[0]
    said = {"time": at.time(first.truck.start), "carrier": name_of(first)}
    if first.truck.asn in waits:
        span = span_words(waits[first.truck.asn])
        return WallNote(screen("wall_waits", span=span, **said), "warn", "warning")
    return WallNote(screen("wall_next", **said))


def _numbered(slot: Slot) -> str:
    return " · ".join(part for part in (slot.truck.asn, slot.truck.trailer) if part)
