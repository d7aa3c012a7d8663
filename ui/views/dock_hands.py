"""Pointer and keys on the board: select, open, pan, lift, move, drop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtWidgets import QApplication

from ui.views.dock_canvas import DockCanvas
from ui.views.dock_walk import next_block

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme import Look

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_OPENERS = _ENTER | {Qt.Key.Key_Space, Qt.Key.Key_Menu}


class DockHands(DockCanvas):
    """The board with a pointer's and a keyboard's hand on it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._press: QPoint | None = None
        self._pan_from: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._press = event.position().toPoint()
        item = self.item_at(self._press)
        self._pan_from = self._press if item is None else None
        if item is not None and item.block.id != self.field.chosen:
            self.choose(item.block)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        now = event.position().toPoint()
        if self._press is None:
            self._point_at(now)
        elif self._pan_from is not None:
            by = now - self._pan_from
            self._pan_from = now
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - by.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - by.y())
        else:
            self._drag(now, self._press)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._press = self._press, None
        if self.move_of.active:
            self.move_of.drop()
        elif self._pan_from is not None and event.position().toPoint() == pressed:
            self.choose(None)
        elif pressed is not None and (block := self.chosen()) is not None:
            self.open_sheet(block, pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        item = self.item_at(event.position().toPoint())
        if item is not None:
            self.open_sheet(item.block, event.position().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self.item_at(event.pos())
        if item is not None:
            self.open_sheet(item.block, event.pos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            self.zoom_asked.emit(1 if turned > 0 else -1)
        elif turned and not self.verticalScrollBar().maximum():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - turned)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.move_of.active:
            self._key_while_moving(key, event)
        elif key in _ARROWS:
            self._walk(*_ARROWS[key])
        elif key in _OPENERS and self.chosen() is not None:
            self._open_chosen()
        elif event.text().lower() == "m":
            self.lift()
        else:
            event.ignore()

    def _key_while_moving(self, key: Qt.Key, event: QKeyEvent) -> None:
        if key in _ARROWS:
            self.move_of.step(*_ARROWS[key])
            if self.move_of.ghost is not None:
                self.reveal(self.move_of.ghost.rect())
        elif key in _ENTER:
            self.move_of.drop()
        elif key == Qt.Key.Key_Escape:
            self._press = None
            self.move_of.put_back()
        else:
            event.ignore()

    def _drag(self, now: QPoint, press: QPoint) -> None:
        if not self.move_of.active:
            item = self.item_of(self.field.chosen)
            far = (now - press).manhattanLength() >= QApplication.startDragDistance()
            if not far or item is None or not item.block.movable:
                return
            self.move_of.begin(item, self.mapToScene(press) - item.pos())
        point = self.mapToScene(now)
        self.ensureVisible(QRectF(point, point).adjusted(-24, -24, 24, 24), 0, 0)
        self.move_of.to(self.mapToScene(now))

    def _walk(self, across: int, down: int) -> None:
        scene, grid = self.field.scene_shown, self.field.grid
        if scene is not None and grid is not None:
            found = next_block(scene, grid, self.chosen(), across, down)
            if found is not None:
                self.choose(found)

    def _open_chosen(self) -> None:
        item, block = self.item_of(self.field.chosen), self.chosen()
        if block is not None:
            corner = self.mapFromScene(item.rect().center()) if item else self.rect().center()
            self.open_sheet(block, corner)

    def _point_at(self, point: QPoint) -> None:
        item = self.item_at(point)
        shape = Qt.CursorShape.ArrowCursor if item is None else Qt.CursorShape.PointingHandCursor
        if item is not None and item.block.movable:
            shape = Qt.CursorShape.OpenHandCursor
        self.viewport().setCursor(shape)
