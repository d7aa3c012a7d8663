"""Dwell and detention: USPS Publication 804's cases, and what no order of facts can break."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.clocks import Clock, ClockTerms, clock_of
from app.domain.dock import DockEvent, DockState, fold

SLOT = datetime(2026, 3, 4, 9, tzinfo=UTC)
TERMS = ClockTerms(timedelta(hours=2), timedelta(minutes=30))
BOOKED = DockState("scheduled", SLOT, door="D1", start_at=SLOT, end_at=SLOT + timedelta(hours=1))


def after(minutes: int) -> datetime:
    """Return so many minutes after the slot begins."""
    return SLOT + timedelta(minutes=minutes)


def told(base: DockState, **minutes: int) -> DockState:
    """Fold facts, each told so many minutes after the slot."""
    events = [DockEvent(n, kind, after(at)) for n, (kind, at) in enumerate(minutes.items(), 1)]
    return fold(base, events)


def clock(state: DockState, now: int, terms: ClockTerms = TERMS) -> Clock:
    found = clock_of(state, after(now), terms)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("facts", "rule", "starts"),
    [
        ({"arrive": 0, "at_door": 10, "unloading": 20}, "on_time", 0),
        ({"arrive": -20, "at_door": -10, "unloading": 20}, "on_time", -10),
        ({"arrive": -20, "unloading": -5}, "on_time", -5),
        ({"arrive": -20, "at_door": -20, "unloading": 0}, "on_time", -20),
        ({"arrive": -20}, "on_time", 0),
        ({"arrive": 25, "at_door": 40}, "on_time", 0),
        ({"arrive": -30}, "on_time", 0),
        ({"arrive": 30}, "on_time", 0),
        ({"arrive": -31, "at_door": -25}, "early", 0),
        ({"arrive": -90, "at_door": -80, "unloading": -60}, "early", -60),
        ({"arrive": -90, "at_door": -80, "unloading": 0}, "early", 0),
        ({"arrive": -90, "at_door": 5, "unloading": 15}, "early", 0),
        ({"arrive": 31}, "late", None),
        ({"arrive": 31, "at_door": 40}, "late", None),
        ({"arrive": 31, "at_door": 40, "unloading": 55}, "late", 55),
        ({"unloading": 55, "at_door": 60}, "late", 55),
        ({"arrive": 31, "at_door": 40, "done": 90}, "late", 40),
        ({"arrive": 31, "depart": 90}, "late", 31),
        ({"at_door": 31}, "late", None),
    ],
    ids=str,
)
def test_dwell_starts_as_publication_804_says(
    facts: dict[str, int], rule: str, starts: int | None
) -> None:
    found = clock(told(BOOKED, **facts), 120)

    assert (found.rule, found.starts_at) == (rule, None if starts is None else after(starts))


@pytest.mark.parametrize(
    ("now", "dwell", "detention", "free"),
    [(-5, 0, 0, 120), (0, 0, 0, 120), (1, 1, 0, 119), (120, 120, 0, 0), (121, 121, 1, 0)],
)
def test_detention_begins_the_minute_after_the_free_time(
    now: int, dwell: int, detention: int, free: int
) -> None:
    found = clock(told(BOOKED, arrive=-10), now)

    assert (found.dwell_minutes, found.detention_minutes, found.free_minutes) == (
        dwell,
        detention,
        free,
    )


@pytest.mark.parametrize(
    ("facts", "ended"),
    [
        ({"arrive": 0, "unloading": 5, "done": 50, "depart": 70}, 50),
        ({"arrive": 0, "unloading": 5, "depart": 70}, 70),
        ({"arrive": 0, "close": 45}, 45),
        ({"arrive": 0, "done": 50, "unloading": 60}, None),
        ({"arrive": 0, "close": 45, "reopen": 60}, None),
    ],
    ids=str,
)
def test_dwell_ends_when_the_truck_is_empty_or_gone(facts: dict[str, int], ended: int) -> None:
    found = clock(told(BOOKED, **facts), 300)

    assert found.ends_at == (None if ended is None else after(ended))
    assert found.dwell_minutes == (300 if ended is None else ended)


def test_a_truck_moved_after_its_check_in_keeps_the_slot_it_came_for() -> None:
    state = told(BOOKED, arrive=45, move=60, at_door=60)

    assert state.start_at == after(60)
    assert clock(state, 100).rule == "late"


def test_a_truck_moved_before_its_check_in_came_for_the_new_slot() -> None:
    assert clock(told(BOOKED, move=60, arrive=45), 100).starts_at == after(60)


def test_a_walk_in_runs_from_its_unload_start() -> None:
    state = told(DockState("scheduled", SLOT), arrive=0, at_door=10, unloading=20)

    assert (clock(state, 50).rule, clock(state, 50).dwell_minutes) == ("unscheduled", 30)


@pytest.mark.parametrize("kind", ["no_show", "cancel", "estimate"])
def test_a_truck_that_has_not_come_has_no_clock(kind: str) -> None:
    assert clock_of(told(BOOKED, **{kind: 10}), after(60), TERMS) is None


def test_a_no_show_that_comes_after_all_starts_anew() -> None:
    state = told(BOOKED, arrive=0, unloading=5, no_show=30, at_door=90, unload=95)

    assert (state.docked_at, state.unload_at) == (after(90), None)


def test_what_is_taken_back_runs_no_clock() -> None:
    events = [
        DockEvent(1, "arrive", after(40)),
        DockEvent(2, "unloading", after(50)),
        DockEvent(3, "undo", undoes=2),
    ]

    assert clock(fold(BOOKED, events), 100).starts_at is None


def test_a_clock_that_jumps_back_counts_nothing() -> None:
    state = told(BOOKED, arrive=60, unloading=70, done=20)

    assert clock(state, 100).dwell_minutes == 0


@pytest.mark.parametrize(
    ("now", "dwell"), [("2026-03-29T03:30", 60), ("2026-10-25T02:30+01:00", 120)]
)
def test_true_time_counts_when_the_clocks_change(now: str, dwell: int) -> None:
    zone = ZoneInfo("Europe/Brussels")
    instant = datetime.fromisoformat(now)
    instant = instant if instant.tzinfo else instant.replace(tzinfo=zone)
    slot = instant.astimezone(zone).replace(hour=1, minute=30, fold=0)
    state = DockState("scheduled", slot, start_at=slot.astimezone(UTC))
    came = fold(state, [DockEvent(1, "arrive", slot.astimezone(UTC))])
    found = clock_of(came, instant.astimezone(UTC), TERMS)

    assert found is not None
    assert found.dwell_minutes == dwell


KINDS = ("arrive", "at_door", "unloading", "done", "depart", "close", "move", "reopen", "no_show")
FACTS = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(-300, 300)), max_size=8)


@given(FACTS, st.integers(-400, 400), st.integers(0, 300), st.integers(0, 90))
def test_no_order_of_facts_makes_time_negative_or_charges_free_time(
    facts: list[tuple[str, int]], now: int, free: int, within: int
) -> None:
    events = [DockEvent(n, kind, after(at)) for n, (kind, at) in enumerate(facts, 1)]
    terms = ClockTerms(timedelta(minutes=free), timedelta(minutes=within))
    found = clock_of(fold(BOOKED, events), after(now), terms)

    if found is not None:
        assert found.dwell_minutes >= 0
        assert found.detention_minutes == max(found.dwell_minutes - free, 0)
        assert found.detention_minutes == 0 or found.free_minutes == 0
