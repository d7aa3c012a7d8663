"""What stands on the board: blocks, closures, the now-line, the ghost and its target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ui.paint import Pen
from ui.tokens import RADIUS, Style
from ui.views.dock_paint import BlockPainter, paint_closure, tell_block

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ui.models.dock import Block, Closure
    from ui.paint import TextRun
    from ui.theme import Look

Z_CLOSURE, Z_NOW, Z_BLOCK, Z_SLOT, Z_YARD, Z_YARD_CARD, Z_YARD_SLOT = -2, -1, 1, 3, 10, 11, 12
Z_GHOST = 20
EDGE = 8  # px at a block's right end by which it is made longer
_FADED, _DIMMED = 0.55, 0.35


class BoardItem(QGraphicsItem):
    """An item drawn by `draw` into a rectangle from 0, 0; keeps the text runs it drew last."""

    def __init__(self, look: Look, rect: QRectF, z: float) -> None:
        super().__init__()
        self.look = look
        self.runs: tuple[TextRun, ...] = ()
        self._size = QRectF(0, 0, rect.width(), rect.height())
        self.setPos(rect.topLeft())
        self.setZValue(z)

    def set_rect(self, rect: QRectF) -> None:
        """Move and resize (board px)."""
        if self._size.size() != rect.size():
            self.prepareGeometryChange()
            self._size = QRectF(0, 0, rect.width(), rect.height())
        self.setPos(rect.topLeft())

    def rect(self) -> QRectF:
        """Where it stands on the board."""
        return QRectF(self.pos(), self._size.size())

    def boundingRect(self) -> QRectF:
        return self._size.adjusted(-1, -1, 1, 1)

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        pen = Pen(painter, self.look)
        self.draw(pen, self._size)
        self.runs = tuple(pen.runs)

    def draw(self, pen: Pen, area: QRectF) -> None:
        """Draw into ``area``."""
        raise NotImplementedError


class AppointmentItem(BoardItem):
    """A truck's block; drawn once for each state and size, then kept as a picture."""

    def __init__(self, look: Look, rect: QRectF, block: Block, z: float = Z_BLOCK) -> None:
        super().__init__(look, rect, z)
        self.block = block
        self.chosen = False
        self.setToolTip(tell_block(block))
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def choose(self, chosen: bool) -> None:
        """Mark it as the selected one."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.update()

    def dim(self, dimmed: bool, *, moving: bool = False) -> None:
        """Step back: another group is lit up, or its ghost is on the way."""
        self.setOpacity(_FADED if moving else _DIMMED if dimmed else 1.0)

    def ends_at(self, point: QPointF) -> bool:
        """Whether a point in it (board px) lies at the end by which it can be made longer."""
        rect = self.rect()
        near = rect.right() - point.x() <= min(EDGE, rect.width() / 3)
        return near and self.block.resizable and bool(self.block.door)

    def draw(self, pen: Pen, area: QRectF) -> None:
        BlockPainter(pen, area, self.block).paint(edge="focus" if self.chosen else "")


class ClosureItem(BoardItem):
    """A time in which a door is closed."""

    def __init__(self, look: Look, rect: QRectF, closure: Closure) -> None:
        super().__init__(look, rect, Z_CLOSURE)
        self.closure = closure
        self.setToolTip(f"{closure.title} · {closure.about}")

    def draw(self, pen: Pen, area: QRectF) -> None:
        paint_closure(pen, area, self.closure)


class NowLine(BoardItem):
    """The present, 3 px, under the blocks so that it never crosses a word."""

    def __init__(self, look: Look, rect: QRectF) -> None:
        super().__init__(look, rect, Z_NOW)

    def draw(self, pen: Pen, area: QRectF) -> None:
        pen.fill(area, "now")


class SlotItem(BoardItem):
    """Where the ghost would land."""

    def __init__(self, look: Look, rect: QRectF) -> None:
        super().__init__(look, rect, Z_SLOT)
        self.taken = False

    def mark(self, *, taken: bool) -> None:
        """Say whether it cannot be had."""
        self.taken = taken
        self.update()

    def draw(self, pen: Pen, area: QRectF) -> None:
        state = "bad" if self.taken else "focus"
        pen.fill_round(area, f"{state}tint", state, RADIUS, width=2, dashed=True)


class GhostItem(BoardItem):
    """The block on its way, at full strength."""

    def __init__(self, look: Look, rect: QRectF, block: Block) -> None:
        super().__init__(look, rect, Z_GHOST)
        self.block, self.refused = block, False
        self.words: tuple[str, ...] = ()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def aim(self, words: tuple[str, ...], *, refused: bool) -> None:
        """Say where to, the fullest words first, and whether it cannot stand there."""
        if (words, refused) != (self.words, self.refused):
            self.words, self.refused = words, refused
            self.update()

    def draw(self, pen: Pen, area: QRectF) -> None:
        edge = "bad" if self.refused else "focus"
        BlockPainter(pen, area, self.block, self.words).paint(edge=edge)


class YardItem(BoardItem):
    """The yard's lane; it stays in sight at the top, whatever is scrolled."""

    def __init__(self, look: Look, rect: QRectF, empty: str, more: str) -> None:
        super().__init__(look, rect, Z_YARD)
        self.empty, self.more, self.more_left = empty, more, 0.0

    def draw(self, pen: Pen, area: QRectF) -> None:
        pen.fill(area, "sunk")
        pen.line(QPointF(area.left(), area.bottom() - 0.5), area.bottomRight() - QPointF(0, 0.5))
        font = pen.look.font(Style.BODY)
        if self.empty:
            pen.text(area.adjusted(16, 0, -16, 0), self.empty, font, "ink2", elide=True)
        if self.more:
            pen.text(area.adjusted(self.more_left, 0, 0, 0), self.more, font, "ink2")
