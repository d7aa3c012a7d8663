"""A place that was short is counted blind, and what differs is posted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.domain.errors import NotFoundError
from app.services.counting import counts_json, open_count, places_to_count
from app.services.ordering import OrderChange, change_order
from app.services.picking import open_picking
from tests.floor import orders, stock, wants
from tests.services.conservation import broken_rules

if TYPE_CHECKING:
    from tests.floor import Floor

LAMP, CASE, VASE = "4006381333931", "14006381333938", "4012345678901"
CLOCKS = "sku,description,backorderable,tracking\nCLOCK,Clock,yes,serial\n"
CLOCK = "]C101040123456790072100"


@pytest.fixture
def short(floor: Floor) -> Floor:
    """SO-1 wants three of five lamps in A-1; the picker finds none there."""
    floor.give(orders=orders(wants("SO-1", 3)), stock=stock("A-1,LAMP,5,,", "A-1,VASE,1,,"))
    floor.pick("SO-1", "CMD-SHORT")
    floor.answers.clear()
    return floor


def listed(floor: Floor) -> list[tuple[object, ...]]:
    found = counts_json(places_to_count(floor.desk))["places"]
    return [(p["location"], p["sku"], p["missing"], p["why"], p["reason"]) for p in found]


def test_a_short_place_is_on_the_list_until_it_is_counted(short: Floor) -> None:
    before = listed(short)

    answer = short.count("A-1", "A-1", "CMD-QTY-2", LAMP, VASE, "CMD-CLOSE")

    assert before == [("A-1", "LAMP", 5, "short", None)]
    assert answer["differences"] == [
        {"sku": "LAMP", "name": "Desk lamp", "lot": "", "difference": -3}
    ]
    assert listed(short) == []
    assert short.on_hand("LAMP") == {"A-1": 2}
    assert open_picking("SO-1", short.desk)["remaining"] == 2


def test_a_count_that_finds_all_frees_the_place(short: Floor) -> None:
    answer = short.count("A-1", "CMD-QTY-5", LAMP, VASE, "CMD-CLOSE")

    assert (answer["differences"], answer["counted"]) == ([], 6)
    assert open_picking("SO-1", short.desk)["remaining"] == 3


def test_what_nobody_knew_of_comes_in(short: Floor) -> None:
    short.count("A-2", "RUG", LAMP, "CMD-CLOSE")

    assert short.on_hand("RUG") == {"A-2": 1}
    assert open_picking("SO-1", short.desk)["next"]["location"] == "A-2"


def test_a_place_that_is_said_to_be_empty_is_counted(short: Floor) -> None:
    short.count("A-1", "CMD-EMPTY", "CMD-CLOSE")

    assert (short.on_hand("LAMP"), listed(short)) == ({}, [])
    assert broken_rules(short) == []


def test_a_count_is_blind(short: Floor) -> None:
    opened = open_count("A-1", short.desk)

    assert opened == {"job": "count", "number": "A-1", "next": None, "remaining": 0, "counted": 0}


def test_a_count_goes_on_after_done_and_is_taken_back_scan_by_scan(short: Floor) -> None:
    short.count("A-1", LAMP, LAMP, "CMD-DONE")

    answer = short.count("A-1", "CMD-UNDO", LAMP, VASE)

    assert answer["counted"] == 3


def test_what_an_earlier_count_posted_is_not_taken_back(short: Floor) -> None:
    short.count("A-1", LAMP, "CMD-CLOSE", "CMD-UNDO")

    assert short.outcomes()[-1] == "wrong_state"
    assert short.on_hand("LAMP") == {"A-1": 1}


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        ("A-2", "wrong_location"),
        ("SO-1", "wrong_container"),
        ("9999999999994", "unknown_barcode"),
        ("4006381333930", "bad_check_digit"),
        ("CMD-SHORT", "not_allowed"),
        ("CMD-SKIP", "not_allowed"),
        ("CMD-UNDO", "wrong_state"),
        ("\x00", "unknown_barcode"),
    ],
)
def test_a_wrong_scan_counts_nothing(short: Floor, code: str, outcome: str) -> None:
    answer = short.count("A-1", code)

    assert (answer["outcome"], answer["counted"]) == (outcome, 0)


@pytest.mark.parametrize("code", ["A-99", "SO-1", "", "supplier"])
def test_only_a_place_can_be_counted(short: Floor, code: str) -> None:
    with pytest.raises(NotFoundError):
        open_count(code, short.desk)


def test_a_damaged_unit_is_no_count(short: Floor) -> None:
    assert short.count("A-1", "CMD-DAMAGED", LAMP)["outcome"] == "not_allowed"


def test_a_lot_that_the_code_does_not_say_is_one_that_lies_there(short: Floor) -> None:
    milk = "sku,description,backorderable,tracking\nMILK,Milk,yes,lot\n"
    short.give(products=milk)
    short.give(stock=stock("A-3,MILK,2,L1,2026-05-01", "A-3,MILK,1,L2,2026-06-01"))

    answer = short.count("A-3", "CMD-QTY-3", "MILK", "CMD-CLOSE")

    assert answer["differences"] == []


def test_a_serial_is_counted_once(short: Floor) -> None:
    short.give(products=CLOCKS, barcodes="barcode,sku,units\n04012345679007,CLOCK,1\n")

    short.count("A-3", CLOCK, CLOCK, "CMD-CLOSE")

    assert short.outcomes() == ["accepted", "duplicate", "accepted"]
    assert short.on_hand("CLOCK") == {"A-3": 1}


def test_what_moved_while_it_was_counted_is_posted_neither_way(short: Floor) -> None:
    short.give(orders=orders(wants("SO-2", 1, "VASE")))
    short.count("A-1", "CMD-QTY-4", LAMP, VASE)
    short.pick("SO-2", VASE)

    answer = short.count("A-1", "CMD-CLOSE")

    assert [(one["sku"], one["difference"]) for one in answer["differences"]] == [("LAMP", -1)]
    assert (answer["moved"], short.on_hand("VASE")) == (["VASE"], {"PACK": 1})
    assert "VASE moved meanwhile" in answer["message"]


@pytest.mark.parametrize("place", ["PACK", "A-1"])
def test_what_is_gone_is_let_go_by_whom_it_was_kept_for(floor: Floor, place: str) -> None:
    floor.give(orders=orders(wants("SO-1", 3)), stock=stock("A-1,LAMP,3,,"))
    floor.pick("SO-1", LAMP, LAMP)
    floor.pack("SO-1", LAMP, LAMP)
    if place == "A-1":
        change_order("SO-1", OrderChange(hold=True), floor.desk)
        floor.put_back("SO-1", "CMD-QTY-2", LAMP, "A-1")

    floor.count(place, LAMP, "CMD-CLOSE")

    assert floor.on_hand("LAMP")[place] == 1
    assert broken_rules(floor) == []


def test_a_refused_first_scan_begins_no_count(short: Floor) -> None:
    short.give(products=CLOCKS, barcodes="barcode,sku,units\n04012345679007,CLOCK,1\n")

    answer = short.count("A-2", "CMD-QTY-2", CLOCK)

    assert (answer["outcome"], answer["counted"]) == ("duplicate", 0)
    assert broken_rules(short) == []


@pytest.mark.wrong_input
@pytest.mark.parametrize("codes", [(), ("A-1",), ("CMD-QTY-5", LAMP, VASE, "CMD-CLOSE")])
def test_a_close_alone_writes_nothing_off(short: Floor, codes: tuple[str, ...]) -> None:
    answer = short.count("A-1", *codes, "CMD-CLOSE")

    assert answer["outcome"] == "wrong_state"
    assert short.on_hand("LAMP") == {"A-1": 5}


def test_an_empty_place_is_said_to_be_empty(short: Floor) -> None:
    said = short.count("A-1", "CMD-EMPTY")
    answer = short.count("A-1", "CMD-CLOSE")

    assert (said["outcome"], short.outcomes()[-1]) == ("accepted", "accepted")
    assert {one["sku"]: one["difference"] for one in answer["differences"]} == {
        "LAMP": -5,
        "VASE": -1,
    }
    assert short.on_hand("LAMP") == {}


@pytest.mark.wrong_input
def test_a_place_with_counted_units_is_not_empty(short: Floor) -> None:
    answer = short.count("A-1", LAMP, "CMD-EMPTY")

    assert (answer["outcome"], answer["counted"]) == ("wrong_state", 1)
