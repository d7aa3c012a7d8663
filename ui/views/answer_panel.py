"""Receive's answer: where the units go and whom they serve, read at three metres."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.components.column import Column
from ui.components.fit import break_in_two, fitting_font, wrapped
from ui.components.painted import Painted
from ui.components.picture import paint_picture
from ui.icons import filled
from ui.paint import LEFT, Pen, cap_height, line_height, on_solid, text_width
from ui.tokens import INSTRUCTION_MIN_PX, RADIUS, RADIUS_PANEL, SIZES, Density, Style
from ui.views.share_rows import paint_share_row

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from ui.models.receive import ReceiveAnswer, Share
    from ui.theme import Look

_FLOOR = Density.FLOOR
_FOLD_BELOW = 1000  # px: a narrower panel has its product in the last line, not in a card
_SMALLEST, _SMALLEST_SKU = 22, 12
_SMALLEST_CARD = 0.75  # below this scale the card's words would be under 16 pt


class AnswerPanel(Painted):
    """One share fills the panel; further shares stand below it in their own colours."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.answer: ReceiveAnswer | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_answer(self, answer: ReceiveAnswer) -> None:
        """Show it, and let a screen reader have its words."""
        self.answer = answer
        told = [
            " ".join(part for part in (s.kind, s.place, s.units, s.order, s.order_note) if part)
            for s in answer.shares
        ]
        self.setAccessibleName("; ".join(told))
        self.setAccessibleDescription(f"{answer.name} {answer.sku}")
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.large(320), self.look.large(260))

    def sizeHint(self) -> QSize:
        return QSize(self.look.large(1120), self.look.large(384))

    def paint(self, pen: Pen, area: QRectF) -> None:
        if self.answer is None:
            return
        first, *others = self.answer.shares
        if not others:
            _AnswerPainter(pen, area, first, self.answer).paint()
            return
        gap = 12.0
        low = (area.height() - gap * len(others)) * 0.2
        high = area.height() - (low + gap) * len(others)
        top = QRectF(area.left(), area.top(), area.width(), high)
        _AnswerPainter(pen, top, first, self.answer).paint()
        for place, share in enumerate(others):
            row = QRectF(area.left(), top.bottom() + gap + place * (low + gap), area.width(), low)
            paint_share_row(pen, row, share)


