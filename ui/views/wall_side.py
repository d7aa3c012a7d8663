"""The right side of a wall screen: what to unload next, with the order to give, and what comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from app.texts import screen
from ui.components.painted import Painted
from ui.paint import LEFT, RIGHT, Pen, text_width
from ui.views.wall_paint import BOLD, SMALLEST, STRONG, WallPen, unit_of

if TYPE_CHECKING:
    from ui.models.wall import WallComing, WallScene, WallTruck
    from ui.theme import Look

TITLE_HIGH, GAP, PAD = 54, 14, 26
FIRST_HIGH, CARD_HIGH, LINE_HIGH = 252, 106, 77
"""Heights of the panel with the order, of the cards after it, and of a line of what comes."""


class WallSide(Painted):
    """Painted from the top; what comes has the room that is left."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.scene: WallScene | None = None

    def show_scene(self, scene: WallScene) -> None:
        """Show another moment."""
        self.scene = scene
        said = [f"{truck.rank} {truck.carrier}, {truck.order}" for truck in scene.unload]
        said += [f"{truck.time} {truck.carrier}, {truck.place}" for truck in scene.coming]
        self.setAccessibleName("; ".join(said) or scene.nobody)
        self.update()

    def paint(self, pen: Pen, area: QRectF) -> None:
        window = self.window().size()
        wall = WallPen(pen, unit_of(window.width(), window.height()))
        scene = self.scene
        if scene is None or not scene.nobody:  # nothing has been read yet
            return
        spot = _title(wall, area, screen("wall_unload"))
        for truck in scene.unload:
            high = wall.px(FIRST_HIGH if truck is scene.unload[0] else CARD_HIGH)
            card = QRectF(spot.left(), spot.top(), spot.width(), high)
            (_paint_first if truck is scene.unload[0] else _paint_next)(wall, card, truck)
            spot.setTop(card.bottom() + wall.px(GAP))
        if not scene.unload:
            spot.setTop(_sentence(wall, spot, scene.nobody) + wall.px(GAP))
        spot = _title(wall, spot, screen("wall_coming"))
        fits = int(spot.height() / wall.px(LINE_HIGH))
        if fits and scene.coming:
            _paint_coming(wall, spot, scene.coming[:fits])
        elif fits:
            _sentence(wall, spot, scene.none_coming)


def _title(wall: WallPen, area: QRectF, text: str) -> QRectF:
    """A title at the top of an area; what is left of the area."""
    spot = QRectF(area.left(), area.top(), area.width(), wall.px(TITLE_HIGH - 8))
    wall.words(spot, text, 34, weight=BOLD)
    return area.adjusted(0, wall.px(TITLE_HIGH), 0, 0)


def _sentence(wall: WallPen, area: QRectF, text: str) -> float:
    card = QRectF(area.left(), area.top(), area.width(), wall.px(CARD_HIGH))
    wall.card(card)
    wall.words(card.adjusted(wall.px(PAD), 0, -wall.px(PAD), 0), text, 27, "ink2", weight=STRONG)
    return card.bottom()


def _paint_first(wall: WallPen, card: QRectF, truck: WallTruck) -> None:
    wall.card(card, "ok", "ok")
    left, right = card.left() + wall.px(PAD), card.right() - wall.px(PAD)
    rank = QRectF(left, card.top() + wall.px(22), wall.px(88), wall.px(104))
    wall.words(rank, str(truck.rank), 118, "onsolid", weight=800)
    at = rank.right() + wall.px(12)
    spot = QRectF(at, card.top() + wall.px(24), right - at, wall.px(62))
    wall.words(spot, truck.carrier, 46, "onsolid", weight=BOLD)
    spot = QRectF(at, card.top() + wall.px(82), right - at, wall.px(40))
    icon = wall.icon(at, spot.center().y(), truck.icon, 30, "onsolid") + wall.px(12)
    wall.words(spot.adjusted(icon, 0, 0, 0), truck.place, 27, "onsolid")
    spot = QRectF(left, card.top() + wall.px(134), right - left, wall.px(60))
    side = wall.px(38)
    wall.pen.arrow(QRectF(left, spot.center().y() - side / 2, side, side), "onsolid")
    spot.setLeft(left + side + wall.px(20))
    wall.words(spot, truck.order, 44, "onsolid", weight=BOLD)
    spot = QRectF(left, card.top() + wall.px(196), right - left, wall.px(38))
    wall.words(spot, truck.why, 27, "onsolid")


