"""The Find field: anything by number, name, SKU or barcode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui import words
from ui.paint import CENTRE, Pen, line_height, text_width
from ui.tokens import RADIUS_CHIP, TOUCH, Density, M, S, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from ui.theme import Look

_WIDE, _ICON = 320, 22
_KEY = "Ctrl K"


class FindField(QLineEdit):
    """Tells what was ``entered``; Esc empties it and gives the focus back (``left``)."""

    entered = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.density = look, Density.DESK
        self.setPlaceholderText(words.FIND_ANYTHING)
        self.setAccessibleName(words.FIND_ANYTHING)
        self.setAccessibleDescription(_KEY)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.returnPressed.connect(self._enter)
        look.changed.connect(self.relook)
        self.relook()

    def set_density(self, density: Density) -> None:
        """Change between desk and floor."""
        self.density = density
        self.relook()

    def relook(self) -> None:
        """Take font and room for the icon from the look."""
        self.setFont(self.look.font(Style.BODY, self.density))
        self.setTextMargins(self.look.zoomed(_ICON) + S, 0, self._key_width() + S, 0)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self.look.zoomed(_WIDE), self.look.zoomed(TOUCH[self.density]))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.look.zoomed(TOUCH[self.density]))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        pen, area = Pen(painter, self.look), QRectF(self.rect())
        side = self.look.zoomed(_ICON)
        pen.icon(QRectF(M, area.top(), side, area.height()), "search", "ink2")
        if not self.text():
            font = self.look.font(Style.HEAD, self.density)
            box = QRectF(0, 0, self._key_width(), line_height(font) + S)
            box.moveCenter(area.center())
            box.moveRight(area.right() - M)
            pen.fill_round(box, "surface", "edge", RADIUS_CHIP)
            pen.text(box, _KEY, font, "ink2", CENTRE)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _key_width(self) -> int:
        return round(text_width(self.look.font(Style.HEAD, self.density), _KEY)) + 2 * S

    def _enter(self) -> None:
        if text := self.text().strip():
            self.entered.emit(text)
            self.clear()
            self.left.emit()
