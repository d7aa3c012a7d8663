"""``plan --objective``: what it prints, what it accepts, and what it refuses."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.floor import orders, stock, wants

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commands.program import Ended, Program

ALL = "all_or_nothing"
VALUE = ("plan", "--objective", "value", "--time-limit", "60s", "--json")


@pytest.fixture
def rivals(floor: Program, tmp_path: Path) -> Program:
    """Seven rugs: R-1 wants them all, R-2 and R-3 three each."""
    folder = tmp_path / "more"
    folder.mkdir()
    rows = [wants("R-1", 7, "RUG", ALL, priority=2)]
    rows += [wants(f"R-{k}", 3, "RUG", ALL, priority=2) for k in (2, 3)]
    (folder / "orders.csv").write_text(orders(*rows))
    (folder / "stock.csv").write_text(stock("A-3,RUG,7,,"))
    assert floor.run("import", folder).code == 0
    return floor


def test_the_offer_is_the_plan_with_its_gain(rivals: Program) -> None:
    ranked, offered = rivals.run("plan", "--json").json, rivals.run(*VALUE).json

    assert ranked.keys() == offered.keys() - {"objective"}
    assert offered["objective"] == {
        "objective": "value",
        "classes": [
            {
                "priority": 2,
                "orders": 3,
                "completed_ranked": 1,
                "completed": 2,
                "bound": 2,
                "gap": 0.0,
                "units_ranked": 7,
                "units": 6,
            },
            {
                "priority": 3,
                "orders": 2,
                "completed_ranked": 1,
                "completed": 2,
                "bound": 2,
                "gap": 0.0,
                "units_ranked": 6,
                "units": 7,
            },
        ],
        "gained": {"orders": 2, "units": 0},
        "completes": ["R-2", "R-3", "SO-2"],
        "loses": ["R-1"],
        "accepted": False,
    }
    assert rivals.run("plan", "--json").json == ranked


def test_the_same_question_has_the_same_answer(rivals: Program) -> None:
    assert rivals.run(*VALUE).out == rivals.run(*VALUE).out


def test_an_accepted_offer_is_the_plan_until_rank_is(rivals: Program) -> None:
    ranked = rivals.run("plan", "--json").json
    accepted = rivals.run(*VALUE, "--accept").json

    plan = rivals.run("plan", "--json").json
    back = rivals.run("plan", "--objective", "rank", "--accept", "--json").json

    assert accepted["objective"]["accepted"]
    assert plan == {key: accepted[key] for key in plan}
    assert back == ranked | {"objective": {"objective": "rank", "accepted": True}}
    assert rivals.run("plan", "--json").json == ranked


def test_rank_order_can_be_looked_at_while_another_is_accepted(rivals: Program) -> None:
    ranked = rivals.run("plan", "--json").json
    rivals.run(*VALUE, "--accept")

    assert rivals.run("plan", "--objective", "rank", "--json").json == ranked
    assert rivals.run("plan", "--json").json != ranked


def test_the_gain_is_said_in_words(rivals: Program) -> None:
    said = rivals.run("plan", "--objective", "VALUE").out

    assert "Against rank order: +2 orders completed, +0 units served." in said
    assert "Loses: R-1" in said
    assert "Not accepted yet" in said


@pytest.mark.parametrize(
    "line",
    [
        ("--objective", "value", "--time-limit", "0s"),
        ("--objective", "value", "--time-limit", "-1s"),
        ("--objective", "value", "--time-limit", "2"),
        ("--objective", "value", "--time-limit", "soon"),
        ("--objective", "value", "--time-limit", "601s"),
        ("--objective", "value", "--time-limit", "nans"),
        ("--objective", "value", "--time-limit", "\u0662s"),
        ("--objective", "rank", "--time-limit", "2s"),
        ("--time-limit", "2s"),
        ("--objective", "profit"),
        ("--accept",),
    ],
)
@pytest.mark.wrong_input
def test_a_bad_option_is_wrong_usage(inside: Callable[..., Ended], line: tuple[str, ...]) -> None:
    done = inside("plan", *line)

    assert (done.code, done.out) == (2, "")
    assert done.complaint


@pytest.mark.parametrize("limit", ["1ms", "0.001s", "500ms", "2s", "10s"])
def test_any_time_limit_gives_a_plan(inside: Callable[..., Ended], limit: str) -> None:
    done = inside("plan", "--objective", "value", "--time-limit", limit, "--json")

    assert done.code == 0
    assert done.json["objective"]["classes"][0]["completed"] == 2


@pytest.mark.wrong_input
def test_without_the_extra_one_line_names_it(
    inside: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)

    done = inside("plan", "--objective", "value", "--json")

    assert (done.code, done.out) == (1, "")
    assert "optimizer" in done.complaint


def test_the_solver_says_nothing_of_its_own(rivals: Program) -> None:
    done = rivals.run(*VALUE)

    assert done.err == ""
    assert done.json["objective"]["gained"]["orders"] == 2
