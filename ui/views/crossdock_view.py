"""Cross-dock: arriving units left, the orders they serve right. It shows a `CrossdockScene`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import desk_words as words
from ui.components.chip import Chip
from ui.components.choice_sheet import Choice, ChoiceSheet
from ui.components.head_button import FilterChip, HeadButton
from ui.components.strip import Strip
from ui.models.crossdock import CrossdockScene, Filter, Mend, OrderActs, PinChoice
from ui.tokens import GAP, Density
from ui.views.crossdock_change import ChangeCard
from ui.views.crossdock_sides import Sides
from ui.views.crossdock_summary import SummaryLine
from ui.views.crossdock_why import WhyCard
from ui.views.desk_page import DeskPage

if TYPE_CHECKING:
    from ui.theme import Look

_DESK = Density.DESK
_DRAWER_BELOW = 1200  # two lists and their pegs need the width


class CrossdockView(DeskPage):
    """Shows a `CrossdockScene`.

    ``selected(kind, key)``; ``filter_changed(name, value)`` ("on" or "" for those without
    choices); for a supervisor ``pin_asked`` and ``unpin_asked(order, line, asn, asn_line, units)``,
    ``hold_asked(order)``, ``release_asked(order)``, ``priority_asked(order, 1 to 5)``,
    ``policy_asked(order, name of the option)``, ``undo_asked()``, and for the change shown
    ``apply_asked()``, ``discard_asked()``; ``more_asked()`` to complete more,
    ``mend_asked()`` to mend what went against the plan.
    """

    selected = Signal(str, str)
    filter_changed = Signal(str, str)
    pin_asked = Signal(str, str, str, str, int)
    unpin_asked = Signal(str, str, str, str, int)
    hold_asked = Signal(str)
    release_asked = Signal(str)
    priority_asked = Signal(str, int)
    policy_asked = Signal(str, str)
    apply_asked = Signal()
    discard_asked = Signal()
    undo_asked = Signal()
    more_asked = Signal()
    mend_asked = Signal()
    empty_pressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, words.CROSSDOCK, parent, _DRAWER_BELOW)
        self.scene = CrossdockScene()
        self.filters: list[FilterChip] = []
        self.summary, self.as_of = SummaryLine(look), Chip(look, _DESK)
        self.more = HeadButton(look, "", "done_all")
        self.undo = HeadButton(look, words.UNDO, "undo", key="Ctrl Z")
        self.sheet, self._why_sheet = ChoiceSheet(look, self), ChoiceSheet(look, self)
        self.sides = Sides(look)
        self.why, self.change = WhyCard(look, self._why_sheet), ChangeCard(look)
        self._filter_at = self.head.row.count()
        self.head.add(self.as_of)
        self.head.add(self.summary, self.drawer_button, self.more, self.undo)
        self.mend = Strip(look, _DESK, "warn", "warning", outer=0)
        self.above.addWidget(self.mend)
        self.body.addWidget(self.sides, 1)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP[_DESK])
        column.addWidget(self.why, 2)
        column.addWidget(self.change, 3)
        self.set_panel(side, words.WHY, "ask")
        self._connect()

    def show_scene(self, scene: CrossdockScene) -> None:
        """Show the plan."""
        self.scene = scene
        self._show_filters(scene.filters)
        self.summary.show_words(scene.summary_strong, scene.summary)
        self.as_of.set_state("warn", "schedule", scene.as_of)
        self.undo.setEnabled(bool(scene.undo))
        self.undo.set_label(scene.undo or words.UNDO)
        self.more.set_label(scene.more)
        self.more.setVisible(bool(scene.more))
        self.more.setEnabled(scene.more_ready)
        self.head.fit()
        mend = scene.mend or Mend("")
        self.mend.say(mend.text, mend.action, "swap_horiz")
        self.sides.show_scene(scene)
        self.why.show_scene(scene)
        self.change.show_change(scene.change)
        self.hide_panel(hidden=bool(scene.empty) or scene.loading)
        self.set_drawer_label(words.CHANGE_SHORT if scene.change else words.WHY)
        if self.has_drawer and scene.change is not None:
            self.drawer_button.setChecked(True)

    def _connect(self) -> None:
        self.sides.chosen.connect(self.selected)
        self.sides.empty.pressed.connect(self.empty_pressed)
        self.sheet.chosen.connect(lambda way: self.filter_changed.emit(*way[-1].split(" ", 1)))
        self.why.pin_chosen.connect(self._ask_pin)
        self.why.hold_pressed.connect(self._ask_hold)
        self.why.priority_chosen.connect(self.priority_asked)
        self.why.policy_chosen.connect(self.policy_asked)
        self.change.discarded.connect(self.discard_asked)
        self.change.applied.connect(self.apply_asked)
        self.more.clicked.connect(self.more_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.mend.pressed.connect(self.mend_asked)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self.undo.click)

    def _show_filters(self, filters: tuple[Filter, ...]) -> None:
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
            chip.setChecked(bool(one.value))
            chip.set_count("")
        self.head.fit()

    def _press_filter(self, place: int) -> None:
        one, chip = self.scene.filters[place], self.filters[place]
        chip.setChecked(bool(one.value))  # the scene decides what is on
        if not one.choices:
            self.filter_changed.emit(one.name, "" if one.value else "on")
            return
        choices = tuple(
            Choice(f"{one.name} {choice.name}", choice.label, checked=choice.name == one.value)
            for choice in one.choices
        )
        corner = chip.mapTo(self, chip.rect().bottomLeft()) + QPoint(0, 4)
        self.sheet.offer("", choices, corner)

    def _ask_pin(self, pin: PinChoice) -> None:
        ask = self.unpin_asked if pin.pinned else self.pin_asked
        ask.emit(pin.order, pin.line, pin.asn, pin.asn_line, pin.units)

    def _ask_hold(self, acts: OrderActs) -> None:
        (self.release_asked if acts.held else self.hold_asked).emit(acts.order)
