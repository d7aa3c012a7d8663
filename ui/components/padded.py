"""A paragraph with room around it, which goes when it is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.components.text import Paragraph
from ui.tokens import Density, L, Style

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from ui.paint import Pen
    from ui.theme import Look


class Note(Paragraph):
    """Plain words in a card that has no margins of its own."""

    def __init__(self, look: Look, style: Style = Style.BODY, *, role: str = "ink2") -> None:
        super().__init__(look, style, Density.DESK, role=role)

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(max(width - 2 * L, 1)) + 2 * L

    def paint(self, pen: Pen, area: QRectF) -> None:
        super().paint(pen, area.adjusted(L, L, -L, -L))
