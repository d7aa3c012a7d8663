"""A side of the plan: rows of two lines that are selected, or lit up from the other side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate

from ui.components.row_list import ROW_ROLE, RowModel
from ui.paint import Pen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QPainter, QPaintEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from ui.paint import TextRun
    from ui.theme import Look

Row = TypeVar("Row")
_NO_CLICK = Qt.ItemFlag.NoItemFlags


class SideModel(RowModel[Row]):
    """Rows with a ``key``; others are heads that cannot be selected."""

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if index.isValid() and not hasattr(self.rows[index.row()], "key"):
            return _NO_CLICK
        return super().flags(index)


class SideDelegate(QStyledItemDelegate, Generic[Row]):
    """Paints rows by one function, which is told whether a row is lit and hovered."""

    def __init__(
        self,
        look: Look,
        high: Callable[[Look, Row], float],
        paint_row: Callable[[Pen, QRectF, Row, bool, bool], None],
    ) -> None:
        super().__init__()
        self.look, self._high, self._paint_row = look, high, paint_row
        self.lit: frozenset[str] = frozenset()
        self.runs: list[TextRun] = []

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(100, round(self._high(self.look, index.data(ROW_ROLE))))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Row = index.data(ROW_ROLE)
        pen = Pen(painter, self.look)
        hot = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        self._paint_row(pen, QRectF(option.rect), row, getattr(row, "key", "") in self.lit, hot)
        painter.restore()
        self.runs += pen.runs


class SideList(QListView, Generic[Row]):
    """``chosen`` tells the key of a row that was clicked or reached by the keyboard."""

    chosen = Signal(str)
    scrolled = Signal()

    def __init__(
        self,
        look: Look,
        high: Callable[[Look, Row], float],
        paint_row: Callable[[Pen, QRectF, Row, bool, bool], None],
        told: Callable[[Row], str],
    ) -> None:
        super().__init__()
        self.side_model: SideModel[Row] = SideModel(told)
        self.delegate: SideDelegate[Row] = SideDelegate(look, high, paint_row)
        self._quiet = False
        self._places: dict[str, int] = {}
        self.setModel(self.side_model)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._current)
        self.verticalScrollBar().valueChanged.connect(self.scrolled)
        look.changed.connect(self._relook)

    @property
    def runs(self) -> tuple[TextRun, ...]:
        """The lines of text drawn last."""
        return tuple(self.delegate.runs)

    def show_rows(self, rows: Sequence[Row], lit: frozenset[str], current: str) -> None:
        """Show rows; those in ``lit`` are lit up, the one with the key ``current`` is current.

        A new current row is brought in sight; else what is in sight stays.
        """
        top = self.verticalScrollBar().value()
        before = getattr(self.currentIndex().data(ROW_ROLE), "key", "")
        self._quiet = True
        self.side_model.show_rows(rows)
        self.delegate.lit = lit
        keys = (getattr(row, "key", "") for row in self.side_model.rows)
        self._places = {key: place for place, key in enumerate(keys) if key}
        if current in self._places:
            index = self.side_model.index(self._places[current])
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, flag)
        if current == before or current not in self._places:
            self.verticalScrollBar().setValue(top)
        else:
            self.scrollTo(self.currentIndex())
        self._quiet = False
        self.viewport().update()

    def middle_of(self, key: str) -> float | None:
        """Where a row's middle stands in the viewport, px; None for a row that is not there."""
        if key not in self._places:
            return None
        return float(self.visualRect(self.side_model.index(self._places[key])).center().y())

    def hidden_below(self) -> int:
        """How many rows lie below what is in sight."""
        last = self.indexAt(self.viewport().rect().bottomLeft())
        return self.side_model.rowCount() - 1 - last.row() if last.isValid() else 0

    def bring(self, keys: frozenset[str]) -> None:
        """Scroll so that the first of these rows is in sight."""
        places = sorted(self._places[key] for key in keys if key in self._places)
        if places:
            self.scrollTo(self.side_model.index(places[0]))

    def paintEvent(self, event: QPaintEvent) -> None:
        self.delegate.runs = []
        super().paintEvent(event)

    def _current(self, index: QModelIndex) -> None:
        key = getattr(index.data(ROW_ROLE), "key", "") if index.isValid() else ""
        if key and not self._quiet:
            self.chosen.emit(key)

    def _relook(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
