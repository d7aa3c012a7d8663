"""Pictures of widgets at a size and in a theme, without a display."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from ui.theme import Look


def render(widget: QWidget, look: Look, size: tuple[int, int], theme: str, path: Path) -> None:
    """Show a window at ``size`` (logical px) in ``theme`` and save what it paints as PNG.

    Raises OSError where the picture cannot be written.
    """
    look.set_theme(theme)
    widget.resize(QSize(*size))
    widget.show()
    QApplication.processEvents()
    if not picture_of(widget).save(str(path)):
        raise OSError(f"cannot write {path}")


def picture_of(widget: QWidget) -> QImage:
    """What the widget paints now, in device pixels."""
    ratio = widget.devicePixelRatioF()
    image = QImage(widget.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    widget.render(painter, widget.rect().topLeft())
    painter.end()
    return image
