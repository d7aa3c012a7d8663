"""When doors take no truck: outside their hours, and while they are out of use.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.door_hours import closings
from app.texts import screen
from app.texts.wording import weekday_words
from ui.models.dock import Closure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime, tzinfo

    from app.domain.appointments import Block, Door
    from app.services.dock_board import DockDay


def closures_of(
    board: DockDay, begins: datetime, ends: datetime, zone: tzinfo
) -> tuple[Closure, ...]:
    """Return what is shaded between two instants; blocks after the hours that they lie over."""
    return tuple(one for door in board.door_rules for one in _at_door(door, begins, ends, zone))


def _at_door(door: Door, begins: datetime, ends: datetime, zone: tzinfo) -> Iterator[Closure]:
    about = screen("open_only", hours=door.hours)
    for start, end in closings(door.hours, begins, ends, zone):
        span = start.astimezone(zone), end.astimezone(zone)
        yield Closure(door.code, *span, screen("door_shut"), about, plain=True)
    for block in door.blocks:
        if block.start < ends and begins < block.end:
            yield _out_of_use(door.code, block, zone)


def _out_of_use(door: str, block: Block, zone: tzinfo) -> Closure:
    start, end = block.start.astimezone(zone), block.end.astimezone(zone)
    until = f"{end:%H:%M}" if start.date() == end.date() else f"{weekday_words(end)} {end:%H:%M}"
    about = screen("out_until", time=until)
    return Closure(door, start, end, block.note or screen("out_of_use"), about)
