"""The product's mark, with the site's name at a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy

from ui.components.painted import Painted
from ui.paint import LEFT, Pen, line_height
from ui.tokens import RAIL_ICONS, Density, L, M, S, Style

if TYPE_CHECKING:
    from ui.theme import Look


class Brand(Painted):
    """The mark, and at a desk the site's name."""

    def __init__(self, look: Look, site: str, about: str) -> None:
        super().__init__(look)
        self.site, self.about = site, about
        self.density, self.icon_only = Density.DESK, False
        self.setAccessibleName(f"{site}, {about}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(RAIL_ICONS, self.look.zoomed(104 if self.density is Density.FLOOR else 72))

    def paint(self, pen: Pen, area: QRectF) -> None:
        side = self.look.zoomed(52 if self.density is Density.FLOOR else 36)
        mark = QRectF(0, 0, side, side)
        mark.moveCenter(area.center())
        if self.density is Density.DESK and not self.icon_only:
            mark.moveLeft(area.left() + L)
            self._paint_names(pen, mark.right() + M, area)
        pen.fill_round(mark, "brand", "", 8)
        paint_mark(pen, mark.adjusted(side * 0.2, side * 0.22, -side * 0.2, -side * 0.22))

    def _paint_names(self, pen: Pen, left: float, area: QRectF) -> None:
        site = self.look.font(Style.STRONG, self.density)
        about = self.look.font(Style.CAPTION, self.density)
        high, below = line_height(site), line_height(about)
        top = area.center().y() - (high + below) / 2
        room = area.right() - S - left
        pen.text(QRectF(left, top, room, high), self.site, site, "slabink", LEFT, elide=True)
        pen.text(
            QRectF(left, top + high, room, below), self.about, about, "railink2", LEFT, elide=True
        )


def paint_mark(pen: Pen, area: QRectF) -> None:
    """A parcel on a conveyor, in the rail's ink on the brand's yellow."""
    ink = "rail" if pen.look.colours.name == "contrast" else "onwarn"
    stroke = max(2.0, area.height() / 9)
    belt = QRectF(
        area.left(), area.bottom() - area.height() * 0.34, area.width(), area.height() * 0.34
    )
    box = QRectF(0, 0, area.width() * 0.46, area.height() * 0.5)
    box.moveBottomLeft(belt.topLeft())
    box.translate(area.width() * 0.34, -stroke * 0.4)
    pen.fill_round(belt, "brand", ink, belt.height() / 2, width=stroke)
    pen.fill_round(box, "brand", ink, stroke, width=stroke)
    tick = QRectF(box.left() - stroke * 3.2, box.top() + stroke, stroke * 2.2, stroke)
    pen.fill_round(tick, ink, "", stroke / 2)
    pen.fill_round(tick.translated(stroke * 0.9, stroke * 2.2), ink, "", stroke / 2)
