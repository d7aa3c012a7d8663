"""The run of ``benchmarks.names``, short: every name is printed or warned of, none is obeyed."""

import pytest

from benchmarks.names import (
    SHORT,
    Outcome,
    active,
    check,
    check_slip,
    letters,
    lost_letters,
    names,
    said_of,
)
from hardware.fonts import FontBook
from hardware.slip_pdf import slip_pdf
from hardware.text_block import Style, broken
from tests.hardware.slips import FONTS


@pytest.mark.wrong_input
def test_a_thousand_names_are_printed_or_warned_of_and_never_obeyed() -> None:
    outcome = check(SHORT)

    assert outcome.faults == []
    assert outcome.names == SHORT
    assert outcome.warned > 0
    assert outcome.shortened < SHORT / 20


def test_the_names_are_the_same_each_time_and_others_with_another_seed() -> None:
    assert list(names(50, 1)) == list(names(50, 1)) != list(names(50, 2))


@pytest.mark.wrong_input
@pytest.mark.parametrize(
    "found", ["JavaScript", "OpenAction", "EmbeddedFile", "URI", "Launch", "AA", "Annots"]
)
def test_active_content_would_be_seen(found: str) -> None:
    data, _ = slip_pdf(said_of(["Lamp"]), fonts=FONTS)
    spoilt = data.replace(b"/Type /Catalog", f"/{found} 9 0 R /Type /Catalog".encode())

    assert active(data) == []
    assert active(spoilt) == [found]


@pytest.mark.wrong_input
@pytest.mark.parametrize(
    "name", ["/JavaScript (x)", ") /URI (http://x", "\\) /AA", "endstream /JS"]
)
def test_what_looks_active_in_a_name_stays_text(name: str) -> None:
    data, _ = slip_pdf(said_of([name]), fonts=FONTS)

    assert active(data) == []


@pytest.mark.parametrize(
    ("wanted", "there", "lost"),
    [
        ("Lamp", "Lap", "m"),
        ("Lámp", "Lamp", "á"),
        ("\u0648\u0648", "\u0624", "\u0648"),
        ("\u0648", "\u0624", ""),
        ("Lamp", "Lámp", ""),
    ],
)
def test_a_lost_letter_would_be_seen(wanted: str, there: str, lost: str) -> None:
    assert lost_letters(letters(wanted), letters(there)) == letters(lost)


@pytest.mark.parametrize(
    "name",
    [
        "\u05e3\u05a7",  # marks that the font of the letter has not
        "\u05c0\u05df\u0599\u05a2",
        "\u05d7\u05bb\u05e0\u059c\u05c5\u05b0",
        "\u05ea\u05e1\u05c2\u05e8\u0592\u05bb\u0594\u05bd",
        "\u0622\u06e4",
        "\u068f\u06f3\u0610\u06d1",
        "\u01cb\u065f\u0650\u069e\u0674",
        "\u03bd\u06ea\u0632",
        "\u06b6\u0654\u068c\u0648\u0be7",
        "\u3164",
    ],
)
def test_a_letter_keeps_the_marks_that_few_fonts_have(name: str) -> None:
    outcome = Outcome()

    check_slip([name], FontBook(), outcome)

    assert outcome.faults == []


def test_the_marks_of_a_letter_that_no_font_draws_are_spelt_with_it() -> None:
    book = FontBook()
    book.begin()

    assert book.drawable("a\u0378\u0301b", bold=False) == "aU+0378U+0301b"
    assert book.drawable("a\u0e31\u0301b", bold=False) == "aU+0E31U+0301b"
    assert {0x378, 0x301} <= book.missing


def test_a_line_never_ends_between_a_letter_and_its_mark() -> None:
    book = FontBook()
    book.begin()
    style = Style(9, 11)
    text = "\u30af\u3099" * 20
    for width in range(20, 120):
        lines = list(broken(book, text, style, width))
        assert "".join(lines) == text
        assert not [line for line in lines if line.startswith("\u3099")]
