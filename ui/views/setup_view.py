"""Setup: devices, a test scan as it was read, the site's settings, import and backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import words
from ui.components.card import Card
from ui.components.head_button import HeadButton
from ui.components.row_list import RowList
from ui.components.text import Line, Paragraph
from ui.tokens import GAP, Density, L, S, Style
from ui.views.desk_page import DeskPage
from ui.views.setup_form import SettingsForm
from ui.views.setup_rows import (
    DEVICE_HIGH,
    FACT_HIGH,
    TokenLine,
    paint_device,
    paint_fact,
    told_device,
    told_fact,
)

if TYPE_CHECKING:
    from ui.models.setup import DeviceRow, FactRow, SetupScene, TestScan
    from ui.theme import Look

DESK = Density.DESK


class SetupView(DeskPage):
    """Shows a `SetupScene`.

    ``setting_changed(name, value)``, ``files_chosen(paths)`` to import, ``backup_chosen(path)``.
    """

    setting_changed = Signal(str, str)
    files_chosen = Signal(list)
    backup_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, words.SETUP, parent)
        self.bring_in = HeadButton(look, words.IMPORT, "upload")
        self.back_up = HeadButton(look, words.BACK_UP, "download")
        self.devices: RowList[DeviceRow] = RowList(look, DEVICE_HIGH, paint_device, told_device)
        self.facts: RowList[FactRow] = RowList(look, FACT_HIGH, paint_fact, told_fact)
        self.tokens, self.form = TokenLine(look), SettingsForm(look)
        self.outcome, self.about = Line(look, Style.TITLE, DESK), Paragraph(look, Style.BODY, DESK)
        self.place = Line(look, Style.CAPTION, DESK, role="ink2", elide=True)
        self.head.add_stretch()
        self.head.add(self.bring_in, self.back_up)
        self._lay_out()
        self.form.changed.connect(self.setting_changed)
        self.bring_in.clicked.connect(self._choose_files)
        self.back_up.clicked.connect(self._choose_backup)

    def show_scene(self, scene: SetupScene) -> None:
        """Show devices, settings and the last test scan."""
        self.devices.row_model.show_rows(scene.devices)
        self.form.show_rows(scene.settings)
        self.place.set_text(scene.place)
        self._show_test(scene.test)

    def _show_test(self, test: TestScan | None) -> None:
        if test is None:
            self.outcome.set_text(words.SCAN_ANYTHING, "ink")
            self.about.set_text(words.SCAN_ANYTHING_ABOUT)
            return
        self.outcome.set_text(test.title, f"{test.state}ink")
        self.about.set_text(test.about)
        self.tokens.show_tokens(test.tokens)
        self.facts.row_model.show_rows(test.facts)

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(GAP[DESK])
        for card, share in ((self._device_card(), 3), (self._test_card(), 5), (self._site(), 5)):
            across.addWidget(card, share)
        self.body.addLayout(across, 1)

    def _device_card(self) -> Card:
        card = Card(self.look, DESK, words.DEVICES, words.FOUND_BY_ITSELF)
        card.body.addWidget(self.devices, 1)
        return card

    def _test_card(self) -> Card:
        card = Card(self.look, DESK, words.TEST, words.TEST_ONLY)
        inner = QVBoxLayout()
        inner.setContentsMargins(L, L, L, 0)
        inner.setSpacing(S)
        inner.addWidget(self.outcome)
        inner.addWidget(self.about)
        card.body.addLayout(inner)
        card.body.addWidget(self.tokens)
        card.body.addWidget(self.facts, 1)
        return card

    def _site(self) -> Card:
        card = Card(self.look, DESK, words.SITE)
        card.body.addWidget(self.form, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(L, S, L, S)
        foot.addWidget(self.place)
        card.body.addLayout(foot)
        return card

    def _choose_files(self) -> None:
        paths, _kind = QFileDialog.getOpenFileNames(self, words.IMPORT, "", "CSV (*.csv)")
        if paths:
            self.files_chosen.emit(paths)

    def _choose_backup(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(self, words.BACK_UP, "", "*.db")
        if path:
            self.backup_chosen.emit(path)
