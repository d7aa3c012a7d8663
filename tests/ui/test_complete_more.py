"""Cross-dock offers to complete more orders, beside the floor thread, and applies it when told."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from app.services.ordering import OrderChange, change_order
from tests.floor import inbound, make_floor, orders, stock, wants
from ui.floor_thread import FloorThread
from ui.presenters.crossdock import CrossdockPresenter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.floor import Floor
    from ui.models.crossdock import CrossdockScene

ALL = "all_or_nothing"


class Screen:
    """A presenter at work, with all that it has told."""

    def __init__(self, qtbot: QtBot, floor: Floor) -> None:
        self.qtbot, self.thread = qtbot, FloorThread()
        self.presenter = CrossdockPresenter(floor.desk, self.thread)
        self.scenes: list[CrossdockScene] = []
        self.said: list[str] = []
        self.troubles: list[str] = []
        self.presenter.scene.connect(self.scenes.append)
        self.presenter.said.connect(self.said.append)
        self.presenter.trouble.connect(self.troubles.append)
        self.presenter.refresh()
        self.settle()

    @property
    def last(self) -> CrossdockScene:
        """What is shown now."""
        return self.scenes[-1]

    def settle(self) -> None:
        """Wait for all that was asked of the floor thread, and beside it."""
        self.qtbot.waitUntil(lambda: self.thread.is_idle and self.last_is_ready(), timeout=20_000)

    def last_is_ready(self) -> bool:
        return bool(self.scenes) and self.last.more_ready

    def press(self) -> None:
        """Press the button and wait for the answer."""
        self.presenter.complete_more()
        self.settle()

    def orders(self) -> list[str]:
        """The waiting orders that arriving units serve."""
        return [row.number for row in self.last.orders]


@pytest.fixture
def rivals(tmp_path: Path) -> Floor:
    """Four lamps come: SO-1 wants them all, SO-2 and SO-3 two each."""
    floor = make_floor(tmp_path / "floor.db")
    rows = [wants("SO-1", 4, policy=ALL)] + [wants(f"SO-{k}", 2, policy=ALL) for k in (2, 3)]
    floor.give(orders=orders(*rows), inbound=inbound("T-1,1,Acme,LAMP,4,2026-03-04T09:00Z,"))
    return floor


@pytest.fixture
def screen(qtbot: QtBot, rivals: Floor) -> Iterator[Screen]:
    shown = Screen(qtbot, rivals)
    yield shown
    shown.thread.stop()


def test_what_more_would_complete_stands_on_the_card(screen: Screen) -> None:
    screen.press()

    change = screen.last.change
    assert change is not None
    assert change.title == "Complete 1 order more than in rank order"
    assert [(row.order, row.after) for row in change.rows] == [
        ("SO-2", "+2"),
        ("SO-3", "+2"),
        ("SO-1", "\u22124"),
    ]
    assert screen.orders() == ["SO-1"]


def test_what_helps_the_urgent_at_the_cost_of_others_says_whom(
    qtbot: QtBot, tmp_path: Path
) -> None:
    floor = make_floor(tmp_path / "floor.db")
    urgent = [
        wants("SO-1", 2, policy=ALL, priority=1),
        wants("SO-2", 1, policy=ALL, priority=1),
        wants("SO-2", 1, "VASE", policy=ALL, priority=1, line=2),
        wants("SO-3", 1, policy=ALL, priority=1),
    ]
    floor.give(
        orders=orders(*urgent, wants("SO-4", 1, "VASE")),
        stock=stock("A-1,LAMP,2,,", "A-2,VASE,1,,"),
    )
    shown = Screen(qtbot, floor)

    shown.press()
    shown.thread.stop()

    assert shown.last.change is not None
    assert shown.last.change.title == "Complete more of the urgent orders"


def test_a_second_press_while_it_is_worked_out_asks_once(screen: Screen) -> None:
    screen.presenter.complete_more()
    screen.presenter.complete_more()
    busy = screen.last
    screen.settle()

    assert (busy.more, busy.more_ready) == ("Working it out …", False)
    assert screen.last.change is not None


def test_applied_it_is_the_plan_and_the_button_goes_back(screen: Screen) -> None:
    screen.press()
    screen.presenter.weigher.apply()
    screen.settle()
    applied, more = screen.orders(), screen.last.more

    screen.press()
    screen.presenter.weigher.apply()
    screen.settle()

    assert (applied, more) == (["SO-2", "SO-3"], "Back to rank order")
    assert (screen.orders(), screen.last.more) == (["SO-1"], "Complete more orders")
    assert screen.said[-1] == "Go back to rank order"


def test_discarded_it_leaves_the_plan(screen: Screen) -> None:
    screen.press()
    screen.presenter.weigher.discard()

    assert (screen.last.change, screen.orders()) == (None, ["SO-1"])


@pytest.mark.wrong_input
def test_an_offer_that_is_too_late_is_refused_in_words(screen: Screen, rivals: Floor) -> None:
    screen.press()
    change_order("SO-3", OrderChange(hold=True), rivals.desk)

    screen.presenter.weigher.apply()
    screen.settle()

    assert len(screen.troubles) == 1
    assert screen.troubles[0].startswith("Orders or supply have changed")
    assert screen.orders() == ["SO-1"]


@pytest.mark.wrong_input
def test_where_nothing_is_gained_it_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    floor = make_floor(tmp_path / "floor.db")
    floor.give(orders=orders(wants("SO-1", 4)))
    shown = Screen(qtbot, floor)

    shown.press()
    shown.thread.stop()

    assert shown.said == ["No way was found to complete more orders than rank order does."]
    assert shown.last.change is None


@pytest.mark.wrong_input
def test_without_the_extra_there_is_no_button(
    qtbot: QtBot, rivals: Floor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)
    shown = Screen(qtbot, rivals)

    shown.press()
    shown.thread.stop()

    assert (shown.last.more, shown.last.change) == ("", None)
