"""One station from start to end: application, window, floor thread and scanners."""

from __future__ import annotations

import gc
import locale
import sys
import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.domain.device import DeviceProfile
from app.domain.layouts import Layout
from app.domain.tuning import device_key, tuned
from app.services.warming import warm_up
from ui.floor_thread import FloorThread
from ui.presenters.status import KEYBOARD
from ui.theme import Look
from ui.tuning import Tuning
from ui.wedge_filter import WedgeFilter
from ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.feedback import Heard
    from app.domain.printing import Queued
    from app.domain.scan import Scan
    from app.ports import Scale, ScanSource
    from app.services.desk import Desk
    from ui.screens import Surroundings

SIZE = (1280, 800)


# Offscreen there is no window manager to tell sizes to; Qt remarks on it at each window.
HARMLESS = frozenset({"This plugin does not support propagateSizeHints()"})


def tell(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    """Pass Qt's remarks on to standard error, but for the harmless."""
    if text not in HARMLESS:
        sys.stderr.write(f"{text}\n")


def application(name: str) -> QApplication:
    """Return the one application, made at the first call, with Fusion as its style."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        qInstallMessageHandler(tell)
        app = QApplication(sys.argv[:1])
        locale.setlocale(locale.LC_TIME, "C")  # Qt takes the system's: months would not be English
    app.setApplicationName(name)
    app.setStyle("Fusion")
    return app


class Station:
    """The window with all that feeds it; ``close`` ends every thread."""

    def __init__(self, name: str, desk: Desk, around: Surroundings, theme: str = "light") -> None:
        self.app = application(name)
        self.look = Look(theme)
        self.floor = FloorThread()
        self.window = Window(self.app, desk, self.floor, self.look, around)
        profile = DeviceProfile(name=KEYBOARD, layout=around.layout)
        profile = tuned(profile, around.tunings.get(device_key(profile), {}))
        wedge = WedgeFilter(profile, self.app, desk.clock, lambda: uuid.uuid4().hex)
        self._sources: list[ScanSource] = [wedge]
        self.window.layout_chosen.connect(lambda name: wedge.use_layout(Layout(name)))
        self.window.let_hear(self._answer)
        self.window.let_tune(Tuning(lambda: tuple(self._sources)))
        self._scale: Scale | None = None

    def listen(self, sources: Sequence[ScanSource] = ()) -> None:
        """Start the keyboard wedge and further scanners; each scan reaches the screen in front."""
        self._sources.extend(sources)
        for source in self._sources:
            source.start(self.window.scanned.emit, self.window.linked.emit)

    def _answer(self, scan: Scan, heard: Heard) -> None:
        for source in tuple(self._sources):
            source.answer(scan, heard)

    def weigh_with(self, scale: Scale) -> None:
        """Start the station's scale; each of its sights reaches the window."""
        self._scale = scale
        scale.start(self.window.scale_seen.emit)

    def papers_seen(self, queue: Sequence[Queued]) -> None:
        """Show the papers that wait; may be called on any thread."""
        self.window.papers_seen.emit(queue)

    def start(self) -> None:
        """Show the first screen, and be ready for the first scan as for any later one."""
        self.window.start()
        self.floor.submit(lambda: warm_up(self.window.desk), lambda _scans: None)
        gc.freeze()  # what stands for good is never looked through again

    def run(self) -> int:
        """Show the window until it is closed; return the exit code."""
        self.window.shell.resize(*SIZE)
        self.window.shell.showMaximized()
        self.start()
        code = self.app.exec()
        self.close()
        return code

    def close(self) -> None:
        """Stop the scanners, then the floor thread once it has done all that was asked of it."""
        self.window.looks.stop()
        for source in self._sources:
            source.stop()
        if self._scale is not None:
            self._scale.stop()
        self.floor.stop()
