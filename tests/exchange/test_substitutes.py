"""The column of substitutes: what it may say, and that it comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.rows import Substitute
from app.exchange.substitutes import (
    BadSubstituteError,
    read_substitutes,
    split_substitutes,
    substitutes_text,
)

KNOWN = frozenset({"TEA", "MUG", "TEA*2", "A*B"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("MUG;TEA", (Substitute("MUG"), Substitute("TEA"))),
        ("MUG*3", (Substitute("MUG", 3),)),
        ("MUG*1/6", (Substitute("MUG", 1, 6),)),
        (" MUG * 2 / 3 ;; MUG*4/6", (Substitute("MUG", 2, 3),)),
        ("TEA*2", (Substitute("TEA*2"),)),
        ("TEA*2/1", (Substitute("TEA", 2),)),
        ("TEA*2*2;A*B*3", (Substitute("TEA*2", 2), Substitute("A*B", 3))),
        ("A*B", (Substitute("A*B"),)),
    ],
)
def test_an_entry_names_a_product_and_a_ratio(text: str, found: tuple[Substitute, ...]) -> None:
    assert read_substitutes(split_substitutes(text), KNOWN) == found


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("GONE", "unknown_sku", "GONE"),
        ("GONE*2", "unknown_sku", "GONE"),
        ("tea", "unknown_sku", "tea"),
        ("*2", "unknown_sku", "*2"),
        ("MUG*", "bad_ratio", "MUG*"),
        ("MUG*0", "bad_ratio", "MUG*0"),
        ("MUG*-1", "bad_ratio", "MUG*-1"),
        ("MUG*1.5", "bad_ratio", "MUG*1.5"),
        ("MUG*1/0", "bad_ratio", "MUG*1/0"),
        ("MUG*1/2/3", "bad_ratio", "MUG*1/2/3"),
        ("MUG*٣", "bad_ratio", "MUG*٣"),
        ("MUG*1000000001", "bad_ratio", "MUG*1000000001"),
        ("MUG*99999999999999999999", "bad_ratio", "MUG*99999999999999999999"),
        ("MUG;MUG*2", "two_ratios", "MUG"),
    ],
)
def test_a_bad_entry_is_named(text: str, code: str, value: str) -> None:
    with pytest.raises(BadSubstituteError) as error:
        read_substitutes(split_substitutes(text), KNOWN)

    assert (error.value.code, error.value.value) == (code, value)


RATIOS = st.integers(1, 50)
SUBSTITUTES = st.lists(
    st.builds(Substitute, st.sampled_from(sorted(KNOWN)), RATIOS, RATIOS),
    unique_by=lambda one: one.sku,
)


@given(SUBSTITUTES)
def test_what_is_written_is_read_again_in_its_lowest_terms(found: list[Substitute]) -> None:
    again = read_substitutes(split_substitutes(substitutes_text(found, KNOWN)), KNOWN)

    assert [one.sku for one in again] == [one.sku for one in found]
    for one, other in zip(again, found, strict=True):
        assert one.units * other.replaces == other.units * one.replaces
    assert substitutes_text(again, KNOWN) == substitutes_text(
        read_substitutes(split_substitutes(substitutes_text(again, KNOWN)), KNOWN), KNOWN
    )
