"""A part of Northwind's day by a scanner on its line, in the product's own window.

Every slip is held against books that share no code with the program; the warehouse lies beside
the product, not in it, and the test is skipped where it does not.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

import main as program
from app.commands.session import Options
from app.domain.device import Link, LinkState
from app.services.importing import import_files
from app.services.pick_queue import pick_queue, picks_json
from app.services.setting import change_setting
from app.services.verifying import verify
from tests.commands.northwind import WAREHOUSE, Books, open_books, page_of
from tests.hardware.pty_scanner import PtyScanner
from ui.station import Station

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.skipif(
    not WAREHOUSE.is_dir(), reason="the Northwind warehouse is not beside the product"
)
PATIENCE_MS = 20_000
ORDERS = 5
WRONG = ("NOBODY-KNOWS", "0400010000013", "CMD-FLY")


@dataclass
class Bench:
    """A station, its scanner, and all that the window answered."""

    station: Station
    scanner: PtyScanner
    qtbot: QtBot
    answers: list[Mapping[str, Any]] = field(default_factory=list)
    links: list[LinkState] = field(default_factory=list)

    def linked(self, link: Link) -> None:
        self.links.append(link.state)

    def scan(self, code: str) -> Mapping[str, Any]:
        """Send a code over the line and return what the window answers."""
        before = len(self.answers)
        self.scanner.send(f"{code}\r\n".encode())
        self.qtbot.waitUntil(lambda: len(self.answers) > before, timeout=PATIENCE_MS)
        return self.answers[-1]

    def work(self, room: str, order: str, books: Books) -> tuple[list[str], list[Any]]:
        """Open an order and do what it says, a wrong scan before each right one."""
        self.station.window.bring(room)
        self.station.window.room(room).presenter.leave()
        answer = self.scan(order)
        todo = Counter(books.picked[order]) if room == "pack" else Counter()
        codes: list[str] = []
        answers: list[Any] = []
        while (step := _step(answer, todo)) is not None:
            sku, units, place = step
            each = next(code for code, one in books.units.items() if one == (sku, 1))
            for code in (WRONG[len(codes) % 3], *place, f"CMD-QTY-{units}", each):
                codes.append(code)
                answers.append(answer := self.scan(code))
            todo[sku] = 0
        if room == "pack":
            codes.append("CMD-CLOSE")
            answers.append(self.scan("CMD-CLOSE"))
        return codes, answers


def _step(answer: Mapping[str, Any], todo: Counter[str]) -> tuple[str, int, list[str]] | None:
    if told := answer.get("next"):
        return told["sku"], told["quantity"], [told["location"]]
    return next(((sku, units, []) for sku, units in todo.items() if units), None)


@pytest.fixture
def bench(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Bench]:
    scanner = PtyScanner(tmp_path / "scanner")
    outfit = program.fit_out(Options(db=str(tmp_path / "f.db"), as_of="1998-05-07T06:00:00Z"))
    files = [(path.name, path.read_bytes()) for path in sorted(WAREHOUSE.glob("*.csv"))]
    import_files(files, outfit.desk.store, outfit.desk.stamp())
    change_setting("scanner_ports", str(scanner.path), outfit.desk)
    change_setting("printer", str(tmp_path), outfit.desk)
    station = Station("test", outfit.desk, program._surroundings(outfit, lambda _sound: None))
    bench = Bench(station, scanner, qtbot)
    for room in ("pick", "pack"):
        station.window.room(room).presenter.answered.connect(bench.answers.append)
    station.window.linked.connect(bench.linked)
    station._sources.clear()  # the keyboard scanner: offscreen no window keeps the keyboard
    station.window.shell.resize(1280, 800)
    station.window.shell.show()
    station.window.start()
    station.listen(program._serial_scanners(outfit))
    qtbot.waitUntil(lambda: LinkState.CONNECTED in bench.links, timeout=PATIENCE_MS)
    yield bench
    station.close()
    qtbot.waitUntil(lambda: bench.links[-1] is LinkState.STOPPED, timeout=PATIENCE_MS)
    scanner.unplug()
    station.window.shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_five_orders_leave_the_window_as_independent_books_say(
    bench: Bench, tmp_path: Path
) -> None:
    books, desk = open_books(), bench.station.window.desk
    queue = [row["order"] for row in picks_json(pick_queue(desk))["orders"]][:ORDERS]

    for order in queue:
        books.picks(order, *bench.work("pick", order, books))
        codes, answers = bench.work("pack", order, books)
        books.packs(order, codes, answers)
        slip = tmp_path / f"slip-{answers[-1].get('shipment')}.pdf"
        bench.qtbot.waitUntil(slip.exists, timeout=PATIENCE_MS)
        books.left_on(order, page_of(slip))

    assert books.wrong == []
    assert books.closed == ORDERS
    assert all(check.ok for check in verify(desk))
