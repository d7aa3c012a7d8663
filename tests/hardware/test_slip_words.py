"""The sentences of a slip, in each of its languages."""

from dataclasses import fields, replace
from datetime import date
from string import Formatter

import pytest

from app.domain.documents import LineToCome, PackingSlip, SlipWords, WhichCarton
from app.texts.slips import CATALOGUES, reason_sentence, say
from app.texts.slips.catalogue import REASONS
from tests.hardware.slips import SLIP

NOV_1, NOV_25, NOV_26, DEC_2, JAN_2 = (
    date(2026, 11, 1),
    date(2026, 11, 25),
    date(2026, 11, 26),
    date(2026, 12, 2),
    date(2027, 1, 2),
)


def said(slip: PackingSlip) -> SlipWords:
    return say(slip)


def due(first: date | None, last: date | None, language: str = "en") -> str:
    line = LineToCome("1", "A", "Lamp", 1, first, last)
    return said(replace(SLIP, to_come=(line,), language=language)).due[0].replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (NOV_25, NOV_25, "25 November 2026"),
        (NOV_25, NOV_26, "25\u201326 November 2026"),
        (NOV_25, DEC_2, "25 November \u2013 2 December 2026"),
        (NOV_25, JAN_2, "25 November 2026 \u2013 2 January 2027"),
        (DEC_2, NOV_25, "2 December 2026"),
        (None, None, "no date yet"),
        (NOV_25, None, "from 25 November 2026"),
        (None, DEC_2, "by 2 December 2026"),
    ],
)
def test_the_expected_day_or_range_is_plain(
    first: date | None, last: date | None, text: str
) -> None:
    assert due(first, last) == text


@pytest.mark.parametrize(
    ("language", "first", "last", "text"),
    [
        ("de", NOV_25, NOV_26, "25.\u201326. November 2026"),
        ("de", NOV_25, DEC_2, "25. November \u2013 2. Dezember 2026"),
        ("es", NOV_25, NOV_26, "25\u201326 de noviembre de 2026"),
        ("es", NOV_25, DEC_2, "25 de noviembre \u2013 2 de diciembre de 2026"),
        ("fr", NOV_1, NOV_26, "1er\u201326 novembre 2026"),
        ("fr", NOV_1, NOV_1, "1er novembre 2026"),
        ("fr", NOV_25, JAN_2, "25 novembre 2026 \u2013 2 janvier 2027"),
        ("de", None, None, "noch kein Termin"),
        ("es", None, DEC_2, "hasta el 2 de diciembre de 2026"),
        ("fr", NOV_25, None, "à partir du 25 novembre 2026"),
    ],
)
def test_days_are_written_as_people_write_them(
    language: str, first: date | None, last: date | None, text: str
) -> None:
    assert due(first, last, language) == text


@pytest.mark.parametrize(
    ("limit", "text"), [(3, "of up to 3"), (2, "of up to 2"), (1, "of 1"), (None, "")]
)
def test_the_ordinal_says_how_many_there_can_be(limit: int | None, text: str) -> None:
    assert said(replace(SLIP, shipment_limit=limit)).which_shipment == text


def test_the_last_shipment_says_that_nothing_follows() -> None:
    words = said(replace(SLIP, to_come=(), earlier=()))

    assert words.before_and_after == "Nothing more is to come."


def test_a_first_shipment_never_speaks_of_an_earlier_one() -> None:
    words = said(replace(SLIP, shipment_count=1)).before_and_after

    assert "left on" not in words
    assert "to come" in words


@pytest.mark.parametrize(
    ("limit", "lines", "text"),
    [
        (3, 1, "It leaves as shipment 3, the last one. We will write to you when it ships"),
        (3, 2, "They leave as shipment 3, the last one. We will write to you when they ship"),
        (9, 1, "It leaves with a later shipment."),
        (None, 1, "It leaves with a later shipment."),
    ],
)
def test_how_the_rest_follows(limit: int | None, lines: int, text: str) -> None:
    slip = replace(SLIP, shipment_limit=limit, to_come=SLIP.to_come * lines)

    assert said(slip).how_it_follows.startswith(text)


