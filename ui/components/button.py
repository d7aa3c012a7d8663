"""The button: icon, label, and the key that does the same in a small box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.components.painted import PaintedButton
from ui.paint import CENTRE, LEFT, Pen, line_height, text_width
from ui.tokens import BUTTON_ICON, RADIUS, RADIUS_CHIP, TOUCH, Density, M, S, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from ui.theme import Look

_PAD = 18  # px left and right of what a button says


class ActionButton(PaintedButton):
    """A plain or primary button, 48 px high at a desk, 72 on the floor.

    Where it gets too narrow the key's box goes first, then the icon, never the label. It is never
    a default button. Checkable ones paint their checked state as a chosen segment.
    """

    def __init__(
        self,
        look: Look,
        density: Density,
        label: str,
        *,
        icon: str = "",
        key: str = "",
        primary: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.density, self.icon_name, self.key, self.primary = density, icon, key, primary
        self.key_shown = True
        self.setText(label)
        self.setAccessibleName(label)
        self.setAccessibleDescription(key)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_face(self, label: str, icon: str, key: str, *, primary: bool) -> None:
        """Change what the button says."""
        self.icon_name, self.key, self.primary = icon, key, primary
        self.setText(label)
        self.setAccessibleName(label)
        self.setAccessibleDescription(key)
        self.relook()

    def sizeHint(self) -> QSize:
        wide = self._label_width() + self._icon_width() + self._key_width() + 2 * _PAD
        return QSize(round(wide) + 2, self._high())

    def minimumSizeHint(self) -> QSize:
        wide = max(self._label_width() + 2 * S, self.look.zoomed(TOUCH[self.density]))
        return QSize(round(wide) + 2, self._high())

    def paint(self, pen: Pen, area: QRectF) -> None:
        fill, border, ink = self._roles()
        pen.fill_round(area, fill, border, RADIUS)
        label, icon, key = self._label_width(), self._icon_width(), self._key_width()
        room = area.width() - 2 * S
        key = key if label + icon + key <= room and self.key_shown else 0
        icon = icon if label + icon + key <= room else 0
        left = area.left() + (area.width() - label - icon - key) / 2
        if icon:
            side = self.look.zoomed(BUTTON_ICON[self.density])
            pen.icon(QRectF(left, area.top(), side, area.height()), self.icon_name, ink)
        if self.text():
            place = QRectF(max(left + icon, S), area.top(), min(label, room), area.height())
            pen.text(place, self.text(), self._font(), ink, LEFT)
        if key:
            self._paint_key(pen, QRectF(left + icon + label, area.top(), key, area.height()), ink)

    def _paint_key(self, pen: Pen, place: QRectF, ink: str) -> None:
        font = self.look.font(Style.STRONG, self.density)
        if self.density is Density.DESK:
            font = self.look.font(Style.HEAD, self.density)
        high = line_height(font) + (2 if self.density is Density.FLOOR else S)
        box = QRectF(0, 0, place.width() - M, high)
        box.moveCenter(place.center())
        box.moveRight(place.right())
        fill = self._roles()[0]
        pen.fill_round(box, fill, ink, RADIUS_CHIP)
        pen.text(box, self.key, font, ink, CENTRE)

    def _roles(self) -> tuple[str, str, str]:
        """Fill, border and ink."""
        if not self.isEnabled():
            return "sunk", "line", "ink3"
        if self.primary or self.isChecked():
            return "btn", "btn", "btnink"
        held = self.isDown() or self.underMouse()
        return ("sunk" if held else "surface"), "edge", "ink"

    def _font(self) -> QFont:
        return self.look.font(Style.STRONG, self.density)

    def _high(self) -> int:
        return self.look.zoomed(TOUCH[self.density])

    def _label_width(self) -> float:
        return text_width(self._font(), self.text()) + 1 if self.text() else 0.0

    def _icon_width(self) -> float:
        gap = M if self.text() else 0
        return self.look.zoomed(BUTTON_ICON[self.density]) + gap if self.icon_name else 0.0

    def _key_width(self) -> float:
        if not self.key:
            return 0.0
        style = Style.HEAD if self.density is Density.DESK else Style.STRONG
        return text_width(self.look.font(style, self.density), self.key) + 2 * S + M
