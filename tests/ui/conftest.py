"""What the tests of the window share."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui import scenes
from tests.ui.floor_station import Station
from ui.shell import Page, Shell
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
