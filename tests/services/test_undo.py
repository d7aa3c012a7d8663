"""Taking back: again and again, in the order in which it was done, until the units moved on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.services.ordering import OrderChange, Pin, change_order, lock
from app.services.picking import open_picking
from app.services.setting import change_setting
from app.services.trucks import TruckEvent, take_back, tell_truck
from tests.floor import inbound, orders, stock, wants
from tests.services.conservation import broken_rules

if TYPE_CHECKING:
    from tests.floor import Floor

LAMP, CASE, VASE = "4006381333931", "14006381333938", "4012345678901"
MILK = "sku,description,tracking\nMILK,Milk,lot\n"
MILK_CODE = "barcode,sku\n04012345678000,MILK\n"
LOT_1, LOT_2 = "]C1010401234567800010L1", "]C1010401234567800010L2"


@pytest.fixture
def lamps(floor: Floor) -> Floor:
    floor.give(
        orders=orders(wants("SO-1", 2), wants("SO-2", 2)),
        inbound=inbound("T-1,1,Acme,LAMP,12,2026-03-04T09:00Z,"),
    )
    return floor


@pytest.fixture
def picked(floor: Floor) -> Floor:
    """Two of three lamps are picked; one of them is verified."""
    floor.give(orders=orders(wants("SO-1", 3)), stock=stock("A-1,LAMP,3,,"))
    floor.pick("SO-1", LAMP, LAMP)
    floor.pack("SO-1", LAMP)
    return floor


def refused(floor: Floor, job: str, number: str) -> None:
    """Scan an undo that must be refused and change nothing."""
    skus = ("LAMP", "VASE")
    before = [floor.on_hand(sku) for sku in skus]
    answer = getattr(floor, job)(number, "CMD-UNDO")
    assert (answer["outcome"], answer["quantity"]) == ("wrong_state", 0)
    assert [floor.on_hand(sku) for sku in skus] == before
    assert broken_rules(floor) == []


def test_nothing_done_is_nothing_to_take_back(lamps: Floor) -> None:
    for job, number in (("receive", "T-1"), ("pick", "SO-1"), ("pack", "SO-1")):
        refused(lamps, job, number)


def test_refused_scans_are_passed_over(lamps: Floor) -> None:
    lamps.receive("T-1", LAMP, "9999999999994", "A-3", "SO-1")

    assert lamps.receive("T-1", "CMD-UNDO")["outcome"] == "accepted"
    assert lamps.on_hand("LAMP") == {}


def test_each_undo_goes_one_scan_further_back(lamps: Floor) -> None:
    lamps.receive("T-1", LAMP, CASE, "A-1", "CMD-UNDO", "CMD-UNDO", "CMD-UNDO", "CMD-UNDO")

    assert [a["remaining"] for a in lamps.answers] == [11, 5, 5, 5, 11, 12, 12]
    assert lamps.outcomes()[3:] == ["accepted", "accepted", "accepted", "wrong_state"]
    assert lamps.on_hand("LAMP") == {}


def test_after_an_undo_the_unit_is_received_again_for_the_same_order(lamps: Floor) -> None:
    answer = lamps.receive("T-1", LAMP, "CMD-UNDO", LAMP)

    assert answer["disposition"][0]["order"] == "SO-1"
    assert answer["received"] == 1


def test_an_undo_leaves_a_pending_quantity_for_the_next_item(lamps: Floor) -> None:
    answer = lamps.receive("T-1", LAMP, "CMD-QTY-2", "CMD-UNDO", LAMP)

    assert (answer["quantity"], answer["received"]) == (2, 2)


def test_a_damaged_receipt_leaves_quarantine(lamps: Floor) -> None:
    lamps.receive("T-1", "CMD-DAMAGED", CASE, "CMD-UNDO")

    assert lamps.on_hand("LAMP") == {}
    assert lamps.receive("T-1", LAMP)["received"] == 1


def test_an_undone_put_away_waits_for_its_place_again(lamps: Floor) -> None:
    lamps.receive("T-1", CASE, "A-1", "CMD-UNDO")

    assert lamps.on_hand("LAMP") == {"LANE-1": 2, "LANE-2": 2, "DOCK": 2}
    lamps.receive("T-1", "A-2")
    assert lamps.on_hand("LAMP") == {"LANE-1": 2, "LANE-2": 2, "A-2": 2}


def test_put_away_units_that_were_picked_have_moved_on(floor: Floor) -> None:
    floor.give(inbound=inbound("T-1,1,Acme,LAMP,1,2026-03-04,"))
    floor.receive("T-1", LAMP, "A-1")
    floor.give(orders=orders(wants("SO-1", 1)))
    floor.pick("SO-1", LAMP)

    refused(floor, "receive", "T-1")


def test_a_staged_unit_that_was_picked_has_moved_on_though_the_lane_is_shared(
    floor: Floor,
) -> None:
    floor.give(locations="location,kind,pick_sequence\nONLY,staging,1\n")
    floor.give(
        orders=orders(wants("SO-1", 1, priority=5), wants("SO-2", 1)),
        inbound=inbound("T-1,1,Acme,LAMP,2,2026-03-04,", "T-2,1,Acme,LAMP,1,2026-03-04,"),
    )
    change_order("SO-2", OrderChange(hold=True), floor.desk)
    floor.receive("T-1", LAMP)
    change_order("SO-2", OrderChange(hold=False), floor.desk)
    floor.receive("T-2", LAMP)
    floor.pick("SO-1", LAMP)

    refused(floor, "receive", "T-1")


def test_units_of_a_dock_that_others_have_there_are_not_taken_back_for_them(floor: Floor) -> None:
    """One unit is sent to a shelf, the next across; somebody picks the first from the dock."""
    floor.give(inbound=inbound("T-1,1,Acme,LAMP,2,2026-03-04,", "T-2,1,Acme,LAMP,2,2026-03-04,"))
    floor.receive("T-1", LAMP)
    floor.give(orders=orders(wants("SO-1", 1)))
    floor.pick("SO-1", LAMP)
    floor.pick("SO-1", "CMD-UNDO")
    floor.receive("T-2", LAMP)

    assert floor.receive("T-1", "CMD-UNDO")["outcome"] == "accepted"
    assert broken_rules(floor) == []


def test_a_receipt_for_a_cancelled_order_is_taken_back_from_where_it_stands(lamps: Floor) -> None:
    lamps.receive("T-1", LAMP)
    change_order("SO-1", OrderChange(cancel=True), lamps.desk)

    assert lamps.receive("T-1", "CMD-UNDO")["outcome"] == "accepted"
    assert lamps.on_hand("LAMP") == {}
    assert broken_rules(lamps) == []


def test_nothing_is_taken_back_once_the_asn_is_closed(lamps: Floor) -> None:
    lamps.receive("T-1", LAMP, "CMD-CLOSE")

    refused(lamps, "receive", "T-1")


@pytest.mark.parametrize("how", ["reopen", "undo"])
def test_a_reopened_asn_can_be_taken_back_again(lamps: Floor, how: str) -> None:
    lamps.receive("T-1", LAMP, "CMD-CLOSE")
    if how == "reopen":
        tell_truck("T-1", TruckEvent("reopen"), lamps.desk)
    else:
        take_back("T-1", lamps.desk)

    assert lamps.receive("T-1", "CMD-UNDO")["outcome"] == "accepted"
    assert lamps.receive("T-1", LAMP)["received"] == 1


def test_a_pick_goes_back_to_the_shelf(picked: Floor) -> None:
    picked.pick("SO-1", LAMP, "CMD-UNDO")

    assert picked.on_hand("LAMP") == {"A-1": 1, "PACK": 2}


def test_a_pick_from_a_lane_is_locked_there_again(lamps: Floor) -> None:
    lamps.receive("T-1", LAMP)
    lamps.pick("SO-1", LAMP, "CMD-UNDO")

    assert lamps.on_hand("LAMP") == {"LANE-1": 1}
    assert open_picking("SO-1", lamps.desk)["next"]["location"] == "LANE-1"
    assert open_picking("SO-2", lamps.desk)["next"] is None


def test_a_verified_unit_cannot_go_back_to_the_shelf(picked: Floor) -> None:
    assert picked.pick("SO-1", "CMD-UNDO")["outcome"] == "accepted"
    refused(picked, "pick", "SO-1")


def test_a_verified_lot_stays_though_another_lot_is_not_verified(floor: Floor) -> None:
    floor.give(products=MILK, barcodes=MILK_CODE, orders=orders(wants("SO-1", 2, "MILK")))
    floor.give(stock=stock("A-1,MILK,1,L1,", "A-1,MILK,1,L2,"))
    floor.pick("SO-1", LOT_2, LOT_1)
    floor.pack("SO-1", LOT_1)

    assert floor.pick("SO-1", "CMD-UNDO")["outcome"] == "wrong_state"
    assert broken_rules(floor) == []


def test_a_verification_is_taken_back_at_the_bench(picked: Floor) -> None:
    answer = picked.pack("SO-1", "CMD-UNDO")

    assert (answer["outcome"], answer["unverified"]) == ("accepted", 2)
    refused(picked, "pack", "SO-1")


def test_a_unit_set_aside_at_the_bench_comes_back(picked: Floor) -> None:
    answer = picked.pack("SO-1", "CMD-DAMAGED", LAMP, "CMD-UNDO")

    assert answer["unverified"] == 1
    assert picked.on_hand("LAMP") == {"A-1": 1, "PACK": 2}


def test_a_unit_set_aside_stays_aside_once_another_was_picked_for_it(picked: Floor) -> None:
    picked.pack("SO-1", "CMD-DAMAGED", LAMP)
    picked.give(stock=stock("A-1,LAMP,5,,"))
    picked.pick("SO-1", LAMP, LAMP)

    refused(picked, "pack", "SO-1")


@pytest.mark.parametrize("job", ["pick", "pack"])
def test_nothing_is_taken_back_once_the_shipment_is_closed(picked: Floor, job: str) -> None:
    picked.pack("SO-1", LAMP, "CMD-CLOSE")

    refused(picked, job, "SO-1")


def test_the_next_shipment_can_be_taken_back_and_the_first_cannot(picked: Floor) -> None:
    picked.pack("SO-1", LAMP, "CMD-CLOSE")
    picked.pick("SO-1", LAMP)

    assert picked.pick("SO-1", "CMD-UNDO")["outcome"] == "accepted"
    refused(picked, "pick", "SO-1")


def test_a_short_is_taken_back_and_the_shelf_offered_again(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 3)), stock=stock("A-1,LAMP,3,,"))

    answer = floor.pick("SO-1", LAMP, "CMD-SHORT", "CMD-UNDO")

    assert answer["next"] == {"location": "A-1", "sku": "LAMP", "quantity": 2}


def test_a_short_that_a_count_has_settled_is_not_taken_back(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 3)), stock=stock("A-1,LAMP,3,,"))
    floor.pick("SO-1", "CMD-SHORT")
    floor.give(stock=stock("A-1,LAMP,1,,"))

    refused(floor, "pick", "SO-1")


def test_a_short_of_a_staged_unit_is_staged_again(lamps: Floor) -> None:
    lamps.receive("T-1", LAMP)

    answer = lamps.pick("SO-1", "CMD-SHORT", "CMD-UNDO")

    assert answer["next"] == {"location": "LANE-1", "sku": "LAMP", "quantity": 1}


def test_a_short_whose_order_got_other_units_since_leaves_what_it_missed_to_the_next(
    lamps: Floor,
) -> None:
    lamps.receive("T-1", LAMP, LAMP)
    lamps.pick("SO-1", "CMD-SHORT")
    lamps.receive("T-1", LAMP)

    lamps.pick("SO-1", "CMD-UNDO")

    assert broken_rules(lamps) == []
    assert lamps.pick("SO-1", LAMP, LAMP)["remaining"] == 0
    assert lamps.pick("SO-2", LAMP)["outcome"] == "accepted"


def test_a_damage_whose_order_got_another_unit_since_leaves_that_unit_to_the_next(
    lamps: Floor,
) -> None:
    lamps.receive("T-1", LAMP, LAMP)
    lamps.pick("SO-1", LAMP, LAMP)
    lamps.pack("SO-1", "CMD-DAMAGED", LAMP)
    assert lamps.receive("T-1", LAMP)["disposition"][0]["order"] == "SO-1"

    assert lamps.pack("SO-1", "CMD-UNDO")["outcome"] == "accepted"

    assert broken_rules(lamps) == []
    assert lamps.pick("SO-2", LAMP)["outcome"] == "accepted"


def test_a_damaged_pick_is_taken_back_from_quarantine(picked: Floor) -> None:
    answer = picked.pick("SO-1", "CMD-DAMAGED", LAMP, "CMD-UNDO")

    assert picked.on_hand("LAMP") == {"A-1": 1, "PACK": 2}
    assert answer["remaining"] == 1


def test_a_pick_of_an_order_that_was_cancelled_stays_where_it_stands(picked: Floor) -> None:
    change_order("SO-1", OrderChange(cancel=True), picked.desk)

    refused(picked, "pick", "SO-1")
    refused(picked, "pack", "SO-1")


def test_a_pinned_unit_is_pinned_again(lamps: Floor) -> None:
    lock(Pin("SO-2", "1", 1, "T-1"), lamps.desk)
    first = lamps.receive("T-1", LAMP)
    lamps.receive("T-1", "CMD-UNDO")

    again = lamps.receive("T-1", LAMP)

    assert again["disposition"] == first["disposition"]
    assert first["disposition"][0]["order"] == "SO-2"


def test_units_that_were_missed_at_the_shelf_are_not_taken_back_from_it(floor: Floor) -> None:
    floor.give(inbound=inbound("T-1,1,Acme,LAMP,1,2026-03-04,"))
    floor.receive("T-1", LAMP, "A-1")
    floor.give(orders=orders(wants("SO-1", 1)))
    floor.pick("SO-1", "CMD-SHORT")

    refused(floor, "receive", "T-1")


def test_a_unit_staged_on_the_dock_is_not_taken_back_for_one_that_was_picked(floor: Floor) -> None:
    change_setting("confirm_lane", "on", floor.desk)
    floor.give(inbound=inbound("T-1,1,Acme,LAMP,1,2026-03-04,", "T-2,1,Acme,LAMP,1,2026-03-04,"))
    floor.receive("T-1", LAMP)
    floor.give(orders=orders(wants("SO-1", 1), wants("SO-2", 1)))
    floor.receive("T-2", LAMP)
    floor.pick("SO-2", LAMP)

    refused(floor, "receive", "T-1")
