"""The numbers on a slip, read back from the rendered paper as a scanner reads them."""

import string
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.units import mm

from hardware.code128 import BAR_HEIGHT, GOOD_X, LEAST_X, QUIET, SMALL_X, modules
from hardware.slip_pdf import PageSize
from tests.hardware.slips import SLIP, Printed, long_slip


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_a_scanner_reads_order_and_shipment_from_the_paper(page: PageSize, dpi: int) -> None:
    codes = Printed(SLIP, page).codes(0, dpi)

    assert [text for text, _ in codes] == ["SH-10388-2", "SO-10388"]
    assert all("128" in kind for _, kind in codes)


def test_every_page_of_a_long_slip_can_be_scanned() -> None:
    printed = Printed(long_slip(70, 20))

    read = [[text for text, _ in printed.codes(page, 203)] for page in range(len(printed))]

    assert read == [["SH-10388-2", "SO-10388"]] * len(printed)
    assert len(read) > 2


@settings(max_examples=12)
@given(st.text(string.ascii_uppercase + string.digits + "-/. ", min_size=1, max_size=24))
def test_any_number_of_usual_length_reads_back_letter_by_letter(number: str) -> None:
    number = "-".join(number.split()) or "1"

    printed = Printed(replace(SLIP, order=f"O{number}", shipment=f"S{number}"))

    assert [text for text, _ in printed.codes(0, 300)] == [f"O{number}", f"S{number}"]
    assert printed.warnings == ()


def test_numbers_too_long_for_two_columns_stand_one_below_the_other() -> None:
    order, shipment = "ORDER-2026-ABCDEFGH-000017", "SHIPMENT-2026-ABCDEFGH-000017-2"

    printed = Printed(replace(SLIP, order=order, shipment=shipment))

    assert [text for text, _ in printed.codes(0, 203)] == [order, shipment]
    assert printed.warnings == ()


def test_a_very_long_number_is_narrowed_as_far_as_it_still_reads_and_warned_of() -> None:
    order = "PROJECT-NORTH-HARBOUR-PHASE-TWO-LOT-7-KXQZ-SECOND-CALL"

    printed = Printed(replace(SLIP, order=order))

    assert order in [text for text, _ in printed.codes(0, 300)]
    assert "its barcode is narrow" in printed.warnings[0]


def test_a_number_too_long_for_the_page_is_text_alone_with_a_warning() -> None:
    order = "X" * 90

    printed = Printed(replace(SLIP, order=order))

    assert [text for text, _ in printed.codes(0, 300)] == ["SH-10388-2"]
    assert order in printed.text
    assert "too long for the page" in printed.warnings[0]


@pytest.mark.parametrize("order", ["Ø-12", "SO-😀", "A\xf1B", "", "\x00", "٣٤"])
def test_a_number_that_code_128_cannot_carry_is_text_alone_with_a_warning(order: str) -> None:
    printed = Printed(replace(SLIP, order=order))

    assert [text for text, _ in printed.codes(0, 300)] == ["SH-10388-2"]
    assert any("Code 128 cannot carry" in warning for warning in printed.warnings)


@pytest.mark.parametrize("code", ["\xf1", "\xf4", "é", "\x1d", "\n", "a\x7f", ""])
def test_function_codes_and_control_characters_are_never_bars(code: str) -> None:
    assert modules(code) == ""


def test_bars_keep_the_measures_of_the_house() -> None:
    assert pytest.approx(14 * mm) == BAR_HEIGHT
    assert GOOD_X >= SMALL_X >= 0.33 * mm > LEAST_X >= 0.25 * mm
    assert QUIET == 10
