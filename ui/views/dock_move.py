"""Moving a block to another time or door: ghost, target, what is in the way, drop or put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Signal

from ui.views.dock_items import AppointmentItem, GhostItem, SlotItem
from ui.views.dock_scale import SNAP, Target, find_target

if TYPE_CHECKING:
    from datetime import datetime

    from ui.models.dock import Block
    from ui.views.dock_field import DockField


class DockMove(QObject):
    """One move at a time, by pointer or by keys.

    ``considered`` tells each new target (block id, door, start), ``moved`` the drop;
    ``aimed`` says that the target (or None) has changed, ``ended`` that the ghost is gone.
    """

    considered = Signal(int, str, object)
    moved = Signal(int, str, object)
    aimed = Signal()
    ended = Signal()

    def __init__(self, field: DockField) -> None:
        super().__init__(field)
        self.field = field
        self.item: AppointmentItem | None = None
        self.target: Target | None = None
        self.ghost: GhostItem | None = None
        self._slot: SlotItem | None = None
        self._grip = QPointF()
        self._snap = False  # keys move the ghost onto its target; a pointer holds it

    @property
    def active(self) -> bool:
        """Whether a block is on its way."""
        return self.item is not None

    def begin(self, item: AppointmentItem, grip: QPointF) -> None:
        """Lift a block; ``grip`` is the pointer's place in it, px."""
        self.item, self._grip = item, grip
        rect = self._ghost_rect(item)
        self._grip.setX(min(grip.x(), rect.width() / 2 if not item.block.door else rect.width()))
        self.ghost = GhostItem(self.field.look, rect, item.block)
        self._slot = SlotItem(self.field.look, rect)
        self._slot.hide()
        self.field.addItem(self._slot)
        self.field.addItem(self.ghost)
        item.dim(False, moving=True)

    def to(self, point: QPointF) -> None:
        """Follow the pointer (board px); the target snaps to a door and a quarter of an hour."""
        if self.item is None or self.ghost is None or self.field.grid is None:
            return
        self._snap = False
        corner = point - self._grip
        self.ghost.setPos(corner)
        door = self.field.grid.door_at(point.y())
        if door is None:
            self._aim(None)
            return
        self._aim_at(self.item.block, door.name, self.field.grid.scale.snapped(corner.x()))

    def step(self, quarters: int, doors: int) -> None:
        """Move by quarters of an hour and by doors, with the ghost upon its target."""
        grid = self.field.grid
        if self.item is None or grid is None or not grid.doors:
            return
        block = self.item.block
        door, start = block.door, grid.scale.snapped(grid.scale.x(block.start))
        if self.target is not None:
            door, start = self.target.door, self.target.start
        names = [shown.name for shown in grid.doors]
        place = names.index(door) + doors if door in names else 0
        name = names[min(max(place, 0), len(names) - 1)]
        self._snap = True
        later = (
            grid.scale.x(start) + quarters * SNAP.total_seconds() / 3600 * grid.scale.px_per_hour
        )
        self._aim_at(block, name, grid.scale.snapped(later))

    def drop(self) -> bool:
        """Tell the move, or put the block back where there is no free target; whether it moved."""
        item, target = self.item, self.target
        self.put_back()
        if item is None or target is None or target.taken_until is not None:
            return False
        block = item.block
        if (target.door, target.start) == (block.door, block.start):
            return False
        self.moved.emit(block.id, target.door, target.start)
        return True

    def put_back(self) -> None:
        """End without a move."""
        if self.item is None:
            return
        for extra in (self.ghost, self._slot):
            if extra is not None and extra.scene() is self.field:
                self.field.removeItem(extra)
        self.item.dim(False)
        self.item = self.target = self.ghost = self._slot = None
        self.ended.emit()

    def _ghost_rect(self, item: AppointmentItem) -> QRectF:
        """A yard's card becomes as wide as its time."""
        rect, grid = item.rect(), self.field.grid
        if item.block.door or grid is None:
            return rect
        wide = grid.scale.x(item.block.end) - grid.scale.x(item.block.start)
        return QRectF(rect.left(), rect.top(), max(wide, 60.0), rect.height())

    def _aim_at(self, block: Block, door: str, start: datetime) -> None:
        scene = self.field.scene_shown
        if scene is not None:
            self._aim(find_target(scene, block, door, start))

    def _aim(self, target: Target | None) -> None:
        if target == self.target:
            return
        self.target = target
        grid, slot, ghost = self.field.grid, self._slot, self.ghost
        if grid is None or slot is None or ghost is None or self.item is None:
            return
        slot.setVisible(target is not None)
        if target is None:
            ghost.aim("", "")
        else:
            left = grid.scale.x(target.start)
            slot.set_rect(grid.place(target.door, left, left + ghost.rect().width()))
            slot.taken = target.taken_until is not None
            slot.update()
            if self._snap:
                ghost.set_rect(slot.rect())
            ghost.aim(target.door, f"{target.start:%H:%M}")
            if target.taken_until is None:
                self.considered.emit(self.item.block.id, target.door, target.start)
        self.aimed.emit()
