"""A wall screen with what keeps it true; opened from Dock, or alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.presenters.wall import WallPresenter, wall_timers
from ui.views.wall_view import WallView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from PySide6.QtGui import QScreen

    from app.services.desk import Desk
    from ui.floor_thread import FloorThread
    from ui.presenters.wall import WallTimers
    from ui.theme import Look


class Wall(QObject):
    """One wall screen; it reads and paints only while it is open."""

    def __init__(
        self,
        desk: Desk,
        floor: FloorThread,
        look: Look,
        zone: Callable[[], tzinfo],
        site: str,
        timers: WallTimers | None = None,
        view: WallView | None = None,
    ) -> None:
        super().__init__()
        self.view = view or WallView(look)
        self.presenter = WallPresenter(desk, floor, zone, site, timers or wall_timers(self))
        self.presenter.scene.connect(self.view.show_scene)
        self.view.left.connect(self.presenter.stop)

    def open(self, display: QScreen | None = None) -> None:
        """Show it on a display and begin."""
        self.presenter.start()
        self.view.fill(display)

    def close(self) -> None:
        """Leave the wall, if it is there."""
        if self.view.isVisible():
            self.view.close()
