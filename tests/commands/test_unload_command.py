"""``unload``: the list, and a supervisor's word on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.floor import inbound, orders, wants

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commands.program import Ended

ROWS = [f"U-{n},1,Acme,LAMP,{9 - n},2026-03-04T0{n}:00:00Z,arrived" for n in (1, 2)]
NOW = ("--as-of", "2026-03-04T08:00Z")


@pytest.fixture
def two(inside: Callable[..., Ended], tmp_path: Path) -> Callable[..., Ended]:
    (tmp_path / "orders.csv").write_text(orders(wants("U-9", 900, priority=1)))
    (tmp_path / "inbound.csv").write_text(inbound(*ROWS))
    done = inside("import", str(tmp_path / "orders.csv"), str(tmp_path / "inbound.csv"))
    assert done.code == 0
    return inside


def order_of(two: Callable[..., Ended]) -> list[str]:
    rows = two(*NOW, "--json", "unload").json["unload"]
    return [row["asn"] for row in rows if row["asn"].startswith("U-")]


def test_the_list_tells_relief_minutes_and_why(two: Callable[..., Ended]) -> None:
    row = next(r for r in two(*NOW, "--json", "unload").json["unload"] if r["asn"] == "U-1")

    assert (row["door_minutes"], row["override"]) == (60, None)
    assert row["relief_per_minute"] == round((row["late_units"] + row["due_units"]) / 60, 3)
    assert "units" in row["unload_says"]


def test_plan_and_dock_tell_the_same_as_the_list(two: Callable[..., Ended]) -> None:
    two(*NOW, "--user", "Dana", "unload", "U-2", "--first", "--reason", "rush")

    listed = two(*NOW, "--json", "unload").json["unload"]
    board = two(*NOW, "--json", "dock").json["appointments"]
    mine = next(slot for slot in board if slot["asn"] == "U-2")
    assert two(*NOW, "--json", "plan").json["unload"] == listed
    assert mine["unload_rank"] == 1
    assert mine["override"] == listed[0]["override"]
    assert (mine["override"]["by"], mine["override"]["reason"]) == ("Dana", "rush")


def test_people_read_who_put_it_first(two: Callable[..., Ended]) -> None:
    told = two(*NOW, "--user", "Dana", "unload", "U-2", "--first").out

    assert "U-2: unload rank 1" in told
    assert "Put first by Dana, by rule " in told


def test_it_is_released_and_that_is_taken_back(two: Callable[..., Ended]) -> None:
    two(*NOW, "unload", "U-2", "--first")
    two(*NOW, "unload", "U-2", "--release")
    released = order_of(two)

    two(*NOW, "unload", "U-2", "--undo")

    assert (released, order_of(two)) == (["U-1", "U-2"], ["U-2", "U-1"])


def test_a_dry_run_keeps_nothing(two: Callable[..., Ended]) -> None:
    told = two(*NOW, "unload", "U-2", "--rank", "1", "--dry-run").out

    assert "nothing is kept" in told
    assert order_of(two) == ["U-1", "U-2"]


@pytest.mark.parametrize(
    "said",
    [
        ("--first",),
        ("--reason", "x"),
        ("--dry-run",),
        ("U-1",),
        ("U-1", "--first", "--rank", "2"),
        ("U-1", "--first", "--undo"),
        ("U-1", "--release", "--reason", "x"),
        ("U-1", "--undo", "--reason", "x"),
        ("U-1", "--rank", "0"),
        ("U-1", "--rank", "two"),
    ],
)
def test_what_makes_no_sense_is_wrong_usage(
    two: Callable[..., Ended], said: tuple[str, ...]
) -> None:
    assert two(*NOW, "unload", *said).code == 2


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (("U-7", "--first"), "U-7"),
        (("U-1", "--release"), "U-1 has its place by rule already."),
        (("U-1", "--undo"), "There is nothing to take back for U-1."),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    two: Callable[..., Ended], said: tuple[str, ...], why: str
) -> None:
    done = two(*NOW, "unload", *said)

    assert done.code == 1
    assert why in done.err


SWAPPED = """asn,line,supplier,sku,quantity,expected_at,door
W-1,1,Acme,LAMP,4,2026-03-05T09:00:00Z,D91
W-2,1,Acme,LAMP,4,2026-03-05T09:00:00Z,D92
"""


@pytest.fixture
def pair(inside: Callable[..., Ended], tmp_path: Path) -> Callable[..., Ended]:
    (tmp_path / "inbound.csv").write_text(SWAPPED)
    assert inside("import", str(tmp_path / "inbound.csv")).code == 0
    return inside


def doors_of(pair: Callable[..., Ended]) -> list[str]:
    slots = pair(*NOW, "--json", "dock", "--day", "2026-03-05").json["appointments"]
    return [slot["door"] for slot in slots if slot["asn"] in ("W-1", "W-2")]


def test_two_trucks_swap_doors_and_one_undo_takes_both_back(pair: Callable[..., Ended]) -> None:
    told = pair(*NOW, "appointment", "W-1", "--swap", "W-2").out
    swapped = doors_of(pair)

    pair(*NOW, "appointment", "W-2", "--undo")

    assert "W-1: swap" in told
    assert (swapped, doors_of(pair)) == (["D92", "D91"], ["D91", "D92"])


@pytest.mark.parametrize(
    "said", [("--swap", "W-2", "--undo"), ("--swap", "W-2", "--door", "D1"), ("--swap",)]
)
def test_a_swap_is_said_alone(pair: Callable[..., Ended], said: tuple[str, ...]) -> None:
    assert pair(*NOW, "appointment", "W-1", *said).code == 2


@pytest.mark.parametrize("other", ["W-1", "W-9", ""])
def test_a_swap_that_cannot_be_changes_nothing(pair: Callable[..., Ended], other: str) -> None:
    done = pair(*NOW, "appointment", "W-1", "--swap", other)

    assert done.code in (1, 2)
    assert doors_of(pair) == ["D91", "D92"]
