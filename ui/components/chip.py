"""The chip: a state in icon, word and colour. It cannot be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.components.painted import Painted
from ui.paint import Pen, chip_width
from ui.tokens import CHIP, Density

if TYPE_CHECKING:
    from ui.theme import Look


class Chip(Painted):
    """A chip in one of the states ``ok info warn bad out idle btn``; hidden while it is empty."""

    def __init__(self, look: Look, density: Density, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.density = density
        self.icon_name, self.word, self.state, self.solid = "", "", "idle", False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def set_state(self, state: str, icon: str, word: str, *, solid: bool = False) -> None:
        """Show a state; no word hides the chip."""
        self.state, self.icon_name, self.word, self.solid = state, icon, word, solid
        self.setAccessibleName(word)
        self.setVisible(bool(word))
        self.relook()

    def sizeHint(self) -> QSize:
        wide = chip_width(self.look, self.icon_name, self.word, self.density)
        return QSize(round(wide) + 1, self.look.zoomed(CHIP[self.density]))

    def paint(self, pen: Pen, area: QRectF) -> None:
        corner = QPointF(area.left(), area.center().y() - self.look.zoomed(CHIP[self.density]) / 2)
        pen.chip(corner, self.icon_name, self.word, self.state, self.density, solid=self.solid)
