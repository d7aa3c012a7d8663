"""The head of a wall screen: site and day, three figures, and the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from ui.components.brand import paint_mark
from ui.components.painted import Painted
from ui.paint import LEFT, Pen, text_width
from ui.views.wall_paint import BOLD, WallPen, unit_of

if TYPE_CHECKING:
    from ui.models.wall import WallFact, WallScene
    from ui.theme import Look

HEAD_HIGH = 104
MARGIN, SIDE, GAP = 28, 60, 20
LEAST_NAME = 320  # of the site's name, before a figure gives way


class WallHead(Painted):
    """Painted on the rail's colour over the whole width."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.scene: WallScene | None = None

    def show_scene(self, scene: WallScene) -> None:
        """Show another moment."""
        self.scene = scene
        self.setAccessibleName(f"{scene.site}, {scene.day_text}, {scene.clock}")
        self.setAccessibleDescription(scene.trouble)
        self.update()

    def paint(self, pen: Pen, area: QRectF) -> None:
        window = self.window().size()
        wall = WallPen(pen, unit_of(window.width(), window.height()))
        pen.fill(area, "rail")
        if self.scene is None:
            return
        right = self._paint_clock(wall, area, self.scene.clock)
        left = self._paint_mark(wall, area)
        if self.scene.trouble:
            left = self._paint_site(wall, QRectF(left, 0, (right - left) * 0.4, area.height()))
            self._paint_trouble(wall, QRectF(left, 0, right - left, area.height()))
            return
        for fact in reversed(self.scene.facts):
            wide = self._fact_width(wall, fact)
            if right - wide - left < wall.px(LEAST_NAME):
                break
            right -= wide
            self._paint_fact(wall, QRectF(right, 0, wide, area.height()), fact)
        self._paint_site(wall, QRectF(left, 0, right - left, area.height()))

    def _paint_clock(self, wall: WallPen, area: QRectF, clock: str) -> float:
        font = wall.font(78, BOLD)
        wide = text_width(font, clock) + 2
        left = area.right() - wall.px(MARGIN) - wide
        wall.pen.text(QRectF(left, 0, wide, area.height()), clock, font, "slabink", LEFT)
        self._separate(wall, left - wall.px(GAP + 14), area)
        return left - wall.px(GAP + 14)

    def _paint_mark(self, wall: WallPen, area: QRectF) -> float:
        side = wall.px(SIDE)
        mark = QRectF(wall.px(MARGIN), area.center().y() - side / 2, side, side)
        wall.pen.fill_round(mark, "brand", "", wall.px(8))
        paint_mark(wall.pen, mark.adjusted(side * 0.2, side * 0.22, -side * 0.2, -side * 0.22))
        return mark.right() + wall.px(GAP)

    def _paint_site(self, wall: WallPen, spot: QRectF) -> float:
        scene = self.scene
        if scene is None:
            return spot.left()
        day = " · ".join(part for part in (scene.day_text, scene.page_text) if part)
        wide = min(text_width(wall.font(26), day) + 2, spot.width() * 0.6)
        name = QRectF(spot.left(), 0, spot.width() - wide - wall.px(GAP * 2), spot.height())
        taken = wall.words(name, scene.site, 36, "slabink", weight=BOLD)
        spot = QRectF(spot.left() + taken + wall.px(GAP), 0, wide, spot.height())
        return spot.left() + wall.words(spot, day, 26, "railink2") + wall.px(GAP)

    def _paint_trouble(self, wall: WallPen, spot: QRectF) -> None:
        chip = spot.adjusted(0, wall.px(24), -wall.px(GAP), -wall.px(24))
        wall.pen.fill_round(chip, "warn", "", wall.px(6))
        left, middle = chip.left() + wall.px(16), chip.center().y()
        left += wall.icon(left, middle, "wifi_off", 32, "onwarn") + wall.px(12)
        room = QRectF(left, chip.top(), chip.right() - wall.px(12) - left, chip.height())
        trouble = self.scene.trouble if self.scene else ""
        wall.words(room, trouble, 26, "onwarn", weight=BOLD)

    def _fact_width(self, wall: WallPen, fact: WallFact) -> float:
        value, words = wall.font(40, BOLD), wall.font(24)
        wide = text_width(value, fact.value) + text_width(words, fact.words)
        return wide + wall.px(32 + 14 + 12 + 2 * 30) + 4

    def _paint_fact(self, wall: WallPen, spot: QRectF, fact: WallFact) -> None:
        self._separate(wall, spot.left(), spot)
        value, words = wall.font(40, BOLD), wall.font(24)
        left, middle = spot.left() + wall.px(30), spot.center().y()
        role = {"ok": "railok", "bad": "railbad"}.get(fact.state, "slabink")
        left += wall.icon(left, middle, fact.icon, 32, role) + wall.px(14)
        wide = text_width(value, fact.value) + 2
        wall.pen.text(QRectF(left, 0, wide, spot.height()), fact.value, value, role, LEFT)
        left += wide + wall.px(12)
        wide = text_width(words, fact.words) + 2
        wall.pen.text(QRectF(left, 0, wide, spot.height()), fact.words, words, "railink2", LEFT)

    def _separate(self, wall: WallPen, x: float, spot: QRectF) -> None:
        edge = wall.px(22)
        wall.pen.line(QPointF(x, edge), QPointF(x, spot.height() - edge), "railline")
