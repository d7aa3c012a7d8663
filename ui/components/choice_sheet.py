"""A small sheet of choices over the content; a choice may lead to others. Not a window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from ui.components.painted import Painted
from ui.components.pointed import Pill, PillRow, PointedButton
from ui.components.text import Line
from ui.paint import LEFT, Pen, line_height, text_width
from ui.tokens import RADIUS, RADIUS_CARD, TOUCH, Density, L, M, S, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.theme import Look

_ICON, _LEAST = 20, 220
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True)
class Choice:
    """``name`` is what is told; ``below`` are the choices it leads to, told in its stead.

    ``beside`` are such choices that stand in its row.  A ``weighed`` one shows what it does first.
    """

    name: str
    label: str
    icon: str = ""
    below: tuple[Choice, ...] = ()
    checked: bool = False
    beside: tuple[Choice, ...] = ()
    weighed: bool = False


class ChoiceButton(PointedButton):
    """One choice: icon, label, and a mark where it leads on or is the one in force."""

    def __init__(self, look: Look, choice: Choice) -> None:
        super().__init__(look, choice.label, choice.label, weighed=choice.weighed)
        self.choice = choice
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        font = self.look.font(Style.BODY)
        wide = text_width(font, self.text()) + 3 * L + 2 * _ICON + M
        return QSize(
            max(_LEAST, round(wide)), max(TOUCH[Density.DESK], round(line_height(font)) + L)
        )

    def paint(self, pen: Pen, area: QRectF) -> None:
        inside = area.adjusted(4, 2, -4, -2)
        if self.hasFocus():
            pen.fill_round(inside, "focustint", "focus", RADIUS)
        elif self.underMouse():
            pen.fill_round(inside, "sunk", "", RADIUS)
        left = area.left() + L
        if self.choice.icon:
            pen.icon(QRectF(left, area.top(), _ICON, area.height()), self.choice.icon)
        left += _ICON + M
        right = area.right() - M - _ICON
        mark = "chevron_right" if self.choice.below else "check" if self.choice.checked else ""
        if mark:
            pen.icon(QRectF(right, area.top(), _ICON, area.height()), mark, "ink2")
        place = QRectF(left, area.top(), right - S - left, area.height())
        pen.text(place, self.text(), self.look.font(Style.BODY), "ink", LEFT)


class ChoiceSheet(Painted):
    """``chosen`` tells the names on the way to a choice. Esc, or the focus elsewhere, closes it.

    ``pointed`` tells the way to the choice that pointer or keys are on, ``closed`` that it is gone.
    """

    chosen = Signal(tuple)
    pointed = Signal(tuple)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.title = Line(look, Style.HEAD, Density.DESK, role="ink2")
        self.buttons: list[PointedButton] = []
        self._rows: list[QWidget] = []
        self._way: tuple[str, ...] = ()
        self._focus_before: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, M, 0, S)
        self._column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(L, 0, L, 0)
        head.addWidget(self.title)
        self._column.addLayout(head)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def offer(self, title: str, choices: tuple[Choice, ...], at: QPoint) -> None:
        """Open at a place of the parent (px), moved so that all of it is inside."""
        if not self.isVisible():
            self._focus_before = QApplication.focusWidget()
        self._way = ()
        self._fill(title, choices)
        parent = self.parentWidget()
        room = parent.rect() if parent else self.rect()
        left = min(max(at.x(), 4), max(room.width() - self.width() - 4, 4))
        top = min(max(at.y(), 4), max(room.height() - self.height() - 4, 4))
        self.move(left, top)
        self.show()
        self.raise_()
        self._focus_first()

    def close_sheet(self) -> None:
        """Close, and give the focus back."""
        if not self.isVisible():
            return
        self.hide()
        self.closed.emit()
        if self._focus_before is not None:
            self._focus_before.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        focused = [place for place, button in enumerate(self.buttons) if button.hasFocus()]
        if key == Qt.Key.Key_Escape:
            self.close_sheet()
        elif key in _STEPS and self.buttons:
            place = (focused[0] if focused else -1) + _STEPS[key]
            self.buttons[place % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and focused:
            self.buttons[focused[0]].click()
        else:
            super().keyPressEvent(event)

    def paint(self, pen: Pen, area: QRectF) -> None:
        pen.fill_round(area, "surface", "edge", RADIUS_CARD)

    def _fill(self, title: str, choices: tuple[Choice, ...]) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.buttons, self._rows = [], []
        self.title.set_text(title)
        self.title.setVisible(bool(title))
        self.setAccessibleName(title)
        for choice in choices:
            row = self._beside(choice) if choice.beside else self._button(choice)
            self._column.addWidget(row)
            self._rows.append(row)
        self._column.activate()
        self.resize(self._column.sizeHint().expandedTo(QSize(_LEAST, 0)))

    def _button(self, choice: Choice) -> PointedButton:
        button = ChoiceButton(self.look, choice)
        self._connect(button, choice, ())
        return button

    def _beside(self, choice: Choice) -> PillRow:
        pills = []
        for one in choice.beside:
            pill = Pill(self.look, one.label, f"{choice.label} {one.label}", weighed=one.weighed)
            self._connect(pill, one, (choice.name,))
            pills.append(pill)
        return PillRow(self.look, choice.label, choice.icon, tuple(pills))

    def _connect(self, button: PointedButton, choice: Choice, under: tuple[str, ...]) -> None:
        button.clicked.connect(lambda _=False: self._take(choice, under))
        button.pointed.connect(lambda: self._point(button, (*self._way, *under, choice.name)))
        self.buttons.append(button)

    def _point(self, button: PointedButton, way: tuple[str, ...]) -> None:
        for other in self.buttons:
            if other is not button:
                other.tapped = False
        self.pointed.emit(way)

    def _take(self, choice: Choice, under: tuple[str, ...] = ()) -> None:
        way = (*self._way, *under, choice.name)
        if choice.below:
            corner = self.pos()
            self.offer(choice.label, choice.below, corner)
            self._way = way
            return
        self.close_sheet()
        self.chosen.emit(way)

    def _focus_first(self) -> None:
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and not self.isAncestorOf(now):
            self.hide()
            self.closed.emit()
