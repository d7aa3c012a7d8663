"""The wall screen: the whole of a screen over the dock, for people who look up, not for a hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.texts import screen
from ui.views.wall_head import HEAD_HIGH, WallHead
from ui.views.wall_paint import unit_of
from ui.views.wall_rows import WallRows
from ui.views.wall_side import WallSide

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent, QScreen

    from ui.models.wall import WallScene
    from ui.theme import Look

MARGIN, SIDE_WIDE = 24, 648


class WallView(QWidget):
    """Shows a `WallScene` full-screen, without a pointer; Esc or F11 leave it: ``left``."""

    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.head, self.rows, self.side = WallHead(look), WallRows(look), WallSide(look)
        for part in (self.head, self.rows, self.side):
            part.setParent(self)
        self.setWindowTitle(screen("wall"))
        self.setAccessibleName(screen("wall"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        look.changed.connect(self.update)

    def show_scene(self, scene: WallScene) -> None:
        """Show another moment."""
        for part in (self.head, self.rows, self.side):
            part.show_scene(scene)

    def fill(self, display: QScreen | None) -> None:
        """Take the whole of a display, the main one where none is named."""
        if display is not None:
            self.setGeometry(display.geometry())
        self.showFullScreen()
        self.activateWindow()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("ground"))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        unit = unit_of(self.width(), self.height())
        head, margin, side = (round(size * unit) for size in (HEAD_HIGH, MARGIN, SIDE_WIDE))
        top = head + round(20 * unit)
        high = self.height() - top - round(12 * unit)
        self.head.setGeometry(0, 0, self.width(), head)
        right = self.width() - margin - side
        self.side.setGeometry(QRect(right, top, side, high))
        self.rows.setGeometry(QRect(margin, top, right - 2 * margin, high))
