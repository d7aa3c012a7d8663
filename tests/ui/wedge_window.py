"""A window with everything a scan may hit, driven by lines on standard input.

Run as a child on a real X server, with a scanner's longest gap in ms.  It says what happens as JSON
lines: scans, what is typed into the field, what was clicked or triggered.
"""

import json
import os
import sys
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.device import DeviceProfile, KeyLimits, Link
from app.domain.doctor import diagnose
from app.domain.layouts import Layout
from app.domain.raw_read import RawRead
from tests.support.x_child import SETTLE_MS
from ui.wedge_filter import WedgeFilter

if TYPE_CHECKING:
    from collections.abc import Callable


SHORTCUTS = ("Ctrl+A", "Ctrl+C", "Ctrl+Q", "Ctrl+S", "Ctrl+V", "F8", "Esc")


def say(**what: object) -> None:
    print(json.dumps(what), flush=True)  # noqa: T201  # standard output is the child's voice


class WallClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


class Bench(QMainWindow):
    """Field, button, table, menu and dialog; counts every click, trigger and acceptance."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("wedge bench")
        self.hits = 0
        self.field, self.button = QLineEdit(), QPushButton("Ship all")
        self.table = QTableWidget(5, 2)
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.hit)
        self.field.textChanged.connect(lambda text: say(field=text))
        self.field.returnPressed.connect(self.returned)
        self.table.cellChanged.connect(self.hit)
        self.table.cellActivated.connect(self.hit)
        self.menu = self.menuBar().addMenu("&Ship")
        for name in ("A&ll", "&4 cartons", "&Close"):
            self.menu.addAction(name, self.hit)
        for keys in SHORTCUTS:
            action = QAction(keys, self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(self.hit)
            self.addAction(action)
        body = QWidget()
        rows = QVBoxLayout(body)
        for widget in (self.field, self.button, self.table):
            rows.addWidget(widget)
        self.setCentralWidget(body)
        self.dialog = self._make_dialog()

    def _make_dialog(self) -> QDialog:
        dialog = QDialog(self)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
        box.accepted.connect(self.hit)
        rows = QVBoxLayout(dialog)
        rows.addWidget(QLineEdit())
        rows.addWidget(box)
        dialog.rejected.connect(self.hit)
        return dialog

    def hit(self, *_: object) -> None:
        self.hits += 1
        say(hit=self.hits)

    def returned(self) -> None:
        say(returned=self.field.text())

    def put_focus(self, where: str) -> None:
        """Give the focus to one part and say so once it is there."""
        self.activateWindow()
        if where == "menu":
            self.menu.popup(self.mapToGlobal(self.rect().center()))
            self.menu.setActiveAction(self.menu.actions()[0])
        elif where == "dialog":
            self.dialog.open()
        else:
            widgets: dict[str, QWidget] = {
                "field": self.field, "button": self.button, "table": self.table
            }  # fmt: skip
            widgets[where].setFocus()


def tell(link: Link, reads: list[RawRead]) -> None:
    """Say a link, or keep and say what came in one go."""
    if link.read is not None:
        reads.append(link.read)
        say(read=link.read.text, times=len(set(link.read.times_ms)))
    else:
        say(link=link.state.value, typed_on=link.typed_on, is_mapped=link.is_mapped)


def main() -> None:
    application = QApplication(sys.argv[:1])
    gap_ms = int(sys.argv[1])
    limits = KeyLimits(gap_ms=gap_ms, hold_ms=2 * gap_ms)
    bench = Bench()
    ids = count(1)
    reads: list[RawRead] = []
    wedge = WedgeFilter(
        DeviceProfile(name="wedge", same_code_ms=0, keys=limits),
        application,
        WallClock(),
        lambda: f"{next(ids)}",
    )
    application.setQuitOnLastWindowClosed(False)
    wedge.start(
        lambda scan: say(scan=scan.text, aim=scan.aim),
        lambda link: tell(link, reads),
    )
    orders: dict[str, Callable[[str], object]] = {
        "focus": bench.put_focus,
        "clear": lambda _: bench.field.clear(),
        "stall": lambda _: os.read(0, 1),  # nothing is painted or answered until a byte comes
        "report": lambda word: say(report=word, hits=bench.hits, field=bench.field.text()),
        "settle": lambda _: QTimer.singleShot(SETTLE_MS, lambda: say(settled=True)),
        "layout": lambda name: wedge.use_layout(Layout(name)),
        "examine": lambda word: wedge.examine(is_on=word == "on"),
        "save": lambda _: wedge.use(diagnose(reads, wedge.profiles()[0]).profile),
        "stop": lambda _: wedge.stop(),
        "quit": lambda _: application.quit(),
    }

    def obey() -> None:
        for line in os.read(0, 65536).decode().splitlines():
            order, _, rest = line.partition(" ")
            orders[order](rest)
            say(done=line)

    listening = QSocketNotifier(0, QSocketNotifier.Type.Read)
    listening.activated.connect(obey)
    bench.resize(600, 400)
    bench.show()
    application.exec()


if __name__ == "__main__":
    main()
