"""A list of frozen rows painted by one function; scrolls, and can be pressed where it may."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QWidget

from ui.paint import Pen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QPainter, QPaintEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from ui.paint import TextRun
    from ui.theme import Look

Row = TypeVar("Row")
ROW_ROLE = Qt.ItemDataRole.UserRole


class RowModel(QAbstractListModel, Generic[Row]):
    """Rows as they are; ``told`` gives a row's words for a screen reader and tool tip."""

    def __init__(self, told: Callable[[Row], str]) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self._told = told

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; nothing is reset where they are the ones shown."""
        if tuple(rows) != self.rows:
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        told = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return self._told(row) if role in told | {Qt.ItemDataRole.ToolTipRole} else None


class RowDelegate(QStyledItemDelegate, Generic[Row]):
    """Paints a row with the list's painter; ``hot`` rows are hovered, pressed or current."""

    def __init__(
        self, look: Look, high: int, paint_row: Callable[[Pen, QRectF, Row, bool], None]
    ) -> None:
        super().__init__()
        self.look, self.high, self._paint_row = look, high, paint_row
        self.runs: list[TextRun] = []

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(100, self.look.zoomed(self.high))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        pen = Pen(painter, self.look)
        states = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
        hot = bool(option.state & states)
        painter.save()
        self._paint_row(pen, QRectF(option.rect), index.data(ROW_ROLE), hot)
        painter.restore()
        self.runs += pen.runs


class RowList(QListView, Generic[Row]):
    """The list; ``pressable`` ones take focus and clicks, others only scroll."""

    def __init__(
        self,
        look: Look,
        high: int,
        paint_row: Callable[[Pen, QRectF, Row, bool], None],
        told: Callable[[Row], str],
        *,
        pressable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.row_model: RowModel[Row] = RowModel(told)
        self.row_delegate: RowDelegate[Row] = RowDelegate(look, high, paint_row)
        self.setModel(self.row_model)
        self.setItemDelegate(self.row_delegate)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(pressable)
        focus = Qt.FocusPolicy.TabFocus if pressable else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(focus)
        if pressable:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.relook)

    @property
    def runs(self) -> tuple[TextRun, ...]:
        """The lines of text drawn last."""
        return tuple(self.row_delegate.runs)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self.row_model.show_rows(rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.row_delegate.runs = []
        super().paintEvent(event)

    def row_at(self, index: QModelIndex) -> Row:
        """The row of an index of this list."""
        return self.row_model.rows[index.row()]

    def relook(self) -> None:
        """Measure and paint again, after the look has changed."""
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
