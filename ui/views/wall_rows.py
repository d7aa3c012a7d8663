"""The doors of a wall screen, a row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from ui.components.fit import break_in_two
from ui.components.painted import Painted
from ui.paint import CENTRE, RIGHT, Pen, on_solid, text_width
from ui.views.wall_paint import BOLD, SMALLEST, STRONG, WallPen, unit_of

if TYPE_CHECKING:
    from ui.models.wall import WallNote, WallRow, WallScene
    from ui.theme import Look

ROW_HIGH, GAP = 121, 14
NUMBER_WIDE, WORD_AT, TITLE_AT, EDGE = 112, 136, 357, 24
BAR = 8


class WallRows(Painted):
    """Rows from the top; where there are many they are less high."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.scene: WallScene | None = None

    def show_scene(self, scene: WallScene) -> None:
        """Show other doors."""
        self.scene = scene
        self.setAccessibleName("; ".join(row.told for row in scene.rows) or scene.empty)
        self.update()

    def paint(self, pen: Pen, area: QRectF) -> None:
        window = self.window().size()
        wall = WallPen(pen, unit_of(window.width(), window.height()))
        if self.scene is None:
            return
        if self.scene.empty:
            spot = QRectF(0, 0, area.width(), wall.px(ROW_HIGH))
            wall.card(spot)
            inside = spot.adjusted(wall.px(EDGE), 0, -wall.px(EDGE), 0)
            wall.words(inside, self.scene.empty, 30, "ink2", weight=STRONG)
            return
        rows, gap = self.scene.rows, wall.px(GAP)
        if not rows:
            return
        high = min(wall.px(ROW_HIGH), (area.height() - gap * (len(rows) - 1)) / len(rows))
        for place, row in enumerate(rows):
            _paint_row(wall, QRectF(0, place * (high + gap), area.width(), high), row)


def _paint_row(wall: WallPen, spot: QRectF, row: WallRow) -> None:
    wall.card(spot)
    painter = wall.pen.painter
    painter.save()
    wall.clip_to(spot)
    number = QRectF(spot.left(), spot.top(), wall.px(NUMBER_WIDE), spot.height())
    wall.pen.fill(number, row.state)
    if row.progress is not None:
        bar = QRectF(number.right(), spot.bottom() - wall.px(BAR), 0, wall.px(BAR))
        bar.setRight(spot.right())
        wall.pen.fill(bar, "line")
        bar.setWidth(bar.width() * row.progress / 100)
        wall.pen.fill(bar, row.state)
    painter.restore()
    _paint_number(wall, number, row)
    first = QRectF(spot.left(), spot.top() + spot.height() * 0.1, 0, spot.height() * 0.42)
    second = QRectF(spot.left(), spot.top() + spot.height() * 0.5, 0, spot.height() * 0.36)
    for line in (first, second):
        line.setRight(spot.right() - wall.px(EDGE))
    _paint_word(wall, first, second, row)
    _paint_truck(wall, first, second, row)


def _paint_number(wall: WallPen, spot: QRectF, row: WallRow) -> None:
    """The door's code, whole: smaller where it is long, then over two lines."""
    ink, room = on_solid(row.state), spot.width() - wall.px(12)
    font = wall.fitted(row.door, 62, 800, room)
    spot = spot.adjusted(wall.px(6), 0, -wall.px(6), 0)
    if text_width(font, row.door) <= room:
        wall.pen.text(spot, row.door, font, ink, CENTRE)
        return
    half = QRectF(spot.left(), spot.top() + spot.height() * 0.2, room, spot.height() * 0.3)
    for part in break_in_two(row.door):
        wall.words(half, part, SMALLEST + 7, ink, weight=BOLD, align=CENTRE, least=8)
        half.translate(0, half.height())


def _paint_word(wall: WallPen, first: QRectF, second: QRectF, row: WallRow) -> None:
    left, role = first.left() + wall.px(WORD_AT), f"{row.state}ink"
    room = wall.px(TITLE_AT - WORD_AT - 12)
    icon = wall.icon(left, first.center().y(), row.icon, 34, role) + wall.px(10)
    spot = QRectF(left + icon, first.top(), room - icon, first.height())
    wall.words(spot, row.word, 29, role, weight=BOLD)
    spot = QRectF(left, second.top(), room, second.height())
    wall.words(spot, row.clock, 29, _ink(row.clock_state, "ink"), weight=BOLD)


def _paint_truck(wall: WallPen, first: QRectF, second: QRectF, row: WallRow) -> None:
    left = first.left() + wall.px(TITLE_AT)
    room = first.right() - left
    taken = 0.0
    if row.badge is not None:
        taken = wall.badge(first.right(), first.center().y(), room * 0.6, row.badge)
    elif row.beside is not None:
        taken = _paint_note(wall, first, row.beside, room * 0.5, 27)
    spot = QRectF(left, first.top(), room - taken - wall.px(20 if taken else 0), first.height())
    wall.words(spot, row.title, 36, "ink2" if row.quiet else "ink", weight=BOLD)
    taken = _paint_note(wall, second, row.below, room * 0.55, 23) if row.below else 0.0
    spot = QRectF(left, second.top(), room - taken - wall.px(20 if taken else 0), second.height())
    wall.words(spot, row.about, 24, "ink2")


def _paint_note(wall: WallPen, line: QRectF, note: WallNote, room: float, size: int) -> float:
    """A note at the right end of a line; its width."""
    weight = BOLD if note.state else 400
    icon = wall.px(size + 6 + 8) if note.icon else 0.0
    wide = min(text_width(wall.font(size, weight), note.text) + 2, room - icon)
    spot = QRectF(line.right() - wide, line.top(), wide, line.height())
    ink = _ink(note.state, "ink2")
    wall.words(spot, note.text, size, ink, weight=weight, align=RIGHT)
    if note.icon:
        wall.icon(spot.left() - icon, line.center().y(), note.icon, size + 6, ink)
    return wide + icon


def _ink(state: str, otherwise: str) -> str:
    return f"{state}ink" if state else otherwise
