"""Over, short and damaged: what differs before a receipt is final, why, and reopening."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from app.domain.errors import BadValueError, FloorError, NotFoundError, RefusedError
from app.domain.printing import Handing
from app.services.opening import open_blind, open_receiving, reopen_receiving
from app.services.osd import osd, osd_json, remark_on
from app.services.osd_sheet import make_osd_sheet, print_osd
from app.services.printing import Paperwork
from app.services.setting import change_setting
from app.services.trucks import TruckEvent, take_back, tell_truck
from app.services.verifying import verify
from tests.fakes.printing import FakePrinter

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.osd_sheet import OsdSheet
    from tests.floor import Floor

LAMP, CASE, VASE = "4006381333931", "14006381333938", "4012345678901"
SSCC, OTHER_SSCC = "106141412345678908", "340123450000000000"
HEAD = "asn,line,supplier,sku,quantity,expected_at,purchase_order,sscc\n"
TRUCKS = (
    HEAD
    + f"T-1,1,Acme,LAMP,10,2026-03-04T09:00Z,PO-1,{SSCC}\n"
    + "T-1,2,Acme,VASE,5,2026-03-04T09:00Z,PO-1,\n"
    + "T-2,1,Acme,LAMP,4,2026-03-04T10:00Z,PO-9,\n"
    + "T-3,1,Acme,LAMP,4,2026-03-04T11:00Z,PO-9,\n"
)


@pytest.fixture
def trucks(floor: Floor) -> Floor:
    floor.give(inbound=TRUCKS)
    return floor


class PlainOsd:
    """Writes what a sheet says as text."""

    def write(self, sheet: OsdSheet, target: Path) -> tuple[str, ...]:
        target.write_text(repr(sheet), encoding="utf-8")
        return ()


def no_other(_page: str) -> NoReturn:
    raise AssertionError("a receipt needs its own sheet alone")


def paperwork(printer: FakePrinter) -> Paperwork:
    return Paperwork(no_other, lambda _name: printer, no_other, lambda _page: PlainOsd(), no_other)


def line_of(floor: Floor, asn: str = "T-1", line: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = osd_json(osd(asn, floor.desk))["lines"][line]
    return found


def differs(floor: Floor, asn: str = "T-1", line: int = 0) -> dict[str, Any]:
    names = ("over", "short", "to_come", "damaged", "unexpected", "beyond")
    return {name: value for name, value in line_of(floor, asn, line).items() if name in names}


NOTHING = {"over": 0, "short": 0, "to_come": 0, "damaged": 0, "unexpected": False, "beyond": False}


def test_nothing_is_short_before_the_receipt_is_closed(trucks: Floor) -> None:
    trucks.receive("T-1", CASE)

    assert differs(trucks) == {**NOTHING, "to_come": 4}
    assert not osd("T-1", trucks.desk).closed


def test_closing_makes_the_missing_short_and_says_what_differs(trucks: Floor) -> None:
    answer = trucks.receive("T-1", CASE, "CMD-DAMAGED", VASE, "RUG", "CMD-CLOSE")

    assert answer["message"] == "T-1 is closed. 8 units are short; 1 not announced and 1 damaged."
    assert [row["line"] for row in answer["differences"]] == ["1", "2", "3"]
    assert answer["short"] == answer["totals"]["short"] == 8
    assert differs(trucks, line=2) == {**NOTHING, "over": 1, "unexpected": True, "beyond": True}


def test_done_says_what_differs_and_closes_nothing(trucks: Floor) -> None:
    answer = trucks.receive("T-1", CASE, "CMD-DONE")

    assert [row["to_come"] for row in answer["differences"]] == [4, 5]
    assert osd("T-1", trucks.desk).asn.status == "arrived"


def test_a_receipt_that_came_as_announced_differs_in_nothing(trucks: Floor) -> None:
    answer = trucks.receive("T-1", "CMD-QTY-10", LAMP, "CMD-QTY-5", VASE, "CMD-CLOSE")

    assert answer["message"] == "T-1 is closed. 0 units are short."
    assert (answer["differences"], answer["beyond"]) == ([], False)


def test_what_was_taken_back_differs_no_more(trucks: Floor) -> None:
    trucks.receive("T-1", "CMD-DAMAGED", VASE, "CMD-UNDO")

    assert differs(trucks, line=1) == {**NOTHING, "to_come": 5}


def test_reopening_is_a_new_fact_and_nothing_is_short_until_it_is_closed_again(
    trucks: Floor,
) -> None:
    trucks.receive("T-1", CASE, "CMD-CLOSE")

    opened = reopen_receiving("T-1", trucks.desk)

    assert (opened["remaining"], opened["reopened"]) == (9, True)
    assert differs(trucks) == {**NOTHING, "to_come": 4}
    trucks.receive("T-1", "CMD-QTY-4", LAMP, "CMD-CLOSE")
    found = osd("T-1", trucks.desk)
    assert (found.closed, found.reopened, found.totals.short) == (True, True, 5)
    assert [one.kind for one in found.verdicts] == ["close", "reopen", "close"]


def test_a_reopening_that_was_taken_back_is_none(trucks: Floor) -> None:
    trucks.receive("T-1", CASE, "CMD-CLOSE")
    reopen_receiving("T-1", trucks.desk)

    take_back("T-1", trucks.desk)

    found = osd("T-1", trucks.desk)
    assert (found.closed, found.reopened, found.totals.short) == (True, False, 9)


@pytest.mark.parametrize("before", ["", "cancel"])
def test_only_what_is_closed_can_be_reopened(trucks: Floor, before: str) -> None:
    if before:
        tell_truck("T-1", TruckEvent(before), trucks.desk)

    with pytest.raises(RefusedError) as refused:
        reopen_receiving("T-1", trucks.desk)

    assert refused.value.code == "not_closed"


def test_lots_expiry_and_serials_are_named_with_their_units(trucks: Floor) -> None:
    trucks.receive("T-1", f"]C101{VASE.zfill(14)}17260401" + "10L1", "CMD-DAMAGED", VASE)

    assert line_of(trucks, line=1)["came"] == [
        {"lot": "L1", "expires_on": "2026-04-01", "serial": None, "units": 1, "damaged": 0},
        {"lot": None, "expires_on": None, "serial": None, "units": 1, "damaged": 1},
    ]


def test_a_remark_says_why_and_where_its_picture_lies_even_once_closed(trucks: Floor) -> None:
    trucks.receive("T-1", "CMD-DAMAGED", VASE, "CMD-CLOSE")

    remark_on("T-1", "2", "Crushed", "", trucks.desk)
    remark_on("PO-1", "2", "", "/photos/7.jpg", trucks.desk)

    said = [(one["reason"], one["photo"]) for one in line_of(trucks, line=1)["remarks"]]
    assert said == [("Crushed", None), ("", "/photos/7.jpg")]
    assert all(check.ok for check in verify(trucks.desk))


@pytest.mark.parametrize(
    ("asn", "line", "reason", "photo", "code"),
    [
        ("T-1", "9", "Wet", "", "unknown_asn_line"),
        ("T-8", "1", "Wet", "", "unknown_asn"),
        ("PO-9", "1", "Wet", "", "comes_on_several"),
        ("T-1", "1", " ", "", "bad_reason"),
        ("T-1", "1", "x" * 201, "", "bad_reason"),
        ("T-1", "1", "two\nlines", "", "bad_reason"),
        ("T-1", "1", "Wet", "p" * 501, "bad_photo"),
        ("T-1", "1", "Wet", "a\x1db", "bad_photo"),
    ],
)
def test_a_bad_remark_is_refused_and_leaves_nothing(
    trucks: Floor, asn: str, line: str, reason: str, photo: str, code: str
) -> None:
    with pytest.raises(FloorError) as refused:
        remark_on(asn, line, reason, photo, trucks.desk)

    assert refused.value.code == code
    assert line_of(trucks)["remarks"] == []


@pytest.mark.parametrize("code", ["T-1", "PO-1", SSCC, f"00{SSCC}", f"]C100{SSCC}"])
def test_number_purchase_order_and_carton_open_the_receipt(trucks: Floor, code: str) -> None:
    opened = open_receiving(code, trucks.desk)

    assert opened == {"job": "receive", "number": "T-1", "next": None, "remaining": 15}


@pytest.mark.parametrize("code", ["T-7", "PO-7", "po-1", "", "LAMP", VASE, OTHER_SSCC, "A-1"])
def test_what_nobody_announced_opens_nothing(trucks: Floor, code: str) -> None:
    with pytest.raises(NotFoundError):
        open_receiving(code, trucks.desk)


def test_a_purchase_order_on_two_trucks_names_them(trucks: Floor) -> None:
    with pytest.raises(RefusedError) as refused:
        open_receiving("PO-9", trucks.desk)

    assert refused.value.data == {"value": "PO-9", "asns": "T-2 and T-3"}


def test_of_two_trucks_the_one_that_is_not_closed_is_meant(trucks: Floor) -> None:
    trucks.receive("T-2", "CMD-CLOSE")

    assert open_receiving("PO-9", trucks.desk)["number"] == "T-3"


def test_of_two_trucks_the_closed_one_is_reopened(trucks: Floor) -> None:
    trucks.receive("T-2", "CMD-CLOSE")

    assert reopen_receiving("PO-9", trucks.desk)["number"] == "T-2"


@pytest.mark.parametrize("closed", [(), ("T-2", "T-3")])
def test_of_several_trucks_none_is_reopened_by_guess(
    trucks: Floor, closed: tuple[str, ...]
) -> None:
    for number in closed:
        trucks.receive(number, "CMD-CLOSE")

    with pytest.raises(RefusedError) as refused:
        reopen_receiving("PO-9", trucks.desk)

    assert refused.value.code == "comes_on_several"


@pytest.mark.wrong_input
@pytest.mark.parametrize("count", ["300", "3000", "370"])
def test_a_code_that_says_none_counts_none(trucks: Floor, count: str) -> None:
    answer = trucks.receive("T-1", f"]C101{VASE.zfill(14)}{count}")

    assert (answer["outcome"], answer["quantity"]) == ("not_allowed", 0)
    assert answer["message"].startswith("The code says 0 of Vase.")


def test_a_blind_receipt_takes_what_is_scanned_and_nothing_of_it_is_over(floor: Floor) -> None:
    number = open_blind("Acme", floor.desk)["number"]

    counted = floor.receive(number, CASE)
    closed = floor.receive(number, "CMD-DAMAGED", VASE, "CMD-CLOSE")

    assert number == "BLIND-20260304-1"
    assert counted["message"] == "Counted: 6 Desk lamp"
    assert (counted["expected"], counted["over"], counted["beyond"]) == (0, 6, False)
    assert closed["message"] == f"{number} is closed. Nothing was announced; 7 units came."
    assert (closed["totals"]["over"], closed["totals"]["unexpected"]) == (0, 0)
    assert osd(number, floor.desk).asn.supplier == "Acme"


def test_each_blind_receipt_has_its_own_number(floor: Floor) -> None:
    numbers = [open_blind("", floor.desk)["number"] for _ in range(2)]

    assert numbers == ["BLIND-20260304-1", "BLIND-20260304-2"]


def test_a_truck_that_walked_in_unannounced_is_received_blind(floor: Floor) -> None:
    open_blind("", floor.desk)

    for wrong in ("0000", "A-1", "T-1", "4006381333932"):
        assert floor.receive("BLIND-20260304-1", wrong)["outcome"] != "accepted"
    assert osd("BLIND-20260304-1", floor.desk).lines == ()


@pytest.mark.parametrize(
    ("percent", "units", "beyond"), [(0, 6, True), (20, 6, False), (19, 6, True), (100, 11, True)]
)
def test_more_than_the_tolerance_warns_and_is_accepted(
    trucks: Floor, percent: int, units: int, beyond: bool
) -> None:
    change_setting("over_tolerance", str(percent), trucks.desk)

    answer = trucks.receive("T-1", f"CMD-QTY-{units}", VASE)

    assert (answer["outcome"], answer["quantity"], answer["beyond"]) == ("accepted", units, beyond)
    assert ("within tolerance" in answer["message"]) is not beyond


@pytest.mark.parametrize(("percent", "beyond"), [(0, True), (59, True), (60, False)])
def test_less_than_the_tolerance_is_said_at_the_close(
    trucks: Floor, percent: int, beyond: bool
) -> None:
    change_setting("short_tolerance", f"{percent}%", trucks.desk)

    answer = trucks.receive("T-1", "CMD-QTY-10", LAMP, VASE, VASE, "CMD-CLOSE")

    assert (answer["outcome"], answer["short"], answer["beyond"]) == ("accepted", 3, beyond)
    assert ("1 line beyond tolerance" in answer["message"]) is (percent > 0 and beyond)


@pytest.mark.parametrize("value", ["101", "-1", "a", "1.5", ""])
def test_a_tolerance_is_whole_percent(floor: Floor, value: str) -> None:
    with pytest.raises(BadValueError):
        change_setting("over_tolerance", value, floor.desk)


def test_the_sheet_says_all_that_is_known_of_the_receipt(trucks: Floor) -> None:
    details = {"seal": "S-77", "carrier": "Nordfracht"}
    tell_truck("T-1", TruckEvent("details", details=details), trucks.desk)
    trucks.receive("T-1", CASE, "CMD-DAMAGED", VASE, "CMD-CLOSE")
    reopen_receiving("T-1", trucks.desk)
    remark_on("T-1", "2", "Wet", "/photos/7.jpg", trucks.desk)

    sheet = make_osd_sheet(osd("T-1", trucks.desk), trucks.desk)

    about = dict(sheet.about)
    assert (about["Supplier"], about["Purchase order"], about["Seal"]) == ("Acme", "PO-1", "S-77")
    assert (about["Carrier"], about["Arrived"]) == ("Nordfracht", "2026-03-04 08:00")
    assert sheet.state == "T-1: not closed yet, reopened"
    assert sheet.rows[1].remarks == ("Wet · picture /photos/7.jpg",)
    assert sheet.rows[1].says == "4 to come and 1 damaged"
    assert len(sheet.history) == 2


def test_a_sheet_is_printed_where_slips_are(trucks: Floor) -> None:
    printer = FakePrinter(Handing.DONE)

    said = print_osd(osd("T-1", trucks.desk), trucks.desk, paperwork(printer))

    assert said.startswith("Printed the OS&D of T-1")


@pytest.mark.parametrize("answer", [Handing.TURNED_AWAY, Handing.NO_ANSWER])
def test_a_printer_that_takes_no_sheet_is_told(trucks: Floor, answer: Handing) -> None:
    with pytest.raises(RefusedError) as refused:
        print_osd(osd("T-1", trucks.desk), trucks.desk, paperwork(FakePrinter(answer)))

    assert refused.value.code == "not_printed"
