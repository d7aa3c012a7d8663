"""A refused scan stays in sight in the product's window until a scan, a key or a touch."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from math import inf
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.device import Link, LinkState
from app.domain.layouts import Layout
from app.domain.scan import Scan
from app.services.ordering import OrderChange, change_order
from app.services.trucks import TruckEvent, tell_truck
from tests.floor import FixedClock, Floor
from ui.models.band import BandKind
from ui.rehearsal import Rehearsal
from ui.station import Station

CUP, PAN, NOBODY = "0400999000027", "0400999000034", "NOBODY-KNOWS"
TOLD = f"{NOBODY} (Refused: unknown code)"


@dataclass
class Hands:
    """A station where a code of the receipt in hand has just been refused."""

    station: Station
    floor: Floor
    rehearsal: Rehearsal
    scans: list[str] = field(default_factory=list)

    def band(self) -> tuple[str, str]:
        state = self.station.window.shell.band.state
        return (state.kind.value, state.code)

    def reminder(self) -> str:
        strip = self.station.window.shell.refused
        return strip.sentence.text() if strip.isVisible() else ""

    def in_sight(self) -> bool:
        """Whether the refusal is in the band, or told under it."""
        return self.band() == ("refused", NOBODY) or TOLD in self.reminder()

    def burst(self, *codes: str) -> None:
        for code in codes:
            self.scans.append(code)
            scan = Scan(f"{len(self.scans)} {code}", code, device="gun")
            self.station.window.take(scan)
        self.rehearsal.settle()

    def link(self, **news: object) -> None:
        self.station.window.linked.emit(Link("gun", LinkState.CONNECTED, **news))  # type: ignore[arg-type]


@pytest.fixture
def hands(told_station: Station, told_floor: Floor, tmp_path: Path) -> Hands:
    hands = Hands(told_station, told_floor, Rehearsal(told_station, tmp_path))
    hands.rehearsal.job("receive", "ASN-1", (NOBODY,))
    assert hands.band() == ("refused", NOBODY)
    return hands


def hold_an_order(hands: Hands) -> None:
    change_order("SO-6", OrderChange(hold=True), hands.floor.desk)


def see_a_late_truck(hands: Hands) -> None:
    """Another station tells that a truck is not coming; then this window looks again."""
    tell_truck("ASN-2", TruckEvent("no_show"), hands.floor.desk)
    hands.station.window.room("receive").presenter.refresh()


def lose_and_gain_the_focus(hands: Hands) -> None:
    for kind in (QEvent.Type.WindowDeactivate, QEvent.Type.WindowActivate):
        QApplication.sendEvent(hands.station.window.shell, QEvent(kind))
    for kind in (QEvent.Type.FocusOut, QEvent.Type.FocusIn):
        QApplication.sendEvent(hands.station.window.shell, QFocusEvent(kind))


def wait_an_hour(hands: Hands) -> None:
    clock = hands.station.window.desk.clock
    assert isinstance(clock, FixedClock)
    clock.instant += timedelta(hours=1)
    hands.station.window.shell._undo_timer.timeout.emit()
    hands.station.window.room("receive").presenter.refresh()


def visit(*names: str) -> Callable[[Hands], None]:
    def go(hands: Hands) -> None:
        for name in names:
            hands.station.window.bring(name)
            hands.rehearsal.settle()
            assert hands.in_sight(), name

    return go


STAYS: dict[str, Callable[[Hands], None]] = {
    "a refresh": lambda hands: hands.station.window.room("receive").presenter.refresh(),
    "a hold at another station": hold_an_order,
    "a truck that will not come": see_a_late_truck,
    "the focus lost and gained": lose_and_gain_the_focus,
    "an hour": wait_an_hour,
    "another size": lambda hands: hands.station.window.shell.resize(1024, 768),
    "another theme": lambda hands: hands.station.look.set_theme("dark"),
    "larger type": lambda hands: hands.station.look.zoom_by(1.1),
    "an unplug": lambda hands: hands.station.window.linked.emit(
        Link("gun", LinkState.DISCONNECTED)
    ),
    "a plug": lambda hands: hands.link(),
    "half a code": lambda hands: hands.link(dropped_bytes=3),
    "stale codes": lambda hands: hands.link(stale_codes=2),
    "a repeat": lambda hands: hands.link(repeated=Scan("again", CUP)),
    "a keyboard's self-test": lambda hands: hands.link(typed_on=Layout.US, is_mapped=True),
    "a program's mistake": lambda hands: hands.station.floor.broke.emit(ValueError()),
    "a visit to Pick": visit("pick"),
    "a visit to Dock and back": visit("dock", "receive"),
    "visits to everything": visit("dock", "crossdock", "pick", "pack", "backorders", "setup"),
}


@pytest.mark.wrong_input
@pytest.mark.parametrize("what", STAYS)
def test_a_refusal_stays_over(hands: Hands, what: str) -> None:
    STAYS[what](hands)
    hands.rehearsal.settle()

    assert hands.in_sight()


def press_esc(hands: Hands) -> None:
    QTest.keyClick(hands.station.window.shell, Qt.Key.Key_Escape)


def tap_the_band(hands: Hands) -> None:
    QTest.mouseClick(hands.station.window.shell.band, Qt.MouseButton.LeftButton)


def press_seen(hands: Hands) -> None:
    row = hands.station.window.room("receive").view.row
    button = next(button for button in row.buttons if button.text() == "Seen")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def press_the_strip(hands: Hands) -> None:
    QTest.mouseClick(hands.station.window.shell.refused.button, Qt.MouseButton.LeftButton)


def scan_after_a_look(hands: Hands, code: str) -> None:
    hands.station.window._line._answered_s = -inf  # the answer has stood there for long
    hands.burst(code)


SEEN: dict[str, Callable[[Hands], None]] = {
    "Esc": press_esc,
    "a tap": tap_the_band,
    "its button": press_seen,
    "a right scan": lambda hands: scan_after_a_look(hands, CUP),
    "a command scan": lambda hands: scan_after_a_look(hands, "CMD-CANCEL"),
}


@pytest.mark.parametrize("way", SEEN)
def test_a_refusal_goes_by(hands: Hands, qtbot: QtBot, way: str) -> None:
    hands.station.window.shell.show()
    qtbot.waitActive(hands.station.window.shell)

    SEEN[way](hands)
    hands.rehearsal.settle()

    assert not hands.in_sight()


@pytest.mark.right_input
def test_a_right_code_behind_it_is_answered_and_the_refusal_still_told(hands: Hands) -> None:
    hands.station.window.shell.show()

    hands.burst(NOBODY, PAN)

    assert hands.band() == (BandKind.ACCEPTED.value, PAN)
    assert hands.reminder() == f"1 not counted before this: {TOLD}"


@pytest.mark.wrong_input
def test_two_wrong_ones_in_a_burst_are_both_in_sight(hands: Hands) -> None:
    hands.station.window.shell.show()

    hands.burst(NOBODY, "OTHER", PAN)

    assert hands.reminder() == (f"2 not counted before this: OTHER (Refused: unknown code), {TOLD}")


@pytest.mark.parametrize("way", [press_esc, press_the_strip, tap_the_band])
def test_what_the_strip_tells_is_seen_by_key_and_touch(
    hands: Hands, qtbot: QtBot, way: Callable[[Hands], None]
) -> None:
    hands.station.window.shell.show()
    qtbot.waitActive(hands.station.window.shell)
    hands.burst(NOBODY, PAN)
    assert TOLD in hands.reminder()

    way(hands)
    hands.rehearsal.settle()

    assert hands.reminder() == ""


@pytest.mark.wrong_input
def test_a_code_nobody_knows_outside_any_job_is_told_once_a_job_opens(hands: Hands) -> None:
    window = hands.station.window
    hands.rehearsal.show("receive")
    window.refusals.seen()
    window.shell.show()

    hands.burst("NOTHING-HERE", "ASN-1")

    assert "Nothing" in hands.reminder() or "NOTHING-HERE" in hands.reminder()
