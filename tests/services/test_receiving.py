"""Receiving by scan: whom an arriving unit serves, and where it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.services.backorders import backorder_queue
from tests.floor import Floor, inbound, make_floor, orders, stock, wants

if TYPE_CHECKING:
    from pathlib import Path

LAMP, CASE, VASE = "4006381333931", "14006381333938", "4012345678901"
TRUCK = inbound("T-1,1,Acme,LAMP,12,2026-03-04T09:00Z,", "T-1,2,Acme,VASE,5,2026-03-04T09:00Z,")


@pytest.fixture
def floor(tmp_path: Path) -> Floor:
    return make_floor(tmp_path / "floor.db")


def waiting(number: str, units: int, policy: str = "ship_as_available", sku: str = "LAMP") -> str:
    return f"{number},1,Ann,{sku},{units},2026-03-01,2026-03-04,3,{policy},"


def test_a_unit_that_somebody_waits_for_goes_to_a_lane(floor: Floor) -> None:
    floor.give(orders=orders(waiting("SO-1", 2)), inbound=TRUCK)

    answer = floor.receive("T-1", LAMP)

    assert answer["outcome"] == "accepted"
    assert answer["disposition"] == [
        {"to": "cross_dock", "order": "SO-1", "line": "1", "lane": "LANE-1", "quantity": 1}
    ]
    assert (answer["expected"], answer["received"], answer["over"]) == (12, 1, 0)
    assert floor.on_hand("LAMP") == {"LANE-1": 1}


def test_a_unit_that_nobody_waits_for_goes_home(floor: Floor) -> None:
    floor.give(inbound=TRUCK)

    answer = floor.receive("T-1", LAMP, "A-1")

    assert floor.answers[0]["disposition"] == [{"to": "put_away", "location": "A-1", "quantity": 1}]
    assert answer["outcome"] == "accepted"
    assert floor.on_hand("LAMP") == {"A-1": 1}


def test_a_case_is_split_over_those_who_wait(floor: Floor) -> None:
    floor.give(orders=orders(waiting("SO-1", 2), waiting("SO-2", 3)), inbound=TRUCK)

    answer = floor.receive("T-1", CASE)

    assert [(way["to"], way["quantity"]) for way in answer["disposition"]] == [
        ("cross_dock", 2),
        ("cross_dock", 3),
        ("put_away", 1),
    ]
    assert answer["disposition"][1]["lane"] == "LANE-2"
    assert floor.on_hand("LAMP") == {"LANE-1": 2, "LANE-2": 3, "DOCK": 1}


def test_an_order_keeps_its_lane(floor: Floor) -> None:
    floor.give(orders=orders(waiting("SO-1", 5)), inbound=TRUCK)

    floor.receive("T-1", LAMP, LAMP)

    assert floor.on_hand("LAMP") == {"LANE-1": 2}


def test_more_than_announced_is_counted_and_flagged(floor: Floor) -> None:
    floor.give(inbound=TRUCK)

    answer = floor.receive("T-1", "CMD-QTY-6", VASE)

    assert (answer["outcome"], answer["quantity"], answer["over"]) == ("accepted", 6, 1)


def test_an_unannounced_product_becomes_a_line_with_nothing_expected(floor: Floor) -> None:
    floor.give(inbound=TRUCK)

    answer = floor.receive("T-1", "RUG")

    assert (answer["expected"], answer["received"], answer["over"]) == (0, 1, 1)


def test_a_damaged_case_goes_to_quarantine(floor: Floor) -> None:
    floor.give(orders=orders(waiting("SO-1", 2)), inbound=TRUCK)

    answer = floor.receive("T-1", "CMD-DAMAGED", CASE, LAMP)

    assert floor.answers[1]["disposition"] == [
        {"to": "quarantine", "location": "QUAR", "quantity": 6}
    ]
    assert answer["disposition"][0]["to"] == "cross_dock"
    assert floor.on_hand("LAMP") == {"QUAR": 6, "LANE-1": 1}


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        ("9999999999994", "unknown_barcode"),
        ("4006381333930", "bad_check_digit"),
        ("A-3", "wrong_location"),
        ("LANE-1", "wrong_location"),
        ("SO-1", "wrong_container"),
        ("CMD-SHORT", "wrong_state"),
        ("CMD-UNDO", "wrong_state"),
        ("CMD-QTY-0", "unknown_barcode"),
    ],
)
def test_a_wrong_scan_changes_nothing(floor: Floor, code: str, outcome: str) -> None:
    floor.give(orders=orders(waiting("SO-1", 2)), inbound=TRUCK)

    answer = floor.receive("T-1", code)

    assert (answer["outcome"], answer["quantity"], answer["remaining"]) == (outcome, 0, 17)
    assert floor.on_hand("LAMP") == {}


def test_a_wrong_scan_keeps_a_pending_quantity(floor: Floor) -> None:
    floor.give(inbound=TRUCK)

    answer = floor.receive("T-1", "CMD-QTY-3", "9999999999994", LAMP)

    assert answer["quantity"] == 3


def test_cancel_drops_a_pending_quantity_and_nothing_else(floor: Floor) -> None:
    floor.give(inbound=TRUCK)

    answer = floor.receive("T-1", LAMP, "CMD-QTY-3", "CMD-CANCEL", LAMP)

    assert (answer["quantity"], answer["received"]) == (1, 2)


def test_undo_takes_back_scan_after_scan(floor: Floor) -> None:
    floor.give(orders=orders(waiting("SO-1", 2)), inbound=TRUCK)

    answer = floor.receive("T-1", LAMP, CASE, "CMD-UNDO", "CMD-UNDO", "CMD-UNDO")

    assert [a["outcome"] for a in floor.answers[2:]] == ["accepted", "accepted", "wrong_state"]
    assert answer["remaining"] == 17
    assert floor.on_hand("LAMP") == {}


def test_undo_takes_back_the_put_away_first(floor: Floor) -> None:
    floor.give(inbound=TRUCK)

    floor.receive("T-1", LAMP, "A-1", "CMD-UNDO")

    assert floor.on_hand("LAMP") == {"DOCK": 1}


def test_units_that_were_picked_cannot_be_taken_back(floor: Floor) -> None:
    floor.give(orders=orders(waiting("SO-1", 1)), inbound=TRUCK)
    floor.receive("T-1", LAMP)
    floor.pick("SO-1", LAMP)

    answer = floor.receive("T-1", "CMD-UNDO")

    assert answer["outcome"] == "wrong_state"
    assert floor.on_hand("LAMP") == {"PACK": 1}


def test_closing_makes_what_is_missing_short(floor: Floor) -> None:
    floor.give(inbound=TRUCK)

    answer = floor.receive("T-1", LAMP, "CMD-CLOSE", LAMP)

    assert floor.answers[1]["short"] == 16
    assert answer["outcome"] == "wrong_state"


def test_a_known_place_that_waits_for_nothing_is_wrong(floor: Floor) -> None:
    floor.give(inbound=TRUCK)

    answer = floor.receive("T-1", LAMP, "A-1", "A-1")

    assert answer["outcome"] == "wrong_location"


def test_stock_serves_before_the_truck_does(floor: Floor) -> None:
    floor.give(stock=stock("A-1,LAMP,2,,"), orders=orders(waiting("SO-1", 2)), inbound=TRUCK)

    answer = floor.receive("T-1", LAMP)

    assert answer["disposition"][0]["to"] == "put_away"


def test_a_scanned_unit_is_not_counted_on_its_truck_as_well(floor: Floor) -> None:
    whole = waiting("SO-1", 9, "all_or_nothing")
    trucks = inbound("T-1,1,Acme,LAMP,5,2026-03-04T07:00Z,", "T-2,1,Acme,LAMP,3,2026-03-04T09:00Z,")
    floor.give(orders=orders(whole, waiting("SO-2", 1)), inbound=trucks)

    answer = floor.receive("T-1", LAMP)

    assert [way.get("order") for way in answer["disposition"]] == ["SO-2"]


def test_units_of_two_lines_that_go_the_same_way_are_told_at_once(floor: Floor) -> None:
    floor.give(inbound=inbound(*(f"T-1,{line},Acme,LAMP,4,2026-03-04T09:00Z," for line in "12")))

    answer = floor.receive("T-1", CASE)

    assert answer["disposition"] == [{"to": "put_away", "location": "A-1", "quantity": 6}]


def test_an_order_that_waited_for_a_truck_counts_as_backordered_ever_after(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 2), wants("SO-2", 1, sku="RUG")), inbound=TRUCK)
    before = backorder_queue(floor.desk).rate

    floor.receive("T-1", "CMD-QTY-2", LAMP)

    assert (before, backorder_queue(floor.desk).rate) == (50.0, 50.0)
