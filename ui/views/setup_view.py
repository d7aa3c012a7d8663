"""Setup: devices with a live test, the site's settings, files in and the database out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import desk_words, words
from ui.components.button import ActionButton
from ui.components.card import Card
from ui.components.padded import Note
from ui.components.row_list import RowList
from ui.models.setup import COMMANDS, SCANNER_SHEET
from ui.tokens import GAP, Density, L, S, Style
from ui.views.desk_page import DeskPage
from ui.views.setup_data import DataPage
from ui.views.setup_doctor import DoctorCard
from ui.views.setup_form import SettingsForm
from ui.views.setup_policies import PoliciesPage
from ui.views.setup_printers import PrintersPage
from ui.views.setup_rows import DEVICE_HIGH, paint_device, told_device
from ui.views.setup_scale import LiveScale
from ui.views.setup_sections import Sections
from ui.views.setup_test import LiveTest

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.models.setup import DeviceRow, SetupScene
    from ui.theme import Look

DESK = Density.DESK
_NARROW = 1000  # page width (px) below which sections stand side by side above the content
_LEAST_DEVICES = 2  # so many are in sight at least; the list scrolls
_DEVICES, PRINTERS, _SITE, _POLICIES, _DATA = range(5)
SECTIONS = (
    (desk_words.DEVICES, "devices"),
    (desk_words.PRINTERS, "print"),
    (desk_words.SITE_SETTINGS, "rule"),
    (desk_words.POLICIES, "call_split"),
    (desk_words.IMPORT_BACK_UP, "swap_vert"),
)


class SetupView(DeskPage):
    """Shows a `SetupScene`.

    ``setting_changed(name, value)``, ``policy_agreed(customer, option)``, ``files_chosen(paths)``
    to import, ``backup_chosen(path)``, ``sheet_asked(kind)`` for a sheet to print.
    """

    setting_changed = Signal(str, str)
    policy_agreed = Signal(str, str)
    files_chosen = Signal(list)
    backup_chosen = Signal(str)
    sheet_asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, words.SETUP, parent)
        self.sections = Sections(look, SECTIONS)
        self.devices: RowList[DeviceRow] = RowList(look, DEVICE_HIGH, paint_device, told_device)
        self.hint = Note(look)
        self.commands = Note(look, Style.CAPTION)
        self.test, self.form, self.data = LiveTest(look), SettingsForm(look), DataPage(look)
        self.policies, self.scale = PoliciesPage(look), LiveScale(look)
        self.printers = PrintersPage(look)
        self.doctor = DoctorCard(look)
        self.sheet = ActionButton(look, DESK, desk_words.PRINT_TEST_SHEET, icon="print")
        self.command_sheet = ActionButton(look, DESK, desk_words.PRINT_COMMAND_SHEET, icon="print")
        self.pages = QStackedWidget()
        self._lay_out()
        self.sheet.clicked.connect(lambda: self.sheet_asked.emit(SCANNER_SHEET))
        self.command_sheet.clicked.connect(lambda: self.sheet_asked.emit(COMMANDS))
        self.sections.chosen.connect(self.pages.setCurrentIndex)
        self.form.changed.connect(self.setting_changed)
        self.policies.agreed.connect(self.policy_agreed)
        self.data.files_chosen.connect(self.files_chosen)
        self.data.backup_chosen.connect(self.backup_chosen)
        self._test_shown: object = None

    def show_scene(self, scene: SetupScene) -> None:
        """Show devices, settings and the last test scan; a new scan brings its page."""
        self.devices.show_rows(scene.devices)
        self.devices.setVisible(bool(scene.devices))
        high, shown = self.look.zoomed(DEVICE_HIGH), len(scene.devices)
        self.devices.setMinimumHeight(min(shown, _LEAST_DEVICES) * high)
        self.devices.setMaximumHeight(shown * high)
        for note in (self.hint, self.commands):  # they give way to the devices
            note.setVisible(shown <= _LEAST_DEVICES)
        self.form.show_rows(scene.settings)
        self.policies.show_scene(scene)
        self.data.place.set_text(scene.place)
        self.test.show_test(scene.test)
        if scene.test is not None and scene.test != self._test_shown:
            self.bring(_DEVICES)
        self._test_shown = scene.test

    @property
    def shows_devices(self) -> bool:
        """Whether devices are the section in front."""
        return self.pages.currentIndex() == _DEVICES

    def bring(self, place: int) -> None:
        """Put a section in front."""
        self.sections.choose(place)
        self.pages.setCurrentIndex(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self.sections.set_across(across=narrow)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(direction)

    def _lay_out(self) -> None:
        devices = QWidget()
        row = QHBoxLayout(devices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP[DESK])
        live = QVBoxLayout()
        live.setSpacing(GAP[DESK])
        live.addWidget(self.test, 5)
        live.addWidget(self.doctor, 6)
        left = QVBoxLayout()
        left.setSpacing(GAP[DESK])
        left.addWidget(self._device_card(), 1)
        left.addWidget(self.scale)
        row.addLayout(left, 4)
        row.addLayout(live, 7)
        site = Card(self.look, DESK, words.SITE, desk_words.SETTINGS_NOTE)
        site.body.addWidget(self.form, 1)
        for page in (devices, self.printers, site, self.policies, self.data):
            self.pages.addWidget(page)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(GAP[DESK])
        self._sides.addWidget(self.sections)
        self._sides.addWidget(self.pages, 1)
        self.body.addLayout(self._sides, 1)

    def _device_card(self) -> Card:
        card = Card(self.look, DESK, words.DEVICES, words.FOUND_BY_ITSELF)
        self.devices.setAccessibleName(words.DEVICES)
        self.hint.set_text(desk_words.PLUG_IN)
        self.commands.set_text(desk_words.COMMAND_SHEET)
        card.body.addWidget(self.devices, 100)
        card.body.addWidget(self.hint)
        card.body.addStretch(1)
        card.body.addWidget(self.commands)
        foot = QVBoxLayout()
        foot.setContentsMargins(L, 0, L, L)
        foot.setSpacing(S)
        foot.addWidget(self.sheet)
        foot.addWidget(self.command_sheet)
        card.body.addLayout(foot)
        return card
