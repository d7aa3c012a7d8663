"""Why a count is not as announced: asked below the answer, and left by the next scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.components.text import Line
from ui.tokens import Density, S, Style
from ui.views.action_row import ActionRow

if TYPE_CHECKING:
    from ui.models.receive import Why
    from ui.theme import Look

_FLOOR = Density.FLOOR


class WhyCard(QWidget):
    """A question, or what was told, over its buttons; hidden where nothing is asked."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Line(look, Style.STRONG, _FLOOR, elide=True)
        self.row = ActionRow(look, with_keyboard=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.title)
        column.addWidget(self.row)
        self.hide()

    def show_why(self, why: Why | None) -> None:
        """Ask, or fold away for None."""
        self.row.show_actions(() if why is None else why.actions)
        self.title.set_text("" if why is None else why.title)
        self.setAccessibleName("" if why is None else why.title)
        self.setVisible(why is not None)
