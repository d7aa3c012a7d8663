"""The next number is written like the last one, and is nobody's yet."""

import pytest

from app.domain.numbering import FIRST, next_number


@pytest.mark.parametrize(
    ("known", "follows"),
    [
        (("PU-8", "PU-12", "PU-9"), "PU-13"),
        (("A-1", "PU-009"), "PU-010"),
        (("77",), "78"),
        (("PU-99",), "PU-100"),
    ],
)
def test_the_highest_of_its_kind_goes_before(known: tuple[str, ...], follows: str) -> None:
    assert next_number(known) == follows


@pytest.mark.parametrize(
    "known",
    [(), ("Friday",), ("PU-",), ("WK/2026-03-04",), ("PU-٣",), ("1234567890/",), ("PU 7 b",)],
)
def test_what_has_no_number_is_not_counted_on(known: tuple[str, ...]) -> None:
    assert next_number(known) == FIRST
