"""Receiving where the site, the codes or the order of things is out of the ordinary."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from app.domain.scan import Scan
from app.services.jobs import take_scan
from app.services.ordering import OrderChange, change_order
from app.services.receiving import ReceivingRoom
from app.services.setting import change_setting
from tests.floor import empty_floor, inbound, orders, stock, wants
from tests.services.conservation import broken_rules

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.floor import Floor

LAMP, CASE, VASE = "4006381333931", "14006381333938", "4012345678901"
TRUCK = inbound("T-1,1,Acme,LAMP,12,2026-03-04T09:00Z,", "T-1,2,Acme,VASE,5,2026-03-04T09:00Z,")
TRACKED = "sku,description,tracking\nMILK,Milk,lot\nCLOCK,Clock,serial\n"
CODES = "barcode,sku\n04012345678000,MILK\n04012345679007,CLOCK\n"
MILK, CLOCK = "]C10104012345678000", "]C1010401234567900721"
LOTS = "asn,line,supplier,sku,quantity,expected_at,lot,expires_on,sscc"


def ways(answer: Mapping[str, list[dict[str, object]]]) -> list[tuple[object, object, object]]:
    return [
        (way["to"], way.get("lane") or way.get("location"), way["quantity"])
        for way in answer["disposition"]
    ]


def test_a_confirmed_lane_is_filled_by_its_scan(floor: Floor) -> None:
    change_setting("confirm_lane", "on", floor.desk)
    floor.give(orders=orders(wants("SO-1", 2), wants("SO-2", 1)), inbound=TRUCK)

    floor.receive("T-1", LAMP, LAMP, LAMP)
    stands = floor.on_hand("LAMP")
    answer = floor.receive("T-1", "LANE-2", "LANE-2", "LANE-1")

    assert [ways(a)[0][1] for a in floor.answers[:3]] == ["LANE-1", "LANE-1", "LANE-2"]
    assert stands == {"DOCK": 3}
    assert floor.outcomes()[3:] == ["accepted", "wrong_location", "accepted"]
    assert answer["moved"] == 2


def test_a_unit_that_expired_in_its_lane_is_locked_no_more(floor: Floor) -> None:
    floor.give(products=TRACKED, barcodes=CODES, orders=orders(wants("SO-1", 1, "MILK")))
    floor.give(inbound=inbound("T-1,1,Acme,MILK,9,2026-03-04,"))
    floor.receive("T-1", f"{MILK}1726030410L1")
    floor.clock.instant += timedelta(days=1)

    answer = floor.receive("T-1", f"{MILK}1726040110L2")

    assert [way["to"] for way in answer["disposition"]] == ["cross_dock"]
    assert broken_rules(floor) == []


def test_a_unit_told_to_a_lane_stays_free_where_its_order_was_cancelled(floor: Floor) -> None:
    change_setting("confirm_lane", "on", floor.desk)
    floor.give(orders=orders(wants("SO-1", 1)), inbound=TRUCK)
    floor.receive("T-1", LAMP)
    change_order("SO-1", OrderChange(cancel=True), floor.desk)
    floor.receive("T-1", "LANE-1")
    floor.give(orders=orders(wants("SO-2", 1)))

    assert floor.pick("SO-2", LAMP)["outcome"] == "accepted"
    assert broken_rules(floor) == []


def test_put_away_without_confirmation_is_booked_at_once(floor: Floor) -> None:
    change_setting("confirm_put_away", "off", floor.desk)
    floor.give(inbound=TRUCK)

    floor.receive("T-1", LAMP, "A-1")

    assert floor.outcomes() == ["accepted", "wrong_location"]
    assert floor.on_hand("LAMP") == {"A-1": 1}


def test_another_shelf_than_the_one_told_takes_the_units(floor: Floor) -> None:
    floor.give(inbound=TRUCK)

    floor.receive("T-1", LAMP, LAMP, "A-3")

    assert floor.on_hand("LAMP") == {"A-3": 2}


def test_a_place_that_is_no_shelf_takes_nothing(floor: Floor) -> None:
    floor.give(inbound=TRUCK)

    floor.receive("T-1", LAMP, "LANE-1", "PACK", "DOCK", "QUAR")

    assert floor.outcomes()[1:] == ["wrong_location"] * 4
    assert floor.on_hand("LAMP") == {"DOCK": 1}


def test_what_an_earlier_sitting_told_is_not_moved_by_the_next(floor: Floor) -> None:
    floor.give(inbound=TRUCK)

    floor.receive("T-1", LAMP, "CMD-DONE", "A-1", LAMP, "A-1")

    assert floor.outcomes() == ["accepted", "accepted", "wrong_location", "accepted", "accepted"]
    assert floor.on_hand("LAMP") == {"DOCK": 1, "A-1": 1}


def test_units_picked_from_the_dock_are_not_missed_at_the_shelf(floor: Floor) -> None:
    floor.give(inbound=TRUCK)
    floor.receive("T-1", LAMP, LAMP, LAMP)
    floor.give(orders=orders(wants("SO-1", 1)))
    floor.pick("SO-1", LAMP)

    answer = floor.receive("T-1", "A-1")

    assert (answer["outcome"], answer["moved"]) == ("accepted", 2)
    assert broken_rules(floor) == []


def test_lanes_are_shared_when_they_run_out(floor: Floor) -> None:
    floor.give(
        orders=orders(wants("SO-1", 2), wants("SO-2", 1), wants("SO-3", 1), wants("SO-4", 1)),
        inbound=TRUCK,
    )

    answer = floor.receive("T-1", CASE)

    assert [way[1] for way in ways(answer)] == ["LANE-1", "LANE-2", "LANE-2", "LANE-1", "A-1"]


def test_a_site_of_which_nobody_said_a_place_can_receive(tmp_path: Path) -> None:
    floor = empty_floor(tmp_path / "bare.db")
    floor.give(products="sku,description\nLAMP,Lamp\n", orders=orders(wants("SO-1", 1)))
    floor.give(inbound=inbound("T-1,1,Acme,LAMP,9,2026-03-04,"))

    answer = floor.receive("T-1", "LAMP", "CMD-DAMAGED", "LAMP", "LAMP")

    assert [ways(a)[0][0] for a in floor.answers if a["disposition"]] == [
        "cross_dock",
        "quarantine",
        "put_away",
    ]
    assert answer["disposition"][0]["location"] is None
    assert broken_rules(floor) == []


def test_a_place_that_is_called_quarantine_and_is_none_stays_what_it_is(tmp_path: Path) -> None:
    floor = empty_floor(tmp_path / "bare.db")
    floor.give(
        locations="location,kind\nQUARANTINE,storage\n", products="sku,description\nLAMP,Lamp\n"
    )
    floor.give(inbound=inbound("T-1,1,Acme,LAMP,9,2026-03-04,"))

    answer = floor.receive("T-1", "CMD-DAMAGED", "LAMP")

    assert ways(answer) == [("quarantine", "QUARANTINE-2", 1)]


def test_units_are_shared_over_the_lines_of_their_product(floor: Floor) -> None:
    floor.give(
        inbound=inbound("T-1,1,Acme,LAMP,2,2026-03-04,", "T-1,2,Acme,LAMP,1,2026-03-04,"),
    )

    floor.receive("T-1", "CMD-QTY-2", LAMP, LAMP, LAMP)

    told = [(a["line"], a["received"], a["over"]) for a in floor.answers[1:]]
    assert told == [("1", 2, 0), ("2", 1, 0), ("1", 3, 1)]
    assert floor.answers[-1]["remaining"] == 0


def test_an_unexpected_product_has_one_line_however_often_it_comes(floor: Floor) -> None:
    floor.give(inbound=TRUCK)

    answer = floor.receive("T-1", "RUG", "RUG")

    assert (answer["line"], answer["expected"], answer["received"]) == ("3", 0, 2)


def test_an_expired_lot_is_counted_and_serves_nobody(floor: Floor) -> None:
    floor.give(products=TRACKED, barcodes=CODES, orders=orders(wants("SO-1", 2, "MILK")))
    floor.give(inbound=inbound("T-1,1,Acme,MILK,9,2026-03-04,"))

    floor.receive("T-1", f"{MILK}1726030110L1", f"{MILK}1726040110L2", f"{MILK}1726030110L1")

    assert [ways(a)[0][0] for a in floor.answers] == ["put_away", "cross_dock", "put_away"]
    assert broken_rules(floor) == []


def test_a_lot_keeps_the_last_day_that_the_asn_told(floor: Floor) -> None:
    floor.give(products=TRACKED, barcodes=CODES, orders=orders(wants("SO-1", 1, "MILK")))
    floor.give(inbound=f"{LOTS}\nT-1,1,Acme,MILK,9,2026-03-04,L1,2026-03-01,\n")

    floor.receive("T-1", f"{MILK}10L1", "MILK", f"{MILK}10L2")

    assert [ways(a)[0][0] for a in floor.answers] == ["put_away", "put_away", "cross_dock"]


def test_a_serial_is_received_once(floor: Floor) -> None:
    floor.give(products=TRACKED, barcodes=CODES, inbound=inbound("T-1,1,Acme,CLOCK,9,2026-03-04,"))

    floor.receive("T-1", f"{CLOCK}S1", f"{CLOCK}S1", "CMD-QTY-2", f"{CLOCK}S2", f"{CLOCK}S2")

    assert floor.outcomes() == ["accepted", "duplicate", "accepted", "duplicate", "accepted"]
    assert floor.on_hand("CLOCK") == {"DOCK": 2}


def test_a_carton_is_counted_whole_and_once(floor: Floor) -> None:
    sscc = "106141412345678908"
    floor.give(
        inbound=f"{LOTS}\nT-1,1,Acme,LAMP,4,2026-03-04,,,{sscc}\nT-1,2,Acme,VASE,2,2026-03-04,,,{sscc}\n"
    )

    floor.receive("T-1", f"]C100{sscc}", sscc, "106141412345678915")

    assert [(a["outcome"], a["quantity"]) for a in floor.answers] == [
        ("accepted", 6),
        ("duplicate", 0),
        ("wrong_container", 0),
    ]


@pytest.mark.parametrize("code", [LAMP, "106141412345678908"])
def test_nothing_of_a_closed_asn_is_counted(floor: Floor, code: str) -> None:
    floor.give(inbound=f"{LOTS}\nT-1,1,Acme,LAMP,4,2026-03-04,,,106141412345678908\n")

    answer = floor.receive("T-1", "CMD-CLOSE", code)

    assert answer["outcome"] == "wrong_state"
    assert floor.on_hand("LAMP") == {}


def test_a_quantity_beyond_all_sense_is_refused(floor: Floor) -> None:
    floor.give(inbound=TRUCK, barcodes="barcode,sku,units\n14006381333945,LAMP,1000000000\n")

    floor.receive("T-1", "CMD-QTY-1000000000", LAMP, "CMD-QTY-2", "14006381333945")

    assert floor.outcomes() == ["accepted", "accepted", "accepted", "not_allowed"]
    assert broken_rules(floor) == []


def test_a_scan_that_is_sent_again_adds_nothing_and_answers_the_same(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 2)), inbound=TRUCK)
    scan = Scan(uuid.uuid4().hex, LAMP)

    first = take_scan(ReceivingRoom(), "T-1", scan, floor.desk)
    again = take_scan(ReceivingRoom(), "T-1", scan, floor.desk)

    assert first == again
    assert floor.on_hand("LAMP") == {"LANE-1": 1}


def test_a_quantity_that_one_station_set_is_not_spent_by_another(floor: Floor) -> None:
    floor.give(inbound=TRUCK)
    other = replace(floor.desk, station="station-2")

    floor.receive("T-1", "CMD-QTY-5")
    elsewhere = take_scan(ReceivingRoom(), "T-1", Scan(uuid.uuid4().hex, LAMP), other)
    here = floor.receive("T-1", LAMP)

    assert (elsewhere["quantity"], here["quantity"]) == (1, 5)


def test_units_that_a_held_order_wants_go_to_the_next(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 1, priority=1), wants("SO-2", 1)), inbound=TRUCK)
    change_order("SO-1", OrderChange(hold=True), floor.desk)

    floor.receive("T-1", LAMP, LAMP)

    assert floor.answers[0]["disposition"][0]["order"] == "SO-2"
    assert floor.answers[1]["disposition"][0]["to"] == "put_away"


def test_a_product_that_is_not_backorderable_crosses_once_it_is_here(floor: Floor) -> None:
    floor.give(
        orders=orders(wants("SO-1", 1, "RUG")), inbound=inbound("T-1,1,Acme,RUG,2,2026-03-04,")
    )

    floor.receive("T-1", "RUG", "RUG")

    assert [ways(a)[0][0] for a in floor.answers] == ["cross_dock", "put_away"]


def test_a_partly_received_asn_is_short_by_the_rest(floor: Floor) -> None:
    floor.give(stock=stock("A-2,VASE,1,,"), inbound=TRUCK)

    answer = floor.receive("T-1", CASE, "CMD-DAMAGED", VASE, "CMD-CLOSE")

    assert (answer["outcome"], answer["short"]) == ("accepted", 10)
    assert broken_rules(floor) == []


def test_a_serial_that_a_pick_has_named_is_not_received_as_well(floor: Floor) -> None:
    floor.give(products=TRACKED, barcodes=CODES, orders=orders(wants("SO-1", 1, "CLOCK")))
    floor.give(stock=stock("A-1,CLOCK,1,,"), inbound=inbound("T-1,1,Acme,CLOCK,9,2026-03-04,"))
    floor.pick("SO-1", f"{CLOCK}S1")

    assert floor.receive("T-1", f"{CLOCK}S1")["outcome"] == "duplicate"
