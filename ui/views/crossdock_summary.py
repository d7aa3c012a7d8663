"""The one line that says what today's trucks do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy

from ui.components.painted import Painted
from ui.paint import LEFT, Pen, line_height, text_width
from ui.tokens import Style

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from ui.theme import Look


class SummaryLine(Painted):
    """A strong beginning and its rest; the rest goes first where it is narrow."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.strong, self.rest = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_words(self, strong: str, rest: str) -> None:
        """Show both parts."""
        self.strong, self.rest = strong, rest
        self.setAccessibleName(f"{strong} {rest}".strip())
        self.setToolTip(f"{strong} {rest}".strip())
        self.relook()

    def sizeHint(self) -> QSize:
        return QSize(round(self._first()) + 2, round(line_height(self._bold())) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paint(self, pen: Pen, area: QRectF) -> None:
        if self._first() > area.width():
            return
        both = self._first() + self._second() <= area.width()
        left = area.right() - (self._first() + (self._second() if both else 0))
        place = QRectF(left, area.top(), self._first(), area.height())
        pen.text(place, self.strong, self._bold(), "okink", LEFT)
        if both and self.rest:
            rest = QRectF(place.right(), area.top(), self._second(), area.height())
            pen.text(rest, f" {self.rest}", self.look.font(Style.BODY), "ink2", LEFT)

    def _bold(self) -> QFont:
        return self.look.font(Style.STRONG)

    def _first(self) -> float:
        return text_width(self._bold(), self.strong) + 1

    def _second(self) -> float:
        return text_width(self.look.font(Style.BODY), f" {self.rest}") + 1 if self.rest else 0.0
