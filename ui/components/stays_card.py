"""What stays behind of a partial order, and until when: amber, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from ui.components.fit import wrapped
from ui.components.painted import Wrapping
from ui.paint import LEFT, Pen, line_height
from ui.tokens import RADIUS_CARD, Density, L, S, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QWidget

    from ui.models.work import StaysBehind
    from ui.theme import Look

_FLOOR = Density.FLOOR


class StaysCard(Wrapping):
    """Wraps its lines; asks for the height that its width needs. ``framed``: as a card."""

    def __init__(self, look: Look, *, framed: bool, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.framed = framed
        self.stays: StaysBehind | None = None
        self.hide()

    def show_stays(self, stays: StaysBehind | None) -> None:
        """Show what stays behind; None hides the card."""
        self.stays = stays
        self.setVisible(stays is not None)
        if stays is not None:
            self.setAccessibleName(" ".join((stays.title, *stays.lines, stays.strong)).strip())
        self.relook()

    def heightForWidth(self, width: int) -> int:
        rows = len(self._rows(width - 2 * L))
        high = line_height(self.look.font(Style.BODY, _FLOOR))
        return round(rows * high + 1.5 * L)

    def paint(self, pen: Pen, area: QRectF) -> None:
        if self.stays is None:
            return
        if self.framed:
            pen.fill_round(area, "warntint", "warnmark", RADIUS_CARD)
        top = area.top() + L * 0.75
        for text, font, role, icon in self._rows(area.width() - 2 * L):
            high = line_height(font)
            spot = QRectF(area.left() + L, top, area.width() - 2 * L, high)
            if icon:
                pen.icon(QRectF(spot.left(), top, high, high), "call_split", role)
                spot.setLeft(spot.left() + high + S)
            pen.text(spot, text, font, role, LEFT)
            top += high

    def _rows(self, room: float) -> list[tuple[str, QFont, str, bool]]:
        """Lines as (text, font, role, with the icon before it)."""
        if self.stays is None:
            return []
        strong = self.look.font(Style.STRONG, _FLOOR)
        plain = self.look.font(Style.BODY, _FLOOR)
        indent = line_height(strong) + S
        rows = [
            (line, strong, "warnink", place == 0)
            for place, line in enumerate(wrapped(strong, self.stays.title, room - indent))
        ]
        role = "ink" if self.framed else "ink2"
        for text in self.stays.lines:
            rows += [(line, plain, role, False) for line in wrapped(plain, text, room)]
        strong_lines = wrapped(strong, self.stays.strong, room)
        return rows + [(line, strong, "ink", False) for line in strong_lines]
