"""Where the Find field stands: in a wide desk's band, else in a row that opens below the band."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.tokens import MARGIN, Density, M
from ui.views.find_field import FindField

if TYPE_CHECKING:
    from ui.theme import Look
    from ui.views.scan_band import ScanBand

_IN_BAND_FROM = 1100  # window width (px) from which a desk's band has room for the field


class FindPlace(QWidget):
    """The row below the band, and the field that stands in it or in the band."""

    def __init__(self, look: Look, band: ScanBand) -> None:
        super().__init__()
        self.field, self._band = FindField(look), band
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(MARGIN[Density.FLOOR], M, MARGIN[Density.FLOOR], 0)
        self._row.addWidget(self.field)
        self.field.left.connect(self.close_row)
        self.hide()

    def fit(self, density: Density, window_width: int) -> None:
        """Put the field where a window of that width (px) has room for it."""
        self.field.set_density(density)
        in_band = density is Density.DESK and window_width >= _IN_BAND_FROM
        if in_band and self.field.parent() is self:
            self._band.set_aside(self.field)
            self.hide()
        elif not in_band and self.field.parent() is not self:
            self._row.addWidget(self.field)
        self.field.setVisible(in_band or self.isVisible())

    def open_field(self) -> None:
        """Give the field the keyboard, opening its row where it stands in one."""
        if self.field.parent() is self:
            self.show()
            self.field.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_row(self) -> None:
        """Take the row away, and the keyboard from the field."""
        if self.field.parent() is self:
            self.hide()
        self.window().setFocus()
