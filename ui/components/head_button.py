"""Buttons of a desk screen's header: compact where it is narrow, filters that can be on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize

from ui.components.button import ActionButton
from ui.paint import LEFT, Pen, text_width
from ui.tokens import RADIUS, Density, M, S, Style

if TYPE_CHECKING:
    from ui.theme import Look

_DESK = Density.DESK
_ICON = 20


class HeadButton(ActionButton):
    """A button that keeps icon and key, and drops its label, where the header is narrow."""

    def __init__(
        self, look: Look, label: str, icon: str, *, key: str = "", primary: bool = False
    ) -> None:
        super().__init__(look, _DESK, label, icon=icon, key=key, primary=primary)
        self.label = label

    def set_compact(self, compact: bool) -> None:
        """Show icon and key alone, with the label in a tool tip; or all of it."""
        self.setText("" if compact else self.label)
        self.setToolTip(self.label if compact else "")
        self.relook()

    def set_label(self, label: str) -> None:
        """Change what the button says, compact or not."""
        compact = self.label != self.text()
        self.label = label
        self.setAccessibleName(label)
        self.set_compact(compact)


class FilterChip(HeadButton):
    """A filter: off it is plain, on it is tinted and ticked; ``count`` stands behind its label."""

    def __init__(self, look: Look, name: str, label: str, icon: str, count: str = "") -> None:
        super().__init__(look, label, icon)
        self.name, self.rest_icon, self.count = name, icon, count
        self.setCheckable(True)
        self.toggled.connect(self._tick)
        self._tick(self.isChecked())

    def set_count(self, count: str) -> None:
        """Change the count."""
        self.count = count
        self._tick(self.isChecked())

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + round(self._count_width()), hint.height())

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width() + round(self._count_width()), hint.height())

    def paint(self, pen: Pen, area: QRectF) -> None:
        fill, border, ink = self._roles()
        pen.fill_round(area, fill, border, RADIUS)
        label, icon, count = self._label_width(), self._icon_width(), self._count_width()
        icon = icon if label + icon + count <= area.width() - 2 * S else 0
        left = area.left() + (area.width() - label - icon - count) / 2
        if icon:
            pen.icon(QRectF(left, area.top(), _ICON, area.height()), self.icon_name, ink)
        font = self._font()
        place = QRectF(left + icon, area.top(), label, area.height())
        if self.text():
            pen.text(place, self.text(), font, ink, LEFT)
        if self.count:
            bold = self.look.font(Style.STRONG, _DESK, weight=700)
            place = QRectF(place.right() + S, area.top(), count - S, area.height())
            pen.text(place, self.count, bold, ink, LEFT)

    def _count_width(self) -> float:
        if not self.count:
            return 0.0
        return text_width(self.look.font(Style.STRONG, _DESK, weight=700), self.count) + S + 1

    def _roles(self) -> tuple[str, str, str]:
        if self.isChecked():
            return "focustint", "focus", "focusink"
        return super()._roles()

    def _tick(self, on: bool) -> None:
        self.icon_name = "check" if on else self.rest_icon
        self.setAccessibleDescription(self.count)
        self.relook()

    def _icon_width(self) -> float:
        return float(_ICON + (M if self.text() else 0))
