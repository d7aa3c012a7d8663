"""The cross-dock badge and the notes that stand in its place, as wide as their room allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from ui import desk_words as words
from ui.paint import CENTRE, LEFT, Pen, text_width
from ui.tokens import RADIUS_CHIP, Density, S, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from ui.models.dock import Badge, BlockNote

BADGE_HIGH = 22
_ICON, _PAD = 16, 5


def badge_font(pen: Pen) -> QFont:
    """The badge's font."""
    return pen.look.font(Style.HEAD, Density.DESK)


def badge_texts(badge: Badge) -> list[tuple[str, str]]:
    """What a badge may say with its late part, the fullest first."""
    orders = words.BADGE.format(units=badge.units, orders=words.order_count(badge.orders))
    short = words.BADGE.format(units=badge.units, orders=badge.orders)
    late = words.LATE.format(count=badge.late) if badge.late else ""
    number = str(badge.late) if badge.late else ""
    return [(orders, late), (short, late), (short, number), (str(badge.units), number)]


def tell_badge(badge: Badge) -> str:
    """A badge in words."""
    return ", ".join(part for part in badge_texts(badge)[0] if part)


def paint_badge(pen: Pen, left: float, top: float, room: float, badge: Badge) -> float:
    """Paint as much of it as fits ``room`` px, at least icon and units; its width."""
    font = badge_font(pen)
    high = round(BADGE_HIGH * pen.look.zoom)
    fitting = [text for text in badge_texts(badge) if _width(font, *text) <= room]
    text, late = fitting[0] if fitting else (str(badge.units), "")
    wide = _width(font, text, late)
    rect = QRectF(left, top, min(wide, room), high)
    pen.fill_round(rect, "ok", "", RADIUS_CHIP)
    at = left + _PAD
    if wide <= room:
        pen.icon(QRectF(at, top, _ICON, high), "swap_horiz", "onsolid")
        at += _ICON + 4
    words_wide = text_width(font, text)
    pen.text(QRectF(at, top, words_wide + 1, high), text, font, "onsolid", LEFT)
    if late:
        inset = QRectF(0, top + 3, text_width(font, late) + 2 * _PAD, high - 6)
        inset.moveRight(rect.right() - 3)
        pen.fill_round(inset, "surface", "", RADIUS_CHIP - 1)
        pen.text(inset, late, font, "badink", CENTRE)
    return rect.width()


def _width(font: QFont, text: str, late: str) -> float:
    wide = 2 * _PAD + _ICON + 4 + text_width(font, text) + 2
    return wide + (text_width(font, late) + 2 * _PAD + S - 2 if late else 0)


def paint_note(pen: Pen, left: float, top: float, room: float, note: BlockNote) -> float:
    """Paint a note as an outlined chip, or as plain words; in short or as its icon if narrow."""
    high = round(BADGE_HIGH * pen.look.zoom)
    if not note.state:
        font = pen.look.font(Style.CAPTION)
        if text_width(font, note.text) > room:
            return 0.0
        return pen.text(QRectF(left, top, room, high), note.text, font, "ink2", LEFT)
    font = badge_font(pen)
    bare = 2 * _PAD + (_ICON + 4 if note.icon else 0) + 2
    said = (text for text in (note.text, note.short) if text)
    text = next((one for one in said if bare + text_width(font, one) <= room), "")
    wide, whole = bare + text_width(font, text), bool(text)
    rect = QRectF(left, top, wide if whole else min(room, _ICON + 2 * _PAD), high)
    edge = "warnmark" if note.state == "warn" else note.state
    fill = "surface" if note.state == "out" else f"{note.state}tint"
    pen.fill_round(rect, fill, edge, RADIUS_CHIP)
    at = left + _PAD
    if note.icon:
        pen.icon(QRectF(at, top, _ICON, high), note.icon, f"{note.state}ink")
        at += _ICON + 4
    if whole:
        spot = QRectF(at, top, rect.right() - at, high)
        pen.text(spot, text, font, f"{note.state}ink", LEFT)
    return rect.width()
