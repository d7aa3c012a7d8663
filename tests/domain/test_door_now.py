"""A door takes a truck now, or says why not and until when."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.domain.appointments import Block, Door
from app.domain.door_now import Closing, closing_of

ZONE = ZoneInfo("Europe/Brussels")
NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)  # noon at the site
HOUR = timedelta(hours=1)


def block(first: float, last: float, note: str = "") -> Block:
    return Block(NOON + first * HOUR, NOON + last * HOUR, note)


def test_a_door_of_which_nothing_is_said_is_open() -> None:
    assert closing_of(Door("D1"), NOON, ZONE) is None


@pytest.mark.parametrize("hours", ["06:00-18:00", "12:00-13:00", "22:00-12:01", "00:00-24:00"])
def test_a_door_within_its_hours_is_open(hours: str) -> None:
    assert closing_of(Door("D1", hours=hours), NOON, ZONE) is None


@pytest.mark.parametrize(
    ("hours", "opens_in"), [("06:00-12:00", 18), ("13:00-18:00", 1), ("05:00-06:00;15:00-16:00", 3)]
)
def test_a_door_outside_its_hours_says_when_it_opens(hours: str, opens_in: int) -> None:
    said = closing_of(Door("D1", hours=hours), NOON, ZONE)

    assert said == Closing(NOON + opens_in * HOUR, "", hours)


@pytest.mark.parametrize(("first", "last"), [(-2, 0), (0.01, 2), (3, 4)])
def test_a_block_that_is_over_or_ahead_shuts_nothing(first: float, last: float) -> None:
    assert closing_of(Door("D1", blocks=(block(first, last),)), NOON, ZONE) is None


def test_blocks_that_follow_on_each_other_are_one_closing_with_the_first_reason() -> None:
    door = Door("D1", blocks=(block(-1, 1, "Leveller"), block(1, 3, "Paint")))

    assert closing_of(door, NOON, ZONE) == Closing(NOON + 3 * HOUR, "Leveller")


def test_a_block_that_ends_after_closing_time_lasts_until_the_door_opens_again() -> None:
    door = Door("D1", hours="06:00-13:00", blocks=(block(-1, 2, "Leveller"),))

    assert closing_of(door, NOON, ZONE) == Closing(NOON + 18 * HOUR, "Leveller")


def test_a_door_that_is_blocked_whenever_it_is_open_has_no_end_that_anybody_knows() -> None:
    days = tuple(block(day * 24 - 6, day * 24 + 12) for day in range(60))

    assert closing_of(Door("D1", hours="06:00-18:00", blocks=days), NOON, ZONE) == Closing(None)
