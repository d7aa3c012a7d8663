"""Clocks tell aware instants in UTC; a fixed one stands."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from hardware.clock import FixedClock, SystemClock

NOON = datetime(2026, 3, 4, 12, tzinfo=timezone(timedelta(hours=2)))


@pytest.mark.parametrize("clock", [SystemClock(), FixedClock(NOON)])
def test_a_clock_tells_an_instant_in_utc(clock: SystemClock | FixedClock) -> None:
    assert clock.now().tzinfo is UTC


def test_a_fixed_clock_stands() -> None:
    clock = FixedClock(NOON)

    assert clock.now() == clock.now() == NOON


def test_an_instant_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        FixedClock(NOON.replace(tzinfo=None))
