"""Backorders: the queue in rank order, and the decision for one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from ui import desk_words as words
from ui.components.card import Card
from ui.components.chip import Chip
from ui.components.choice_sheet import ChoiceSheet
from ui.components.empty import EmptyState, LoadingBlocks
from ui.components.head_button import FilterChip, HeadButton
from ui.models.backorders import BackordersScene
from ui.tokens import Density
from ui.views.backorders_foot import TableFoot
from ui.views.backorders_panel import DetailPanel
from ui.views.backorders_table import QueueTable
from ui.views.desk_page import DeskPage
from ui.views.dock_facts import FactStrip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.models.backorders import Detail, QueueFilter, RowPage
    from ui.theme import Look

_DESK = Density.DESK


class BackordersView(DeskPage):
    """Shows a `BackordersScene`, its pages, and the `Detail` of the selected line.

    ``selected(order, line)``; ``page_asked(turn, first row)`` is answered by `show_page`;
    ``sort_asked(column)``, ``filter_changed(name)``; ``decision_asked(kind, value)`` with kind
    ``hold release cancel policy priority`` (the value "" where there is none to choose), and of
    the change shown ``apply_asked``, ``discard_asked``; ``csv_asked``, ``undo_asked``.
    """

    selected = Signal(str, str)
    page_asked = Signal(int, int)
    sort_asked = Signal(str)
    filter_changed = Signal(str)
    decision_asked = Signal(str, str)
    apply_asked = Signal()
    discard_asked = Signal()
    csv_asked = Signal()
    undo_asked = Signal()
    empty_pressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, words.BACKORDERS, parent)
        self.scene = BackordersScene()
        self.filters: list[FilterChip] = []
        self.as_of = Chip(look, _DESK)
        self.csv = HeadButton(look, words.CSV, "download")
        self.undo = HeadButton(look, words.UNDO, "undo", key="Ctrl Z")
        self.facts, self.table, self.foot = FactStrip(look), QueueTable(look), TableFoot(look)
        self.sheet = ChoiceSheet(look, self)
        self.detail = DetailPanel(look, self.sheet)
        self.card = Card(look, _DESK)
        self.card.body.addWidget(self.table, 1)
        self.card.body.addWidget(self.foot)
        self.empty = EmptyState(look, _DESK, "task_alt")
        self.loading = LoadingBlocks(look, 56, words.LOADING_BACKORDERS)
        self.content = QStackedWidget()
        for page in (self.card, self.empty, self.loading):
            self.content.addWidget(page)
        self._filter_at = self.head.row.count()
        self.head.add(self.as_of)
        self.head.add_stretch()
        self.head.add(self.drawer_button, self.csv, self.undo)
        self.above.addWidget(self.facts)
        self.body.addWidget(self.content, 1)
        self.set_panel(self.detail, words.DECISION, "edit_note")
        self._connect()

    def show_scene(self, scene: BackordersScene) -> None:
        """Show the queue as it is arranged."""
        self.scene = scene
        self._show_filters(scene.filters)
        self.as_of.set_state("warn", "schedule", scene.as_of)
        self.undo.setEnabled(bool(scene.undo))
        self.undo.set_label(scene.undo or words.UNDO)
        self.head.fit()
        self.csv.setVisible(scene.can_export and scene.count > 0)
        self.facts.show_facts(scene.facts)
        self.table.show_scene(scene)
        self.empty.say(scene.empty, scene.empty_action)
        page = self.loading if scene.loading else self.empty if scene.empty else self.card
        self.content.setCurrentWidget(page)
        self.hide_panel(hidden=page is not self.card)
        self._say_range()

    def show_page(self, page: RowPage) -> None:
        """Take a page that was asked for."""
        self.table.show_page(page)

    def show_detail(self, detail: Detail | None) -> None:
        """Show the selected line; a change opens the drawer of a narrow window."""
        self.detail.show_detail(detail)
        if self.has_drawer and detail is not None and detail.change is not None:
            self.drawer_button.setChecked(True)

    def _connect(self) -> None:
        self.table.chosen.connect(self.selected)
        self.table.opened.connect(self._open_detail)
        self.table.queue.needed.connect(self.page_asked)
        self.table.verticalScrollBar().valueChanged.connect(self._say_range)
        self.table.verticalScrollBar().rangeChanged.connect(self._say_range)
        self.table.head.asked.connect(self.sort_asked)
        self.detail.decided.connect(self.decision_asked)
        self.detail.change.applied.connect(self.apply_asked)
        self.detail.change.discarded.connect(self.discard_asked)
        self.empty.pressed.connect(self.empty_pressed)
        self.csv.clicked.connect(self.csv_asked)
        self.undo.clicked.connect(self.undo_asked)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self.undo.click)

    def _show_filters(self, filters: tuple[QueueFilter, ...]) -> None:
        while len(self.filters) < len(filters):
            place = len(self.filters)
            chip = FilterChip(self.look, "", "", "")
            chip.clicked.connect(lambda _=False, place=place: self._press_filter(place))
            self.filters.append(chip)
            self.head.row.insertWidget(self._filter_at + place, chip)
            self.head.compactable.insert(place, chip)
        for chip, one in zip(self.filters, filters, strict=False):
            chip.name, chip.rest_icon = one.name, one.icon
            chip.set_label(one.label)
            chip.setChecked(one.on)
            chip.set_count(one.count)
        self.head.fit()

    def _press_filter(self, place: int) -> None:
        one = self.scene.filters[place]
        self.filters[place].setChecked(one.on)  # the scene decides what is on
        self.filter_changed.emit(one.name)

    def _say_range(self) -> None:
        first, last = self.table.shown()
        shown = words.RANGE.format(first=first, last=last, count=self.scene.count)
        self.foot.say(self.scene.summary, shown if last else "")

    def _open_detail(self) -> None:
        if self.has_drawer:
            self.drawer_button.setChecked(True)
        if self.detail.buttons:
            self.detail.buttons[0].setFocus()
