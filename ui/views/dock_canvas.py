"""The board's view: what is in sight, what is chosen; pointer and keys have their own files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGraphicsView, QWidget

from ui import desk_words as words
from ui.components.choice_sheet import ChoiceSheet
from ui.models.dock import YARD
from ui.views.dock_field import DockField
from ui.views.dock_items import AppointmentItem
from ui.views.dock_menu import MOVE, block_choices
from ui.views.dock_move import DockMove
from ui.views.dock_paint import tell_block

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.models.dock import Block
    from ui.theme import Look


class DockCanvas(QGraphicsView):
    """``asked(block, kind, door)``: an event, or ``open``; ``selected``: a block's id or None."""

    scrolled = Signal()
    resized = Signal()
    selected = Signal(object)
    asked = Signal(object, str, str)
    zoom_asked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.field = DockField(look, self)
        self.setScene(self.field)
        self.move_of = DockMove(self.field)
        self.sheet = ChoiceSheet(look, self.viewport())
        self.sheet.chosen.connect(self._take)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setAccessibleName(words.BOARD)
        self.setAccessibleDescription(words.BOARD_HELP)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        corner = QWidget()
        corner.setBackgroundRole(QPalette.ColorRole.Base)
        corner.setAutoFillBackground(True)
        self.setCornerWidget(corner)

    def item_of(self, block_id: int | None) -> AppointmentItem | None:
        """The item of a block that is in sight of the board."""
        return self.field.items_by_id.get(block_id) if block_id is not None else None

    def item_at(self, point: QPoint) -> AppointmentItem | None:
        """The item at a place of the viewport; what the yard's lane covers is not there."""
        found = (item for item in self.items(point) if isinstance(item, AppointmentItem))
        top = next(found, None)
        grid = self.field.grid
        under_yard = grid is not None and point.y() < grid.yard
        return None if top is not None and under_yard and top.block.door != YARD else top

    def chosen(self) -> Block | None:
        """The selected block."""
        scene = self.field.scene_shown
        blocks = scene.blocks if scene else ()
        return next((block for block in blocks if block.id == self.field.chosen), None)

    def choose(self, block: Block | None) -> None:
        """Select a block, bring it in sight and say it."""
        self.field.choose(block.id if block else None)
        self.tell_chosen()
        item = self.item_of(block.id if block else None)
        if block is not None and item is not None and block.door != YARD:
            self.reveal(item.rect())
        self.selected.emit(block.id if block else None)

    def reveal(self, rect: QRectF) -> None:
        """Scroll so that a rectangle of the board lies below the yard's lane."""
        yard = self.field.grid.yard if self.field.grid else 0
        self.ensureVisible(rect.adjusted(-8, -yard, 8, 0), 0, 8)

    def tell_chosen(self) -> None:
        """Say to a screen reader what is selected, else what can be done."""
        block = self.chosen()
        self.setAccessibleDescription(tell_block(block) if block else words.BOARD_HELP)

    def pick(self, ids: frozenset[int], lead: Block | None) -> None:
        """Select several blocks, those that can be moved at doors; ``lead`` is told first."""
        found = [self.item_of(one) for one in ids]
        blocks = [item.block for item in found if item and item.block.movable and item.block.door]
        if lead not in blocks:
            lead = min(blocks, key=lambda block: (block.start, block.id), default=lead)
        if len(blocks) < 2:
            self.choose(lead)
            return
        self.choose(lead)
        self.field.choose(self.field.chosen, frozenset(block.id for block in blocks))
        names = ", ".join(block.carrier for block in blocks)
        self.setAccessibleDescription(words.PICKED.format(count=len(blocks), names=names))

    def group(self) -> list[AppointmentItem]:
        """The items that a move takes along, the chosen one first; none where it cannot move."""
        lead = self.item_of(self.field.chosen)
        if lead is None or not lead.block.movable:
            return []
        others = (self.item_of(one) for one in sorted(self.field.picked - {lead.block.id}))
        return [lead, *(item for item in others if item is not None)]

    def pan(self, across: int, down: int) -> None:
        """Scroll by so many px."""
        for bar, by in ((self.horizontalScrollBar(), across), (self.verticalScrollBar(), down)):
            bar.setValue(bar.value() + by)

    def open_sheet(self, block: Block, at: QPoint) -> None:
        """Offer what can be done with a block, at a place of the viewport."""
        self.choose(block)
        room = self.sheet.parentWidget() or self.viewport()
        spot = room.mapFromGlobal(self.viewport().mapToGlobal(at))
        self.sheet.offer(f"{block.carrier} · {block.word}", block_choices(block), spot)

    def lift(self) -> None:
        """Take the selected blocks in hand, to be moved by keys."""
        group = self.group()
        if group and not self.move_of.active:
            self.move_of.begin(group, group[0].rect().center() - group[0].pos())
            self.move_of.step(0, 0)

    def stretch(self) -> None:
        """Take the end of the selected block in hand, to be made longer or shorter by keys."""
        item = self.item_of(self.field.chosen)
        if item is not None and item.block.resizable and item.block.door:
            self.move_of.begin([item], item.rect().center() - item.pos(), resizes=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.field.pin_yard(self.mapToScene(QPoint(0, 0)))
        self.scrolled.emit()

    def _take(self, way: tuple[str, ...]) -> None:
        block = self.chosen()
        if block is None:
            return
        if way[0] == MOVE:
            self.lift()
        else:
            self.asked.emit(block, way[0], way[1] if len(way) > 1 else "")
