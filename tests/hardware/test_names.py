"""The run of ``benchmarks.names``, short: every name is printed or warned of, none is obeyed."""

import pytest

from benchmarks.names import SHORT, active, check, letters, names, said_of
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
