"""Where blocks would stand that are moved by the same time and doors.  Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ui.models.dock import YARD, Place
from ui.views.dock_scale import SNAP

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from ui.models.dock import Block
    from ui.views.dock_grid import Grid

QUARTER = SNAP.total_seconds()


@dataclass(frozen=True, slots=True)
class Shift:
    """So many seconds later and so many lanes down; in the ``yard`` all lose their doors.

    From the yard, where there is no lane, lanes count from the first door.
    """

    seconds: float = 0.0
    lanes: int = 0
    yard: bool = False

    @classmethod
    def between(cls, grid: Grid, block: Block, lane: str, start: datetime) -> Shift:
        """Return what takes a block to a lane and a start."""
        seconds = start.timestamp() - block.start.timestamp()
        if lane == YARD:
            return cls(seconds, 0, yard=True)
        return cls(seconds, _lane(grid, lane) - _lane(grid, block.door))

    def stepped(self, grid: Grid, blocks: Sequence[Block], quarters: int, lanes: int) -> Shift:
        """Return it so much further, the first block's start on a full quarter of an hour.

        Up from the first door the yard comes, and down from there the door again.
        """
        if self.yard:
            return replace(self, yard=lanes <= 0)
        seconds, down = self.seconds, self.lanes + lanes
        if quarters:
            lead = blocks[0].start
            later = grid.scale.later(grid.scale.after(lead, seconds), quarters)
            seconds = later.timestamp() - lead.timestamp()
        kept = replace(self, seconds=seconds, lanes=down).within(grid, blocks)
        leaves = down < kept.lanes and all(block.door != YARD for block in blocks)
        return replace(kept, yard=leaves)

    def within(self, grid: Grid, blocks: Sequence[Block]) -> Shift:
        """Return as much of it as keeps all blocks on the board's doors and hours."""
        lanes = [_lane(grid, block.door) for block in blocks]
        starts = [block.start.timestamp() for block in blocks]
        first, last = grid.scale.begins.timestamp(), grid.scale.ends.timestamp() - QUARTER
        return replace(
            self,
            seconds=min(max(self.seconds, first - min(starts)), last - max(starts)),
            lanes=min(max(self.lanes, -min(lanes)), len(grid.doors) - 1 - max(lanes)),
        )


def places_of(grid: Grid, blocks: Sequence[Block], shift: Shift) -> tuple[Place, ...]:
    """Return where blocks would stand, all moved alike; in the yard each keeps its time."""
    if shift.yard:
        return tuple(Place(block.id, YARD, block.start) for block in blocks)
    kept = shift.within(grid, blocks)
    return tuple(
        Place(
            block.id,
            grid.doors[_lane(grid, block.door) + kept.lanes].name,
            grid.scale.after(block.start, kept.seconds),
        )
        for block in blocks
    )


def stretched(block: Block, end: datetime) -> Place:
    """Return a block that stays until another end, a quarter of an hour at least."""
    least = block.start.timestamp() + QUARTER
    kept = end if end.timestamp() >= least else type(end).fromtimestamp(least, end.tzinfo)
    return Place(block.id, block.door, block.start, kept)


def unmoved(blocks: Sequence[Block], places: Sequence[Place]) -> bool:
    """Tell whether every block stands there already."""
    return all(
        (place.door, place.start, place.end or block.end) == (block.door, block.start, block.end)
        for block, place in zip(blocks, places, strict=True)
    )


def _lane(grid: Grid, door: str) -> int:
    """The lane of a door; from the yard the first one."""
    return next((place for place, shown in enumerate(grid.doors) if shown.name == door), 0)
