"""The frame shows the screens it is handed, and tells what was asked of it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import scenes
from tests.ui.look_at import cut_in, nameless, small_targets, texts_of
from ui.models.band import BandKind, BandState
from ui.models.status import Health, StatusItem
from ui.shell import UNDO_SHOWN_MS, Page, Shell
from ui.theme import Look
from ui.tokens import RAIL_FLOOR, RAIL_FLOOR_NARROW, RAIL_ICONS, RAIL_NARROW, RAIL_WIDE, Density
from ui.views.rail import rail_width

DESK, FLOOR = Density.DESK, Density.FLOOR


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication) -> Iterator[Shell]:
    pages = [
        Page("dock", "Dock", "local_shipping", "F1", QWidget(), DESK),
        Page("receive", "Receive", "move_to_inbox", "F3", QWidget(), FLOOR),
        Page("backorders", "Backorders", "pending_actions", "F6", QWidget(), DESK),
    ]
    window = Shell(pages, Look(), qapp, "Harbour Road", "Distribution centre")
    window.status.show_items(scenes.STATUS)
    window.resize(1280, 800)
    window.show()
    qtbot.waitActive(window)
    yield window
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_only_the_screens_handed_in_are_on_the_rail(shell: Shell) -> None:
    assert [item.name for item in shell.rail.items] == ["dock", "receive", "backorders"]


def test_a_screen_that_was_not_handed_in_cannot_be_brought(shell: Shell) -> None:
    with pytest.raises(KeyError):
        shell.bring("reports")


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_F7, Qt.Key.Key_F8])
def test_the_key_of_a_screen_that_is_not_there_does_nothing(shell: Shell, key: Qt.Key) -> None:
    QTest.keyClick(shell, key)
    assert shell.current().name == "dock"


def test_a_key_brings_its_screen(shell: Shell, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shell.screen_changed) as changed:
        QTest.keyClick(shell, Qt.Key.Key_F3)
    assert changed.args == ["receive"]
    assert [item.isChecked() for item in shell.rail.items] == [False, True, False]


def test_a_click_on_the_rail_brings_its_screen(shell: Shell, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shell.screen_changed) as changed:
        QTest.mouseClick(shell.rail.items[2], Qt.MouseButton.LeftButton)
    assert changed.args == ["backorders"]


def test_the_screen_in_front_brought_again_changes_nothing(shell: Shell, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(shell.screen_changed):
        QTest.keyClick(shell, Qt.Key.Key_F1)


@pytest.mark.parametrize(
    ("density", "window", "wide"),
    [
        (DESK, 1920, RAIL_WIDE),
        (DESK, 1280, RAIL_NARROW),
        (DESK, 1024, RAIL_ICONS),
        (FLOOR, 1280, RAIL_FLOOR),
        (FLOOR, 1024, RAIL_FLOOR_NARROW),
    ],
)
def test_the_rail_is_as_wide_as_the_look_says(density: Density, window: int, wide: int) -> None:
    assert rail_width(density, window) == wide


@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (1920, 1080), (3840, 2160)], ids=str)
@pytest.mark.parametrize("name", ["dock", "receive"])
def test_the_frame_fits(shell: Shell, name: str, size: tuple[int, int]) -> None:
    shell.resize(*size)
    shell.bring(name)
    shell.show_band(scenes.receive_refused.band)
    shell.show_offline("The database does not answer. Scans are refused.", "Try again")
    shell.show_undo("Moved Tamar Transport to door 5")
    QApplication.processEvents()
    assert cut_in(shell) + nameless(shell) + small_targets(shell, 47) == []


def test_the_find_key_opens_the_field_and_enter_tells_it(shell: Shell, qtbot: QtBot) -> None:
    QTest.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(shell.find_field, "SO-10388")
    with qtbot.waitSignal(shell.find_entered) as entered:
        QTest.keyClick(shell.find_field, Qt.Key.Key_Return)
    assert entered.args == ["SO-10388"]
    assert not shell.find_field.hasFocus()


@pytest.mark.parametrize("typed", ["", "   "])
def test_nothing_is_not_looked_for(shell: Shell, qtbot: QtBot, typed: str) -> None:
    shell.find_field.setText(typed)
    with qtbot.assertNotEmitted(shell.find_entered):
        QTest.keyClick(shell.find_field, Qt.Key.Key_Return)


def test_esc_leaves_the_find_field_and_acknowledges_nothing(shell: Shell, qtbot: QtBot) -> None:
    shell.find_field.setFocus()
    shell.find_field.setText("SO-1")
    with qtbot.assertNotEmitted(shell.seen):
        QTest.keyClick(shell.find_field, Qt.Key.Key_Escape)
    assert shell.find_field.text() == ""


def test_the_floor_opens_find_from_the_rail(shell: Shell) -> None:
    shell.bring("receive")
    hidden = not shell.find_field.isVisible()
    QTest.mouseClick(shell.rail.find_item, Qt.MouseButton.LeftButton)
    assert hidden
    assert shell.find_field.hasFocus()


def test_esc_on_a_desk_screen_acknowledges(shell: Shell, qtbot: QtBot) -> None:
    shell.show_band(scenes.receive_refused.band)
    with qtbot.waitSignal(shell.seen):
        QTest.keyClick(shell, Qt.Key.Key_Escape)


@pytest.mark.parametrize("kind", BandKind)
def test_the_band_says_every_kind_in_words(shell: Shell, kind: BandKind) -> None:
    shell.show_band(BandState(kind, "What came of it", "What to do", "4711", "two low tones"))
    assert "What came of it What to do" in texts_of(shell.band)
    assert shell.band.accessibleDescription() == "What came of it. What to do"


def test_a_band_too_long_is_told_whole_in_its_tool_tip(shell: Shell) -> None:
    shell.show_band(BandState(BandKind.REFUSED, "Refused " * 12, "Nothing has changed. " * 12))
    texts_of(shell)
    assert shell.band.toolTip().count("Refused") == 12


def test_the_status_bar_says_one_word_each_on_the_floor(shell: Shell) -> None:
    at_a_desk = texts_of(shell.status)
    shell.bring("receive")
    assert "2 ready" in at_a_desk
    assert "2 ready" not in texts_of(shell.status)


def test_a_click_on_a_device_asks_about_it(shell: Shell, qtbot: QtBot) -> None:
    shell.status.show_items([StatusItem("scale", "scale", "Scale", "gone", health=Health.BAD)])
    QApplication.processEvents()
    cell = shell.status.cells()[0]
    with qtbot.waitSignal(shell.status_pressed) as pressed:
        QTest.mouseClick(cell, Qt.MouseButton.LeftButton)
    assert pressed.args == ["scale"]


def test_offline_says_so_and_offers_a_way_out(shell: Shell, qtbot: QtBot) -> None:
    shell.show_offline("The database does not answer.", "Try again")
    with qtbot.waitSignal(shell.offline_pressed):
        QTest.mouseClick(shell.offline.button, Qt.MouseButton.LeftButton)


def test_online_again_takes_the_strip_away(shell: Shell) -> None:
    shell.show_offline("The database does not answer.", "Try again")
    shell.show_offline("")
    assert not shell.offline.isVisible()


def test_undo_is_offered_ten_seconds_and_taken_once(shell: Shell, qtbot: QtBot) -> None:
    shell.show_undo("Moved Tamar Transport to door 5")
    with qtbot.waitSignal(shell.undo_pressed):
        QTest.mouseClick(shell.undo.button, Qt.MouseButton.LeftButton)
    assert not shell.undo.isVisible()
    assert UNDO_SHOWN_MS == 10_000


def test_the_focus_ring_surrounds_what_has_the_keyboard(shell: Shell) -> None:
    shell.find_field.setFocus()
    ring, field = shell.focus_ring, shell.find_field
    around = field.rect().translated(field.mapTo(shell, field.rect().topLeft()))
    assert ring.isVisible()
    assert ring.geometry() == around.adjusted(-4, -4, 4, 4)


def test_no_focus_has_no_ring(shell: Shell) -> None:
    shell.find_field.setFocus()
    shell.setFocus()
    assert not shell.focus_ring.isVisible()


def test_every_control_can_be_reached_by_tab(shell: Shell) -> None:
    shell.show_offline("The database does not answer.", "Try again")
    wanted = {shell.find_field, shell.offline.button, *shell.rail.items, *shell.status.cells()}
    reached, widget = set(), shell.nextInFocusChain()
    while widget is not None and widget is not shell:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(widget)
        widget = widget.nextInFocusChain()
    assert wanted <= reached


@pytest.mark.parametrize("key", [Qt.Key.Key_Plus, Qt.Key.Key_Equal])
def test_type_grows_by_key_and_shrinks_back(shell: Shell, key: Qt.Key) -> None:
    QTest.keyClick(shell, key, Qt.KeyboardModifier.ControlModifier)
    grown = shell.look.zoom
    QTest.keyClick(shell, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert grown > 1
    assert shell.look.zoom == pytest.approx(1)
