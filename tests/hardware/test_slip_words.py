"""The sentences of a slip."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.documents import LineToCome
from hardware import slip_words as words
from tests.hardware.slips import SLIP

NOV_25, NOV_26, DEC_2, JAN_2 = (
    date(2026, 11, 25),
    date(2026, 11, 26),
    date(2026, 12, 2),
    date(2027, 1, 2),
)


@pytest.mark.parametrize(
    ("first", "last", "said"),
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
    first: date | None, last: date | None, said: str
) -> None:
    line = LineToCome("1", "A", "Lamp", 1, first, last)

    assert words.expected(line).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("limit", "said"), [(3, "of up to 3"), (2, "of up to 2"), (1, "of 1"), (None, "")]
)
def test_the_ordinal_says_how_many_there_can_be(limit: int | None, said: str) -> None:
    assert words.which_shipment(replace(SLIP, shipment_limit=limit)) == said


def test_the_last_shipment_says_that_nothing_follows() -> None:
    said = words.before_and_after(replace(SLIP, to_come=(), earlier=()))

    assert said == "Nothing more is to come."


def test_a_first_shipment_never_speaks_of_an_earlier_one() -> None:
    said = words.before_and_after(replace(SLIP, shipment_count=1))

    assert "left on" not in said
    assert "to come" in said


@pytest.mark.parametrize(
    ("limit", "lines", "said"),
    [
        (3, 1, "It leaves as shipment 3, the last one. We will write to you when it ships"),
        (3, 2, "They leave as shipment 3, the last one. We will write to you when they ship"),
        (9, 1, "It leaves with a later shipment."),
        (None, 1, "It leaves with a later shipment."),
    ],
)
def test_how_the_rest_follows(limit: int | None, lines: int, said: str) -> None:
    slip = replace(SLIP, shipment_limit=limit, to_come=SLIP.to_come * lines)

    assert words.how_it_follows(slip).startswith(said)


@pytest.mark.parametrize(
    ("count", "weight", "said"),
    [
        (1, 12_360, "1 carton, 12.36 kg"),
        (2, 900, "2 cartons, 0.90 kg"),
        (1, 1, "1 carton, 0.001 kg"),
        (3, 0, "3 cartons, 0.00 kg"),
        (1, None, "1 carton"),
    ],
)
def test_weight_is_in_kilograms_to_the_gram(count: int, weight: int | None, said: str) -> None:
    assert words.cartons(replace(SLIP, cartons=count, weight_g=weight)) == said


def test_what_is_not_known_is_not_said() -> None:
    silent = replace(SLIP, contact="", packed_at_text="", copy=0)

    assert (words.whom_to_ask(silent), words.packed(silent), words.copy_mark(silent)) == ("",) * 3
