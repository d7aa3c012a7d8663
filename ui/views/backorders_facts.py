"""Facts of the selected line, each a label and a value on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from ui.components.fit import wrapped
from ui.components.painted import Wrapping
from ui.paint import LEFT, Pen, line_height, text_width
from ui.tokens import L, M, S, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from ui.models.backorders import FactLine
    from ui.theme import Look


class FactLines(Wrapping):
    """Labels in a column, values beside them; a long value breaks over lines."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.facts: tuple[FactLine, ...] = ()

    def show_facts(self, facts: tuple[FactLine, ...]) -> None:
        """Show these; none hides the list."""
        self.facts = facts
        self.setAccessibleName(". ".join(f"{fact.label}: {fact.value}" for fact in facts))
        self.setVisible(bool(facts))
        self.relook()

    def heightForWidth(self, width: int) -> int:
        return round(sum(self._height(fact, width) for fact in self.facts)) + 2

    def paint(self, pen: Pen, area: QRectF) -> None:
        label, value = self._fonts()
        column, top = self._column(area.width()), area.top()
        pen.line(area.topLeft(), area.topRight())
        for fact in self.facts:
            high = self._height(fact, round(area.width()))
            spot = QRectF(area.left() + L, top + S, column - L - S, line_height(value))
            pen.text(spot, fact.label, label, "ink2", LEFT, elide=True)
            line, room = top + S, area.width() - column - L
            ink = f"{fact.state}ink" if fact.state else "ink"
            for text in wrapped(value, fact.value, room):
                place = QRectF(area.left() + column, line, room, line_height(value))
                pen.text(place, text, value, ink, LEFT)
                line += line_height(value)
            top += high
            pen.line(QPointF(area.left() + L, top - 0.5), QPointF(area.right() - L, top - 0.5))

    def _height(self, fact: FactLine, width: int) -> float:
        value = self._fonts()[1]
        lines = wrapped(value, fact.value, width - self._column(width) - L) or [""]
        return max(len(lines) * line_height(value) + 2 * S, 36.0)

    def _column(self, width: float) -> float:
        """Where values begin, px."""
        widest = max((text_width(self._fonts()[0], fact.label) for fact in self.facts), default=0)
        return float(min(widest + L + M, width * 0.5))

    def _fonts(self) -> tuple[QFont, QFont]:
        return self.look.font(Style.BODY), self.look.font(Style.STRONG)
