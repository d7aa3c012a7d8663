"""A block's menu weighs a choice before it is taken: late by, no-show, swap; stale figures grey."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.services.dock_board import dock_day
from tests.floor import NOW, make_floor, orders, wants
from tests.ui.desk_checks import FACES, SIZES, cut, settle, show, small_targets, texts, unnamed
from tests.ui.desk_scenes import BLOCKS, DOCK, EFFECT
from ui import desk_words as words
from ui.components.choice_sheet import ChoiceSheet
from ui.floor_thread import FloorThread
from ui.models.dock import EffectScene, EventChoice
from ui.presenters.dock import DockPresenter
from ui.presenters.dock_effect import effect_scene
from ui.presenters.dock_scene import dock_scene
from ui.theme import Look
from ui.views.dock_menu import block_choices
from ui.views.dock_view import DockView

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QPointingDevice
    from pytestqt.qtbot import QtBot

    from tests.floor import Floor

Key = Qt.Key
ZONE = ZoneInfo("UTC")
TAMAR = 13
OPTIONS = (("30", "30 min"), ("60", "1 h"), ("120", "2 h"), ("240", "4 h"))
LATE = EventChoice("late", "Late by", "schedule", (), OPTIONS, True, True)
NO_SHOW = EventChoice("no_show", "No-show", "event_busy", weighed=True)
OTHERS = (("ASN-70421", "D3 · Kestrel · 10:00"), ("ASN-70425", "D5 · Solberg · 12:00"))
SWAP = EventChoice("swap", "Swap doors with…", "swap_horiz", (), OTHERS, weighed=True)
HEAD = "asn,line,supplier,sku,quantity,expected_at,door,window_start,window_end\n"
ROW = "{n},1,Acme,LAMP,4,2026-03-04T{h}:00:00Z,{door},2026-03-04T{h}:00:00Z,2026-03-04T{e}:00:00Z\n"
HOUR = timedelta(hours=1)


@pytest.fixture
def look() -> Look:
    return Look()


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> DockView:
    view = DockView(look)
    blocks = tuple(
        replace(block, events=(NO_SHOW, LATE, SWAP)) if block.id == TAMAR else block
        for block in BLOCKS
    )
    view.show_scene(replace(DOCK, blocks=blocks))
    show(qtbot, view, look)
    return view


def spot(view: DockView) -> QPoint:
    item = view.board.canvas.item_of(TAMAR)
    assert item is not None
    return view.board.canvas.mapFromScene(item.rect().center())


def click(view: DockView) -> None:
    canvas = view.board.canvas
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=spot(view))
    settle(view)


def button(view: DockView, name: str) -> QWidget:
    buttons = view.board.canvas.sheet.buttons
    return next(one for one in buttons if one.accessibleName() == name)


def test_late_by_two_hours_is_two_clicks(qtbot: QtBot, view: DockView) -> None:
    click(view)

    with qtbot.waitSignal(view.event_asked) as asked:
        QTest.mouseClick(button(view, "Late by 2 h"), Qt.MouseButton.LeftButton)

    asn = next(block.asn for block in BLOCKS if block.id == TAMAR)
    assert asked.args == [asn, "late", "120"]


def test_a_choice_shows_what_it_does_before_it_is_taken(qtbot: QtBot, view: DockView) -> None:
    click(view)

    with qtbot.assertNotEmitted(view.event_asked), qtbot.waitSignal(view.board.weigh.considered):
        button(view, "Late by 2 h").setFocus()
    view.show_effect(EFFECT)
    settle(view)

    card, sheet = view.board.weigh.card, view.board.canvas.sheet
    assert EFFECT.title in texts(view)
    assert not card.geometry().intersects(sheet.geometry())


def test_until_the_answer_comes_the_last_one_is_grey(view: DockView) -> None:
    click(view)
    button(view, "Late by 1 h").setFocus()
    first = view.board.weigh.card.effect
    view.show_effect(EFFECT)

    button(view, "Late by 2 h").setFocus()

    assert first == EffectScene("idle", words.WEIGHING, stale=True)
    assert view.board.weigh.card.effect == replace(EFFECT, stale=True)


@pytest.mark.parametrize("name", ["Swap doors with…"])
def test_what_cannot_be_weighed_shows_no_effect(view: DockView, name: str) -> None:
    click(view)
    button(view, "Late by 1 h").setFocus()

    button(view, name).setFocus()

    assert not view.board.weigh.card.isVisible()


def test_an_answer_that_comes_after_the_menu_is_gone_is_not_shown(view: DockView) -> None:
    click(view)
    button(view, "No-show").setFocus()
    QTest.keyClick(view.board.canvas.sheet, Key.Key_Escape)

    view.show_effect(EFFECT)

    assert not view.board.weigh.card.isVisible()


def tap(widget: QWidget, device: QPointingDevice) -> None:
    at = widget.rect().center()
    QTest.touchEvent(widget, device).press(0, at, widget).commit()
    QTest.touchEvent(widget, device).release(0, at, widget).commit()


def test_a_finger_sees_the_effect_first_and_takes_it_with_the_next_tap(
    qtbot: QtBot, look: Look
) -> None:
    room = QWidget()
    room.resize(500, 500)
    qtbot.addWidget(room)
    sheet = ChoiceSheet(look, room)
    room.show()
    qtbot.waitExposed(room)
    sheet.offer("", block_choices(replace(BLOCKS[0], events=(LATE,))), QPoint(4, 4))
    settle(room)
    pill = next(one for one in sheet.buttons if one.accessibleName() == "Late by 2 h")
    device = QTest.createTouchDevice()

    with qtbot.assertNotEmitted(sheet.chosen), qtbot.waitSignal(sheet.pointed) as pointed:
        tap(pill, device)
    with qtbot.waitSignal(sheet.chosen) as chosen:
        tap(pill, device)

    assert (pointed.args, chosen.args) == ([("late", "120")], [("late", "120")])


def test_a_finger_that_taps_elsewhere_takes_neither(qtbot: QtBot, look: Look) -> None:
    room = QWidget()
    room.resize(500, 500)
    qtbot.addWidget(room)
    sheet = ChoiceSheet(look, room)
    room.show()
    qtbot.waitExposed(room)
    sheet.offer("", block_choices(replace(BLOCKS[0], events=(LATE,))), QPoint(4, 4))
    settle(room)
    one, other = (b for b in sheet.buttons if b.accessibleName() in ("Late by 1 h", "Late by 2 h"))
    device = QTest.createTouchDevice()

    with qtbot.assertNotEmitted(sheet.chosen):
        for choice in (one, other, one):
            tap(choice, device)


def test_a_double_click_takes_no_choice(qtbot: QtBot, view: DockView) -> None:
    click(view)

    with qtbot.assertNotEmitted(view.board.canvas.sheet.chosen):
        QTest.mouseDClick(button(view, "No-show"), Qt.MouseButton.LeftButton)


def test_a_drag_opens_no_menu(view: DockView) -> None:
    viewport, start = view.board.canvas.viewport(), spot(view)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, start + QPoint(60, 0))
    QTest.mouseMove(viewport, start + QPoint(120, 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton)

    assert not view.board.canvas.sheet.isVisible()


def test_whom_to_swap_with_is_chosen_in_the_same_menu(qtbot: QtBot, view: DockView) -> None:
    click(view)
    QTest.mouseClick(button(view, "Swap doors with…"), Qt.MouseButton.LeftButton)
    settle(view)

    with qtbot.waitSignal(view.event_asked) as asked:
        QTest.mouseClick(button(view, "D5 · Solberg · 12:00"), Qt.MouseButton.LeftButton)

    assert asked.args[1:] == ["swap", "ASN-70425"]


@pytest.mark.parametrize(("theme", "families"), FACES)
@pytest.mark.parametrize("size", SIZES)
def test_menu_and_effect_are_whole_at_every_size(
    qtbot: QtBot,
    size: tuple[int, int],
    theme: str,
    families: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.theme.FAMILIES", families)
    look = Look(theme)
    view = DockView(look)
    block = replace(BLOCKS[0], events=(NO_SHOW, LATE, SWAP))
    view.show_scene(replace(DOCK, blocks=(block,)))
    show(qtbot, view, look, size)
    view.board.canvas.open_sheet(block, QPoint(40, 40))
    button(view, "Late by 2 h").setFocus()
    view.show_effect(replace(EFFECT, notes=("2 orders are completed",)))
    settle(view)

    assert (cut(view), small_targets(view), unnamed(view)) == ([], [], [])


# What is offered, and what is said ---------------------------------------------------------------


@pytest.fixture
def floor(tmp_path: Path) -> Floor:
    floor = make_floor(tmp_path / "floor.db")
    rows = [("T-1", "10", "D1", "11"), ("T-2", "10", "D2", "11"), ("T-3", "12", "D2", "13")]
    text = HEAD + "".join(ROW.format(n=n, h=h, door=door, e=e) for n, h, door, e in rows)
    floor.give(orders=orders(wants("SO-1", 12)), inbound=text)
    return floor


@pytest.fixture
def dock(qtbot: QtBot, floor: Floor) -> Iterator[DockPresenter]:
    thread = FloorThread()
    presenter = DockPresenter(floor.desk, thread, lambda: ZONE)
    with qtbot.waitSignals([presenter.scene, presenter.scene]):
        presenter.refresh()
    yield presenter
    thread.stop()


def offered(floor: Floor, asn: str) -> dict[str, EventChoice]:
    scene = dock_scene(dock_day(floor.desk), ZONE)
    block = next(block for block in scene.blocks if block.asn == asn)
    return {event.kind: event for event in block.events}


def test_late_by_is_offered_beside_each_other(floor: Floor) -> None:
    assert offered(floor, "T-1")["late"].options == OPTIONS


def test_a_time_that_is_over_is_not_offered(floor: Floor) -> None:
    floor.clock.instant = NOW + 3 * HOUR

    assert [name for name, _ in offered(floor, "T-1")["late"].options] == ["120", "240"]


def test_a_truck_that_is_here_is_not_late_any_more(qtbot: QtBot, dock: DockPresenter) -> None:
    with qtbot.waitSignal(dock.scene):
        dock.say_event("T-1", "arrive", "")

    assert "late" not in offered_in(dock, "T-1")


def offered_in(dock: DockPresenter, asn: str) -> set[str]:
    assert dock.board is not None
    blocks = dock_scene(dock.board, ZONE).blocks
    return {event.kind for block in blocks if block.asn == asn for event in block.events}


def test_no_truck_swaps_with_one_at_its_own_door(floor: Floor) -> None:
    assert [asn for asn, _ in offered(floor, "T-1")["swap"].options] == ["T-2", "T-3"]
    assert [asn for asn, _ in offered(floor, "T-3")["swap"].options] == ["T-1"]


def test_late_by_counts_from_the_trucks_own_time(qtbot: QtBot, dock: DockPresenter) -> None:
    with qtbot.waitSignal(dock.undoable) as undoable, qtbot.waitSignal(dock.scene):
        dock.say_event("T-1", "late", "120")

    assert dock.board is not None
    truck = next(slot.truck for slot in dock.board.slots if slot.truck.asn == "T-1")
    assert truck.state.expected_at == datetime(2026, 3, 4, 12, tzinfo=UTC)
    assert undoable.args == ["T-1 is 2 h 00 min late"]


def test_a_swap_is_undone_as_one(qtbot: QtBot, dock: DockPresenter) -> None:
    with qtbot.waitSignal(dock.undoable), qtbot.waitSignal(dock.scene):
        dock.say_event("T-1", "swap", "T-2")
    assert doors(dock) == ["D2", "D1", "D2"]

    with qtbot.waitSignal(dock.scene):
        dock.undo()

    assert doors(dock) == ["D1", "D2", "D2"]


def doors(dock: DockPresenter) -> list[str]:
    slots = dock.board.slots if dock.board else ()
    return [slot.truck.state.door for slot in sorted(slots, key=lambda one: one.truck.asn)]


def test_a_swap_that_cannot_be_is_said_before_and_after(qtbot: QtBot, dock: DockPresenter) -> None:
    with qtbot.waitSignal(dock.scene):
        dock.say_event("T-1", "late", "120")
    with qtbot.waitSignal(dock.undoable), qtbot.waitSignal(dock.scene):
        dock.say_event("T-2", "cancel", "")

    with qtbot.waitSignal(dock.effect) as effect:
        dock.considering.choice("T-1", "swap", "T-2")
    with qtbot.waitSignal(dock.trouble) as trouble:
        dock.say_event("T-1", "swap", "T-2")

    assert (effect.args[0].state, effect.args[0].title) == (
        "bad",
        "Not possible: T-2 is cancelled",
    )
    assert trouble.args == ["T-2 is cancelled. Take that back first."]


def test_only_the_newest_question_is_answered(qtbot: QtBot, dock: DockPresenter) -> None:
    told: list[EffectScene] = []
    dock.effect.connect(told.append)

    for minutes in ("30", "60", "120", "240"):
        dock.considering.choice("T-3", "late", minutes)
    dock.considering.choice("T-3", "no_show", "")
    qtbot.waitUntil(lambda: bool(told))
    with qtbot.waitSignal(dock.scene):
        dock.refresh()

    assert len(told) == 1
    assert told[0].rows[0].after == "no date"


@pytest.mark.parametrize(("asn", "kind", "what"), [("T-9", "late", "30"), ("T-1", "swap", "T-9")])
def test_what_is_not_on_the_board_is_not_weighed(
    qtbot: QtBot, dock: DockPresenter, asn: str, kind: str, what: str
) -> None:
    with qtbot.assertNotEmitted(dock.effect):
        dock.considering.choice(asn, kind, what)
        with qtbot.waitSignal(dock.scene):
            dock.refresh()


# The card ----------------------------------------------------------------------------------------


def result(**said: Any) -> dict[str, Any]:
    none: dict[str, Any] = {"promises_broken": [], "promises_saved": [], "ships": []}
    more: dict[str, Any] = {
        "orders_completed": [],
        "orders_short": [],
        "customers": {},
        "refused": None,
    }
    return none | more | said


def ships(order: str, before: str | None, after: str | None) -> dict[str, Any]:
    return {"order": order, "promised_at": "2026-03-04T17:00:00Z", "before": before, "after": after}


def test_a_row_tells_order_customer_and_from_when_to_when() -> None:
    told = [ships("SO-1", "2026-03-04T14:00:00Z", "2026-03-05T08:30:00Z")]

    card = effect_scene(
        result(promises_broken=["SO-1"], ships=told, customers={"SO-1": "Ann"}), ZONE, NOW
    )

    (row,) = card.rows
    assert (row.order, row.customer, row.worse) == ("SO-1", "Ann", True)
    assert (row.before, row.after) == ("14:00", "Thu 5 Mar 08:30")


def test_who_never_gets_all_has_no_date() -> None:
    card = effect_scene(
        result(promises_broken=["SO-1"], ships=[ships("SO-1", None, None)]), ZONE, NOW
    )

    assert card.rows[0].after == "no date"


def test_completed_orders_are_counted_beside_promises() -> None:
    card = effect_scene(
        result(
            promises_broken=["A"],
            promises_saved=["B"],
            ships=[ships("A", None, None), ships("B", None, None)],
            orders_completed=["B", "C"],
            orders_short=["A"],
        ),
        ZONE,
        NOW,
    )

    assert card.title == "1 order would miss the promise"
    assert card.notes == (
        "1 promise is saved",
        "2 orders are completed",
        "1 order is completed no more",
    )


def test_nothing_that_changes_needs_no_note() -> None:
    card = effect_scene(result(), ZONE, NOW)

    assert (card.state, card.title, card.rows, card.notes) == ("ok", "Nobody is later", (), ())


def test_more_orders_than_fit_are_counted() -> None:
    names = [f"SO-{n}" for n in range(7)]

    card = effect_scene(
        result(promises_broken=names, ships=[ships(n, None, None) for n in names]), ZONE, NOW
    )

    assert (len(card.rows), card.more) == (5, "and 2 more")


def test_pills_stand_in_the_row_of_their_label() -> None:
    block = replace(BLOCKS[0], events=(LATE, NO_SHOW))

    late = next(choice for choice in block_choices(block) if choice.name == "late")

    assert [one.label for one in late.beside] == ["30 min", "1 h", "2 h", "4 h"]
    assert not late.below
