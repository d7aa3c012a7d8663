"""Receive, Pick and Pack show their scenes whole, at every size, and tell intents only."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui import scenes
from tests.ui.look_at import cut_in, nameless, small_targets, texts_of
from ui.models.action import Ask
from ui.models.band import BandKind
from ui.models.pack import PackScene
from ui.models.pick import PickScene
from ui.models.receive import ReceiveScene
from ui.shell import Page, Shell
from ui.theme import Look
from ui.tokens import Density
from ui.views.number_pad import Key
from ui.views.pack_view import PackView
from ui.views.pick_view import PickView
from ui.views.receive_view import ReceiveView
from ui.views.scan_view import ScanView

SIZES = [(1024, 768), (1280, 800), (1920, 1080), (3840, 2160)]
SCENES: dict[str, ReceiveScene | PickScene | PackScene] = {
    **scenes.RECEIVE,
    **scenes.PICK,
    **scenes.PACK,
}
REFUSED = [name for name, scene in SCENES.items() if scene.band.kind is BandKind.REFUSED]
WORKING = [name for name, scene in SCENES.items() if scene.queue is None]


@dataclass
class Station:
    """A floor station's window and its three views."""

    shell: Shell
    receive: ReceiveView
    pick: PickView
    pack: PackView

    def show(self, name: str) -> ScanView:
        """Put a scene in front."""
        scene = SCENES[name]
        if isinstance(scene, ReceiveScene):
            self.receive.show_scene(scene)
        elif isinstance(scene, PickScene):
            self.pick.show_scene(scene)
        else:
            self.pack.show_scene(scene)
        view = name.split("-", maxsplit=1)[0]
        self.shell.bring(view)
        QApplication.processEvents()
        return {"receive": self.receive, "pick": self.pick, "pack": self.pack}[view]


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


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", SCENES)
def test_no_text_is_cut(station: Station, name: str, size: tuple[int, int]) -> None:
    station.shell.resize(*size)
    station.show(name)
    assert cut_in(station.shell) == []


@pytest.mark.parametrize("name", SCENES)
def test_no_text_is_cut_in_a_wider_font(
    monkeypatch: pytest.MonkeyPatch, station: Station, name: str
) -> None:
    monkeypatch.setattr("ui.theme.FAMILIES", ("DejaVu Sans",))
    station.shell.look.set_zoom(1.0)
    station.show(name)
    assert cut_in(station.shell) == []


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", SCENES)
def test_no_target_is_small(station: Station, name: str, size: tuple[int, int]) -> None:
    station.shell.resize(*size)
    view = station.show(name)
    assert small_targets(view, 72) + small_targets(station.shell.status, 48) == []
    assert small_targets(station.shell.rail, 72) == []


@pytest.mark.parametrize("name", SCENES)
def test_the_window_obeys_its_size(station: Station, name: str) -> None:
    station.shell.resize(1024, 768)
    view = station.show(name)
    assert view.width() + station.shell.rail.width() == 1024
    assert view.row.geometry().bottom() < view.height()


@pytest.mark.parametrize("name", SCENES)
def test_everything_pressable_has_a_name(station: Station, name: str) -> None:
    station.show(name)
    assert nameless(station.shell) == []


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("receive-crossdock", "CROSS-DOCK LANE 3 SO-10427"),
        ("receive-crossdock", "Counted: 1 desk lamp, oak"),
        ("receive-put-away", "PUT AWAY A-01-02"),
        ("receive-split", "LANE 5"),
        ("receive-split", "5 units"),
        ("receive-refused", "NOT COUNTED This barcode is not known here."),
        ("receive-refused", "9 of 19 stay counted."),
        ("receive-nothing", "No truck is here"),
        ("receive-queue", "34 for 12 orders, 5 late"),
        ("pick-instruction", "A-07-03 Cast-iron pan 28 cm CIP-028-BLK 3 still to take"),
        ("pick-instruction", "shipment 3 of 3, the last"),
        ("pick-queue", "2 stay until 25–26 Nov"),
        ("pick-refused", "NOT TAKEN"),
        ("pick-refused", "A-07-03"),
        ("pick-stopped", "STOP This order was cancelled"),
        ("pick-done", "ALL PICKED"),
        ("pack-verify", "1 more"),
        ("pack-verify", "Close: 1 missing"),
        ("pack-verify", "Stays behind: desk lamp × 2"),
        ("pack-verify", "Out of paper"),
        ("pack-shipped", "SHIPPED"),
    ],
)
def test_a_scene_says(station: Station, name: str, sentence: str) -> None:
    station.show(name)
    assert sentence in texts_of(station.shell)


