"""What Dock shows of a day's board.  Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.texts import screen
from app.texts.wording import weekday_words
from ui.models.dock import (
    DockScene,
    Door,
    EmptyBoard,
)
from ui.presenters.dock_blocks import block_of
from ui.presenters.dock_clocks import (
    late_door,
)
from ui.presenters.dock_closures import closures_of
from ui.presenters.dock_facts import day_facts
from ui.presenters.dock_hours import reach_hours, reach_note, work_hours, work_note
from ui.presenters.dock_rules import rules_of
from ui.presenters.dock_unload import unload_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from app.domain.board import Slot
    from app.services.dock_board import DockDay

DIRECTIONS = {"in": "inbound", "out": "outbound", "both": "in_and_out"}
SHIFT_BEGINS, SHIFT_ENDS = 6, 20


def dock_scene(board: DockDay, zone: tzinfo) -> DockScene:
    """Show a day: doors down, hours across, and what to unload next."""
    slots, now = (*board.slots, *board.pickups), board.as_of.astimezone(zone)
    today = now.date() == board.day
    begins, ends = _hours(slots, board, zone)
    note, note_state = work_note(board.workload or (), zone)
    return DockScene(
        board.day,
        f"{weekday_words(board.day)} {board.day:%Y}",
        begins,
        ends,
        now=now if today else None,
        doors=_doors(board),
        blocks=tuple(block_of(slot, board, zone) for slot in slots),
        closures=closures_of(board, begins, ends, zone),
        rules=rules_of(board),
        facts=day_facts(board),
        unload=unload_rows(board, zone) if today else (),
        unload_note=screen("unload_note"),
        hours=reach_hours(board.reach or (), zone),
        hours_note=reach_note(board.reach or ()),
        work=work_hours(board.workload or (), zone),
        work_note=note,
        work_state=note_state,
        late_door=late_door(board),
        empty=None if slots else EmptyBoard(screen("empty_day"), screen("empty_day_about")),
    )


def _doors(board: DockDay) -> tuple[Door, ...]:
    """Return the doors that take deliveries, then those for pickups alone."""
    doors = sorted(board.door_rules, key=lambda door: door.direction == "out")
    return tuple(
        Door(
            door.code,
            screen(DIRECTIONS[door.direction]),
            door.direction == "out",
            door.direction == "both",
        )
        for door in doors
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
