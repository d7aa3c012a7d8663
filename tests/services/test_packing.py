"""Packing by scan: every unit verified, and when a shipment may close."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.services.agreeing import agree_policy
from app.services.ordering import OrderChange, change_order
from app.services.packing import open_packing
from app.services.slip_keeping import slip_from_json
from tests.floor import NOW, inbound, orders, stock, wants

if TYPE_CHECKING:
    from tests.floor import Floor

LAMP, CASE, VASE = "4006381333931", "14006381333938", "4012345678901"
TRACKED = """sku,description,tracking
MILK,Milk,lot
CLOCK,Clock,serial
"""
CODES = "barcode,sku\n04012345678000,MILK\n04012345679007,CLOCK\n"
MILK = "]C10104012345678000"
CLOCK = "]C1010401234567900721"


@pytest.fixture
def picked(floor: Floor) -> Floor:
    """Two lamps and a vase are picked; a third lamp is not there."""
    floor.give(
        orders=orders(wants("SO-1", 3), wants("SO-1", 1, "VASE", line=2)),
        stock=stock("A-1,LAMP,2,,", "A-2,VASE,1,,"),
    )
    floor.pick("SO-1", LAMP, LAMP, VASE)
    floor.answers.clear()
    return floor


def test_the_job_opens_with_the_units_to_verify(picked: Floor) -> None:
    opened = open_packing("SO-1", picked.desk)

    assert opened == {"job": "pack", "number": "SO-1", "next": None, "remaining": 3}


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        ("RUG", "wrong_item"),
        (CASE, "over_pick"),
        ("A-1", "wrong_location"),
        ("LANE-1", "wrong_location"),
        ("SH-SO-1-2", "unknown_barcode"),
        ("9999999999994", "unknown_barcode"),
        ("4006381333930", "bad_check_digit"),
        ("CMD-SHORT", "wrong_state"),
        ("CMD-UNDO", "wrong_state"),
        ("CMD-CLOSE", "not_allowed"),
    ],
)
def test_a_wrong_scan_verifies_nothing(picked: Floor, code: str, outcome: str) -> None:
    answer = picked.pack("SO-1", code)

    assert (answer["outcome"], answer["quantity"], answer["unverified"]) == (outcome, 0, 3)


@pytest.mark.parametrize("code", ["SO-1", "SH-SO-1-1", "PACK"])
def test_what_belongs_to_the_job_is_accepted_and_counts_nothing(picked: Floor, code: str) -> None:
    answer = picked.pack("SO-1", code)

    assert (answer["outcome"], answer["quantity"], answer["unverified"]) == ("accepted", 0, 3)


def test_a_unit_verified_twice_is_over(picked: Floor) -> None:
    picked.pack("SO-1", VASE, VASE, "CMD-QTY-3", LAMP)

    assert picked.outcomes() == ["accepted", "over_pick", "accepted", "over_pick"]


def test_closing_ships_and_answers_the_number(picked: Floor) -> None:
    answer = picked.pack("SO-1", "CMD-QTY-2", LAMP, VASE, "cmd-close")

    assert (answer["outcome"], answer["shipment"]) == ("accepted", "SH-SO-1-1")
    assert picked.on_hand("LAMP") == {}
    with picked.desk.store.read(picked.desk.stamp()) as work:
        shipment = work.shipments.find("SH-SO-1-1")
        kept = shipment and work.documents.of_shipment(shipment.id)
    assert kept
    assert slip_from_json(kept[1]).lines[0].shipped_now == 2


def test_a_closed_shipment_is_not_closed_again(picked: Floor) -> None:
    picked.pack("SO-1", "CMD-QTY-2", LAMP, VASE, "CMD-CLOSE", "CMD-CLOSE", LAMP)

    assert picked.outcomes()[-2:] == ["wrong_state", "wrong_item"]


def test_the_next_shipment_has_the_next_number(picked: Floor) -> None:
    picked.pack("SO-1", "CMD-QTY-2", LAMP, VASE, "CMD-CLOSE")
    picked.give(stock=stock("A-1,LAMP,4,,"))
    picked.pick("SO-1", LAMP)

    assert picked.pack("SO-1", LAMP, "CMD-CLOSE")["shipment"] == "SH-SO-1-2"


def test_shipments_made_before_the_import_count(floor: Floor) -> None:
    head = "order,line,customer,sku,quantity,ordered_at,policy,max_shipments,shipments_made\n"
    row = "SO-1,1,Ann,LAMP,3,2026-03-01,up_to_n_shipments,3,2\n"
    floor.give(orders=head + row, stock=stock("A-1,LAMP,3,,"))
    floor.pick("SO-1", LAMP)
    floor.pack("SO-1", LAMP, "CMD-CLOSE")
    floor.pick("SO-1", LAMP, LAMP)

    answer = floor.pack("SO-1", LAMP, LAMP, "CMD-CLOSE")

    assert floor.outcomes()[2] == "not_allowed"
    assert answer["shipment"] == "SH-SO-1-3"


def test_the_last_shipment_allowed_must_be_complete(floor: Floor) -> None:
    row = ("up_to_n_shipments", 1, 3, 2)
    floor.give(
        orders=orders(wants("SO-1", 2, "LAMP", *row), wants("SO-1", 1, "VASE", row[0], 2, 3, 2)),
        stock=stock("A-1,LAMP,2,,"),
        inbound=inbound("T-1,1,Acme,VASE,1,2026-03-06T09:00Z,"),
    )
    floor.pick("SO-1", "CMD-QTY-2", LAMP)
    floor.pack("SO-1", "CMD-QTY-2", LAMP, "CMD-CLOSE")
    floor.receive("T-1", VASE)
    floor.pick("SO-1", VASE)

    assert floor.pack("SO-1", VASE, "CMD-CLOSE")["shipment"] == "SH-SO-1-2"


@pytest.mark.parametrize("change", [OrderChange(hold=True), OrderChange(cancel=True)])
@pytest.mark.parametrize("code", [LAMP, "RUG", "CMD-CLOSE"])
def test_a_hold_or_cancel_in_the_middle_stops_the_bench(
    picked: Floor, change: OrderChange, code: str
) -> None:
    picked.pack("SO-1", LAMP)
    change_order("SO-1", change, picked.desk)

    assert picked.pack("SO-1", code)["outcome"] == "wrong_state"


def test_a_damaged_unit_leaves_the_shipment_and_is_picked_again(picked: Floor) -> None:
    picked.pack("SO-1", LAMP, "CMD-DAMAGED", LAMP, "CMD-DAMAGED", LAMP)
    picked.give(stock=stock("A-1,LAMP,1,,"))
    picked.pick("SO-1", LAMP)

    assert picked.outcomes() == ["accepted"] * 4 + ["over_pick", "accepted"]
    assert picked.on_hand("LAMP") == {"PACK": 2, "QUAR": 1}


def test_a_lot_that_is_past_its_day_when_packed_does_not_ship(floor: Floor) -> None:
    floor.give(products=TRACKED, barcodes=CODES, orders=orders(wants("SO-1", 1, "MILK")))
    floor.give(stock=stock("A-1,MILK,1,L1,2026-03-04"))
    floor.pick("SO-1", "MILK")
    floor.pack("SO-1", "MILK", "CMD-UNDO")
    floor.clock.instant = NOW.replace(day=5)

    floor.pack("SO-1", "MILK", f"{MILK}10L1", "CMD-DAMAGED", "MILK")

    assert floor.outcomes()[3:] == ["expired_lot", "expired_lot", "accepted", "accepted"]


def test_a_lot_that_ended_after_it_was_verified_does_not_ship(floor: Floor) -> None:
    floor.give(products=TRACKED, barcodes=CODES, orders=orders(wants("SO-1", 1, "MILK")))
    floor.give(stock=stock("A-1,MILK,1,L1,2026-03-04"))
    floor.pick("SO-1", "MILK")
    floor.pack("SO-1", "MILK")
    floor.clock.instant = NOW.replace(day=5)

    assert floor.pack("SO-1", "CMD-CLOSE")["outcome"] == "expired_lot"


def test_a_lot_that_was_not_picked_is_a_wrong_item(floor: Floor) -> None:
    floor.give(products=TRACKED, barcodes=CODES, orders=orders(wants("SO-1", 2, "MILK")))
    floor.give(stock=stock("A-1,MILK,1,L1,", "A-1,MILK,1,L2,"))
    floor.pick("SO-1", "CMD-QTY-2", "MILK")

    floor.pack("SO-1", f"{MILK}10L9", f"{MILK}10L1", f"{MILK}10L1", f"{MILK}10L2")

    assert floor.outcomes()[2:] == ["wrong_item", "accepted", "wrong_item", "accepted"]


def test_a_serial_is_verified_once(floor: Floor) -> None:
    floor.give(products=TRACKED, barcodes=CODES, orders=orders(wants("SO-1", 3, "CLOCK")))
    floor.give(stock=stock("A-1,CLOCK,3,,"))
    floor.pick("SO-1", f"{CLOCK}S1", "CMD-QTY-2", "CLOCK")

    floor.pack("SO-1", *(f"{CLOCK}{serial}" for serial in ("S1", "S1", "S2", "S2", "S3", "S4")))

    assert floor.outcomes()[3:] == [
        "accepted",
        "duplicate",
        "accepted",
        "duplicate",
        "accepted",
        "over_pick",
    ]
    assert floor.pack("SO-1", "CMD-CLOSE")["outcome"] == "accepted"


def test_nothing_picked_is_nothing_to_close(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 1)), stock=stock("A-1,LAMP,1,,"))
    floor.pick("SO-1", LAMP, "CMD-UNDO")

    floor.pack("SO-1", "CMD-CLOSE", LAMP)

    assert floor.outcomes()[2:] == ["wrong_state", "wrong_item"]


def test_a_customers_agreement_limits_shipments_and_stands_on_the_slip(floor: Floor) -> None:
    floor.give(
        orders=orders(wants("SO-1", 1, policy="default"), wants("SO-1", 2, "VASE", "default", 2)),
        stock=stock("A-1,LAMP,1,,"),
    )
    agree_policy("Ann", "up_to_n_shipments", 2, floor.desk)
    floor.pick("SO-1", LAMP)
    closed = floor.pack("SO-1", LAMP, "CMD-CLOSE")
    with floor.desk.store.read(floor.desk.stamp()) as work:
        shipment = work.shipments.find(closed["shipment"])
        assert shipment is not None
        kept = work.documents.of_shipment(shipment.id)
    assert kept is not None
    slip = slip_from_json(kept[1])

    assert (slip.shipment_count, slip.shipment_limit) == (1, 2)


def test_a_customers_all_or_nothing_keeps_a_part_from_being_closed(floor: Floor) -> None:
    floor.give(
        orders=orders(wants("SO-1", 1, policy="default"), wants("SO-1", 2, "VASE", "default", 2)),
        stock=stock("A-1,LAMP,1,,"),
    )
    floor.pick("SO-1", LAMP)
    agree_policy("Ann", "all_or_nothing", None, floor.desk)

    assert floor.pack("SO-1", LAMP, "CMD-CLOSE")["outcome"] == "not_allowed"


def test_the_number_of_a_policy_that_was_given_up_is_not_on_the_slip(floor: Floor) -> None:
    floor.give(
        orders=orders(wants("SO-1", 1, policy="up_to_n_shipments", most=3)),
        stock=stock("A-1,LAMP,1,,"),
    )
    change_order("SO-1", OrderChange(policy="all_or_nothing"), floor.desk)
    floor.pick("SO-1", LAMP)
    closed = floor.pack("SO-1", LAMP, "CMD-CLOSE")
    with floor.desk.store.read(floor.desk.stamp()) as work:
        shipment = work.shipments.find(closed["shipment"])
        assert shipment is not None
        kept = work.documents.of_shipment(shipment.id)
    assert kept is not None

    assert slip_from_json(kept[1]).shipment_limit == 1
