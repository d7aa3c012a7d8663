"""The sections of Setup, one below the other; the chosen one is tinted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QSizePolicy, QWidget

from ui import desk_words as words
from ui.components.painted import PaintedButton
from ui.paint import LEFT, Pen, line_height, text_width
from ui.tokens import RADIUS, TOUCH, Density, L, M, S, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme import Look

_ICON, _WIDE = 22, 196


class SectionButton(PaintedButton):
    """A section: icon and name."""

    def __init__(self, look: Look, label: str, icon: str) -> None:
        super().__init__(look)
        self.icon_name = icon
        self.setText(label)
        self.setCheckable(True)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        font = self.look.font(Style.STRONG)
        wide = text_width(font, self.text()) + 2 * L + _ICON + M
        return QSize(round(wide) + 2, max(TOUCH[Density.DESK] + 4, round(line_height(font) + L)))

    def paint(self, pen: Pen, area: QRectF) -> None:
        ink = "ink2"
        if self.isChecked():
            pen.fill_round(area, "focustint", "", RADIUS)
            ink = "focusink"
        elif self.underMouse():
            pen.fill_round(area, "surface", "", RADIUS)
        left = area.left() + L
        pen.icon(QRectF(left, area.top(), _ICON, area.height()), self.icon_name, ink)
        place = QRectF(left + _ICON + M, area.top(), 0, area.height())
        place.setRight(area.right() - S)
        pen.text(place, self.text(), self.look.font(Style.STRONG), ink, LEFT)


class Sections(QWidget):
    """``chosen`` tells the place of a section from 0. Side by side where it is narrow."""

    chosen = Signal(int)

    def __init__(self, look: Look, sections: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(words.SECTIONS)
        self._group = QButtonGroup(self)
        self.buttons = [SectionButton(look, label, icon) for label, icon in sections]
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        for place, button in enumerate(self.buttons):
            self._group.addButton(button, place)
            self._row.addWidget(button)
        self._row.addStretch(1)
        self.buttons[0].setChecked(True)
        self._group.idClicked.connect(self.chosen)
        self.set_across(across=False)

    def choose(self, place: int) -> None:
        """Choose a section without telling."""
        self.buttons[place].setChecked(True)

    def set_across(self, *, across: bool) -> None:
        """Stand side by side, or one below the other."""
        direction = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)
        widest = max(button.sizeHint().width() for button in self.buttons)
        wide = 16_777_215 if across else max(_WIDE, widest)
        self.setFixedWidth(wide) if not across else self.setMaximumWidth(wide)
        if across:
            self.setMinimumWidth(0)
