"""Plays a day's work in the window, scan by scan, and takes its pictures."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from app.domain.scan import Scan
from ui.decks.crossdock import CrossdockDeck
from ui.decks.dock import DockDeck
from ui.decks.rooms import RoomDeck
from ui.models.crossdock import ARRIVAL
from ui.tokens import Density
from ui.tour import render

if TYPE_CHECKING:
    from pathlib import Path

    from ui.station import Station

THEMES = ("light", "dark")
SIZES = {Density.DESK: (1920, 1080), Density.FLOOR: (1280, 800)}


class Rehearsal:
    """A station that works by itself; pictures go to a folder."""

    device = "Scripted scanner"

    def __init__(self, station: Station, folder: Path) -> None:
        self._station = station
        self._folder = folder
        self.pictures: list[str] = []
        self.troubles: list[str] = []
        station.floor.broke.connect(lambda error: self.troubles.append(repr(error)))
        station.window.shell.resize(*SIZES[Density.DESK])
        station.window.shell.show()

    def truck(self, asn: str, kind: str, door: str) -> None:
        """Say what happens to a truck, as on Dock."""
        deck = self._station.window.decks["dock"]
        if isinstance(deck, DockDeck):
            deck.presenter.say_event(asn, kind, door)
        self.settle()

    def job(self, room: str, number: str, codes: tuple[str, ...]) -> None:
        """Take a job, unless it is in hand, and scan codes into it."""
        window = self._station.window
        window.bring(room)
        if window.room(room).presenter.number != number:
            window.open_job(room, number)
        self.settle()
        for code in codes:
            self.scan(code)

    def scan(self, code: str) -> None:
        """Scan a code on the screen in front, as somebody who has seen what it shows."""
        self._station.window.refusals.seen()
        self._station.window.take(Scan(uuid.uuid4().hex, code, device=self.device))
        self.settle()

    def shoot(self, name: str) -> None:
        """Take a picture of the window in both themes, at the size of the screen in front."""
        shell, look = self._station.window.shell, self._station.look
        size = SIZES[shell.current().density]
        for theme in THEMES:
            file = f"{name}-{theme}.png"
            render(shell, look, size, theme, self._folder / file)
            self.pictures.append(file)
        look.set_theme(THEMES[0])

    def shoot_wall(self) -> None:
        """Take a picture of Dock's wall screen in both themes."""
        deck, look = self._station.window.decks["dock"], self._station.look
        if not isinstance(deck, DockDeck):
            return
        deck.wall.presenter.start()
        self.settle()
        for theme in THEMES:
            file = f"wall-{theme}.png"
            render(deck.wall.view, look, SIZES[Density.DESK], theme, self._folder / file)
            self.pictures.append(file)
        look.set_theme(THEMES[0])
        deck.wall.close()

    def show(self, room: str) -> None:
        """Bring a screen to the front with fresh data."""
        self._station.window.bring(room)
        deck = self._station.window.decks[room]
        if isinstance(deck, RoomDeck):
            deck.presenter.leave()
        self.settle()

    def light_up_first(self) -> None:
        """Select the first arriving line that serves somebody, as a supervisor would."""
        deck = self._station.window.decks["crossdock"]
        if isinstance(deck, CrossdockDeck) and deck.view.scene.pegs:
            deck.presenter.select(ARRIVAL, deck.view.scene.pegs[0].arrival)

    def settle(self) -> None:
        """Wait until the floor thread has answered all that was asked."""
        while not self._station.floor.is_idle:
            loop = QEventLoop()
            self._station.floor.idle.connect(loop.quit)
            if not self._station.floor.is_idle:
                loop.exec()
            self._station.floor.idle.disconnect(loop.quit)
        QApplication.processEvents()
