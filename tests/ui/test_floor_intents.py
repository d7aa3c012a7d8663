"""Receive, Pick and Pack tell what was asked of them, by button, key and touch, and no more."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.floor_station import REFUSED, SIZES, WORKING, Station
from tests.ui.look_at import cut_in, small_targets
from ui.models.action import Ask
from ui.views.number_pad import Key


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
        ("receive-why", Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier, "CMD-REASON-2"),
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


@pytest.mark.wrong_input
@pytest.mark.parametrize("key", [Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_Return])
def test_no_key_that_a_scanner_may_type_gives_a_reason(
    station: Station, qtbot: QtBot, key: Qt.Key
) -> None:
    view = station.show("receive-why")
    with qtbot.assertNotEmitted(view.code_entered):
        QTest.keyClick(station.shell, key)


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


@pytest.mark.parametrize("ask", [Ask.QUANTITY, Ask.TYPE_WEIGHT, Ask.TYPE_CODE])
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
