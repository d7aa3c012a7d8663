"""The panel's first words: which line it is, and why it waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QVBoxLayout

from ui.components.fit import wrapped
from ui.components.painted import Painted, Wrapping
from ui.components.text import Paragraph
from ui.paint import LEFT, Pen, chip_width, line_height, text_width
from ui.tokens import Density, L, M, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from ui.models.backorders import Detail
    from ui.theme import Look

_DESK = Density.DESK
_BAR = 4


class DetailHead(Wrapping):
    """Order number, state chip, and whose units of what."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.detail: Detail | None = None

    def show_detail(self, detail: Detail) -> None:
        """Show a line."""
        self.detail = detail
        self.setAccessibleName(f"{detail.order}, {detail.mark.word}, {detail.about}")
        self.relook()

    def heightForWidth(self, width: int) -> int:
        body = self.look.font(Style.BODY)
        lines = self._about(width)
        chip = 0 if self._beside(width) else self.look.zoomed(24) + 6
        return round(
            line_height(self._number()) + chip + len(lines) * line_height(body) + 2 * M + 4
        )

    def paint(self, pen: Pen, area: QRectF) -> None:
        detail = self.detail
        if detail is None:
            return
        number, body = self._number(), self.look.font(Style.BODY)
        high, chip = line_height(number), pen.look.zoomed(24)
        left, top = area.left() + L, area.top() + M
        wide = text_width(number, detail.order) + 1
        pen.text(QRectF(left, top, wide, high), detail.order, number, "ink", LEFT)
        corner = QPointF(left + wide + M, top + (high - chip) / 2)
        if not self._beside(round(area.width())):
            corner = QPointF(left, top + high + 2)
            top += chip + 6
        mark = detail.mark
        if mark.word:
            pen.chip(corner, mark.icon, mark.word, mark.state, _DESK, solid=mark.state == "btn")
        top += high + 4
        for text in self._about(round(area.width())):
            place = QRectF(left, top, area.width() - 2 * L, line_height(body))
            pen.text(place, text, body, "ink2", LEFT)
            top += line_height(body)

    def _about(self, width: int) -> list[str]:
        about = self.detail.about if self.detail else ""
        return wrapped(self.look.font(Style.BODY), about, width - 2 * L)

    def _beside(self, width: int) -> bool:
        """Whether the chip fits beside the number."""
        if self.detail is None:
            return True
        mark = self.detail.mark
        chip = chip_width(self.look, mark.icon, mark.word, _DESK)
        return text_width(self._number(), self.detail.order) + chip + M + 2 * L <= width

    def _number(self) -> QFont:
        return self.look.font(Style.OUTCOME, code=True)


class Trouble(Painted):
    """Why the line waits, with a bar at its left."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.state = ""
        self.title = Paragraph(look, Style.STRONG, _DESK)
        self.about = Paragraph(look, Style.BODY, _DESK)
        column = QVBoxLayout(self)
        column.setContentsMargins(L + _BAR, M, L, M)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.about)

    def show_trouble(self, title: str, about: tuple[str, ...], state: str) -> None:
        """Show it; an empty title hides it."""
        self.state = state
        self.title.set_text(title)
        self.about.set_text("\n".join(about))
        self.about.setVisible(bool(about))
        self.setAccessibleName(title)
        self.setVisible(bool(title))
        self.update()

    def paint(self, pen: Pen, area: QRectF) -> None:
        plain = self.state in {"", "btn", "idle"}
        pen.fill(area, "sunk" if plain else f"{self.state}tint")
        bar = "idle" if not self.state else self.state
        pen.fill(QRectF(area.left(), area.top(), _BAR, area.height()), bar)
