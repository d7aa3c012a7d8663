"""A screen over the dock that nobody touches: the wall alone, from start to end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.decks.wall import Wall
from ui.floor_thread import FloorThread
from ui.station import application
from ui.theme import Look

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from app.services.desk import Desk


class WallStation:
    """The wall with its own floor thread; ``close`` ends it."""

    def __init__(
        self, name: str, desk: Desk, zone: Callable[[], tzinfo], site: str, theme: str = "light"
    ) -> None:
        self.app = application(name)
        self.floor = FloorThread()
        self.wall = Wall(desk, self.floor, Look(theme), zone, site)

    def run(self) -> int:
        """Show the wall until somebody leaves it; return the exit code."""
        self.wall.open(self.app.primaryScreen())
        code = self.app.exec()
        self.close()
        return code

    def close(self) -> None:
        """Let the timers stand, then end the floor thread."""
        self.wall.presenter.stop()
        self.floor.stop()
