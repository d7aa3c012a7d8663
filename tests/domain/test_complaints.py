"""What people complain of in other programs' reading of codes: each a behaviour of ours."""

import pytest

from app.domain.gs1 import Fault
from app.domain.reading import Kind
from app.domain.understanding import understand
from tests.domain.known_codes import FLOOR, NOTHING_KNOWN, KnownCodes

LOST = "0104150011164140" + "1726013110V10025" + "21JGFMG4P38R"  # its separator is gone
PALLET = "106141412345678908"


def test_a_leading_separator_or_identifier_does_not_hide_the_product() -> None:
    forms = ["\x1d0104006381333931", "]C10104006381333931", "]d20104006381333931"]

    assert [understand(form, FLOOR).sku for form in forms] == ["PEN"] * 3


def test_gtin_date_and_lot_of_one_label_are_told_apart() -> None:
    reading = understand("01040063813339311726123110LOT-1", FLOOR)

    assert (reading.sku, str(reading.expires_on), reading.lot) == ("PEN", "2026-12-31", "LOT-1")


def test_lot_and_serial_are_told_apart_where_the_separator_came_through() -> None:
    reading = understand(LOST.replace("21JG", "\x1d21JG"), NOTHING_KNOWN)

    assert (reading.lot, reading.serial) == ("V10025", "JGFMG4P38R")


@pytest.mark.wrong_input
def test_a_serial_behind_a_lost_separator_is_never_taken_for_lot() -> None:
    reading = understand(LOST, NOTHING_KNOWN)

    assert (reading.kind, reading.lot, reading.serial) == (Kind.BAD, None, None)
    assert reading.defect is not None
    assert reading.defect.fault is Fault.AMBIGUOUS


@pytest.mark.wrong_input
def test_a_label_that_opens_with_its_lot_is_not_cut_by_guess() -> None:
    reading = understand("1021072911172405310100693570007182", NOTHING_KNOWN)

    assert (reading.kind, reading.lot, reading.gtin) == (Kind.UNKNOWN, None, None)


def test_a_company_s_own_field_before_the_lot_ends_at_its_separator() -> None:
    reading = understand("]C190MPT000341\x1d10R20060043", NOTHING_KNOWN)

    assert reading.elements == (("90", "MPT000341"), ("10", "R20060043"))


@pytest.mark.wrong_input
def test_a_bar_in_the_separators_place_is_no_part_of_the_lot() -> None:
    reading = understand("]d2010400638133393110LOT-1|21SER-9", FLOOR)

    assert (reading.kind, reading.lot) == (Kind.BAD, None)


def test_a_case_counts_its_units_and_a_single_one_after_it_counts_one() -> None:
    assert [understand(code, FLOOR).units for code in ("14006381333938", "4006381333931")] == [
        12,
        1,
    ]


@pytest.mark.wrong_input
def test_several_products_of_one_code_are_named_and_none_is_taken() -> None:
    known = KnownCodes(items={"00000001234565": ("GUM", 1), "00012345000065": ("SODA", 1)})

    reading = understand("01234565", known)

    assert (reading.sku, reading.units) == (None, None)
    assert reading.defect is not None
    assert reading.defect.may_be == ("GUM", "SODA")


def test_each_of_a_pallets_three_labels_is_what_it_is() -> None:
    labels = [f"]C100{PALLET}", "]C102040063813339313740", "ASN-1"]

    readings = [understand(label, FLOOR) for label in labels]

    assert [reading.kind for reading in readings] == [Kind.CONTAINER, Kind.UNKNOWN, Kind.ASN]
    assert (readings[1].gtin, readings[1].count) == ("04006381333931", 40)


@pytest.mark.wrong_input
@pytest.mark.parametrize("text", ["400638133393140063", "40063813339314006381333931", "PENPEN"])
def test_two_scans_that_ran_together_are_no_product(text: str) -> None:
    assert understand(text, FLOOR).sku is None


AZERTY, GERMAN, NO_SHIFT = 'éàà-"_&"""ç"&', "ß1ß95ß11ß153ßßß3", "=C1ß1ß95"


@pytest.mark.wrong_input
@pytest.mark.parametrize("text", [AZERTY, GERMAN, NO_SHIFT])
def test_a_code_typed_on_another_keyboard_layout_finds_nothing(text: str) -> None:
    assert understand(text, FLOOR).sku is None
