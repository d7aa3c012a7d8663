"""Painting for a screen that hangs over the dock: all lengths grow with it.

Lengths are in px of a screen of 1920 × 1080; a `WallPen` makes them px of the screen at hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from ui.paint import CENTRE, LEFT, RIGHT, Pen, line_height, text_width
from ui.tokens import Density, Style
from ui.views.dock_badge import badge_texts

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QFont

    from ui.models.dock import Badge
    from ui.theme import Look

WIDE, HIGH = 1920, 1080
BOLD, STRONG, PLAIN = 700, 600, 400
SMALLEST = 15  # codes are never elided: so small they may be set
LEAST = 0.66  # a name may be set so much smaller, then it is elided
CARD = 8
BADGE_HIGH = 46


def unit_of(width: float, height: float) -> float:
    """How many px of a screen of this size (px) one px of the design is."""
    return min(width / WIDE, height / HIGH)


class WallPen:
    """A pen with the unit in its hand; rectangles are px of the screen, sizes of the design."""

    def __init__(self, pen: Pen, unit: float) -> None:
        self.pen, self.unit = pen, unit

    @property
    def look(self) -> Look:
        """The look in use."""
        return self.pen.look

    def px(self, size: float) -> float:
        """A length of the design in px of this screen."""
        return size * self.unit

    def font(self, size: float, weight: int = PLAIN) -> QFont:
        """A font of this height."""
        px = max(round(size * self.unit), 1)
        return self.look.font(Style.BODY, Density.FLOOR, px=px, weight=weight)

    def fitted(
        self, text: str, size: float, weight: int, room: float, least: float = SMALLEST
    ) -> QFont:
        """The font, smaller where the text would not fit the room (px), not below ``least``."""
        font = self.font(size, weight)
        while text_width(font, text) > room and size > least:
            size -= 1
            font = self.font(size, weight)
        return font

    def words(
        self,
        spot: QRectF,
        text: str,
        size: float,
        role: str = "ink",
        *,
        weight: int = PLAIN,
        align: Qt.AlignmentFlag = LEFT,
        least: float = 0,
    ) -> float:
        """A line in its place, a little smaller where it is long, then elided; its width."""
        least = least or max(SMALLEST, size * LEAST)
        font = self.fitted(text, size, weight, spot.width(), least)
        high = max(spot.height(), line_height(font))
        place = QRectF(spot.left(), spot.center().y() - high / 2, spot.width(), high)
        return self.pen.text(place, text, font, role, align, elide=True)

    def icon(self, left: float, middle: float, name: str, size: float, role: str) -> float:
        """An icon with its left edge there, on the line's middle; its width."""
        side = self.px(size)
        self.pen.icon(QRectF(left, middle - side / 2, side, side), name, role)
        return side

    def card(self, rect: QRectF, fill: str = "surface", border: str = "line") -> None:
        """A card."""
        width = 2 if self.look.colours.filled_need_border else 1
        self.pen.fill_round(rect, fill, border, self.px(CARD), width=width)

    def clip_to(self, rect: QRectF) -> None:
        """Paint only inside a card from here on; restore the painter afterwards."""
        path = QPainterPath()
        path.addRoundedRect(rect, self.px(CARD), self.px(CARD))
        self.pen.painter.setClipPath(path)

    def across(self, left: float, right: float, y: float) -> None:
        """A thin line from left to right."""
        self.pen.line(QPointF(left, y), QPointF(right, y))

    def badge(self, right: float, middle: float, room: float, badge: Badge) -> float:
        """The cross-dock badge, its right edge there: the fullest that fits; its width."""
        font = self.font(26, BOLD)
        texts = badge_texts(badge)
        widths = [self._badge_width(font, *text) for text in texts]
        place = next((n for n, wide in enumerate(widths) if wide <= room), len(texts) - 1)
        (text, late), wide = texts[place], widths[place]
        high = self.px(BADGE_HIGH)
        rect = QRectF(right - wide, middle - high / 2, wide, high)
        self.pen.fill_round(rect, "ok", "", self.px(5))
        left = rect.left() + self.px(12)
        left += self.icon(left, middle, "swap_horiz", 28, "onsolid") + self.px(8)
        spot = QRectF(left, rect.top(), text_width(font, text) + 1, high)
        self.pen.text(spot, text, font, "onsolid", LEFT)
        if late:
            inset = QRectF(0, 0, text_width(font, late) + self.px(20), high - self.px(12))
            inset.moveCenter(QPointF(0, middle))
            inset.moveRight(rect.right() - self.px(8))
            self.pen.fill_round(inset, "surface", "", self.px(4))
            self.pen.text(inset, late, font, "badink", CENTRE)
        return wide

    def _badge_width(self, font: QFont, text: str, late: str) -> float:
        wide = self.px(12 + 28 + 8 + 12) + text_width(font, text) + 2
        return wide + (text_width(font, late) + self.px(20 + 12) if late else 0)


def right_of(spot: QRectF, wide: float) -> QRectF:
    """The right end of a rectangle, so wide."""
    return QRectF(spot.right() - wide, spot.top(), wide, spot.height())


__all__ = ["BOLD", "CENTRE", "LEFT", "PLAIN", "RIGHT", "STRONG", "WallPen", "right_of", "unit_of"]
