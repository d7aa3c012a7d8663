"""One bar per unit still to take; in proportion where there are too many to count at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from ui.tokens import S

if TYPE_CHECKING:
    from ui.paint import Pen

MOST_BARS = 12


def paint_units_bar(pen: Pen, area: QRectF, taken: int, wanted: int) -> None:
    """Paint ``taken`` of ``wanted`` units (each); from 13 units one bar in proportion."""
    if wanted <= 0:
        return
    rest = ("ground", "line") if pen.look.colours.filled_need_border else ("line", "")
    if wanted > MOST_BARS:
        pen.fill_round(area, *rest, 2)
        done = QRectF(area.left(), area.top(), area.width() * min(taken / wanted, 1), area.height())
        pen.fill_round(done, "ok", "", 2)
        return
    wide = (area.width() - S * (wanted - 1)) / wanted
    for unit in range(wanted):
        bar = QRectF(area.left() + unit * (wide + S), area.top(), wide, area.height())
        pen.fill_round(bar, *(("ok", "") if unit < taken else rest), 2)