class _AnswerPainter:
    """Lays one share out: kind, place, order, one line; the product in a card at the right."""

    def __init__(self, pen: Pen, area: QRectF, share: Share, answer: ReceiveAnswer) -> None:
        self.pen, self.area, self.share, self.answer = pen, area, share, answer
        self.look, self.ink = pen.look, on_solid(share.state)
        self.split = bool(share.units)
        tall = 350 if self.split else 384
        self.scale = min(self.look.factor, area.height() / tall, area.width() / 800)
        pad = 32 * self.scale
        side = 36 * self.look.factor if self.split else pad + 4
        self.inner = area.adjusted(side, pad * 0.9, -side * 0.85, -pad * 0.9)
        self.folded = area.width() < _FOLD_BELOW or self.split or self.scale < _SMALLEST_CARD
        self.card = QRectF() if self.folded else self._card_place()

    def paint(self) -> None:
        self.pen.fill_round(self.area, self.share.state, "", RADIUS_PANEL)
        column = Column()
        self._add_kind(column)
        self._add_place(column)
        if self.share.order:
            self._add_order(column)
        self._add_line(column)
        column.paint(self.inner, 32 * self.scale)
        if not self.folded:
            self._paint_card()

    def _card_place(self) -> QRectF:
        wide, high = 250 * self.scale, 226 * self.scale
        return QRectF(self.inner.right() - wide, self.inner.top(), wide, high)

    def _room(self) -> float:
        beside = 0.0 if self.folded else self.card.width() + 40 * self.scale
        return self.inner.width() - beside

    def _px(self, style: Style) -> int:
        shrink = 0.72 if self.split and style is Style.KIND else 1.0
        return max(_SMALLEST, round(SIZES[style][1] * self.scale * shrink))

    def _add_kind(self, column: Column) -> None:
        font = self.look.font(Style.KIND, _FLOOR, px=self._px(Style.KIND))
        caps = cap_height(font)
        side = caps * 1.4

        def draw(place: QRectF) -> None:
            icon = QRectF(place.left() - side * 0.08, place.top() - (side - caps) / 2, side, side)
            self.pen.icon(icon, filled(self.share.icon), self.ink)
            left = place.left() + side + 20 * self.scale
            room = self.inner.left() + self._room() - left
            self.pen.caps(left, place.top(), self.share.kind, font, self.ink, room)

        column.add(caps, draw)

    def _add_place(self, column: Column) -> None:
        tallest = round(SIZES[Style.PLACE][1] * self.scale * (0.92 if self.split else 1))
        units = self.look.font(Style.KIND, _FLOOR, px=max(36, round(tallest * 0.55)))
        beside = text_width(units, self.share.units) + 2 if self.split else 0.0
        arrow = tallest * 0.82
        room = self._room() - arrow - beside
        fitted = fitting_font(self.look, Style.PLACE, self.share.place, room, tallest=tallest)
        lines = [self.share.place]
        if text_width(fitted, self.share.place) > room:
            lines = list(break_in_two(self.share.place))
            longest = max(lines, key=len)
            fitted = fitting_font(
                self.look, Style.PLACE, longest, room, tallest=INSTRUCTION_MIN_PX + 16
            )
        caps = cap_height(fitted)

        def draw(place: QRectF) -> None:
            side = min(caps, arrow * 0.72)
            spot = QRectF(place.left() + 4, place.center().y() - side / 2, side, side)
            self.pen.arrow(spot, self.ink)
            for row, line in enumerate(lines):
                top = place.top() + row * caps * 1.25
                self.pen.caps(place.left() + arrow, top, line, fitted, self.ink, room)
            if self.split:
                top = place.bottom() - cap_height(units)
                self.pen.caps(
                    place.right() - beside, top, self.share.units, units, self.ink, beside
                )

        column.add(caps * (1 + 1.25 * (len(lines) - 1)), draw)

    def _add_order(self, column: Column) -> None:
        text = f"{self.share.order} · {self.share.order_note}"
        strong = fitting_font(
            self.look, Style.KIND, text, self._room(), tallest=self._px(Style.KIND), smallest=28
        )
        plain = self.look.font(Style.KIND, _FLOOR, px=strong.pixelSize(), weight=500)
        caps = cap_height(strong)

        def draw(place: QRectF) -> None:
            left, room = place.left(), self._room()
            wide = self.pen.caps(left, place.top(), self.share.order, strong, self.ink, room)
            if self.share.order_note:
                note = f" · {self.share.order_note}"
                self.pen.caps(left + wide, place.top(), note, plain, self.ink, room - wide)

        column.add(caps, draw)

    def _add_line(self, column: Column) -> None:
        font = self.look.font(Style.LEAD, _FLOOR, px=self._px(Style.LEAD))
        product = f"{self.answer.name}  {self.answer.sku}"
        product = product if self.folded and not self.split else ""
        texts = [text for text in (self.share.line, product) if text]
        lines = [line for text in texts for line in wrapped(font, text, self.inner.width())]
        high = line_height(font)

        def draw(place: QRectF) -> None:
            for row, line in enumerate(lines):
                spot = QRectF(place.left(), place.top() + row * high, place.width(), high)
                self.pen.text(spot, line, font, self.ink, LEFT)

        if lines:
            column.add(high * len(lines), draw)

    def _paint_card(self) -> None:
        card, pen = self.card, self.pen
        pen.fill_round(card, "surface", "", RADIUS)
        pad = 18 * self.scale
        inside = card.adjusted(pad, pad, -pad, -pad * 0.6)
        name = self.look.font(Style.STRONG, _FLOOR)
        sku = self.look.font(Style.BODY, _FLOOR, code=True)
        high, below = line_height(name), line_height(sku)
        frame = inside.adjusted(0, 0, 0, -high - below - 4)
        paint_picture(pen, frame, self.answer.picture)
        first = QRectF(inside.left(), frame.bottom() + 4, inside.width(), high)
        pen.text(first, self.answer.name, name, "ink", LEFT, elide=True)
        second = QRectF(inside.left(), first.bottom(), inside.width(), below)
        pen.text(second, self.answer.sku, self._fit_sku(sku, inside.width()), "ink2", LEFT)

    def _fit_sku(self, font: QFont, room: float) -> QFont:
        px = font.pixelSize()
        while text_width(font, self.answer.sku) > room and px > _SMALLEST_SKU:
            px -= 1
            font = self.look.font(Style.BODY, _FLOOR, code=True, px=px)
        return font
