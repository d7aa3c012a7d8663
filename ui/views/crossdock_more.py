"""The foot of the orders: how many more lie below; a press brings them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from ui.components.painted import PaintedButton
from ui.paint import LEFT, Pen, line_height, text_width
from ui.tokens import TOUCH, Density, L, M, S, Style

if TYPE_CHECKING:
    from ui.theme import Look

_ICON = 20


class MoreButton(PaintedButton):
    """A flat row with an arrow down."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Show a text."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.relook()

    def sizeHint(self) -> QSize:
        font = self.look.font(Style.BODY)
        wide = text_width(font, self.text()) + 2 * L + _ICON + M
        return QSize(round(wide), max(TOUCH[Density.DESK], round(line_height(font)) + 2 * S))

    def paint(self, pen: Pen, area: QRectF) -> None:
        if self.underMouse():
            pen.fill(area.adjusted(1, 0, -1, -S), "sunk")
        pen.line(area.topLeft() + QPointF(0, 0.5), area.topRight() + QPointF(0, 0.5))
        left = area.left() + L
        pen.icon(QRectF(left, area.top(), _ICON, area.height()), "expand_more", "ink2")
        place = area.adjusted(L + _ICON + M, 0, -S, 0)
        pen.text(place, self.text(), self.look.font(Style.BODY), "ink2", LEFT)
