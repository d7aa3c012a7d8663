"""Forms of codes: blanks, AIM identifiers, GTIN keys, check digits, UPC-E."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.barcode import (
    GS,
    barcode_key,
    check_digit_holds,
    clean,
    expand_upc_e,
    gtin_key,
    is_digits,
    is_sscc,
    split_aim,
)
from tests.domain.known_codes import arabic, full_width


@pytest.mark.parametrize(
    ("text", "aim", "code"),
    [
        ("]C10109501101530003", "]C1", "0109501101530003"),
        (" \t]E04006381333931\r\n", "]E0", "4006381333931"),
        ("  A-01-01 ", "", "A-01-01"),
        ("]", "", "]"),
        ("]C", "", "]C"),
        ("]1C4006381333931", "", "]1C4006381333931"),
        ("4006]C1381333931", "", "4006]C1381333931"),
        (f"{GS}10LOT{GS}", "", f"{GS}10LOT{GS}"),
        ("", "", ""),
    ],
)
def test_blanks_around_and_one_aim_identifier_are_stripped_and_no_more(
    text: str, aim: str, code: str
) -> None:
    assert split_aim(text) == (aim, code)
    assert clean(text) == code


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("4006381333931", "04006381333931"),
        ("012345678905", "00012345678905"),
        ("0012345678905", "00012345678905"),
        ("96385074", "00000096385074"),
        ("14006381333938", "14006381333938"),
        (" ]E04006381333931 ", "04006381333931"),
    ],
)
def test_a_gtin_is_known_by_its_fourteen_digit_form(text: str, key: str) -> None:
    assert barcode_key(text) == key


@pytest.mark.parametrize(
    "text",
    [
        "1234567",
        "123456789",
        "40063813339312",
        arabic("40063813"),
        "4006381333931²",
        "PEN-0001",
        "",
    ],
)
def test_what_is_no_gtin_is_known_by_its_own_text(text: str) -> None:
    assert barcode_key(text) == text or gtin_key(text) == text


@pytest.mark.wrong_input
@pytest.mark.parametrize(
    "digits", [arabic("3"), full_width("4006381333931"), "²", "1_000", "+1", "-1", " 1", "1.0"]
)
def test_only_ascii_digits_are_digits(digits: str) -> None:
    assert not is_digits(digits)
    assert gtin_key(digits) is None
    assert not is_sscc(digits)


@given(st.text("0123456789", min_size=1, max_size=17))
def test_exactly_one_check_digit_holds(body: str) -> None:
    assert sum(check_digit_holds(f"{body}{digit}") for digit in range(10)) == 1


@given(st.text("0123456789", min_size=7, max_size=17), st.data())
def test_one_misread_digit_is_always_found(body: str, data: st.DataObject) -> None:
    right = next(code for digit in range(10) if check_digit_holds(code := f"{body}{digit}"))
    place = data.draw(st.integers(0, len(right) - 1))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != right[place]]))

    assert not check_digit_holds(right[:place] + other + right[place + 1 :])


@given(st.text("0123456789", min_size=8, max_size=14))
def test_padding_with_zeros_changes_neither_key_nor_check_digit(digits: str) -> None:
    padded = digits.zfill(14)

    assert gtin_key(padded) == padded
    assert check_digit_holds(digits) == check_digit_holds(padded)


@pytest.mark.parametrize(
    ("short", "upc_a"),
    [
        ("04252614", "042100005264"),
        ("01234565", "012345000065"),
        ("01234532", None),
        ("24252614", None),
        ("0425261", None),
        ("0425261x", None),
        ("96385074", None),
    ],
)
def test_a_upc_e_is_expanded_only_where_its_check_digit_holds(
    short: str, upc_a: str | None
) -> None:
    assert expand_upc_e(short) == upc_a


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("04252614", "00042100005264"),  # a UPC-E alone, by its check digit
        ("042100005264", "00042100005264"),
        ("01234565", "00000001234565"),  # a GTIN-8 too: only its symbol could say
        ("96385073", "00000096385073"),  # neither
        ("425261", "425261"),
    ],
)
def test_a_upc_e_is_kept_as_its_expansion_where_it_can_be_nothing_else(text: str, key: str) -> None:
    assert barcode_key(text) == key
