"""A screen over the dock that nobody touches: the wall alone, from start to end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from app.domain.errors import TroubleError
from app.texts import screen
from ui.decks.wall import Wall
from ui.floor_thread import FloorThread
from ui.presenters.wall import A_LOOK_MS
from ui.presenters.wall_scene import WallMoment, blank_scene
from ui.station import application
from ui.theme import Look
from ui.views.wall_view import WallView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from app.ports import Clock
    from app.services.desk import Desk

UNREACHABLE = "database_unreachable"


@dataclass(frozen=True, slots=True)
class Hung:
    """The warehouse that a wall shows, once its database is open."""

    desk: Desk
    zone: tzinfo
    site: str


class WallStation:
    """The wall with its own floor thread; ``close`` ends it.

    ``open_up`` opens the warehouse, on the floor thread.  While its database is away that is tried
    again and again, and the wall says so: whoever starts it may be a power cut's end.
    """

    def __init__(
        self,
        name: str,
        open_up: Callable[[], Hung],
        clock: Clock,
        theme: str = "light",
        again_ms: int = A_LOOK_MS,
    ) -> None:
        self.app = application(name)
        self.floor = FloorThread()
        self._open_up, self._clock, self._look = open_up, clock, Look(theme)
        self.view = WallView(self._look)
        self.wall: Wall | None = None
        self._mistake: BaseException | None = None
        self._again = QTimer(self.view, interval=again_ms, singleShot=True)
        self._again.timeout.connect(self._try)
        self.floor.broke.connect(self._give_up)

    def run(self) -> int:
        """Show the wall until somebody leaves it; return the exit code.

        Raises what kept the warehouse from being opened, where waiting mends nothing.
        """
        self._show("")
        self.view.fill(self.app.primaryScreen())
        self._try()
        code = self.app.exec()
        self.close()
        if self._mistake is not None:
            raise self._mistake
        return code

    def close(self) -> None:
        """Let the timers stand, then end the floor thread."""
        self._again.stop()
        if self.wall is not None:
            self.wall.presenter.stop()
        self.floor.stop()

    def _try(self) -> None:
        self.floor.submit(self._open_up, self._hang, self._wait)

    def _hang(self, hung: Hung) -> None:
        self.floor.broke.disconnect(self._give_up)
        zone = hung.zone
        self.wall = Wall(hung.desk, self.floor, self._look, lambda: zone, hung.site, view=self.view)
        if self.view.isVisible():
            self.wall.open(self.app.primaryScreen())

    def _wait(self, error: BaseException) -> None:
        if isinstance(error, TroubleError) and (error.passing or error.code == UNREACHABLE):
            self._show(screen("wall_no_answer"))
            self._again.start()
        else:
            self._give_up(error)

    def _give_up(self, error: BaseException) -> None:
        self._mistake = error
        self.app.quit()

    def _show(self, trouble: str) -> None:
        """Show an empty wall; which zone the site is in nobody knows yet, so the machine's."""
        now = self._clock.now()
        moment = WallMoment("", now, 0, trouble)
        self.view.show_scene(blank_scene(moment, now.astimezone().tzinfo or UTC))
