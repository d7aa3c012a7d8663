"""One truck as a block: state, carrier, number, what it does for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from ui import desk_words as words
from ui.paint import LEFT, RIGHT, Pen, line_height, text_width
from ui.tokens import RADIUS, STATE_BAR, Density, S, Style
from ui.views.dock_badge import BADGE_HIGH, paint_badge, paint_note, tell_badge
from ui.views.dock_faces import FACES, Face, fill_of

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from ui.models.dock import Block, Closure
    from ui.theme import Look

_LEFT, _ICON, _NARROW = 13, 16, 64
_PROGRESS = 4
PAD = 4  # between a lane's line and its blocks


def block_height(look: Look) -> int:
    """The height in px that a block's four lines take."""
    lines = sum(line_height(font) for font in _fonts(look))
    return round(lines + round(BADGE_HIGH * look.zoom) + 4 + 12)


def card_height(look: Look) -> int:
    """The height in px that a yard card's three lines take."""
    return round(block_height(look) - line_height(_fonts(look)[2]) + 1)


def _fonts(look: Look) -> tuple[QFont, QFont, QFont]:
    """State word, carrier, number."""
    return (
        look.font(Style.HEAD, Density.DESK),
        look.font(Style.STRONG, Density.DESK),
        look.font(Style.CAPTION, Density.DESK),
    )


def tell_block(block: Block) -> str:
    """A block in words, for screen readers and tool tips."""
    span = f"{block.start:%H:%M}–{block.end:%H:%M}"
    badge = tell_badge(block.badge) if block.badge else ""
    note = block.note.text if block.note else ""
    parts = (block.word, block.carrier, block.asn, block.detail, block.door, span)
    cause = "" if block.cause in block.clock else words.WAITS_BECAUSE.format(cause=block.cause)
    extra = (badge, note, block.clock, cause, block.conflict)
    return " · ".join(part for part in (*parts, *extra) if part)


