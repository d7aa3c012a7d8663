"""How arriving lines and waiting orders are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from ui.models.crossdock import ArrivalGroup, ArrivalRow, OrderRow
from ui.models.work import Mark
from ui.paint import LEFT, RIGHT, Pen, chip_width, line_height, text_width
from ui.tokens import RADIUS_CHIP, Density, L, M, S, Style

if TYPE_CHECKING:
    from ui.theme import Look

Arrival = ArrivalGroup | ArrivalRow
_BAR, _CHIP, _ICON, _NAME_LEAST = 4, 22, 16, 72


def arrival_height(look: Look, row: Arrival) -> float:
    """A truck's head 40 px, a line 60."""
    if isinstance(row, ArrivalGroup):
        return max(40.0, line_height(look.font(Style.STRONG)) + 2 * M)
    return max(60.0, _two_lines(look) + M + 2)


def order_height(look: Look, _row: OrderRow) -> float:
    """66 px."""
    return max(66.0, _two_lines(look) + L)


def _two_lines(look: Look) -> float:
    below = max(line_height(look.font(Style.CAPTION)), float(look.zoomed(_CHIP)))
    return line_height(look.font(Style.STRONG)) + 2 + below


def tell_arrival(row: Arrival) -> str:
    """A truck or an arriving line in words."""
    if isinstance(row, ArrivalGroup):
        return f"{row.carrier}, {row.asn}, {row.mark.word}"
    cross = f"{row.cross_dock} cross-dock" if row.cross_dock else ""
    parts = (f"{row.units} {row.name}", row.sku, cross, row.rest)
    return ", ".join(part for part in parts if part)


def tell_order(row: OrderRow) -> str:
    """A waiting order in words."""
    pinned = "pinned" if row.pinned else ""
    parts = (str(row.rank), row.number, row.customer, row.gets, row.policy, row.mark.word, pinned)
    return ", ".join(part for part in parts if part)


def paint_arrival(pen: Pen, area: QRectF, row: Arrival, lit: bool, hot: bool) -> None:
    """Paint a truck's head or an arriving line."""
    if isinstance(row, ArrivalGroup):
        _paint_group(pen, area, row)
        return
    _paint_ground(pen, area, lit=lit, hot=hot)
    strong, plain = pen.look.font(Style.STRONG, code=True), pen.look.font(Style.BODY)
    number = pen.look.font(Style.CARD)
    left, right = area.left() + L, area.right() - L
    top, high = area.top() + S - 1, line_height(strong) + 2
    wide = text_width(number, str(row.units)) + 1
    units = QRectF(right - wide, top, wide, high)
    pen.text(units, str(row.units), number, "ink", RIGHT)
    sku = max(text_width(strong, row.sku) + M, min(132.0, area.width() * 0.26))
    pen.text(QRectF(left, top, sku, high), row.sku, strong, "ink", LEFT)
    name = QRectF(left + sku, top, max(units.left() - S - left - sku, 0), high)
    pen.text(name, row.name, plain, "ink", LEFT, elide=True)
    _paint_fate(pen, QRectF(left, top + high + 1, right - left, pen.look.zoomed(_CHIP)), row)


