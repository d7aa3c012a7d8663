"""Moving blocks to another time or door, or making one longer: ghosts, targets, drop, put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal

from ui.models.dock import YARD
from ui.views.dock_aim import Shift, places_of, stretched, unmoved
from ui.views.dock_ghosts import Ghosts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.models.dock import Block, Place
    from ui.views.dock_field import DockField
    from ui.views.dock_items import AppointmentItem, GhostItem


class DockMove(QObject):
    """One move at a time, by pointer or by keys, of one block or of several alike.

    ``considered`` tells each new target of a single block (id, door, start), ``placed`` the drop
    as a tuple of `Place`; ``aimed`` says that the target has changed, ``ended`` that the ghosts
    are gone.
    """

    considered = Signal(int, str, object)
    placed = Signal(object)
    aimed = Signal()
    ended = Signal()

    def __init__(self, field: DockField) -> None:
        super().__init__(field)
        self.field = field
        self.items: tuple[AppointmentItem, ...] = ()
        self.places: tuple[Place, ...] = ()
        self.refusal = ""
        self.resizes = False
        self._ghosts: Ghosts | None = None
        self._shift = Shift()
        self._grip = QPointF()

    @property
    def active(self) -> bool:
        """Whether a block is on its way."""
        return bool(self.items)

    @property
    def ghost(self) -> GhostItem | None:
        """The ghost of the block that leads."""
        return self._ghosts.lead if self._ghosts else None

    def begin(
        self, items: Sequence[AppointmentItem], grip: QPointF, *, resizes: bool = False
    ) -> None:
        """Lift blocks, the one that leads first; ``grip`` is the pointer's place in it, px."""
        self.items, self.resizes, self._shift = tuple(items), resizes, Shift()
        self._ghosts = ghosts = Ghosts(self.field, self.items)
        wide = ghosts.lead.rect().width()
        self._grip = QPointF(min(grip.x(), wide if items[0].block.door else wide / 2), grip.y())
        for item in items:
            item.dim(False, moving=True)

    def to(self, point: QPointF) -> None:
        """Follow the pointer (board px); the target snaps to a door and a quarter of an hour."""
        grid = self.field.grid
        if not self.items or self._ghosts is None or grid is None:
            return
        lead = self.items[0]
        if self.resizes:
            right = lead.rect().right() + point.x() - lead.pos().x() - self._grip.x()
            self._aim((stretched(lead.block, grid.scale.snapped(right, grid.scale.ends)),))
            return
        corner = point - self._grip
        self._ghosts.follow(corner)
        lane = self.field.lane_at(point)
        if lane is None or (lane == YARD and lead.block.door == YARD):
            self._aim(())
            return
        start = grid.scale.snapped(corner.x())
        self._shift = Shift.between(grid, lead.block, lane, start)
        self._aim(self._targets())

    def step(self, quarters: int, doors: int) -> None:
        """Move by quarters of an hour and by doors, with the ghosts upon their targets."""
        grid = self.field.grid
        if not self.items or self._ghosts is None or grid is None or not grid.doors:
            return
        lead = self.items[0].block
        if self.resizes:
            end = self.places[0].end if self.places else lead.end
            later = grid.scale.later(end or lead.end, quarters)
            self._aim((stretched(lead, min(later, grid.scale.ends)),))
        else:
            self._shift = self._shift.stepped(grid, self._blocks(), quarters, doors)
            self._aim(self._targets())
        self._ghosts.snap()

    def drop(self) -> bool:
        """Tell the move, or put the blocks back where they cannot stand; whether it moved."""
        items, places, refusal = self.items, self.places, self.refusal
        self.put_back()
        if refusal or not places or unmoved([item.block for item in items], places):
            return False
        self.placed.emit(places)
        return True

    def put_back(self) -> None:
        """End without a move."""
        if not self.items:
            return
        if self._ghosts is not None:
            self._ghosts.remove()
        for item in self.items:
            item.dim(False)
        self.items, self.places, self.refusal, self._ghosts = (), (), "", None
        self.field.light_up(self.field.lit)
        self.ended.emit()

    def _blocks(self) -> list[Block]:
        return [item.block for item in self.items]

    def _targets(self) -> tuple[Place, ...]:
        grid = self.field.grid
        return places_of(grid, self._blocks(), self._shift) if grid is not None else ()

    def _aim(self, places: tuple[Place, ...]) -> None:
        if places == self.places or self._ghosts is None:
            return
        scene = self.field.scene_shown
        rules = scene.rules if scene else None
        self.places = places
        self.refusal = rules.refusal(places) if rules is not None and places else ""
        self._ghosts.aim(places, refused=bool(self.refusal), resizes=self.resizes)
        if len(places) == 1 and not self.resizes and not self.refusal and places[0].door != YARD:
            self.considered.emit(places[0].block, places[0].door, places[0].start)
        self.aimed.emit()
