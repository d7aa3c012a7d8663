"""Dock: the day at the doors, and what to unload next. It shows a `DockScene`, tells intents."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from ui import desk_words as words
from ui.components.chip import Chip
from ui.components.choice_sheet import ChoiceSheet
from ui.components.empty import LoadingBlocks
from ui.components.head_button import HeadButton
from ui.components.segments import Segments, Stepper
from ui.components.strip import Strip
from ui.models.dock import LateDoor
from ui.tokens import Density
from ui.views import appointment_labels as labels
from ui.views.appointment_card import AppointmentCard
from ui.views.desk_page import DeskPage
from ui.views.dock_board import DockBoard
from ui.views.dock_facts import FactStrip
from ui.views.dock_first import EmptyCard
from ui.views.dock_menu import DOOR_LABELS, DOORS, EDIT, OPEN, door_choices
from ui.views.dock_reason import ReasonSheet
from ui.views.dock_scale import SHIFT
from ui.views.dock_unload import UnloadPanel

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from ui.models.appointment import AppointmentForm
    from ui.models.dock import Block, DockScene, EffectScene
    from ui.models.dock_unload import UnloadRow
    from ui.theme import Look

_LANE = 86
_ALL_FROM = 1200  # px: a page so wide has room for all of its head
A_MINUTE_MS = 60_000
_SHORTCUTS = {"Ctrl+Z": "undo", "Ctrl+Y": "redo", "Ctrl+Shift+Z": "redo"}


class DockView(DeskPage):
    """Shows a `DockScene`.

    ``placed(places)``: blocks were dropped, a tuple of `Place`; ``considered(block id, door,
    start)`` while one is on its way: answer with `show_effect`. ``event_asked(asn, kind, door)``: a
    truck's fact (``arrive at_door unloading done depart no_show cancel undo``; the door "" where
    none belongs to it); ``pickup_asked`` the same of a pickup. ``day_changed(date)``,
    ``asn_opened(asn)``, ``undo_asked()``, ``redo_asked()``, ``step_chosen(name)`` of an empty
    board ("" for its one action), ``wall_asked()``, ``print_asked()``, ``new_asked()``,
    ``edit_asked(asn, outbound)``, ``left()`` once another screen is in front. ``minutes`` runs
    while it is shown.
    """

    placed = Signal(object)
    considered = Signal(int, str, object)
    event_asked = Signal(str, str, str)
    pickup_asked = Signal(str, str, str)
    day_changed = Signal(object)
    asn_opened = Signal(str)
    undo_asked = Signal()
    redo_asked = Signal()
    step_chosen = Signal(str)
    wall_asked = Signal()
    print_asked = Signal()
    new_asked = Signal()
    edit_asked = Signal(str, bool)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, words.DOCK, parent)
        self.scene: DockScene | None = None
        self.day = Stepper(look, words.DAY_BEFORE, words.TODAY, words.DAY_AFTER)
        self.zoom = Segments(look, "Zoom", words.ZOOMS, SHIFT)
        self.doors = HeadButton(look, words.ALL_DOORS, "filter_list")
        self.as_of = Chip(look, Density.DESK)
        self.undo = HeadButton(look, words.UNDO, "undo", key="Ctrl Z")
        self.redo = HeadButton(look, words.REDO, "redo", key="Ctrl Y")
        self.wall = HeadButton(look, words.WALL, "tv")
        self.print_day = HeadButton(look, words.PRINT_DAY, "print")
        self.new = HeadButton(look, labels.NEW, "add", key=labels.NEW_KEY, primary=True)
        self.facts, self.board = FactStrip(look), DockBoard(look)
        self.unload, self.empty = UnloadPanel(look), EmptyCard(look, self)
        self.loading = LoadingBlocks(look, _LANE, words.LOADING_BOARD)
        self.sheet, self._only = ChoiceSheet(look, self), "all"
        self.minutes = QTimer(self, interval=A_MINUTE_MS)
        self.content = QStackedWidget()
        self.content.addWidget(self.board)
        self.content.addWidget(self.loading)
        self.head.add(self.day, self.zoom, self.doors, self.as_of)
        self.head.add_stretch()
        self.head.add(self.drawer_button, self.undo, self.redo, self.print_day, self.wall)
        self.head.add(self.new)
        self.head.compactable.insert(0, self.head.compactable.pop())  # it keeps its words longest
        self.late = Strip(look, Density.DESK, "warn", "schedule")
        self.above.addWidget(self.late)
        self.above.addWidget(self.facts)
        self.body.addWidget(self.content, 1)
        self.set_panel(self.unload, words.UNLOAD_NEXT, "format_list")
        self.board.weigh.spread_over(self)
        self.card = AppointmentCard(look, self)
        self.why = ReasonSheet(look, self)
        self._connect()

    def show_scene(self, scene: DockScene) -> None:
        """Show a day at the doors."""
        self.scene = scene
        self.day.set_text(scene.day_text)
        for button, what, said in (
            (self.undo, scene.undo, words.UNDO_WHAT),
            (self.redo, scene.redo, words.REDO_WHAT),
        ):
            button.setEnabled(bool(what))
            button.setAccessibleDescription(said.format(what=what) if what else "")
        self.as_of.set_state("warn", "schedule", scene.as_of)
        self.content.setCurrentWidget(self.loading if scene.loading else self.board)
        self.facts.show_facts(scene.facts)
        self.board.show_scene(scene)
        self.unload.show_scene(scene)
        late = scene.late_door or LateDoor("")
        self.late.say(late.text, late.action, "visibility")
        self.set_drawer_label(f"{words.UNLOAD_NEXT} {len(scene.unload) or ''}".strip())
        quiet = scene.empty is not None
        for part in (self.zoom, self.doors, self.undo):
            part.setVisible(not quiet)
        self._fit_head()
        self.facts.setVisible(bool(scene.facts) and not quiet)
        self.hide_panel(hidden=quiet)
        self.empty.show_empty(scene.empty)
        self._place_empty()

    def show_effect(self, effect: EffectScene | None) -> None:
        """Show what the move considered last does to orders."""
        self.board.show_effect(effect)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.minutes.start()
        self.window().installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.minutes.stop()
        self.window().removeEventFilter(self)
        if not event.spontaneous():
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()
        self._place_empty()
        self.card.place_in(self._below_head())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key of a new appointment where nothing in the window wanted it.

        It is no shortcut: a key that may begin a scan is held back and goes past those.
        """
        if watched is self.window() and isinstance(event, QKeyEvent):
            pressed = event.type() is QEvent.Type.KeyPress and not event.modifiers()
            if pressed and event.text().upper() == labels.NEW_KEY and not self.card.isVisible():
                self.new.click()
                return True
        return super().eventFilter(watched, event)

    def open_card(self, form: AppointmentForm) -> None:
        """Open the card of an appointment; what is typed into it already stays."""
        if self.card.touched:
            self.card.focusNextPrevChild(True)
            return
        self.card.place_in(self._below_head())
        self.card.open_form(form)

    def _fit_head(self) -> None:
        """Leave the head what is asked for most: the rest is asked for at a desk, or by its key."""
        self.print_day.setHidden(self.has_drawer)
        quiet = self.scene is not None and self.scene.empty is not None
        self.redo.setHidden(quiet or self.width() < _ALL_FROM)
        for button, key in ((self.undo, "Ctrl Z"), (self.new, labels.NEW_KEY)):
            button.key = "" if self.has_drawer else key
            button.relook()
        self.head.fit()

    def _below_head(self) -> QRect:
        return self.rect().adjusted(0, self.head.geometry().bottom(), 0, 0)

    def _connect(self) -> None:
        canvas = self.board.canvas
        canvas.move_of.placed.connect(self.placed)
        canvas.move_of.considered.connect(self.considered)
        canvas.asked.connect(self._ask_of_block)
        self.unload.asked.connect(self._ask_of_row)
        self.why.said.connect(self.event_asked)
        self.unload.pressed.connect(self._show_truck)
        self.facts.lit.connect(canvas.field.light_up)
        self.late.pressed.connect(self._show_late)
        self.zoom.chosen.connect(self.board.set_zoom)
        self.board.zoomed.connect(self.zoom.choose)
        self.day.stepped.connect(self._step_day)
        self.day.pressed.connect(self._go_today)
        self.doors.clicked.connect(self._choose_doors)
        self.sheet.chosen.connect(self._show_doors)
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)
        self.empty.chosen.connect(self.step_chosen)
        for keys, button in _SHORTCUTS.items():
            QShortcut(QKeySequence(keys), self).activated.connect(getattr(self, button).click)
        self.print_day.clicked.connect(self.print_asked)
        self.wall.clicked.connect(self.wall_asked)
        self.new.clicked.connect(self.new_asked)
        QShortcut(QKeySequence("F11"), self).activated.connect(self.wall_asked)

    def _place_empty(self) -> None:
        if self.scene is not None and self.scene.empty is not None:
            top = self.head.geometry().bottom() + 20
            room = QRectF(40, top, self.width() - 80, self.height() - top - 28)
            self.empty.place_in(room)

    def _step_day(self, by: int) -> None:
        if self.scene is not None:
            self.day_changed.emit(self.scene.day + timedelta(days=by))

    def _go_today(self) -> None:
        if self.scene is not None and self.scene.today is not None:
            self.day_changed.emit(self.scene.today)

    def _ask_of_block(self, block: Block, kind: str, door: str) -> None:
        if kind == OPEN:
            self.asn_opened.emit(block.asn)
        elif kind == EDIT:
            self.edit_asked.emit(block.asn, block.outbound)
        elif block.outbound:
            self.pickup_asked.emit(block.asn, kind, door)
        else:
            self.event_asked.emit(block.asn, kind, door)

    def _ask_of_row(self, row: UnloadRow) -> None:
        if row.kind == OPEN:
            self.asn_opened.emit(row.asn)
        elif row.kind == row.turn_kind and row.reasons:
            self.why.ask(row, self.unload.rows.turn_corner(row.asn))
        else:
            self.event_asked.emit(row.asn, row.kind, row.door)

    def _show_truck(self, asn: str) -> None:
        """Select a truck of the list on the board."""
        blocks = self.scene.blocks if self.scene else ()
        self.board.canvas.choose(next((block for block in blocks if block.asn == asn), None))

    def _show_late(self) -> None:
        if self.scene is not None and self.scene.late_door is not None:
            self._show_truck(self.scene.late_door.asn)

    def _choose_doors(self) -> None:
        corner = self.doors.mapTo(self, self.doors.rect().bottomLeft()) + QPoint(0, 4)
        self.sheet.offer("", door_choices(self._only), corner)

    def _show_doors(self, way: tuple[str, ...]) -> None:
        self._only = way[0]
        self.doors.set_label(DOOR_LABELS[self._only])
        self.head.fit()
        self.board.show_only(DOORS[self._only])
