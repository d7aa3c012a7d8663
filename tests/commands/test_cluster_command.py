"""``cluster`` as people run it: totes, items, what goes on where it stopped, and ``pack TOTE``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.commands.program import Program

LAMP = "4006381333931"
BOTH = ("cluster", "SO-1", "SO-2")


def test_two_orders_are_picked_into_their_totes_and_packed_by_them(floor: Program) -> None:
    done = floor.run(*BOTH, "--totes", "T-1", "T-2", scans=f"CMD-QTY-4\n{LAMP}\nT-1\nRUG\nT-2\n")

    opened, *answers = done.lines
    assert (done.code, done.err) == (0, "")
    assert opened.keys() == {
        *("job", "number", "orders", "next", "remaining", "in_hand", "awaits_tote", "totes"),
    }
    assert (opened["number"], opened["awaits_tote"]) == ("C-1", "SO-1")
    assert [answer["outcome"] for answer in answers] == ["accepted"] * 7
    last = answers[-1]
    assert (last["order"], last["tote"], last["remaining"], last["next"]) == (
        "SO-2",
        "T-2",
        0,
        None,
    )
    assert [(row["order"], row["tote"], row["remaining"]) for row in last["totes"]] == [
        ("SO-1", "T-1", 0),
        ("SO-2", "T-2", 0),
    ]
    packed = floor.run("pack", "T-2", scans="RUG\nCMD-CLOSE\n")
    assert (packed.lines[0]["number"], packed.lines[-1]["shipment"]) == ("SO-2", "SH-SO-2-1")
    assert floor.run("verify").code == 0


@pytest.mark.parametrize("again", [("C-1",), ("SO-2", "SO-1")])
def test_a_cluster_goes_on_where_it_stopped(floor: Program, again: tuple[str, ...]) -> None:
    floor.run(*BOTH, "--totes", "T-1", "T-2", scans=f"{LAMP}\nT-1\n")

    opened = floor.run("cluster", *again, scans="").lines[0]

    assert (opened["number"], opened["remaining"], opened["awaits_tote"]) == ("C-1", 4, None)
    assert opened["next"]["totes"] == [{"order": "SO-1", "tote": "T-1", "quantity": 3}]


@pytest.mark.wrong_input
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("cluster",), 2),
        (("cluster", "SO-1"), 1),
        (("cluster", "SO-1", "SO-1"), 1),
        (("cluster", "SO-1", "SO-9"), 1),
        (("cluster", "C-7"), 1),
        (("cluster", "--totes", "T-1"), 2),
    ],
)
def test_what_is_no_cluster_begins_none(
    floor: Program, arguments: tuple[str, ...], code: int
) -> None:
    done = floor.run(*arguments, scans=f"{LAMP}\n")

    assert (done.code, done.out) == (code, "")
    assert floor.run("picks", "--json").json["clusters"] == []


@pytest.mark.wrong_input
def test_a_tote_too_many_a_wrong_one_and_a_product_in_its_place(floor: Program) -> None:
    done = floor.run(
        *BOTH, "--totes", "T-1", "T-1", LAMP, "T-2", "T-3", scans=f"{LAMP}\nT-2\nRUG\n"
    )

    outcomes = [answer["outcome"] for answer in done.lines[1:]]
    assert outcomes[0] == outcomes[3] == "accepted"
    assert outcomes[5:] == ["accepted", "wrong_container", "wrong_state"]
    assert done.lines[-1]["remaining"] == 5
