"""Carriers' numbers: the right and wrong ones of the public collection, and codes that are none.

The collection (jkeen/tracking_number_data, MIT) is read where it lies; it is not part of the
product.  Its forms without a check digit are left out: nothing about them can be verified.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.domain.barcode import GS
from app.domain.reading import Kind
from app.domain.tracking import FORMS, plain, read_number, recognised
from app.domain.understanding import understand
from tests.domain.known_codes import NOTHING_KNOWN

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "tracking_numbers"
CARRIERS = {
    "canada_post": "Canada Post",
    "dhl": "DHL",
    "dpd": "DPD",
    "fedex": "FedEx",
    "old_dominion": "Old Dominion",
    "ontrac": "OnTrac",
    "purolator": "Purolator",
    "s10": "Post (S10)",
    "ups": "UPS",
    "usps": "USPS",
}
LEFT_OUT = {  # no check digit in the number
    *("Amazon Logistics", "Amazon International", "Canpar (22)", "DHL Express (Piece ID)"),
    *("DHL E-Commerce", "DHL E-Commerce (14)", "GOFO Express (US)", "Landmark Global LTN"),
    *("LaserShip LX", "LaserShip 1LS7 (15)", "LaserShip 1LS7 (18)", "LaserShip 1LSCX (15)"),
    *("Purolator (alpha + 9)", "Spee-Dee (20)", "Yodel", "YunExpress"),
}
UPS, S10, USPS = "1Z879E930346834440", "RB123456785GB", "9400111201080805483016"


def vectors() -> list[tuple[str, str, bool]]:
    """Return (carrier, number, right) of every form with a check digit."""
    found = []
    for path in sorted(FOLDER.glob("*.json")):
        courier = json.loads(path.read_text("utf-8"))
        for form in courier["tracking_numbers"]:
            if form["name"] not in LEFT_OUT:
                carrier = CARRIERS[courier["courier_code"]]
                for word in ("valid", "invalid"):
                    numbers = form["test_numbers"][word]
                    found += [(carrier, number, word == "valid") for number in numbers]
    return found


def test_every_number_of_the_collection_is_judged_as_it_says() -> None:
    if not (cases := vectors()):
        pytest.skip("Carriers' numbers: no ../shared/data/tracking_numbers beside the project")
    judged = {
        (carrier, number): any(
            form.holds(plain(number)) for form in FORMS if form.carrier == carrier
        )
        for carrier, number, _right in cases
    }

    assert judged == {(carrier, number): right for carrier, number, right in cases}
    assert len(cases) > 60


def test_what_is_left_out_has_no_check_digit_in_the_collection() -> None:
    if not FOLDER.is_dir():
        pytest.skip("Carriers' numbers: no ../shared/data/tracking_numbers beside the project")
    forms = [
        form
        for path in FOLDER.glob("*.json")
        for form in json.loads(path.read_text("utf-8"))["tracking_numbers"]
    ]

    assert {form["name"] for form in forms if "checksum" not in form["validation"]} == LEFT_OUT


@pytest.mark.parametrize("number", [UPS, S10, USPS, "9611020987654312345672"])
def test_a_carriers_number_is_known_by_its_form_and_any_other_last_digit_is_wrong(
    number: str,
) -> None:
    place = len(number) - (3 if number.endswith("GB") else 1)
    wrong = {f"{number[:place]}{digit}{number[place + 1 :]}" for digit in "0123456789"} - {number}

    assert recognised(number) is True
    assert {recognised(each) for each in wrong} == {False}
    assert understand(number, NOTHING_KNOWN).kind is Kind.TRACKING
    assert all(understand(each, NOTHING_KNOWN).has_bad_check_digit for each in wrong)


@pytest.mark.parametrize(
    "code",
    [
        *("4006381333931", "14006381333938", "00614141000000012"),
        *("006141410000000012", "790535312317", "7035114477138472", "K1506235620"),
        *("RB123456785XX", "1Z879E93034683444", "CMD-CLOSE", "SO-1001", "", "LAMP"),
        "0104006381333931",
    ],
)
def test_a_code_that_may_be_anything_else_is_no_carriers_number_by_its_form(code: str) -> None:
    assert recognised(code) is None


def test_usps_numbers_are_read_out_of_their_gs1_message() -> None:
    assert understand(f"]C142022153{GS}{USPS}", NOTHING_KNOWN).kind is Kind.TRACKING
    assert understand(f"]C142022153{GS}{USPS[:-1]}7", NOTHING_KNOWN).kind is not Kind.TRACKING


@pytest.mark.parametrize(
    ("text", "carrier"),
    [("7905 3531 2317", "FedEx"), ("73891051146", "DHL"), ("k 150 623 562 0", "UPS")],
)
def test_a_number_that_is_said_to_be_one_is_verified_by_its_carriers_rule(
    text: str, carrier: str
) -> None:
    number = read_number(text)

    assert number is not None
    assert (number.carrier, number.verified) == (carrier, True)


def test_the_carrier_that_is_said_to_fetch_it_comes_first() -> None:
    both = next(
        f"{n:012}"
        for n in range(10**9, 10**10)
        if sum(bool(form.holds(f"{n:012}")) for form in FORMS if form.carrier in BOTH) == 2
    )

    assert [getattr(read_number(both, carrier), "carrier", "") for carrier in BOTH] == list(BOTH)


BOTH = ("FedEx", "Purolator")


@pytest.mark.parametrize(
    "text", ["790535312318", "RB123456786GB", "", "12345", "A B/C?D:E", "ÄÖÜ-123456"]
)
def test_what_cannot_be_a_carriers_number_is_refused(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize("text", ["TBA000000000000", "JJD0099999999"])
def test_a_number_without_a_known_check_digit_is_kept_and_not_verified(text: str) -> None:
    number = read_number(text)

    assert number is not None
    assert not number.verified
