"""A pointer's hand on the board: select, open, pan, lift, move, make longer, drop."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtWidgets import QApplication, QRubberBand

from ui.views.dock_canvas import DockCanvas

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme import Look
    from ui.views.dock_items import AppointmentItem

_MORE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Hold(Enum):
    """What a pressed button has hold of."""

    BLOCK = "block"
    EDGE = "edge"
    BOARD = "board"
    BAND = "band"


class DockPointer(DockCanvas):
    """The left button selects and drags, the middle one (or the left with Space) pans."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.space_held = self.space_used = False
        self._hold: Hold | None = None
        self._button = Qt.MouseButton.NoButton
        self._press = QPoint()
        self._last = QPoint()
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, self.viewport())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        button, at = event.button(), event.position().toPoint()
        left = button is Qt.MouseButton.LeftButton
        if self._hold is not None or self.move_of.active:
            return
        if button is Qt.MouseButton.MiddleButton or (left and self.space_held):
            self._hold, self.space_used = Hold.BOARD, True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif left:
            self._hold = self._take_hold(at, event.modifiers())
        self._button, self._press, self._last = button, at, at

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        now = event.position().toPoint()
        if self._hold is None:
            self._point_at(now)
        elif self._hold is Hold.BOARD:
            by, self._last = now - self._last, now
            self.pan(-by.x(), -by.y())
        elif self._hold is Hold.BAND:
            self._band.setGeometry(QRect(self._press, now).normalized())
            self._band.setVisible(self._is_far(now))
        else:
            self._drag(now)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not self._button:
            return
        held, self._hold = self._hold, None
        now = event.position().toPoint()
        plain = not event.modifiers() & _MORE
        if held in (Hold.BLOCK, Hold.EDGE) and self.move_of.active:
            self.move_of.drop()
        elif held is Hold.BAND:
            self._end_band(self._band.geometry() if self._band.isVisible() else None, plain=plain)
        elif held is Hold.BLOCK and plain:
            self._clicked(now)
        self._point_at(now)

    def _clicked(self, now: QPoint) -> None:
        """Open a block's menu; of a group that is in hand only one is chosen first."""
        item = self.item_at(now)
        if item is None or len(self.field.picked) > 1:
            self.choose(item.block if item else None)
        else:
            self.open_sheet(item.block, now)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        item = self.item_at(event.position().toPoint())
        if item is not None:
            self.open_sheet(item.block, event.position().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self.item_at(event.pos())
        if item is not None and not self.move_of.active:
            self.open_sheet(item.block, event.pos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned, held = event.angleDelta().y(), event.modifiers()
        if held & Qt.KeyboardModifier.ControlModifier and turned:
            self.zoom_asked.emit(1 if turned > 0 else -1)
        elif turned and (
            held & Qt.KeyboardModifier.ShiftModifier or not self.verticalScrollBar().maximum()
        ):
            self.pan(-turned, 0)
        else:
            super().wheelEvent(event)

    def let_go(self) -> None:
        """Put back whatever the pointer holds."""
        self._hold = None
        self._band.hide()
        self.move_of.put_back()

    def _take_hold(self, at: QPoint, held: Qt.KeyboardModifier) -> Hold:
        item = self.item_at(at)
        if item is None:
            self._band.setGeometry(QRect(at, QSize()))
            return Hold.BAND
        if held & Qt.KeyboardModifier.ControlModifier:
            self.pick(self.field.picked ^ {item.block.id}, item.block)
        elif held & Qt.KeyboardModifier.ShiftModifier:
            self._pick_between(item)
        elif item.ends_at(self.mapToScene(at)):
            self.choose(item.block)
            return Hold.EDGE
        elif item.block.id not in self.field.picked:
            self.choose(item.block)
        return Hold.BLOCK

    def _pick_between(self, item: AppointmentItem) -> None:
        """Select all blocks in the rectangle from the chosen one to this one."""
        chosen = self.item_of(self.field.chosen)
        rect = item.rect() if chosen is None else item.rect().united(chosen.rect())
        self.pick(self.field.picked | self.field.ids_in(rect), item.block)

    def _end_band(self, band: QRect | None, *, plain: bool) -> None:
        self._band.hide()
        before = frozenset() if plain else self.field.picked
        if band is None:
            self.pick(before, None)
            return
        rect = QRectF(self.mapToScene(band.topLeft()), self.mapToScene(band.bottomRight()))
        self.pick(before | self.field.ids_in(rect), None)

    def _is_far(self, now: QPoint) -> bool:
        return (now - self._press).manhattanLength() >= QApplication.startDragDistance()

    def _drag(self, now: QPoint) -> None:
        if not self.move_of.active:
            item = self.item_of(self.field.chosen)
            if item is None or not self._is_far(now):
                return
            grip = self.mapToScene(self._press) - item.pos()
            if self._hold is Hold.EDGE:
                self.move_of.begin([item], grip, resizes=True)
            elif self.group():
                self.move_of.begin(self.group(), grip)
            else:
                return
        point = self.mapToScene(now)
        self.ensureVisible(QRectF(point, point).adjusted(-24, -24, 24, 24), 0, 0)
        self.move_of.to(self.mapToScene(now))

    def _point_at(self, point: QPoint) -> None:
        item = self.item_at(point)
        shape = Qt.CursorShape.ArrowCursor if item is None else Qt.CursorShape.PointingHandCursor
        if item is not None and item.block.movable:
            shape = Qt.CursorShape.OpenHandCursor
        if item is not None and item.ends_at(self.mapToScene(point)):
            shape = Qt.CursorShape.SizeHorCursor
        if self.space_held:
            shape = Qt.CursorShape.OpenHandCursor
        self.viewport().setCursor(shape)
