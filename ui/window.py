"""Puts the window together: screens, presenters, and the way of a scan to the screen in front."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.services.finding import Found, find
from app.texts import screen, sentence
from ui.models.band import BandKind, BandState
from ui.presenters.dock import DockPresenter
from ui.presenters.rooms import PackPresenter, PickPresenter, ReceivePresenter
from ui.presenters.setup import SetupPresenter
from ui.presenters.status import StationState, status_items
from ui.scan_line import ScanLine
from ui.shell import Page, Shell
from ui.tokens import Density
from ui.views.dock_view import DockView
from ui.views.pack_view import PackView
from ui.views.pick_view import PickView
from ui.views.receive_view import ReceiveView
from ui.views.setup_view import SetupView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from app.domain.device import Link
    from app.domain.errors import FloorError
    from app.domain.scan import Scan
    from app.services.desk import Desk
    from ui.floor_thread import FloorThread
    from ui.presenters.floor import FloorPresenter
    from ui.theme import Look

    FloorView = ReceiveView | PickView | PackView


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the window is handed: ``play`` sounds, ``paper`` prints a slip and shows its picture.

    ``back_up`` copies the database to a file; ``place`` says where the database is.
    """

    zone: Callable[[], tzinfo]
    play: Callable[[str], None]
    paper: Callable[[str], str]
    back_up: Callable[[Path], None]
    site_name: str
    place: str


def _in_two(site_name: str) -> tuple[str, str]:
    """Break a site's name over the rail's two lines."""
    first, _, last = site_name.rpartition(" ")
    return (first, last) if first else (site_name, screen("about_site"))


