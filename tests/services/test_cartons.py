"""Cartons at packing: what lies in which, which counts, and whose an SSCC is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from app.domain.labels import make_sscc
from app.services.labels import carton_labels
from app.services.ordering import OrderChange, change_order
from app.services.reopening import shipment_told
from app.services.setting import change_setting
from app.services.slip_keeping import slip_from_json
from app.services.verifying import verify
from tests.floor import orders, stock, wants

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.domain.documents import PackingSlip
    from tests.floor import Floor

LAMP, CASE, VASE = "4006381333931", "14006381333938", "4012345678901"
PREFIX = "0614141"
FIRST, SECOND = make_sscc(PREFIX, 0), make_sscc(PREFIX, 1)


@pytest.fixture
def picked(floor: Floor) -> Floor:
    """Ann's eight lamps and a vase are picked, and Bob's rug; the site has a company prefix."""
    floor.give(
        orders=orders(wants("SO-1", 8), wants("SO-1", 1, "VASE", line=2), wants("SO-2", 1, "RUG")),
        stock=stock("A-1,LAMP,8,,", "A-2,VASE,1,,", "A-3,RUG,1,,"),
    )
    change_setting("gs1_company_prefix", PREFIX, floor.desk)
    floor.pick("SO-1", "CMD-QTY-8", LAMP, VASE)
    floor.pick("SO-2", "RUG")
    floor.answers.clear()
    return floor


def cartons(answer: Mapping[str, Any]) -> list[tuple[str | None, dict[str, int]]]:
    """Return the SSCC and the units by SKU of each carton in an answer."""
    return [
        (carton["sscc"], {row["sku"]: row["quantity"] for row in carton["lines"]})
        for carton in answer["cartons"]
    ]


def slip_of(floor: Floor, number: str) -> PackingSlip:
    with floor.desk.store.read(floor.desk.stamp()) as work:
        shipment = work.shipments.find(number)
        assert shipment is not None
        kept = work.documents.of_shipment(shipment.id)
    assert kept is not None
    return slip_from_json(kept[1])


def test_what_is_verified_lies_in_the_carton_in_hand(picked: Floor) -> None:
    answer = picked.pack("SO-1", CASE, "CMD-CARTON", LAMP, LAMP, VASE, "CMD-CLOSE")

    assert cartons(answer) == [(FIRST, {"LAMP": 6}), (SECOND, {"LAMP": 2, "VASE": 1})]
    assert slip_of(picked, "SH-SO-1-1").cartons == 2


def test_a_case_and_a_single_count_seven_and_lie_in_one_carton(picked: Floor) -> None:
    picked.pack("SO-1", CASE, LAMP)

    assert [answer["quantity"] for answer in picked.answers] == [6, 1]
    assert picked.pack("SO-1", LAMP, VASE, "CMD-CLOSE")["cartons"][0]["units"] == 9


def test_the_sscc_of_a_carton_and_its_number_go_back_to_it(picked: Floor) -> None:
    picked.pack("SO-1", CASE, "CMD-CARTON", LAMP, f"00{FIRST}", LAMP, "CMD-CARTON-2", VASE)

    assert [answer["carton"] for answer in picked.answers] == [1, 2, 2, 1, 1, 2, 2]
    answer = picked.pack("SO-1", "CMD-CLOSE")
    assert cartons(answer) == [(FIRST, {"LAMP": 7}), (SECOND, {"LAMP": 1, "VASE": 1})]


def test_an_empty_carton_never_counts_and_its_sscc_is_never_given_again(picked: Floor) -> None:
    answer = picked.pack("SO-1", "CMD-QTY-8", LAMP, VASE, "CMD-CARTON", "CMD-CLOSE")

    assert [sscc for sscc, _units in cartons(answer)] == [FIRST]
    assert len(carton_labels("SH-SO-1-1", None, picked.desk)) == 1
    assert picked.pack("SO-2", "RUG", "CMD-CLOSE")["cartons"][0]["sscc"] == make_sscc(PREFIX, 2)


def test_nothing_goes_into_the_next_carton_while_this_one_is_empty(picked: Floor) -> None:
    picked.pack("SO-1", "CMD-CARTON", VASE, "CMD-CARTON", "CMD-CARTON", "CMD-CARTON-9")

    assert picked.outcomes() == [
        "wrong_state",
        "accepted",
        "accepted",
        "wrong_state",
        "wrong_container",
    ]


def test_an_undo_takes_units_out_of_the_carton_they_are_in(picked: Floor) -> None:
    picked.pack("SO-1", VASE, CASE, "CMD-CARTON", "CMD-UNDO", "CMD-QTY-8", LAMP)

    assert cartons(picked.pack("SO-1", "CMD-CLOSE")) == [
        (FIRST, {"VASE": 1}),
        (SECOND, {"LAMP": 8}),
    ]


def test_a_unit_goes_over_into_the_carton_in_hand_and_back(picked: Floor) -> None:
    picked.pack("SO-1", CASE, VASE, "CMD-CARTON", "CMD-QTY-2", LAMP)
    picked.pack("SO-1", "CMD-MOVE", "CMD-QTY-2", LAMP, "CMD-MOVE", VASE, "CMD-UNDO")

    assert picked.answers[-3]["outcome"] == "accepted"
    answer = picked.pack("SO-1", "CMD-CLOSE")
    assert cartons(answer) == [(FIRST, {"LAMP": 4, "VASE": 1}), (SECOND, {"LAMP": 4})]


@pytest.mark.parametrize(
    ("codes", "outcome"),
    [
        (("CMD-MOVE", CASE), "over_pick"),
        (("CMD-MOVE", VASE), "over_pick"),
        (("CMD-MOVE", "RUG"), "wrong_item"),
        (("CMD-MOVE", "CMD-CANCEL", LAMP), "over_pick"),
        ((make_sscc(PREFIX, 2),), "wrong_container"),
        ((make_sscc(PREFIX, 77),), "wrong_container"),
        (("00614141000000001",), "unknown_barcode"),
        (("SO-2",), "wrong_container"),
        (("CMD-CARTON-0",), "unknown_barcode"),
    ],
)
def test_a_wrong_scan_moves_nothing_between_cartons(
    picked: Floor, codes: tuple[str, ...], outcome: str
) -> None:
    picked.pack("SO-1", "CMD-QTY-5", LAMP, "CMD-CARTON", "CMD-QTY-3", LAMP)
    picked.pack("SO-2", "RUG")

    assert picked.pack("SO-1", *codes)["outcome"] == outcome
    answer = picked.pack("SO-1", VASE, "CMD-CLOSE")
    assert cartons(answer) == [(FIRST, {"LAMP": 5}), (SECOND, {"LAMP": 3, "VASE": 1})]


def test_without_a_company_prefix_cartons_have_numbers_alone(picked: Floor) -> None:
    change_setting("gs1_company_prefix", "", picked.desk)

    answer = picked.pack("SO-1", CASE, "CMD-CARTON", LAMP, LAMP, VASE, "CMD-CLOSE")

    assert [sscc for sscc, _units in cartons(answer)] == [None, None]
    change_setting("gs1_company_prefix", PREFIX, picked.desk)
    assert len(carton_labels("SH-SO-1-1", None, picked.desk)) == 2


def test_a_carton_that_was_labelled_before_is_packed_by_its_sscc(picked: Floor) -> None:
    carton_labels("SH-SO-1-1", 2, picked.desk)

    answer = picked.pack("SO-1", SECOND, CASE, FIRST, LAMP, LAMP, VASE, "CMD-CLOSE")

    assert cartons(answer) == [(FIRST, {"LAMP": 2, "VASE": 1}), (SECOND, {"LAMP": 6})]


@pytest.mark.parametrize("code", ["CMD-CARTON", "CMD-MOVE", "CMD-WEIGHT-500", "CMD-CARTON-1"])
def test_where_nothing_is_picked_there_is_no_carton(picked: Floor, code: str) -> None:
    picked.give(orders=orders(wants("SO-3", 1)))

    assert picked.pack("SO-3", code)["outcome"] == "wrong_state"


@pytest.mark.parametrize("room", ["pick", "receive"])
@pytest.mark.parametrize("code", ["CMD-CARTON", "CMD-MOVE", "CMD-OVERRIDE-21"])
def test_cartons_are_turned_to_at_packing_alone(picked: Floor, room: str, code: str) -> None:
    picked.give(inbound="asn,line,supplier,sku,quantity,expected_at\nT-1,1,X,RUG,1,2026-03-04\n")
    work = {
        "pick": lambda: picked.pick("SO-1", code),
        "receive": lambda: picked.receive("T-1", code),
    }

    assert work[room]()["outcome"] in ("wrong_state", "not_allowed")


def count_at_packing(floor: Floor) -> None:
    floor.count("PACK", "CMD-QTY-6", LAMP, VASE, "RUG", "CMD-CLOSE")


def put_two_back(floor: Floor) -> None:
    change_order("SO-1", OrderChange(hold=True), floor.desk)
    floor.put_back("SO-1", "CMD-QTY-2", LAMP, "A-1")
    change_order("SO-1", OrderChange(hold=False), floor.desk)


def cancel_by_file(floor: Floor) -> None:
    head, first, *_rest = orders(wants("SO-1", 8)).splitlines()
    floor.give(orders=f"{head},quantity_cancelled\n{first},2\n")


@pytest.mark.parametrize("shrink", [count_at_packing, put_two_back, cancel_by_file])
def test_verified_units_that_go_out_again_leave_the_carton_that_held_them(
    picked: Floor, shrink: Callable[[Floor], None]
) -> None:
    picked.pack("SO-1", VASE, LAMP, "CMD-CARTON", "CMD-QTY-7", LAMP)

    shrink(picked)
    answer = picked.pack("SO-1", "CMD-CLOSE")

    assert answer["outcome"] == "accepted"
    assert [units for _sscc, units in cartons(answer)] == [{"LAMP": 1, "VASE": 1}, {"LAMP": 5}]
    assert all(check.ok for check in verify(picked.desk))


def test_an_order_that_is_cancelled_leaves_every_carton_empty(picked: Floor) -> None:
    picked.pack("SO-1", VASE, LAMP, "CMD-CARTON", "CMD-QTY-7", LAMP)

    change_order("SO-1", OrderChange(cancel=True), picked.desk)

    assert all(check.ok for check in verify(picked.desk))


def test_a_close_that_waits_for_another_cartons_weight_says_how_to_get_there(
    picked: Floor,
) -> None:
    change_setting("hold_wrong_weight", "on", picked.desk)
    change_setting("weight_tolerance_g", "10", picked.desk)

    answer = picked.pack("SO-1", LAMP, "CMD-CARTON", "CMD-QTY-7", LAMP, VASE, "CMD-CLOSE")

    assert answer["outcome"] == "not_allowed"
    assert answer["message"].endswith("Scan CMD-CARTON-1, weigh it, then close.")
    assert (answer["carton"], answer["held_carton"]) == (2, 1)
    answer = picked.pack("SO-1", "CMD-CARTON-1", "CMD-CLOSE")
    assert answer["message"].endswith("Weigh it, then close.")


def test_an_open_shipments_cartons_hold_what_was_scanned_into_them(picked: Floor) -> None:
    picked.pack("SO-1", LAMP, "CMD-CARTON", LAMP)

    told = shipment_told("SH-SO-1-1", picked.desk)

    assert [carton["units"] for carton in told["cartons"]] == [1, 1]


def test_a_lot_that_ended_between_pick_and_pack_is_set_aside_by_scan(floor: Floor) -> None:
    floor.give(
        products="sku,description,tracking\nMILK,Milk,lot\n",
        orders=orders(wants("SO-1", 2, "MILK")),
        stock="location,sku,quantity,lot,expires_on\nA-1,MILK,1,Y1,2026-03-04\nA-2,MILK,1,Y2,2026-06-01\n",
    )
    floor.pick("SO-1", "MILK", "MILK")
    floor.clock.instant += timedelta(days=1)

    answers = [floor.pack("SO-1", code) for code in ("MILK", "CMD-DAMAGED", "MILK", "MILK")]
    closed = floor.pack("SO-1", "CMD-CLOSE")

    assert [answer["outcome"] for answer in answers] == ["expired_lot", *["accepted"] * 3]
    assert "Say Damaged, then scan it" in answers[0]["message"]
    assert closed["outcome"] == "accepted"
    assert floor.on_hand("MILK") == {"QUAR": 1}
