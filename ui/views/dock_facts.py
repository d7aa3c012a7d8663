"""The facts of the day: seven numbers, each lighting up its trucks when pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from ui.components.painted import Painted, PaintedButton
from ui.paint import LEFT, Pen, line_height, text_width
from ui.tokens import RADIUS, RADIUS_CARD, TOUCH, Density, L, M, S, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QResizeEvent

    from ui.models.dock import Fact
    from ui.theme import Look

_ICON, _HIGH, _GAP = 26, 62, 14
_PER_ROW_NARROW = 4


class FactButton(PaintedButton):
    """One fact: icon, number, words; where it is narrow the icon goes first."""

    def __init__(self, look: Look, fact: Fact) -> None:
        super().__init__(look)
        self.fact = fact
        self.line_left = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_fact(fact)

    def show_fact(self, fact: Fact) -> None:
        """Show another value."""
        self.fact = fact
        self.setAccessibleName(f"{fact.value} {fact.words}")
        self.setEnabled(bool(fact.asns))
        self.relook()

    def sizeHint(self) -> QSize:
        number, words = self._fonts()
        wide = max(text_width(number, self.fact.value), text_width(words, self.fact.words))
        high = max(_HIGH, line_height(number) + line_height(words) + S, TOUCH[Density.DESK])
        return QSize(round(wide + _ICON + 2 * L + M), round(high))

    def paint(self, pen: Pen, area: QRectF) -> None:
        if self.isChecked():
            pen.fill_round(area.adjusted(4, 4, -4, -4), "focustint", "focus", RADIUS)
        elif self.underMouse() and self.isEnabled():
            pen.fill_round(area.adjusted(4, 4, -4, -4), "sunk", "", RADIUS)
        if self.line_left:
            x = area.left() + 0.5
            pen.line(QPointF(x, area.top() + S), QPointF(x, area.bottom() - S))
        number, words = self._fonts()
        ink = f"{self.fact.state}ink" if self.fact.state else "ink"
        need = max(text_width(number, self.fact.value), text_width(words, self.fact.words)) + 1
        left = area.left() + L
        if need <= area.width() - L - _ICON - _GAP - 4:
            pen.icon(QRectF(left, area.top(), _ICON, area.height()), self.fact.icon, ink)
            left += _ICON + _GAP
        room = area.right() - left - 4
        high, below = line_height(number) * 0.95, line_height(words)
        top = area.center().y() - (high + below) / 2
        pen.text(QRectF(left, top, room, high), self.fact.value, number, ink, LEFT)
        place = QRectF(left, top + high, room, below)
        pen.text(place, self.fact.words, words, "ink2", LEFT, elide=True)

    def _fonts(self) -> tuple[QFont, QFont]:
        return self.look.font(Style.COUNTER), self.look.font(Style.CAPTION)


class FactStrip(Painted):
    """The facts side by side, in rows of four where they do not fit one row.

    ``lit`` tells the ASNs of the pressed fact (an empty set when it is let go).
    """

    lit = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.buttons: list[FactButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(1, 0, 1, 0)
        self._grid.setSpacing(0)
        self._per_row = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show these; a pressed one stays pressed under its name."""
        names = [button.fact.name for button in self.buttons]
        if names == [fact.name for fact in facts]:
            for button, fact in zip(self.buttons, facts, strict=True):
                button.show_fact(fact)
        else:
            for button in self.buttons:
                button.deleteLater()
            self.buttons = [self._make(fact) for fact in facts]
            self._per_row = 0
        self._arrange()
        self.setVisible(bool(facts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paint(self, pen: Pen, area: QRectF) -> None:
        pen.fill_round(area, "surface", "line", RADIUS_CARD)
        if len(self.buttons) > self._per_row > 0:
            y = round(area.center().y()) + 0.5
            pen.line(QPointF(area.left() + L, y), QPointF(area.right() - L, y))

    def relook(self) -> None:
        super().relook()
        self._per_row = 0
        self._arrange()

    def _make(self, fact: Fact) -> FactButton:
        button = FactButton(self.look, fact)
        button.setParent(self)
        button.clicked.connect(lambda: self._pressed(button))
        button.show()
        return button

    def _pressed(self, button: FactButton) -> None:
        for other in self.buttons:
            if other is not button:
                other.setChecked(False)
        self.lit.emit(button.fact.asns if button.isChecked() else frozenset())

    def _arrange(self) -> None:
        count = len(self.buttons)
        widest = max((button.sizeHint().width() for button in self.buttons), default=1)
        fits = widest * count <= self.width() + _ICON * count
        per_row = count if fits or count <= _PER_ROW_NARROW else _PER_ROW_NARROW
        if per_row == self._per_row:
            return
        self._per_row = per_row
        for place, button in enumerate(self.buttons):
            self._grid.addWidget(button, place // per_row, place % per_row)
            button.line_left = place % per_row > 0
        for column in range(max(count, 1)):
            self._grid.setColumnStretch(column, 1 if column < per_row else 0)
        self.updateGeometry()
