"""An empty board: the first minute's steps, or one sentence with its action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from ui.components.button import ActionButton
from ui.components.chip import Chip
from ui.components.painted import Painted
from ui.components.text import Line, Paragraph
from ui.paint import CENTRE, Pen
from ui.tokens import RADIUS_CARD, XL, XXL, Density, L, M, S, Style

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.models.dock import EmptyBoard, FirstStep
    from ui.theme import Look

_DESK = Density.DESK
_MARK, _ROW, _WIDEST = 40, 92, 760


class StepMark(Painted):
    """The step's number, its tick, or the icon of a way round."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.text, self.icon_name, self.state = "", "", ""
        self.setFixedSize(_MARK, _MARK)

    def show_step(self, text: str, icon: str, state: str) -> None:
        """``state`` is ``ok`` (done), ``btn`` (now) or "" (later)."""
        self.text, self.icon_name, self.state = text, icon, state
        self.update()

    def paint(self, pen: Pen, area: QRectF) -> None:
        if self.state:
            pen.fill_round(area, self.state, "", _MARK / 2)
        elif self.text:
            pen.fill_round(area, "surface", "edge", _MARK / 2, width=2)
        ink = {"ok": "onsolid", "btn": "btnink"}.get(self.state, "ink2")
        if self.icon_name:
            pen.icon(area.adjusted(7, 7, -7, -7), self.icon_name, "ink" if not self.state else ink)
        else:
            pen.text(area, self.text, self.look.font(Style.CARD, weight=700), ink, CENTRE)


class StepRow(Painted):
    """A step: mark, title, explanation, button; a done one keeps its place, ticked."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.step: FirstStep | None = None
        self.now = False
        self.mark = StepMark(look)
        self.title = Line(look, Style.CARD, _DESK)
        self.about = Paragraph(look, Style.BODY, _DESK, role="ink2")
        self.chip = Chip(look, _DESK)
        self.button = ActionButton(look, _DESK, "")
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(lambda: self.chosen.emit(self.step.name if self.step else ""))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.about)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(XL, M, XL, M)
        row.setSpacing(L)
        row.addWidget(self.mark)
        row.addLayout(words, 1)
        row.addWidget(self.chip)
        row.addWidget(self.button)

    def show_step(self, step: FirstStep, number: int, *, now: bool) -> None:
        """Show a step; ``now`` is the next one to do."""
        self.step, self.now = step, now
        self.title.set_text(step.title)
        self.about.set_text(step.about)
        done = bool(step.done_word)
        self.chip.set_state("ok", "task_alt", step.done_word)
        self.button.setVisible(not done)
        self.button.set_face(step.action, step.icon, "", primary=now)
        if done:
            self.mark.show_step("", "check", "ok")
        elif step.optional:
            self.mark.show_step("", "experiment", "")
        else:
            self.mark.show_step(str(number), "", "btn" if now else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDEST, max(_ROW, super().sizeHint().height()))

    def paint(self, pen: Pen, area: QRectF) -> None:
        pen.fill(area.adjusted(1, 0, -1, 0), "focustint" if self.now else "surface")
        pen.line(area.topLeft() + QPointF(0, 0.5), area.topRight() + QPointF(0, 0.5))


class EmptyCard(Painted):
    """The card over the empty board; ``chosen`` tells a step's name, "" for the one action."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.title = Line(look, Style.TITLE, _DESK)
        self.about = Paragraph(look, Style.BODY, _DESK, role="ink2")
        self.button = ActionButton(look, _DESK, "", primary=True)
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(lambda: self.chosen.emit(""))
        self.rows: list[StepRow] = []
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, L)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(XXL, XXL, XXL, L)
        head.setSpacing(S)
        head.addWidget(self.title)
        head.addWidget(self.about)
        head.addSpacing(S)
        head.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(head)
        self.hide()

    def show_empty(self, empty: EmptyBoard | None) -> None:
        """Show why the board is empty; None hides the card."""
        self.setVisible(empty is not None)
        if empty is None:
            return
        self.setAccessibleName(empty.title)
        self.title.set_text(empty.title)
        self.about.set_text(empty.about)
        self.about.setVisible(bool(empty.about))
        self.button.setVisible(bool(empty.action))
        self.button.set_face(empty.action, empty.icon, "", primary=True)
        self._show_steps(empty.steps)

    def sizeHint(self) -> QSize:
        return QSize(_WIDEST, super().sizeHint().height())

    def place_in(self, room: QRectF) -> None:
        """Stand in the middle of a room (px of the parent), inside it."""
        wide = min(float(_WIDEST), room.width())
        least = self._column.totalHeightForWidth(round(wide))
        high = min(float(least if least > 0 else self.sizeHint().height()), room.height())
        spot = QRectF(0, 0, wide, high)
        spot.moveCenter(room.center())
        self.setGeometry(spot.toRect())
        self.raise_()

    def paint(self, pen: Pen, area: QRectF) -> None:
        pen.fill_round(area, "surface", "line", RADIUS_CARD)

    def _show_steps(self, steps: tuple[FirstStep, ...]) -> None:
        while len(self.rows) < len(steps):
            row = StepRow(self.look)
            row.chosen.connect(self.chosen)
            self._column.addWidget(row)
            self.rows.append(row)
        waiting = [step for step in steps if not step.done_word and not step.optional]
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(steps))
            if place < len(steps):
                step = steps[place]
                row.show_step(step, place + 1, now=bool(waiting) and step is waiting[0])
