"""The pegs between both sides: lines as thick as their units, those of the selection in colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy

from ui import desk_words as words
from ui.components.painted import Painted
from ui.paint import CENTRE, Pen, line_height, text_width
from ui.tokens import RADIUS_CHIP, S, Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.models.crossdock import PegRow
    from ui.theme import Look

_THIN, _THICK, _MOST_UNITS, _GROWTH, _LIT = 1.5, 14.0, 400, 0.7, 3.0
_TAG, _TAG_AT = QSize(34, 26), 0.7
_REST = 0.55


@dataclass(frozen=True, slots=True)
class Ends:
    """Where a peg leaves and arrives, px of the widget; and whether either end is in sight."""

    left: float
    right: float
    seen: bool


def thickness(units: int) -> float:
    """A peg's width in px: 1.5 to 14, growing ever slower with its units (each)."""
    return _THIN + (_THICK - _THIN) * float((min(units, _MOST_UNITS) / _MOST_UNITS) ** _GROWTH)


class PegBand(Painted):
    """Draws pegs where ``ends_of`` says they end now; the lists tell it when they scroll."""

    def __init__(self, look: Look, ends_of: Callable[[PegRow], Ends | None]) -> None:
        super().__init__(look)
        self.pegs: tuple[PegRow, ...] = ()
        self.selected: tuple[str, str] | None = None
        self._ends_of = ends_of
        self.setAccessibleName(words.PEGS)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_pegs(self, pegs: tuple[PegRow, ...], selected: tuple[str, str] | None) -> None:
        """Show these; ``selected`` as in the scene."""
        self.pegs, self.selected = pegs, selected
        chosen = [f"{peg.units} {peg.arrival} → {peg.order}" for peg in pegs if self._is_lit(peg)]
        self.setAccessibleDescription(", ".join(chosen))
        self.update()

    def paint(self, pen: Pen, area: QRectF) -> None:
        rest = [peg for peg in self.pegs if not self._is_lit(peg)]
        lit = [peg for peg in self.pegs if self._is_lit(peg)]
        pen.painter.setBrush(Qt.BrushStyle.NoBrush)
        pen.painter.setOpacity(_REST)
        for peg in rest:
            self._paint_peg(pen, area, peg, "edge")
        pen.painter.setOpacity(1.0)
        tags = [spot for peg in lit if (spot := self._paint_peg(pen, area, peg, "ok"))]
        self._paint_tags(pen, area, tags)

    def _is_lit(self, peg: PegRow) -> bool:
        return self.selected is not None and self.selected[1] in (peg.arrival, peg.order)

    def _paint_peg(
        self, pen: Pen, area: QRectF, peg: PegRow, role: str
    ) -> tuple[float, int] | None:
        """Draw one; gives the height of its tag and its units, None where neither end is seen."""
        ends = self._ends_of(peg)
        if ends is None or not ends.seen:
            return None
        start, end = QPointF(area.left(), ends.left), QPointF(area.right(), ends.right)
        bend = area.width() * 0.5
        path = QPainterPath(start)
        path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end)
        width = max(thickness(peg.units), _LIT if role == "ok" else 0)
        stroke = QPen(self.look.colour(role), width)
        stroke.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.painter.setBrush(Qt.BrushStyle.NoBrush)
        pen.painter.setPen(stroke)
        pen.painter.drawPath(path)
        return path.pointAtPercent(_TAG_AT).y(), peg.units

    def _paint_tags(self, pen: Pen, area: QRectF, tags: list[tuple[float, int]]) -> None:
        """Units on each selected peg, one below the other where they would touch."""
        font = self.look.font(Style.STRONG)
        high = max(float(_TAG.height()), line_height(font) + 6)
        last = -high
        for y, units in sorted(tags):
            top = max(y - high / 2, last + 2, area.top())
            wide = max(float(_TAG.width()), text_width(font, str(units)) + 2 * S)
            tag = QRectF(area.width() * _TAG_AT - wide / 2, top, wide, high)
            if tag.bottom() > area.bottom() + 1:
                return
            pen.fill_round(tag, "ok", "", RADIUS_CHIP)
            pen.text(tag, str(units), font, "onsolid", CENTRE)
            last = tag.bottom()
