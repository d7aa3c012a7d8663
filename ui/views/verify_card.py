"""Pack's list to verify: a slab for what to scan next, then the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.components.card import Card
from ui.components.fit import fitting_font
from ui.components.painted import Painted
from ui.components.row_list import RowList
from ui.components.stays_card import StaysCard
from ui.paint import LEFT, RIGHT, Pen, cap_height, line_height, text_width
from ui.tokens import SIZES, Density, L, M, S, Style

if TYPE_CHECKING:
    from ui.models.pack import NextItem, Verify, VerifyLine
    from ui.theme import Look

_FLOOR = Density.FLOOR
_ROW = 62


class NextSlab(Painted):
    """How many more of which product; hidden once everything is verified."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.item: NextItem | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_item(self, item: NextItem | None) -> None:
        """Show it; None hides the slab."""
        self.item = item
        self.setVisible(item is not None)
        if item is not None:
            self.setAccessibleName(f"{item.headline}: {item.name} {item.sku}, {item.tally}")
        self.relook()

    def sizeHint(self) -> QSize:
        caps = self.look.large(SIZES[Style.COUNT][1] * 0.5) * 0.73
        words = line_height(self.look.font(Style.STRONG, _FLOOR))
        return QSize(300, round(caps + words + self.look.large(20) + 2 * L))

    def paint(self, pen: Pen, area: QRectF) -> None:
        if self.item is None:
            return
        border = "slabline" if self.look.colours.filled_need_border else ""
        pen.fill_round(area, "slab", border, 0, width=3)
        inside = area.adjusted(L, L * 1.2, -L, -L * 0.6)
        tally = self.look.font(Style.OUTCOME, _FLOOR, px=self.look.zoomed(30))
        beside = text_width(tally, self.item.tally) + 1
        corner = QRectF(inside.right() - beside, inside.top(), beside, line_height(tally))
        pen.text(corner, self.item.tally, tally, "slabink", RIGHT)
        room = corner.left() - M - inside.left()
        px = self.look.large(SIZES[Style.COUNT][1] * 0.5)
        count = fitting_font(
            self.look, Style.COUNT, self.item.headline, room, tallest=px, smallest=36
        )
        pen.caps(inside.left(), inside.top() + 2, self.item.headline, count, "slabink", room)
        self._paint_product(pen, inside, inside.top() + cap_height(count) + L)

    def _paint_product(self, pen: Pen, inside: QRectF, top: float) -> None:
        if self.item is None:
            return
        strong = self.look.font(Style.STRONG, _FLOOR)
        code = self.look.font(Style.BODY, _FLOOR, code=True)
        spot = QRectF(inside.left(), top, inside.width(), inside.bottom() - top)
        sku = text_width(code, self.item.sku) + 1
        name = QRectF(spot)
        name.setWidth(max(spot.width() - sku - S, spot.width() / 3))
        wide = pen.text(name, self.item.name, strong, "slabink", LEFT, elide=True)
        spot.setLeft(spot.left() + wide + S)
        pen.text(spot, self.item.sku, code, "slabink", LEFT, elide=True)


def paint_verify_line(pen: Pen, place: QRectF, row: VerifyLine, _hot: bool) -> None:
    """Paint a line of two: name and SKU, verified and wanted, a check once they are equal."""
    look = pen.look
    pen.line(place.bottomLeft(), place.bottomRight())
    inside = place.adjusted(L, 0, -L, 0)
    done = row.verified >= row.wanted
    icon, role = ("check_circle", "okink") if done else ("idle", "ink3")
    pen.icon(QRectF(inside.left(), inside.top(), look.zoomed(26), inside.height()), icon, role)
    number = look.font(Style.OUTCOME, _FLOOR, px=look.zoomed(30))
    plain = look.font(Style.BODY, _FLOOR, px=look.zoomed(26))
    wanted = f" / {row.wanted}"
    right = inside.right() - text_width(plain, wanted) - 1
    spot = QRectF(right, inside.top(), inside.right() - right, inside.height())
    pen.text(spot, wanted, plain, "ink2", RIGHT)
    wide = text_width(number, str(row.verified)) + 1
    spot = QRectF(right - wide, inside.top(), wide, inside.height())
    pen.text(spot, str(row.verified), number, "ink" if done else "ink2", RIGHT)
    words = QRectF(inside.left() + look.zoomed(40), inside.top(), 0, inside.height())
    words.setRight(right - wide - M)
    _paint_product(pen, words, row)


def _paint_product(pen: Pen, words: QRectF, row: VerifyLine) -> None:
    strong = pen.look.font(Style.STRONG, _FLOOR)
    code = pen.look.font(Style.BODY, _FLOOR, code=True)
    high, below = line_height(strong), line_height(code)
    top = words.center().y() - (high + below) / 2
    first = QRectF(words.left(), top, words.width(), high)
    pen.text(first, row.name, strong, "ink", LEFT, elide=True)
    second = QRectF(words.left(), top + high, words.width(), below)
    pen.text(second, row.sku, code, "ink2", LEFT, elide=True)


class VerifyCard(Card):
    """Slab, lines, and what stays behind."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _FLOOR, parent=parent)
        self.slab = NextSlab(look)
        self.list: RowList[VerifyLine] = RowList(
            look,
            _ROW,
            paint_verify_line,
            lambda row: f"{row.name} {row.sku}: {row.verified} / {row.wanted}",
        )
        self.stays = StaysCard(look, framed=False)
        self.body.addWidget(self.slab)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.stays)

    def show_verify(self, verify: Verify) -> None:
        """Show it."""
        self.set_head(verify.title, verify.note)
        self.slab.show_item(verify.next_item)
        self.list.setAccessibleName(verify.title)
        self.list.show_rows(verify.lines)
        self.stays.show_stays(verify.stays)
