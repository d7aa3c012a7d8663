"""Cross-dock weighs a change, makes it, says it, and takes it back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.domain.plan.putaway import PUT_AWAY_REASONS
from app.services.ordering import OrderChange, change_order
from app.services.trucks import TruckEvent, tell_truck
from app.texts import screen
from tests.floor import inbound, make_floor, orders, wants
from tests.ui.crossdock_screen import Screen
from ui.models.crossdock import ORDER

PIN = ("SO-2", "1", "T-1", "1", 2)


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[Screen]:
    floor = make_floor(tmp_path / "floor.db")
    floor.give(
        orders=orders(wants("SO-1", 3, priority=1), wants("SO-2", 2, priority=5)),
        inbound=inbound("T-1,1,Acme,LAMP,4,2026-03-04T07:00Z,"),
    )
    screen = Screen(qtbot, floor)
    yield screen
    screen.thread.stop()


def test_a_pin_is_weighed_made_and_taken_back(shown: Screen) -> None:
    before = shown.gets()
    shown.ask("pin", *PIN)
    assert shown.change.summary.startswith("SO-2 gains 1, SO-1 loses 1")
    assert (shown.gets(), shown.scene.undo) == (before, "")
    shown.apply()
    assert shown.gets() == {"SO-1": "LAMP 2", "SO-2": "LAMP 2"}
    assert (shown.scene.undo, shown.undoable) == (
        "Undo pin of 2 units to SO-2",
        ["Pin 2 units to SO-2"],
    )
    shown.undo()
    assert (shown.gets(), shown.scene.undo, shown.undoable[-1]) == (before, "", "")
    assert shown.said[-1] == "Taken back: pin of 2 units to SO-2."


def test_undo_goes_back_one_decision_after_the_other(shown: Screen) -> None:
    for what, how in (("pin", PIN), ("hold", ("SO-1",))):
        shown.ask(what, *how)
        shown.apply()
    labels = [shown.scene.undo]
    for _ in range(2):
        shown.undo()
        labels.append(shown.scene.undo)
    assert labels == ["Undo hold of SO-1", "Undo pin of 2 units to SO-2", ""]


def test_a_policy_is_offered_weighed_made_and_taken_back(shown: Screen) -> None:
    shown.ask("select", ORDER, "SO-2")
    acts = shown.scene.order_acts
    assert acts is not None
    assert [one.name for one in acts.policies if one.chosen] == ["ship_as_available"]
    shown.ask("policy", "SO-2", "all_or_nothing")
    assert shown.change.title == "SO-2 ships all or nothing"
    shown.apply()
    assert (list(shown.gets()), shown.scene.undo) == (["SO-1"], "Undo policy of SO-2")
    shown.undo()
    assert list(shown.gets()) == ["SO-1", "SO-2"]


@pytest.mark.parametrize(
    ("what", "how"),
    [
        ("pin", ("SO-2", "1", "T-1", "1", 9)),
        ("pin", ("SO-9", "1", "T-1", "1", 1)),
        ("unpin", PIN),
        ("hold", ("SO-9",)),
        ("priority", ("SO-1", 6)),
        ("policy", ("SO-1", "up_to_n_shipments")),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_made(
    shown: Screen, what: str, how: tuple[Any, ...]
) -> None:
    shown.ask(what, *how)
    shown.apply()
    assert (len(shown.troubles), shown.scene.change, shown.scene.undo) == (1, None, "")


def test_nothing_is_undone_where_nothing_was_decided(shown: Screen) -> None:
    shown.undo()
    assert (shown.said, shown.troubles) == ([], [])


def test_what_the_floor_has_moved_on_from_is_told_and_stays(shown: Screen) -> None:
    shown.ask("pin", *PIN)
    shown.apply()
    tell_truck("T-1", TruckEvent("cancel"), shown.floor.desk)
    shown.undo()
    assert shown.troubles == [
        "Those units have moved on or do not come: the pin of 2 units to SO-2 cannot be taken back."
    ]
    assert shown.scene.undo == "Undo pin of 2 units to SO-2"


def test_a_change_that_is_weighed_is_dropped_by_an_undo(shown: Screen) -> None:
    shown.ask("priority", "SO-2", 1)
    shown.apply()
    shown.ask("hold", "SO-1")
    shown.undo()
    assert shown.scene.change is None
    shown.apply()
    assert "SO-1" in shown.gets()


def test_the_cancellation_of_an_order_is_not_offered_to_be_undone(shown: Screen) -> None:
    change_order("SO-1", OrderChange(hold=True), shown.floor.desk)
    change_order("SO-1", OrderChange(cancel=True), shown.floor.desk)
    shown.ask("refresh")
    assert shown.scene.undo == ""


@pytest.mark.parametrize("reason", PUT_AWAY_REASONS)
def test_every_reason_for_putting_away_is_worded(reason: str) -> None:
    assert screen(f"reason_{reason}")
