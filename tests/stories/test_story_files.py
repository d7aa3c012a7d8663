"""The stories are well formed, and wrong scans are their main subject."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from app.domain.scan import Outcome
from tests.domain.sample_rows import bad_rows, read

HERE = Path(__file__).parent
STORIES = sorted(HERE.glob("*.story"))
LEFT_OUT = {
    "products.csv": {"substitutes": ""},
    "orders.csv": dict.fromkeys(("quantity_shipped", "quantity_cancelled", "shipments_made"), "0")
    | {"email": ""},
    "inbound.csv": dict.fromkeys(("purchase_order", "trailer", "window_start", "window_end"), ""),
}
"""Optional columns that the stories' warehouse does without."""

WORDS = {"at", "set", "as", "scan", "do", "see"}


def _lines(path: Path) -> list[tuple[str, str]]:
    """Return (word, rest) of every line that is neither blank nor a comment."""
    lines = path.read_text("utf-8").splitlines()
    told = (line.partition(" ") for line in lines if line.strip() and not line.startswith("#"))
    return [(word, rest.strip()) for word, _, rest in told]


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_a_story_uses_the_words_of_stories(path: Path) -> None:
    lines = _lines(path)
    assert {word for word, _ in lines} <= WORDS
    assert lines[0][0] == "at"
    for word, rest in lines:
        if word == "see" and (outcome := json.loads(rest).get("outcome")):
            assert Outcome(outcome)
        if word == "as":
            jobs = {"receive", "pick", "cluster", "pack", "putback", "count", "sweep"}
            assert rest.split()[0] in jobs


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_a_story_sees_only_what_was_opened_scanned_or_done(path: Path) -> None:
    before = [word for word, _ in _lines(path)]
    assert all(last in {"as", "scan", "do"} for last, word in pairwise(before) if word == "see")


def test_wrong_scans_are_twice_as_many_as_right_ones() -> None:
    right: Counter[bool] = Counter()
    for path in STORIES:
        lines = _lines(path)
        for (word, code), (after, answer) in pairwise(lines):
            if word == "scan" and after == "see" and not code.upper().startswith("CMD-"):
                right[json.loads(answer).get("outcome") == "accepted"] += 1
    assert right[False] >= 2 * right[True]


def test_the_warehouse_of_the_stories_breaks_no_rule_of_the_import() -> None:
    texts = {path.name: path.read_text("utf-8") for path in (HERE / "warehouse").glob("*.csv")}
    files = read(texts)
    for name, left_out in LEFT_OUT.items():
        files[name] = [left_out | row for row in files[name]]
    assert len(files) == 6
    assert list(bad_rows(files)) == []
