"""Files in and the database out: each with what it does and its one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from ui import desk_words, words
from ui.components.button import ActionButton
from ui.components.card import Card
from ui.components.text import Paragraph
from ui.tokens import GAP, Density, L, M, Style

if TYPE_CHECKING:
    from ui.theme import Look

DESK = Density.DESK


class DataPage(QWidget):
    """``files_chosen(paths)`` to import, ``backup_chosen(path)`` to copy the database to."""

    files_chosen = Signal(list)
    backup_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.bring_in = ActionButton(look, DESK, words.IMPORT, icon="import", primary=True)
        self.back_up = ActionButton(look, DESK, words.BACK_UP, icon="save")
        self.place = Paragraph(look, Style.CAPTION, DESK, role="ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP[DESK])
        column.addWidget(self._card(desk_words.IMPORT_HEAD, desk_words.IMPORT_ABOUT, self.bring_in))
        column.addWidget(
            self._card(desk_words.BACK_UP_HEAD, desk_words.BACK_UP_ABOUT, self.back_up, self.place)
        )
        column.addStretch(1)
        self.bring_in.clicked.connect(self._choose_files)
        self.back_up.clicked.connect(self._choose_backup)

    def _card(
        self, title: str, about: str, button: ActionButton, more: QWidget | None = None
    ) -> Card:
        card = Card(self.look, DESK, title)
        said = Paragraph(self.look, Style.BODY, DESK)
        said.set_text(about)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        inner = QVBoxLayout()
        inner.setContentsMargins(L, L, L, L)
        inner.setSpacing(M)
        inner.addWidget(said)
        inner.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if more is not None:
            inner.addWidget(more)
        card.body.addLayout(inner)
        return card

    def _choose_files(self) -> None:
        paths, _kind = QFileDialog.getOpenFileNames(self, words.IMPORT, "", "CSV (*.csv)")
        if paths:
            self.files_chosen.emit(paths)

    def _choose_backup(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(self, words.BACK_UP, "", "*.db")
        if path:
            self.backup_chosen.emit(path)
