"""Several trucks at once, longer stays, panning and keys on the board, by real hands."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk_checks import cut, show, texts
from tests.ui.desk_scenes import BLOCKS, CLOSURES, DOCK, DOORS, at, rules_for
from ui.models.dock import YARD, Place
from ui.theme import Look
from ui.views.dock_view import DockView

NORDFRACHT, OSTMARK, LINDQVIST, TAMAR, LATE = 4, 7, 10, 13, 14
UNLOADING, DONE, LOADING, PICK_UP, KESTREL = 3, 12, 16, 17, 19
Key, Button, Held = Qt.Key, Qt.MouseButton, Qt.KeyboardModifier
LANE = 94


@pytest.fixture
def view(qtbot: QtBot) -> DockView:
    look = Look()
    view = DockView(look)
    view.show_scene(DOCK)
    show(qtbot, view, look)
    return view


def spot(view: DockView, block_id: int, *, edge: bool = False) -> QPoint:
    item = view.board.canvas.item_of(block_id)
    assert item is not None
    rect = item.rect()
    point = QPointF(rect.right() - 3, rect.center().y()) if edge else rect.center()
    return view.board.canvas.mapFromScene(point)


def click(view: DockView, block_id: int, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    viewport = view.board.canvas.viewport()
    QTest.mouseClick(viewport, Button.LeftButton, held, spot(view, block_id))


def drag(
    view: DockView, start: QPoint, by: QPoint, button: Qt.MouseButton = Button.LeftButton
) -> None:
    """Press and move by so many px, in two steps; the button is still held."""
    viewport = view.board.canvas.viewport()
    QTest.mousePress(viewport, button, pos=start)
    QTest.mouseMove(viewport, start + by / 2)
    QTest.mouseMove(viewport, start + by)


def let_go(view: DockView, button: Qt.MouseButton = Button.LeftButton) -> None:
    QTest.mouseRelease(view.board.canvas.viewport(), button)


def press(view: DockView, *keys: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(view.board.canvas, key, held)


def choose(view: DockView, block_id: int) -> None:
    view.board.canvas.choose(next(block for block in BLOCKS if block.id == block_id))
    view.board.canvas.setFocus()


def picked(view: DockView) -> set[int]:
    return set(view.board.canvas.field.picked)


def test_ctrl_click_adds_a_truck_and_takes_it_away_again(view: DockView) -> None:
    click(view, TAMAR)
    click(view, OSTMARK, Held.ControlModifier)
    both = picked(view)

    click(view, OSTMARK, Held.ControlModifier)

    assert (both, picked(view)) == ({TAMAR, OSTMARK}, {TAMAR})


@pytest.mark.parametrize("other", [UNLOADING, DONE, LOADING, KESTREL])
def test_what_cannot_be_moved_at_doors_joins_no_group(view: DockView, other: int) -> None:
    click(view, TAMAR)

    click(view, other, Held.ControlModifier)

    assert picked(view) == {TAMAR}


def test_shift_click_takes_all_in_between(view: DockView) -> None:
    click(view, OSTMARK)

    click(view, TAMAR, Held.ShiftModifier)

    assert picked(view) == {OSTMARK, LINDQVIST, TAMAR}  # Fernway Road stands at its door


def test_a_plain_click_chooses_one_again(view: DockView) -> None:
    click(view, OSTMARK)
    click(view, TAMAR, Held.ControlModifier)

    click(view, OSTMARK)

    assert picked(view) == {OSTMARK}


def test_a_rubber_band_chooses_the_trucks_that_it_touches(view: DockView) -> None:
    canvas = view.board.canvas
    right = canvas.mapFromScene(canvas.item_of(NORDFRACHT).rect().topRight())  # type: ignore[union-attr]

    drag(view, right + QPoint(20, 10), QPoint(-60, 2 * LANE))
    let_go(view)

    assert picked(view) == {NORDFRACHT, LINDQVIST}


def test_a_click_beside_all_trucks_chooses_none(view: DockView) -> None:
    click(view, OSTMARK)
    click(view, TAMAR, Held.ControlModifier)
    free = spot(view, TAMAR) + QPoint(0, LANE)

    QTest.mouseClick(view.board.canvas.viewport(), Button.LeftButton, pos=free)

    assert picked(view) == set()


def test_a_group_moves_by_the_same_time_and_doors(qtbot: QtBot, view: DockView) -> None:
    click(view, NORDFRACHT)
    click(view, LINDQVIST, Held.ControlModifier)

    view.board.go_to(at("12:45"), 0.5)
    drag(view, spot(view, LINDQVIST), QPoint(111, LANE))
    with qtbot.waitSignal(view.placed) as placed:
        let_go(view)

    assert placed.args is not None
    assert set(placed.args[0]) == {
        Place(NORDFRACHT, "D2", at("12:45")),
        Place(LINDQVIST, "D4", at("13:30")),
    }


def test_trucks_of_a_group_may_take_each_others_place(qtbot: QtBot, view: DockView) -> None:
    click(view, OSTMARK)
    click(view, NORDFRACHT, Held.ControlModifier)
    press(view, Key.Key_M, Key.Key_Right, Key.Key_Right)

    with qtbot.waitSignal(view.placed):
        press(view, Key.Key_Return)


def test_where_one_of_a_group_cannot_stand_none_is_moved(qtbot: QtBot, view: DockView) -> None:
    click(view, OSTMARK)
    click(view, TAMAR, Held.ControlModifier)

    press(view, Key.Key_M, Key.Key_Up)
    view.grab()

    assert "ASN-70429: ASN-70421 has door D3 from Tue 10:25 to Tue 11:53." in texts(view)
    with qtbot.assertNotEmitted(view.placed):
        press(view, Key.Key_Return)


def test_a_group_stays_on_the_doors_that_are_shown(qtbot: QtBot, view: DockView) -> None:
    click(view, NORDFRACHT)
    click(view, LINDQVIST, Held.ControlModifier)

    press(view, Key.Key_M, *[Key.Key_Right] * 8, *[Key.Key_Down] * 9)

    assert {place.door for place in view.board.canvas.move_of.places} == {"D5", "D7"}


def test_keys_beyond_the_last_door_are_not_counted(view: DockView) -> None:
    choose(view, TAMAR)

    press(view, Key.Key_M, *[Key.Key_Down] * 9, Key.Key_Up)

    assert [place.door for place in view.board.canvas.move_of.places] == ["D6"]


def test_a_truck_that_was_lifted_and_put_down_is_moved_nowhere(
    qtbot: QtBot, view: DockView
) -> None:
    odd = replace(BLOCKS[TAMAR - 1], start=at("11:35"), end=at("12:50"))
    blocks = tuple(odd if block.id == TAMAR else block for block in BLOCKS)
    view.show_scene(replace(DOCK, blocks=blocks, rules=rules_for(blocks, DOORS, CLOSURES)))
    choose(view, TAMAR)

    with qtbot.assertNotEmitted(view.placed):
        press(view, Key.Key_M, Key.Key_Return)


def test_the_first_step_ends_on_a_full_quarter(view: DockView) -> None:
    odd = replace(BLOCKS[TAMAR - 1], start=at("11:35"), end=at("12:50"))
    blocks = tuple(odd if block.id == TAMAR else block for block in BLOCKS)
    view.show_scene(replace(DOCK, blocks=blocks, rules=rules_for(blocks, DOORS, CLOSURES)))
    choose(view, TAMAR)

    press(view, Key.Key_M, Key.Key_Right)

    assert [place.start for place in view.board.canvas.move_of.places] == [at("11:45")]


def test_another_button_drops_nothing(qtbot: QtBot, view: DockView) -> None:
    drag(view, spot(view, TAMAR), QPoint(100, LANE))

    with qtbot.assertNotEmitted(view.placed):
        QTest.mouseClick(view.board.canvas.viewport(), Button.RightButton)

    assert view.board.canvas.move_of.active


def test_a_click_drops_nothing_that_is_moved_by_keys(qtbot: QtBot, view: DockView) -> None:
    choose(view, TAMAR)
    press(view, Key.Key_M, Key.Key_Down)

    with qtbot.assertNotEmitted(view.placed):
        click(view, OSTMARK)


def test_after_the_drop_the_chosen_truck_is_told_again(view: DockView) -> None:
    choose(view, TAMAR)
    press(view, Key.Key_M, Key.Key_Up, Key.Key_Escape)

    assert "Tamar Transport" in view.board.canvas.accessibleDescription()


def test_up_from_the_first_door_a_group_goes_to_the_yard_and_down_again(view: DockView) -> None:
    click(view, NORDFRACHT)
    click(view, LINDQVIST, Held.ControlModifier)
    move = view.board.canvas.move_of

    press(view, Key.Key_M, Key.Key_Up)
    up = {place.door for place in move.places}
    press(view, Key.Key_Down)

    assert (up, sorted(place.door for place in move.places)) == ({YARD}, ["D1", "D3"])


def test_ctrl_with_an_arrow_adds_the_next_truck(view: DockView) -> None:
    choose(view, NORDFRACHT)

    press(view, Key.Key_Down, held=Held.ControlModifier)

    assert picked(view) == {NORDFRACHT, OSTMARK}


def test_esc_leaves_one_of_a_group(view: DockView) -> None:
    click(view, OSTMARK)
    click(view, TAMAR, Held.ControlModifier)

    press(view, Key.Key_Escape)

    assert picked(view) == {TAMAR}


def test_a_group_is_told_to_a_screen_reader(view: DockView) -> None:
    click(view, OSTMARK)
    click(view, TAMAR, Held.ControlModifier)

    told = view.board.canvas.accessibleDescription()

    assert told.startswith("2 trucks chosen:")
    assert {"Ostmark Cargo", "Tamar Transport"} <= set(told.partition(": ")[2].split(", "))


def test_a_blocks_right_edge_makes_it_longer_by_quarters(qtbot: QtBot, view: DockView) -> None:
    drag(view, spot(view, TAMAR, edge=True), QPoint(148, 0))
    with qtbot.waitSignal(view.placed) as placed:
        let_go(view)

    assert placed.args == [(Place(TAMAR, "D4", at("11:30"), at("14:00")),)]


def test_a_block_is_made_no_shorter_than_a_quarter(qtbot: QtBot, view: DockView) -> None:
    drag(view, spot(view, TAMAR, edge=True), QPoint(-400, 0))
    with qtbot.waitSignal(view.placed) as placed:
        let_go(view)

    assert placed.args == [(Place(TAMAR, "D4", at("11:30"), at("11:45")),)]


def test_shift_with_an_arrow_makes_it_longer(qtbot: QtBot, view: DockView) -> None:
    choose(view, TAMAR)
    press(view, Key.Key_Right, Key.Key_Right, held=Held.ShiftModifier)
    view.grab()

    assert "Until 13:30" in texts(view)
    with qtbot.waitSignal(view.placed) as placed:
        press(view, Key.Key_Return)
    assert placed.args == [(Place(TAMAR, "D4", at("11:30"), at("13:30")),)]


def test_a_truck_that_unloads_may_stay_longer_but_not_move(qtbot: QtBot, view: DockView) -> None:
    choose(view, UNLOADING)
    press(view, Key.Key_M)
    lifted = view.board.canvas.move_of.active

    press(view, Key.Key_Right, held=Held.ShiftModifier)
    with qtbot.waitSignal(view.placed) as placed:
        press(view, Key.Key_Return)

    assert not lifted
    assert placed.args == [(Place(UNLOADING, "D1", at("09:45"), at("11:30")),)]


def test_a_longer_stay_that_takes_the_next_trucks_time_is_refused_before_the_drop(
    qtbot: QtBot, view: DockView
) -> None:
    choose(view, UNLOADING)
    press(view, *[Key.Key_Right] * 4, held=Held.ShiftModifier)
    view.grab()

    assert "ASN-70435 has door D1 from Tue 12:00 to Tue 13:23." in texts(view)
    with qtbot.assertNotEmitted(view.placed):
        press(view, Key.Key_Return)


@pytest.mark.parametrize("block_id", [DONE, KESTREL, 1])
def test_what_has_no_window_to_change_is_made_no_longer(view: DockView, block_id: int) -> None:
    choose(view, block_id)

    press(view, Key.Key_Right, held=Held.ShiftModifier)

    assert not view.board.canvas.move_of.active


def test_esc_puts_a_stretched_block_back(qtbot: QtBot, view: DockView) -> None:
    choose(view, TAMAR)
    press(view, Key.Key_Right, held=Held.ShiftModifier)

    with qtbot.assertNotEmitted(view.placed):
        press(view, Key.Key_Escape)

    assert not view.board.canvas.move_of.active


def test_esc_while_the_button_is_held_puts_the_block_back(qtbot: QtBot, view: DockView) -> None:
    drag(view, spot(view, TAMAR), QPoint(148, LANE))

    with qtbot.assertNotEmitted(view.placed):
        press(view, Key.Key_Escape)
        let_go(view)

    assert not view.board.canvas.move_of.active


def test_a_refusal_is_told_to_a_screen_reader(view: DockView) -> None:
    choose(view, TAMAR)

    press(view, Key.Key_M, Key.Key_Up)

    told = view.board.canvas.accessibleDescription()
    assert told == "ASN-70421 has door D3 from Tue 10:25 to Tue 11:53."


@pytest.mark.parametrize(
    ("block_id", "keys", "why"),
    [
        (TAMAR, [Key.Key_Down] * 2, "Door D6 takes no inbound trucks."),
        (PICK_UP, [Key.Key_Up], "Door D5 takes no outbound trucks."),
        (
            LATE,
            [Key.Key_Left] * 5,
            "Door D5 is out of use from Tue 06:00 to Tue 09:55 (Leveller repair).",
        ),
    ],
)
def test_what_a_door_cannot_do_is_said_before_the_drop(
    qtbot: QtBot, view: DockView, block_id: int, keys: list[Qt.Key], why: str
) -> None:
    choose(view, block_id)
    press(view, Key.Key_M, *keys)
    view.grab()

    assert why in texts(view)
    with qtbot.assertNotEmitted(view.placed):
        press(view, Key.Key_Return)


def test_a_long_refusal_is_not_cut_on_a_narrow_board(qtbot: QtBot) -> None:
    look = Look()
    narrow = DockView(look)
    narrow.show_scene(DOCK)
    show(qtbot, narrow, look, (1280, 800))
    choose(narrow, LATE)

    press(narrow, Key.Key_M, *[Key.Key_Left] * 5)
    narrow.grab()

    assert "Door D5 is out of use from Tue 06:00 to Tue 09:55 (Leveller repair)." in texts(narrow)
    assert cut(narrow) == []


def test_the_buffer_and_the_sites_capacity_are_kept_before_the_drop(
    qtbot: QtBot, view: DockView
) -> None:
    rules = rules_for(BLOCKS, DOORS, CLOSURES)
    full = replace(rules, settings=replace(rules.settings, dock_capacity=2))
    view.show_scene(replace(DOCK, rules=full))
    choose(view, TAMAR)

    press(view, Key.Key_M, *[Key.Key_Right] * 2)
    view.grab()

    assert "2 trucks begin in that hour already." in texts(view)


def test_the_middle_button_pans_and_moves_no_truck(qtbot: QtBot, view: DockView) -> None:
    bar = view.board.canvas.horizontalScrollBar()
    before = bar.value()

    with qtbot.assertNotEmitted(view.placed):
        drag(view, spot(view, TAMAR), QPoint(-120, 0), Button.MiddleButton)
        let_go(view, Button.MiddleButton)

    assert (bar.value(), picked(view)) == (before + 120, set())


def test_space_with_the_left_button_pans_and_opens_nothing(qtbot: QtBot, view: DockView) -> None:
    choose(view, TAMAR)
    bar = view.board.canvas.horizontalScrollBar()
    before = bar.value()

    QTest.keyPress(view.board.canvas, Key.Key_Space)
    with qtbot.assertNotEmitted(view.placed):
        drag(view, spot(view, TAMAR), QPoint(-120, 0))
        let_go(view)
    QTest.keyRelease(view.board.canvas, Key.Key_Space)

    assert bar.value() == before + 120
    assert not view.board.canvas.sheet.isVisible()


def test_space_alone_opens_the_chosen_truck(view: DockView) -> None:
    choose(view, TAMAR)

    press(view, Key.Key_Space)

    assert view.board.canvas.sheet.isVisible()


def test_shift_with_the_wheel_pans_through_the_hours(view: DockView) -> None:
    canvas = view.board.canvas
    before = canvas.horizontalScrollBar().value()
    middle = QPointF(canvas.viewport().rect().center())
    turn = QWheelEvent(
        middle,
        canvas.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Button.NoButton,
        Held.ShiftModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # Qt's own signature
    )

    QApplication.sendEvent(canvas.viewport(), turn)

    assert canvas.horizontalScrollBar().value() == before + 120


def test_home_end_and_pages_scroll_the_day(view: DockView) -> None:
    view.board.canvas.setFocus()
    bar = view.board.canvas.horizontalScrollBar()

    press(view, Key.Key_End)
    end = bar.value()
    press(view, Key.Key_PageUp)
    page = bar.value()
    press(view, Key.Key_Home)

    assert (end, bar.value()) == (bar.maximum(), 0)
    assert 0 <= page < end


def test_plus_and_minus_zoom(view: DockView) -> None:
    view.board.canvas.setFocus()

    press(view, Key.Key_Plus)
    near = view.board.zoom
    press(view, Key.Key_Minus, Key.Key_Minus, Key.Key_Minus)

    assert (near, view.board.zoom) == (2, 0)


def test_over_the_yard_a_scrolled_board_offers_the_yard_not_the_door_below(
    qtbot: QtBot,
) -> None:
    look = Look()
    low = DockView(look)
    low.show_scene(DOCK)
    show(qtbot, low, look, (1280, 800))
    canvas = low.board.canvas
    choose(low, PICK_UP)
    canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().maximum())
    start = spot(low, PICK_UP)

    drag(low, start, QPoint(0, 40 - start.y()))

    assert [place.door for place in canvas.move_of.places] == [YARD]


def test_a_pickup_has_no_receipt_to_open(view: DockView) -> None:
    choose(view, PICK_UP)

    press(view, Key.Key_Return)

    assert not [b.text() for b in view.board.canvas.sheet.buttons if b.text().startswith("Open")]


def test_what_is_said_of_a_pickup_is_told_apart(qtbot: QtBot, view: DockView) -> None:
    choose(view, LOADING)
    press(view, Key.Key_Return)

    with qtbot.waitSignal(view.pickup_asked) as asked, qtbot.assertNotEmitted(view.event_asked):
        view.board.canvas.sheet.buttons[1].click()

    assert asked.args == ["PU-3309", "done", ""]


@pytest.mark.parametrize(
    "keys",
    [(Key.Key_Y, Held.ControlModifier), (Key.Key_Z, Held.ControlModifier | Held.ShiftModifier)],
)
def test_what_was_taken_back_can_be_asked_for_again(
    qtbot: QtBot, view: DockView, keys: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    view.show_scene(replace(DOCK, redo="Moved ASN-70429 to D5 at 12:15"))

    with qtbot.waitSignal(view.redo_asked):
        QTest.keyClick(view, *keys)

    assert view.redo.accessibleDescription() == "Redo: Moved ASN-70429 to D5 at 12:15"


def test_where_nothing_was_taken_back_redo_asks_nothing(qtbot: QtBot, view: DockView) -> None:
    with qtbot.assertNotEmitted(view.redo_asked):
        QTest.keyClick(view, Key.Key_Y, Held.ControlModifier)

    assert not view.redo.isEnabled()


def test_a_door_for_both_is_shown_among_inbound_and_outbound_doors(view: DockView) -> None:
    doors = (replace(DOORS[0], about="in and out", both=True), *DOORS[1:])
    view.show_scene(replace(DOCK, doors=doors))
    shown = []
    for choice in (1, 2):
        view.doors.click()
        view.sheet.buttons[choice].click()
        grid = view.board.canvas.field.grid
        shown.append([door.name for door in grid.doors] if grid else [])

    assert shown == [["D1", "D2", "D3", "D4", "D5"], ["D1", "D6", "D7"]]
