"""The big notice: what did not happen (or is done), why, what has not changed, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.components.column import Column
from ui.components.fit import fitting_font, wrapped
from ui.components.painted import Painted
from ui.paint import LEFT, RIGHT, Pen, cap_height, line_height, on_solid, text_width
from ui.tokens import RADIUS, RADIUS_PANEL, SIZES, Density, L, S, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from ui.models.work import Notice
    from ui.theme import Look

_FLOOR = Density.FLOOR
_SMALLEST = 22  # px, 16.5 pt
_TRIES = 6  # how often a notice is made smaller until its long sentences fit


class NoticePanel(Painted):
    """A solid panel that fills the answer's place."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.notice: Notice | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_notice(self, notice: Notice) -> None:
        """Show it, and let a screen reader have its words."""
        self.notice = notice
        self.setAccessibleName(notice.headline)
        told = (notice.reason, notice.code, notice.changed, notice.rest, notice.advice)
        self.setAccessibleDescription(" ".join(part for part in told if part))
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.large(320), self.look.large(240))

    def sizeHint(self) -> QSize:
        return QSize(self.look.large(1120), self.look.large(384))

    def paint(self, pen: Pen, area: QRectF) -> None:
        if self.notice is not None:
            _NoticePainter(pen, area, self.notice).paint()


def paint_notice(pen: Pen, area: QRectF, notice: Notice) -> None:
    """Paint a notice into a rectangle of at least about 460 × 230 px."""
    _NoticePainter(pen, area, notice).paint()


class _NoticePainter:
    """Lays one notice out in one rectangle; sizes follow the window and the rectangle."""

    def __init__(self, pen: Pen, area: QRectF, notice: Notice) -> None:
        self.pen, self.area, self.notice, self.look = pen, area, notice, pen.look
        self.ink = on_solid(notice.state)
        tall = 384 if notice.code else 330
        self.scale = min(self.look.factor, area.height() / tall, area.width() / 760)
        pad = 32 * self.scale
        self.inner = area.adjusted(pad + 4, pad * 0.9, -pad, -pad * 0.9)

    def paint(self) -> None:
        self.pen.fill_round(self.area, self.notice.state, "", RADIUS_PANEL)
        column = self._column()
        for _ in range(_TRIES):
            if column.height() + 14 * self.scale * column.gaps() <= self.inner.height():
                break
            self.scale *= 0.93
            column = self._column()
        column.paint(self.inner, 26 * self.scale)

    def _column(self) -> Column:
        column = Column()
        self._add_head(column)
        if self.notice.code:
            column.add(max(44.0, 72 * self.scale), self._paint_code)
        self._add_words(column)
        return column

    def _font(self, style: Style, weight: int = 0) -> QFont:
        px = max(_SMALLEST, round(SIZES[style][1] * self.scale))
        return self.look.font(style, _FLOOR, px=px, weight=weight or None)

    def _add_head(self, column: Column) -> None:
        side = 100 * self.scale
        left = side + 34 * self.scale
        headline, room = self._fit_headline(self.inner.width() - left)
        reason = self._font(Style.REASON)
        lines = wrapped(reason, self.notice.reason, self.inner.width() - left)
        caps = cap_height(headline)
        below = line_height(reason)
        high = max(side, caps + below * (len(lines) + 0.3))

        def draw(place: QRectF) -> None:
            self.pen.icon(QRectF(place.left(), place.top(), side, side), self.notice.icon, self.ink)
            if room < place.width() - left:
                self._paint_corner(place)
            start = place.left() + left
            self.pen.caps(start, place.top() + 2, self.notice.headline, headline, self.ink, room)
            top = place.top() + caps + below * 0.3
            for line in lines:
                spot = QRectF(start, top, place.right() - start, below)
                self.pen.text(spot, line, reason, self.ink, LEFT)
                top += below

        column.add(high, draw)

    def _fit_headline(self, wide: float) -> tuple[QFont, float]:
        """The headline's font and room; the corner's words give way to a long headline."""
        tallest = max(28, round(SIZES[Style.REFUSAL][1] * self.scale))
        for room in (wide - self._corner_width(), wide):
            font = fitting_font(
                self.look, Style.REFUSAL, self.notice.headline, room, tallest=tallest, smallest=28
            )
            if font.pixelSize() > 0.9 * tallest:
                break
        return font, room

    def _corner_width(self) -> float:
        if not self.notice.corner:
            return 0.0
        font = self._font(Style.LEAD, 600)
        return text_width(font, self.notice.corner) + line_height(font) + L + S

    def _paint_corner(self, place: QRectF) -> None:
        if not self.notice.corner:
            return
        font = self._font(Style.LEAD, 600)
        high, wide = line_height(font), text_width(font, self.notice.corner) + 1
        spot = QRectF(place.right() - wide, place.top(), wide, high)
        self.pen.text(spot, self.notice.corner, font, self.ink, RIGHT)
        self.pen.icon(QRectF(spot.left() - high - S, spot.top(), high, high), "keep", self.ink)

    def _paint_code(self, place: QRectF) -> None:
        self.pen.fill_round(place, "surface", "", RADIUS)
        inside = place.adjusted(L + S, 0, -L - S, 0)
        note = self._font(Style.LEAD)
        beside = text_width(note, self.notice.code_note) + 1
        side = 40 * self.scale
        self.pen.icon(QRectF(inside.left(), inside.top(), side, inside.height()), "barcode", "ink")
        left = inside.left() + side + L
        room = inside.right() - left - (beside + L if self.notice.code_note else 0)
        code = self.look.font(Style.TITLE, _FLOOR, code=True, px=max(24, round(36 * self.scale)))
        spot = QRectF(left, inside.top(), room, inside.height())
        self.pen.text(spot, self.notice.code, code, "ink", LEFT, elide=True)
        right = QRectF(inside.right() - beside, inside.top(), beside, inside.height())
        self.pen.text(right, self.notice.code_note, note, "ink2", RIGHT)

    def _add_words(self, column: Column) -> None:
        plain, strong = self._font(Style.LEAD), self._font(Style.LEAD, 700)
        high = line_height(plain) * 1.15
        lines: list[tuple[str, QFont, str]] = []
        if self.notice.changed:
            start = text_width(strong, self.notice.changed + " ")
            room = self.inner.width() - start
            rest = wrapped(plain, self.notice.rest, room) or [""]
            lines.append((self.notice.changed, strong, rest[0]))
            lines += [("", plain, line) for line in rest[1:]]
        advice = wrapped(plain, self.notice.advice, self.inner.width())
        lines += [("", plain, line) for line in advice]

        def draw(place: QRectF) -> None:
            top = place.top()
            for bold, font, rest in lines:
                spot = QRectF(place.left(), top, place.width(), high)
                if bold:
                    wide = self.pen.text(spot, bold, font, self.ink, LEFT)
                    spot.setLeft(spot.left() + wide + text_width(plain, " "))
                if rest:
                    self.pen.text(spot, rest, plain, self.ink, LEFT)
                top += high

        if lines:
            column.add(high * len(lines), draw)
