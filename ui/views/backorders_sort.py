"""The queue's heads: pressed, or chosen with the arrow keys and Space, they ask to sort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView

from ui import desk_words as words
from ui.models.backorders import RANK, SORTABLE
from ui.paint import LEFT, Pen, line_height, text_width
from ui.tokens import RADIUS_CHIP, M, S, Style
from ui.views.backorders_columns import COLUMNS, PLACES

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter

    from ui.theme import Look

_HEAD, ARROW = 48, 14
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class QueueHead(QHeaderView):
    """The heads of the columns; the one that sorts carries the arrow. ``asked`` tells a name."""

    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.look = look
        self.sort, self.falling, self.at = RANK, False, RANK
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.sectionClicked.connect(self._clicked)
        self._name()

    def show_sort(self, sort: str, *, falling: bool) -> None:
        """Show which column sorts, and which way."""
        self.sort, self.falling = sort, falling
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(100, max(_HEAD, round(line_height(self.look.font(Style.HEAD)) + 2 * M)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step:
            self._go(step)
        elif event.key() == Qt.Key.Key_Space:
            self.asked.emit(self.at)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.at = self.sort
        self._name()
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        pen, area = Pen(painter, self.look), QRectF(rect)
        pen.fill(area, "sunk")
        bottom = area.bottom() - 0.5
        pen.line(QPointF(area.left(), bottom), QPointF(area.right(), bottom))
        column, font = COLUMNS[section], self.look.font(Style.HEAD)
        if self.hasFocus() and column.name == self.at:
            pen.fill_round(area.adjusted(2, 4, -2, -4), "focustint", "focus", RADIUS_CHIP, width=2)
        place = area.adjusted(S, 0, -S, 0)
        sorting = column.name == self.sort
        wide = text_width(font, column.title) + 1
        mark = ARROW + 3 if sorting else 0
        left = place.right() - wide - mark if column.right else place.left()
        spot = QRectF(left, place.top(), wide, place.height())
        pen.text(spot, column.title, font, "ink" if sorting else "ink2", LEFT)
        if sorting:
            icon = "arrow_downward" if self.falling else "arrow_upward"
            pen.icon(QRectF(spot.right() + 3, place.top(), ARROW, place.height()), icon)

    def _go(self, step: int) -> None:
        """Go to the next column in sight that sorts; stay at the last."""
        names = [
            column.name
            for place, column in enumerate(COLUMNS)
            if column.name in SORTABLE and not self.isSectionHidden(place)
        ]
        here = names.index(self.at) if self.at in names else 0
        self.at = names[min(max(here + step, 0), len(names) - 1)]
        self._name()
        self.viewport().update()

    def _name(self) -> None:
        title = COLUMNS[PLACES[self.at]].title
        self.setAccessibleName(f"{words.BACKORDERS}: {title}")

    def _clicked(self, section: int) -> None:
        if COLUMNS[section].name in SORTABLE:
            self.asked.emit(COLUMNS[section].name)
