"""How a cell of the queue is painted: two lines, a number, or a chip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from ui.models import backorders as queue
from ui.paint import LEFT, RIGHT, Pen, line_height, text_width
from ui.tokens import Density, S, Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.models.backorders import BackorderRow
    from ui.views.backorders_columns import Column


def paint_cell(pen: Pen, area: QRectF, row: BackorderRow, column: Column) -> None:
    """Paint what a column says of a row."""
    painters: dict[str, Callable[[Pen, QRectF, BackorderRow], None]] = {
        queue.RANK: _paint_rank,
        queue.ORDER: _paint_order,
        queue.PRODUCT: _paint_product,
        queue.WAITING: _paint_units,
        queue.PROMISED: _paint_promised,
        queue.STATE: _paint_state,
        queue.EXPECTED: _paint_expected,
        queue.WAITS: _paint_waits,
    }
    painter = painters.get(column.name)
    if painter is not None:
        painter(pen, area, row)
        return
    font = pen.look.font(Style.BODY)
    text = " ".join(column.lines(row))
    role = "ink2" if column.name in {queue.SHIPS, queue.AGE} else "ink"
    pen.text(area, text, font, role, RIGHT if column.right else LEFT)


def _paint_rank(pen: Pen, area: QRectF, row: BackorderRow) -> None:
    small, strong = pen.look.font(Style.CAPTION), pen.look.font(Style.STRONG)
    wide = text_width(small, row.priority) + 1
    pen.text(
        QRectF(area.right() - wide, area.top(), wide, area.height()), row.priority, small, "ink2"
    )
    rank = area.adjusted(0, 0, -wide - S / 2, 0)
    pen.text(rank, str(row.rank), strong, "ink2", RIGHT)


def _two_lines(area: QRectF, *, first_px: float, second_px: float) -> tuple[QRectF, QRectF]:
    """Where two lines of these heights stand, centred."""
    top = area.center().y() - (first_px + second_px + 1) / 2
    first = QRectF(area.left(), top, area.width(), first_px)
    return first, QRectF(area.left(), first.bottom() + 1, area.width(), second_px)


def _paint_order(pen: Pen, area: QRectF, row: BackorderRow) -> None:
    code, plain = pen.look.font(Style.STRONG, code=True), pen.look.font(Style.BODY)
    first, second = _two_lines(area, first_px=line_height(code), second_px=line_height(plain))
    pen.text(first, row.order, code, "ink", LEFT)
    pen.text(second, row.customer, plain, "ink2", LEFT, elide=True)


def _paint_product(pen: Pen, area: QRectF, row: BackorderRow) -> None:
    plain, code = pen.look.font(Style.BODY), pen.look.font(Style.CAPTION, code=True)
    first, second = _two_lines(area, first_px=line_height(plain), second_px=line_height(code))
    pen.text(first, row.product, plain, "ink", LEFT, elide=True)
    pen.text(second, row.sku, code, "ink2", LEFT)


def _paint_units(pen: Pen, area: QRectF, row: BackorderRow) -> None:
    pen.text(area, str(row.units), pen.look.font(Style.CARD), "ink", RIGHT)


def _paint_promised(pen: Pen, area: QRectF, row: BackorderRow) -> None:
    plain, small = pen.look.font(Style.BODY), pen.look.font(Style.HEAD)
    if not row.late:
        pen.text(area, row.promised, plain, "ink", LEFT)
        return
    first, second = _two_lines(area, first_px=line_height(plain), second_px=line_height(small))
    pen.text(first, row.promised, plain, "ink", LEFT)
    pen.text(second, row.late, small, "badink", LEFT)


def _paint_state(pen: Pen, area: QRectF, row: BackorderRow) -> None:
    mark, high = row.mark, pen.look.zoomed(24)
    corner = QPointF(area.left(), area.center().y() - high / 2)
    if row.pickup:
        small = pen.look.font(Style.HEAD)
        first, second = _two_lines(area, first_px=high, second_px=line_height(small))
        corner = first.topLeft()
        pen.text(second, row.pickup, small, "warnink", LEFT)
    solid = mark.state == "btn"
    pen.chip(corner, mark.icon, mark.word, mark.state, Density.DESK, solid=solid)


def _paint_expected(pen: Pen, area: QRectF, row: BackorderRow) -> None:
    ink = f"{row.expected_state}ink" if row.expected_state else "ink"
    pen.text(area, row.expected, pen.look.font(Style.STRONG), ink, LEFT)


def _paint_waits(pen: Pen, area: QRectF, row: BackorderRow) -> None:
    strong, small = pen.look.font(Style.STRONG, code=row.code), pen.look.font(Style.CAPTION)
    first, second = _two_lines(area, first_px=line_height(strong), second_px=line_height(small))
    pen.text(first, row.waits_for, strong, "ink", LEFT, elide=not row.code)
    pen.text(second, row.waits_about, small, "ink2", LEFT, elide=True)