@pytest.mark.parametrize("undated", [1, 2])
def test_nothing_without_a_date_is_said_to_leave(undated: int) -> None:
    due = SLIP.to_come[0]
    never = replace(due, expected_from=None, expected_to=None)
    to_come = (due, never) if undated == 1 else (never, never)

    words = said(replace(SLIP, to_come=to_come)).how_it_follows

    assert "leave" not in words
    assert words.startswith("We will write to you when")


@pytest.mark.parametrize(
    ("language", "count", "weight", "text"),
    [
        ("en", 1, 12_360, "1 carton, 12.36 kg"),
        ("en", 2, 900, "2 cartons, 0.90 kg"),
        ("en", 1, 1, "1 carton, 0.001 kg"),
        ("en", 3, 0, "3 cartons, 0.00 kg"),
        ("en", 1, None, "1 carton"),
        ("de", 2, 12_360, "2 Pakete, 12,36 kg"),
        ("es", 1, 900, "1 bulto, 0,90 kg"),
        ("es", 1_000_000, None, "1000000 bultos"),
        ("fr", 2, 1, "2 colis, 0,001 kg"),
    ],
)
def test_weight_is_in_kilograms_to_the_gram(
    language: str, count: int, weight: int | None, text: str
) -> None:
    slip = replace(SLIP, language=language, cartons=count, weight_g=weight)

    assert said(slip).cartons.replace("\u00a0", " ") == text


def test_what_is_not_known_is_not_said() -> None:
    silent = said(replace(SLIP, contact="", packed_at_text=""))

    assert (silent.whom_to_ask, silent.packed) == ("", "")


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [
        ("en", "Serial 7", "Serials 7, 8"),
        ("es", "Número de serie 7", "Números de serie 7, 8"),
        ("de", "Seriennummer 7", "Seriennummern 7, 8"),
        ("fr", "Numéro de série 7", "Numéros de série 7, 8"),
    ],
)
def test_one_serial_and_two_have_their_own_form(language: str, one: str, two: str) -> None:
    line = SLIP.lines[0]
    lines = (replace(line, serials=("7",)), replace(line, serials=("7", "8")))

    assert said(replace(SLIP, language=language, lines=lines)).under == ((one,), (two,))


@pytest.mark.parametrize("language", CATALOGUES)
def test_every_language_fills_in_what_english_fills_in(language: str) -> None:
    ours, english = CATALOGUES[language], CATALOGUES["en"]

    for field in fields(ours):
        mine, theirs = getattr(ours, field.name), getattr(english, field.name)
        assert _names(mine) == _names(theirs), field.name


def _names(words: object) -> set[str]:
    """Return the names in the braces of a sentence, or of any of several."""
    if isinstance(words, str):
        return {name for _, name, _, _ in Formatter().parse(words) if name}
    parts = words.values() if isinstance(words, dict) else words
    return set().union(*map(_names, parts)) if isinstance(parts, tuple) else _names(tuple(parts))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", CATALOGUES)
def test_every_reason_is_said_in_every_language(language: str) -> None:
    reasons = {reason: reason_sentence(reason, language, NOV_25) for reason in REASONS}

    assert set(CATALOGUES[language].reasons) == set(REASONS)
    assert "2026" in reasons["delivery"]
    assert len(set(reasons.values())) == len(REASONS)
    assert not any("{" in reason for reason in reasons.values())


@pytest.mark.parametrize("language", ["es", "de", "fr"])
def test_no_sentence_is_left_in_english(language: str) -> None:
    ours, english = said(replace(SLIP, language=language)), said(SLIP)

    same = {field.name for field in fields(ours) if getattr(ours, field.name)
            and getattr(ours, field.name) == getattr(english, field.name)}  # fmt: skip

    assert same <= {"note", "under_due", "under", "page"}


def test_what_a_slip_has_said_is_never_said_anew() -> None:
    old = replace(said(SLIP), title="As it was called then")

    assert say(replace(SLIP, language="de", words=old)) == old


def test_a_carton_says_which_of_how_many_it_is() -> None:
    words = said(replace(SLIP, carton=WhichCarton(2, 3), weight_g=None))

    assert (words.cartons_label, words.cartons) == ("Carton", "2 of 3")
    assert words.box_heads[-1] == words.in_this_box == "In this carton"