class BlockPainter:
    """Paints one block into one rectangle; other ``words``, fullest first, may stand in."""

    def __init__(self, pen: Pen, rect: QRectF, block: Block, words: tuple[str, ...] = ()) -> None:
        self.pen, self.rect, self.block = pen, rect, block
        self.words = words or (block.word,)
        self.face: Face = FACES[block.state]
        self.in_yard = not block.door
        self.inner = rect.adjusted(_LEFT, 6, -5, -6)

    def paint(self, *, edge: str = "") -> None:
        """Paint it all; ``edge`` is the border of a selected or a refused one."""
        self._paint_frame(edge)
        if self.rect.width() < _NARROW:
            self._paint_narrow()
            return
        word, carrier, number = _fonts(self.pen.look)
        top = self._paint_word(word)
        place = QRectF(self.inner.left(), top, self.inner.width(), line_height(carrier))
        self.pen.text(place, self.block.carrier, carrier, self.face.text, LEFT, elide=True)
        top = place.bottom()
        if self.in_yard:
            self._paint_foot(top + 3, number)
            return
        self._paint_number(QRectF(place.left(), top, place.width(), line_height(number)), number)
        self._paint_mark(top + line_height(number) + 4)

    def _paint_frame(self, edge: str) -> None:
        pen, face = self.pen, self.face
        border, width = face.border, 1.0
        if pen.look.colours.filled_need_border and not face.quiet:
            width = 2.0
        if edge:
            border, width = edge, 2.0
        dashed = face.dashed and not edge
        fill = fill_of(face, in_yard=self.in_yard)
        pen.fill_round(self.rect, fill, border, RADIUS, width=width, dashed=dashed)
        pen.state_bar(self.rect, face.bar)
        if self.block.progress is not None:
            self._paint_progress(self.block.progress)

    def _paint_progress(self, percent: int) -> None:
        painter = self.pen.painter
        path = QPainterPath()
        path.addRoundedRect(self.rect.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)
        painter.save()
        painter.setClipPath(path)
        bar = QRectF(self.rect.left(), self.rect.bottom() - _PROGRESS - 1, 0, _PROGRESS)
        bar.setRight(self.rect.right())
        self.pen.fill(bar, "line")
        bar.setWidth(bar.width() * min(max(percent, 0), 100) / 100)
        self.pen.fill(bar, self.face.bar)
        painter.restore()

    def _paint_word(self, font: QFont) -> float:
        """Icon, state word and clock; gives where the next line begins."""
        high = max(line_height(font), float(_ICON))
        top, left = self.inner.top(), self.inner.left()
        self.pen.icon(QRectF(left - 1, top, _ICON, high), self.face.icon, self.face.ink)
        left += _ICON + 3
        right = self.inner.right()
        if self.block.conflict:
            self.pen.icon(QRectF(right - _ICON, top, _ICON, high), "warning", "badink")
            right -= _ICON + 4
        fits = (word for word in self.words if text_width(font, word) + 1 <= right - left)
        if word := next(fits, ""):
            wide = text_width(font, word) + 1
            self.pen.text(QRectF(left, top, wide, high), word, font, self.face.ink, LEFT)
            self._paint_clock(QRectF(left + wide + S, top, right - left - wide - S, high), font)
        return top + high

    def _paint_clock(self, room: QRectF, font: QFont) -> None:
        """The fullest of its forms that fits: all, its first part, the short one, that bare."""
        full, short, beside = self.block.clock, self.block.clock_short, _ICON + 3
        less = (full.rpartition(" · ")[0], full.partition(" · ")[0])
        forms = ((full, beside), *((part, beside) for part in less), (short, beside), (short, 0))
        fits = (form for form in forms if text_width(font, form[0]) + 1 + form[1] <= room.width())
        clock, icon = next(fits, ("", 0))
        if not clock:
            return
        ink = f"{self.block.clock_state}ink" if self.block.clock_state else "ink2"
        wide = text_width(font, clock) + 1
        place = QRectF(room.right() - wide, room.top(), wide, room.height())
        self.pen.text(place, clock, font, ink, RIGHT)
        if icon:
            spot = QRectF(place.left() - icon, room.top(), _ICON, room.height())
            self.pen.icon(spot, "timer", ink)

    def _paint_number(self, place: QRectF, font: QFont) -> None:
        """ASN and units; the ASN alone, or nothing, where it is narrow. Never cut."""
        both = f"{self.block.asn} · {self.block.detail}" if self.block.detail else self.block.asn
        for text in (both, self.block.asn):
            if text_width(font, text) + 1 <= place.width():
                self.pen.text(place, text, font, "ink2", LEFT)
                return

    def _paint_mark(self, top: float) -> float:
        """The badge or the note; gives where it ends."""
        left, room = self.inner.left(), self.inner.width()
        if self.block.badge:
            return left + paint_badge(self.pen, left, top, room, self.block.badge)
        if self.block.note:
            return left + paint_note(self.pen, left, top, room, self.block.note)
        return left

    def _paint_foot(self, top: float, font: QFont) -> None:
        """A yard card's last line: badge, then number and units."""
        end = self._paint_mark(top)
        left = end + S if end > self.inner.left() else end
        high = round(BADGE_HIGH * self.pen.look.zoom)
        self._paint_number(QRectF(left, top, self.inner.right() - left, high), font)

    def _paint_narrow(self) -> None:
        """Only the state's icon, and the units that go to orders."""
        left, room = self.rect.left() + STATE_BAR + 1, self.rect.width() - STATE_BAR - 2
        icon = QRectF(left + 2, self.inner.top(), min(_ICON, room), _ICON)
        self.pen.icon(icon, self.face.icon, self.face.ink)
        if self.block.badge:
            font = self.pen.look.font(Style.HEAD, Density.DESK)
            text = str(self.block.badge.units)
            wide = text_width(font, text) + 6
            if wide <= room:
                chip = QRectF(left + 1, icon.bottom() + 4, wide, line_height(font) + 2)
                self.pen.fill_round(chip, "ok", "", 3)
                self.pen.text(chip.adjusted(3, 0, -3, 0), text, font, "onsolid", LEFT)


def paint_closure(pen: Pen, rect: QRectF, closure: Closure) -> None:
    """A time in which a door is closed: flat where that is so every day, else framed."""
    if closure.plain:
        pen.fill(rect.adjusted(0, -PAD, 0, PAD), "sunk")
    else:
        pen.fill_round(rect, "sunk", "edge", RADIUS, dashed=True)
    strong, plain = pen.look.font(Style.STRONG), pen.look.font(Style.CAPTION)
    inner = rect.adjusted(_LEFT + 3, S, -S, -S)
    high = max(line_height(strong), 20)
    beside = 0 if closure.plain else 28
    if inner.width() < beside + _ICON:
        return
    if beside:
        spot = QRectF(inner.left(), inner.top(), 20, high)
        pen.icon(spot, "construction", "ink2")
    head = QRectF(inner.left() + beside, inner.top(), inner.width() - beside, high)
    pen.text(head, closure.title, plain if closure.plain else strong, "ink2", LEFT, elide=True)
    if text_width(plain, closure.about) <= inner.width():
        below = QRectF(inner.left(), head.bottom() + 2, inner.width(), line_height(plain))
        pen.text(below, closure.about, plain, "ink2", LEFT)
