"""What a carton should weigh, and what may be wrong where it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.expected_weight import Cause, Part, Tolerance, judge
from app.texts.packing import off_words, weight_words

PUMP, HOSE, BOLT = Part("PMP-12", 4, 250), Part("HOSE", 1, 900), Part("BOLT", 0, 12)
PARTS, TARE = (PUMP, HOSE, BOLT), 100  # 2,000 g
STRICT = Tolerance(grams=20)


@pytest.mark.parametrize(
    ("grams", "off"), [(2000, False), (2020, False), (1980, False), (2021, True), (1979, True)]
)
def test_the_limit_itself_is_within_tolerance(grams: int, off: bool) -> None:
    assert judge(PARTS, TARE, grams, STRICT).is_off is off


@pytest.mark.parametrize(
    ("grams", "cause"),
    [
        (1750, Cause("PMP-12", 1, missing=True)),
        (1495, Cause("PMP-12", 2, missing=True)),
        (1090, Cause("HOSE", 1, missing=True)),
        (2250, Cause("PMP-12", 1, missing=False)),
        (2036, Cause("BOLT", 3, missing=False)),
        (1900, None),
        (500, None),
        (9000, None),
    ],
)
def test_the_likeliest_cause_is_the_fewest_units_that_explain_it(
    grams: int, cause: Cause | None
) -> None:
    assert judge(PARTS, TARE, grams, STRICT).cause == cause


def test_what_is_off_is_said_with_its_cause() -> None:
    assert off_words(judge(PARTS, TARE, 1750, STRICT)) == "250 g too light: 1 PMP-12 missing?"
    assert off_words(judge(PARTS, TARE, 3500, STRICT)) == "1.5 kg too heavy."
    assert weight_words(11_840) == "11.84 kg"


@pytest.mark.parametrize("tolerance", [Tolerance(), STRICT])
def test_where_a_weight_is_not_known_nothing_is_checked_and_it_is_named(
    tolerance: Tolerance,
) -> None:
    verdict = judge((PUMP, Part("JAR", 1, None), Part("CUP", 0, None)), TARE, 1, tolerance)

    assert (verdict.expected_g, verdict.is_off, verdict.unknown) == (None, False, ("JAR",))


def test_no_tolerance_checks_nothing() -> None:
    assert not judge(PARTS, TARE, 1, Tolerance()).is_off


def test_of_percent_and_grams_the_larger_counts() -> None:
    assert Tolerance(percent=2, grams=20).of(2000) == 40
    assert Tolerance(percent=2, grams=50).of(2000) == 50


@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(1, 999)), min_size=1, max_size=4),
    st.integers(0, 500),
    st.integers(1, 50),
    st.data(),
)
def test_a_missing_unit_is_within_the_guess_whenever_it_is_heavier_than_the_tolerance(
    rows: list[tuple[int, int]], tare: int, grams: int, data: st.DataObject
) -> None:
    parts = [Part(f"P{place}", *row) for place, row in enumerate(rows)]
    lost = data.draw(st.sampled_from(parts))
    whole = tare + sum(part.units * (part.unit_g or 0) for part in parts)

    verdict = judge(parts, tare, whole - (lost.unit_g or 0), Tolerance(grams=grams))

    assert verdict.is_off is ((lost.unit_g or 0) > grams)
    assert (verdict.cause is not None) is verdict.is_off
