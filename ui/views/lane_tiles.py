"""The lanes as tiles in walking order, as many in a row as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.components.painted import PaintedButton
from ui.components.text import Line
from ui.paint import LEFT, RIGHT, Pen, line_height, text_width
from ui.tokens import CHIP, RADIUS, XS, Density, L, M, S, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.models.lanes import LaneGroup, LanesScene, LaneTile
    from ui.theme import Look

_DESK = Density.DESK
_NARROWEST = 216  # px of a tile at zoom 1


class LaneButton(PaintedButton):
    """A lane: its code large, units, the age as a chip, whose they are, what they wait for."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.tile: LaneTile | None = None
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_tile(self, tile: LaneTile) -> None:
        """Show this lane."""
        self.tile = tile
        self.setText(tile.code)
        self.setAccessibleName(tile.told)
        self.setToolTip(tile.told)
        self.relook()

    def sizeHint(self) -> QSize:
        look = self.look
        high = line_height(look.font(Style.TITLE, _DESK)) + look.zoomed(CHIP[_DESK])
        high += 2 * line_height(look.font(Style.CAPTION, _DESK)) + 2 * M + 2 * XS
        return QSize(look.zoomed(_NARROWEST), round(high) + 2)

    def paint(self, pen: Pen, area: QRectF) -> None:
        tile = self.tile
        if tile is None:
            return
        fill, border = ("focustint", "focus") if self.isChecked() else ("surface", "edge")
        if tile.free and not self.isChecked():
            fill, border = "sunk", "line"
        pen.fill_round(area, fill, border, RADIUS, width=2 if self.isChecked() else 1)
        if tile.age is not None:
            bar = "warnmark" if tile.age.state == "warn" else tile.age.state
            pen.state_bar(area, bar)
        inside = area.adjusted(L, M, -M, -M)
        self._paint_head(pen, inside, tile)
        if tile.age is not None:
            self._paint_rest(pen, inside, tile)

    def _paint_head(self, pen: Pen, inside: QRectF, tile: LaneTile) -> None:
        code = self.look.font(Style.TITLE, _DESK, code=True)
        body = self.look.font(Style.STRONG, _DESK)
        high, units = line_height(code), text_width(body, tile.units) + 1
        place = QRectF(inside.left(), inside.top(), text_width(code, tile.code) + 1, high)
        ink = "ink2" if tile.free else "ink"
        pen.text(place, tile.code, code, ink, LEFT)
        beside = QRectF(inside.right() - units, inside.top(), units, high)
        if beside.left() < place.right() + S:  # a long code: its units go below
            beside = QRectF(inside.left(), place.bottom(), inside.width(), line_height(body))
            if not tile.free:
                return
        pen.text(beside, tile.units, body, "ink2", RIGHT)

    def _paint_rest(self, pen: Pen, inside: QRectF, tile: LaneTile) -> None:
        caption = self.look.font(Style.CAPTION, _DESK)
        top = inside.top() + line_height(self.look.font(Style.TITLE, _DESK)) + XS
        mark = tile.age
        if mark is None:
            return
        corner = QRectF(inside.left(), top, 0, 0).topLeft()
        pen.chip(corner, mark.icon, mark.word, mark.state, _DESK, solid=mark.state == "bad")
        top += self.look.zoomed(CHIP[_DESK]) + XS
        high = line_height(caption)
        pen.text(
            QRectF(inside.left(), top, inside.width(), high),
            tile.orders,
            caption,
            "ink2",
            elide=True,
        )
        top += high
        left = inside.left()
        if tile.ready:
            pen.icon(QRectF(left, top, high, high), "shopping_basket", "okink")
            left += high + XS
        strong = self.look.font(Style.HEAD, _DESK)
        place = QRectF(left, top, inside.right() - left, high)
        pen.text(place, tile.waits, strong, "okink" if tile.ready else "ink", elide=True)


class LaneTiles(QScrollArea):
    """All lanes by purpose; ``chosen`` tells a lane's code."""

    chosen = Signal(str)

    def __init__(self, look: Look, told: str) -> None:
        super().__init__()
        self.look = look
        self.groups: tuple[LaneGroup, ...] = ()
        self.tiles: list[LaneButton] = []
        self._selected = ""
        self._columns = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(told)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        look.changed.connect(self._reshape)

    def show_scene(self, scene: LanesScene) -> None:
        """Show the lanes; where only what they hold has changed, nothing is made anew."""
        codes = [[tile.code for tile in group.tiles] for group in scene.groups]
        shown = [[tile.code for tile in group.tiles] for group in self.groups]
        heads = [group.note for group in scene.groups] == [group.note for group in self.groups]
        self.groups = scene.groups
        self._selected = scene.panel.code if scene.panel else ""
        if codes == shown and heads:
            self._fill()
        else:
            self._columns = 0
            self._reshape()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reshape()

    def _reshape(self) -> None:
        columns = max(1, (self.viewport().width() + M) // (self.look.zoomed(_NARROWEST) + M))
        if columns == self._columns or not self.groups:
            return
        self._columns = columns
        self.tiles = []
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2, 0, M, 2)
        column.setSpacing(S)
        for group in self.groups:
            column.addWidget(self._head(group))
            column.addLayout(self._grid(group, columns))
            column.addSpacing(M)
        column.addStretch(1)
        self.setWidget(inside)
        self._fill()

    def _head(self, group: LaneGroup) -> Line:
        line = Line(self.look, Style.CARD, _DESK)
        line.set_text(f"{group.title} · {group.note}")
        return line

    def _grid(self, group: LaneGroup, columns: int) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(M)
        for place in range(len(group.tiles)):
            button = LaneButton(self.look)
            button.clicked.connect(lambda _=False, button=button: self.chosen.emit(button.text()))
            self.tiles.append(button)
            grid.addWidget(button, place // columns, place % columns)
        for place in range(columns):
            grid.setColumnStretch(place, 1)
        return grid

    def _fill(self) -> None:
        tiles = [tile for group in self.groups for tile in group.tiles]
        for button, tile in zip(self.tiles, tiles, strict=True):
            button.show_tile(tile)
            button.setChecked(tile.code == self._selected)
