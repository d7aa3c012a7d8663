"""Holds, cancellations and pins, while the floor works."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.domain.errors import FloorError, RefusedError
from app.services.ordering import OrderChange, Pin, change_order, lock, unlock
from app.services.picking import open_picking
from tests.floor import inbound, orders, stock, wants
from tests.services.conservation import broken_rules

if TYPE_CHECKING:
    from tests.floor import Floor

LAMP, CASE = "4006381333931", "14006381333938"
HOLD, RELEASE, CANCEL = OrderChange(hold=True), OrderChange(hold=False), OrderChange(cancel=True)


@pytest.fixture
def staged(floor: Floor) -> Floor:
    """SO-1 has a lamp in its lane and one picked; SO-2 waits for two."""
    floor.give(
        orders=orders(wants("SO-1", 2), wants("SO-2", 2)),
        inbound=inbound("T-1,1,Acme,LAMP,2,2026-03-04,", "T-2,1,Acme,LAMP,9,2026-03-04,"),
    )
    floor.receive("T-1", "CMD-QTY-2", LAMP)
    floor.pick("SO-1", LAMP)
    floor.answers.clear()
    return floor


def test_units_of_a_held_order_go_to_nobody(staged: Floor) -> None:
    change_order("SO-1", HOLD, staged.desk)

    staged.pick("SO-2", LAMP, "LANE-1", "PACK")

    assert staged.outcomes() == ["not_available", "wrong_location", "wrong_location"]
    assert open_picking("SO-2", staged.desk)["remaining"] == 0
    assert broken_rules(staged) == []


def test_units_of_a_cancelled_order_are_free_where_they_stand(staged: Floor) -> None:
    change_order("SO-1", CANCEL, staged.desk)

    staged.pick("SO-2", "PACK", LAMP, "LANE-1", LAMP)

    assert staged.outcomes() == ["accepted"] * 4
    assert staged.on_hand("LAMP") == {"PACK": 2}
    assert broken_rules(staged) == []


def test_a_held_order_gets_nothing_off_the_truck(staged: Floor) -> None:
    change_order("SO-2", HOLD, staged.desk)

    answer = staged.receive("T-2", LAMP)

    assert answer["disposition"][0]["to"] == "put_away"


def test_a_cancelled_order_gets_nothing_off_the_truck(staged: Floor) -> None:
    change_order("SO-2", CANCEL, staged.desk)

    assert staged.receive("T-2", LAMP)["disposition"][0]["to"] == "put_away"


def test_a_cancelled_order_is_changed_no_more(staged: Floor) -> None:
    change_order("SO-1", CANCEL, staged.desk)

    for change in (HOLD, RELEASE, CANCEL, OrderChange(priority=1)):
        with pytest.raises(RefusedError):
            change_order("SO-1", change, staged.desk)


def test_a_dry_run_leaves_everything(staged: Floor) -> None:
    told = change_order("SO-1", CANCEL, staged.desk, dry_run=True)

    assert told["dry_run"]
    assert staged.pick("SO-1", LAMP)["outcome"] == "accepted"


def test_a_pin_to_a_truck_lives_until_the_unit_is_here(floor: Floor) -> None:
    floor.give(
        orders=orders(wants("SO-1", 1, priority=1), wants("SO-2", 2, priority=5)),
        inbound=inbound("T-1,1,Acme,LAMP,9,2026-03-04,"),
    )
    lock(Pin("SO-2", "1", 2, "T-1", "1"), floor.desk)

    floor.receive("T-1", LAMP, LAMP, LAMP, LAMP)

    served = [answer["disposition"][0].get("order") for answer in floor.answers]
    assert served == ["SO-2", "SO-2", "SO-1", None]
    assert broken_rules(floor) == []


def test_a_pin_of_a_held_order_keeps_its_unit_from_others(floor: Floor) -> None:
    floor.give(
        orders=orders(wants("SO-1", 1), wants("SO-2", 1)),
        inbound=inbound("T-1,1,Acme,LAMP,1,2026-03-04,"),
    )
    lock(Pin("SO-2", "1", 1, "T-1"), floor.desk)
    change_order("SO-2", HOLD, floor.desk)

    answer = floor.receive("T-1", LAMP, "A-1")
    others = open_picking("SO-1", floor.desk)["remaining"]
    change_order("SO-2", RELEASE, floor.desk)

    assert (answer["outcome"], others) == ("accepted", 0)
    assert floor.pick("SO-2", LAMP)["outcome"] == "accepted"


def test_pinned_stock_is_used_up_by_the_pick(floor: Floor) -> None:
    floor.give(
        orders=orders(wants("SO-1", 3, priority=5), wants("SO-2", 2, priority=1)),
        stock=stock("A-1,LAMP,2,,"),
    )
    lock(Pin("SO-1", "1", 1), floor.desk)

    floor.pick("SO-1", LAMP, LAMP)

    assert floor.outcomes() == ["accepted", "not_available"]
    with pytest.raises(RefusedError):
        unlock(Pin("SO-1", "1", None), floor.desk)


@pytest.mark.parametrize(
    "pin",
    [
        Pin("SO-9", "1", 1),
        Pin("SO-1", "9", 1),
        Pin("SO-1", "1", 0),
        Pin("SO-1", "1", -1),
        Pin("SO-1", "1", 3),
        Pin("SO-1", "1", 1, "T-9"),
        Pin("SO-1", "1", 1, "T-1", "9"),
    ],
)
def test_a_pin_that_cannot_be_is_refused(staged: Floor, pin: Pin) -> None:
    with pytest.raises(FloorError):
        lock(pin, staged.desk)
    with pytest.raises(FloorError):
        unlock(pin, staged.desk)


def test_a_case_is_shared_by_two_lines_of_one_order(floor: Floor) -> None:
    floor.give(
        orders=orders(wants("SO-1", 2), wants("SO-1", 3, line=2)),
        inbound=inbound("T-1,1,Acme,LAMP,9,2026-03-04,"),
    )

    answer = floor.receive("T-1", CASE)

    assert [(way.get("line"), way["quantity"]) for way in answer["disposition"]] == [
        ("1", 2),
        ("2", 3),
        (None, 1),
    ]
    assert broken_rules(floor) == []


def test_a_cancelled_order_is_no_promise_saved(floor: Floor) -> None:
    floor.give(orders=orders("SO-9,1,Ann,LAMP,2,2026-03-01,2026-03-02,3,ship_as_available,"))

    done = change_order("SO-9", OrderChange(cancel=True), floor.desk)

    assert done["promises_saved"] == []
