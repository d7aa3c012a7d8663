"""The queue shown while no job is open: what waits, best first; one press or scan opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import words
from ui.components.empty import EmptyState, LoadingBlocks
from ui.components.row_list import RowList
from ui.components.text import Line
from ui.paint import LEFT, RIGHT, Pen, chip_width, text_width
from ui.tokens import CHIP, GAP, RADIUS_CARD, XL, Density, L, M, Style

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from ui.models.work import Queue, QueueRow
    from ui.theme import Look

_FLOOR = Density.FLOOR
_ROW = 84 + GAP[_FLOOR]


def paint_queue_row(pen: Pen, place: QRectF, row: QueueRow, hot: bool) -> None:
    """Paint number, whom for, amount and mark as a block with a gap below."""
    look = pen.look
    block = place.adjusted(0, 0, 0, -GAP[_FLOOR])
    pen.fill_round(block, "focustint" if hot else "surface", "edge", RADIUS_CARD)
    inside = block.adjusted(XL, 0, -L, 0)
    arrow = QRectF(inside.right() - look.zoomed(28), inside.top(), look.zoomed(28), inside.height())
    pen.icon(arrow, "chevron_right", "ink2")
    right = arrow.left() - M
    right = _paint_mark(pen, inside, right, row)
    amount = look.font(Style.STRONG, _FLOOR)
    wide = text_width(amount, row.amount) + 1
    spot = QRectF(right - wide, inside.top(), wide, inside.height())
    pen.text(spot, row.amount, amount, "ink", RIGHT)
    number = look.font(Style.TITLE, _FLOOR, code=True, px=look.zoomed(28))
    left = text_width(number, row.number) + 1
    spot = QRectF(inside.left(), inside.top(), left, inside.height())
    pen.text(spot, row.number, number, "ink", LEFT)
    about = QRectF(inside.left() + left + L, inside.top(), 0, inside.height())
    about.setRight(right - wide - L)
    pen.text(about, row.about, look.font(Style.BODY, _FLOOR), "ink2", LEFT, elide=True)


def _paint_mark(pen: Pen, inside: QRectF, right: float, row: QueueRow) -> float:
    """Paint the row's chip; gives where it begins (px)."""
    if row.mark is None:
        return right
    wide = chip_width(pen.look, row.mark.icon, row.mark.word, _FLOOR)
    corner = QPointF(right - wide, inside.center().y() - pen.look.zoomed(CHIP[_FLOOR]) / 2)
    pen.chip(corner, row.mark.icon, row.mark.word, row.mark.state, _FLOOR, solid=False)
    return right - wide - L


def tell_queue_row(row: QueueRow) -> str:
    """A row in words."""
    mark = row.mark.word if row.mark else ""
    return ", ".join(part for part in (row.number, row.about, row.amount, mark) if part)


class QueuePage(QWidget):
    """Title, note and the list; ``chosen`` tells the number of the job pressed."""

    chosen = Signal(str)

    def __init__(self, look: Look, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Line(look, Style.TITLE, _FLOOR)
        self.note = Line(look, Style.BODY, _FLOOR, role="ink2", elide=True)
        self.list: RowList[QueueRow] = RowList(
            look, _ROW, paint_queue_row, tell_queue_row, pressable=True
        )
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.empty = EmptyState(look, _FLOOR, icon)
        self.loading = LoadingBlocks(look, _ROW - GAP[_FLOOR], words.LOADING)
        self.stack = QStackedWidget()
        for page in (self.list, self.empty, self.loading):
            self.stack.addWidget(page)
        self._lay_out()

    def show_queue(self, queue: Queue) -> None:
        """Show the rows, or why there are none."""
        self.title.set_text(queue.title)
        self.note.set_text(queue.note)
        self.list.setAccessibleName(queue.title)
        self.list.show_rows(queue.rows)
        self.empty.say(queue.empty)
        filled = self.list if queue.rows else self.empty
        self.stack.setCurrentWidget(self.loading if queue.loading else filled)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.list.row_at(index).number)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(L)
        head.addWidget(self.title)
        head.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP[_FLOOR])
        column.addLayout(head)
        column.addWidget(self.stack, 1)
