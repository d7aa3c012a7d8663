"""Whose turn it is to be unloaded: by rule, by relief per minute, and as a supervisor says."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest

from app.domain.dock import BY_RULE, PUT_AT, DockEvent, DockState, Put, fold
from app.domain.plan.values import Unload
from app.domain.settings import Settings
from app.domain.truck_details import Details
from app.domain.unloading import door_minutes, unload_order
from app.texts.dock import ordinal, unload_sentence

NINE = datetime(2026, 3, 4, 9, tzinfo=UTC)
HERE = DockState("arrived", NINE, NINE, "D1", NINE, NINE + timedelta(hours=1))


def at(minutes: int) -> datetime:
    return NINE + timedelta(minutes=minutes)


def row(asn: str, rank: int, late: int = 0, due: int = 0, *, arrived: bool = True) -> Unload:
    return Unload(asn, rank, late, due, late + due, arrived, NINE, rank)


def long(minutes: int, put: Put | None = None) -> DockState:
    return replace(HERE, end_at=at(minutes), put=put)


def order(rows: list[Unload], *states: DockState) -> list[str]:
    known = dict(enumerate(states, 1))
    return [one.asn for one in unload_order(rows, known, NINE, Settings())]


THREE = [row("A", 1, 9), row("B", 2, 6), row("C", 3, 3)]


@pytest.mark.parametrize(
    ("state", "minutes"),
    [
        (HERE, 60),
        (replace(HERE, status="at_door", docked_at=at(-30)), 60),
        (replace(HERE, status="unloading", unload_at=at(-20)), 40),
        (replace(HERE, status="unloading", unload_at=at(-200)), 1),
        (replace(HERE, status="done", unload_at=at(-20)), 1),
        (replace(HERE, status="scheduled", arrived_at=None), 60),
        (replace(HERE, end_at=NINE + timedelta(seconds=61)), 2),
        (DockState("scheduled", NINE), 60),
        (DockState("scheduled", NINE, details=Details(pallets=30)), 90),
        (DockState("scheduled", NINE, details=Details(minutes=45)), 45),
    ],
)
def test_a_truck_needs_its_window_or_its_load_less_what_is_done(
    state: DockState, minutes: int
) -> None:
    assert door_minutes(state, NINE, Settings()) == minutes


def test_relief_is_late_and_due_units_by_the_minute() -> None:
    one = replace(row("A", 1, 10, 5), minutes=45)

    assert one.relief == Fraction(1, 3)


def test_nobody_waits_for_a_truck_without_relief_and_a_door_of_unknown_length() -> None:
    assert replace(row("A", 1), minutes=None).relief == 0


def test_where_smiths_rule_ranks_otherwise_it_is_said_and_not_done() -> None:
    found = unload_order(THREE[:2], {1: long(90), 2: long(10)}, NINE, Settings())

    assert [(one.asn, one.rank, one.rank_by_relief) for one in found] == [("A", 1, 2), ("B", 2, 1)]
    assert "by that 2nd." in unload_sentence(found[0])


def test_where_both_rank_alike_relief_is_all_that_is_added() -> None:
    found = unload_order(THREE[:2], {1: HERE, 2: HERE}, NINE, Settings())

    assert (
        unload_sentence(found[0])
        == "9 units for orders that are late already. Relief 0.15 a minute."
    )


def test_relief_never_puts_a_forecast_before_who_is_here() -> None:
    rows = [row("A", 1, 1), row("B", 2, 900, arrived=False)]

    found = unload_order(rows, {1: HERE, 2: HERE}, NINE, Settings())

    assert [one.rank_by_relief for one in found] == [1, 2]


def test_a_truck_put_first_goes_first_and_tells_who_said_so() -> None:
    put = long(60, Put(1, "Dana", "hospital waits", 7))

    found = unload_order(THREE, {1: HERE, 2: HERE, 3: put}, NINE, Settings())

    assert [one.asn for one in found] == ["C", "A", "B"]
    assert [one.rank_by_rule for one in found] == [3, 1, 2]
    assert unload_sentence(found[0]).startswith("Put first by Dana, by rule 3rd: hospital waits.")


@pytest.mark.parametrize(
    ("puts", "told"),
    [
        ((None, None, None), "ABC"),
        ((None, Put(1, "x", said=1), Put(1, "x", said=2)), "CBA"),
        ((None, Put(1, "x", said=2), Put(1, "x", said=1)), "BCA"),
        ((Put(3, "x"), None, None), "BCA"),
        ((Put(2, "x"), None, None), "BAC"),
        ((Put(99, "x"), None, None), "BCA"),
        ((Put(1, "x"), None, None), "ABC"),
    ],
)
def test_who_was_put_last_has_the_place(puts: tuple[Put | None, ...], told: str) -> None:
    assert "".join(order(THREE, *(long(60, put) for put in puts))) == told


def said(key: int, kind: str, **details: object) -> DockEvent:
    return DockEvent(key, kind, NINE, details=details)


FIRST = said(1, PUT_AT, place=1, by="Dana", reason="")


def test_the_word_stands_through_the_trucks_visit() -> None:
    later = (DockEvent(2, "at_door", NINE, "D2"), DockEvent(3, "unloading", NINE))

    assert fold(HERE, (FIRST, *later, DockEvent(4, "done", NINE))).put == Put(1, "Dana", "", 1)


@pytest.mark.parametrize("over", ["depart", "close", "cancel", "no_show"])
def test_the_word_lapses_when_the_truck_is_over(over: str) -> None:
    assert fold(HERE, (FIRST, DockEvent(2, over, NINE))).put is None


@pytest.mark.parametrize("back", ["arrive", "move", "reopen"])
def test_a_lapsed_word_does_not_come_back_with_the_truck(back: str) -> None:
    gone = DockEvent(2, "close" if back == "reopen" else "no_show", NINE)

    assert fold(HERE, (FIRST, gone, DockEvent(3, back, NINE))).put is None


def test_an_end_that_was_wrong_never_ended_it() -> None:
    wrong = (DockEvent(2, "depart", NINE), DockEvent(3, "undo", NINE, undoes=2))

    assert fold(HERE, (FIRST, *wrong)).put == Put(1, "Dana", "", 1)


def test_back_to_the_ranking_takes_the_word_away_and_can_be_taken_back() -> None:
    back = DockEvent(2, BY_RULE, NINE)

    assert fold(HERE, (FIRST, back)).put is None
    assert fold(HERE, (FIRST, back, DockEvent(3, "undo", undoes=2))).put is not None


@pytest.mark.parametrize("place", ["first", None, "2"])
def test_a_place_that_is_no_number_is_the_first(place: object) -> None:
    found = fold(HERE, (said(1, PUT_AT, place=place),)).put

    assert found is not None
    assert found.place == 1


@pytest.mark.parametrize(
    ("number", "word"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (22, "22nd")]
)
def test_places_are_ordinals(number: int, word: str) -> None:
    assert ordinal(number) == word


@pytest.mark.parametrize(("number", "word"), [(12, "12th"), (13, "13th"), (111, "111th")])
def test_teens_are_no_firsts(number: int, word: str) -> None:
    assert ordinal(number) == word
