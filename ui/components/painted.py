"""The base of every widget that paints itself with a `Pen`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.paint import Pen

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from ui.paint import TextRun
    from ui.theme import Look

_READABLE, _NARROWEST = 320, 80  # px: what wrapping text asks for before it is laid out


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


class Wrapping(Painted):
    """Painted lines that wrap: `heightForWidth` says how high they are at a width."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        return QSize(_READABLE, self.heightForWidth(self._laid_out_width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.heightForWidth(self._laid_out_width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _laid_out_width(self) -> int:
        return self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else _READABLE


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
