"""Setup's painted rows: a device, a fact that was read, and a code as tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize

from ui.components.painted import Painted
from ui.paint import RIGHT, text_width
from ui.tokens import RADIUS_CHIP, Density, L, M, S, Style

if TYPE_CHECKING:
    from ui.models.setup import DeviceRow, FactRow, Token
    from ui.paint import Pen
    from ui.theme import Look

DESK = Density.DESK
DEVICE_HIGH, FACT_HIGH = 66, 48
_ICON = 24
_LABEL = 190
_STATE_ICONS = {"ok": "check_circle", "warn": "warning", "bad": "cancel"}
_TOKEN_HIGH = 28


def told_device(row: DeviceRow) -> str:
    """A device in words, for a screen reader."""
    return f"{row.name}, {row.about}"


def paint_device(pen: Pen, rect: QRectF, row: DeviceRow, _hot: bool) -> None:
    """A device: icon, name over its link, the link's state at the right."""
    icon = QRectF(rect.left() + L, rect.center().y() - _ICON / 2, _ICON, _ICON)
    pen.icon(icon, row.icon, "ink2")
    left = icon.right() + M
    right = rect.right() - L - _ICON - M
    half = rect.height() / 2
    top = QRectF(left, rect.top() + S, right - left, half - S)
    pen.text(top, row.name, pen.look.font(Style.STRONG, DESK), elide=True)
    below = QRectF(left, rect.top() + half, right - left, half - S)
    pen.text(below, row.about, pen.look.font(Style.CAPTION, DESK), "ink2", elide=True)
    state = QRectF(rect.right() - L - _ICON, rect.center().y() - _ICON / 2, _ICON, _ICON)
    pen.icon(state, _STATE_ICONS[row.state], f"{row.state}ink")
    pen.line(rect.bottomLeft(), rect.bottomRight())


def told_fact(row: FactRow) -> str:
    """A fact in words, for a screen reader."""
    return f"{row.label}: {row.value}"


def paint_fact(pen: Pen, rect: QRectF, row: FactRow, _hot: bool) -> None:
    """A fact: what it is, its value, and a note at the right."""
    inner = rect.adjusted(L, 0, -L, 0)
    label = QRectF(inner.left(), inner.top(), _LABEL, inner.height())
    pen.text(label, row.label, pen.look.font(Style.BODY, DESK), "ink2", elide=True)
    value = QRectF(label.right(), inner.top(), inner.width() - _LABEL, inner.height())
    pen.text(value, row.value, pen.look.font(Style.STRONG, DESK, code=True), elide=True)
    pen.text(value, row.note, pen.look.font(Style.CAPTION, DESK), "ink2", RIGHT)
    pen.line(inner.bottomLeft(), inner.bottomRight())


class TokenLine(Painted):
    """A code as it came, piece by piece; control characters are in colour."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.tokens: tuple[Token, ...] = ()

    def show_tokens(self, tokens: tuple[Token, ...]) -> None:
        """Show a code's pieces."""
        self.tokens = tokens
        self.setAccessibleName(" ".join(token.text for token in tokens))
        self.relook()

    def sizeHint(self) -> QSize:
        return QSize(200, self.look.zoomed(_TOKEN_HIGH) + 2 * S)

    def paint(self, pen: Pen, area: QRectF) -> None:
        font = self.look.font(Style.BODY, DESK, code=True)
        left, high = area.left() + L, self.look.zoomed(_TOKEN_HIGH)
        for token in self.tokens:
            wide = min(text_width(font, token.text) + 2 * S, area.right() - L - left)
            if wide < 2 * S:
                return
            box = QRectF(left, area.center().y() - high / 2, wide, high)
            pen.fill_round(box, f"{token.state}tint" if token.state else "sunk", radius=RADIUS_CHIP)
            role = f"{token.state}ink" if token.state else "ink"
            words = box.adjusted(S, 0, -S, 0)
            pen.text(words, token.text, font, role, elide=True)
            left = box.right() + 4
