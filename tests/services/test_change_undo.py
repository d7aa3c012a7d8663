"""What a supervisor decided is taken back, newest first, unless the floor has moved on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from app.domain.errors import FloorError, NotFoundError, RefusedError
from app.services.desk import Desk
from app.services.ordering import OrderChange, Pin, change_order, lock, unlock
from app.services.planning import Planner
from app.services.trucks import TruckEvent, tell_truck
from app.services.undoing import newest_change, undo_change
from db.engine import open_engine
from db.store import SqlStore
from tests.floor import inbound, orders, stock, wants
from tests.services.conservation import broken_rules
from tests.services.test_locks_left_behind import pins

if TYPE_CHECKING:
    from pathlib import Path

    from tests.floor import Floor

LAMP = "4006381333931"
HOLD, CANCEL = OrderChange(hold=True), OrderChange(cancel=True)
PIN = Pin("SO-2", "1", 2, "T-1", "1")


@pytest.fixture
def two(floor: Floor) -> Floor:
    """SO-1 ranks before SO-2; T-1 brings lamps for one and a half."""
    floor.give(
        orders=orders(wants("SO-1", 3, priority=1), wants("SO-2", 2, priority=5)),
        inbound=inbound("T-1,1,Acme,LAMP,4,2026-03-04,"),
    )
    return floor


def order(floor: Floor, number: str) -> Any:
    with floor.desk.store.read(floor.desk.stamp()) as work:
        return work.orders.find(number)


def facts(floor: Floor) -> int:
    with floor.desk.store.read(floor.desk.stamp()) as work:
        return work.plans.news(0)[1]


def refused(floor: Floor, code: str, **how: Any) -> None:
    """Take back what cannot be: the reason is told, nothing is written."""
    before = facts(floor)
    with pytest.raises(FloorError) as error:
        undo_change(floor.desk, **how)
    assert (error.value.code, facts(floor)) == (code, before)
    assert broken_rules(floor) == []


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (HOLD, "hold of SO-1"),
        (OrderChange(priority=5), "priority 5 of SO-1"),
        (OrderChange(policy="up_to_n_shipments", max_shipments=2), "policy of SO-1"),
        (OrderChange(hold=True, priority=2), "changes of SO-1"),
    ],
)
def test_a_change_is_taken_back_by_a_new_fact(two: Floor, change: OrderChange, named: str) -> None:
    before, sequence = order(two, "SO-1"), facts(two)
    done = change_order("SO-1", change, two.desk)

    back = undo_change(two.desk)

    assert (order(two, "SO-1"), back["undone"]) == (before, named)
    assert (back["gained"], back["lost"]) == (done["lost"], done["gained"])
    assert facts(two) == sequence + 2


def test_each_undo_goes_one_decision_further_back_until_there_is_none(two: Floor) -> None:
    lock(PIN, two.desk)
    change_order("SO-1", HOLD, two.desk)
    unlock(Pin("SO-2", "1", None), two.desk)

    undone = [undo_change(two.desk)["undone"] for _ in range(3)]

    assert undone == ["release of 2 units from SO-2", "hold of SO-1", "pin of 2 units to SO-2"]
    assert (pins(two), order(two, "SO-1").hold) == ([], False)
    refused(two, "nothing_to_undo")


def test_a_restart_forgets_nothing(two: Floor, tmp_path: Path) -> None:
    change_order("SO-1", HOLD, two.desk)
    desk = Desk(SqlStore(open_engine(tmp_path / "floor.db")), two.clock, Planner())

    undo_change(desk)

    assert not order(two, "SO-1").hold


def test_a_dry_run_says_what_taking_back_does_and_does_nothing(two: Floor) -> None:
    change_order("SO-1", HOLD, two.desk)

    done = undo_change(two.desk, dry_run=True)

    assert (done["dry_run"], done["gained"][0]["order"]) == (True, "SO-1")
    assert order(two, "SO-1").hold
    assert newest_change(two.desk) is not None


def test_a_change_that_changes_nothing_is_nothing_to_take_back(two: Floor) -> None:
    change_order("SO-1", OrderChange(priority=1, hold=False), two.desk)

    refused(two, "nothing_to_undo")


def test_the_newest_of_one_order_is_taken_back_whatever_came_after(two: Floor) -> None:
    lock(PIN, two.desk)
    change_order("SO-1", HOLD, two.desk)

    undo_change(two.desk, order="SO-2")

    assert (pins(two), order(two, "SO-1").hold) == ([], True)
    refused(two, "nothing_to_take_back", order="SO-2")


@pytest.mark.parametrize("number", ["SO-9", "T-1", ""])
def test_an_order_that_nobody_knows_has_nothing_to_take_back(two: Floor, number: str) -> None:
    change_order("SO-1", HOLD, two.desk)
    with pytest.raises(NotFoundError):
        undo_change(two.desk, order=number)


def test_a_cancellation_is_for_good(two: Floor) -> None:
    change_order("SO-1", HOLD, two.desk)
    change_order("SO-1", CANCEL, two.desk)

    refused(two, "cancelled_for_good")
    refused(two, "cancelled_for_good", order="SO-1")
    assert newest_change(two.desk) is None


def test_what_was_decided_before_a_cancellation_of_another_order_is_reached_by_its_order(
    two: Floor,
) -> None:
    change_order("SO-1", HOLD, two.desk)
    change_order("SO-2", CANCEL, two.desk)

    undo_change(two.desk, order="SO-1")

    assert not order(two, "SO-1").hold


def test_a_value_that_a_file_changed_since_stays(two: Floor) -> None:
    change_order("SO-1", OrderChange(priority=4), two.desk)
    two.give(orders=orders(wants("SO-1", 3, priority=2)))

    refused(two, "changed_since")
    assert order(two, "SO-1").priority == 2


def test_a_change_of_what_has_shipped_stays(two: Floor) -> None:
    two.give(stock=stock("A-1,LAMP,9,,"))
    change_order("SO-1", OrderChange(priority=4), two.desk)
    two.pick("SO-1", "CMD-QTY-3", LAMP)
    two.pack("SO-1", "CMD-QTY-3", LAMP, "CMD-CLOSE")

    refused(two, "nothing_left")


def test_a_pin_whose_units_were_sent_to_a_lane_stays_done(two: Floor) -> None:
    lock(PIN, two.desk)
    two.receive("T-1", LAMP)

    refused(two, "pin_moved_on")


def test_a_pin_that_was_freed_is_not_freed_again(two: Floor) -> None:
    lock(PIN, two.desk)
    two.receive("T-1", "CMD-CLOSE")

    refused(two, "pin_moved_on")


@pytest.mark.parametrize("kind", ["cancel", "no_show"])
def test_a_released_pin_does_not_come_back_for_a_truck_that_does_not(two: Floor, kind: str) -> None:
    lock(PIN, two.desk)
    unlock(PIN, two.desk)
    tell_truck("T-1", TruckEvent(kind), two.desk)

    refused(two, "pin_moved_on")
    assert pins(two) == []


def test_a_released_pin_does_not_come_back_where_the_units_are_picked(two: Floor) -> None:
    two.give(stock=stock("A-1,LAMP,9,,"))
    lock(PIN, two.desk)
    unlock(PIN, two.desk)
    two.pick("SO-2", LAMP)

    refused(two, "pin_moved_on")


@pytest.mark.parametrize("expected", [0, 1, 99])
def test_what_was_not_shown_is_not_taken_back(two: Floor, expected: int) -> None:
    change_order("SO-1", OrderChange(priority=4), two.desk)
    change_order("SO-1", HOLD, two.desk)

    refused(two, "decided_since", expected=expected)


def test_another_site_takes_back_its_own_decisions_alone(two: Floor) -> None:
    change_order("SO-1", HOLD, two.desk)
    elsewhere = Desk(two.desk.store, two.clock, Planner(), site="elsewhere")

    with pytest.raises(RefusedError):
        undo_change(elsewhere)

    assert order(two, "SO-1").hold
