"""Nothing to show, or not yet: a sentence with its action, or blocks in the shape of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.components.button import ActionButton
from ui.components.painted import Painted
from ui.components.text import Paragraph
from ui.paint import CENTRE
from ui.tokens import GAP, RADIUS_CARD, XXL, Density, L, Style

if TYPE_CHECKING:
    from ui.paint import Pen
    from ui.theme import Look


class IconSpot(Painted):
    """One large icon."""

    def __init__(self, look: Look, icon: str, side: int) -> None:
        super().__init__(look)
        self.icon_name, self.side = icon, side
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.side, self.side)

    def paint(self, pen: Pen, area: QRectF) -> None:
        pen.icon(area, self.icon_name, "ink3")


class EmptyState(Painted):
    """A card with an icon, one sentence and at most one primary action (``pressed``)."""

    pressed = Signal()

    def __init__(
        self, look: Look, density: Density, icon: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.sentence = Paragraph(look, Style.CARD, density, role="ink2", align=CENTRE)
        self.button = ActionButton(look, density, "", primary=True)
        self.button.clicked.connect(self.pressed)
        self.button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(XXL, XXL, XXL, XXL)
        column.setSpacing(L)
        column.addStretch(1)
        column.addWidget(IconSpot(look, icon, 72))
        column.addWidget(self.sentence)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def say(self, sentence: str, action: str = "", icon: str = "") -> None:
        """Show a sentence, with an action where one is named."""
        self.sentence.set_text(sentence)
        self.setAccessibleName(sentence)
        self.button.set_face(action, icon, "", primary=True)
        self.button.setVisible(bool(action))

    def paint(self, pen: Pen, area: QRectF) -> None:
        pen.fill_round(area, "surface", "line", RADIUS_CARD)


class LoadingBlocks(Painted):
    """Sunk blocks in the shape of the rows to come; no spinner."""

    def __init__(self, look: Look, high: int, told: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.high = high
        self.setAccessibleName(told)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paint(self, pen: Pen, area: QRectF) -> None:
        gap = GAP[Density.FLOOR]
        top = area.top()
        while top + self.high <= area.bottom():
            row = QRectF(area.left(), top, area.width(), self.high)
            pen.fill_round(row, "sunk", "line", RADIUS_CARD)
            bar = QRectF(row.left() + L, row.center().y() - 8, row.width() * 0.3, 16)
            pen.fill_round(bar, "line", "", 8)
            top += self.high + gap
