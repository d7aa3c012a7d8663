"""Painting shared by every widget and delegate: fills, bars, icons, lines of text, chips.

A `Pen` wraps a painter together with the look and remembers each line of text it drew, so that
a test can ask whether any of it was cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import qtawesome
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QIcon, QPainter, QPen, QPixmap

from ui.icons import glyph_name
from ui.tokens import CHIP, RADIUS, RADIUS_CHIP, STATE_BAR, Density, S, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from ui.theme import Look

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


_WHOLE = 1 / 0.875  # qtawesome draws its glyphs at 0.875 of the room they are given


@dataclass(frozen=True, slots=True)
class TextRun:
    """One line of text as drawn: where it may be (``rect``) and what it takes (``needs``), px."""

    text: str
    rect: QRectF
    needs: QSizeF
    elided: bool = False

    @property
    def cut(self) -> bool:
        """Whether the line is longer or taller than its place and was not elided on purpose."""
        too_wide = self.needs.width() > self.rect.width() + 1 and not self.elided
        return too_wide or self.needs.height() > self.rect.height() + 1


@lru_cache(maxsize=4096)
def text_width(font: QFont, text: str) -> float:
    """The advance of one line of text in px."""
    return QFontMetricsF(font).horizontalAdvance(text)


@lru_cache(maxsize=256)
def line_height(font: QFont) -> float:
    """The height of one line of text in px."""
    return QFontMetricsF(font).height()


@lru_cache(maxsize=256)
def cap_height(font: QFont) -> float:
    """The height of a capital letter in px."""
    return QFontMetricsF(font).capHeight()


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, px: int, ratio: float) -> QPixmap:
    icon: QIcon = qtawesome.icon(glyph_name(name), color=colour, scale_factor=_WHOLE)
    pixmap = icon.pixmap(QSizeF(px * ratio, px * ratio).toSize(), 1.0)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class Pen:
    """A painter with the look in its hand; coordinates are the painter's, colours are roles."""

    def __init__(self, painter: QPainter, look: Look) -> None:
        self.painter = painter
        self.look = look
        self.runs: list[TextRun] = []
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )

    def fill_round(
        self,
        rect: QRectF,
        fill: str,
        border: str = "",
        radius: float = RADIUS,
        *,
        width: float = 1,
        dashed: bool = False,
    ) -> None:
        """A rounded rectangle; its border (a role, or none) lies inside ``rect``."""
        painter = self.painter
        painter.setBrush(self.look.colour(fill))
        if border:
            style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
            painter.setPen(QPen(self.look.colour(border), width, style))
            half = width / 2
            rect = rect.adjusted(half, half, -half, -half)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)

    def fill(self, rect: QRectF, role: str) -> None:
        """A plain rectangle."""
        self.painter.fillRect(rect, self.look.colour(role))

    def line(self, start: QPointF, end: QPointF, role: str = "line", width: float = 1) -> None:
        """A straight line."""
        self.painter.setPen(QPen(self.look.colour(role), width))
        self.painter.drawLine(start, end)

    def state_bar(self, rect: QRectF, role: str, radius: float = RADIUS) -> None:
        """The 5 px bar on the left edge of a block of this rectangle and radius."""
        painter = self.painter
        painter.save()
        painter.setClipRect(QRectF(rect.left(), rect.top(), STATE_BAR, rect.height()))
        painter.setBrush(self.look.colour(role))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        painter.restore()

    def icon(self, rect: QRectF, name: str, role: str = "ink") -> None:
        """An icon of the look, tinted, in the middle of a rectangle (its shorter side rules)."""
        px = int(min(rect.width(), rect.height()))
        ratio = self.painter.device().devicePixelRatio()
        colour: str = self.look.colours.role(role)
        pixmap = _pixmap(name, colour, px, ratio)
        corner = rect.center() - QPointF(px / 2, px / 2)
        self.painter.drawPixmap(QRectF(corner, QSizeF(px, px)).toRect(), pixmap)

    def arrow(self, rect: QRectF, role: str) -> None:
        """A round-ended arrow to the right that fills a square."""
        stroke = rect.height() / 7
        inside = rect.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        tip = QPointF(inside.right(), inside.center().y())
        pen = QPen(self.look.colour(role), stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        self.painter.drawLine(QPointF(inside.left(), tip.y()), tip)
        back = inside.height() / 2
        start, end = QPointF(tip.x() - back, inside.top()), QPointF(tip.x() - back, inside.bottom())
        self.painter.drawPolyline([start, tip, end])

    def text(
        self,
        rect: QRectF,
        text: str,
        font: QFont,
        role: str = "ink",
        align: Qt.AlignmentFlag = LEFT,
        *,
        elide: bool = False,
    ) -> float:
        """One line of text in a rectangle; gives its advance in px. ``elide`` shortens its end."""
        metrics = QFontMetricsF(font)
        shown = text
        if elide:
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        needs = QSizeF(metrics.horizontalAdvance(shown), min(metrics.height(), rect.height()))
        if metrics.tightBoundingRect(shown).height() > rect.height():
            needs.setHeight(metrics.height())
        self._draw(rect, shown, font, self.look.colour(role), align)
        self.runs.append(TextRun(text, QRectF(rect), needs, elided=shown != text))
        return needs.width()

    def caps(
        self, left: float, top: float, text: str, font: QFont, role: str, room: float
    ) -> float:
        """A line placed by its capitals: their top at ``top``; ``room`` px wide; its advance."""
        metrics = QFontMetricsF(font)
        baseline = top + metrics.capHeight()
        self.painter.setFont(font)
        self.painter.setPen(self.look.colour(role))
        self.painter.drawText(QPointF(left, baseline), text)
        wide = metrics.horizontalAdvance(text)
        needs = QSizeF(wide, metrics.capHeight())
        self.runs.append(TextRun(text, QRectF(left, top, room, metrics.capHeight()), needs))
        return wide

    def chip(
        self, corner: QPointF, icon: str, text: str, role: str, density: Density, *, solid: bool
    ) -> float:
        """A chip (icon and word) with its top left corner there; gives its width in px.

        ``role`` is a state (``ok``, ``warn`` …): a solid chip is filled with it, else with its
        tint.
        """
        high, font = self.look.zoomed(CHIP[density]), self.look.font(Style.STRONG, density)
        if density is Density.DESK:
            font = self.look.font(Style.HEAD, density)
        wide = chip_width(self.look, icon, text, density)
        rect = QRectF(corner, QSizeF(wide, high))
        ink = on_solid(role) if solid else f"{role}ink"
        border = role if self.look.colours.filled_need_border else ""
        self.fill_round(rect, role if solid else f"{role}tint", border, RADIUS_CHIP)
        left = rect.left() + S
        if icon:
            side = round(high * 2 / 3)
            self.icon(QRectF(left, rect.top(), side, high), icon, ink)
            left += side + S * 0.75
        self.text(QRectF(left, rect.top(), rect.right() - left, high), text, font, ink)
        return wide

    def _draw(
        self, rect: QRectF, text: str, font: QFont, colour: QColor, align: Qt.AlignmentFlag
    ) -> None:
        self.painter.setFont(font)
        self.painter.setPen(colour)
        self.painter.drawText(rect, int(align | Qt.TextFlag.TextDontClip), text)


def on_solid(role: str) -> str:
    """The text role on a solid of this role."""
    return {"warn": "onwarn", "btn": "btnink", "slab": "slabink"}.get(role, "onsolid")


def chip_width(look: Look, icon: str, text: str, density: Density) -> float:
    """The width in px of a chip with this icon ("" for none) and word."""
    style = Style.HEAD if density is Density.DESK else Style.STRONG
    side = round(look.zoomed(CHIP[density]) * 2 / 3) + S * 0.75 if icon else 0
    return text_width(look.font(style, density), text) + side + 2 * S
