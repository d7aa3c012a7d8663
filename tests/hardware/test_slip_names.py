"""Names from outside on a slip: printed to the letter, obeyed never."""

import unicodedata
from collections import Counter
from dataclasses import replace
from time import perf_counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.documents import PackingSlip, SlipLine, printable
from tests.hardware.slips import FONTS, SLIP, Printed, squeezed

MARKUP = (
    *("<b>bold</b>", "<img src=/etc/hostname>", '<img src="file:///etc/passwd"/>', "<a href='x'>"),
    *("Nuts & Bolts <M8", "&amp; &#x41; &lt;", "</para><para>", "<!--", "]]>", "<font size=99>"),
    *('"quoted"', "O'Brien", "{{7*7}}", "%(name)s", "${HOME}", "$(reboot)", "\\n\\x00", "(Tj) ET"),
    *(
        "<onDraw name=x label=y/>",
        "[[[getattr(pow,'__globals__')]]]",
        "=cmd|'/c calc'!A0",
        "~JR^XZ",
    ),
)
SCRIPTS = (
    *("Łódź żółć", "Ελλάδα", "Київ", "ქართული", "Հայաստան", "שלום עולם", "مرحبا بالعالم"),
    *("لا إله", "नमस्ते", "বাংলা", "தமிழ்", "ไทย", "한국어", "日本語", "你好世界", "አማርኛ", "ខ្មែរ"),
    *("😀", "📦", "❤️", "👨‍👩‍👧", "e\u0301te\u0301", "ﬁﬂ", "①②③", "½ × ≤ ±", "𒀀", "\ue000"),
)
LETTERS = st.one_of(
    st.sampled_from(MARKUP),
    st.sampled_from(SCRIPTS),
    st.text(max_size=20),
    st.text("<>&/'\"=;[]{}()%\\-.,: abcXYZ0123456789äßçøł", max_size=60),
)
NAMES = st.lists(LETTERS, min_size=1, max_size=4).map(" ".join)


def named(name: str) -> PackingSlip:
    """Return a slip whose customer, carrier, note and products, replaced or not, have the name."""
    line = SlipLine("1", "SKU-1", name, 1, 0, 1, in_place_of=name)
    return replace(SLIP, customer=name, carrier=name, note=name, lines=(line,))


def as_printed(name: str) -> str:
    """Return what paper is to say: the clean name, with code points no font has spelt out."""
    return squeezed(FONTS.drawable(printable(name), False))


@pytest.mark.parametrize("name", MARKUP)
def test_markup_in_a_name_is_printed_and_not_obeyed(name: str) -> None:
    printed = Printed(named(name))

    assert printed.text.count(squeezed(name)) >= 5
    assert printed.images == 0
    assert printed.warnings == ()


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_name_in_any_script_is_printed_or_spelt_out_with_a_warning(name: str) -> None:
    printed = Printed(named(name))

    spelt = as_printed(name) != squeezed(name)
    assert letters(as_printed(name)) <= letters(printed.text)
    assert bool(printed.warnings) == spelt


@pytest.mark.parametrize(
    "name", ["שלום עולם", "مرحبا بالعالم", "لا إله", "Łódź", "你好世界", "📦 8"]
)
def test_a_reader_of_the_file_finds_the_name_in_its_own_order(name: str) -> None:
    printed = Printed(named(name))

    if not printed.warnings:
        assert squeezed(name) in printed.text


@settings(max_examples=60)
@given(NAMES)
@example("\x00\x01\ud800\udfff\u202e\ufeff")
@example("A\u200d" * 60)
@example("\u0301" * 200)
@example("שלום (12) abc " * 12)
def test_no_name_keeps_a_slip_from_printing_or_brings_in_a_picture(name: str) -> None:
    printed = Printed(named(name))

    assert printed.images == 0
    assert letters(as_printed(name)) <= letters(printed.text)


@settings(max_examples=60)
@given(st.text("<>&/'\"=;[]{}()%\\-.,: abcXYZ0123456789äßçøłĄŐ", max_size=150))
def test_every_latin_name_can_be_found_in_the_file_letter_by_letter(name: str) -> None:
    printed = Printed(named(name))

    assert squeezed(printable(name)) in printed.text


@pytest.mark.parametrize("name", ["🧿" * 150, "\U000e0fff", "\ue000 part"])
def test_a_letter_without_a_font_is_spelt_out_and_warned_of(name: str) -> None:
    printed = Printed(named(name))

    if as_printed(name) != squeezed(name):
        assert f"U+{ord(name[0]):04X}" in printed.text
        assert f"U+{ord(name[0]):04X}" in printed.warnings[0]


def test_a_huge_text_is_capped_and_does_not_hold_up_the_printer() -> None:
    huge = "word " * 200_000
    began = perf_counter()

    printed = Printed(replace(named(huge), note=huge))

    assert printed.text.count("word") < 1_000
    assert perf_counter() - began < 60  # uncapped it takes minutes


def letters(text: str) -> Counter[str]:
    """Count what pdfium is bound to find in any line.

    In right-to-left lines it mirrors signs and turns surrogate pairs round; it takes ligatures
    apart everywhere.
    """
    plain = unicodedata.normalize("NFKC", text)
    return Counter(letter for letter in plain if letter.isalnum() and letter <= "\uffff")
