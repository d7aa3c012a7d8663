"""A keyboard's hand on the board: walk, select, open, pan, zoom, lift, move, make longer, drop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.views.dock_pointer import DockPointer
from ui.views.dock_walk import next_block

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

Key = Qt.Key
_ARROWS = {
    Key.Key_Left: (-1, 0),
    Key.Key_Right: (1, 0),
    Key.Key_Up: (0, -1),
    Key.Key_Down: (0, 1),
}
_ENTER = {Key.Key_Return, Key.Key_Enter}
_OPENERS = _ENTER | {Key.Key_Menu}
_PAGES = {Key.Key_PageUp: -1, Key.Key_PageDown: 1}
_ENDS = {Key.Key_Home: -1, Key.Key_End: 1}
_ZOOMS = {Key.Key_Plus: 1, Key.Key_Equal: 1, Key.Key_Minus: -1}
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class DockHands(DockPointer):
    """The board with a pointer's and a keyboard's hand on it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Key(event.key()), event.modifiers()
        if self.move_of.active:
            self._key_while_moving(key, event)
        elif key == Key.Key_Space:
            self._press_space(event)
        elif key in _ARROWS:
            self._press_arrow(*_ARROWS[key], held)
        elif key in _OPENERS and self.chosen() is not None:
            self._open_chosen()
        elif key in _PAGES:
            self.pan(_PAGES[key] * self.viewport().width() * 3 // 4, 0)
        elif key in _ENDS:
            self.pan(_ENDS[key] * self.horizontalScrollBar().maximum(), 0)
        elif key in _ZOOMS:
            self.zoom_asked.emit(_ZOOMS[key])
        elif key == Key.Key_Escape and len(self.field.picked) > 1:
            self.choose(self.chosen())
        elif event.text().lower() == "m":
            self.lift()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() != Key.Key_Space or event.isAutoRepeat() or not self.space_held:
            super().keyReleaseEvent(event)
            return
        self.space_held = False
        if not self.space_used and self.chosen() is not None:
            self._open_chosen()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.space_held = False
        super().focusOutEvent(event)

    def _press_space(self, event: QKeyEvent) -> None:
        """Space opens when it is let go, unless the board was panned with it."""
        if not event.isAutoRepeat():
            self.space_held, self.space_used = True, False
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def _press_arrow(self, across: int, down: int, held: Qt.KeyboardModifier) -> None:
        if held & _SHIFT and across:
            self.stretch()
            self.move_of.step(across, 0)
        else:
            self._walk(across, down, adding=bool(held & _CONTROL))

    def _key_while_moving(self, key: Qt.Key, event: QKeyEvent) -> None:
        if key in _ARROWS:
            self.move_of.step(*_ARROWS[key])
            if self.move_of.ghost is not None:
                self.reveal(self.move_of.ghost.rect())
        elif key in _ENTER:
            self.move_of.drop()
        elif key == Key.Key_Escape:
            self.let_go()
        else:
            event.ignore()

    def _walk(self, across: int, down: int, *, adding: bool) -> None:
        scene, grid = self.field.scene_shown, self.field.grid
        if scene is None or grid is None:
            return
        found = next_block(scene, grid, self.chosen(), across, down)
        if found is None:
            return
        if adding:
            self.pick(self.field.picked | {found.id}, found)
        else:
            self.choose(found)

    def _open_chosen(self) -> None:
        item, block = self.item_of(self.field.chosen), self.chosen()
        if block is not None:
            corner = self.mapFromScene(item.rect().center()) if item else self.rect().center()
            self.open_sheet(block, corner)
