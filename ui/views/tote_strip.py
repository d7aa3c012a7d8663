"""The totes of a cluster at their places on the cart: big letters, and what comes into which."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.components.fit import fitting_font
from ui.components.painted import Painted
from ui.paint import LEFT, RIGHT, Pen, line_height, on_solid, text_width
from ui.tokens import GAP, RADIUS_CARD, Density, M, S, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from ui.models.pick import Tote
    from ui.theme import Look

_FLOOR = Density.FLOOR
_BIG = 8  # totes in a row; one row has big tiles
_LETTER, _SMALL, _LEAST = 52, 22, 16  # px
_ROLES = {
    "now": ("info", "", on_solid("info")),
    "ahead": ("surface", "line", "ink"),
    "done": ("oktint", "line", "okink"),
    "out": ("warntint", "warnmark", "warnink"),
}


class ToteStrip(Painted):
    """Tiles in rows of up to eight, in the order of the cart; they cannot be pressed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.totes: tuple[Tote, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_totes(self, totes: tuple[Tote, ...]) -> None:
        """Show these; none hides the strip."""
        self.totes = totes
        self.setVisible(bool(totes))
        self.setAccessibleName(
            ", ".join(f"{one.letter} {one.code} {one.order} {one.units}".strip() for one in totes)
        )
        self.relook()

    def sizeHint(self) -> QSize:
        rows, gap = self._rows(), GAP[_FLOOR] / 2
        return QSize(300, round(rows * self._high() + max(0, rows - 1) * gap))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _rows(self) -> int:
        return ceil(len(self.totes) / _BIG)

    def _high(self) -> int:
        """Return how high a tile is (px): lower where there are many rows."""
        one_line = len(self.totes) > _BIG
        letter = _LETTER * 2 // 3 if one_line else _LETTER
        small = 0 if one_line else line_height(self._small())
        return round(self.look.zoomed(letter) * 1.25 + small + S)

    def _small(self) -> QFont:
        return self.look.font(Style.BODY, _FLOOR, px=self.look.zoomed(_SMALL), code=True)

    def paint(self, pen: Pen, area: QRectF) -> None:
        rows = self._rows()
        gap, in_a_row = GAP[_FLOOR] / 2, ceil(len(self.totes) / max(1, rows))
        wide = (area.width() - gap * (in_a_row - 1)) / max(1, in_a_row)
        high = (area.height() - gap * (rows - 1)) / max(1, rows)
        for at, tote in enumerate(self.totes):
            row, column = divmod(at, in_a_row)
            left, top = area.left() + column * (wide + gap), area.top() + row * (high + gap)
            self._paint_tile(pen, QRectF(left, top, wide, high), tote)

    def _paint_tile(self, pen: Pen, tile: QRectF, tote: Tote) -> None:
        fill, border, ink = _ROLES[tote.state]
        if self.look.colours.filled_need_border and not border:
            border = "line"
        pen.fill_round(tile, fill, border, RADIUS_CARD)
        inside = tile.adjusted(M, S / 2, -M, -S / 2)
        small = self._small()
        low = 0.0 if len(self.totes) > _BIG else float(line_height(small))
        top = QRectF(inside.left(), inside.top(), inside.width(), inside.height() - low)
        tall = round(top.height() * 0.8)
        letter = self.look.font(Style.KIND, _FLOOR, px=tall)
        pen.text(top, tote.letter, letter, ink, LEFT)
        taken = text_width(letter, tote.letter) + S
        room = top.width() - taken
        units = fitting_font(
            self.look, Style.OUTCOME, tote.units, room, tallest=round(tall * 0.75), smallest=_LEAST
        )
        pen.text(top.adjusted(taken, 0, 0, 0), tote.units, units, ink, RIGHT, elide=True)
        if low:
            below = QRectF(inside.left(), top.bottom(), inside.width(), low)
            text = tote.code or tote.order
            code = fitting_font(
                self.look, Style.BODY, text, below.width(), tallest=_SMALL, smallest=_LEAST
            )
            pen.text(below, text, code, ink, LEFT, elide=True)