def test_a_long_location_breaks_and_stays_48_pt(station: Station) -> None:
    station.shell.resize(1024, 768)
    station.show("pick-long-location")
    assert "RACK-1204-" in texts_of(station.shell)
    assert "LEVEL-4-BIN-17" in texts_of(station.shell)


@pytest.mark.parametrize(
    ("name", "label", "code"),
    [
        ("receive-crossdock", "Undo", "CMD-UNDO"),
        ("receive-crossdock", "Damaged", "CMD-DAMAGED"),
        ("receive-crossdock", "Done", "CMD-DONE"),
        ("pick-instruction", "Undo", "CMD-UNDO"),
        ("pick-instruction", "Short", "CMD-SHORT"),
        ("pick-instruction", "Done", "CMD-DONE"),
        ("pack-ready", "Undo", "CMD-UNDO"),
        ("pack-ready", "Close", "CMD-CLOSE"),
    ],
)
def test_a_button_stands_for_its_command(
    station: Station, qtbot: QtBot, name: str, label: str, code: str
) -> None:
    view = station.show(name)
    button = next(b for b in view.row.buttons if b.text() == label)
    with qtbot.waitSignal(view.code_entered) as entered:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert entered.args == [code]


@pytest.mark.parametrize(
    ("name", "key", "control", "code"),
    [
        ("receive-crossdock", Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "CMD-UNDO"),
        ("receive-crossdock", Qt.Key.Key_F10, Qt.KeyboardModifier.NoModifier, "CMD-DAMAGED"),
        ("pick-instruction", Qt.Key.Key_F10, Qt.KeyboardModifier.NoModifier, "CMD-SHORT"),
        ("pick-instruction", Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier, "CMD-DONE"),
        ("pack-ready", Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier, "CMD-CLOSE"),
    ],
)
def test_a_key_stands_for_its_command(
    station: Station,
    qtbot: QtBot,
    name: str,
    key: Qt.Key,
    control: Qt.KeyboardModifier,
    code: str,
) -> None:
    view = station.show(name)
    with qtbot.waitSignal(view.code_entered) as entered:
        QTest.keyClick(station.shell, key, control)
    assert entered.args == [code]


def test_a_key_reaches_only_the_screen_in_front(station: Station, qtbot: QtBot) -> None:
    station.show("receive-crossdock")
    station.show("pick-instruction")
    with qtbot.assertNotEmitted(station.receive.code_entered):
        QTest.keyClick(station.shell, Qt.Key.Key_F12)


@pytest.mark.parametrize("name", REFUSED)
def test_esc_acknowledges_a_refusal(station: Station, qtbot: QtBot, name: str) -> None:
    view = station.show(name)
    with qtbot.waitSignal(view.seen):
        QTest.keyClick(station.shell, Qt.Key.Key_Escape)


@pytest.mark.parametrize("name", REFUSED)
def test_the_seen_button_acknowledges_a_refusal(station: Station, qtbot: QtBot, name: str) -> None:
    view = station.show(name)
    button = next(b for b in view.row.buttons if b.text() == "Seen")
    with qtbot.waitSignal(view.seen):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("name", ["receive-crossdock", "pick-instruction", "pack-verify"])
def test_esc_with_nothing_refused_acknowledges_nothing(
    station: Station, qtbot: QtBot, name: str
) -> None:
    view = station.show(name)
    with qtbot.assertNotEmitted(view.seen):
        QTest.keyClick(station.shell, Qt.Key.Key_Escape)


