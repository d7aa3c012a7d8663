"""A product's picture in its frame; one of the look's icons where there is none."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPixmap

from ui.tokens import RADIUS, M

if TYPE_CHECKING:
    from ui.models.work import Picture
    from ui.paint import Pen

_LARGEST_ICON = 160


@lru_cache(maxsize=64)
def _load(path: str) -> QPixmap:
    return QPixmap(path)


def paint_picture(pen: Pen, frame: QRectF, picture: Picture) -> None:
    """Paint frame and picture, whole and in proportion, into a rectangle."""
    pen.fill_round(frame, "sunk", "line", RADIUS)
    inside = frame.adjusted(M, M, -M, -M)
    image = _load(picture.path) if picture.path else QPixmap()
    if image.isNull():
        side = min(inside.width(), inside.height(), pen.look.large(_LARGEST_ICON))
        place = QRectF(0, 0, side, side)
        place.moveCenter(inside.center())
        pen.icon(place, picture.icon, "ink2")
        return
    size = QSizeF(image.size()).scaled(inside.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(inside.topLeft(), size)
    place.moveCenter(inside.center())
    pen.painter.drawPixmap(place, image, QRectF(image.rect()))