def paint_order(pen: Pen, area: QRectF, row: OrderRow, lit: bool, hot: bool) -> None:
    """Paint a waiting order."""
    _paint_ground(pen, area, lit=lit, hot=hot)
    strong, plain = pen.look.font(Style.STRONG, code=True), pen.look.font(Style.BODY)
    small, rank = pen.look.font(Style.CAPTION), pen.look.font(Style.CARD)
    high, below = line_height(strong) + 2, line_height(small)
    top = area.center().y() - (high + below + 3) / 2
    column = max(38.0, text_width(rank, "000") + M)
    left = area.left() + L
    pen.text(QRectF(left, top, column, high), str(row.rank), rank, "ink2", LEFT)
    pen.text(QRectF(left, top + high + 3, column, below), row.priority, small, "ink2", LEFT)
    left += column
    right = _paint_mark(pen, area, row.mark) - M
    wide = text_width(strong, row.number) + 1
    pen.text(QRectF(left, top, wide, high), row.number, strong, "ink", LEFT)
    pin = _ICON + S if row.pinned else 0
    name = QRectF(left + wide + S, top, max(right - pin - left - wide - S, 0), high)
    used = pen.text(name, row.customer, plain, "ink", LEFT, elide=True)
    if row.pinned:
        pen.icon(QRectF(name.left() + used + S, top, _ICON, high), "keep", "infoink")
    words = " · ".join(part for part in (row.gets, row.policy) if part)
    place = QRectF(left, top + high + 3, right - left, below)
    pen.text(place, words, small, "ink2", LEFT, elide=True)


def _paint_ground(pen: Pen, area: QRectF, *, lit: bool, hot: bool) -> None:
    pen.fill(area, "oktint" if lit else "sunk" if hot else "surface")
    if lit:
        pen.fill(QRectF(area.left(), area.top(), _BAR, area.height()), "ok")
    bottom = area.bottom() - 0.5
    pen.line(QPointF(area.left(), bottom), QPointF(area.right(), bottom))


def _paint_group(pen: Pen, area: QRectF, row: ArrivalGroup) -> None:
    pen.fill(area, "sunk")
    bottom = area.bottom() - 0.5
    pen.line(QPointF(area.left(), bottom), QPointF(area.right(), bottom))
    strong, plain = pen.look.font(Style.STRONG), pen.look.font(Style.BODY, code=True)
    number = text_width(plain, row.asn) + 1
    left = area.left() + L
    chip = chip_width(pen.look, row.mark.icon, row.mark.word, Density.DESK)
    short = area.width() - 2 * L - M - chip - number - S < _NAME_LEAST
    mark = Mark(row.mark.state, row.mark.icon, "") if short else row.mark
    right = _paint_mark(pen, area, mark) - M
    room = QRectF(left, area.top(), right - left - number - S, area.height())
    wide = pen.text(room, row.carrier, strong, "ink", LEFT, elide=True)
    spot = QRectF(left + wide + S, area.top(), number, area.height())
    pen.text(spot, row.asn, plain, "ink2", LEFT)


def _paint_mark(pen: Pen, area: QRectF, mark: Mark) -> float:
    """Paint a chip at the right; gives where it begins."""
    wide = chip_width(pen.look, mark.icon, mark.word, Density.DESK)
    high = pen.look.zoomed(24)
    corner = QPointF(area.right() - L - wide, area.center().y() - high / 2)
    pen.chip(corner, mark.icon, mark.word, mark.state, Density.DESK, solid=False)
    return corner.x()


def _paint_fate(pen: Pen, place: QRectF, row: ArrivalRow) -> None:
    """Units that go to lanes as a badge; then what becomes of the rest, and why."""
    left = place.left()
    font = pen.look.font(Style.HEAD)
    if row.cross_dock:
        text = f"{row.cross_dock} cross-dock"
        badge = QRectF(left, place.top(), text_width(font, text) + _ICON + 16, place.height())
        pen.fill_round(badge, "ok", "", RADIUS_CHIP)
        pen.icon(QRectF(left + 5, badge.top(), _ICON, badge.height()), "swap_horiz", "onsolid")
        words = badge.adjusted(_ICON + 9, 0, 0, 0)
        pen.text(words, text, font, "onsolid", LEFT)
        left = badge.right() + S + 2
    if row.rest:
        pen.icon(QRectF(left, place.top(), _ICON, place.height()), "shelves", "ink2")
        rest = QRectF(
            left + _ICON + 5, place.top(), place.right() - left - _ICON - 5, place.height()
        )
        pen.text(rest, row.rest, pen.look.font(Style.CAPTION), "ink2", LEFT, elide=True)
