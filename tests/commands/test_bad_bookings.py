"""Bad bookings all the way through the program: one plain answer, and nothing is kept of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.commands.program import Ended

    Inside = Callable[..., Ended]

NINE = "2026-03-04T09:00Z"


def booked(inside: Inside, *day: str) -> dict[str, dict[str, Any]]:
    """Return a day's appointments by number."""
    rows = inside("dock", *day, "--json").json["appointments"]
    return {row["number"]: row for row in rows}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (("--start", NINE, "--end", "2026-03-04T08:00Z"), "its window ends before it starts"),
        (("--start", NINE, "--end", NINE), "its window ends before it starts"),
        (("--start", NINE, "--end", "2026-03-06T09:00Z"), "its window is longer than a day"),
        (("--start", "9999-12-31", "--minutes", "1000000000"), "its window is longer than a day"),
        (("--start", NINE, "--door", "D9"), "there is no door D9"),
        (("--start", NINE, "--door", "D1", "--needs", "ramp"), "door D1 has no ramp"),
        (("--start", NINE, "--minutes", "30", "--door", "D1"), "TAKEN has door D1"),
        (("--start", "2026-03-04T17:30Z", "--door", "D1"), "door D1 is open only 06:00-18:00"),
        (("--request", "--start", NINE, "--end", "2026-03-04T08:00Z"), "its window ends before"),
        (("--minutes", "30"), "There is no pickup P-1"),
        (("--request",), "P-1 has no appointment"),
        (("--walk-in", "--request", "--start", NINE), "neither asked for nor granted"),
        (("--walk-in", "--confirm"), "neither asked for nor granted"),
        (("--request", "--confirm", "--start", NINE), "Ask for it, or grant"),
        (("--start", NINE, "--yard", "--door", "D2"), "or give it door D2"),
        (("--start", NINE, "--minutes", "30", "--end", "2026-03-04T10:00Z"), "not both"),
        (("--start", NINE, "--weeks", "2", "--walk-in"), "Weeks are booked ahead"),
        (("--start", NINE, "--weeks", "2", "--confirm"), "Weeks are booked ahead"),
        (("--start", NINE, "--confirm"), "There is no pickup P-1"),
        (("--start", "9999-12-30", "--weeks", "3"), "is not an instant that exists"),
    ],
)
def test_a_booking_that_cannot_be_is_refused_in_words_and_not_kept(
    inside: Inside, line: tuple[str, ...], says: str
) -> None:
    inside("door", "D1", "--hours", "06:00-18:00")
    inside("pickup", "TAKEN", "--start", NINE, "--door", "D1")

    done = inside("pickup", "P-1", *line)

    assert (done.code, done.out) == (1, "")
    assert says in done.complaint
    assert booked(inside).keys() == {"ASN-1", "TAKEN"}


def test_a_note_without_a_block_is_wrong_usage(inside: Inside) -> None:
    assert inside("door", "D1", "--note", "roller").code == 2


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (("--start", "2026-03-29T02:30", "--door", "D1"), 2),
        (("--start", "2026-03-22T02:30", "--door", "D1", "--weeks", "2"), 1),
    ],
    ids=["once", "in a later week"],
)
def test_an_hour_that_daylight_saving_skips_is_no_start(
    inside: Inside, line: tuple[str, ...], code: int
) -> None:
    inside("settings", "time_zone", "Europe/Brussels")
    inside("door", "D1", "--direction", "both")

    done = inside("pickup", "P-1", *line)

    assert done.code == code
    assert "is not an instant that exists" in done.complaint
    assert "P-1/2026-03-22" not in booked(inside, "--day", "2026-03-22")


def test_an_hour_that_daylight_saving_repeats_is_its_first_and_as_long_as_said(
    inside: Inside,
) -> None:
    inside("settings", "time_zone", "Europe/Brussels")
    inside("door", "D1", "--direction", "both")

    inside("pickup", "P-1", "--start", "2026-10-25T02:30", "--minutes", "60", "--door", "D1")
    other = inside("pickup", "P-2", "--start", "2026-10-25T03:00", "--door", "D1", "--json")

    row = booked(inside, "--day", "2026-10-25")["P-1"]
    assert (row["start"], row["end"]) == ("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")
    assert other.json["start"] == "2026-10-25T02:00:00Z"


def test_an_appointment_over_midnight_is_on_both_days_and_holds_its_door(inside: Inside) -> None:
    inside("door", "D1", "--hours", "22:00-06:00")
    late = ("--start", "2026-03-04T23:30Z", "--minutes", "60", "--door", "D1")
    assert inside("pickup", "P-1", *late).code == 0

    clash = inside("pickup", "P-2", "--start", "2026-03-05T00:15Z", "--door", "D1")

    assert "P-1 has door D1 from Wed 23:30 to Thu 00:30" in clash.complaint
    for day in ("2026-03-04", "2026-03-05"):
        assert "P-1" in booked(inside, "--day", day)
    assert "P-1" not in booked(inside, "--day", "2026-03-06")


@pytest.mark.parametrize(
    "line",
    [
        ("door", "D1", "--hours", "late"),
        ("door", "D1", "--hours", "06:00-06:00"),
        ("door", "D1", "--direction", "sideways"),
        ("door", "D1", "--block", NINE, NINE),
        ("door", "D1", "--block", NINE, "2026-03-04T08:00Z"),
        ("door", "D1", "--unblock"),
        ("door", "D7"),
        ("settings", "dock_buffer", "2d"),
        ("settings", "dock_capacity", "123456"),
        ("settings", "minutes_per_pallet", "NaN"),
        ("settings", "minutes_per_carton", "1,5"),
        ("appointment", "x" * 101, "--walk-in"),
        ("appointment", "a\nb", "--walk-in"),
    ],
)
def test_what_no_door_or_rule_can_be_is_refused_and_not_kept(
    inside: Inside, line: tuple[str, ...]
) -> None:
    before = inside("door", "--json").json, inside("settings", "--json").json

    done = inside(*line)

    assert done.code == 1
    assert done.complaint
    assert (inside("door", "--json").json, inside("settings", "--json").json) == before


def test_a_door_is_shown_as_it_was_set(inside: Inside) -> None:
    inside("door", "D1", "--hours", "06:00-18:00", "--equipment", "Ramp; reefer plug;")
    inside("door", "D1", "--block", NINE, "2026-03-04T10:00Z", "--note", "roller")

    assert inside("door", "D1", "--json").json["doors"] == [
        {
            "door": "D1",
            "direction": "both",
            "hours": "06:00-18:00",
            "equipment": ["ramp", "reefer plug"],
            "blocks": [
                {"start": "2026-03-04T09:00:00Z", "end": "2026-03-04T10:00:00Z", "note": "roller"}
            ],
        }
    ]
    assert "roller" in inside("door").out
