"""The status bar: the true state of the devices, the station and who is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import words
from ui.components.painted import Painted, PaintedButton
from ui.models.status import Health, StatusItem
from ui.paint import LEFT, Pen, text_width
from ui.tokens import STATUS, Density, L, S, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QResizeEvent

    from ui.theme import Look

_MARKS = {
    Health.OK: ("check_circle", "okink"),
    Health.CATCH: ("warning", "warnmark"),
    Health.BAD: ("cancel", "badink"),
}
_ICON = {Density.DESK: 20, Density.FLOOR: 26}
_MARK = {Density.DESK: 18, Density.FLOOR: 22}


class StatusCell(PaintedButton):
    """One device, station or user; a click asks for an explanation."""

    def __init__(self, look: Look, density: Density, item: StatusItem) -> None:
        super().__init__(look)
        self.density, self.item, self.is_tight = density, item, False
        self.setAccessibleName(f"{item.label} {item.detail}".strip())
        self.setToolTip(f"{item.label}: {item.detail}" if item.detail else item.label)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        wide = sum(text_width(font, text) + S for text, font, _ in self._parts())
        wide += self.look.zoomed(_ICON[self.density]) + S + 2 * L
        wide += self.look.zoomed(_MARK[self.density]) + S if self.item.health else 0
        return QSize(round(wide), self.look.zoomed(STATUS[self.density]))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paint(self, pen: Pen, area: QRectF) -> None:
        side = area.left() if self.item.at_end else area.right() - 1
        pen.fill(QRectF(side, area.top(), 1, area.height()), "line")
        left = area.left() + L
        icon = self.look.zoomed(_ICON[self.density])
        pen.icon(QRectF(left, area.top(), icon, area.height()), self.item.icon, "ink2")
        left += icon + S
        for text, font, role in self._parts():
            wide = text_width(font, text) + 1
            pen.text(QRectF(left, area.top(), wide, area.height()), text, font, role, LEFT)
            left += wide + S
        if self.item.health:
            name, role = _MARKS[self.item.health]
            mark = self.look.zoomed(_MARK[self.density])
            pen.icon(QRectF(left, area.top(), mark, area.height()), name, role)

    def _parts(self) -> list[tuple[str, QFont, str]]:
        strong = self.look.font(Style.STRONG, self.density)
        plain = self.look.font(Style.BODY, self.density)
        if self.density is Density.FLOOR:
            word = self.item.word or self.item.label
            return [(word, strong, "ink")] if self.item.at_end else [(word, plain, "ink2")]
        parts = [(self.item.label, strong, "ink"), (self.item.detail, plain, "ink2")]
        return [part for part in parts[: 1 if self.is_tight else 2] if part[0]]


class StatusBar(Painted):
    """Shows `StatusItem`s; ``pressed`` tells the name of the one that was clicked."""

    pressed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.density = Density.DESK
        self.items: tuple[StatusItem, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 1, 0, 0)
        self._row.setSpacing(0)
        self.setAccessibleName(words.STATUS_BAR)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_items(self, items: Sequence[StatusItem]) -> None:
        """Show these items; nothing happens where they are the ones shown."""
        if tuple(items) != self.items:
            self.items = tuple(items)
            self._rebuild()

    def set_density(self, density: Density) -> None:
        """Change between desk (label and detail) and floor (one word)."""
        if density is not self.density:
            self.density = density
            self._rebuild()

    def cells(self) -> list[StatusCell]:
        """The items' buttons, from left to right."""
        places = (self._row.itemAt(place) for place in range(self._row.count()))
        widgets = (place.widget() for place in places if place is not None)
        return [widget for widget in widgets if isinstance(widget, StatusCell)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(400, self.look.zoomed(STATUS[self.density]))

    def paint(self, pen: Pen, area: QRectF) -> None:
        pen.fill(area, "surface")
        pen.line(QPointF(area.left(), area.top() + 0.5), QPointF(area.right(), area.top() + 0.5))

    def _rebuild(self) -> None:
        while (taken := self._row.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for item in (item for item in self.items if not item.at_end):
            self._row.addWidget(self._cell(item))
        self._row.addStretch(1)
        for item in (item for item in self.items if item.at_end):
            self._row.addWidget(self._cell(item))
        self._fit()
        self.relook()

    def _fit(self) -> None:
        """Leave the details out where all together are wider than the bar; their marks stay."""
        cells = self.cells()
        for is_tight in (False, True):
            for cell in cells:
                cell.is_tight = is_tight
                cell.updateGeometry()
            if sum(cell.sizeHint().width() for cell in cells) <= self.width():
                break

    def _cell(self, item: StatusItem) -> StatusCell:
        cell = StatusCell(self.look, self.density, item)
        cell.clicked.connect(lambda: self.pressed.emit(item.name))
        return cell
