"""Backorders shows the queue in rank order, reads it page by page, and asks for decisions."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.backorders_scenes import (
    BACKORDERS,
    BACKORDERS_EMPTY,
    BACKORDERS_LOADING,
    DETAIL,
    DETAIL_CHANGE,
    QUEUE,
    queue_page,
)
from tests.ui.desk_checks import FACES, SIZES, cut, settle, show, small_targets, texts, unnamed
from ui.models.backorders import (
    EXPECTED,
    ORDER,
    PAGE,
    PRODUCT,
    PROMISED,
    RANK,
    SHIPS,
    STATE,
    BackordersScene,
    Detail,
    RowPage,
)
from ui.theme import Look
from ui.views.backorders_columns import COLUMNS, PLACES, shared_widths
from ui.views.backorders_view import BackordersView

SCENES: dict[str, tuple[BackordersScene, Detail | None]] = {
    "queue": (BACKORDERS, DETAIL),
    "change": (BACKORDERS, DETAIL_CHANGE),
    "none": (replace(BACKORDERS, selected_at=None), None),
    "empty": (BACKORDERS_EMPTY, None),
    "loading": (BACKORDERS_LOADING, None),
}
LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def make(
    qtbot: QtBot,
    scene: BackordersScene = BACKORDERS,
    detail: Detail | None = DETAIL,
    size: tuple[int, int] = (1920, 1080),
    theme: str = "light",
) -> BackordersView:
    look = Look(theme)
    view = BackordersView(look)
    view.page_asked.connect(lambda turn, first: view.show_page(queue_page(first, turn)))
    view.show_scene(scene)
    view.show_detail(detail)
    show(qtbot, view, look, size)
    settle(view)
    return view


def test_every_column_says_its_part(qtbot: QtBot) -> None:
    shown = texts(make(qtbot))
    assert {"SO-10402", "Maple Row Kitchens", "CIP-028-BLK", "20", "Late 1 d", "2–4 Dec"} <= shown
    assert {"Needs a decision", "6 d late", "no date", "stockout", "all or nothing"} <= shown


def test_the_head_counts_lines_units_orders_and_the_rate(qtbot: QtBot) -> None:
    assert {"163", "611", "148", "12.4 %", "backorder rate, 30 days"} <= texts(make(qtbot))


@pytest.mark.parametrize(("theme", "families"), FACES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCENES)
def test_nothing_is_cut_and_every_control_can_be_hit_and_named(
    qtbot: QtBot,
    name: str,
    size: tuple[int, int],
    theme: str,
    families: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.theme.FAMILIES", families)
    view = make(qtbot, *SCENES[name], size, theme)
    assert (cut(view), small_targets(view), unnamed(view)) == ([], [], [])


def test_only_pages_in_sight_are_asked_for_and_once(qtbot: QtBot) -> None:
    view = BackordersView(Look())
    asked: list[tuple[int, int]] = []
    view.page_asked.connect(lambda turn, first: asked.append((turn, first)))
    view.show_scene(replace(BACKORDERS, count=100_000, selected_at=None))
    show(qtbot, view, view.look)
    view.table.scrollTo(view.table.queue.index(70_000, 0))
    settle(view)
    settle(view)
    assert set(asked) == {(1, 0), (1, 70_000 // PAGE * PAGE)}
    assert len(asked) == len(set(asked))


def test_what_is_not_read_yet_is_a_block_and_no_words(qtbot: QtBot) -> None:
    view = BackordersView(Look())
    view.show_scene(replace(BACKORDERS, selected_at=None))
    show(qtbot, view, view.look)
    assert view.table.runs == ()


def test_a_page_of_another_arrangement_is_passed_over(qtbot: QtBot) -> None:
    view = make(qtbot)
    view.show_page(RowPage(99, 0, (replace(QUEUE[0], order="SO-OLD"),)))
    settle(view)
    assert "SO-OLD" not in texts(view)


def test_a_page_beyond_the_end_is_passed_over(qtbot: QtBot) -> None:
    view = make(qtbot, replace(BACKORDERS, count=2, selected_at=0))
    view.show_page(RowPage(1, 2, (replace(QUEUE[0], order="SO-MORE"),)))
    settle(view)
    assert view.table.queue.rowCount() == 2
    assert "SO-MORE" not in texts(view)


def test_a_click_selects_a_line(qtbot: QtBot) -> None:
    view = make(qtbot)
    spot = view.table.visualRect(view.table.queue.index(1, 1)).center()
    with qtbot.waitSignal(view.selected) as selected:
        QTest.mouseClick(view.table.viewport(), LEFT, pos=spot)
    assert selected.args == ["SO-10402", "1"]


def test_arrows_select_the_next_line(qtbot: QtBot) -> None:
    view = make(qtbot)
    view.table.setFocus()
    with qtbot.waitSignal(view.selected) as selected:
        QTest.keyClick(view.table, Qt.Key.Key_Down)
    assert selected.args == ["SO-10415", "1"]


def test_showing_a_scene_tells_no_selection(qtbot: QtBot) -> None:
    view = make(qtbot)
    with qtbot.assertNotEmitted(view.selected):
        view.show_scene(replace(BACKORDERS, selected_at=2))
    assert view.table.currentIndex().row() == 2


def test_enter_brings_the_decisions_into_hand(qtbot: QtBot) -> None:
    view = make(qtbot)
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert view.detail.buttons[0].hasFocus()


@pytest.mark.parametrize(("place", "told"), [(0, ["hold", ""]), (1, ["cancel", ""])])
def test_a_decision_is_asked_for(qtbot: QtBot, place: int, told: list[str]) -> None:
    view = make(qtbot)
    with qtbot.waitSignal(view.decision_asked) as asked:
        QTest.mouseClick(view.detail.buttons[place], LEFT)
    assert asked.args == told


@pytest.mark.parametrize(
    ("place", "option", "told"),
    [(2, 0, ["priority", "1"]), (3, 1, ["policy", "all_or_nothing"])],
)
def test_a_value_is_chosen_before_it_is_asked_for(
    qtbot: QtBot, place: int, option: int, told: list[str]
) -> None:
    view = make(qtbot)
    view.detail.buttons[place].click()
    with qtbot.waitSignal(view.decision_asked) as asked:
        view.sheet.buttons[option].click()
    assert asked.args == told


def test_leaving_the_choice_asks_for_nothing(qtbot: QtBot) -> None:
    view = make(qtbot)
    view.detail.buttons[2].click()
    with qtbot.assertNotEmitted(view.decision_asked):
        QTest.keyClick(view.sheet.buttons[0], Qt.Key.Key_Escape)


def test_a_change_takes_the_place_of_the_decisions(qtbot: QtBot) -> None:
    view = make(qtbot, BACKORDERS, DETAIL_CHANGE)
    assert not view.detail.buttons
    with qtbot.waitSignal(view.apply_asked):
        QTest.keyClick(view, Qt.Key.Key_Return, CTRL)
    with qtbot.waitSignal(view.discard_asked):
        QTest.keyClick(view, Qt.Key.Key_Escape)


def test_without_a_change_nothing_is_applied(qtbot: QtBot) -> None:
    view = make(qtbot)
    with qtbot.assertNotEmitted(view.apply_asked):
        QTest.keyClick(view, Qt.Key.Key_Return, CTRL)


def test_a_head_asks_to_sort(qtbot: QtBot) -> None:
    view = make(qtbot)
    with qtbot.waitSignal(view.sort_asked) as asked:
        view.table.head.sectionClicked.emit(PLACES[PROMISED])
    assert asked.args == [PROMISED]


@pytest.mark.parametrize("column", [STATE, SHIPS])
def test_a_head_that_cannot_sort_asks_for_nothing(qtbot: QtBot, column: str) -> None:
    view = make(qtbot)
    with qtbot.assertNotEmitted(view.sort_asked):
        view.table.head.sectionClicked.emit(PLACES[column])


def test_a_filter_is_told_and_the_scene_decides_which_is_on(qtbot: QtBot) -> None:
    view = make(qtbot)
    with qtbot.waitSignal(view.filter_changed) as changed:
        view.filters[1].click()
    assert changed.args == ["late"]
    assert view.filters[0].isChecked()
    assert not view.filters[1].isChecked()


def test_the_foot_says_which_rows_are_in_sight(qtbot: QtBot) -> None:
    view = make(qtbot)
    assert view.foot.range.startswith("1–")
    assert view.foot.range.endswith(" of 148")


@pytest.mark.parametrize("room", [400, 640, 800, 1000, 1300, 2000])
def test_columns_go_in_their_order_and_fill_the_room(room: int) -> None:
    natural = [85, 150, 190, 75, 60, 110, 150, 110, 160, 100]
    widths = shared_widths(natural, room)
    hidden = {column.goes for column, wide in zip(COLUMNS, widths, strict=True) if not wide}
    assert hidden == set(range(1, len(hidden) + 1))
    assert sum(widths) <= room or len(hidden) == 4


def test_an_empty_queue_says_so_with_its_action(qtbot: QtBot) -> None:
    view = make(qtbot, BACKORDERS_EMPTY, None)
    with qtbot.waitSignal(view.empty_pressed):
        view.empty.button.click()
    assert "Nobody waits. Every open order can ship from stock." in texts(view)


def test_a_queue_that_can_be_exported_asks_for_it(qtbot: QtBot) -> None:
    view = make(qtbot)
    with qtbot.waitSignal(view.csv_asked):
        view.csv.click()


def test_where_nothing_can_be_exported_no_button_is_shown(qtbot: QtBot) -> None:
    view = make(qtbot, replace(BACKORDERS, can_export=False))
    assert not view.csv.isVisible()


@pytest.mark.parametrize(("keys", "column"), [(0, RANK), (1, ORDER), (2, PRODUCT), (99, EXPECTED)])
def test_the_heads_sort_from_the_keyboard(qtbot: QtBot, keys: int, column: str) -> None:
    view = make(qtbot)
    view.table.head.setFocus()
    for _ in range(keys):
        QTest.keyClick(view.table.head, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.sort_asked) as asked:
        QTest.keyClick(view.table.head, Qt.Key.Key_Space)
    assert asked.args == [column]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_A])
def test_the_end_of_a_scanned_code_does_not_sort(qtbot: QtBot, key: Qt.Key) -> None:
    view = make(qtbot)
    view.table.head.setFocus()
    with qtbot.assertNotEmitted(view.sort_asked):
        QTest.keyClick(view.table.head, key)