def test_a_tap_on_the_band_acknowledges(station: Station, qtbot: QtBot) -> None:
    station.show("receive-refused")
    with qtbot.waitSignal(station.shell.seen):
        QTest.mouseClick(station.shell.band, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("key", [Qt.Key.Key_F12, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_close_that_is_not_ready_cannot_be_pressed(
    station: Station, qtbot: QtBot, key: Qt.Key
) -> None:
    view = station.show("pack-verify")
    button = next(b for b in view.row.buttons if b.text().startswith("Close"))
    with qtbot.assertNotEmitted(view.code_entered):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QTest.keyClick(station.shell, key)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("name", WORKING)
def test_the_enter_of_a_scanner_presses_no_button(
    station: Station, qtbot: QtBot, name: str, key: Qt.Key
) -> None:
    view = station.show(name)
    with qtbot.assertNotEmitted(view.code_entered):
        for button in view.row.buttons:
            button.setFocus()
            QTest.keyClick(button, key, Qt.KeyboardModifier.NoModifier)


def test_no_button_is_a_default(station: Station) -> None:
    station.show("receive-crossdock")
    assert not [b for b in station.shell.findChildren(QPushButton) if b.isDefault()]


def test_quantity_opens_the_pad_and_sends_its_command(station: Station, qtbot: QtBot) -> None:
    view = station.show("pick-instruction")
    QTest.keyClick(station.shell, Qt.Key.Key_F9)
    view.pad.field.setText("12")
    with qtbot.waitSignal(view.code_entered) as entered:
        QTest.mouseClick(view.pad.use, Qt.MouseButton.LeftButton)
    assert entered.args == ["CMD-QTY-12"]
    assert view.work_page.isVisible()


@pytest.mark.parametrize("typed", ["", "0", "000", "-3", "1.5", "x", " ", "²"])
def test_a_quantity_that_is_none_is_not_sent(station: Station, qtbot: QtBot, typed: str) -> None:
    view = station.show("pick-instruction")
    view.ask(Ask.QUANTITY)
    view.pad.field.setText(typed)
    with qtbot.assertNotEmitted(view.code_entered):
        QTest.mouseClick(view.pad.use, Qt.MouseButton.LeftButton)
    assert view.pad.isVisible()


def test_a_worn_label_is_typed_on_the_touch_keys(station: Station, qtbot: QtBot) -> None:
    view = station.show("receive-crossdock")
    QTest.mouseClick(view.row.keyboard, Qt.MouseButton.LeftButton)
    keys = {b.text(): b for b in view.pad.letters.findChildren(Key)}
    for key in "LMP-2":
        QTest.mouseClick(keys[key], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(view.code_entered) as entered:
        QTest.mouseClick(view.pad.use, Qt.MouseButton.LeftButton)
    assert entered.args == ["LMP-2"]


@pytest.mark.parametrize("ask", [Ask.QUANTITY, Ask.TYPE_CODE])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_pad_fits(station: Station, size: tuple[int, int], ask: Ask) -> None:
    station.shell.resize(*size)
    view = station.show("pick-instruction")
    view.ask(ask)
    QApplication.processEvents()
    assert cut_in(station.shell) + small_targets(view, 72) == []


def test_esc_closes_the_pad_before_it_means_anything_else(station: Station, qtbot: QtBot) -> None:
    view = station.show("pick-refused")
    view.ask(Ask.TYPE_CODE)
    with qtbot.assertNotEmitted(view.seen):
        QTest.keyClick(view.pad.field, Qt.Key.Key_Escape)
    assert view.work_page.isVisible()


def test_a_scan_closes_the_pad(station: Station) -> None:
    view = station.show("pick-instruction")
    view.ask(Ask.QUANTITY)
    station.show("pick-refused")
    assert view.work_page.isVisible()


def test_the_same_scan_shown_again_leaves_the_pad_open(station: Station) -> None:
    view = station.show("pick-instruction")
    view.ask(Ask.QUANTITY)
    view.pad.field.setText("12")
    station.show("pick-instruction")
    assert view.pad.isVisible()
    assert view.pad.field.text() == "12"


@pytest.mark.parametrize(
    ("name", "number"),
    [("receive-queue", "ASN-70418"), ("pick-queue", "SO-10388"), ("pack-queue", "SO-10377")],
)
def test_a_job_is_chosen_from_the_queue(
    station: Station, qtbot: QtBot, name: str, number: str
) -> None:
    view = station.show(name)
    rows = view.queue.list
    index = rows.row_model.index(1)
    with qtbot.waitSignal(view.job_chosen) as chosen:
        QTest.mouseClick(
            rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(index).center()
        )
    assert chosen.args == [number]


def test_a_job_is_chosen_by_the_keyboard(station: Station, qtbot: QtBot) -> None:
    view = station.show("pick-queue")
    rows = view.queue.list
    rows.setFocus()
    rows.selectionModel().setCurrentIndex(
        rows.row_model.index(0), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    with qtbot.waitSignal(view.job_chosen) as chosen:
        QTest.keyClick(rows, Qt.Key.Key_Down)
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert chosen.args == ["SO-10388"]


@pytest.mark.parametrize("name", SCENES)
@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_a_theme_changes_nothing_but_colour(station: Station, name: str, theme: str) -> None:
    station.show(name)
    before = texts_of(station.shell)
    station.shell.look.set_theme(theme)
    QApplication.processEvents()
    assert texts_of(station.shell) == before
