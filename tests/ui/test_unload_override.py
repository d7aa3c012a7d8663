"""Unload first and back to the ranking: the list shows who said so, Ctrl+Z takes it back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services.dock_board import dock_day
from app.services.unloading import put_truck
from tests.floor import inbound, make_floor, orders, wants
from tests.ui.desk_checks import FACES, SIZES, cut, show, small_targets, texts, unnamed
from tests.ui.desk_scenes import DOCK
from ui.floor_thread import FloorThread
from ui.presenters.dock import DockPresenter
from ui.presenters.dock_unload import put_reasons, unload_rows
from ui.theme import Look
from ui.views.dock_view import DockView

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.floor import Floor
    from ui.models.dock_unload import UnloadRow

ZONE = ZoneInfo("UTC")
PUT = "Put first by Dana, by rule 2nd: reefer runs dry"


@pytest.fixture
def floor(tmp_path: Path) -> Floor:
    floor = make_floor(tmp_path / "floor.db")
    rows = [f"T-{n},1,Acme,LAMP,{9 - n},2026-03-04T0{n}:00:00Z,arrived" for n in (1, 2)]
    floor.give(orders=orders(wants("SO-1", 15)), inbound=inbound(*rows))
    return floor


@pytest.fixture
def dock(qtbot: QtBot, floor: Floor) -> Iterator[DockPresenter]:
    thread = FloorThread()
    presenter = DockPresenter(replace(floor.desk, actor="Dana"), thread, lambda: ZONE)
    with qtbot.waitSignals([presenter.scene, presenter.scene]):
        presenter.refresh()
    yield presenter
    thread.stop()


def rows(floor: Floor) -> list[UnloadRow]:
    return list(unload_rows(dock_day(floor.desk), ZONE))


def put_second_first(view: DockView) -> None:
    first, second, *others = DOCK.unload
    put = replace(second, rank=1, put=PUT, turn="Back to the ranking", turn_kind="by_rule")
    ranked = replace(first, rank=2, turn="Unload first", turn_kind="put_at")
    view.show_scene(replace(DOCK, unload=(put, ranked, *others)))


def test_the_list_offers_what_can_be_said_of_each(floor: Floor) -> None:
    put_truck("T-2", 1, replace(floor.desk, actor="Dana"), reason="reefer runs dry")

    first, second = rows(floor)

    assert (first.asn, first.put, first.turn) == ("T-2", PUT, "Back to the ranking")
    assert (second.asn, second.put, second.turn) == ("T-1", "", "Unload first")


def test_the_first_by_rule_has_nothing_to_gain(floor: Floor) -> None:
    assert [row.turn_kind for row in rows(floor)] == ["", "put_at"]


def test_relief_by_the_minute_stands_beside_each(floor: Floor) -> None:
    first, second = [row.reason for row in rows(floor)]
    assert "Relief 0.13 a minute." in first
    assert "Relief 0.12 a minute." in second


def test_a_truck_is_put_first_and_ctrl_z_takes_it_back(
    qtbot: QtBot, floor: Floor, dock: DockPresenter
) -> None:
    with qtbot.waitSignal(dock.undoable) as undoable, qtbot.waitSignal(dock.scene):
        dock.say_event("T-2", "put_at", "")
    put = [row.asn for row in rows(floor)]

    with qtbot.waitSignal(dock.scene):
        dock.undo()

    assert undoable.args == ["T-2 is put first"]
    assert (put, [row.asn for row in rows(floor)]) == (["T-2", "T-1"], ["T-1", "T-2"])


def test_who_said_it_is_who_is_at_the_screen(
    qtbot: QtBot, floor: Floor, dock: DockPresenter
) -> None:
    with qtbot.waitSignal(dock.undoable), qtbot.waitSignal(dock.scene):
        dock.say_event("T-2", "put_at", "")

    assert rows(floor)[0].put == "Put first by Dana, by rule 2nd"


def test_back_to_the_ranking_is_said_too(qtbot: QtBot, floor: Floor, dock: DockPresenter) -> None:
    put_truck("T-2", 1, floor.desk)

    with qtbot.waitSignal(dock.undoable) as undoable, qtbot.waitSignal(dock.scene):
        dock.say_event("T-2", "by_rule", "")

    assert undoable.args == ["T-2 is back in the ranking"]
    assert [row.asn for row in rows(floor)] == ["T-1", "T-2"]


@pytest.mark.parametrize(("place", "kind"), [(0, "by_rule"), (1, "put_at")])
def test_the_button_of_a_row_asks_for_it(qtbot: QtBot, place: int, kind: str) -> None:
    view = DockView(Look())
    put_second_first(view)
    show(qtbot, view, view.look)

    with qtbot.waitSignal(view.event_asked) as asked:
        QTest.mouseClick(view.unload.rows.cards[place].turn, Qt.MouseButton.LeftButton)

    assert asked.args[1:] == [kind, ""]


def test_a_truck_goes_first_for_a_reason_that_is_chosen(qtbot: QtBot) -> None:
    view = DockView(Look())
    first, second, *others = DOCK.unload
    asks = replace(second, turn="Unload first", turn_kind="put_at", reasons=put_reasons())
    view.show_scene(replace(DOCK, unload=(first, asks, *others)))
    show(qtbot, view, view.look)
    QTest.mouseClick(view.unload.rows.cards[1].turn, Qt.MouseButton.LeftButton)
    offered = [button.text() for button in view.why.buttons]

    with qtbot.waitSignal(view.event_asked) as asked:
        QTest.keyClick(view.why.buttons[0], Qt.Key.Key_Return)

    assert offered[0] == "Perishable goods"
    assert offered[-1] == "Without a reason"
    assert asked.args == [second.asn, "put_at", "perishable goods"]


@pytest.mark.wrong_input
def test_whoever_thinks_better_of_it_says_nothing(qtbot: QtBot) -> None:
    view = DockView(Look())
    first, second, *others = DOCK.unload
    asks = replace(second, turn="Unload first", turn_kind="put_at", reasons=put_reasons())
    view.show_scene(replace(DOCK, unload=(first, asks, *others)))
    show(qtbot, view, view.look)
    QTest.mouseClick(view.unload.rows.cards[1].turn, Qt.MouseButton.LeftButton)

    with qtbot.assertNotEmitted(view.event_asked):
        QTest.keyClick(view.why.buttons[0], Qt.Key.Key_Escape)

    assert not view.why.isVisible()


def test_the_reason_is_kept_with_who_said_it(
    qtbot: QtBot, floor: Floor, dock: DockPresenter
) -> None:
    with qtbot.waitSignal(dock.undoable), qtbot.waitSignal(dock.scene):
        dock.say_event("T-2", "put_at", "perishable goods")

    assert rows(floor)[0].put == "Put first by Dana, by rule 2nd: perishable goods"


def test_a_row_says_who_put_it_there(qtbot: QtBot) -> None:
    view = DockView(Look())
    put_second_first(view)
    show(qtbot, view, view.look)

    assert "Put first by Dana" in " ".join(texts(view))
    assert PUT in view.unload.rows.cards[0].accessibleName()


@pytest.mark.parametrize(("theme", "families"), FACES)
@pytest.mark.parametrize("size", SIZES)
def test_no_row_is_cut_and_every_button_can_be_hit_and_named(
    qtbot: QtBot,
    size: tuple[int, int],
    theme: str,
    families: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.theme.FAMILIES", families)
    look = Look(theme)
    view = DockView(look)
    put_second_first(view)
    show(qtbot, view, look, size)

    assert (cut(view), small_targets(view), unnamed(view)) == ([], [], [])
