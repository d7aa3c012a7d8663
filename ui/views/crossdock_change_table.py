"""Orders before and after a change: three columns, or two lines each where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from ui.paint import LEFT, Pen, line_height, text_width
from ui.tokens import L, M, S, Style

if TYPE_CHECKING:
    from ui.models.crossdock import ChangeRow
    from ui.theme import Look

_ICON, _NAME = 20, 96
_INKS = {True: "okink", False: "badink", None: "ink"}


class ChangeTable:
    """Measures and paints rows in a width (px)."""

    def __init__(
        self, look: Look, rows: tuple[ChangeRow, ...], heads: tuple[str, str, str], width: float
    ) -> None:
        self.look, self.rows, self.heads, self.width = look, rows, heads, width
        self.code, self.strong = look.font(Style.STRONG, code=True), look.font(Style.STRONG)
        self.plain, self.small = look.font(Style.BODY), look.font(Style.CAPTION)
        self.head = look.font(Style.HEAD)
        self.now, self.after, self.stacked = self._columns()

    @property
    def height(self) -> float:
        """All rows with their head, px."""
        return self._head_height() + self._row_height() * len(self.rows)

    def paint(self, pen: Pen, left: float, top: float) -> None:
        """Paint from a corner on."""
        right = left + self.width
        if not self.stacked:
            head = QRectF(left + 2, top, self.width - 4, self._head_height())
            pen.fill(head, "sunk")
            for x, word in zip((L, self.now, self.after), self.heads, strict=True):
                place = QRectF(left + x, top, self.width - x, head.height())
                pen.text(place, word, self.head, "ink2", LEFT)
        top += self._head_height()
        for row in self.rows:
            pen.line(QPointF(left, top), QPointF(right, top))
            place = QRectF(left, top, self.width, self._row_height())
            paint_row = self._paint_stacked if self.stacked else self._paint_row
            paint_row(pen, place, row)
            top = place.bottom()
        pen.line(QPointF(left, top), QPointF(right, top))

    def _columns(self) -> tuple[float, float, bool]:
        """Where now and after begin (px), and whether they must stand below the order."""
        names = [text_width(self.code, row.order) for row in self.rows]
        names += [min(text_width(self.small, row.customer), _NAME) for row in self.rows]
        names.append(text_width(self.head, self.heads[0]))
        now = max(text_width(self.plain, row.now) for row in self.rows)
        now = max(now, text_width(self.head, self.heads[1])) + 1
        after = max(text_width(self.strong, row.after) for row in self.rows) + _ICON + 4
        after = max(after, text_width(self.head, self.heads[2])) + S
        first = L + max(names) + M
        spare = self.width - first - now - M - after
        return first + max(spare, 0) * 0.25, first + now + M + max(spare, 0) * 0.6, spare < 0

    def _head_height(self) -> float:
        return 0.0 if self.stacked else max(36.0, line_height(self.head) + S)

    def _row_height(self) -> float:
        if self.stacked:
            return line_height(self.code) + line_height(self.strong) + L + 4
        return max(54.0, line_height(self.code) + line_height(self.small) + M)

    def _paint_row(self, pen: Pen, area: QRectF, row: ChangeRow) -> None:
        first = line_height(self.code) + 1
        top = area.top() + (area.height() - first - line_height(self.small)) / 2
        room = self.now - L - S
        pen.text(QRectF(area.left() + L, top, room, first), row.order, self.code, "ink", LEFT)
        name = QRectF(area.left() + L, top + first, room, line_height(self.small))
        pen.text(name, row.customer, self.small, "ink2", LEFT, elide=True)
        place = QRectF(area.left() + self.now, area.top(), self.after - self.now - 4, area.height())
        pen.text(place, row.now, self.plain, "ink", LEFT)
        place = QRectF(area.left() + self.after, area.top(), 0, area.height())
        place.setRight(area.right() - 2)
        self._paint_after(pen, place, row)

    def _paint_stacked(self, pen: Pen, area: QRectF, row: ChangeRow) -> None:
        left, top = area.left() + L, area.top() + S
        high = line_height(self.code) + 1
        number = text_width(self.code, row.order) + 1
        pen.text(QRectF(left, top, number, high), row.order, self.code, "ink", LEFT)
        name = QRectF(left + number + S, top, area.right() - L - left - number - S, high)
        pen.text(name, row.customer, self.plain, "ink2", LEFT, elide=True)
        below = QRectF(left, top + high + 2, area.right() - left, line_height(self.strong))
        wide = pen.text(below, row.now, self.plain, "ink2", LEFT)
        self._paint_after(pen, below.adjusted(wide + M, 0, 0, 0), row)

    def _paint_after(self, pen: Pen, place: QRectF, row: ChangeRow) -> None:
        ink = _INKS[row.better]
        icon = "arrow_forward" if self.stacked else ""
        if row.better is not None:
            icon = "trending_up" if row.better else "trending_down"
        if icon:
            pen.icon(QRectF(place.left(), place.top(), _ICON - 2, place.height()), icon, ink)
            place = place.adjusted(_ICON + 3, 0, 0, 0)
        pen.text(place, row.after, self.strong, ink, LEFT)
