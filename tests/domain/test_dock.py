"""A truck's facts, folded in their order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.dock import DockEvent, DockState, fold

EXPECTED = datetime(2026, 3, 4, 9, tzinfo=UTC)
LATER = EXPECTED + timedelta(hours=3)
BOOKED = DockState("scheduled", EXPECTED, door="D1", start_at=EXPECTED, end_at=LATER)


def told(*kinds: str) -> DockState:
    """Fold events that all speak of three hours later."""
    return fold(BOOKED, [DockEvent(n, kind, LATER) for n, kind in enumerate(kinds, 1)])


def test_a_check_in_is_the_arrival_from_then_on() -> None:
    assert told("arrive").expected_at == LATER


def test_an_estimate_says_nothing_once_the_truck_is_here() -> None:
    state = fold(BOOKED, [DockEvent(1, "arrive", EXPECTED), DockEvent(2, "estimate", LATER)])
    assert state.expected_at == EXPECTED


@pytest.mark.parametrize("kinds", [("no_show",), ("arrive", "no_show")])
def test_an_estimate_revives_a_truck_that_never_came(kinds: tuple[str, ...]) -> None:
    state = told(*kinds, "estimate")
    assert (state.status, state.expected_at) == ("scheduled", LATER)


@pytest.mark.parametrize("kind", ["closed", "cancelled"])
def test_an_estimate_revives_no_truck_that_is_over(kind: str) -> None:
    event = {"closed": "close", "cancelled": "cancel"}[kind]
    assert told(event, "estimate").status == kind


def test_a_move_takes_its_window_along() -> None:
    state = told("move")
    assert (state.start_at, state.end_at) == (LATER, LATER + timedelta(hours=3))


def test_what_is_taken_back_never_was() -> None:
    events = [DockEvent(1, "arrive", LATER), DockEvent(2, "undo", undoes=1)]
    assert fold(BOOKED, events) == BOOKED


def test_who_comes_on_a_mere_request_waits_in_the_yard() -> None:
    assert told("request", "arrive").door == ""
    assert told("request", "confirm", "arrive").door == "D1"


def test_a_reopened_shipment_is_where_it_was() -> None:
    assert told("arrive", "close", "reopen").status == "arrived"
    assert told("close", "reopen").status == "scheduled"
