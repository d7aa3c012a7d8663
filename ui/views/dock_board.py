"""The timeline card: hours above, doors at the left, the board, the effect card over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui import desk_words as words
from ui.components.painted import Painted
from ui.models.dock import DockScene, EffectScene
from ui.paint import text_width
from ui.tokens import RADIUS_CARD, Style
from ui.views.dock_effect import EffectCard
from ui.views.dock_hands import DockHands
from ui.views.dock_head import HourHead, LaneLabels
from ui.views.dock_scale import SHIFT
from ui.views.dock_weigh import MenuEffect, aged

if TYPE_CHECKING:
    from datetime import datetime

    from ui.models.dock import Door
    from ui.paint import Pen
    from ui.theme import Look

_CARD_AROUND = 96  # px of a card and its place beside its title
_NOW_AT = 0.55  # where the present first stands, as a part of the width


class DockBoard(Painted):
    """Shows the doors of a `DockScene`; ``zoomed`` tells a zoom asked for by the wheel."""

    zoomed = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.canvas = DockHands(look)
        self.hours, self.lanes = HourHead(look), LaneLabels(look)
        self.effect_card = EffectCard(look, self.canvas.viewport())
        self.weigh = MenuEffect(self.canvas, EffectCard(look, self))
        self.zoom = SHIFT
        self._scene: DockScene | None = None
        self._pending: DockScene | None = None
        self._effect: EffectScene | None = None
        self._only: bool | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(1, 1, 1, 1)
        grid.setSpacing(0)
        grid.addWidget(self.hours, 0, 1)
        grid.addWidget(self.lanes, 1, 0)
        grid.addWidget(self.canvas, 1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.canvas.scrolled.connect(self._follow)
        self.canvas.resized.connect(self._resized)
        self.canvas.zoom_asked.connect(self._zoom_by)
        self.canvas.move_of.aimed.connect(self._aimed)
        self.canvas.move_of.ended.connect(self._ended)
        self._refit = QTimer(self, singleShot=True, interval=0)
        self._refit.timeout.connect(self.rebuild)

    def show_scene(self, scene: DockScene) -> None:
        """Show a day; while a block is on its way the news waits until it has landed."""
        if self.canvas.move_of.active:
            self._pending = scene
            return
        first = self._scene is None or self._scene.day != scene.day
        if scene == self._scene:
            return
        self._scene = scene
        self.rebuild()
        if first:
            self.go_to(scene.now or scene.begins)

    def show_effect(self, effect: EffectScene | None) -> None:
        """Show what the move, or the choice of a menu, considered last does to orders."""
        if self.weigh.active:
            self.weigh.show(effect)
            return
        self._effect = effect
        self._place_effect()

    def set_zoom(self, zoom: int) -> None:
        """Change between day, shift and hour; the middle of the view stays where it is."""
        grid = self.canvas.field.grid
        middle = grid.scale.instant(self._middle()) if grid else None
        self.zoom = zoom
        self.rebuild()
        if middle is not None:
            self.go_to(middle, 0.5)

    def show_only(self, outbound: bool | None) -> None:
        """Show inbound (False) or outbound (True) doors alone, or all (None)."""
        self._only = outbound
        self.rebuild()

    def go_to(self, at: datetime, part: float = _NOW_AT) -> None:
        """Scroll so that an instant stands at a part of the width; the left edge at a full hour."""
        grid = self.canvas.field.grid
        if grid is None:
            return
        scale = grid.scale
        left = scale.x(at) - part * self.canvas.viewport().width()
        hour = int(max(left, 0) // scale.px_per_hour)
        self.canvas.horizontalScrollBar().setValue(round(hour * scale.px_per_hour))

    def rebuild(self) -> None:
        """Place everything again, for the size and the look of now."""
        scene = self._scene
        if scene is None or self.canvas.move_of.active:
            return
        doors = tuple(door for door in scene.doors if self._shows(door))
        room = self.canvas.viewport().size()
        grid = self.canvas.field.show_scene(scene, doors, self.zoom, room)
        now = scene.now if scene.now and scene.begins <= scene.now <= scene.ends else None
        self.hours.show_hours(grid, now)
        self.lanes.show_lanes(grid)
        self._follow()

    def _shows(self, door: Door) -> bool:
        return self._only is None or door.both or door.outbound is self._only

    def relook(self) -> None:
        super().relook()
        self.rebuild()

    def paint(self, pen: Pen, area: QRectF) -> None:
        pen.fill_round(area, "surface", "line", RADIUS_CARD)
        line = self.hours.geometry().bottom() + 0.5
        pen.fill(QRectF(1, line - 0.5, self.lanes.width(), 1), "line")

    def _resized(self) -> None:
        self._refit.start()

    def _middle(self) -> float:
        viewport = self.canvas.viewport().rect()
        return self.canvas.mapToScene(viewport.center()).x()

    def _follow(self) -> None:
        corner = self.canvas.mapToScene(self.canvas.viewport().rect().topLeft())
        self.canvas.field.pin_yard(corner)
        self.hours.follow(corner.x())
        self.lanes.follow(corner.y())
        if self.canvas.move_of.active:
            self._place_effect()

    def _zoom_by(self, step: int) -> None:
        zoom = min(max(self.zoom + step, 0), 2)
        if zoom != self.zoom:
            self.set_zoom(zoom)
            self.zoomed.emit(zoom)

    def _aimed(self) -> None:
        move, self._effect = self.canvas.move_of, aged(self._effect)
        said = move.ghost.words[0] if move.ghost and move.ghost.words else ""
        self.canvas.setAccessibleDescription(move.refusal or said or words.BOARD_HELP)
        self._place_effect()

    def _place_effect(self) -> None:
        move, ghost = self.canvas.move_of, self.canvas.move_of.ghost
        if ghost is None or not move.places:
            self.effect_card.show_effect(None, self.rect())
            return
        effect = self._effect
        if move.refusal:
            effect = self._refused(move.refusal)
        spot = self.canvas.mapFromScene(ghost.rect()).boundingRect()
        self.effect_card.show_effect(effect, spot)

    def _refused(self, why: str) -> EffectScene:
        """The reason as a title, or in small below one where the board is too narrow for it."""
        room = self.canvas.viewport().width() - _CARD_AROUND
        if text_width(self.look.font(Style.CARD), why) <= room:
            return EffectScene("bad", why, foot=words.STAYS_THERE)
        return EffectScene("bad", words.NOT_THERE, more=why, foot=words.STAYS_THERE)

    def _ended(self) -> None:
        self._effect = None
        self.effect_card.hide()
        self.canvas.tell_chosen()
        if self._pending is not None:
            scene, self._pending = self._pending, None
            self.show_scene(scene)
