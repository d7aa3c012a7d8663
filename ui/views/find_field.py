"""The Find field: anything by number, name, SKU or barcode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui import words
from ui.paint import make_icon
from ui.tokens import Style

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.theme import Look

_WIDE = 320


class FindField(QLineEdit):
    """Tells what was ``entered``; Esc empties it and gives the focus back (``left``)."""

    entered = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setPlaceholderText(words.FIND_ANYTHING)
        self.setAccessibleName(words.FIND_ANYTHING)
        self.setAccessibleDescription("Ctrl K")
        self.setToolTip("Ctrl K")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._icon = self.addAction(
            make_icon(look, "search", "ink2"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.returnPressed.connect(self._enter)
        look.changed.connect(self.relook)
        self.relook()

    def relook(self) -> None:
        """Take font and icon from the look."""
        self.setFont(self.look.font(Style.BODY))
        self._icon.setIcon(make_icon(self.look, "search", "ink2"))

    def sizeHint(self) -> QSize:
        return QSize(_WIDE, 48)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 48)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _enter(self) -> None:
        if text := self.text().strip():
            self.entered.emit(text)
            self.clear()
            self.left.emit()
