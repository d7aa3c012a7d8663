"""The wall screen's presenter: nobody touches it, so it keeps itself true."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.services.dock_board import DockDay, dock_day
from app.services.no_shows import note_no_shows
from app.services.watching import newest_fact
from app.texts import screen
from ui.presenters.wall_scene import WallMoment, blank_scene, wall_scene

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, tzinfo

    from app.domain.errors import FloorError
    from app.services.desk import Desk
    from ui.floor_thread import FloorThread

STALE = timedelta(minutes=2)  # what is older than that is said to be old
A_SECOND_MS, A_LOOK_MS, A_PAGE_MS = 1_000, 5_000, 12_000


@dataclass(frozen=True, slots=True)
class WallTimers:
    """What drives a wall screen: the clock, the look for what other stations wrote, the pages."""

    clock: QTimer
    look: QTimer
    page: QTimer

    def start(self) -> None:
        """Let time pass."""
        for timer in (self.clock, self.look, self.page):
            timer.start()

    def stop(self) -> None:
        """Let it stand."""
        for timer in (self.clock, self.look, self.page):
            timer.stop()


def wall_timers(parent: QObject) -> WallTimers:
    """Make the timers at their usual pace: a second, five, twelve."""
    paces = (A_SECOND_MS, A_LOOK_MS, A_PAGE_MS)
    return WallTimers(*(QTimer(parent, interval=pace) for pace in paces))


class WallPresenter(QObject):
    """Shows today's doors page by page, read again each minute and when any station has written.

    While the database is away the last board stays, said to be old, and each look tries again.
    """

    scene = Signal(object)

    def __init__(
        self,
        desk: Desk,
        floor: FloorThread,
        zone: Callable[[], tzinfo],
        site: str,
        timers: WallTimers,
    ) -> None:
        super().__init__()
        self.desk, self.floor, self.timers = desk, floor, timers
        self._zone, self._site = zone, site
        self.board: DockDay | None = None
        self._turn, self._known, self._trouble = 0, 0, ""
        self._shown = desk.clock.now()
        timers.clock.timeout.connect(self.tick)
        timers.look.timeout.connect(self.look)
        timers.page.timeout.connect(self.turn)
        floor.broke.connect(self._broke)

    def start(self) -> None:
        """Begin: read the board, and let the timers run."""
        self._turn = 0
        self._show()
        self.refresh()
        self.timers.start()

    def stop(self) -> None:
        """Rest: nobody looks."""
        self.timers.stop()

    def tick(self) -> None:
        """Keep the clock true; a new minute is a new look at the board."""
        if _minute(self.desk.clock.now()) == _minute(self._shown):
            return
        self._show()
        self._refresh_when_idle()

    def look(self) -> None:
        """Find out whether any station has written; where the database was away, read again."""
        if not self.floor.is_idle:
            return
        if self._trouble or self.board is None:
            self.refresh()
            return
        known = self._known
        self.floor.submit(lambda: newest_fact(known, self.desk), self._heard, self._failed)

    def turn(self) -> None:
        """Show the next page of doors."""
        self._turn += 1
        self._show()

    def refresh(self) -> None:
        """Read the board."""
        known = self._known

        def read() -> tuple[int, DockDay]:
            note_no_shows(self.desk)
            newest = newest_fact(known, self.desk)  # before the board: what comes between is seen
            return newest, dock_day(self.desk)

        self.floor.submit(read, self._read, self._failed)

    def _refresh_when_idle(self) -> None:
        if self.floor.is_idle:
            self.refresh()

    def _heard(self, newest: int) -> None:
        if newest != self._known:
            self._refresh_when_idle()

    def _read(self, result: tuple[int, DockDay]) -> None:
        self._known, self.board = result
        self._trouble = ""
        self._show()

    def _failed(self, _error: FloorError) -> None:
        self._trouble = screen("wall_no_answer")
        self._show()

    def _broke(self, _error: object) -> None:
        self._trouble = screen("program_trouble")
        self._show()

    def _show(self) -> None:
        zone, self._shown = self._zone(), self.desk.clock.now()
        moment = WallMoment(self._site, self._shown, self._turn, self._away(zone))
        board = self.board
        self.scene.emit(
            blank_scene(moment, zone) if board is None else wall_scene(board, moment, zone)
        )

    def _away(self, zone: tzinfo) -> str:
        """Say what is wrong, and how old the board is; a floor that hangs says nothing itself."""
        board = self.board
        if board is None:
            return self._trouble
        if not self._trouble and self._shown - board.as_of < STALE:
            return ""
        time = f"{board.as_of.astimezone(zone):%H:%M}"
        trouble = self._trouble or screen("wall_no_answer")
        return screen("wall_away", sentence=trouble, time=time)


def _minute(instant: datetime) -> int:
    return int(instant.timestamp()) // 60
