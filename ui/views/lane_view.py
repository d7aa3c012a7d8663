"""The lane map: every lane as a tile, and the chosen one beside them. It shows a `LanesScene`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui import desk_words as words
from ui.components.empty import EmptyState
from ui.models.lanes import LanesScene
from ui.tokens import Density
from ui.views.crossdock_summary import SummaryLine
from ui.views.desk_page import DeskPage
from ui.views.lane_panel import LaneCard
from ui.views.lane_tiles import LaneTiles

if TYPE_CHECKING:
    from ui.theme import Look


class LanesView(DeskPage):
    """``selected(code)``, ``pick_asked(order)``, ``sweep_asked(code)``."""

    selected = Signal(str)
    pick_asked = Signal(str)
    sweep_asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, words.CROSSDOCK, parent)
        self.scene = LanesScene()
        self.summary = SummaryLine(look)
        self.tiles, self.card = LaneTiles(look, words.LANES), LaneCard(look)
        self.empty = EmptyState(look, Density.DESK, "conveyor_belt")
        self.pages = QStackedWidget()
        for page in (self.tiles, self.empty):
            self.pages.addWidget(page)
        self.head.add(self.summary, self.drawer_button)
        self.body.addWidget(self.pages, 1)
        self.set_panel(self.card, words.LANE, "conveyor_belt")
        self.tiles.chosen.connect(self.selected)
        self.card.pick_asked.connect(self.pick_asked)
        self.card.sweep_asked.connect(self.sweep_asked)

    def show_scene(self, scene: LanesScene) -> None:
        """Show the lanes."""
        self.scene = scene
        self.summary.show_words(scene.strong, scene.summary)
        self.empty.say(scene.empty)
        self.pages.setCurrentWidget(self.empty if scene.empty else self.tiles)
        self.tiles.show_scene(scene)
        self.card.show_panel(scene.panel)
        self.hide_panel(hidden=bool(scene.empty))
        if self.has_drawer and scene.panel is not None:
            self.drawer_button.setChecked(True)
        self.head.fit()
