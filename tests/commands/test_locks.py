"""``order``, ``lock``, ``unlock``: the difference in words, undo, and pins that free themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.floor import inbound

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commands.program import Ended, Program

    Call = Callable[..., Ended]

PIN = ("SO-1", "2", "--quantity", "2", "--asn", "ASN-1")
FREED = {"order": "SO-1", "line": "2", "sku": "VASE", "quantity": 2, "asn": "ASN-1"}


def test_a_difference_is_said_in_json_and_in_the_table(inside: Call) -> None:
    told = inside("--json", "order", "SO-1", "--hold", "--dry-run").json
    shown = inside("order", "SO-1", "--hold").out.splitlines()

    assert told["says"] == "SO-1 loses 6, 1 promise breaks, 1 order is short"
    assert shown[:2] == ["Order SO-1 is changed.", f"{told['says']}."]


def test_what_was_done_is_taken_back_in_another_process(floor: Program, inside: Call) -> None:
    floor.run("order", "SO-1", "--hold")

    shown = inside("order", "SO-1", "--undo", "--dry-run").out.splitlines()
    done = inside("--json", "order", "SO-1", "--undo").json

    assert shown[0] == "Taken back: hold of SO-1. (dry run: nothing is kept)"
    assert (done["undone"], done["dry_run"]) == ("hold of SO-1", False)
    assert done["gained"][0]["quantity"] == 4


def test_an_order_is_expedited(inside: Call) -> None:
    inside("order", "SO-1", "--expedite")

    assert inside("--json", "order", "SO-1", "--undo").json["undone"] == "priority 1 of SO-1"


@pytest.mark.parametrize(
    "options",
    [
        ("--undo", "--cancel"),
        ("--undo", "--priority", "2"),
        ("--undo", "--expedite"),
        ("--expedite", "--priority", "1"),
        ("--hold", "--release"),
    ],
)
def test_two_things_at_once_are_wrong_usage(inside: Call, options: tuple[str, ...]) -> None:
    done = inside("order", "SO-1", *options)

    assert (done.code, done.out) == (2, "")
    assert done.complaint


@pytest.mark.parametrize("order", ["SO-1", "SO-9", "ASN-1"])
def test_nothing_to_take_back_is_refused_in_one_line(inside: Call, order: str) -> None:
    done = inside("--json", "order", order, "--undo")

    assert (done.code, done.out) == (1, "")
    assert done.complaint


@pytest.mark.parametrize(
    "cause",
    [
        ("order", "SO-1", "--cancel"),
        ("appointment", "ASN-1", "--cancel"),
        ("appointment", "ASN-1", "--no-show"),
    ],
)
def test_a_pin_that_is_left_behind_is_named_by_what_left_it(
    inside: Call, cause: tuple[str, ...]
) -> None:
    assert inside("--json", "lock", *PIN).json["freed"] == []

    told = inside("--json", *cause, "--dry-run").json
    shown = inside(*cause).out

    assert told["freed"] == [FREED]
    assert "No longer pinned: 2 VASE on ASN-1 for SO-1." in shown


def test_a_short_close_names_the_pins_that_it_frees(floor: Program, inside: Call) -> None:
    inside("lock", *PIN)

    answer = floor.run("--json", "receive", "ASN-1", scans="CMD-CLOSE\nCMD-CLOSE\n").lines[1]

    assert answer["freed"] == [FREED]
    assert answer["message"].endswith("No longer pinned: 2 VASE on ASN-1 for SO-1.")


@pytest.mark.parametrize("status", ["closed", "cancelled"])
def test_an_import_names_the_pins_that_it_frees(inside: Call, tmp_path: Path, status: str) -> None:
    inside("lock", *PIN)
    path = tmp_path / "inbound.csv"
    path.write_text(inbound(f"ASN-1,1,Glass & Co,VASE,6,2026-03-04T09:00:00Z,{status}"))

    tried = inside("--json", "import", str(path), "--dry-run").json
    done = inside("import", str(path)).out

    assert tried["freed"] == [FREED]
    assert "No longer pinned: 2 VASE on ASN-1 for SO-1." in done
    assert inside("--json", "import", str(path)).json["freed"] == []


def test_a_freed_pin_is_a_line_of_the_journal(inside: Call, tmp_path: Path) -> None:
    inside("lock", *PIN)
    inside("order", "SO-1", "--cancel")
    path = tmp_path / "journal.csv"

    inside("export", "journal", "-o", str(path))

    (line,) = [row for row in path.read_text().splitlines() if ",freed," in row]
    assert "SO-1" in line
    assert "ASN-1" in line
