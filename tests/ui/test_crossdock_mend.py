"""Cross-dock names what went against the plan and lets a supervisor mend it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.services.ordering import OrderChange, change_order
from tests.floor import inbound, make_floor, orders, stock, wants
from tests.ui.crossdock_screen import Screen
from ui.models.crossdock import Mend

LATE = "SO-1,1,Ann,LAMP,3,2026-02-20,2026-03-01,1,ship_as_available,"  # has missed its promise
SHORT = "T-1 came short: SO-2 gets 3 LAMP later and its promise breaks."


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[Screen]:
    floor = make_floor(tmp_path / "floor.db")
    floor.give(
        orders=orders(LATE, wants("SO-2", 3)),
        inbound=inbound(
            "T-1,1,Acme,LAMP,3,2026-03-04T07:00Z,arrived", "T-2,1,Acme,LAMP,3,2026-03-06T07:00Z,"
        ),
    )
    screen = Screen(qtbot, floor)
    yield screen
    screen.thread.stop()


def _close_short(shown: Screen) -> None:
    shown.floor.give(stock=stock("A-1,LAMP,3,,"))
    shown.floor.receive("T-1", "CMD-CLOSE")
    shown.ask("refresh")


def test_nothing_is_named_where_all_goes_by_the_plan(shown: Screen) -> None:
    assert shown.scene.mend is None
    shown.ask("mend")
    assert shown.scene.change is None


def test_a_promise_that_a_shortage_broke_is_mended_by_one_confirmation(shown: Screen) -> None:
    _close_short(shown)
    assert shown.scene.mend == Mend(SHORT, "Give SO-2 3 of SO-1")
    shown.ask("mend")
    assert shown.change.title == "SO-1 can yield 3 LAMP to SO-2, which then keeps its promise"
    shown.apply()
    assert shown.scene.mend is None
    shown.undo()
    assert shown.scene.mend == Mend(SHORT, "Give SO-2 3 of SO-1")


def test_a_shortage_that_nobody_can_mend_is_named_all_the_same(shown: Screen) -> None:
    shown.floor.receive("T-1", "CMD-CLOSE")
    shown.ask("refresh")
    assert shown.scene.mend is not None
    assert not shown.scene.mend.action
    shown.ask("mend")
    assert shown.scene.change is None


def test_staged_units_that_a_better_rank_lacks_can_be_given_to_it(shown: Screen) -> None:
    change_order("SO-1", OrderChange(hold=True), shown.floor.desk)
    shown.floor.receive("T-1", "CMD-QTY-3", "4006381333931")
    change_order("SO-1", OrderChange(hold=False), shown.floor.desk)
    shown.floor.give(orders=orders(wants("SO-3", 2, priority=2)))
    shown.ask("refresh")
    assert shown.scene.mend == Mend(
        "2 LAMP stand staged for SO-2; SO-3 ranks before it and goes without.",
        "Give SO-3 2 staged for SO-2",
    )
    shown.ask("mend")
    assert shown.change.summary.startswith("SO-3 gains 2, SO-2 loses 2")
    shown.apply()
    assert shown.floor.pick("SO-3")["remaining"] == 2
    assert shown.floor.pick("SO-2")["remaining"] == 1


def test_what_else_went_wrong_is_counted(shown: Screen) -> None:
    _close_short(shown)
    shown.floor.receive("T-2", "CMD-CLOSE")
    shown.ask("refresh")

    assert shown.scene.mend is not None
    assert shown.scene.mend.text.endswith(" And 1 more like it.")
