"""``--suggest``: which door for a truck, and why; nothing is booked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.commands.program import Ended

    Inside = Callable[..., Ended]

TEN = "2026-03-04T10:00Z"


@pytest.fixture
def doors(inside: Inside) -> Inside:
    inside("door", "D1", "--equipment", "leveller")
    inside("door", "D2", "--direction", "out")
    return inside


def test_a_delivery_is_shown_its_doors_and_why_others_are_none(doors: Inside) -> None:
    done = doors("appointment", "ASN-1", "--suggest", "--needs", "Leveller", "--json").json

    assert (done["asn"], done["door"], done["from"]) == ("ASN-1", "D1", "2026-03-04T09:00:00Z")
    assert done["says"] == "D1: free from 09:00 on, has leveller."
    refused = done["doors"][1]
    assert (refused["door"], refused["free"], refused["from"]) == ("D2", False, None)
    assert [one["code"] for one in refused["conflicts"]] == ["door_direction", "door_lacks"]
    assert refused["says"] == "D2: door D2 takes no inbound trucks; door D2 has no leveller."


def test_people_read_the_first_free_time(doors: Inside) -> None:
    doors("pickup", "P-1", "--start", TEN, "--minutes", "75", "--door", "D1")
    told = doors("appointment", "ASN-1", "--suggest", "--start", TEN, "--minutes", "30").out
    assert told.startswith("No door is free at 10:00. The first is D1 from 11:15.")
    assert "P-1 has door D1" in told


def test_a_new_pickup_is_only_suggested(doors: Inside) -> None:
    done = doors("pickup", "P-9", "--suggest", "--start", TEN, "--json").json
    assert (done["pickup"], done["door"]) == ("P-9", "D2")
    assert [row["number"] for row in doors("dock", "--json").json["appointments"]] == ["ASN-1"]


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        (("appointment", "ASN-9", "--suggest"), 1, "ASN-9"),
        (("pickup", "P-9", "--suggest"), 1, "P-9"),
        (("pickup", "ASN-1", "--suggest", "--start", TEN), 1, "ASN-1"),
        (("pickup", "P-9", "--suggest", "--start", TEN, "--end", TEN), 1, "ends before it starts"),
        (
            ("pickup", "P-9", "--suggest", "--start", TEN, "--minutes", "2000"),
            1,
            "longer than a day",
        ),
        (("appointment", "ASN-1", "--suggest", "--door", "D1"), 2, "--suggest goes with"),
        (("appointment", "ASN-1", "--suggest", "--arrive"), 2, "--suggest goes with"),
        (("appointment", "ASN-1", "--suggest", "--undo"), 2, "--suggest goes with"),
        (("appointment", "ASN-1", "--suggest", "--carrier", "Fast"), 2, "--suggest goes with"),
        (("appointment", "ASN-1", "--suggest", "--weeks", "2"), 2, "--suggest goes with"),
        (("appointment", "ASN-1", "--suggest", "--start", "soon"), 2, "soon"),
        (("appointment", "ASN-1", "--suggest", "--minutes", "-5"), 2, "-5"),
    ],
)
def test_a_wrong_question_gets_one_plain_answer(
    doors: Inside, line: tuple[str, ...], code: int, says: str
) -> None:
    done = doors(*line)
    assert (done.code, done.out) == (code, "")
    assert says in done.complaint


def test_where_there_is_no_door_that_is_said(inside: Inside) -> None:
    done = inside("appointment", "ASN-1", "--suggest", "--json").json
    assert (done["door"], done["doors"], done["says"]) == (None, [], "There is no door yet.")
