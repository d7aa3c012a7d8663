"""What pickers complain of in other programs' trackers does not happen here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.services.picking import open_picking
from app.services.setting import change_setting
from tests.floor import inbound, orders, stock, wants

if TYPE_CHECKING:
    from tests.floor import Floor

LAMP, CASE, VASE = "4006381333931", "14006381333938", "4012345678901"


@pytest.fixture
def seven(floor: Floor) -> Floor:
    """SO-1 wants seven lamps of nine in A-1, and a vase that a truck brings."""
    floor.give(
        orders=orders(wants("SO-1", 7), wants("SO-1", 1, "VASE", line=2)),
        stock=stock("A-1,LAMP,9,,"),
        inbound=inbound("T-1,1,Acme,VASE,4,2026-03-04T09:00Z,"),
    )
    return floor


@pytest.mark.parametrize("wrong", ["RUG", "A-2", "9999999999994", "CMD-REASON-1"])
def test_the_scan_after_a_wrong_one_forces_nothing(seven: Floor, wrong: str) -> None:
    seven.pick("SO-1", wrong, LAMP)

    assert seven.on_hand("LAMP") == {"A-1": 8, "PACK": 1}
    assert seven.on_hand("RUG") == {}


def test_taking_the_last_scan_back_takes_its_effect_back(seven: Floor) -> None:
    seven.pick("SO-1", CASE, "CMD-UNDO")

    assert seven.on_hand("LAMP") == {"A-1": 9}


def test_a_case_of_six_and_a_single_are_seven(seven: Floor) -> None:
    answer = seven.pick("SO-1", CASE, LAMP)

    assert (answer["remaining"], seven.on_hand("LAMP")) == (0, {"A-1": 2, "PACK": 7})


@pytest.mark.parametrize("between", ["CMD-DONE", "RUG", "A-3", "CMD-CANCEL"])
def test_a_half_done_line_is_as_far_as_it_was(seven: Floor, between: str) -> None:
    seven.pick("SO-1", "CMD-QTY-4", LAMP, between)

    assert open_picking("SO-1", seven.desk)["remaining"] == 3


def test_what_arrives_later_makes_a_second_pick(seven: Floor) -> None:
    seven.pick("SO-1", "CMD-QTY-7", LAMP)
    seven.pack("SO-1", "CMD-QTY-7", LAMP, "CMD-CLOSE")
    seven.receive("T-1", VASE)

    opened = open_picking("SO-1", seven.desk)

    assert (opened["remaining"], opened["next"]["sku"]) == (1, "VASE")
    assert seven.pick("SO-1", VASE)["outcome"] == "accepted"


def test_a_short_pick_of_nothing_is_one_scan_and_no_box(seven: Floor) -> None:
    answer = seven.pick("SO-1", "CMD-SHORT")

    assert (answer["outcome"], answer["quantity"], answer["next"]) == ("accepted", 0, None)
    assert seven.on_hand("LAMP") == {"A-1": 9}


def test_two_pickers_are_never_sent_for_the_same_unit(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 5), wants("SO-2", 5)), stock=stock("A-1,LAMP,7,,"))
    floor.pick("SO-2", LAMP)

    left = [open_picking(order, floor.desk)["remaining"] for order in ("SO-1", "SO-2")]

    assert left == [5, 1]


def test_a_question_never_takes_the_next_scan_for_its_answer(seven: Floor) -> None:
    change_setting("zero_check", "on", seven.desk)
    seven.give(stock=stock("A-2,LAMP,1,,", "A-1,LAMP,2,,"))

    seven.pick("SO-1", "CMD-QTY-2", LAMP, LAMP)

    assert seven.on_hand("LAMP") == {"PACK": 3}
