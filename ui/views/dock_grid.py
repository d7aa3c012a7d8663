"""The board's geometry: the yard's lane, then one lane for each door; px in the board."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from ui.models.dock import YARD, Block, Closure, Door
from ui.views.dock_paint import PAD

if TYPE_CHECKING:
    from ui.views.dock_scale import Scale

YARD_CARD, YARD_CARD_LEAST = 376, 230
_MORE = 100  # room for the words "n more"


@dataclass(frozen=True, slots=True)
class Grid:
    """``lane`` px for each door below ``yard`` px; the scale says where an instant stands."""

    scale: Scale
    doors: tuple[Door, ...]
    lane: float
    yard: float

    @property
    def height(self) -> float:
        """All lanes, px."""
        return self.yard + self.lane * len(self.doors)

    def top_of(self, door: str) -> float:
        """Where a door's lane begins; a door that is not shown lies out of sight."""
        names = [shown.name for shown in self.doors]
        return self.yard + self.lane * names.index(door) if door in names else -10 * self.lane

    def door_at(self, y: float) -> Door | None:
        """The door whose lane is at ``y``; None in the yard and outside."""
        place = int((y - self.yard) // self.lane) if y >= self.yard else -1
        return self.doors[place] if 0 <= place < len(self.doors) else None

    def rect_of(self, block: Block | Closure) -> QRectF:
        """Where a block or closure stands, cut at the hours that are shown."""
        return self.place(block.door, self.scale.x(block.start), self.scale.x(block.end))

    def place(self, door: str, left: float, right: float) -> QRectF:
        """A rectangle in a door's lane from ``left`` to ``right``, cut at the board's ends."""
        left, right = max(left, 0.0), min(right, self.scale.width)
        top = self.top_of(door) + PAD
        return QRectF(left, top, max(right - left, 12.0), self.lane - 2 * PAD)

    def shows(self, block: Block | Closure) -> bool:
        """Whether any of it lies in the lanes and hours shown (the yard's always does)."""
        if block.door == YARD:
            return True
        left, right = self.scale.x(block.start), self.scale.x(block.end)
        known = any(door.name == block.door for door in self.doors)
        return known and right > 0 and left < self.scale.width


def lane_height(block: float, doors: int, room: float) -> float:
    """The height of a door's lane; a little more than its block needs where that fills the room."""
    least = block + 2 * PAD
    share = room / max(doors, 1)
    return min(share, least + 8) if share >= least else least


def yard_places(count: int, room: float) -> tuple[float, int]:
    """How wide each of ``count`` cards is and how many fit ``room`` px, the rest after "n more"."""
    gap = 2 * PAD
    wide = max(YARD_CARD_LEAST, min(YARD_CARD, (room - gap) / max(count, 1) - gap))
    fit = max(int((room - gap) // (wide + gap)), 1)
    if fit < count:
        fit = max(int((room - _MORE) // (wide + gap)), 1)
    return wide, min(fit, count)
