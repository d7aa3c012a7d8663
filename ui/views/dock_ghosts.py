"""The ghosts of blocks that are on their way, and the slots where they would land."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from ui import desk_words as words
from ui.models.dock import YARD
from ui.views.dock_items import Z_SLOT, Z_YARD_SLOT, AppointmentItem, GhostItem, SlotItem
from ui.views.dock_paint import PAD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.models.dock import Place
    from ui.views.dock_field import DockField

_LEAST = 60.0


class Ghosts:
    """One ghost and one slot for each block, the one that leads first."""

    def __init__(self, field: DockField, items: Sequence[AppointmentItem]) -> None:
        self.field = field
        self._home = [_ghost_rect(field, item) for item in items]
        look = field.look
        self._slots = [SlotItem(look, rect) for rect in self._home]
        self._ghosts = [
            GhostItem(look, rect, item.block) for rect, item in zip(self._home, items, strict=True)
        ]
        for extra in (*self._slots, *self._ghosts):
            field.addItem(extra)
        for slot in self._slots:
            slot.hide()

    @property
    def lead(self) -> GhostItem:
        """The one that the pointer holds."""
        return self._ghosts[0]

    def follow(self, corner: QPointF) -> None:
        """Move all, so that the first stands at a corner (board px)."""
        by = corner - self._home[0].topLeft()
        for ghost, home in zip(self._ghosts, self._home, strict=True):
            ghost.setPos(home.topLeft() + by)

    def snap(self) -> None:
        """Put each ghost on its slot."""
        for ghost, slot in zip(self._ghosts, self._slots, strict=True):
            ghost.set_rect(slot.rect())

    def aim(self, places: Sequence[Place], *, refused: bool, resizes: bool) -> None:
        """Show the slots of these places (hide them for none) and say where the first goes."""
        for slot in self._slots:
            slot.setVisible(bool(places))
        for ghost in self._ghosts:
            said = _aim_words(places[0]) if places and ghost is self.lead else ()
            ghost.aim(said, refused=refused)
        for ghost, slot, place in zip(self._ghosts, self._slots, places, strict=bool(places)):
            slot.set_rect(self._slot_rect(place, ghost))
            slot.setZValue(Z_YARD_SLOT if place.door == YARD else Z_SLOT)
            slot.mark(taken=refused)
            if resizes:
                ghost.set_rect(slot.rect())

    def remove(self) -> None:
        """Take all off the board."""
        for extra in (*self._slots, *self._ghosts):
            if extra.scene() is self.field:
                self.field.removeItem(extra)

    def _slot_rect(self, place: Place, ghost: GhostItem) -> QRectF:
        grid, rect = self.field.grid, ghost.rect()
        if grid is None:
            return rect
        left = grid.scale.x(place.start)
        if place.door == YARD:
            return QRectF(left, self.field.yard_top + PAD, rect.width(), grid.yard - 2 * PAD)
        right = grid.scale.x(place.end) if place.end else left + rect.width()
        return grid.place(place.door, left, right)


def _aim_words(place: Place) -> tuple[str, ...]:
    """Where a block goes, the fullest words first."""
    if place.end is not None:
        return words.STAYS_UNTIL.format(time=f"{place.end:%H:%M}"), f"{place.end:%H:%M}"
    if place.door == YARD:
        return words.MOVE_TO_YARD, words.YARD
    time = f"{place.start:%H:%M}"
    return words.MOVE_TO.format(door=place.door, time=time), f"{place.door} · {time}", time


def _ghost_rect(field: DockField, item: AppointmentItem) -> QRectF:
    """A yard's card becomes as wide as its time."""
    rect, grid = item.rect(), field.grid
    if item.block.door or grid is None:
        return rect
    wide = grid.scale.x(item.block.end) - grid.scale.x(item.block.start)
    return QRectF(rect.left(), rect.top(), max(wide, _LEAST), rect.height())
