"""Where an instant, a door and a block stand on the board; pure arithmetic in px."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from ui.models.dock import YARD, BlockState

if TYPE_CHECKING:
    from ui.models.dock import Block, DockScene

DAY, SHIFT, HOUR = 0, 1, 2
PX_PER_HOUR = (55.0, 148.0, 420.0)
SNAP = timedelta(minutes=15)
GONE = frozenset({BlockState.DEPARTED, BlockState.NO_SHOW})  # take no door any more


@dataclass(frozen=True, slots=True)
class Scale:
    """Hours across: ``begins`` stands at 0, an hour is ``px_per_hour`` wide."""

    begins: datetime
    ends: datetime
    px_per_hour: float

    @property
    def width(self) -> float:
        """The whole board's width in px."""
        return self.x(self.ends)

    def x(self, at: datetime) -> float:
        """Where an aware instant stands, px; true time, also over a change of the clocks."""
        return (at.timestamp() - self.begins.timestamp()) / 3600 * self.px_per_hour

    def instant(self, x: float) -> datetime:
        """The instant at a place, in the board's zone."""
        seconds = self.begins.timestamp() + x / self.px_per_hour * 3600
        return datetime.fromtimestamp(seconds, self.begins.tzinfo)

    def snapped(self, x: float) -> datetime:
        """The nearest quarter of an hour that lies on the board."""
        steps = round(x / self.px_per_hour * 3600 / SNAP.total_seconds())
        seconds = self.begins.timestamp() + steps * SNAP.total_seconds()
        last = self.ends.timestamp() - SNAP.total_seconds()
        kept = min(max(seconds, self.begins.timestamp()), last)
        return datetime.fromtimestamp(kept, self.begins.tzinfo)

    def hours(self) -> list[datetime]:
        """Every full hour from the beginning to the end, in the board's zone."""
        first = self.begins.timestamp()
        count = int((self.ends.timestamp() - first) // 3600)
        return [
            datetime.fromtimestamp(first + hour * 3600, self.begins.tzinfo)
            for hour in range(count + 1)
        ]


def make_scale(scene: DockScene, zoom: int, room: float, text_zoom: float = 1.0) -> Scale:
    """The scale of a zoom (`DAY`, `SHIFT`, `HOUR`); wider with larger text, or to fill ``room``."""
    hours = max((scene.ends.timestamp() - scene.begins.timestamp()) / 3600, 1)
    return Scale(scene.begins, scene.ends, max(PX_PER_HOUR[zoom] * text_zoom, room / hours))


@dataclass(frozen=True, slots=True)
class Target:
    """Where a block would go: a door and a start; ``taken_by`` tells whose time that is, or ""."""

    door: str
    start: datetime
    taken_until: datetime | None = None


def find_target(scene: DockScene, block: Block, door: str, start: datetime) -> Target:
    """The target with what stands in its way: another truck's time or a closed door."""
    begin, span = start.timestamp(), block.end.timestamp() - block.start.timestamp()
    if door == YARD:
        return Target(door, start)
    taken = [
        (other.start, other.end)
        for other in scene.blocks
        if other.door == door and other.id != block.id and other.state not in GONE
    ]
    taken += [(closed.start, closed.end) for closed in scene.closures if closed.door == door]
    for first, last in sorted(taken):
        if first.timestamp() < begin + span and begin < last.timestamp():
            return Target(door, start, last)
    return Target(door, start)
