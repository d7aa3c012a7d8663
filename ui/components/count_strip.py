"""A row of counts, each a number with its words below; read at a glance, not pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.components.painted import Painted
from ui.paint import LEFT, Pen, line_height, text_width
from ui.tokens import Density, L, S, Style

if TYPE_CHECKING:
    from ui.models.counts import Count
    from ui.theme import Look


class CountStrip(Painted):
    """Counts side by side in equal cells with 1 px lines between."""

    def __init__(self, look: Look, density: Density, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.density = density
        self.counts: tuple[Count, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_counts(self, counts: tuple[Count, ...]) -> None:
        """Show these counts."""
        self.counts = counts
        self.setAccessibleName(", ".join(f"{count.value} {count.words}" for count in counts))
        self.relook()

    def sizeHint(self) -> QSize:
        number = self.look.font(Style.COUNTER, self.density)
        words = self.look.font(Style.BODY, self.density)
        high = line_height(number) * 0.9 + line_height(words) + S
        wide = [
            max(text_width(number, count.value), text_width(words, count.words)) + 2 * L
            for count in self.counts
        ]
        return QSize(round(max(wide, default=0) * len(wide)), round(high))

    def paint(self, pen: Pen, area: QRectF) -> None:
        if not self.counts:
            return
        wide = area.width() / len(self.counts)
        for place, count in enumerate(self.counts):
            cell = QRectF(area.left() + place * wide, area.top(), wide, area.height())
            if place:
                pen.line(cell.topLeft(), QPointF(cell.left(), cell.bottom()))
            self._paint_cell(pen, cell.adjusted(L, S / 2, -S, -S / 2), count)

    def _paint_cell(self, pen: Pen, cell: QRectF, count: Count) -> None:
        number = self.look.font(Style.COUNTER, self.density)
        words = self.look.font(Style.BODY, self.density)
        below = line_height(words)
        high = cell.height() - below
        role = count.state and f"{count.state}ink"
        pen.text(
            QRectF(cell.left(), cell.top(), cell.width(), high),
            count.value,
            number,
            role or "ink",
            LEFT,
        )
        place = QRectF(cell.left(), cell.bottom() - below, cell.width(), below)
        pen.text(place, count.words, words, "ink2", LEFT, elide=True)
