"""Northwind's open orders, received, picked, packed and shipped by the command line.

Every number is held against books that share no code with the program.  The warehouse lies beside
the product, not in it, and the test is skipped where it does not.
"""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from itertools import cycle
from typing import TYPE_CHECKING, Any

import pytest

from tests.commands.in_process import Line
from tests.commands.northwind import WAREHOUSE, Books, open_books, page_of, rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    not WAREHOUSE.is_dir(), reason="the Northwind warehouse is not beside the product"
)

ROUNDS = (  # when somebody picks and packs, and the trucks that came since the round before
    ("1998-05-07T06:00:00Z", ""),
    ("1998-05-07T20:00:00Z", "1998-05-07T20:00:00Z"),
    ("1998-05-11T20:00:00Z", "1998-05-11T20:00:00Z"),
    ("1998-05-16T06:00:00Z", "1998-05-16T06:00:00Z"),
)
GIVEN_UP = "11072"  # waits for what is not reordered
WRONG = (
    *("NOBODY-KNOWS", "0400010000013", "LANE-99", "10970", "ASN-NW-999", "CMD-FLY"),
    *("STRANGER", "CMD-QTY-0", "CMD-CANCEL", "A" * 300, "]C1"),
)
"""Nothing known, a bad check digit, wrong places, orders and ASNs; a product that is not wanted."""


@dataclass
class Day:
    """The work of some days, with a wrong scan before every third right one."""

    line: Line
    books: Books
    papers: Path

    def __post_init__(self) -> None:
        self.wrong = cycle(WRONG)
        self.scans = 0
        self.refused: Counter[str] = Counter()

    def codes_for(self, sku: str, units: int) -> list[str]:
        """Return the scans of so many units: whole cases, then a quantity of single ones."""
        found = [(n, code) for code, (one, n) in self.books.units.items() if one == sku]
        each = next(code for n, code in found if n == 1)
        cases = [(n, code) for n, code in found if 1 < n <= units]
        if cases and self.scans % 2:
            size, code = max(cases)
            return [code, *self.codes_for(sku, units - size)] if units > size else [code]
        return [f"CMD-QTY-{units}", each] if units > 1 else [each]

    def stranger(self, number: str) -> str:
        """Return the barcode of a product that is not on an order or a truck."""
        mine = {row["sku"] for row in rows("inbound") if row["asn"] == number}
        mine |= set(self.books.lines.get(number, ()))
        return next(code for code, (sku, _) in self.books.units.items() if sku not in mine)

    def mixed(self, codes: list[str], number: str) -> Iterator[str]:
        """Throw in wrong scans, never between a quantity and its item."""
        for before, code in zip(["", *codes], codes, strict=False):
            self.scans += 1
            if self.scans % 3 == 0 and not before.startswith("CMD-QTY-"):
                thrown = next(self.wrong)
                yield self.stranger(number) if thrown == "STRANGER" else thrown
            yield code

    def receive(self, asn: str) -> None:
        """Receive a truck as it was announced; what nobody announced there is taken too."""
        told = {row["line"]: row for row in rows("inbound") if row["asn"] == asn}
        codes = [
            code
            for row in told.values()
            for code in self.codes_for(row["sku"], int(row["quantity"]))
        ]
        script = iter([*self.mixed(codes, ""), "CMD-CLOSE"])
        scanned, answers = self._work("receive", asn, lambda _answer: next(script, None))
        self.books.received(scanned, answers)

    def pick(self, order: str) -> None:
        """Go where ``next`` says and take what it says, until nothing is left."""
        script: Iterator[str] = iter(())

        def hand(answer: Any) -> str | None:
            nonlocal script
            code = next(script, None)
            if code is None and answer["next"] is not None:
                step = answer["next"]
                codes = self.codes_for(step["sku"], step["quantity"])
                script = self.mixed([step["location"], *codes], order)
                code = next(script)
            return code

        scanned, answers = self._work("pick", order, hand)
        self.books.picks(order, scanned, answers)

    def pack(self, order: str) -> None:
        """Verify what was picked, close the shipment and read its slip."""
        codes = [
            code
            for sku, units in self.books.picked[order].items()
            for code in self.codes_for(sku, units)
        ]
        script = iter([*self.mixed(codes, order), "CMD-CLOSE"])
        scanned, answers = self._work("pack", order, lambda _answer: next(script, None))
        self.books.packs(order, scanned, answers)
        if "shipment" not in answers[-1]:
            return
        slip = self.papers / f"slip-{answers[-1]['shipment']}.pdf"
        self.books.left_on(order, page_of(slip))

    def _work(self, job: str, number: str, hand: Any) -> tuple[list[str], list[Any]]:
        scanned, (_opened, *answers) = self.line.said(job, number, hand=hand)
        self.refused.update(one["outcome"] for one in answers if one["outcome"] != "accepted")
        return scanned, answers

    def check(self, folder: Path) -> None:
        """Hold what is still to come and what lies against the books; ``verify`` is clean."""
        self.line.said("export", "stock", "-o", folder / "stock.csv")
        with (folder / "stock.csv").open(encoding="utf-8", newline="") as file:
            exported = list(csv.DictReader(file))
        (plan,) = self.line.said("plan", "--horizon", "30d")[1]
        self.books.still_open(plan, exported)
        (proof,) = self.line.said("verify")[1]
        assert proof["ok"], proof


@pytest.fixture
def day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Day:
    line = Line(tmp_path / "floor.db", monkeypatch, ROUNDS[0][0])
    line.said("import", WAREHOUSE)
    line.said("settings", "printer", tmp_path)
    return Day(line, open_books(), tmp_path)


def test_every_number_of_northwinds_days_is_what_independent_books_say(
    day: Day, tmp_path: Path
) -> None:
    came: set[str] = set()

    for at, until in ROUNDS:
        day.line.as_of = at
        for row in rows("inbound"):
            if row["expected_at"] <= until and row["asn"] not in came:
                came.add(row["asn"])
                day.receive(row["asn"])
        (queue,) = day.line.said("picks")[1]
        for order in [row["order"] for row in queue["orders"]]:
            day.pick(order)
            day.pack(order)
        day.check(tmp_path)
    day.line.said("order", GIVEN_UP, "--cancel")
    day.books.cancels(GIVEN_UP)
    day.check(tmp_path)

    assert day.books.wrong == []
    assert len(came) == len({row["asn"] for row in rows("inbound")})
    assert day.books.closed > 20
    assert day.refused.total() > 90
