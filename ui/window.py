"""Puts the window together: decks in a frame, and the way of a scan to the deck in front."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.services.finding import Found, find
from app.texts import screen, sentence
from ui.decks.rooms import RoomDeck
from ui.decks.setup import SetupDeck
from ui.models.band import BandKind, BandState
from ui.presenters.refusals import Refusals
from ui.scan_line import ScanLine
from ui.scanner_news import ScannerNews
from ui.screens import Surroundings, make_decks
from ui.shell import Shell
from ui.status_keeper import StatusKeeper

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QApplication

    from app.domain.device import Link
    from app.domain.errors import FloorError
    from app.domain.feedback import Heard
    from app.domain.printing import Queued
    from app.domain.scan import Scan
    from app.domain.weighing import ScaleSight
    from app.services.desk import Desk
    from ui.decks.deck import Deck
    from ui.floor_thread import FloorThread
    from ui.theme import Look
    from ui.tuning import Tuning

LOOK_MS = 400  # a held order stops the station within a second


def _in_two(site_name: str) -> tuple[str, str]:
    """Break a site's name over the rail's two lines."""
    first, _, last = site_name.rpartition(" ")
    return (first, last) if first else (site_name, screen("about_site"))


class Window(QObject):
    """One station's window.

    ``scanned``, ``linked``, ``scale_seen`` and ``papers_seen`` take any thread.

    ``layout_chosen`` tells the keyboard that typing scanners are to be read on.
    """

    scanned = Signal(object)
    linked = Signal(object)
    scale_seen = Signal(object)
    papers_seen = Signal(object)
    layout_chosen = Signal(str)

    def __init__(
        self, app: QApplication, desk: Desk, floor: FloorThread, look: Look, around: Surroundings
    ) -> None:
        super().__init__()
        self.desk, self.floor, self.around = desk, floor, around
        self._line, self._news = ScanLine(floor, self._deal), ScannerNews()
        self.refusals = Refusals()
        decks = make_decks(desk, floor, look, around)
        self.decks = {deck.name: deck for deck in decks}
        pages = [deck.page for deck in decks]
        self.looks = QTimer(self, interval=LOOK_MS)
        self.looks.timeout.connect(self._look)
        self.shell = Shell(pages, look, app, *_in_two(around.site_name))
        self.status = StatusKeeper(self.shell, desk.station, desk.actor, self._wall_time)
        for deck in decks:
            self._connect(deck)
        self.scanned.connect(self.take)
        self.linked.connect(self._link)
        self.scale_seen.connect(self._see_scale)
        self.papers_seen.connect(self._see_papers)
        self.shell.status_pressed.connect(self._explain)
        self.shell.screen_changed.connect(self._entered)
        self.shell.find_entered.connect(self.refusals.seen)
        self.shell.find_entered.connect(self.find)
        self.shell.undo_pressed.connect(lambda: self.front().undo())
        self.shell.seen.connect(self._seen)
        self._line.seen.connect(self.refusals.seen)
        self.refusals.told.connect(self.shell.remind)
        self._connect_news()
        self.floor.broke.connect(lambda _error: self.status.broke())

    def front(self) -> Deck:
        """Return the deck in front."""
        return self.decks[self.shell.current().name]

    def room(self, name: str) -> RoomDeck:
        """Return a floor screen; KeyError for any other name."""
        deck = self.decks[name]
        if not isinstance(deck, RoomDeck):
            raise KeyError(name)
        return deck

    def start(self) -> None:
        """Show the first screen with today's data, and look from now on at what others write."""
        self.front().enter()
        self.looks.start()

    def _look(self) -> None:
        deck = self.front()
        if isinstance(deck, RoomDeck) and self.floor.is_idle:
            deck.presenter.look()

    def bring(self, name: str) -> None:
        """Put a screen in front."""
        self.shell.bring(name)

    def take(self, scan: Scan) -> None:
        """Give a scan to the deck in front, else find out what it means."""
        self._line.take(scan)

    def find(self, text: str) -> None:
        """Open what a code or a number names."""
        self.floor.submit(lambda: find(text, self.desk), self._found, self._trouble)

    def open_job(self, room: str, number: str, scan: Scan | None = None) -> None:
        """Bring a room to the front and take a job there; ``scan`` is what named it."""
        self.shell.bring(room)
        self.room(room).presenter.open(number, scan)

    def let_hear(self, hear: Callable[[Scan, Heard], None]) -> None:
        """Tell every code's scanner what it came to, from the floor thread, after the commit."""
        for deck in self.decks.values():
            if isinstance(deck, RoomDeck):
                deck.presenter.hear = hear

    def let_tune(self, tuning: Tuning) -> None:
        """Let Setup examine scanners and change their profiles."""
        for deck in self.decks.values():
            if isinstance(deck, SetupDeck):
                deck.doctor.tuning = tuning
                deck.presenter.ports_changed.connect(tuning.use_settings)

    def _deal(self, scan: Scan) -> None:
        if not self._news.takes(scan) and not self.front().take(scan):
            code = scan.aim + scan.text
            show = partial(self._found, scan=scan)
            self.floor.submit(lambda: find(code, self.desk), show, self._trouble)

    def _connect_news(self) -> None:
        news = self._news
        news.asked.connect(self.shell.ask_scanner)
        news.counted.connect(self.take)
        news.refused.connect(self._refuse)
        news.said.connect(lambda text: self._say(BandKind.ACCEPTED, text))
        self.shell.scanner_pressed.connect(news.act)

    def _seen(self) -> None:
        self.refusals.seen()
        self._news.put_away()
        self.front().seen()

    def _connect(self, deck: Deck) -> None:
        deck.banded.connect(lambda band: self._band(deck.name, band))
        deck.troubled.connect(self._refuse)
        deck.touched.connect(self.refusals.seen)
        deck.sounded.connect(self.around.play)
        deck.saved.connect(self.status.saved)
        deck.undoable.connect(self.shell.show_undo)
        deck.job_asked.connect(self.open_job)
        deck.code_asked.connect(self.find)
        deck.printers_asked.connect(lambda: self._explain("printer"))
        if isinstance(deck, SetupDeck):
            change, chosen = deck.presenter.change, deck.presenter.layout_chosen
            self._news.layout_chosen.connect(partial(change, "keyboard_layout"))
            chosen.connect(self._news.tell_mapped)
            chosen.connect(self.layout_chosen)

    def _entered(self, name: str) -> None:
        self.shell.hide_undo()
        self._news.put_away()
        for deck in self.decks.values():
            if deck.name != name:
                deck.leave()
        self.decks[name].enter()

    def _band(self, name: str, band: BandState) -> None:
        if self.shell.current().name == name:
            self._show(replace(band, at_text=self._wall_time()))

    def _show(self, band: BandState) -> None:
        self.refusals.show(band)
        self.shell.show_band(band)

    def _wall_time(self) -> str:
        return f"{self.desk.clock.now().astimezone(self.around.zone()):%H:%M:%S}"

    def _found(self, found: Found, scan: Scan | None = None) -> None:
        if found.kind == "asn":
            self.open_job("receive", found.number, scan)
        elif found.kind in ("order", "shipment"):
            self.open_job("pack" if self.front().name == "pack" else "pick", found.number, scan)
        elif found.kind in ("cluster", "tote"):
            self.open_job("pick" if found.kind == "cluster" else "pack", found.number, scan)
        elif found.kind == "location" and self.front().name in ("sweep", "pick"):
            self.open_job(self.front().name, found.number, scan)
        elif found.kind == "item":
            self._say(BandKind.NEXT, found.number, found.about)
        elif found.kind == "location":
            self._say(BandKind.NEXT, screen("found_place", number=found.number))
        else:
            text = screen("found_nothing", number=found.number)
            self._refuse(text, screen("found_nothing_about"))

    def _say(self, kind: BandKind, outcome: str, rest: str = "") -> None:
        self._show(BandState(kind, outcome, rest))

    def _refuse(self, text: str, rest: str = "") -> None:
        self._say(BandKind.REFUSED, text, rest)
        self.around.play("wrong")

    def _link(self, link: Link) -> None:
        setup = self.decks["setup"]
        if link.read is not None and isinstance(setup, SetupDeck):
            setup.hear(link.read)
            return
        self.status.linked(link)
        self._news.hear(link, self._wall_time()[:-3])
        for deck in self.decks.values():
            deck.show_links(self.status.links)

    def _see_scale(self, sight: ScaleSight) -> None:
        self.status.scale_seen(sight)
        for deck in self.decks.values():
            deck.show_scale(sight)

    def _see_papers(self, queue: Sequence[Queued]) -> None:
        self.status.papers_seen(queue)
        for deck in self.decks.values():
            deck.show_papers(queue)

    def _explain(self, item: str) -> None:
        """Show what a click on the status bar asks for: the printer's queue."""
        setup = self.decks["setup"]
        if item == "printer" and isinstance(setup, SetupDeck):
            self.bring("setup")
            setup.bring_printers()

    def _trouble(self, error: FloorError) -> None:
        self._refuse(sentence(error.code, **error.data))
