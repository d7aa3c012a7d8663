"""The board's scene: it places every block, closure and line of a `DockScene`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from ui import desk_words as words
from ui.models.dock import YARD, Block, DockScene, Door
from ui.paint import Pen
from ui.views.dock_grid import Grid, lane_height, yard_places
from ui.views.dock_items import Z_YARD_CARD, AppointmentItem, BoardItem, ClosureItem, NowLine
from ui.views.dock_items import YardItem as Yard
from ui.views.dock_paint import PAD, block_height, card_height
from ui.views.dock_scale import make_scale

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QRect, QSize
    from PySide6.QtGui import QPainter

    from ui.theme import Look

_NOW_WIDE = 3


class DockField(QGraphicsScene):
    """Items by the id of their block, in the order of reading (yard, doors down, time across)."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.scene_shown: DockScene | None = None
        self.grid: Grid | None = None
        self.items_by_id: dict[int, AppointmentItem] = {}
        self.chosen: int | None = None
        self.picked: frozenset[int] = frozenset()
        self.lit: frozenset[str] = frozenset()
        self._others: list[BoardItem] = []
        self._yard: Yard | None = None
        self._yard_first = 0

    def show_scene(self, scene: DockScene, doors: tuple[Door, ...], zoom: int, room: QSize) -> Grid:
        """Place everything for a viewport of that size (px)."""
        self.clear()
        self.items_by_id, self._others, self._yard = {}, [], None
        self.scene_shown = scene
        yard = card_height(self.look) + 3 * PAD
        lane = lane_height(block_height(self.look), len(doors), room.height() - yard)
        scale = make_scale(scene, zoom, room.width(), self.look.zoom)
        self.grid = grid = Grid(scale, doors, lane, yard)
        self.setSceneRect(0, 0, scale.width, grid.height)
        for closure in scene.closures:
            if grid.shows(closure):
                self._keep(ClosureItem(self.look, grid.rect_of(closure), closure))
        if scene.now is not None and scene.begins <= scene.now <= scene.ends:
            left = scale.x(scene.now) - _NOW_WIDE / 2
            self._keep(NowLine(self.look, QRectF(left, 0, _NOW_WIDE, grid.height)))
        self._place_yard(scene, room.width())
        for block in sorted(scene.blocks, key=lambda block: (grid.top_of(block.door), block.start)):
            if block.door != YARD and grid.shows(block):
                self._place(block, grid.rect_of(block))
        self.choose(self.chosen, self.picked)
        self.light_up(self.lit)
        return grid

    def pin_yard(self, corner: QPointF) -> None:
        """Keep the yard's lane at the viewport's corner (board px)."""
        if self._yard is None:
            return
        by = corner - self._yard.pos()
        self._yard.setPos(corner)
        for item in self.items_by_id.values():
            if item.block.door == YARD:
                item.setPos(item.pos() + by)

    @property
    def yard_top(self) -> float:
        """Where the yard's lane is pinned, board px."""
        return self._yard.pos().y() if self._yard else 0.0

    def lane_at(self, point: QPointF) -> str | None:
        """The door of the lane in sight at a point, `YARD` there; None beyond the last."""
        if self.grid is None:
            return None
        if self.yard_top <= point.y() < self.yard_top + self.grid.yard:
            return YARD
        door = self.grid.door_at(point.y())
        return door.name if door else None

    def ids_in(self, rect: QRectF) -> frozenset[int]:
        """The blocks at doors that a rectangle touches, by id."""
        found = (item for item in self.items(rect) if isinstance(item, AppointmentItem))
        return frozenset(item.block.id for item in found if item.block.door != YARD)

    def choose(self, block_id: int | None, picked: frozenset[int] = frozenset()) -> None:
        """Mark a block as the selected one, others beside it."""
        self.chosen = block_id
        self.picked = picked or frozenset(() if block_id is None else (block_id,))
        for own_id, item in self.items_by_id.items():
            item.choose(own_id in self.picked)

    def light_up(self, asns: frozenset[str]) -> None:
        """Dim all but these; an empty set dims none."""
        self.lit = asns
        for item in self.items_by_id.values():
            item.dim(bool(asns) and item.block.asn not in asns)

    def yard_blocks(self) -> list[Block]:
        """Who waits in the yard, in the scene's order."""
        scene = self.scene_shown
        return [block for block in (scene.blocks if scene else ()) if block.door == YARD]

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        pen = Pen(painter, self.look)
        pen.fill(QRectF(rect), "surface")
        if self.grid is None:
            return
        grid = self.grid
        for hour in grid.scale.hours():
            x = round(grid.scale.x(hour)) + 0.5
            if rect.left() <= x <= rect.right():
                pen.line(QPointF(x, max(rect.top(), 0)), QPointF(x, grid.height))
        for place in range(len(grid.doors) + 1):
            y = round(grid.yard + place * grid.lane) - 0.5
            if rect.top() <= y <= rect.bottom():
                pen.line(QPointF(rect.left(), y), QPointF(rect.right(), y))

    def _keep(self, item: BoardItem) -> None:
        self._others.append(item)
        self.addItem(item)

    def _place(self, block: Block, rect: QRectF) -> None:
        item = AppointmentItem(self.look, rect, block)
        self.items_by_id[block.id] = item
        self.addItem(item)

    def _place_yard(self, scene: DockScene, room: float) -> None:
        if self.grid is None:
            return
        waiting = self.yard_blocks()
        wide, fit = yard_places(len(waiting), room)
        self._yard_first = min(self._yard_first, max(len(waiting) - fit, 0))
        empty = "" if waiting or scene.empty or scene.loading else words.YARD_EMPTY
        more = words.MORE_IN_YARD.format(count=len(waiting) - fit) if fit < len(waiting) else ""
        lane = QRectF(0, 0, max(room, 1.0), self.grid.yard)
        self._yard = yard = Yard(self.look, lane, empty, more)
        yard.more_left = fit * (wide + 2 * PAD) + 4 * PAD
        self._keep(yard)
        for place, block in enumerate(waiting[self._yard_first : self._yard_first + fit]):
            card = QRectF(2 * PAD + place * (wide + 2 * PAD), PAD, wide, lane.height() - 2 * PAD)
            item = AppointmentItem(self.look, card, block, Z_YARD_CARD)
            self.items_by_id[block.id] = item
            self.addItem(item)
