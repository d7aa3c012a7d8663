"""The program's own window, a scanner on its line, and a watch on what each code came to.

An answer counts as painted when the band has drawn its code and its outcome, the screen has been
told, and the pixel in the band's square has been read back from there in the answer's colour.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QTimer, Signal

import main
from app.commands.session import Options
from app.domain.device import LinkState
from app.services.setting import change_setting
from hardware.delivery import Delivery
from hardware.pty_line import PtyLine
from ui.models.band import BandKind
from ui.presenters.bands import kind_of
from ui.rehearsal import Rehearsal
from ui.station import Station

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from app.commands.session import Outfit
    from app.domain.device import Link

SIZE = (1280, 800)
PATIENCE_MS = 60_000
ROLE = {BandKind.ACCEPTED: "ok", BandKind.CATCH: "warn", BandKind.REFUSED: "bad"}
NO_PLAYER = ("true",)  # what is started in a player's place


@dataclass(slots=True)
class Seen:
    """One code: when its last byte was about to be written, and what came of it (seconds).

    ``painted`` is None where another answer took its place before a frame showed it.
    """

    code: str
    sent: float
    answer: Mapping[str, Any] | None = None
    painted: float | None = None
    sounded: float | None = None


class AnswerWindow(QObject):
    """Sends codes down the line and notes when the window has painted and sounded the answer."""

    _started = Signal()

    def __init__(self, outfit: Outfit, folder: Path) -> None:
        """Open the window on a warehouse; returns once the scanner is connected."""
        super().__init__()
        self.desk = outfit.desk
        self.line = PtyLine(folder / "scanner")
        change_setting("scanner_ports", str(self.line.path), outfit.desk)
        self._sound = Delivery("sound")
        around = main._surroundings(outfit, self._play)  # noqa: SLF001
        self.station = Station(main.NAME, outfit.desk, around)
        self.shell = self.station.window.shell
        self.seen: list[Seen] = []
        self._links: list[LinkState] = []
        self._answered, self._old_runs = 0, self.shell.band.runs
        self._is_done: Callable[[], bool] = bool
        self._loop = QEventLoop()
        for room in ("receive", "pick", "pack"):
            self.station.window.room(room).presenter.answered.connect(self._hear)
        self._started.connect(self._look)
        self.shell.band.installEventFilter(self)
        self.shell.resize(*SIZE)
        self.shell.show()
        self.station.start()
        self._connect(outfit)

    def open(self, room: str, number: str) -> None:
        """Take a job in hand and wait until it is shown."""
        hands = Rehearsal(self.station, self.line.path.parent)
        hands.job(room, number, ())

    def scan(self, codes: Sequence[str]) -> list[Seen]:
        """Send codes at once; return what came of them when each is answered and one painted."""
        self.seen, self._answered = [], 0
        self._old_runs = self.shell.band.runs
        data = "".join(f"{code}\r\n" for code in codes).encode()
        now = perf_counter()
        self.seen = [Seen(code, now) for code in codes]
        self.line.send(data)
        self._wait(lambda: self.seen[-1].painted is not None and self._all_sounded())
        return self.seen

    def pause(self, wait_ms: int) -> None:
        """Let the window live with nothing to scan."""
        QTimer.singleShot(wait_ms, self._loop.quit)
        self._loop.exec()

    def repaint_s(self) -> float:
        """Seconds that the band and the screen in front take to be painted and read back."""
        begun = perf_counter()
        self.shell.band.repaint()
        self.shell.stack.repaint()
        self._pixel()
        return perf_counter() - begun

    def close(self) -> None:
        """End the window and unplug."""
        self.station.close()
        self._wait(lambda: LinkState.STOPPED in self._links)
        self._sound.close()
        self.line.unplug()
        self.shell.band.removeEventFilter(self)
        self.shell.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Look at the frame in which the band paints itself."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._frame)  # once this paint and its flush are over
        return super().eventFilter(watched, event)

    def _connect(self, outfit: Outfit) -> None:
        def linked(link: Link) -> None:
            if link.device == str(self.line.path):
                self._links.append(link.state)
                self._look()

        self.station.window.linked.connect(linked)
        self.station._sources.clear()  # noqa: SLF001  # the keyboard is not measured here
        self.station.listen(main._serial_scanners(outfit))  # noqa: SLF001
        self._wait(lambda: LinkState.CONNECTED in self._links)

    def _hear(self, answer: Mapping[str, Any]) -> None:
        if "outcome" in answer and self._answered < len(self.seen):
            self.seen[self._answered].answer = answer
            self._answered += 1
            self._old_runs = self.shell.band.runs

    def _play(self, _name: str) -> None:
        if self._answered:
            self._sound.post(partial(self._start_sound, self.seen[self._answered - 1]))

    def _start_sound(self, seen: Seen) -> None:
        with subprocess.Popen(NO_PLAYER, stdout=subprocess.DEVNULL):
            seen.sounded = perf_counter()
        self._started.emit()

    def _frame(self) -> None:
        """Note the answer that the frame just painted shows, where it is a new one."""
        runs, seen = self.shell.band.runs, self._newest()
        if seen is None or seen.answer is None or runs is self._old_runs or seen.painted:
            return
        state, words = self.shell.band.state, [run.text for run in runs]
        shows = state.code == seen.answer["scan"] and {state.code, state.outcome} <= set(words)
        role = ROLE[kind_of(seen.answer)]
        if shows and self._pixel() == self.station.look.colour(role).rgb():
            seen.painted = perf_counter()
        self._look()

    def _newest(self) -> Seen | None:
        return self.seen[self._answered - 1] if self._answered else None

    def _pixel(self) -> int:
        """Read one pixel at the edge of the band's square back from the screen."""
        at = self.shell.band.mapTo(self.shell, QPoint(4, 4))
        shot = self.shell.screen().grabWindow(self.shell.winId(), at.x(), at.y(), 1, 1)
        return shot.toImage().pixel(0, 0)

    def _all_sounded(self) -> bool:
        return all(seen.sounded is not None for seen in self.seen)

    def _look(self) -> None:
        if self._is_done():
            self._loop.quit()

    def _wait(self, is_done: Callable[[], bool]) -> None:
        self._is_done = is_done
        if not is_done():
            late = QTimer(singleShot=True, interval=PATIENCE_MS)
            late.timeout.connect(self._loop.quit)
            late.start()
            self._loop.exec()
        self._is_done = bool
        if not is_done():
            raise TimeoutError(f"no answer in {PATIENCE_MS} ms: {self.seen}")


def open_outfit(database: Path, as_of: str) -> Outfit:
    """Open a warehouse for the window."""
    return main.fit_out(Options(db=str(database), as_of=as_of))
