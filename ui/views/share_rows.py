"""The further shares of a case that serves several: one row each, in its own colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from ui.components.fit import fitting_font
from ui.icons import filled
from ui.paint import LEFT, RIGHT, Pen, on_solid, text_width
from ui.tokens import RADIUS_PANEL, Density, Style

if TYPE_CHECKING:
    from ui.models.receive import Share

_FLOOR = Density.FLOOR


def paint_share_row(pen: Pen, row: QRectF, share: Share) -> None:
    """Paint icon, place, for whom, and how many units into a row about 90 px high."""
    look, ink = pen.look, on_solid(share.state)
    pen.fill_round(row, share.state, "", RADIUS_PANEL)
    inside = row.adjusted(36 * look.factor, 0, -30 * look.factor, 0)
    tall = round(min(row.height() * 0.66, 66 * look.factor))
    small = max(22, round(tall * 0.5))
    units_font = look.font(Style.KIND, _FLOOR, px=tall)
    units = text_width(units_font, share.units) + 2
    right = QRectF(inside.right() - units, row.top(), units, row.height())
    pen.text(right, share.units, units_font, ink, RIGHT)
    side = tall * 1.1
    pen.icon(QRectF(inside.left(), row.top(), side, row.height()), filled(share.icon), ink)
    left = inside.left() + side + 16
    about = " · ".join(part for part in (share.order or share.kind, share.order_note) if part)
    about_font = look.font(Style.LEAD, _FLOOR, px=small, weight=600)
    room = right.left() - 16 - left
    place_font = fitting_font(
        look, Style.PLACE, share.place, room * 0.6, tallest=tall, smallest=min(tall, 44)
    )
    wide = text_width(place_font, share.place) + 2
    pen.text(QRectF(left, row.top(), wide, row.height()), share.place, place_font, ink, LEFT)
    spot = QRectF(left + wide + 20, row.top(), room - wide - 20, row.height())
    pen.text(spot, about, about_font, ink, LEFT, elide=True)
