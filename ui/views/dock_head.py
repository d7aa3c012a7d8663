"""What stays beside the board while it scrolls: the hours above, the doors at the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QSizePolicy

from ui import desk_words as words
from ui.components.fit import wrapped
from ui.components.painted import Painted
from ui.paint import CENTRE, LEFT, Pen, line_height, text_width
from ui.tokens import RADIUS_CARD, RADIUS_CHIP, Density, L, M, S, Style

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QFont

    from ui.theme import Look
    from ui.views.dock_grid import Grid

HEAD_HIGH, LABELS_WIDE = 36, 104


class HourHead(Painted):
    """The hours; the present in a pill. ``left`` is what the board has scrolled, px."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.grid: Grid | None = None
        self.now: datetime | None = None
        self.left = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        high = line_height(self.look.font(Style.HEAD)) + 2 * S
        return QSize(100, max(HEAD_HIGH, round(high) + 2))

    def follow(self, left: float) -> None:
        """The board has scrolled to ``left`` px."""
        self.left = left
        self.update()

    def show_hours(self, grid: Grid, now: datetime | None) -> None:
        """Show the hours of a grid."""
        self.grid, self.now = grid, now
        self.update()

    def paint(self, pen: Pen, area: QRectF) -> None:
        pen.fill(area, "surface")
        if self.grid is None:
            return
        pen.painter.setClipRect(area.adjusted(0, 0, -1, 0))
        pill = self._pill(area)
        font = self.look.font(Style.HEAD)
        every = self._every()
        for place, hour in enumerate(self.grid.scale.hours()[:-1]):
            x = self.grid.scale.x(hour) - self.left + S - 2
            text = f"{hour:%H:%M}"
            spot = QRectF(x, area.top(), text_width(font, text) + 1, area.height())
            hidden = pill is not None and spot.adjusted(-S, 0, S, 0).intersects(pill)
            if (
                place % every == 0
                and not hidden
                and spot.left() >= 0
                and spot.right() <= area.right()
            ):
                pen.text(spot, text, font, "ink2", LEFT)
        pen.line(
            QPointF(area.left(), area.bottom() - 0.5), QPointF(area.right(), area.bottom() - 0.5)
        )
        if pill is not None and self.now is not None:
            stem = QRectF(
                pill.center().x() - 1.5, pill.bottom() - 2, 3, area.bottom() - pill.bottom() + 2
            )
            pen.fill(stem, "now")
            pen.fill_round(pill, "now", "", RADIUS_CHIP)
            pen.text(pill, f"{self.now:%H:%M}", self._pill_font(), "surface", CENTRE)

    def _every(self) -> int:
        """Show each hour, each second … so that they do not touch."""
        grid = self.grid
        wide = text_width(self.look.font(Style.HEAD), "00:00") + L
        return 1 if grid is None else max(1, -int(-wide // grid.scale.px_per_hour))

    def _pill_font(self) -> QFont:
        return self.look.font(Style.HEAD, px=round(13 * self.look.zoom))

    def _pill(self, area: QRectF) -> QRectF | None:
        grid = self.grid
        if grid is None or self.now is None:
            return None
        x = grid.scale.x(self.now) - self.left
        if not 0 <= x <= area.width() or not grid.scale.begins <= self.now <= grid.scale.ends:
            return None
        font = self._pill_font()
        pill = QRectF(0, 0, text_width(font, "00:00") + 2 * M, line_height(font) + S)
        pill.moveCenter(QPointF(x, area.center().y()))
        pill.moveLeft(min(max(pill.left(), 1.0), area.right() - pill.width() - 1))
        return pill


class LaneLabels(Painted):
    """Yard and doors; ``top`` is what the board has scrolled, px."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.grid: Grid | None = None
        self.top = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)

    def sizeHint(self) -> QSize:
        return QSize(round(LABELS_WIDE * self.look.zoom), 100)

    def follow(self, top: float) -> None:
        """The board has scrolled to ``top`` px."""
        self.top = top
        self.update()

    def show_lanes(self, grid: Grid) -> None:
        """Show the lanes of a grid."""
        self.grid = grid
        self.setAccessibleName(", ".join((words.YARD, *(door.name for door in grid.doors))))
        self.update()

    def paint(self, pen: Pen, area: QRectF) -> None:
        path = QPainterPath()
        path.addRoundedRect(area.adjusted(0, -20, 20, 0), RADIUS_CARD, RADIUS_CARD)
        pen.painter.setClipPath(path)
        pen.fill(area, "surface")
        if self.grid is None:
            return
        yard = QRectF(area.left(), area.top(), area.width(), self.grid.yard)
        pen.painter.save()
        pen.painter.setClipRect(
            area.adjusted(0, yard.height(), 0, 0), Qt.ClipOperation.IntersectClip
        )
        for place, door in enumerate(self.grid.doors):
            top = self.grid.yard + place * self.grid.lane - self.top
            lane = QRectF(area.left(), area.top() + top, area.width(), self.grid.lane)
            if lane.intersects(area):
                self._paint_label(pen, lane, door.name, door.about)
        pen.painter.restore()
        pen.fill(yard, "sunk")
        self._paint_label(pen, yard, words.YARD, words.YARD_ABOUT)
        pen.fill(QRectF(area.right() - 1, area.top(), 1, area.height()), "line")

    def _paint_label(self, pen: Pen, lane: QRectF, name: str, about: str) -> None:
        strong = self.look.font(Style.CARD, weight=700, px=round(18 * self.look.zoom))
        plain = self.look.font(Style.CAPTION, Density.DESK)
        place = QRectF(lane.left() + L, lane.top() + M, lane.width() - L - 4, line_height(strong))
        pen.text(place, name, strong, "ink", LEFT)
        high = line_height(plain)
        top = place.bottom() + 1
        for line in wrapped(plain, about, place.width()):
            pen.text(QRectF(place.left(), top, place.width(), high), line, plain, "ink2", LEFT)
            top += high
        bottom = round(lane.bottom()) - 0.5
        pen.line(QPointF(lane.left(), bottom), QPointF(lane.right(), bottom))
