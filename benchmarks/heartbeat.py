"""How late a 10 ms heartbeat of the window comes while the floor thread plans and imports.

Run: ``python -m benchmarks.heartbeat``.  The program's own window stands on Dock, without a
display, on 100,000 open lines; the floor thread makes the plan from scratch and then imports the
same orders again.  Prints lateness in ms (limit: 50 at worst), beside the lateness of the same
heartbeat while the floor rests, measured in the same run.
"""

from __future__ import annotations

import gc
import os
import tempfile
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer

import main
from app.commands.session import Options
from app.services.importing import import_files
from app.services.summing import planned_units
from benchmarks.scan import make_desk, warehouse
from ui.station import Station

if TYPE_CHECKING:
    from collections.abc import Callable

LINES = 100_000
BEAT_MS, REST_MS, LIMIT_MS = 10, 3_000, 50
AS_OF = "2026-03-04T08:00Z"
SIZE = (1920, 1080)


class Heart:
    """A timer that notes how late each of its beats comes, in ms."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self._last = perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def _beat(self) -> None:
        now = perf_counter()
        self.late.append(max(0.0, (now - self._last) * 1_000 - BEAT_MS))
        self._last = now

    def take(self) -> list[float]:
        """Return what was noted since the last time, sorted."""
        taken, self.late = sorted(self.late), []
        self._last = perf_counter()
        return taken


def rest() -> None:
    """Let the window live with nothing to do."""
    loop = QEventLoop()
    QTimer.singleShot(REST_MS, loop.quit)
    loop.exec()


def on_the_floor(station: Station, work: Callable[[], object]) -> None:
    """Run work on the floor thread while the window lives on."""
    loop = QEventLoop()
    station.floor.submit(work, lambda _result: loop.quit(), lambda _error: loop.quit())
    loop.exec()


def show(what: str, late: list[float]) -> None:
    """Print a line of figures."""
    at = late[int(len(late) * 0.999)] if late else 0.0
    worst = late[-1] if late else 0.0
    print(
        f"{what}: {worst:.1f} ms late at worst = {worst / LIMIT_MS:.2f} x the limit,"
        f" {at:.1f} ms at the 99.9th percentile of {len(late)} beats"
    )


def run(folder: Path) -> None:
    """Measure in one window."""
    files = warehouse(LINES)
    make_desk(folder, LINES, files)
    outfit = main.fit_out(Options(db=str(folder / f"{LINES}.db"), as_of=AS_OF))
    desk = outfit.desk
    station = Station(main.NAME, desk, main._surroundings(outfit, lambda _name: None))  # noqa: SLF001
    station.window.shell.resize(*SIZE)
    station.window.shell.show()
    heart = Heart()
    station.window.start()
    gc.freeze()  # as Station.run does
    on_the_floor(station, lambda: None)
    rest()
    heart.take()
    rest()
    show("nothing to do", heart.take())
    desk.planner.forget()
    on_the_floor(station, lambda: planned_units(desk))
    show(f"plan of {LINES:,} lines", heart.take())
    on_the_floor(station, lambda: import_files(files, desk.store, desk.stamp()))
    show(f"import of {LINES:,} lines", heart.take())
    print(f"limit: {LIMIT_MS} ms")
    station.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        run(Path(name))
