"""A checker of a whole day that shares no code with the program.

It reads the warehouse's CSV files, what the commands print and the text of the slips' pages, and
keeps its own books: every number that the program says is worked out here once more.
"""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2

WAREHOUSE = Path(__file__).parents[3] / "shared" / "data" / "northwind_floor"
Row = dict[str, str]
Key = tuple[str, str]


def rows(name: str) -> list[Row]:
    """Return a file of the warehouse, row by row."""
    with (WAREHOUSE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@dataclass
class Line:
    """A line of an order as the file has it, and what the day made of it; units are each."""

    ordered: int
    shipped_before: int
    cancelled: int
    shipped: int = 0

    @property
    def left(self) -> int:
        return self.ordered - self.shipped_before - self.cancelled - self.shipped


@dataclass
class Books:
    """What lies, what came, what was picked, packed and shipped; ``wrong`` tells what differs."""

    lines: dict[str, dict[str, Line]] = field(default_factory=lambda: defaultdict(dict))
    sku_of: dict[Key, str] = field(default_factory=dict)
    terms: dict[str, tuple[str, int]] = field(default_factory=dict)
    units: dict[str, tuple[str, int]] = field(default_factory=dict)
    lies: Counter[str] = field(default_factory=Counter)
    picked: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    packed: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    shipments: Counter[str] = field(default_factory=Counter)
    closed: int = 0
    wrong: list[str] = field(default_factory=list)

    def expect(self, what: str, said: object, reckoned: object) -> None:
        """Note where the program says something else than these books."""
        if said != reckoned:
            self.wrong.append(f"{what}: the program says {said}, the books {reckoned}")

    def received(self, codes: list[str], answers: list[Any]) -> None:
        """Book what came off a truck."""
        for sku, units in self._counted("receive", codes, answers).items():
            self.lies[sku] += units

    def picks(self, order: str, codes: list[str], answers: list[Any]) -> None:
        """Book what was picked for an order."""
        self.picked[order] += self._counted(f"pick {order}", codes, answers)
        for sku, units in self.picked[order].items():
            line = self.lines[order][sku]
            if units > line.left:
                self.wrong.append(f"{order} {sku}: {units} picked of {line.left}")
        told = [answer["remaining"] for answer in answers]
        if told != sorted(told, reverse=True):
            self.wrong.append(f"pick {order}: more is left after a scan: {told}")

    def packs(self, order: str, codes: list[str], answers: list[Any]) -> None:
        """Book what was verified and, where the last answer closed the shipment, that it went."""
        self.packed[order] += self._counted(f"pack {order}", codes, answers)
        self.expect(f"pack {order}", dict(self.packed[order]), dict(+self.picked[order]))
        last = answers[-1]
        if "shipment" not in last:
            self.wrong.append(f"{order} was not closed: {last['message']}")
            return
        self.shipments[order] += 1
        self.closed += 1
        said = {row["sku"]: row["quantity"] for row in last["ships"]}
        self.expect(f"{order} ships", said, dict(self.packed[order]))

    def left_on(self, order: str, page: str) -> None:
        """Hold a slip against the books, and let its units go."""
        gone = self.packed.pop(order)
        self.picked.pop(order)
        box: dict[Key, tuple[int, int, int]] = {}
        rest: dict[Key, int] = {}
        for number, sku in self._lines_of(order).items():
            line, now = self.lines[order][sku], gone[sku]
            before = line.shipped_before + line.shipped
            line.shipped += now
            self.lies[sku] -= now
            if now:
                box[number, sku] = (line.ordered, before, now)
            if line.left:
                rest[number, sku] = line.left
            if self.lies[sku] < 0:
                self.wrong.append(f"{sku}: {-self.lies[sku]} more shipped than ever was here")
        inside, _, coming = page.partition("Units in this shipment")
        self.expect(f"slip of {order}, in the box", _in_the_box(inside), box)
        self.expect(f"slip of {order}, still to come", _still_to_come(coming), rest)
        self._policy(order)

    def _policy(self, order: str) -> None:
        policy, most = self.terms[order]
        rest = sum(line.left for line in self.lines[order].values())
        if most and self.shipments[order] > most:
            self.wrong.append(f"{order} left in {self.shipments[order]} shipments of {most}")
        if most and self.shipments[order] == most and rest:
            self.wrong.append(f"{order} ({policy}): its last shipment lacks {rest}")

    def cancels(self, order: str) -> None:
        """Book that nothing more of an order is wanted."""
        for line in self.lines[order].values():
            line.cancelled += line.left

    def still_open(self, plan: Any, exported: list[Row]) -> None:
        """Hold what the plan says is still to come, and what lies, against the books."""
        coming: Counter[Key] = Counter()
        for part in (*plan["pegs"], *plan["unmet"]):
            coming[part["order"], part["sku"]] += part["quantity"]
        for order, lines in self.lines.items():
            for sku, line in lines.items():
                self.expect(f"{order} {sku} to come", coming[order, sku], line.left)
        here: Counter[str] = Counter()
        for row in exported:
            here[row["sku"]] += int(row["quantity"])
        for sku in here.keys() | self.lies.keys():
            self.expect(f"{sku} lies", here[sku], self.lies[sku])

    def _counted(self, what: str, codes: list[str], answers: list[Any]) -> Counter[str]:
        """Reckon each scan from the barcodes' file; a refused one counts nothing."""
        found: Counter[str] = Counter()
        times = 1
        for code, answer in zip(codes, answers, strict=True):
            if code.startswith("CMD-QTY-") and answer["outcome"] == "accepted":
                times = int(code.removeprefix("CMD-QTY-"))
                continue
            if code not in self.units:
                self.expect(f"{what}: {code}", answer["quantity"], 0)
                continue
            (sku, units), counts = self.units[code], answer["outcome"] == "accepted"
            self.expect(f"{what}: {code}", answer["quantity"], units * times if counts else 0)
            self.expect(f"{what}: {code}", answer["sku"], sku)
            found[sku] += units * times if counts else 0
            times = 1
        return +found

    def _lines_of(self, order: str) -> dict[str, str]:
        return {number: sku for (one, number), sku in self.sku_of.items() if one == order}


def open_books() -> Books:
    """Open the books by the files alone."""
    books = Books()
    for row in rows("orders"):
        order, sku = row["order"], row["sku"]
        shipped, cancelled = int(row["quantity_shipped"]), int(row["quantity_cancelled"])
        books.lines[order][sku] = Line(int(row["quantity"]), shipped, cancelled)
        books.sku_of[order, row["line"]] = sku
        most = int(row["max_shipments"] or 0) if row["policy"] == "up_to_n_shipments" else 0
        books.terms[order] = (row["policy"], 1 if row["policy"] == "all_or_nothing" else most)
        books.shipments[order] = int(row["shipments_made"])
    for row in rows("barcodes"):
        books.units[row["barcode"]] = (row["sku"], int(row["units"]))
    for row in rows("stock"):
        books.lies[row["sku"]] += int(row["quantity"])
    return books


def page_of(pdf: Path) -> str:
    """Return all that a person reads on a slip."""
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    return text.replace("\x02", "-").replace("\ufffe", "-").replace("\r", "")


def _in_the_box(text: str) -> dict[Key, tuple[int, int, int]]:
    """Read line, SKU, and what was ordered, shipped before and is shipped now."""
    found = re.findall(r"(?ms)^(\d+) (NW-\d{3})\b.*?\b(\d+) (\d+) (\d+)$", text)
    return {(row[0], row[1]): (int(row[2]), int(row[3]), int(row[4])) for row in found}


def _still_to_come(text: str) -> Counter[Key]:
    """Read line, SKU and units of what is not in the box; a line may come in several parts."""
    day = r"(?:no date yet|(?:between )?\d{1,2} (?:May|June?)\b)"
    found = re.findall(rf"(?ms)^(\d+) (NW-\d{{3}})\b.*?\b(\d+) {day}", text)
    units: Counter[Key] = Counter()
    for line, sku, left in found:
        units[line, sku] += int(left)
    return units
