"""The queue's table, painted: two-line rows, chips, one head that says what the order is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QTableView

from ui import desk_words as words
from ui.components.row_list import ROW_ROLE
from ui.models.backorders import STATE
from ui.paint import Pen, chip_width, line_height, text_width
from ui.tokens import Density, L, M, S, Style
from ui.views.backorders_cells import paint_cell
from ui.views.backorders_columns import COLUMNS, shared_widths
from ui.views.backorders_model import QueueModel
from ui.views.backorders_sort import ARROW, QueueHead

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from ui.models.backorders import BackorderRow, BackordersScene, RowPage
    from ui.paint import TextRun
    from ui.theme import Look

_ROW, _BAR = 56, 3


class QueueDelegate(QStyledItemDelegate):
    """Paints cells; what has not been read yet is a sunk block."""

    def __init__(self, look: Look, parent: QTableView) -> None:
        super().__init__(parent)
        self.look = look
        self.hovered = -1
        self.runs: list[TextRun] = []

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        pen, area = Pen(painter, self.look), QRectF(option.rect)
        row: BackorderRow | None = index.data(ROW_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hot = index.row() == self.hovered
        painter.save()
        pen.fill(area, "focustint" if chosen else "sunk" if hot else "surface")
        bottom = area.bottom() - 0.5
        pen.line(QPointF(area.left(), bottom), QPointF(area.right(), bottom))
        if chosen and index.column() == 0:
            pen.fill(QRectF(area.left(), area.top(), _BAR, area.height()), "focus")
        if row is None:
            block = QRectF(area.left() + S, area.center().y() - 7, max(area.width() * 0.6, 20), 14)
            pen.fill_round(block, "sunk", "", 4)
        else:
            paint_cell(pen, area.adjusted(S, 0, -S, 0), row, COLUMNS[index.column()])
        painter.restore()
        self.runs += pen.runs


class QueueTable(QTableView):
    """``chosen(order, line)`` by click or keys, ``opened`` by Enter or a double click."""

    chosen = Signal(str, str)
    opened = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.queue = QueueModel()
        self.delegate = QueueDelegate(look, self)
        self.head = QueueHead(look)
        self._quiet = False
        self._fit_soon = QTimer(self, singleShot=True, interval=0)
        self._fit_soon.timeout.connect(self.fit_columns)
        self.setModel(self.queue)
        self.setItemDelegate(self.delegate)
        self.setHorizontalHeader(self.head)
        self._shape()
        self.selectionModel().currentRowChanged.connect(self._current)
        self.queue.dataChanged.connect(lambda *_: self._fit_soon.start())
        self.queue.modelReset.connect(self._fit_soon.start)
        self.entered.connect(self._enter)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        look.changed.connect(self._relook)

    @property
    def runs(self) -> tuple[TextRun, ...]:
        """The lines of text drawn last."""
        return tuple(self.delegate.runs)

    def show_scene(self, scene: BackordersScene) -> None:
        """Show an arrangement of the queue; the selected line is selected without telling."""
        self._quiet = True
        self.queue.start(scene.turn, scene.count)
        self.head.show_sort(scene.sort, falling=scene.falling)
        place = scene.selected_at
        if place is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif place != self.currentIndex().row():
            self.selectRow(place)
        self._quiet = False
        self._fit_soon.start()

    def show_page(self, page: RowPage) -> None:
        """Take a page of rows."""
        self.queue.put(page)

    def shown(self) -> tuple[int, int]:
        """The first and the last row in sight, from 1; 0, 0 where there is none."""
        first = self.indexAt(self.viewport().rect().topLeft())
        last = self.indexAt(self.viewport().rect().bottomLeft())
        if not first.isValid():
            return 0, 0
        return first.row() + 1, last.row() + 1 if last.isValid() else self.queue.rowCount()

    def fit_columns(self) -> None:
        """Give each column its width, and hide those that find no room."""
        rows = self.queue.rows_here()
        natural = [self._natural(place, rows) for place in range(len(COLUMNS))]
        for place, wide in enumerate(shared_widths(natural, self.viewport().width())):
            self.setColumnHidden(place, wide == 0)
            if wide:
                self.setColumnWidth(place, wide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_soon.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.delegate.runs = []
        super().paintEvent(event)

    def _shape(self) -> None:
        self.setAccessibleName(words.BACKORDERS)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        self._relook()

    def _relook(self) -> None:
        two = line_height(self.look.font(Style.STRONG)) + line_height(self.look.font(Style.BODY))
        self.verticalHeader().setDefaultSectionSize(max(_ROW, round(two + L)))
        self.head.updateGeometry()
        self._fit_soon.start()
        self.viewport().update()

    def _natural(self, place: int, rows: list[BackorderRow]) -> int:
        """What a column would like: its head and the texts read so far (px)."""
        column = COLUMNS[place]
        font = self.look.font(Style.STRONG, code=True)
        wide = text_width(self.look.font(Style.HEAD), column.title) + ARROW + 3
        for row in rows:
            if column.name == STATE:
                wide = max(wide, chip_width(self.look, row.mark.icon, row.mark.word, Density.DESK))
                wide = max(wide, text_width(self.look.font(Style.HEAD), row.pickup) + 1)
            else:
                wide = max(wide, *(text_width(font, text) for text in column.lines(row)))
        if column.most:
            wide = min(wide, self.look.zoomed(column.most))
        return round(wide) + 2 * S + (M if place == 0 else 4)

    def _current(self, index: QModelIndex) -> None:
        row: BackorderRow | None = index.data(ROW_ROLE) if index.isValid() else None
        if row is not None and not self._quiet:
            self.chosen.emit(*row.key)

    def _enter(self, index: QModelIndex) -> None:
        self.delegate.hovered = index.row()
        self.viewport().update()
