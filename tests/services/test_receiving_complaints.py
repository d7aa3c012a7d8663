"""What people complain of in other programs' receiving: each a behaviour of ours."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from app.domain.scan import Scan
from app.services.job_views import receipt_view
from app.services.jobs import take_scan
from app.services.opening import open_receiving
from app.services.osd import osd
from app.services.receiving import ReceivingRoom
from tests.floor import inbound

if TYPE_CHECKING:
    from tests.floor import Floor

LAMP, CASE, VASE = "4006381333931", "14006381333938", "4012345678901"
WRONG = ("4099887766556", "VASE?", "A-1", "T-2", "CMD-SHORT")


@pytest.fixture
def truck(floor: Floor) -> Floor:
    lines = ("T-1,1,Acme,LAMP,10,2026-03-04T09:00Z,", "T-1,2,Acme,VASE,5,2026-03-04T09:00Z,")
    floor.give(inbound=inbound(*lines, "T-2,1,Acme,LAMP,4,2026-03-05T09:00Z,"))
    return floor


def received(floor: Floor) -> list[int]:
    return [line.received for line in osd("T-1", floor.desk).lines]


def test_counts_begin_at_none_and_what_nobody_scanned_did_not_come(truck: Floor) -> None:
    opened = open_receiving("T-1", truck.desk)
    assert (opened["remaining"], received(truck)) == (15, [0, 0])

    truck.receive("T-1", "CMD-CLOSE")

    assert (received(truck), osd("T-1", truck.desk).totals.short) == ([0, 0], 15)


def test_closing_half_a_line_adds_nothing_to_what_came(truck: Floor) -> None:
    answer = truck.receive("T-1", "CMD-QTY-5", LAMP, "CMD-CLOSE")

    assert (received(truck), answer["short"]) == ([5, 0], 10)


def test_a_case_of_six_and_a_single_one_are_seven(truck: Floor) -> None:
    truck.receive("T-1", CASE, LAMP)

    assert received(truck) == [7, 0]


def test_each_of_ten_equal_units_counts(truck: Floor) -> None:
    answer = truck.receive("T-1", *[LAMP] * 10)

    assert (received(truck), answer["received"], answer["over"]) == ([10, 0], 10, 0)


@pytest.mark.wrong_input
def test_one_scan_that_is_sent_again_counts_once(truck: Floor) -> None:
    open_receiving("T-1", truck.desk)
    scan = Scan(uuid.uuid4().hex, LAMP)

    answers = [take_scan(ReceivingRoom(), "T-1", scan, truck.desk) for _ in range(3)]

    assert (received(truck), len({answer["received"] for answer in answers})) == ([1, 0], 1)


@pytest.mark.wrong_input
@pytest.mark.parametrize("wrong", WRONG)
def test_the_scan_after_a_refused_one_confirms_nothing_of_it(truck: Floor, wrong: str) -> None:
    refused = truck.receive("T-1", wrong)
    truck.receive("T-1", LAMP)

    assert refused["outcome"] != "accepted"
    assert received(truck) == [1, 0]


@pytest.mark.wrong_input
@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_scan_loses_no_count_and_adds_no_line(truck: Floor, wrong: str) -> None:
    truck.receive("T-1", CASE, VASE)

    truck.receive("T-1", wrong)

    assert received(truck) == [6, 1]


def test_opening_a_half_done_receipt_again_adds_nothing_and_loses_nothing(truck: Floor) -> None:
    truck.receive("T-1", CASE, "CMD-DONE")

    for _ in range(3):
        open_receiving("T-1", truck.desk)
    truck.receive("T-1", LAMP)

    assert received(truck) == [7, 0]


def test_what_is_taken_back_is_gone_from_count_and_stock_alike(truck: Floor) -> None:
    truck.receive("T-1", CASE, LAMP, "CMD-UNDO")
    assert (received(truck), truck.on_hand("LAMP")) == ([6, 0], {"DOCK": 6})

    truck.receive("T-1", "CMD-UNDO")

    assert (received(truck), truck.on_hand("LAMP")) == ([0, 0], {})


@pytest.mark.wrong_input
def test_nothing_to_take_back_is_said_and_not_passed_over(truck: Floor) -> None:
    answer = truck.receive("T-1", "CMD-UNDO")

    assert answer["outcome"] == "wrong_state"
    assert answer["message"]


def test_what_has_come_is_stock_on_its_dock_before_anybody_puts_it_away(truck: Floor) -> None:
    truck.receive("T-1", CASE)

    assert truck.on_hand("LAMP") == {"DOCK": 6}


def test_more_than_announced_is_counted_and_no_hard_stop(truck: Floor) -> None:
    answer = truck.receive("T-1", "CMD-QTY-12", LAMP)

    assert (answer["outcome"], answer["over"], received(truck)) == ("accepted", 2, [12, 0])


def test_what_came_in_part_is_no_line_of_a_finished_truck(truck: Floor) -> None:
    truck.receive("T-1", CASE, "CMD-DONE")

    view = receipt_view("T-1", truck.desk)

    assert (view.asn.status, view.asn.remaining) == ("arrived", 9)


@pytest.mark.wrong_input
def test_an_unknown_code_is_named_in_its_refusal(truck: Floor) -> None:
    answer = truck.receive("T-1", "4099887766559")

    assert "4099887766559" in answer["message"]
