"""Dock shows its scene and tells intents; whoever moves a block sees what it does first."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk_checks import (
    FACES,
    SIZES,
    cut,
    runs,
    settle,
    show,
    small_targets,
    texts,
    unnamed,
)
from tests.ui.desk_scenes import (
    BLOCKS,
    DAY,
    DOCK,
    DOCK_FIRST,
    DOCK_LOADING,
    DOCK_QUIET,
    EFFECT,
    at,
    crowded,
)
from ui.models.dock import YARD, Place
from ui.theme import Look
from ui.views.dock_scale import DAY as DAY_ZOOM
from ui.views.dock_view import DockView

SCENES = {"day": DOCK, "first": DOCK_FIRST, "quiet": DOCK_QUIET, "loading": DOCK_LOADING}
TAMAR, KESTREL, MERIDIAN, DONE = 13, 19, 3, 2
REPAIR = "Door D5 is out of use from Tue 06:00 to Tue 09:55 (Leveller repair)."
Key = Qt.Key


@pytest.fixture
def look() -> Look:
    return Look()


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> DockView:
    view = DockView(look)
    view.show_scene(DOCK)
    show(qtbot, view, look)
    return view


def choose(view: DockView, block_id: int) -> None:
    view.board.canvas.choose(next(block for block in BLOCKS if block.id == block_id))
    view.board.canvas.setFocus()


def press(qtbot: QtBot, view: DockView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view.board.canvas, key)


def spot(view: DockView, block_id: int) -> QPoint:
    item = view.board.canvas.item_of(block_id)
    assert item is not None
    return view.board.canvas.mapFromScene(item.rect().center())


def drag(qtbot: QtBot, view: DockView, block_id: int, across: int, down: int) -> None:
    viewport, start = view.board.canvas.viewport(), spot(view, block_id)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, start + QPoint(across // 2, down // 2))
    QTest.mouseMove(viewport, start + QPoint(across, down))


def let_go(qtbot: QtBot, view: DockView) -> None:
    QTest.mouseRelease(view.board.canvas.viewport(), Qt.MouseButton.LeftButton)


def test_every_truck_fact_and_reason_is_on_the_board(view: DockView) -> None:
    wanted = {"Kestrel Freight", "58 → 21 orders", "9 late", "Unloading 62 %", "10:42", "No-show"}
    wanted |= {"Leveller repair", "240 units", "Nothing late. Paid waiting starts 11:54.", "Yard"}
    assert wanted <= texts(view)


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
    look = Look(theme)
    view = DockView(look)
    view.show_scene(SCENES[name])
    show(qtbot, view, look, size)
    assert (cut(view), small_targets(view), unnamed(view)) == ([], [], [])


@pytest.mark.parametrize("zoom", [0, 1, 2])
def test_no_zoom_cuts_a_number(view: DockView, zoom: int) -> None:
    view.zoom.parts[zoom].click()
    view.grab()
    assert not cut(view)
    assert not [run.text for run in runs(view) if run.elided and run.text.startswith("ASN")]


def test_a_narrow_block_keeps_icon_and_units_and_tells_the_rest(view: DockView) -> None:
    view.board.canvas.field.show_scene(
        DOCK, DOCK.doors, DAY_ZOOM, view.board.canvas.viewport().size()
    )
    item = view.board.canvas.item_of(TAMAR)
    assert item is not None
    assert "30 → 11 orders, 4 late" in item.toolTip()


def test_the_now_line_lies_under_every_block(view: DockView) -> None:
    field = view.board.canvas.field
    depths = {type(item).__name__: item.zValue() for item in field.items()}
    assert depths["NowLine"] < depths["AppointmentItem"]


def test_arrows_go_from_truck_to_truck(qtbot: QtBot, view: DockView) -> None:
    choose(view, MERIDIAN)
    press(qtbot, view, Key.Key_Right, Key.Key_Down)
    assert view.board.canvas.field.chosen == 7


@pytest.mark.parametrize("key", [Key.Key_Right, Key.Key_Left, Key.Key_Up, Key.Key_Down])
def test_the_first_arrow_chooses_the_truck_nearest_to_now(
    qtbot: QtBot, view: DockView, key: Qt.Key
) -> None:
    press(qtbot, view, key)
    assert view.board.canvas.field.chosen is not None


def test_an_arrow_past_the_last_truck_stays(qtbot: QtBot, view: DockView) -> None:
    choose(view, 18)
    press(qtbot, view, Key.Key_Right, Key.Key_Down)
    assert view.board.canvas.field.chosen == 18


def test_the_chosen_truck_is_told_to_a_screen_reader(view: DockView) -> None:
    choose(view, TAMAR)
    told = view.board.canvas.accessibleDescription()
    assert "Tamar Transport" in told
    assert "11:30–12:58" in told


def test_enter_offers_what_can_be_said_of_a_truck(qtbot: QtBot, view: DockView) -> None:
    choose(view, TAMAR)
    press(qtbot, view, Key.Key_Return)
    assert [button.text() for button in view.board.canvas.sheet.buttons] == [
        "Open ASN-70429", "Move with the arrow keys", "Check in", "At door", "No-show", "Cancel",
    ]  # fmt: skip


def test_checking_in_by_keys_is_told_with_its_asn(qtbot: QtBot, view: DockView) -> None:
    choose(view, TAMAR)
    press(qtbot, view, Key.Key_Return)
    for key in (Key.Key_Down, Key.Key_Down):
        QTest.keyClick(view.focusWidget(), key)
    with qtbot.waitSignal(view.event_asked) as asked:
        QTest.keyClick(view.focusWidget(), Key.Key_Return)
    assert asked.args == ["ASN-70429", "arrive", ""]


def test_a_door_is_chosen_in_the_sheet(qtbot: QtBot, view: DockView) -> None:
    choose(view, TAMAR)
    press(qtbot, view, Key.Key_Return)
    sheet = view.board.canvas.sheet
    QTest.mouseClick(sheet.buttons[3], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(view.event_asked) as asked:
        QTest.mouseClick(sheet.buttons[2], Qt.MouseButton.LeftButton)
    assert asked.args == ["ASN-70429", "at_door", "D3"]


def test_esc_closes_the_sheet_and_tells_nothing(qtbot: QtBot, view: DockView) -> None:
    choose(view, TAMAR)
    press(qtbot, view, Key.Key_Return)
    with qtbot.assertNotEmitted(view.event_asked):
        QTest.keyClick(view.board.canvas.sheet.buttons[0], Key.Key_Escape)
    assert not view.board.canvas.sheet.isVisible()
    assert view.board.canvas.hasFocus()


def test_only_outbound_doors_are_shown_when_asked_for(qtbot: QtBot, view: DockView) -> None:
    view.doors.click()
    view.sheet.buttons[2].click()
    settle(view)
    assert "D6" in texts(view)
    assert "D1" not in texts(view)


def test_enter_with_nothing_chosen_offers_nothing(qtbot: QtBot, view: DockView) -> None:
    press(qtbot, view, Key.Key_Return)
    assert not view.board.canvas.sheet.isVisible()


def test_a_block_is_moved_by_keys(qtbot: QtBot, view: DockView) -> None:
    choose(view, TAMAR)
    press(qtbot, view, Key.Key_M, Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Down)
    with qtbot.waitSignal(view.placed) as moved:
        press(qtbot, view, Key.Key_Return)
    assert moved.args == [(Place(TAMAR, "D5", at("12:15")),)]


def test_each_target_is_considered_before_the_drop(qtbot: QtBot, view: DockView) -> None:
    choose(view, TAMAR)
    press(qtbot, view, Key.Key_M)
    with qtbot.waitSignal(view.considered) as considered:
        press(qtbot, view, Key.Key_Right)
    view.show_effect(EFFECT)
    view.grab()
    assert considered.args == [TAMAR, "D4", at("11:45")]
    assert {"3 orders would miss their promise", "14:00 → 17:00"} <= texts(view)


def test_the_effect_of_another_target_is_grey_until_the_new_one_is_known(
    qtbot: QtBot, view: DockView
) -> None:
    choose(view, TAMAR)
    press(qtbot, view, Key.Key_M, Key.Key_Right)
    view.show_effect(EFFECT)
    press(qtbot, view, Key.Key_Right)
    assert view.board.effect_card.isVisible()
    assert view.board.effect_card.effect == replace(EFFECT, stale=True)


def test_esc_puts_the_block_back(qtbot: QtBot, view: DockView) -> None:
    choose(view, TAMAR)
    press(qtbot, view, Key.Key_M, Key.Key_Right)
    with qtbot.assertNotEmitted(view.placed):
        press(qtbot, view, Key.Key_Escape, Key.Key_Return)
    assert not view.board.canvas.move_of.active


def test_a_taken_door_is_said_before_the_drop_and_takes_nothing(
    qtbot: QtBot, view: DockView
) -> None:
    choose(view, TAMAR)
    press(qtbot, view, Key.Key_M, Key.Key_Up)
    view.grab()
    assert "ASN-70421 has door D3 from Tue 10:25 to Tue 11:53." in texts(view)
    with qtbot.assertNotEmitted(view.placed):
        press(qtbot, view, Key.Key_Return)


def test_a_closed_door_is_said_before_the_drop(qtbot: QtBot, view: DockView) -> None:
    choose(view, KESTREL)
    press(qtbot, view, Key.Key_M)
    view.board.canvas.move_of.step(-7, 4)
    view.grab()
    assert REPAIR in texts(view)


def test_a_truck_that_is_done_cannot_be_moved(qtbot: QtBot, view: DockView) -> None:
    choose(view, DONE)
    press(qtbot, view, Key.Key_M)
    assert not view.board.canvas.move_of.active


def test_a_block_dragged_by_pointer_snaps_to_a_quarter(qtbot: QtBot, view: DockView) -> None:
    drag(qtbot, view, TAMAR, 114, 94)
    with qtbot.waitSignal(view.placed) as moved:
        let_go(qtbot, view)
    assert moved.args == [(Place(TAMAR, "D5", at("12:15")),)]


def test_a_yard_card_dragged_to_a_door_is_told(qtbot: QtBot, view: DockView) -> None:
    canvas = view.board.canvas
    target = canvas.mapFromScene(canvas.field.grid.scale.x(at("14:30")), 94 * 4.5)  # type: ignore[union-attr]
    start = spot(view, KESTREL)
    drag(qtbot, view, KESTREL, target.x() - start.x(), target.y() - start.y())
    with qtbot.waitSignal(view.placed) as moved:
        let_go(qtbot, view)
    assert moved.args == [(Place(KESTREL, "D4", at("14:30")),)]


def test_a_block_dropped_on_the_yard_loses_its_door_and_keeps_its_time(
    qtbot: QtBot, view: DockView
) -> None:
    drag(qtbot, view, TAMAR, 40, -4 * 94)
    with qtbot.waitSignal(view.placed) as placed:
        let_go(qtbot, view)
    assert placed.args == [(Place(TAMAR, YARD, at("11:30")),)]


def test_a_yard_card_dropped_in_the_yard_moves_nothing(qtbot: QtBot, view: DockView) -> None:
    drag(qtbot, view, KESTREL, 300, 0)
    with qtbot.assertNotEmitted(view.placed):
        let_go(qtbot, view)


def test_a_block_dropped_where_it_was_moves_nothing(qtbot: QtBot, view: DockView) -> None:
    drag(qtbot, view, TAMAR, 14, 6)
    with qtbot.assertNotEmitted(view.placed):
        let_go(qtbot, view)


def test_a_tremble_of_the_hand_is_no_drag(qtbot: QtBot, view: DockView) -> None:
    reach = QApplication.startDragDistance() - 2
    drag(qtbot, view, TAMAR, reach, 0)
    assert not view.board.canvas.move_of.active


def test_news_waits_until_the_block_has_landed(qtbot: QtBot, view: DockView) -> None:
    choose(view, TAMAR)
    press(qtbot, view, Key.Key_M, Key.Key_Right)
    view.show_scene(replace(DOCK, blocks=DOCK.blocks[:5]))
    assert view.board.canvas.move_of.active
    press(qtbot, view, Key.Key_Escape)
    assert len(view.board.canvas.field.items_by_id) == 5


def test_the_first_row_calls_its_truck_to_a_door(qtbot: QtBot, view: DockView) -> None:
    with qtbot.waitSignal(view.event_asked) as asked:
        QTest.mouseClick(view.unload.rows.cards[0].button, Qt.MouseButton.LeftButton)
    assert asked.args == ["ASN-70431", "at_door", "D4"]


def test_a_forecast_row_opens_its_asn(qtbot: QtBot, view: DockView) -> None:
    with qtbot.waitSignal(view.asn_opened) as opened:
        QTest.keyClick(view.unload.rows.cards[3].button, Key.Key_Space)
    assert opened.args == ["ASN-70429"]


def test_a_fact_lights_up_its_trucks(qtbot: QtBot, view: DockView) -> None:
    QTest.mouseClick(view.facts.buttons[3], Qt.MouseButton.LeftButton)
    lit = {
        i.block.carrier for i in view.board.canvas.field.items_by_id.values() if i.opacity() > 0.9
    }
    assert lit == {"TransPeak LTL", "Quayside Trunking"}


@pytest.mark.parametrize(("button", "days"), [("back", -1), ("on", 1)])
def test_the_stepper_asks_for_another_day(
    qtbot: QtBot, view: DockView, button: str, days: int
) -> None:
    with qtbot.waitSignal(view.day_changed) as changed:
        getattr(view.day, button).click()
    assert changed.args == [DAY + timedelta(days=days)]


def test_the_date_brings_today_back(qtbot: QtBot, view: DockView) -> None:
    view.show_scene(replace(DOCK, day=date(2026, 11, 30), now=None))
    with qtbot.waitSignal(view.day_changed) as changed:
        view.day.middle.click()
    assert changed.args == [DAY]


def test_ctrl_z_asks_to_undo(qtbot: QtBot, view: DockView) -> None:
    with qtbot.waitSignal(view.undo_asked):
        QTest.keyClick(view, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_where_nothing_can_be_undone_ctrl_z_asks_nothing(qtbot: QtBot, view: DockView) -> None:
    view.show_scene(replace(DOCK, undo=""))
    with qtbot.assertNotEmitted(view.undo_asked):
        QTest.keyClick(view, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_a_first_step_is_told(qtbot: QtBot, look: Look) -> None:
    view = DockView(look)
    view.show_scene(DOCK_FIRST)
    show(qtbot, view, look, (1280, 800))
    with qtbot.waitSignal(view.step_chosen) as chosen:
        view.empty.rows[1].button.click()
    assert chosen.args == ["import"]
    assert "Ready" in texts(view)


def test_a_narrow_window_keeps_the_list_in_a_drawer(qtbot: QtBot, look: Look) -> None:
    view = DockView(look)
    view.show_scene(DOCK)
    show(qtbot, view, look, (1024, 768))
    assert not view.unload.isVisible()
    view.drawer_button.click()
    assert view.unload.isVisible()
    QTest.keyClick(view.unload, Key.Key_Escape)
    assert not view.unload.isVisible()


def test_old_news_says_of_when_it_is(view: DockView) -> None:
    view.show_scene(replace(DOCK, as_of="as of 10:41"))
    view.grab()
    assert "as of 10:41" in texts(view)


def test_sixty_doors_and_five_hundred_trucks_are_built_and_a_drag_is_painted(
    qtbot: QtBot, look: Look
) -> None:
    scene = crowded()
    view = DockView(look)
    view.show_scene(scene)
    show(qtbot, view, look)
    view.board.canvas.choose(scene.blocks[0])
    view.board.canvas.lift()
    view.board.canvas.move_of.step(1, 0)
    assert len(view.board.canvas.field.items_by_id) == 500
    assert not view.grab().isNull()


def test_hours_are_true_over_a_change_of_the_clocks(view: DockView) -> None:
    autumn = date(2026, 10, 25)
    view.show_scene(
        replace(DOCK, day=autumn, begins=at("00:00", autumn), ends=at("06:00", autumn), now=None,
                blocks=(), closures=())
    )  # fmt: skip
    hours = [f"{hour:%H}" for hour in view.board.canvas.field.grid.scale.hours()]  # type: ignore[union-attr]
    assert hours == ["00", "01", "02", "02", "03", "04", "05", "06"]


def test_words_that_are_hidden_take_no_room(view: DockView) -> None:
    assert view.unload.rows.y() == 0


def test_the_hours_stand_below_the_list_and_scroll_with_it_where_it_is_low(
    view: DockView,
) -> None:
    panel = view.unload
    stands = panel.hours.parentWidget() is panel

    view.resize(view.width(), 520)
    QApplication.processEvents()

    assert stands
    assert panel.scroller.isAncestorOf(panel.hours)
