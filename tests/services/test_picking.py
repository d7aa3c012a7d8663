"""Picking by scan: what may be taken, from where, and what every wrong scan comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.services.ordering import OrderChange, change_order
from app.services.picking import open_picking
from app.services.setting import change_setting
from tests.floor import NOW, inbound, orders, stock, wants

if TYPE_CHECKING:
    from tests.floor import Floor

LAMP, CASE, VASE = "4006381333931", "14006381333938", "4012345678901"
GS = "\x1d"
MILK = """sku,description,backorderable,home_location,tracking
MILK,Milk,yes,,lot
CLOCK,Clock,yes,,serial
"""
MILK_CODE = "barcode,sku,units\n04012345678000,MILK,1\n04012345679007,CLOCK,1\n"
MILK_GS1 = "]C10104012345678000"
CLOCK_GS1 = "]C1010401234567900721"


@pytest.fixture
def two_lamps(floor: Floor) -> Floor:
    """An order for two lamps and a vase: the lamps lie in A-1, a vase is on its way."""
    floor.give(
        orders=orders(wants("SO-1", 2), wants("SO-1", 1, "VASE", line=2)),
        stock=stock("A-1,LAMP,5,,"),
        inbound=inbound("T-1,1,Acme,VASE,4,2026-03-04T09:00Z,"),
    )
    return floor


def test_the_job_opens_with_the_first_instruction(two_lamps: Floor) -> None:
    opened = open_picking("SO-1", two_lamps.desk)

    assert opened == {
        "job": "pick",
        "number": "SO-1",
        "next": {"location": "A-1", "sku": "LAMP", "quantity": 2},
        "remaining": 2,
    }


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        ("RUG", "wrong_item"),
        ("VASE", "not_available"),
        (VASE, "not_available"),
        (CASE, "over_pick"),
        ("A-2", "wrong_location"),
        ("LANE-1", "wrong_location"),
        ("PACK", "wrong_location"),
        ("SO-2", "unknown_barcode"),
        ("T-1", "wrong_container"),
        ("9999999999994", "unknown_barcode"),
        ("4006381333930", "bad_check_digit"),
        ("CMD-CLOSE", "not_allowed"),
        ("CMD-UNDO", "wrong_state"),
        ("CMD-QTY-0", "unknown_barcode"),
        ("CMD-QTY--1", "unknown_barcode"),
        ("lamp", "unknown_barcode"),
        ("\ud800", "unknown_barcode"),
        ("\x00", "unknown_barcode"),
        ("A" * 5000, "unknown_barcode"),
    ],
)
def test_a_wrong_scan_takes_nothing(two_lamps: Floor, code: str, outcome: str) -> None:
    answer = two_lamps.pick("SO-1", code)

    assert (answer["outcome"], answer["quantity"], answer["remaining"]) == (outcome, 0, 2)
    assert two_lamps.on_hand("LAMP") == {"A-1": 5}


@pytest.mark.parametrize("code", [LAMP, "LAMP", f"]E0{LAMP}", f" {LAMP} ", f"0{LAMP}", "A-1"])
def test_a_right_scan_is_accepted_in_each_of_its_forms(two_lamps: Floor, code: str) -> None:
    assert two_lamps.pick("SO-1", code)["outcome"] == "accepted"


def test_a_twelve_digit_gtin_is_the_same_as_its_fourteen(floor: Floor) -> None:
    floor.give(
        barcodes="barcode,sku,units\n036000291452,LAMP,1\n",
        orders=orders(wants("SO-1", 3)),
        stock=stock("A-1,LAMP,5,,"),
    )

    floor.pick("SO-1", "036000291452", "0036000291452", "00036000291452")

    assert floor.outcomes() == ["accepted"] * 3


def test_a_known_code_with_a_wrong_check_digit_counts(floor: Floor) -> None:
    floor.give(
        barcodes="barcode,sku,units\n4006381333930,LAMP,1\n",
        orders=orders(wants("SO-1", 1)),
        stock=stock("A-1,LAMP,5,,"),
    )

    assert floor.pick("SO-1", "4006381333930")["outcome"] == "accepted"


def test_a_picked_unit_stands_at_packing_and_is_in_progress(two_lamps: Floor) -> None:
    answer = two_lamps.pick("SO-1", LAMP)

    assert (answer["sku"], answer["quantity"], answer["remaining"]) == ("LAMP", 1, 1)
    assert two_lamps.on_hand("LAMP") == {"A-1": 4, "PACK": 1}


def test_what_is_picked_already_is_over_and_not_missing(two_lamps: Floor) -> None:
    two_lamps.pick("SO-1", LAMP, LAMP, LAMP, CASE)

    assert two_lamps.outcomes()[2:] == ["over_pick", "over_pick"]


def test_a_quantity_that_exceeds_what_is_left_is_refused_whole_and_spent(two_lamps: Floor) -> None:
    answer = two_lamps.pick("SO-1", "cmd-qty-3", LAMP, LAMP)

    assert two_lamps.outcomes() == ["accepted", "over_pick", "accepted"]
    assert answer["quantity"] == 1


def test_a_quantity_times_a_case_counts_units(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 13)), stock=stock("A-1,LAMP,20,,"))

    answer = floor.pick("SO-1", "CMD-QTY-2", CASE, CASE)

    assert [a["quantity"] for a in floor.answers] == [0, 12, 0]
    assert (answer["outcome"], answer["remaining"]) == ("over_pick", 1)


def test_a_quantity_beyond_all_numbers_is_refused(two_lamps: Floor) -> None:
    answer = two_lamps.pick("SO-1", "CMD-QTY-1000000000", f"{MILK_GS1}3099999999", LAMP)

    assert answer["outcome"] == "over_pick"


def test_an_item_is_taken_from_the_place_last_scanned(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 2)), stock=stock("A-1,LAMP,5,,", "A-2,LAMP,1,,"))

    floor.pick("SO-1", "A-2", LAMP, LAMP)

    assert floor.outcomes() == ["accepted", "accepted", "not_available"]
    assert floor.on_hand("LAMP") == {"A-1": 5, "PACK": 1}


def test_an_item_before_its_place_is_refused_where_the_site_wants_it(two_lamps: Floor) -> None:
    change_setting("confirm_location", "on", two_lamps.desk)

    two_lamps.pick("SO-1", LAMP, "A-2", LAMP, "A-1", LAMP)

    assert two_lamps.outcomes() == [
        "wrong_state",
        "wrong_location",
        "wrong_state",
        "accepted",
        "accepted",
    ]


def test_a_code_of_a_product_and_of_the_place_to_go_to_means_the_place(floor: Floor) -> None:
    floor.give(
        products="sku,description\nA-1,Odd one\n",
        orders=orders(wants("SO-1", 1)),
        stock=stock("A-1,LAMP,5,,"),
    )

    floor.pick("SO-1", "A-1", LAMP, "A-1")

    assert floor.outcomes() == ["accepted", "accepted", "wrong_item"]


def test_an_item_comes_from_the_place_told_though_an_older_lot_lies_elsewhere(floor: Floor) -> None:
    lots = "A-2,LAMP,1,,2026-05-01\nA-1,LAMP,5,,2026-06-01\nA-2,LAMP,5,,2026-07-01\n"
    floor.give(
        stock=f"location,sku,quantity,lot,expires_on\n{lots}",
        orders=orders("SO-1,1,Ann,LAMP,8,2026-03-01,,3,ship_as_available,"),
    )

    told = floor.pick("SO-1")["next"]
    floor.pick("SO-1", f"CMD-QTY-{told['quantity']}", LAMP)

    assert told == {"location": "A-2", "sku": "LAMP", "quantity": 3}
    assert floor.on_hand("LAMP") == {"A-1": 5, "A-2": 3, "PACK": 3}


def test_a_case_may_come_from_two_places(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 6)), stock=stock("A-1,LAMP,4,,", "A-2,LAMP,4,,"))

    assert floor.pick("SO-1", CASE)["outcome"] == "accepted"
    assert floor.on_hand("LAMP") == {"A-2": 2, "PACK": 6}


def test_the_earliest_expiry_is_taken_first(floor: Floor) -> None:
    floor.give(products=MILK, barcodes=MILK_CODE, orders=orders(wants("SO-1", 3, "MILK")))
    floor.give(stock=stock("A-1,MILK,2,L1,2026-05-01", "A-2,MILK,2,L2,2026-04-01"))

    answer = floor.pick("SO-1", "MILK", "MILK")

    assert floor.on_hand("MILK") == {"A-1": 2, "PACK": 2}
    assert answer["next"] == {"location": "A-1", "sku": "MILK", "quantity": 1}


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        (f"{MILK_GS1}10L1", "expired_lot"),
        (f"{MILK_GS1}1726030310L1", "expired_lot"),
        (f"{MILK_GS1}1726030310L9", "expired_lot"),
        (f"{MILK_GS1}10L9", "not_available"),
        (f"{MILK_GS1}10L2{GS}1726040110L2", "accepted"),
        (f"{MILK_GS1}1726040110L2", "accepted"),
        (f"{MILK_GS1}1726050110L2", "not_available"),
        (f"{MILK_GS1}10L2", "accepted"),
        ("MILK", "accepted"),
    ],
)
def test_a_lot_is_judged_by_its_day(floor: Floor, code: str, outcome: str) -> None:
    floor.give(products=MILK, barcodes=MILK_CODE, orders=orders(wants("SO-1", 1, "MILK")))
    floor.give(stock=stock("A-1,MILK,2,L1,2026-03-03", "A-2,MILK,2,L2,2026-04-01"))

    assert floor.pick("SO-1", code)["outcome"] == outcome


def test_a_lot_is_good_through_its_last_day_in_the_zone_of_the_site(floor: Floor) -> None:
    floor.give(products=MILK, barcodes=MILK_CODE, orders=orders(wants("SO-1", 1, "MILK")))
    floor.give(stock=stock("A-1,MILK,2,L1,2026-03-04"))
    floor.clock.instant = NOW.replace(hour=23)
    change_setting("time_zone", "Asia/Tokyo", floor.desk)

    late = floor.pick("SO-1", "MILK")
    change_setting("time_zone", "America/Lima", floor.desk)

    assert late["outcome"] == "expired_lot"
    assert floor.pick("SO-1", "MILK")["outcome"] == "accepted"


def test_a_lot_of_a_product_whose_lots_nobody_tracks_is_no_obstacle(two_lamps: Floor) -> None:
    assert two_lamps.pick("SO-1", "]C1010400638133393110X7")["outcome"] == "accepted"


def test_a_serial_counts_once_even_where_the_shelf_did_not_know_it(floor: Floor) -> None:
    floor.give(products=MILK, barcodes=MILK_CODE, orders=orders(wants("SO-1", 3, "CLOCK")))
    floor.give(stock=stock("A-1,CLOCK,4,,"))

    floor.pick("SO-1", f"{CLOCK_GS1}S1", f"{CLOCK_GS1}S1", f"{CLOCK_GS1}S2")

    assert floor.outcomes() == ["accepted", "duplicate", "accepted"]


def test_a_serial_that_was_shipped_is_counted_already(floor: Floor) -> None:
    floor.give(products=MILK, barcodes=MILK_CODE, orders=orders(wants("SO-1", 1, "CLOCK")))
    floor.give(stock=stock("A-1,CLOCK,4,,"))
    floor.pick("SO-1", f"{CLOCK_GS1}S1")
    floor.pack("SO-1", f"{CLOCK_GS1}S1", "CMD-CLOSE")
    floor.give(orders=orders(wants("SO-2", 2, "CLOCK")))

    floor.pick("SO-2", f"{CLOCK_GS1}S1", "CMD-QTY-2", f"{CLOCK_GS1}S2", f"{CLOCK_GS1}S2")

    assert floor.outcomes()[3:] == ["duplicate", "accepted", "duplicate", "accepted"]


def test_a_serial_taken_back_may_be_scanned_again(floor: Floor) -> None:
    floor.give(products=MILK, barcodes=MILK_CODE, orders=orders(wants("SO-1", 1, "CLOCK")))
    floor.give(stock=stock("A-1,CLOCK,1,,"))

    floor.pick("SO-1", f"{CLOCK_GS1}S1", "CMD-UNDO", f"{CLOCK_GS1}S1")

    assert floor.outcomes() == ["accepted"] * 3


def test_a_lane_of_another_order_is_a_wrong_location(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 1)), inbound=inbound("T-1,1,Acme,LAMP,9,2026-03-04,"))
    floor.receive("T-1", LAMP)
    floor.give(orders=orders(wants("SO-2", 1)), stock=stock("A-1,LAMP,5,,"))

    floor.pick("SO-2", "LANE-1", "A-1", LAMP)

    assert floor.outcomes()[1:] == ["wrong_location", "accepted", "accepted"]


def test_a_staged_unit_is_taken_first(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 2)), inbound=inbound("T-1,1,Acme,LAMP,9,2026-03-04,"))
    floor.receive("T-1", LAMP)
    floor.give(stock=stock("A-1,LAMP,5,,"))

    opened = open_picking("SO-1", floor.desk)

    assert opened["next"] == {"location": "LANE-1", "sku": "LAMP", "quantity": 1}
    assert opened["remaining"] == 2


def test_staged_units_that_were_not_needed_go_to_others(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 1)), inbound=inbound("T-1,1,Acme,LAMP,9,2026-03-04,"))
    floor.receive("T-1", LAMP)
    floor.give(stock=stock("A-1,LAMP,1,,"), orders=orders(wants("SO-2", 2)))

    floor.pick("SO-1", "A-1", LAMP)

    assert open_picking("SO-2", floor.desk)["next"]["location"] == "LANE-1"
    assert floor.pick("SO-2", LAMP)["outcome"] == "accepted"


def test_a_dock_is_the_last_place_to_pick_from(floor: Floor) -> None:
    floor.give(inbound=inbound("T-1,1,Acme,LAMP,9,2026-03-04,"))
    floor.receive("T-1", LAMP)
    floor.give(stock=stock("A-3,LAMP,1,,"), orders=orders(wants("SO-1", 2)))

    answer = floor.pick("SO-1", LAMP)

    assert answer["next"] == {"location": "DOCK", "sku": "LAMP", "quantity": 1}


def test_two_lines_of_one_product_are_filled_one_after_the_other(floor: Floor) -> None:
    floor.give(
        orders=orders(wants("SO-1", 1), wants("SO-1", 2, line=2)), stock=stock("A-1,LAMP,5,,")
    )

    answer = floor.pick("SO-1", "CMD-QTY-3", LAMP)

    assert (answer["outcome"], answer["remaining"]) == ("accepted", 0)


def test_all_or_nothing_is_not_picked_before_all_is_here(floor: Floor) -> None:
    floor.give(
        orders=orders(
            wants("SO-1", 1, policy="all_or_nothing"),
            wants("SO-1", 1, "VASE", "all_or_nothing", line=2),
        ),
        stock=stock("A-1,LAMP,5,,"),
        inbound=inbound("T-1,1,Acme,VASE,4,2026-03-04T09:00Z,"),
    )

    floor.pick("SO-1", LAMP, VASE)
    floor.receive("T-1", VASE)

    assert floor.outcomes()[:2] == ["not_available", "not_available"]
    assert floor.pick("SO-1", LAMP)["remaining"] == 1


def test_short_leaves_what_was_not_found_until_it_is_counted(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 3)), stock=stock("A-1,LAMP,3,,"))

    answer = floor.pick("SO-1", LAMP, "CMD-SHORT", LAMP, "CMD-SHORT")

    assert floor.outcomes() == ["accepted", "accepted", "not_available", "wrong_state"]
    assert answer["remaining"] == 0
    floor.give(stock=stock("A-1,LAMP,2,,"))
    assert open_picking("SO-1", floor.desk)["remaining"] == 2


def test_short_on_an_order_that_takes_all_or_nothing_stops_it(floor: Floor) -> None:
    floor.give(
        orders=orders(
            wants("SO-1", 2, policy="all_or_nothing"),
            wants("SO-1", 1, "VASE", "all_or_nothing", line=2),
        ),
        stock=stock("A-1,LAMP,2,,", "A-2,VASE,1,,"),
    )

    floor.pick("SO-1", LAMP, "CMD-SHORT")
    floor.pack("SO-1", LAMP, "CMD-CLOSE")

    assert open_picking("SO-1", floor.desk)["remaining"] == 0
    assert floor.outcomes() == ["accepted", "accepted", "accepted", "not_allowed"]


def test_a_damaged_unit_is_set_aside_and_another_is_taken(two_lamps: Floor) -> None:
    answer = two_lamps.pick("SO-1", "CMD-DAMAGED", LAMP, LAMP)

    assert (answer["outcome"], answer["remaining"]) == ("accepted", 1)
    assert two_lamps.on_hand("LAMP") == {"A-1": 3, "QUAR": 1, "PACK": 1}


def test_a_damaged_mark_is_spent_by_a_refused_item(two_lamps: Floor) -> None:
    two_lamps.pick("SO-1", "CMD-DAMAGED", CASE, LAMP)

    assert two_lamps.on_hand("LAMP") == {"A-1": 4, "PACK": 1}


@pytest.mark.parametrize("change", [OrderChange(hold=True), OrderChange(cancel=True)])
@pytest.mark.parametrize("code", [LAMP, "RUG", "A-1", "CMD-SHORT"])
def test_a_hold_or_cancel_in_the_middle_stops_the_picker(
    two_lamps: Floor, change: OrderChange, code: str
) -> None:
    two_lamps.pick("SO-1", "A-1", LAMP)
    change_order("SO-1", change, two_lamps.desk)

    answer = two_lamps.pick("SO-1", code)

    assert (answer["outcome"], answer["remaining"]) == ("wrong_state", 0)


def test_after_its_release_an_order_goes_on(two_lamps: Floor) -> None:
    two_lamps.pick("SO-1", LAMP)
    change_order("SO-1", OrderChange(hold=True), two_lamps.desk)
    two_lamps.pick("SO-1", LAMP)
    change_order("SO-1", OrderChange(hold=False), two_lamps.desk)

    answer = two_lamps.pick("SO-1", LAMP)

    assert two_lamps.outcomes() == ["accepted", "wrong_state", "accepted"]
    assert answer["remaining"] == 0


def test_the_shipment_limit_holds_the_rest_back(floor: Floor) -> None:
    floor.give(
        orders=orders(
            wants("SO-1", 1, policy="up_to_n_shipments", most=1),
            wants("SO-1", 1, "VASE", "up_to_n_shipments", line=2, most=1),
        ),
        stock=stock("A-1,LAMP,2,,"),
    )

    assert floor.pick("SO-1", LAMP)["outcome"] == "not_available"


def test_a_known_order_with_nothing_to_do_opens(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 1)))

    assert open_picking("SO-1", floor.desk)["remaining"] == 0


def test_a_serial_that_lies_aside_is_not_taken_from_a_shelf(floor: Floor) -> None:
    floor.give(products=MILK, barcodes=MILK_CODE, inbound=inbound("T-1,1,Acme,CLOCK,9,2026-03-04,"))
    floor.receive("T-1", "CMD-DAMAGED", f"{CLOCK_GS1}S1")
    floor.give(orders=orders(wants("SO-1", 2, "CLOCK")), stock=stock("A-1,CLOCK,2,,"))

    floor.pick("SO-1", f"{CLOCK_GS1}S1", f"{CLOCK_GS1}S2", "CLOCK")
    floor.pack("SO-1", f"{CLOCK_GS1}S1", f"{CLOCK_GS1}S3")

    assert floor.outcomes()[2:] == [
        "not_available",
        "accepted",
        "accepted",
        "wrong_item",
        "accepted",
    ]
