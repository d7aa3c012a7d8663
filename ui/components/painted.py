"""The base of every widget that paints itself with a `Pen`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.paint import Pen

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from ui.paint import TextRun
    from ui.theme import Look


class Painted(QWidget):
    """A widget drawn by `paint`; it follows the look, and keeps the text runs it drew last."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.runs: tuple[TextRun, ...] = ()
        look.changed.connect(self.relook)

    def relook(self) -> None:
        """Measure and paint again, after the look has changed."""
        self.updateGeometry()
        self.update()

    def paint(self, pen: Pen, area: QRectF) -> None:
        """Draw the widget into its area (px, from 0, 0)."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen = Pen(painter, self.look)
        self.paint(pen, QRectF(self.rect()))
        painter.end()
        self.runs = tuple(pen.runs)


class PaintedButton(QAbstractButton):
    """A button drawn by `paint`. Enter does not press it: a scanner may end a code with Enter."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.runs: tuple[TextRun, ...] = ()
        look.changed.connect(self.relook)

    def relook(self) -> None:
        """Measure and paint again, after the look has changed."""
        self.updateGeometry()
        self.update()

    def paint(self, pen: Pen, area: QRectF) -> None:
        """Draw the button into its area (px, from 0, 0)."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen = Pen(painter, self.look)
        self.paint(pen, QRectF(self.rect()))
        painter.end()
        self.runs = tuple(pen.runs)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in {"\r", "\n"}:
            event.ignore()
            return
        super().keyPressEvent(event)