class Window(QObject):
    """One station's window.  ``scanned`` may be emitted from any thread; the rest is Qt's own."""

    scanned = Signal(object)
    linked = Signal(object)

    def __init__(
        self, app: QApplication, desk: Desk, floor: FloorThread, look: Look, around: Surroundings
    ) -> None:
        super().__init__()
        self.desk, self.floor, self.around = desk, floor, around
        self._line = ScanLine(floor, self._deal)
        self.state = StationState(desk.station, desk.actor)
        self.dock = DockPresenter(desk, floor, around.zone)
        self.rooms: dict[str, FloorPresenter] = {
            "receive": ReceivePresenter(desk, floor),
            "pick": PickPresenter(desk, floor, around.zone),
            "pack": PackPresenter(desk, floor, around.zone, around.paper),
        }
        self.desks = ("dock", "setup")
        self.dock_view = DockView(look)
        self.setup = SetupPresenter(desk, floor, around.back_up, around.place)
        self.setup_view = SetupView(look)
        self.views: dict[str, FloorView] = {
            "receive": ReceiveView(look),
            "pick": PickView(look),
            "pack": PackView(look),
        }
        self.shell = Shell(self._pages(), look, app, *_in_two(around.site_name))
        self._connect()
        self._show_status()

    def start(self) -> None:
        """Show the first screen with today's data."""
        self.dock.refresh()

    def bring(self, name: str) -> None:
        """Put a screen in front."""
        self.shell.bring(name)

    def take(self, scan: Scan) -> None:
        """Give a scan to the job on the screen in front, else find out what it means."""
        self._line.take(scan)

    def _deal(self, scan: Scan) -> None:
        name = self.shell.current().name
        room = self.rooms.get(name)
        if name == "setup":
            self.setup.test(scan)
        elif room is not None and room.number is not None:
            room.take(scan)
        else:
            self.find(scan.aim + scan.text)

    def find(self, text: str) -> None:
        """Open what a code or a number names."""
        self.floor.submit(lambda: find(text, self.desk), self._found, self._trouble)

    def _pages(self) -> list[Page]:
        floor, desk = Density.FLOOR, Density.DESK
        return [
            Page("dock", screen("dock"), "local_shipping", "F1", self.dock_view, desk),
            Page("receive", screen("receive"), "move_to_inbox", "F3", self.views["receive"], floor),
            Page("pick", screen("pick"), "shopping_basket", "F4", self.views["pick"], floor),
            Page("pack", screen("pack"), "package_2", "F5", self.views["pack"], floor),
            Page("setup", screen("setup"), "settings", "F8", self.setup_view, desk),
        ]

    def _connect(self) -> None:
        self.scanned.connect(self.take)
        self.linked.connect(self._link)
        self.shell.screen_changed.connect(self._entered)
        self.shell.find_entered.connect(self.find)
        self.shell.undo_pressed.connect(self.dock.undo)
        self.shell.seen.connect(self._seen)
        self.floor.broke.connect(self._broke)
        for name, room in self.rooms.items():
            self._connect_room(name, room, self.views[name])
        self._connect_dock()
        self._connect_setup()

    def _connect_setup(self) -> None:
        view, setup = self.setup_view, self.setup
        setup.scene.connect(view.show_scene)
        setup.said.connect(lambda text: self._say(BandKind.ACCEPTED, text))
        setup.changed.connect(self._saved)
        setup.trouble.connect(self._refuse)
        view.setting_changed.connect(setup.change)
        view.files_chosen.connect(setup.bring_in)
        view.backup_chosen.connect(setup.back_up)

    def _connect_room(self, name: str, room: FloorPresenter, view: FloorView) -> None:
        room.scene.connect(view.show_scene)
        room.sounded.connect(self.around.play)
        room.changed.connect(self._saved)
        room.trouble.connect(self._refuse)
        view.code_entered.connect(lambda code: self._typed(name, code))
        view.job_chosen.connect(room.open)
        view.seen.connect(room.seen)
        view.band_changed.connect(lambda band: self._band(name, band))

    def _connect_dock(self) -> None:
        view, dock = self.dock_view, self.dock
        dock.scene.connect(view.show_scene)
        dock.undoable.connect(self.shell.show_undo)
        dock.changed.connect(self._saved)
        dock.trouble.connect(self._refuse)
        view.moved.connect(dock.move)
        view.event_asked.connect(dock.say_event)
        view.day_changed.connect(dock.choose_day)
        view.undo_asked.connect(dock.undo)
        view.asn_opened.connect(lambda asn: self.open_job("receive", asn))

    def open_job(self, room: str, number: str) -> None:
        """Bring a room to the front and take a job there."""
        self.shell.bring(room)
        self.rooms[room].open(number)

    def _typed(self, name: str, code: str) -> None:
        room = self.rooms[name]
        if room.number is None:
            self.find(code)
        else:
            room.code(code)

    def _entered(self, name: str) -> None:
        self.shell.hide_undo()
        if name in self.rooms:
            self.rooms[name].refresh()
        elif name == "setup":
            self.setup.refresh()
        elif name == "dock":
            self.dock.refresh()
            self.shell.show_band(BandState(BandKind.READY, screen("ready"), screen("scan_asn")))

    def _band(self, name: str, band: BandState) -> None:
        if self.shell.current().name == name:
            at = self.desk.clock.now().astimezone(self.around.zone())
            self.shell.show_band(replace(band, at_text=f"{at:%H:%M:%S}"))

    def _found(self, found: Found) -> None:
        current = self.shell.current().name
        if found.kind == "asn":
            self.open_job("receive", found.number)
        elif found.kind in ("order", "shipment"):
            self.open_job("pack" if current == "pack" else "pick", found.number)
        elif found.kind == "item":
            self._say(BandKind.NEXT, found.number, found.about)
        elif found.kind == "location":
            self._say(BandKind.NEXT, screen("found_place", number=found.number))
        else:
            text = screen("found_nothing", number=found.number)
            self._refuse(text, screen("found_nothing_about"))

    def _say(self, kind: BandKind, outcome: str, rest: str = "") -> None:
        self.shell.show_band(BandState(kind, outcome, rest))

    def _refuse(self, text: str, rest: str = "") -> None:
        self._say(BandKind.REFUSED, text, rest)
        self.around.play("wrong")

    def _seen(self) -> None:
        room = self.rooms.get(self.shell.current().name)
        if room is not None:
            room.seen()
        else:
            self._say(BandKind.READY, screen("ready"), screen("scan_asn"))

    def _link(self, link: Link) -> None:
        self.state = replace(self.state, links={**self.state.links, link.device: link})
        if link.dropped_bytes:
            self._refuse(screen("half_code", device=link.device))
        self.setup.show_links(self.state.links)
        self._show_status()

    def _saved(self) -> None:
        at = self.desk.clock.now().astimezone(self.around.zone())
        self.state = replace(self.state, saved_at=f"{at:%H:%M:%S}", trouble="")
        self.shell.show_offline("")
        self._show_status()

    def _show_status(self) -> None:
        self.shell.status.show_items(status_items(self.state))

    def _trouble(self, error: FloorError) -> None:
        self._refuse(sentence(error.code, **error.data))

    def _broke(self, _error: object) -> None:
        self.state = replace(self.state, trouble=screen("program_trouble"))
        self.shell.show_offline(screen("program_trouble"))
        self._show_status()
