"""The rail: the screens this station and role may use, and the mark above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout

from ui import words
from ui.components.brand import Brand
from ui.components.painted import Painted, PaintedButton
from ui.icons import filled
from ui.paint import CENTRE, LEFT, RIGHT, Pen, line_height, text_width
from ui.tokens import (
    RAIL_FLOOR,
    RAIL_FLOOR_NARROW,
    RAIL_ICON,
    RAIL_ICONS,
    RAIL_ITEM,
    RAIL_NARROW,
    RAIL_WIDE,
    TOUCH,
    Density,
    L,
    M,
    S,
    Style,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from ui.theme import Look

_BAR = 5


def rail_width(density: Density, window_width: int) -> int:
    """The rail's width in px for a window of that width."""
    if density is Density.FLOOR:
        return RAIL_FLOOR if window_width > 1100 else RAIL_FLOOR_NARROW
    if window_width <= 1100:
        return RAIL_ICONS
    return RAIL_WIDE if window_width >= 1600 else RAIL_NARROW


class RailItem(PaintedButton):
    """One screen: icon, label, F-key; narrow desks show the icon alone with a tool tip."""

    def __init__(self, look: Look, name: str, title: str, icon: str, key: str) -> None:
        super().__init__(look)
        self.name, self.icon_name, self.key = name, icon, key
        self.density, self.icon_only = Density.DESK, False
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(key)
        self.setToolTip(f"{title}  {key}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(RAIL_ICONS, self.look.zoomed(RAIL_ITEM[self.density]))

    def minimumSizeHint(self) -> QSize:
        return QSize(48, TOUCH[self.density])

    def paint(self, pen: Pen, area: QRectF) -> None:
        chosen = self.isChecked()
        ink = "railselink" if chosen else "railink2"
        if chosen:
            pen.fill(area, "railsel")
            pen.fill(QRectF(area.left(), area.top(), _BAR, area.height()), "brand")
        icon = filled(self.icon_name) if chosen else self.icon_name
        if self.density is Density.FLOOR:
            self._paint_floor(pen, area, icon, ink)
        else:
            self._paint_desk(pen, area, icon, ink)

    def _paint_floor(self, pen: Pen, area: QRectF, icon: str, ink: str) -> None:
        font = self._fitting(area.width() - S)
        side, label = self.look.zoomed(RAIL_ICON[self.density]), line_height(font)
        top = area.center().y() - (side + label) / 2
        pen.icon(QRectF(area.left(), top, area.width(), side), icon, ink)
        pen.text(
            QRectF(area.left(), top + side, area.width(), label), self.text(), font, ink, CENTRE
        )

    def _paint_desk(self, pen: Pen, area: QRectF, icon: str, ink: str) -> None:
        side = self.look.zoomed(RAIL_ICON[self.density])
        if self.icon_only:
            pen.icon(
                QRectF(area.left(), area.top(), area.width(), area.height()).adjusted(
                    0, 16, 0, -16
                ),
                icon,
                ink,
            )
            return
        left = area.left() + L + 4
        pen.icon(QRectF(left, area.top(), side, area.height()), icon, ink)
        left += side + M
        caption = self.look.font(Style.CAPTION, self.density)
        key = text_width(caption, self.key) + 1
        place = QRectF(left, area.top(), area.right() - L - key - S - left, area.height())
        pen.text(place, self.text(), self._fitting(place.width()), ink, LEFT)
        key_place = QRectF(area.right() - L - key, area.top(), key, area.height())
        pen.text(key_place, self.key, caption, ink, RIGHT)

    def _fitting(self, room: float) -> QFont:
        """The label's font, a little smaller where a long word needs it."""
        font = self.look.font(Style.STRONG, self.density)
        floor = 0.75 * font.pixelSize()
        while text_width(font, self.text()) > room and font.pixelSize() > floor:
            font = self.look.font(Style.STRONG, self.density, px=font.pixelSize() - 1)
        return font


class Rail(Painted):
    """Lists screens; tells which one was ``chosen`` by name. ``find_asked`` is the floor's Find."""

    chosen = Signal(str)
    find_asked = Signal()

    def __init__(self, look: Look, site: str, about: str) -> None:
        super().__init__(look)
        self.setAccessibleName(words.SCREENS)
        self.brand = Brand(look, site, about)
        self.items: list[RailItem] = []
        self._wide = RAIL_NARROW
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.brand)
        self._column.addStretch(1)
        self.find_item = RailItem(look, "find", words.FIND, "search", "")
        self.find_item.clicked.connect(self.find_asked)
        self._column.addWidget(self.find_item)

    def add(self, name: str, title: str, icon: str, key: str) -> None:
        """Add a screen below the others."""
        item = RailItem(self.look, name, title, icon, key)
        item.setCheckable(True)
        item.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(item)
        self.items.append(item)
        self._column.insertWidget(len(self.items), item)

    def select(self, name: str) -> None:
        """Mark a screen as the one in front; one that is not here leaves the mark as it was."""
        for item in self.items:
            if item.name == name:
                item.setChecked(True)

    def set_density(self, density: Density, window_width: int) -> None:
        """Take the width and shape for this density in a window of that width (px)."""
        wide = rail_width(density, window_width)
        self._wide = wide
        self.setFixedWidth(self.look.zoomed(wide))
        self.brand.density, self.brand.icon_only = density, wide == RAIL_ICONS
        self.brand.relook()
        for item in (self.find_item, *self.items):
            item.density, item.icon_only = density, wide == RAIL_ICONS
            item.relook()
        self.find_item.setVisible(density is Density.FLOOR)

    def relook(self) -> None:
        self.setFixedWidth(self.look.zoomed(self._wide))
        super().relook()

    def paint(self, pen: Pen, area: QRectF) -> None:
        pen.fill(area, "rail")
        if self.look.colours.filled_need_border:
            pen.fill(QRectF(area.right() - 1, area.top(), 1, area.height()), "line")
