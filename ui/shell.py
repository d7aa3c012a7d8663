"""The frame: rail, scan band, the screen in front, status bar. It knows screens, no services."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import words
from ui.components.focus_ring import FocusRing
from ui.components.strip import Strip
from ui.theme import Look, apply_look
from ui.tokens import Density
from ui.views.find_place import FindPlace
from ui.views.rail import Rail
from ui.views.scan_band import ScanBand
from ui.views.status_bar import StatusBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from ui.models.band import BandState

UNDO_SHOWN_MS = 10_000


class Screen(Protocol):
    """What the shell needs of a screen; ``icon`` is a name of `ui.icons`, ``key`` F1 to F8.

    One without a key is not on the rail: it is opened from the screen that it is ``under``.
    """

    @property
    def name(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def icon(self) -> str: ...
    @property
    def key(self) -> str: ...
    @property
    def under(self) -> str: ...
    @property
    def widget(self) -> QWidget: ...
    @property
    def density(self) -> Density: ...


@dataclass(frozen=True, slots=True)
class Page:
    """A plain `Screen`."""

    name: str
    title: str
    icon: str
    key: str
    widget: QWidget
    density: Density
    under: str = ""


class Shell(QMainWindow):
    """The window. Only the screens handed in are shown, in that order; the first is in front.

    ``seen``: the person has seen a refusal (a tap on the band, or Esc where no screen takes it).
    """

    screen_changed = Signal(str)
    seen = Signal()
    find_entered = Signal(str)
    status_pressed = Signal(str)
    offline_pressed = Signal()
    scanner_pressed = Signal()
    undo_pressed = Signal()

    def __init__(
        self, screens: Sequence[Screen], look: Look, app: QApplication, site: str, about: str
    ) -> None:
        super().__init__()
        self.look, self.screens = look, {screen.name: screen for screen in screens}
        self.rail, self.band = Rail(look, site, about), ScanBand(look)
        self.status, self.find_place = StatusBar(look), FindPlace(look, self.band)
        self.find_field = self.find_place.field
        self.offline = Strip(look, Density.DESK, "bad", "wifi_off", framed=True)
        self.refused = Strip(look, Density.DESK, "bad", "cancel", framed=True)
        self.scanner = Strip(look, Density.DESK, "warn", "barcode_scanner", framed=True)
        self.undo = Strip(look, Density.DESK, "slab", "undo", framed=True)
        self.stack = QStackedWidget()
        self._undo_timer = QTimer(self, singleShot=True, interval=UNDO_SHOWN_MS)
        self._lay_out()
        self._connect(app)
        self.focus_ring = FocusRing(look, self, app)
        self.setWindowTitle(site)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.bring(screens[0].name)
        self.setFocus()

    def bring(self, name: str) -> None:
        """Put a screen in front. KeyError for a name that was not handed in."""
        screen = self.screens[name]
        changed = self.stack.currentWidget() is not screen.widget
        self.stack.setCurrentWidget(screen.widget)
        self.rail.select(screen.under or name)
        self._reshape()
        if changed:
            self.screen_changed.emit(name)

    def current(self) -> Screen:
        """The screen in front."""
        return next(s for s in self.screens.values() if s.widget is self.stack.currentWidget())

    def show_band(self, state: BandState) -> None:
        """Show the last scan."""
        self.band.show_state(state)

    def show_offline(self, sentence: str, action: str = "") -> None:
        """Say under the band what does not work; "" once it works again."""
        self.offline.say(sentence, action, "sync")

    def ask_scanner(self, sentence: str, action: str) -> None:
        """Ask under the band about what a scanner told; "" once it is answered."""
        self.scanner.say(sentence, action, "done_all", "Ctrl D")

    def remind(self, sentence: str) -> None:
        """Keep under the band what was refused and nobody has seen yet; "" once it was."""
        self.refused.say(sentence, words.SEEN, "visibility", "Esc")

    def show_undo(self, sentence: str) -> None:
        """Offer to undo what was just done, for ten seconds."""
        self.undo.say(sentence, words.UNDO, "undo", "Ctrl Z")
        self._undo_timer.start()

    def hide_undo(self) -> None:
        """Take the offer back: what it would undo is no longer in sight."""
        self._undo_timer.stop()
        self.undo.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reshape()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.seen.emit()
        elif event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        for part in (self.band, self.find_place, self.offline, self.refused, self.scanner):
            column.addWidget(part)
        column.addWidget(self.stack, 1)
        column.addWidget(self.undo)
        column.addWidget(self.status)
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.setCentralWidget(frame)
        if (layout := self.layout()) is not None:  # screens shrink; the window obeys the display
            layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    def _connect(self, app: QApplication) -> None:
        for screen in self.screens.values():
            self.stack.addWidget(screen.widget)
            if not screen.key:
                continue  # opened from another screen
            self.rail.add(screen.name, screen.title, screen.icon, screen.key)
            shortcut = QShortcut(QKeySequence(screen.key), self)
            shortcut.activated.connect(lambda name=screen.name: self.bring(name))
        for key, step in (("Ctrl++", 1.1), ("Ctrl+=", 1.1), ("Ctrl+-", 1 / 1.1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda step=step: self.look.zoom_by(step))
        QShortcut(QKeySequence("Ctrl+D"), self).activated.connect(self.scanner.button.click)
        self.scanner.pressed.connect(self.scanner_pressed)
        self.refused.pressed.connect(self.seen)
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self.find_place.open_field)
        self.rail.chosen.connect(self.bring)
        self.rail.find_asked.connect(self.find_place.open_field)
        self.band.tapped.connect(self.seen)
        self.find_field.entered.connect(self.find_entered)
        self.status.pressed.connect(self.status_pressed)
        self.offline.pressed.connect(self.offline_pressed)
        self.undo.pressed.connect(self.undo_pressed)
        self.undo.pressed.connect(self.undo.hide)
        self._undo_timer.timeout.connect(self.undo.hide)
        self.look.theme_changed.connect(lambda: apply_look(app, self.look))
        apply_look(app, self.look)

    def _reshape(self) -> None:
        """Fit rail, band, Find and status bar to the screen in front and the window's size."""
        density = self.current().density
        self.look.set_window(self.width(), self.height(), density)
        self.rail.set_density(density, self.width())
        self.band.set_density(density)
        self.status.set_density(density)
        for strip in (self.offline, self.refused, self.scanner, self.undo):
            strip.set_density(density)
        self.find_place.fit(density, self.width())
