"""Room around a widget that goes with it: hidden, it takes none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from ui.tokens import L

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def padded(widget: QWidget, across: int = L, down: int = L) -> QVBoxLayout:
    """A layout with the widget and so many px of room left and right, above and below."""
    around = QVBoxLayout()
    around.setContentsMargins(across, down, across, down)
    around.addWidget(widget)
    return around
