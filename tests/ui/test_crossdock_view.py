"""Cross-dock shows who gets which units and why, and a change before it is applied."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.crossdock_scenes import (
    CHANGE,
    CROSSDOCK,
    CROSSDOCK_CHANGE,
    CROSSDOCK_EMPTY,
    CROSSDOCK_LOADING,
    CROSSDOCK_ORDER,
)
from tests.ui.desk_checks import FACES, SIZES, cut, settle, show, small_targets, texts, unnamed
from ui.models.crossdock import ARRIVAL, ORDER, CrossdockScene, OrderActs
from ui.theme import Look
from ui.views.crossdock_pegs import thickness
from ui.views.crossdock_view import CrossdockView

SCENES = {
    "plan": CROSSDOCK,
    "change": CROSSDOCK_CHANGE,
    "order": CROSSDOCK_ORDER,
    "empty": CROSSDOCK_EMPTY,
    "loading": CROSSDOCK_LOADING,
}
LEFT = Qt.MouseButton.LeftButton


def make(
    qtbot: QtBot, scene: CrossdockScene, size: tuple[int, int] = (1920, 1080)
) -> CrossdockView:
    look = Look()
    view = CrossdockView(look)
    view.show_scene(scene)
    show(qtbot, view, look, size)
    return view


def test_each_unit_says_what_is_flagged_and_why_the_rest_is_not(qtbot: QtBot) -> None:
    shown = texts(make(qtbot, CROSSDOCK))
    assert {"15 cross-dock", "45 put away: stock covers", "SO-10427", "Late 1 d"} <= shown


def test_the_reasons_of_the_selection_are_told(qtbot: QtBot) -> None:
    shown = texts(make(qtbot, CROSSDOCK))
    assert {"SO-10431 is pinned by Dana R.", "LMP-220-OAK · 19 on ASN-70418"} <= shown


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
    view = CrossdockView(look)
    view.show_scene(SCENES[name])
    show(qtbot, view, look, size)
    assert (cut(view), small_targets(view), unnamed(view)) == ([], [], [])


def test_selecting_arriving_units_lights_up_the_orders_they_serve(qtbot: QtBot) -> None:
    view = make(qtbot, CROSSDOCK)
    with qtbot.waitSignal(view.selected) as selected:
        view.sides.arrivals.chosen.emit("ASN-70421/1")
    assert selected.args == [ARRIVAL, "ASN-70421/1"]
    assert view.sides.orders.delegate.lit >= {"SO-10377", "SO-10415"}


def test_selecting_an_order_by_keys_lights_up_its_units(qtbot: QtBot) -> None:
    view = make(qtbot, CROSSDOCK_ORDER)
    view.sides.orders.setFocus()
    with qtbot.waitSignal(view.selected) as selected:
        QTest.keyClick(view.sides.orders, Qt.Key.Key_Down)
    assert selected.args == [ORDER, "SO-10391"]
    assert view.sides.arrivals.delegate.lit == {"SO-10391", "ASN-70418/4", "ASN-70429/1"}


def test_a_click_on_a_row_selects_it(qtbot: QtBot) -> None:
    view = make(qtbot, CROSSDOCK)
    side = view.sides.orders
    spot = side.visualRect(side.side_model.index(4)).center()
    with qtbot.waitSignal(view.selected) as selected:
        QTest.mouseClick(side.viewport(), LEFT, pos=spot)
    assert selected.args == [ORDER, "SO-10377"]


def test_a_click_on_a_truck_selects_nothing(qtbot: QtBot) -> None:
    view = make(qtbot, CROSSDOCK)
    side = view.sides.arrivals
    spot = side.visualRect(side.side_model.index(4)).center()
    with qtbot.assertNotEmitted(view.selected):
        QTest.mouseClick(side.viewport(), LEFT, pos=spot)


def test_showing_a_scene_tells_no_selection(qtbot: QtBot) -> None:
    view = make(qtbot, CROSSDOCK)
    with qtbot.assertNotEmitted(view.selected):
        view.show_scene(CROSSDOCK_ORDER)


def test_the_selected_pegs_carry_their_units(qtbot: QtBot) -> None:
    view = make(qtbot, CROSSDOCK)
    assert {run.text for run in view.sides.pegs.runs} == {"5", "8", "6"}


def test_pegs_follow_both_lists(qtbot: QtBot) -> None:
    view = make(qtbot, CROSSDOCK)
    before = view.sides.pegs.grab().toImage()
    view.sides.orders.verticalScrollBar().setValue(300)
    settle(view)
    assert view.sides.pegs.grab().toImage() != before


def test_orders_below_are_counted_and_brought(qtbot: QtBot) -> None:
    view = make(qtbot, CROSSDOCK)
    assert view.sides.more.text() == "93 more orders"
    view.sides.more.click()
    assert view.sides.orders.verticalScrollBar().value() > 0


@pytest.mark.parametrize(("units", "least", "most"), [(1, 1.5, 2), (400, 14, 14), (9000, 14, 14)])
def test_a_peg_is_as_thick_as_its_units_within_bounds(
    units: int, least: float, most: float
) -> None:
    assert least <= thickness(units) <= most


@pytest.mark.parametrize(("place", "told"), [(0, ["today", ""]), (4, ["late", "on"])])
def test_a_filter_without_choices_is_turned_over(qtbot: QtBot, place: int, told: list[str]) -> None:
    view = make(qtbot, CROSSDOCK)
    with qtbot.waitSignal(view.filter_changed) as changed:
        view.filters[place].click()
    assert changed.args == told


def test_a_filter_with_choices_offers_them(qtbot: QtBot) -> None:
    view = make(qtbot, CROSSDOCK)
    view.filters[1].click()
    with qtbot.waitSignal(view.filter_changed) as changed:
        view.sheet.buttons[1].click()
    assert changed.args == ["door", "D1"]


def test_a_pin_is_chosen_among_those_that_can_be(qtbot: QtBot) -> None:
    view = make(qtbot, CROSSDOCK)
    view.why.pin.click()
    with qtbot.waitSignal(view.pin_asked) as asked:
        view.why.sheet.buttons[1].click()
    assert asked.args == ["SO-10444", "1", "ASN-70418", "3", 6]


def test_a_pin_that_is_set_is_taken_off(qtbot: QtBot) -> None:
    view = make(qtbot, CROSSDOCK)
    view.why.pin.click()
    with qtbot.waitSignal(view.unpin_asked) as asked:
        view.why.sheet.buttons[0].click()
    assert asked.args == ["SO-10431", "1", "ASN-70418", "3", 6]


@pytest.mark.parametrize(("held", "signal"), [(False, "hold_asked"), (True, "release_asked")])
def test_an_order_is_held_or_released(qtbot: QtBot, held: bool, signal: str) -> None:
    acts = OrderActs("SO-10402", held=held, priority=1)
    view = make(qtbot, replace(CROSSDOCK_ORDER, order_acts=acts))
    with qtbot.waitSignal(getattr(view, signal)) as asked:
        view.why.hold.click()
    assert asked.args == ["SO-10402"]


def test_a_priority_is_chosen(qtbot: QtBot) -> None:
    view = make(qtbot, CROSSDOCK_ORDER)
    view.why.priority.click()
    with qtbot.waitSignal(view.priority_asked) as asked:
        view.why.sheet.buttons[2].click()
    assert asked.args == ["SO-10402", 3]


def test_a_policy_is_chosen(qtbot: QtBot) -> None:
    view = make(qtbot, CROSSDOCK_ORDER)
    view.why.policy.click()
    with qtbot.waitSignal(view.policy_asked) as asked:
        view.why.sheet.buttons[0].click()
    assert asked.args == ["SO-10402", "ship_as_available"]


def test_undo_says_what_it_takes_back_and_answers_to_its_key(qtbot: QtBot) -> None:
    view = make(qtbot, CROSSDOCK)
    assert "Undo pin of 6 units to SO-10431" in texts(view)
    with qtbot.waitSignal(view.undo_asked):
        QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_without_anything_to_take_back_the_key_asks_nothing(qtbot: QtBot) -> None:
    view = make(qtbot, replace(CROSSDOCK, undo=""))
    assert "Undo" in texts(view)
    with qtbot.assertNotEmitted(view.undo_asked):
        QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_who_may_change_nothing_is_shown_no_button(qtbot: QtBot) -> None:
    view = make(qtbot, replace(CROSSDOCK, pins=()))
    buttons = (view.why.pin, view.why.hold, view.why.priority, view.why.policy)
    assert not any(button.isVisible() for button in buttons)


def test_a_change_says_who_is_hurt_before_it_is_applied(qtbot: QtBot) -> None:
    shown = texts(make(qtbot, CROSSDOCK_CHANGE))
    assert {"A late order waits 6 days longer", "30 Nov", "Change, not applied yet"} <= shown


def test_ctrl_enter_applies_and_esc_discards(qtbot: QtBot) -> None:
    view = make(qtbot, CROSSDOCK_CHANGE)
    with qtbot.waitSignal(view.apply_asked):
        QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(view.discard_asked):
        QTest.keyClick(view, Qt.Key.Key_Escape)


def test_without_a_change_ctrl_enter_applies_nothing(qtbot: QtBot) -> None:
    view = make(qtbot, CROSSDOCK)
    with qtbot.assertNotEmitted(view.apply_asked):
        QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_refused_change_cannot_be_applied_and_says_why(qtbot: QtBot) -> None:
    refused = replace(CHANGE, refused="ASN-70418 has only 19 lamps.")
    view = make(qtbot, replace(CROSSDOCK, change=refused))
    with qtbot.assertNotEmitted(view.apply_asked):
        QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "ASN-70418 has only 19 lamps." in texts(view)


def test_a_narrow_window_opens_its_drawer_for_a_change(qtbot: QtBot) -> None:
    view = make(qtbot, CROSSDOCK, (1024, 768))
    assert not view.change.isVisible()
    view.show_scene(CROSSDOCK_CHANGE)
    assert view.change.isVisible()


def test_an_empty_plan_says_so_with_its_action(qtbot: QtBot) -> None:
    view = make(qtbot, CROSSDOCK_EMPTY)
    with qtbot.waitSignal(view.empty_pressed):
        view.sides.empty.button.click()
    assert "No units on today’s trucks go to waiting orders." in texts(view)
