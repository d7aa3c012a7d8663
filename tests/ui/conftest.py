"""What the tests of the window share."""

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services.importing import import_files
from tests.floor import Floor, empty_floor
from tests.stories.story import warehouse_files
from tests.ui import scenes
from tests.ui.floor_station import Station
from ui.screens import Surroundings
from ui.shell import Page, Shell
from ui.station import Station as ProductStation
from ui.theme import Look
from ui.tokens import Density
from ui.views.pack_view import PackView
from ui.views.pick_view import PickView
from ui.views.receive_view import ReceiveView


@pytest.fixture
def station(qtbot: QtBot, qapp: QApplication) -> Iterator[Station]:
    look = Look()
    receive, pick, pack = ReceiveView(look), PickView(look), PackView(look)
    pages = [
        Page("receive", "Receive", "move_to_inbox", "F3", receive, Density.FLOOR),
        Page("pick", "Pick", "shopping_basket", "F4", pick, Density.FLOOR),
        Page("pack", "Pack", "package_2", "F5", pack, Density.FLOOR),
    ]
    shell = Shell(pages, look, qapp, "Harbour Road", "Distribution centre")
    shell.status.show_items(scenes.STATUS)
    for view in (receive, pick, pack):
        view.band_changed.connect(shell.show_band)
    shell.resize(1280, 800)
    shell.show()
    qtbot.waitActive(shell)
    yield Station(shell, receive, pick, pack)
    shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def told_floor(tmp_path: Path) -> Floor:
    """The stories' warehouse in a database of its own."""
    floor = empty_floor(tmp_path / "story.db")
    import_files(warehouse_files(), floor.desk.store, floor.desk.stamp())
    return floor


@pytest.fixture
def papers() -> list[str]:
    """What the window has printed: shipments, and copies with a plus."""
    return []


@pytest.fixture
def told_station(
    qapp: QApplication, told_floor: Floor, papers: list[str]
) -> Iterator[ProductStation]:
    """The product's own window on the stories' warehouse, offscreen."""

    def paper(shipment: str) -> bytes:
        papers.append(shipment)
        return b""

    around = Surroundings(
        zone=lambda: UTC,
        play=lambda _sound: None,
        paper=paper,
        reprint=lambda shipment: papers.append(f"{shipment}+"),
        print_day=lambda day: f"Printed {day}",
        print_osd=lambda asn: f"Printed the OS&D of {asn}",
        sheets={},
        back_up=lambda _path: None,
        site_name="Harbour Road",
        place="",
    )
    station = ProductStation("test", told_floor.desk, around)
    yield station
    station.close()
    station.window.shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
