"""The queue as a table that reads pages: rows come when they are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ui.components.row_list import ROW_ROLE
from ui.models.backorders import PAGE
from ui.views.backorders_columns import COLUMNS, tell_row

if TYPE_CHECKING:
    from ui.models.backorders import BackorderRow, RowPage

_ANYWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class QueueModel(QAbstractTableModel):
    """``needed(turn, first)`` asks for a page once in each arrangement; `put` hands it in."""

    needed = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.turn = -1
        self._count = 0
        self._rows: dict[int, BackorderRow] = {}
        self._asked: set[int] = set()

    def start(self, turn: int, count: int) -> None:
        """Begin an arrangement of so many rows; nothing happens where it is the one shown."""
        if (turn, count) == (self.turn, self._count):
            return
        self.beginResetModel()
        self.turn, self._count = turn, count
        self._rows, self._asked = {}, set()
        self.endResetModel()

    def put(self, page: RowPage) -> None:
        """Take a page; one of another arrangement, or beyond the end, is passed over."""
        fitting = page.rows[: max(self._count - page.first, 0)]
        if page.turn != self.turn or not fitting:
            return
        self._rows.update(enumerate(fitting, page.first))
        last = self.index(page.first + len(fitting) - 1, len(COLUMNS) - 1)
        self.dataChanged.emit(self.index(page.first, 0), last)

    def rows_here(self) -> list[BackorderRow]:
        """The rows read so far."""
        return list(self._rows.values())

    def rowCount(self, parent: _Index = _ANYWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = _ANYWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        shown = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        if role not in shown or orientation is not Qt.Orientation.Horizontal:
            return None
        return COLUMNS[section].title

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows.get(index.row())
        if row is None:
            self._ask(index.row())
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return tell_row(row)
        told = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return " ".join(COLUMNS[index.column()].lines(row)).strip() if role in told else None

    def _ask(self, place: int) -> None:
        first = place // PAGE * PAGE
        if first not in self._asked and place < self._count:
            self._asked.add(first)
            self.needed.emit(self.turn, first)