def _paint_next(wall: WallPen, card: QRectF, truck: WallTruck) -> None:
    wall.card(card)
    left, right = card.left() + wall.px(PAD), card.right() - wall.px(PAD)
    upper = QRectF(left, card.top() + wall.px(10), right - left, wall.px(48))
    lower = QRectF(left, card.top() + wall.px(54), right - left, wall.px(42))
    rank = QRectF(left, card.top(), wall.px(48), card.height())
    wall.words(rank, str(truck.rank), 54, weight=BOLD)
    at, taken = left + wall.px(56), 0.0
    for line, note in zip((upper, lower), truck.side, strict=False):
        ink = f"{note.state}ink" if note.state else "ink"
        wide = text_width(wall.font(25, STRONG), note.text) + 2
        spot = QRectF(right - wide, line.top(), wide, line.height())
        wall.words(spot, note.text, 25, ink, weight=STRONG, align=RIGHT)
        taken = max(taken, wide + wall.px(20))
    room = right - at - taken
    wall.words(QRectF(at, upper.top(), room, upper.height()), truck.carrier, 32, weight=BOLD)
    icon = wall.icon(at, lower.center().y(), truck.icon, 28, "ink2") + wall.px(10)
    spot = QRectF(at + icon, lower.top(), room - icon, lower.height())
    place = truck.place if truck.icon == "sensor_door" else f"{truck.place} · {truck.order}"
    wall.words(spot, place, 25, "ink2")


def _paint_coming(wall: WallPen, area: QRectF, coming: tuple[WallComing, ...]) -> None:
    high = wall.px(LINE_HIGH)
    wall.card(QRectF(area.left(), area.top(), area.width(), high * len(coming)))
    for place, truck in enumerate(coming):
        top = area.top() + place * high
        if place:
            wall.across(area.left() + 1, area.right() - 1, top)
        _paint_line(wall, QRectF(area.left(), top, area.width(), high), truck)


def _paint_line(wall: WallPen, spot: QRectF, truck: WallComing) -> None:
    spot = spot.adjusted(wall.px(PAD), 0, -wall.px(PAD), 0)
    time = QRectF(spot.left(), spot.top(), wall.px(92), spot.height())
    wall.words(time, truck.time, 30, f"{truck.state}ink" if truck.state else "ink", weight=BOLD)
    units = QRectF(spot.right() - wall.px(96), spot.top(), wall.px(96), spot.height())
    if truck.units:
        font = wall.fitted(str(truck.units), 28, BOLD, units.width() - wall.px(38))
        wide = text_width(font, str(truck.units)) + 2
        number = QRectF(units.right() - wide, units.top(), wide, units.height())
        wall.pen.text(number, str(truck.units), font, "okink", LEFT)
        left = number.left() - wall.px(30 + 6)
        wall.icon(left, number.center().y(), "swap_horiz", 30, "okink")
    else:
        pickup = truck.units is None
        text = screen("wall_pick_up" if pickup else "wall_none")
        wall.words(units, text, 25, "outink" if pickup else "ink3", weight=STRONG, align=RIGHT)
    wide = min(text_width(wall.font(25), truck.place) + 2, wall.px(190))
    place = QRectF(units.left() - wall.px(12) - wide, spot.top(), wide, spot.height())
    wall.words(place, truck.place, 25, "ink2", align=RIGHT, least=SMALLEST)
    left = time.right() + wall.px(8)
    name = QRectF(left, spot.top(), place.left() - wall.px(14) - left, spot.height())
    wall.words(name, truck.carrier, 29, weight=STRONG)
