"""The selected line: why it waits, what can be done, its facts, a change not applied yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ui import desk_words as words
from ui.components.card import Card
from ui.components.choice_sheet import Choice, ChoiceSheet
from ui.components.padded import Note
from ui.tokens import GAP, Density, L, S
from ui.views.backorders_decision import DecisionButton
from ui.views.backorders_facts import FactLines
from ui.views.backorders_head import DetailHead, Trouble
from ui.views.crossdock_change import ChangeCard

if TYPE_CHECKING:
    from ui.models.backorders import Decision, Detail
    from ui.theme import Look

_DESK = Density.DESK


class DetailPanel(QWidget):
    """``decided(kind, option)`` tells a press; the option is "" where none was asked for.

    The card of a change below has ``change.applied`` and ``change.discarded``.
    """

    decided = Signal(str, str)

    def __init__(self, look: Look, sheet: ChoiceSheet) -> None:
        super().__init__()
        self.look, self.sheet = look, sheet
        self.sheet.chosen.connect(self._choose)
        self.head, self.trouble, self.facts = DetailHead(look), Trouble(look), FactLines(look)
        self.busy = Note(look)
        self.nothing = Note(look)
        self.nothing.set_text(words.NO_LINE)
        self.change = ChangeCard(look)
        self.buttons: list[DecisionButton] = []
        self._asked: Decision | None = None
        self._grid = QGridLayout()
        self._grid.setContentsMargins(L, L, L, L)
        self._grid.setSpacing(S)
        self._lay_out()
        self.show_detail(None)

    def show_detail(self, detail: Detail | None) -> None:
        """Show a line; None asks to choose one."""
        self.nothing.setVisible(detail is None)
        self.head.setVisible(detail is not None)
        if detail is not None:
            self.head.show_detail(detail)
        self.trouble.show_trouble(
            detail.why if detail else "",
            detail.why_about if detail else (),
            detail.state if detail else "",
        )
        self.busy.set_text(detail.busy if detail else "")
        self.busy.setVisible(detail is not None and bool(detail.busy))
        self.facts.show_facts(detail.facts if detail else ())
        change = detail.change if detail else None
        self.change.show_change(change)
        self._show_decisions(detail.decisions if detail and change is None else ())

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.nothing)
        column.addWidget(self.head)
        column.addWidget(self.trouble)
        column.addWidget(self.busy)
        column.addLayout(self._grid)
        column.addWidget(self.facts)
        column.addStretch(1)
        scroller = QScrollArea()
        scroller.setWidget(inside)
        scroller.setWidgetResizable(True)
        scroller.setFrameShape(QScrollArea.Shape.NoFrame)
        scroller.setAccessibleName(words.DECISION)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        card = Card(self.look, _DESK)
        card.body.addWidget(scroller, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GAP[_DESK])
        outer.addWidget(card, 2)
        outer.addWidget(self.change, 3)

    def _show_decisions(self, decisions: tuple[Decision, ...]) -> None:
        if [button.decision for button in self.buttons] == list(decisions):
            return
        for button in self.buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        row, column = 0, 0
        for decision in decisions:
            button = DecisionButton(self.look, decision)
            button.clicked.connect(lambda _=False, decision=decision: self._press(decision))
            self.buttons.append(button)
            if button.wide:
                row, column = row + (column > 0), 0
                self._grid.addWidget(button, row, 0, 1, 2)
                row += 1
            else:
                self._grid.addWidget(button, row, column)
                row, column = (row + 1, 0) if column else (row, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    def _press(self, decision: Decision) -> None:
        parent = self.sheet.parentWidget()
        if not decision.options or parent is None:
            self.decided.emit(decision.kind, "")
            return
        self._asked = decision
        button = next(button for button in self.buttons if button.decision == decision)
        choices = tuple(
            Choice(option.name, option.label, checked=option.chosen) for option in decision.options
        )
        corner = button.mapTo(parent, button.rect().bottomLeft()) + QPoint(0, 4)
        self.sheet.offer(decision.title, choices, corner)

    def _choose(self, way: tuple[str, ...]) -> None:
        if self._asked is not None:
            self.decided.emit(self._asked.kind, way[-1])
