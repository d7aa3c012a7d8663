"""The run of ``benchmarks.names``, short: every name is printed or warned of, none is obeyed."""

import pytest

from benchmarks.names import (
    SHORT,
    Outcome,
    active,
    check,
    check_slip,
    letters,
    names,
    said_of,
)
from hardware.fonts import FontBook
from hardware.slip_pdf import slip_pdf
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


def test_a_lost_letter_would_be_seen() -> None:
    assert letters("Lamp") - letters("Lap") == letters("m")


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
    assert book.missing == {0x378, 0x301}
