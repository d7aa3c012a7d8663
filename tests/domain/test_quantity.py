"""Quantities are whole numbers in plain digits, and nothing that merely resembles them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import BadValueError
from app.domain.quantity import MAX_QUANTITY, parse_quantity


@given(st.integers(0, MAX_QUANTITY))
def test_a_whole_number_in_plain_digits_is_read(number: int) -> None:
    assert parse_quantity(str(number)) == number


@pytest.mark.parametrize("text", ["007", "0000000010"])
def test_zeros_in_front_are_read(text: str) -> None:
    assert parse_quantity(text) == int(text)


@given(st.text(max_size=12))
def test_nothing_but_plain_digits_is_read(text: str) -> None:
    if set(text) <= set("0123456789") and 0 < len(text) <= 10:
        return
    with pytest.raises(BadValueError):
        parse_quantity(text)


@pytest.mark.parametrize(
    ("text", "least", "code"),
    [
        ("0", 1, "too_small"),
        ("1000000001", 0, "too_large"),
        ("9" * 400, 0, "not_a_number"),
        ("1_000", 0, "not_a_number"),
        ("٣", 0, "not_a_number"),
        ("NaN", 0, "not_a_number"),
        ("1e9999999", 0, "not_a_number"),
        ("5\n", 0, "not_a_number"),
    ],
)
def test_a_bad_number_says_why(text: str, least: int, code: str) -> None:
    with pytest.raises(BadValueError) as caught:
        parse_quantity(text, least)

    assert caught.value.code == code
