"""Flat buttons joined in one frame: a choice of one, or a stepper around a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy

from ui.components.painted import Painted, PaintedButton
from ui.paint import CENTRE, Pen, line_height, text_width
from ui.tokens import RADIUS, TOUCH, Density, L, S, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont

    from ui.theme import Look

_DESK = Density.DESK


class FlatButton(PaintedButton):
    """A part of a frame, with a text or an icon; filled where it is the chosen one."""

    def __init__(self, look: Look, text: str, icon: str = "", told: str = "") -> None:
        super().__init__(look)
        self.icon_name, self.first, self.last = icon, True, True
        self.setText(text)
        self.setAccessibleName(told or text)
        self.setToolTip(told)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = text_width(self._font(), self.text()) + 2 * L + 2 if self.text() else 0
        high = max(TOUCH[_DESK], round(line_height(self._font())) + 2 * S)
        return QSize(max(TOUCH[_DESK], round(wide)), high)

    def paint(self, pen: Pen, area: QRectF) -> None:
        inside = area.adjusted(1, 1, -1, -1)
        ink = "ink"
        if self.isChecked():
            self._fill_chosen(pen, area)
            ink = "btnink"
        elif self.underMouse() or self.isDown():
            pen.fill_round(inside, "sunk", "", RADIUS - 1)
        if self.icon_name:
            icon = QRectF(0, 0, 24, 24)
            icon.moveCenter(area.center())
            pen.icon(icon, self.icon_name, ink)
        else:
            pen.text(area, self.text(), self._font(), ink, CENTRE)

    def _fill_chosen(self, pen: Pen, area: QRectF) -> None:
        """Fill up to the frame; square where the next part begins."""
        pen.fill_round(area, "btn", "", RADIUS)
        half = area.width() / 2
        if not self.first:
            pen.fill(area.adjusted(0, 0, -half, 0), "btn")
        if not self.last:
            pen.fill(area.adjusted(half, 0, 0, 0), "btn")

    def _font(self) -> QFont:
        return self.look.font(Style.STRONG, _DESK)


class Framed(Painted):
    """One frame around flat buttons."""

    def __init__(self, look: Look, told: str) -> None:
        super().__init__(look)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(0)
        self.setAccessibleName(told)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paint(self, pen: Pen, area: QRectF) -> None:
        pen.fill_round(area, "surface", "edge", RADIUS)


class Segments(Framed):
    """One of several; ``chosen`` tells its place from 0."""

    chosen = Signal(int)

    def __init__(self, look: Look, told: str, labels: Sequence[str], first: int) -> None:
        super().__init__(look, told)
        self._group = QButtonGroup(self)
        self.parts = [FlatButton(look, label) for label in labels]
        for place, part in enumerate(self.parts):
            part.setCheckable(True)
            part.first, part.last = place == 0, place == len(labels) - 1
            self._group.addButton(part, place)
            self.row.addWidget(part)
        self.parts[first].setChecked(True)
        self._group.idClicked.connect(self.chosen)

    def choose(self, place: int) -> None:
        """Choose without telling."""
        self.parts[place].setChecked(True)


class Stepper(Framed):
    """Back, a text, on; ``stepped`` tells -1 or 1, ``pressed`` that the text was pressed."""

    stepped = Signal(int)
    pressed = Signal()

    def __init__(self, look: Look, back: str, middle: str, on: str) -> None:
        super().__init__(look, middle)
        self.back = FlatButton(look, "", "chevron_left", back)
        self.middle = FlatButton(look, "", told=middle)
        self.on = FlatButton(look, "", "chevron_right", on)
        for part in (self.back, self.middle, self.on):
            self.row.addWidget(part)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.middle.clicked.connect(self.pressed)

    def set_text(self, text: str) -> None:
        """Show the text between."""
        self.middle.setText(text)
        self.setAccessibleName(text)
        self.middle.relook()
