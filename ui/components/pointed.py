"""Choices that show what they do while somebody points at them, before they are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.components.painted import Painted, PaintedButton
from ui.paint import CENTRE, LEFT, Pen, line_height, text_width
from ui.tokens import RADIUS, TOUCH, Density, L, M, S, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QMouseEvent

    from ui.theme import Look

_ICON = 20
_HIGH = TOUCH[Density.DESK]


class PointedButton(PaintedButton):
    """``pointed`` tells that pointer or keys are on it.

    Where it is ``weighed`` a finger's first tap only points; the next one takes it.  The second
    press of a double click, meant for what lay there before, takes nothing.
    """

    pointed = Signal()

    def __init__(self, look: Look, text: str, spoken: str, *, weighed: bool = False) -> None:
        super().__init__(look)
        self.weighed, self.tapped = weighed, False
        self.setText(text)
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.pointed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        by_finger = event.source() is not Qt.MouseEventSource.MouseEventNotSynthesized
        if self.weighed and by_finger and not self.tapped:
            self.tapped = True
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.pointed.emit()
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.tapped:  # a finger's two taps
            self.mousePressEvent(event)
        else:
            event.accept()


class Pill(PointedButton):
    """One of several choices side by side."""

    def __init__(self, look: Look, text: str, spoken: str, *, weighed: bool = False) -> None:
        super().__init__(look, text, spoken, weighed=weighed)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = text_width(self.look.font(Style.BODY), self.text()) + 2 * M + 4
        return QSize(max(_HIGH, round(wide)), _HIGH)

    def paint(self, pen: Pen, area: QRectF) -> None:
        lit = "focustint" if self.hasFocus() else "sunk" if self.underMouse() else "surface"
        edge = "focus" if self.hasFocus() else "edge"
        pen.fill_round(area.adjusted(2, 5, -2, -5), lit, edge, RADIUS)
        pen.text(area, self.text(), self.look.font(Style.BODY), "ink", CENTRE)


class PillLabel(Painted):
    """What the pills beside it are for."""

    def __init__(self, look: Look, text: str, icon: str) -> None:
        super().__init__(look)
        self.text, self.icon = text, icon

    def sizeHint(self) -> QSize:
        font = self.look.font(Style.BODY)
        wide = L + _ICON + M + text_width(font, self.text) + S
        return QSize(round(wide) + 1, max(_HIGH, round(line_height(font)) + L))

    def paint(self, pen: Pen, area: QRectF) -> None:
        if self.icon:
            pen.icon(QRectF(area.left() + L, area.top(), _ICON, area.height()), self.icon)
        place = area.adjusted(L + _ICON + M, 0, 0, 0)
        pen.text(place, self.text, self.look.font(Style.BODY), "ink", LEFT)


class PillRow(QWidget):
    """A label with pills behind it."""

    def __init__(self, look: Look, label: str, icon: str, pills: tuple[Pill, ...]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, M, 0)
        row.setSpacing(S)
        row.addWidget(PillLabel(look, label, icon))
        row.addStretch(1)
        for pill in pills:
            row.addWidget(pill)
