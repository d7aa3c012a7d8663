"""The chosen lane: who stands in it since when, by which truck, and what each waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import desk_words as words
from ui.components.button import ActionButton
from ui.components.card import Card
from ui.components.chip import Chip
from ui.components.padded import Note
from ui.components.text import Line, Paragraph
from ui.tokens import XS, Density, L, M, S, Style

if TYPE_CHECKING:
    from ui.models.lanes import LaneOrder, LanePanel
    from ui.theme import Look

_DESK = Density.DESK


class LaneOrderBlock(QWidget):
    """One order of the lane; ``picked`` asks for its pick."""

    picked = Signal(str)

    def __init__(self, look: Look, row: LaneOrder) -> None:
        super().__init__()
        number = Line(look, Style.STRONG, _DESK, code=True)
        number.set_text(row.order)
        customer = Line(look, Style.BODY, _DESK, role="ink2", elide=True)
        customer.set_text(row.customer)
        age = Chip(look, _DESK)
        age.set_state(row.age.state, row.age.icon, row.age.word, solid=row.age.state == "bad")
        waits, since = Paragraph(look, Style.STRONG, _DESK), Paragraph(look, Style.CAPTION, _DESK)
        waits.set_text(row.waits, "okink" if row.pick else "ink")
        since.set_text(" · ".join(part for part in (row.since, row.came_on) if part), "ink2")
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(number)
        head.addWidget(customer, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, S, L, S)
        column.setSpacing(XS)
        column.addLayout(head)
        column.addWidget(age)
        column.addWidget(waits)
        column.addWidget(since)
        if row.pick:
            button = ActionButton(look, _DESK, row.pick, icon="shopping_basket")
            button.clicked.connect(lambda: self.picked.emit(row.order))
            column.addSpacing(XS)
            column.addWidget(button)


class LaneCard(Card):
    """The chosen lane's orders; ``pick_asked(order)``, ``sweep_asked(lane)``."""

    pick_asked = Signal(str)
    sweep_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _DESK, words.LANE)
        self.panel: LanePanel | None = None
        self.nothing = Note(look)
        self.nothing.set_text(words.LANE_EMPTY)
        self.blocks: list[LaneOrderBlock] = []
        self.sweep = ActionButton(look, _DESK, words.SWEEP, icon="rule", primary=True)
        self.sweep.clicked.connect(self._ask_sweep)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, S, 0, S)
        self._column.setSpacing(M)
        self._column.addStretch(1)
        scroller = QScrollArea()
        scroller.setWidget(self._inside)
        scroller.setWidgetResizable(True)
        scroller.setFrameShape(QScrollArea.Shape.NoFrame)
        scroller.setAccessibleName(words.LANE)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self.nothing)
        self.body.addWidget(scroller, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(L, S, L, L)
        foot.addWidget(self.sweep)
        self.body.addLayout(foot)

    def show_panel(self, panel: LanePanel | None) -> None:
        """Show the chosen lane, or that none is."""
        if panel == self.panel and panel is not None:
            return
        self.panel = panel
        self.set_head(panel.code if panel else words.LANE, panel.note if panel else "")
        self.nothing.setVisible(panel is None)
        self.sweep.setVisible(panel is not None)
        for block in self.blocks:
            self._column.removeWidget(block)
            block.deleteLater()
        self.blocks = [LaneOrderBlock(self.look, row) for row in (panel.orders if panel else ())]
        for place, block in enumerate(self.blocks):
            block.picked.connect(self.pick_asked)
            self._column.insertWidget(place, block)

    def _ask_sweep(self) -> None:
        if self.panel is not None:
            self.sweep_asked.emit(self.panel.code)
