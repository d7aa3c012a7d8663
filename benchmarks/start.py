"""From the start of the process to Dock painted with today's trucks, scanners being listened to.

Run: ``python -m benchmarks.start``.  A database of 100,000 orders is made first (a minute or so).
Prints medians in ms, each start in a process of its own without a display, beside an empty
PySide6 window painted the same way in turns with it (limit: 10 x).
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 7
ORDERS, LINES_AN_ORDER = 100_000, 2
AS_OF = "2026-03-04T08:00Z"
LIMIT = 10.0
SIZE = (1280, 800)


def empty_window() -> None:
    """Paint an empty window and tell the instant."""
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication(sys.argv[:1])
    window = QWidget()
    window.resize(*SIZE)
    window.show()
    app.processEvents()
    window.repaint()
    _tell("painted")


def program(database: str) -> None:
    """Start as ``open_window`` does; tell when today's trucks, and when the badges, are painted."""
    import main
    from app.commands.session import Options
    from ui.station import Station

    outfit = main.fit_out(Options(db=database, as_of=AS_OF))
    station = Station(main.NAME, outfit.desk, main._surroundings(outfit, lambda _name: None))  # noqa: SLF001
    station.listen()
    window = station.window
    window.shell.resize(*SIZE)
    window.shell.show()

    def painted() -> None:
        scene = window.decks["dock"].view.scene  # type: ignore[attr-defined]
        window.shell.repaint()
        _tell("painted" if scene.blocks else "empty")

    window.decks["dock"].presenter.scene.connect(painted)  # type: ignore[attr-defined]
    station.floor.idle.connect(station.app.quit)
    window.start()
    station.app.exec()
    station.close()


def _tell(what: str) -> None:
    print(what, time.monotonic(), flush=True)


def start_ms(*arguments: str) -> list[tuple[str, float]]:
    """Run a child; return what it told, in ms since its start."""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.start", *arguments],
        env=_surroundings(),
        check=True,
        capture_output=True,
        text=True,
    )
    told = (line.split() for line in done.stdout.splitlines())
    return [(word, (float(at) - begun) * 1_000) for word, at in told]


def _surroundings() -> dict[str, str]:
    """Return variables under which modules are compiled once, as on any machine after a day."""
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    compiled = str(Path(tempfile.gettempdir()) / f"benchmarks-start-{os.getpid()}")
    return {**kept, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": compiled}


def make_database(folder: Path) -> Path:
    """Make a database of that many orders."""
    from benchmarks.scan import make_desk, warehouse

    files = warehouse(ORDERS * LINES_AN_ORDER, LINES_AN_ORDER)
    make_desk(folder, ORDERS, files)
    return folder / f"{ORDERS}.db"


def measure(database: Path) -> None:
    """Print the figures beside the limit."""
    empty: list[float] = []
    first: list[float] = []
    last: list[float] = []
    start_ms(str(database))  # compiles
    for _ in range(RUNS):
        empty.append(start_ms("--empty")[0][1])
        told = start_ms(str(database))
        if told[0][0] != "painted":
            raise SystemExit("Dock was painted without its trucks")
        first.append(told[0][1])
        last.append(told[-1][1])
    bare, dock, badges = (statistics.median(found) for found in (empty, first, last))
    print(f"empty PySide6 window painted: {bare:.0f} ms")
    print(f"Dock with today's trucks, {ORDERS:,} orders: {dock:.0f} ms = {dock / bare:.1f} x")
    print(f"Dock with badges: {badges:.0f} ms = {badges / bare:.1f} x")
    print(f"limit: {LIMIT} x the empty window")


def main_() -> None:
    """Be a child where an argument says so, else measure."""
    if sys.argv[1:] == ["--empty"]:
        empty_window()
    elif len(sys.argv) > 1:
        program(sys.argv[1])
    else:
        with tempfile.TemporaryDirectory() as name:
            measure(make_database(Path(name)))
            shutil.rmtree(_surroundings()["PYTHONPYCACHEPREFIX"], ignore_errors=True)


if __name__ == "__main__":
    main_()
