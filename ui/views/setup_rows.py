"""Setup's painted rows: a device, and a fact that was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from ui.paint import RIGHT, line_height, text_width
from ui.tokens import Density, L, M, S, Style

if TYPE_CHECKING:
    from ui.models.setup import DeviceRow, FactRow
    from ui.paint import Pen

DESK = Density.DESK
DEVICE_HIGH, FACT_HIGH = 68, 36
_ICON, _MARK, _LABEL = 26, 20, 170
_STATE_ICONS = {"ok": "check_circle", "warn": "warning", "bad": "cancel", "idle": "idle"}


def told_device(row: DeviceRow) -> str:
    """A device in words, for a screen reader."""
    return f"{row.name}, {row.about}"


def paint_device(pen: Pen, rect: QRectF, row: DeviceRow, _hot: bool) -> None:
    """A device: icon, name over its link, the link's state at the right."""
    strong, small = pen.look.font(Style.STRONG, DESK), pen.look.font(Style.CAPTION, DESK)
    high, below = line_height(strong), line_height(small)
    icon = QRectF(rect.left() + L, rect.top(), _ICON, rect.height())
    pen.icon(icon, row.icon, "ink")
    left = icon.right() + M + 2
    right = rect.right() - L - _MARK - M
    top = rect.center().y() - (high + below + 2) / 2
    pen.text(QRectF(left, top, right - left, high), row.name, strong, elide=True)
    about = QRectF(left, top + high + 2, right - left, below)
    pen.text(about, row.about, small, "ink2", elide=True)
    state = QRectF(rect.right() - L - _MARK, rect.top(), _MARK, rect.height())
    pen.icon(state, _STATE_ICONS[row.state], f"{row.state}ink")
    bottom = rect.bottom() - 0.5
    pen.line(QPointF(rect.left(), bottom), QPointF(rect.right(), bottom))


def told_fact(row: FactRow) -> str:
    """A fact in words, for a screen reader."""
    return f"{row.label}: {row.value}"


def paint_fact(pen: Pen, rect: QRectF, row: FactRow, _hot: bool) -> None:
    """A fact: what it is, its value, and a note at the right where there is room for it."""
    label, value = pen.look.font(Style.BODY, DESK), pen.look.font(Style.STRONG, DESK, code=True)
    small = pen.look.font(Style.CAPTION, DESK)
    inner = rect.adjusted(L, 0, -L, 0)
    column = min(pen.look.zoomed(_LABEL), inner.width() * 0.4)
    name = QRectF(inner.left(), inner.top(), column - S, inner.height())
    pen.text(name, row.label, label, "ink2", elide=True)
    note = text_width(small, row.note) + M if row.note else 0
    if text_width(value, row.value) + note > inner.width() - column:
        note = 0
    place = QRectF(inner.left() + column, inner.top(), inner.width() - column - note, 0)
    place.setHeight(inner.height())
    pen.text(place, row.value, value, elide=True)
    if note:
        right = QRectF(inner.right() - note, inner.top(), note, inner.height())
        pen.text(right, row.note, small, "ink2", RIGHT)
    bottom = inner.bottom() - 0.5
    pen.line(QPointF(inner.left(), bottom), QPointF(inner.right(), bottom))
