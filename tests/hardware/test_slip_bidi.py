"""Right-to-left text in its order on paper (cases checked against the Unicode annex by hand)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.bidi import base_level, visual_runs


def on_paper(text: str) -> str:
    """Return the letters from left to right."""
    return "".join(run[::-1] if rtl else run for run, rtl in visual_runs(text))


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("abc", "abc"),
        ("אבג", "גבא"),
        ("אב גד", "דג בא"),
        ("abc אבג def", "abc גבא def"),
        ("אבג abc דהו", "והד abc גבא"),
        ("abc אב 12 גד", "abc דג 12 בא"),
        ("אב 12.5 גד", "דג 12.5 בא"),
        ("אב 12-34", "12-34 בא"),
        ("אב +5%", "5%+ בא"),
        ("ab אב, cd", "ab בא, cd"),
        ("אב!", "!בא"),
        ("12 אב", "בא 12"),
        ("مر 12", "12 رم"),
        ("مر 12/34", "12/34 رم"),
        ("", ""),
        ("12", "12"),
    ],
)
def test_a_line_stands_on_paper_as_it_is_read(text: str, paper: str) -> None:
    assert on_paper(text) == paper


@pytest.mark.parametrize(
    ("text", "level"), [("", 0), ("12", 0), ("ab א", 0), ("12 א", 1), ("م", 1)]
)
def test_the_first_letter_gives_the_line_its_direction(text: str, level: int) -> None:
    assert base_level(text) == level


@given(st.text("abאבמم\u066112+-., /%()!\u0301\u200d ", max_size=40))
def test_no_letter_is_lost_or_added(text: str) -> None:
    assert sorted(on_paper(text)) == sorted(text)


@given(st.text("ab12 .,()", max_size=30))
def test_a_line_without_such_letters_is_left_alone(text: str) -> None:
    assert on_paper(text) == text
