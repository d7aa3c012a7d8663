"""Texts of a slip as they are stored: printable, capped, and nothing else changed."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.documents import ADDRESS_LINES, NAME_LIMIT, NOTE_LIMIT, cleaned, printable
from tests.hardware.slips import SLIP


def test_a_clean_slip_stays_as_it_is() -> None:
    assert cleaned(SLIP) == SLIP


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x00b", "ab"),
        ("\ud800x\udfff", "x"),
        ("one\r\ntwo\tthree", "one two three"),
        ("\u202eSO-1\u202c", "SO-1"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("\x1b[31mred", "[31mred"),
        ("  much   room  ", "much room"),
        ("\u00a0", ""),
        ("\u3164", ""),
        ("a\u3164\u1160b", "a b"),
    ],
)
def test_what_cannot_be_printed_is_left_out(text: str, kept: str) -> None:
    assert printable(text) == kept


@pytest.mark.parametrize(
    "text", ["<b>&amp;</b>", "می‌خواهم", "👨‍👩‍👧", "e\u0301", "Łódź", "你好", "שלום"]
)
def test_markup_and_every_script_are_kept_to_the_letter(text: str) -> None:
    assert printable(text) == text


@given(st.text(st.characters(), max_size=400))
def test_a_printable_text_is_short_safe_and_stays_the_same(text: str) -> None:
    once = printable(text)

    assert len(once) <= NAME_LIMIT
    assert not {unicodedata.category(letter) for letter in once} & {"Cc", "Cs"}
    assert printable(once) == once
    once.encode("utf-8")


def test_overlong_texts_are_cut_at_their_limits() -> None:
    long = cleaned(replace(SLIP, customer="n" * 5_000, note="t" * 5_000, ship_to=("a",) * 50))

    assert len(long.customer) == NAME_LIMIT
    assert len(long.note) == NOTE_LIMIT
    assert len(long.ship_to) == ADDRESS_LINES


def test_every_text_of_a_slip_is_cleaned() -> None:
    dirty = "\x00dirty\x1b"
    line = replace(SLIP.lines[0], line=dirty, sku=dirty, description=dirty, lots=(dirty, "\x00"))
    due = replace(SLIP.to_come[0], line=dirty, sku=dirty, description=dirty, reason=dirty)
    slip = replace(
        SLIP,
        site_name=dirty,
        site_address=dirty,
        order=dirty,
        shipment=dirty,
        customer=dirty,
        ship_to=(dirty, "\x00"),
        packed_at_text=dirty,
        lines=(line,),
        to_come=(due,),
        carrier=dirty,
        tracking=dirty,
        note=dirty,
        contact=dirty,
        reference=dirty,
    )

    assert "\\x" not in repr(cleaned(slip))
    assert cleaned(slip).ship_to == ("dirty",)
    assert cleaned(slip).lines[0].lots == ("dirty",)
