"""Why: who gets which of the selected units by which rule, and what a supervisor may do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import desk_words as words
from ui.components.button import ActionButton
from ui.components.card import Card
from ui.components.choice_sheet import Choice, ChoiceSheet
from ui.components.fit import wrapped
from ui.components.padded import Note
from ui.components.painted import Wrapping
from ui.paint import LEFT, RIGHT, Pen, line_height, text_width
from ui.tokens import Density, L, M, S, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from ui.models.crossdock import CrossdockScene, OrderActs, PinChoice, Why, WhyRow
    from ui.theme import Look

_DESK = Density.DESK
_PRIORITY, _POLICY, _PIN = "priority", "policy", "pin"


class WhyRows(Wrapping):
    """Units at the left, the reason in bold, what it rests on below."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.rows: tuple[WhyRow, ...] = ()

    def show_rows(self, rows: tuple[WhyRow, ...]) -> None:
        """Show these."""
        self.rows = rows
        self.setAccessibleName(words.WHY)
        told = (f"{row.units} {row.title} {row.about}" for row in rows)
        self.setAccessibleDescription(". ".join(told))
        self.relook()

    def heightForWidth(self, width: int) -> int:
        return round(sum(self._height(row, width) for row in self.rows))

    def paint(self, pen: Pen, area: QRectF) -> None:
        number, strong, small = self._fonts()
        column = self._column()
        top = area.top()
        for row in self.rows:
            ink = f"{row.state}ink" if row.state else "ink2"
            room = area.width() - column - M
            units = QRectF(area.left(), top, column - L, line_height(number))
            pen.text(units, str(row.units), number, ink, RIGHT)
            left, line = area.left() + column, top + 2
            for text in wrapped(strong, row.title, room):
                pen.text(QRectF(left, line, room, line_height(strong)), text, strong, "ink", LEFT)
                line += line_height(strong)
            for text in wrapped(small, row.about, room):
                pen.text(
                    QRectF(left, line + 2, room, line_height(small)), text, small, "ink2", LEFT
                )
                line += line_height(small)
            top += self._height(row, round(area.width()))

    def _height(self, row: WhyRow, width: int) -> float:
        number, strong, small = self._fonts()
        room = width - self._column() - M
        title = len(wrapped(strong, row.title, room)) * line_height(strong)
        about = len(wrapped(small, row.about, room)) * line_height(small)
        return max(title + about + 4, line_height(number)) + M

    def _column(self) -> float:
        number = self._fonts()[0]
        widest = max((text_width(number, str(row.units)) for row in self.rows), default=0)
        return max(widest, 14.0) + 2 * L + 2

    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        look = self.look
        return look.font(Style.CARD, px=look.zoomed(18)), look.font(Style.STRONG), look.font(
            Style.CAPTION
        )  # fmt: skip


class WhyCard(Card):
    """The reasons of the selection, with what a supervisor may do about it."""

    pin_chosen = Signal(object)
    hold_pressed = Signal(object)
    priority_chosen = Signal(str, int)
    policy_chosen = Signal(str, str)

    def __init__(self, look: Look, sheet: ChoiceSheet) -> None:
        super().__init__(look, _DESK, words.WHY)
        self.sheet = sheet
        self.sheet.chosen.connect(self._take)
        self.pins: tuple[PinChoice, ...] = ()
        self.acts: OrderActs | None = None
        self.rows, self.nothing = WhyRows(look), Note(look)
        self.nothing.set_text(words.WHY_EMPTY)
        self.pin = ActionButton(look, _DESK, words.PIN, icon="keep")
        self.hold = ActionButton(look, _DESK, words.HOLD, icon="hold")
        self.priority = ActionButton(look, _DESK, words.PRIORITY, icon="priority")
        self.policy = ActionButton(look, _DESK, words.POLICY, icon="call_split")
        self.pin.clicked.connect(self._offer_pins)
        self.hold.clicked.connect(lambda: self.hold_pressed.emit(self.acts))
        self.priority.clicked.connect(self._offer_priorities)
        self.policy.clicked.connect(self._offer_policies)
        self._lay_out()

    def show_scene(self, scene: CrossdockScene) -> None:
        """Show the reasons and the acts of a scene's selection."""
        why: Why | None = scene.why
        self.set_head(words.WHY, about=why.about if why else "")
        self.rows.show_rows(why.rows if why else ())
        self.rows.setVisible(why is not None)
        self.nothing.setVisible(why is None)
        undecided = scene.change is not None  # one decision at a time
        self.pins = () if undecided else scene.pins
        self.acts = None if undecided else scene.order_acts
        self.pin.setVisible(bool(self.pins))
        for button in (self.hold, self.priority, self.policy):
            button.setVisible(self.acts is not None)
        if self.acts is not None:
            label = words.RELEASE if self.acts.held else words.HOLD
            self.hold.set_face(label, "play" if self.acts.held else "hold", "", primary=False)
        self._buttons.setVisible(bool(self.pins) or self.acts is not None)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, L, 0, S)
        column.addWidget(self.nothing)
        column.addWidget(self.rows)
        column.addStretch(1)
        scroller = QScrollArea()
        scroller.setWidget(inside)
        scroller.setWidgetResizable(True)
        scroller.setFrameShape(QScrollArea.Shape.NoFrame)
        scroller.setAccessibleName(words.WHY)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(scroller, 1)
        self._buttons = QWidget()
        rows = QVBoxLayout(self._buttons)
        rows.setContentsMargins(L, S, L, L)
        rows.setSpacing(S)
        for pair in ((self.pin, self.hold), (self.priority, self.policy)):
            row = QHBoxLayout()
            row.setSpacing(S)
            for button in pair:
                row.addWidget(button, 1)
            rows.addLayout(row)
        self.body.addWidget(self._buttons)

    def _offer_pins(self) -> None:
        choices = tuple(
            Choice(f"{_PIN} {place}", pin.label, "unpin" if pin.pinned else "keep")
            for place, pin in enumerate(self.pins)
        )
        self._offer(self.pin, words.PIN, choices)

    def _offer_priorities(self) -> None:
        if self.acts is not None:
            choices = tuple(
                Choice(f"{_PRIORITY} {n}", f"{words.PRIORITY} {n}", checked=n == self.acts.priority)
                for n in range(1, 6)
            )
            self._offer(self.priority, self.acts.order, choices)

    def _offer_policies(self) -> None:
        if self.acts is not None:
            choices = tuple(
                Choice(f"{_POLICY} {one.name}", one.label, checked=one.chosen)
                for one in self.acts.policies
            )
            self._offer(self.policy, self.acts.order, choices)

    def _offer(self, button: ActionButton, title: str, choices: tuple[Choice, ...]) -> None:
        parent = self.sheet.parentWidget()
        if parent is not None:
            corner = button.mapTo(parent, button.rect().bottomLeft()) + QPoint(0, 4)
            self.sheet.offer(title, choices, corner)

    def _take(self, way: tuple[str, ...]) -> None:
        kind, _, number = way[-1].partition(" ")
        if kind == _PIN and int(number) < len(self.pins):
            self.pin_chosen.emit(self.pins[int(number)])
        elif kind == _PRIORITY and self.acts is not None:
            self.priority_chosen.emit(self.acts.order, int(number))
        elif kind == _POLICY and self.acts is not None:
            self.policy_chosen.emit(self.acts.order, number)
