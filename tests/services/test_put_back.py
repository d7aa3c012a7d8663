"""What was picked goes back by scan: where it came from, locked or free, and no unit is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.services.ordering import OrderChange, change_order
from app.services.pick_queue import pick_queue
from app.services.picking import open_picking
from app.services.put_back import open_put_back
from app.services.setting import change_setting
from tests.floor import inbound, orders, stock, wants
from tests.services.conservation import broken_rules

if TYPE_CHECKING:
    from tests.floor import Floor

LAMP, CASE, VASE = "4006381333931", "14006381333938", "4012345678901"


@pytest.fixture
def picked(floor: Floor) -> Floor:
    """Two lamps of A-2 and a vase of A-3 are picked for SO-1, one lamp is verified."""
    floor.give(
        orders=orders(wants("SO-1", 2), wants("SO-1", 1, "VASE", line=2)),
        stock=stock("A-2,LAMP,5,,", "A-3,VASE,1,,"),
    )
    floor.pick("SO-1", LAMP, LAMP, VASE)
    floor.pack("SO-1", LAMP)
    floor.answers.clear()
    return floor


def cancel(floor: Floor, order: str = "SO-1") -> None:
    change_order(order, OrderChange(cancel=True), floor.desk)


def hold(floor: Floor, *, on: bool = True) -> None:
    change_order("SO-1", OrderChange(hold=on), floor.desk)


def test_it_says_whence_each_unit_came(picked: Floor) -> None:
    cancel(picked)

    assert open_put_back("SO-1", picked.desk) == {
        "job": "putback",
        "number": "SO-1",
        "next": {"location": "PACK", "to": "A-2", "sku": "LAMP", "quantity": 2},
        "remaining": 3,
        "in_hand": 0,
    }


def test_a_cancelled_order_goes_back_unit_by_unit(picked: Floor) -> None:
    cancel(picked)

    answer = picked.put_back("SO-1", LAMP, "A-2", LAMP, "A-1", VASE, "A-3")

    assert picked.outcomes() == ["accepted"] * 6
    assert (answer["remaining"], answer["next"]) == (0, None)
    assert picked.on_hand("LAMP") == {"A-1": 1, "A-2": 4}
    assert picked.on_hand("VASE") == {"A-3": 1}


def test_it_stands_at_packing_until_its_shelf_is_scanned(picked: Floor) -> None:
    cancel(picked)

    answer = picked.put_back("SO-1", LAMP)

    assert (answer["remaining"], answer["in_hand"], answer["quantity"]) == (3, 1, 1)
    assert picked.on_hand("LAMP") == {"A-2": 3, "PACK": 2}


def test_where_shelves_are_not_confirmed_the_item_scan_is_enough(picked: Floor) -> None:
    cancel(picked)
    change_setting("confirm_put_away", "off", picked.desk)

    picked.put_back("SO-1", "CMD-QTY-2", LAMP)

    assert picked.on_hand("LAMP") == {"A-2": 5}


@pytest.mark.parametrize(
    ("codes", "outcome"),
    [
        (["RUG"], "wrong_item"),
        ([CASE], "over_pick"),
        (["CMD-QTY-3", LAMP], "over_pick"),
        ([LAMP, LAMP, LAMP], "over_pick"),
        ([LAMP, VASE], "wrong_state"),
        (["A-2"], "wrong_state"),
        ([LAMP, "LANE-1"], "wrong_location"),
        ([LAMP, "QUAR"], "wrong_location"),
        ([LAMP, "DOCK"], "wrong_location"),
        (["SH-SO-1-1"], "wrong_container"),
        (["9999999999994"], "unknown_barcode"),
        (["4006381333930"], "bad_check_digit"),
        (["CMD-SHORT"], "not_allowed"),
        (["CMD-CLOSE"], "not_allowed"),
        (["CMD-UNDO"], "wrong_state"),
        (["A" * 5000], "unknown_barcode"),
    ],
)
def test_a_wrong_scan_moves_nothing(picked: Floor, codes: list[str], outcome: str) -> None:
    cancel(picked)

    answer = picked.put_back("SO-1", *codes)

    assert (answer["outcome"], answer["remaining"]) == (outcome, 3)
    assert picked.on_hand("LAMP") == {"A-2": 3, "PACK": 2}


@pytest.mark.parametrize("codes", [(), ("CMD-DONE",), ("CMD-UNDO",)])
def test_an_order_that_goes_on_has_nothing_to_put_back(picked: Floor, codes: tuple[str]) -> None:
    answer = picked.put_back("SO-1", *codes, LAMP)

    assert (answer["outcome"], answer["remaining"]) == ("wrong_state", 0)


def test_a_held_orders_units_are_nobodys_but_its_own_on_the_shelf(picked: Floor) -> None:
    hold(picked)
    picked.put_back("SO-1", "CMD-QTY-2", LAMP, "A-2", VASE, "A-3")
    picked.give(orders=orders(wants("SO-9", 5, priority=1)))

    assert broken_rules(picked) == []
    assert open_picking("SO-9", picked.desk)["remaining"] == 3
    hold(picked, on=False)
    assert open_picking("SO-1", picked.desk)["remaining"] == 3
    picked.answers.clear()
    picked.pick("SO-1", LAMP, LAMP, VASE)
    assert picked.outcomes() == ["accepted"] * 3


def test_a_cancelled_orders_units_serve_the_next(picked: Floor) -> None:
    picked.give(orders=orders(wants("SO-2", 5)))
    cancel(picked)

    answer = picked.put_back("SO-1", LAMP, "A-2")

    assert answer["serves"] == [{"order": "SO-2", "quantity": 5}]
    assert "SO-2" in answer["message"]


def test_what_another_order_took_at_packing_does_not_go_back(picked: Floor) -> None:
    cancel(picked)
    picked.give(orders=orders(wants("SO-2", 5)))
    picked.pick("SO-2", "PACK", LAMP)

    assert open_put_back("SO-1", picked.desk)["remaining"] == 2


def test_an_order_released_in_the_middle_keeps_its_units(picked: Floor) -> None:
    hold(picked)
    picked.put_back("SO-1", LAMP)
    hold(picked, on=False)

    answer = picked.put_back("SO-1", "A-2")

    assert (answer["outcome"], answer["remaining"]) == ("wrong_state", 0)
    assert picked.on_hand("LAMP") == {"A-2": 3, "PACK": 2}


def test_held_then_cancelled_frees_what_stands_on_the_shelf_and_at_packing(picked: Floor) -> None:
    hold(picked)
    picked.put_back("SO-1", LAMP, "A-2")
    cancel(picked)

    assert open_put_back("SO-1", picked.desk)["remaining"] == 2
    picked.put_back("SO-1", LAMP, "A-2", VASE, "A-3")
    assert broken_rules(picked) == []
    assert picked.on_hand("LAMP") == {"A-2": 5}


def test_a_put_back_is_taken_back_step_by_step(picked: Floor) -> None:
    hold(picked)

    answer = picked.put_back("SO-1", LAMP, "A-2", "CMD-UNDO", "CMD-UNDO", "CMD-UNDO")

    assert picked.outcomes() == ["accepted"] * 4 + ["wrong_state"]
    assert (answer["remaining"], answer["in_hand"]) == (3, 0)
    assert broken_rules(picked) == []


def test_a_damaged_unit_goes_to_quarantine_at_once(picked: Floor) -> None:
    hold(picked)

    picked.put_back("SO-1", "CMD-DAMAGED", LAMP)

    assert picked.on_hand("LAMP") == {"A-2": 3, "PACK": 1, "QUAR": 1}
    assert broken_rules(picked) == []


def test_a_cut_line_gives_back_what_is_too_much(picked: Floor) -> None:
    cut = "order,line,customer,sku,quantity,ordered_at,quantity_cancelled\n"
    picked.give(orders=f"{cut}SO-1,1,Ann,LAMP,2,2026-03-01,1\n")

    answer = picked.put_back("SO-1", LAMP, "A-2")

    assert (answer["outcome"], answer["remaining"]) == ("accepted", 0)
    assert picked.on_hand("LAMP") == {"A-2": 4, "PACK": 1}
    assert broken_rules(picked) == []


def test_a_unit_from_a_lane_goes_where_put_away_says(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 1)), inbound=inbound("T-1,1,Acme,LAMP,1,2026-03-04,"))
    floor.receive("T-1", LAMP)
    floor.pick("SO-1", LAMP)
    cancel(floor)

    assert open_put_back("SO-1", floor.desk)["next"]["to"] == "A-1"


def test_what_is_in_hand_of_an_ended_sitting_is_taken_again(picked: Floor) -> None:
    cancel(picked)

    answer = picked.put_back("SO-1", LAMP, "CMD-DONE", LAMP, "A-2")

    assert answer["remaining"] == 2
    assert picked.on_hand("LAMP") == {"A-2": 4, "PACK": 1}


def test_two_cancelled_orders_do_not_put_back_the_same_unit(picked: Floor) -> None:
    picked.give(orders=orders(wants("SO-2", 2), wants("SO-3", 2)))
    picked.pick("SO-2", LAMP, LAMP)
    cancel(picked)
    cancel(picked, "SO-2")
    picked.pick("SO-3", "PACK", LAMP, LAMP)

    back = {one.order.number: one.units for one in pick_queue(picked.desk).back}

    assert back == {"SO-1": 3}
    assert open_put_back("SO-2", picked.desk)["remaining"] == 0
    assert picked.put_back("SO-2", LAMP)["outcome"] == "wrong_state"
