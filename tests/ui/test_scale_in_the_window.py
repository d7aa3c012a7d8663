"""The scale as Setup and the status bar show it: from the port's settings to the words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import main as program
from app.commands.session import Options
from app.domain.simulation import ScalePlan
from app.domain.weighing import ScaleProtocol
from app.services.setting import change_setting, settings_of
from hardware.pty_line import PtyLine
from hardware.simulated_scale import SimulatedScale
from ui.decks.setup import SetupDeck
from ui.models.status import Health, StatusItem
from ui.station import Station

PATIENCE_MS = 20_000


@pytest.fixture
def scale(tmp_path: Path) -> Iterator[SimulatedScale]:
    device = SimulatedScale(PtyLine(tmp_path / "scale"), ScalePlan(ScaleProtocol.CONTINUOUS, 20))
    yield device
    device.close()


@pytest.fixture
def station(tmp_path: Path, qapp: QApplication) -> Iterator[Station]:
    outfit = program.fit_out(Options(db=str(tmp_path / "floor.db")))
    station = Station("test", outfit.desk, program._surroundings(outfit, lambda _sound: None))
    yield station
    station.close()
    station.window.shell.deleteLater()


def listen(station: Station, port: str, protocol: str) -> None:
    desk = station.window.desk
    change_setting("scale_port", port, desk)
    change_setting("scale_protocol", protocol, desk)
    station.weigh_with(program.open_scale(settings_of(desk).scale_profile, desk.clock))


def item(station: Station) -> StatusItem:
    return next(item for item in station.window.shell.status.items if item.name == "scale")


def shown(station: Station) -> str:
    deck = station.window.decks["setup"]
    assert isinstance(deck, SetupDeck)
    card = deck.view.scale
    return f"{card.weight.accessibleName()}: {card.explained.accessibleName()}"


def wait_for(qtbot: QtBot, station: Station, detail: str, health: Health) -> None:
    def is_shown() -> bool:
        return (item(station).detail, item(station).health) == (detail, health)

    qtbot.waitUntil(is_shown, timeout=PATIENCE_MS)


def test_the_weight_is_shown_live_and_gone_when_the_scale_is(
    qtbot: QtBot, station: Station, scale: SimulatedScale
) -> None:
    assert (item(station).detail, item(station).health) == ("none", Health.NONE)
    listen(station, scale.path, "continuous")
    for said, detail, health in (
        ("1.250 kg", "1.250 kg", Health.OK),
        ("unstable", "1.250 kg", Health.CATCH),
        ("-0.5 kg", "-0.5 kg", Health.CATCH),
        ("overload", "overload", Health.BAD),
        ("unplug", "not connected", Health.BAD),
        ("plug in", "overload", Health.BAD),
        ("zero", "0.000 kg", Health.OK),
    ):
        scale.say(said)
        wait_for(qtbot, station, detail, health)
    assert shown(station) == "0.000 kg: Stable, zero"


@pytest.mark.wrong_input
def test_a_wrong_protocol_is_named(qtbot: QtBot, station: Station, scale: SimulatedScale) -> None:
    listen(station, scale.path, "mt-sics")

    qtbot.waitUntil(lambda: "do not look like MT-SICS" in shown(station), timeout=PATIENCE_MS)
    assert item(station).health is Health.BAD
