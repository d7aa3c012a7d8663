"""Cross-dock's two views, the plan and the lanes, and the choice between them in their heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from ui import desk_words as words
from ui.components.segments import Segments

if TYPE_CHECKING:
    from ui.theme import Look
    from ui.views.desk_page import DeskPage

BEHIND_TITLE = 2  # the head's place behind its title and the gap after it


class CrossdockPages(QStackedWidget):
    """``chosen`` tells the place of the view that is now in front."""

    chosen = Signal(int)

    def __init__(self, look: Look, *pages: DeskPage) -> None:
        super().__init__()
        self.choices: list[Segments] = []
        for place, page in enumerate(pages):
            choice = Segments(look, words.CROSSDOCK_VIEWS, (words.PLAN, words.LANES), place)
            choice.chosen.connect(self.show_page)
            self.choices.append(choice)
            page.head.row.insertWidget(BEHIND_TITLE, choice)
            self.addWidget(page)

    def show_page(self, place: int) -> None:
        """Put a view in front; its own head says that it is the chosen one."""
        for at, choice in enumerate(self.choices):
            choice.choose(at)
        self.setCurrentIndex(place)
        self.chosen.emit(place)
