"""Weights, sizes and amounts: exact, carried along, never counted."""

from decimal import Decimal

import pytest

from app.domain.errors import BadValueError
from app.domain.gs1 import Element, Fault, read_element
from app.domain.measures import Measure, plain_number, read_measures
from app.domain.reading import Kind
from app.domain.settings import Settings, with_setting
from app.domain.understanding import understand
from app.texts import sentence
from tests.domain.known_codes import FLOOR, KnownCodes

SERUM = "]C10109501101530003"
HAM = KnownCodes(items={"02302148200006": ("HAM", 1), "02302148210869": ("HAM-OF-1086-G", 1)})


@pytest.mark.parametrize(
    ("ai", "value", "measure"),
    [
        ("3100", "001750", ("1750", "kg")),
        ("3103", "001750", ("1.750", "kg")),
        ("3105", "001750", ("0.01750", "kg")),
        ("3112", "000250", ("2.50", "m")),
        ("3142", "000250", ("2.50", "m2")),
        ("3150", "000002", ("2", "l")),
        ("3161", "000002", ("0.2", "m3")),
        ("3202", "000100", ("1.00", "lb")),
        ("3253", "001000", ("1.000", "ft")),
        ("3302", "012345", ("123.45", "kg")),
        ("3473", "001000", ("1.000", "in")),
        ("3521", "000010", ("1.0", "yd2")),
        ("3660", "000001", ("1", "yd3")),
        ("3922", "1999", ("19.99", "")),
        ("3932", "9781999", ("19.99", "978")),
    ],
)
def test_a_measure_has_its_decimals_and_its_unit(
    ai: str, value: str, measure: tuple[str, str]
) -> None:
    element = read_element(ai, value, 0)

    assert isinstance(element, Element)
    (read,) = read_measures([element])
    assert (str(read.value), read.unit) == measure


@pytest.mark.parametrize("ai", ["01", "10", "37", "410", "8005", "7003"])
def test_what_is_no_measure_is_none(ai: str) -> None:
    assert read_measures([Element(ai, "000123", 0)]) == ()


@pytest.mark.parametrize(
    ("message", "grams"),
    [
        (f"{SERUM}3103001750", "1750"),
        (f"{SERUM}3202000100", "453.59237"),
        (f"{SERUM}3560000001", "31.1034768"),
        (f"{SERUM}3302012345", None),  # the gross weight of a pallet
        (f"{SERUM}3112000250", None),
        (SERUM, None),
    ],
)
def test_a_net_weight_is_told_in_grams_exactly(message: str, grams: str | None) -> None:
    weight = understand(message, FLOOR).weight_g

    assert (None if weight is None else plain_number(weight)) == grams


def test_a_weight_never_makes_a_quantity() -> None:
    reading = understand(f"{SERUM}3103012000", FLOOR)

    assert (reading.units, reading.count, reading.weight_g) == (1, None, Decimal(12000))


def test_a_shops_own_number_is_a_plain_gtin_unless_the_country_is_said() -> None:
    reading = understand("2302148210869", KnownCodes())

    assert (reading.kind, reading.gtin) == (Kind.ITEM, "02302148210869")
    assert reading.weight_g is None


def test_pieces_of_one_product_are_found_whatever_they_weigh() -> None:
    reading = understand("2302148205001", HAM, region="no")

    assert (reading.sku, reading.units, reading.count) == ("HAM", 1, None)
    assert (reading.gtin, reading.weight_g) == ("02302148200006", Decimal(500))


def test_a_shops_own_number_that_the_floor_knows_is_that_product() -> None:
    reading = understand("2302148210869", HAM, region="no")

    assert (reading.sku, reading.weight_g) == ("HAM-OF-1086-G", None)


@pytest.mark.wrong_input
def test_a_wrong_check_digit_of_the_weight_alone_is_bad() -> None:
    right = understand("2811111068708", KnownCodes(), region="de")
    wrong = understand("2811112068707", KnownCodes(), region="de")

    assert right.weight_g == Decimal(6870)
    assert wrong.defect is not None
    assert wrong.defect.fault is Fault.CHECK_DIGIT


def test_money_is_no_weight() -> None:
    assert Measure("", Decimal(3), "SEK").weight_g is None


@pytest.mark.wrong_input
@pytest.mark.parametrize("country", ["us", "sweden", "s e", "*"])
def test_a_country_without_a_known_rule_is_no_setting(country: str) -> None:
    with pytest.raises(BadValueError) as refused:
        with_setting(Settings(), "store_number_region", country)

    assert sentence(refused.value.code, **refused.value.data).startswith(f"{country} is no country")
