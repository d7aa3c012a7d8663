"""The screens of a station's window in the rail's order, and what they are handed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.domain.layouts import Layout
from app.texts import screen
from ui.decks.backorders import BackordersDeck
from ui.decks.crossdock import CrossdockDeck
from ui.decks.dock import DockDeck
from ui.decks.rooms import RoomDeck
from ui.decks.setup import SetupDeck
from ui.presenters.picking import PickPresenter
from ui.presenters.printers import PrintersPresenter, PrintWays
from ui.presenters.receiving import ReceivePresenter
from ui.presenters.rooms import PackPresenter
from ui.presenters.sweeping import SweepPresenter
from ui.shell import Page
from ui.tokens import Density
from ui.views.pack_view import PackView
from ui.views.pick_view import PickView
from ui.views.receive_view import ReceiveView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, tzinfo
    from pathlib import Path

    from app.services.desk import Desk
    from ui.decks.deck import Deck
    from ui.floor_thread import FloorThread
    from ui.theme import Look


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the window is handed.

    ``play`` sounds, ``paper`` lets a slip print and returns its picture, ``reprint`` a
    copy, ``print_day`` prints a day at the dock (today for None) and tells what became of it,
    ``print_osd`` a receipt's sheet, ``sheets`` those that Setup prints, by kind,
    ``back_up`` copies the database to a file; ``place`` says where the database is.
    ``layout`` is the keyboard of this computer, ``tunings`` what is kept of the station's scanners;
    ``print_labels`` those of a scan, ``printing`` works off the print queue.
    """

    zone: Callable[[], tzinfo]
    play: Callable[[str], None]
    paper: Callable[[str], bytes]
    reprint: Callable[[str], object]
    print_day: Callable[[date | None], str]
    print_osd: Callable[[str], str]
    sheets: Mapping[str, Callable[[], str]]
    back_up: Callable[[Path], None]
    site_name: str
    place: str
    layout: Layout = Layout.US
    tunings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    print_labels: Callable[[str, Mapping[str, Any]], None] | None = None
    printing: PrintWays = field(default_factory=PrintWays)


def make_decks(desk: Desk, floor: FloorThread, look: Look, around: Surroundings) -> list[Deck]:
    """Make the screens in the rail's order."""
    zone = around.zone
    receive, pick, pack = ReceiveView(look), PickView(look), PackView(look)
    sweep = PickView(look)  # it looks alike: one thing to do, and what comes beside it
    high = Density.FLOOR
    printers = PrintersPresenter(desk, floor, around.printing, zone)
    return [
        DockDeck(desk, floor, look, zone, around.site_name, around.print_day),
        CrossdockDeck(desk, floor, look),
        RoomDeck(
            Page("receive", screen("receive"), "move_to_inbox", "F3", receive, high),
            ReceivePresenter(desk, floor, zone, around.print_osd, around.print_labels),
            receive,
        ),
        RoomDeck(
            Page("pick", screen("pick"), "shopping_basket", "F4", pick, high),
            PickPresenter(desk, floor, zone),
            pick,
        ),
        RoomDeck(
            Page("pack", screen("pack"), "package_2", "F5", pack, high),
            PackPresenter(desk, floor, zone, around.paper, around.reprint),
            pack,
        ),
        BackordersDeck(desk, floor, look),
        SetupDeck(desk, floor, look, around.back_up, around.place, printers, around.sheets),
        RoomDeck(
            Page("sweep", screen("sweep"), "rule", "", sweep, high, under="crossdock"),
            SweepPresenter(desk, floor),
            sweep,
        ),
    ]
