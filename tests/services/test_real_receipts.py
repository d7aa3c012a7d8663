"""Real trucks with their real short and rejected units, received by scan.

The warehouse is made of AdventureWorks; it lies beside the product, not in it, and the test is
skipped where it does not.  Every truck is received where DOCKHAND_ALL_TRUCKS is set.
"""

from __future__ import annotations

import csv
import os
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.services.importing import import_files
from app.services.osd import osd
from app.services.osd_sheet import make_osd_sheet
from app.services.verifying import verify
from tests.floor import Floor, empty_floor

if TYPE_CHECKING:
    from collections.abc import Iterator

WAREHOUSE = Path(__file__).parents[3] / "shared" / "data" / "adventureworks_floor"
FILES = ("products", "barcodes", "locations", "stock", "inbound")
AS_OF = datetime(2025, 8, 2, 6, tzinfo=UTC)
SAMPLE = 12  # trucks: those with short or rejected units first

Truth = dict[str, dict[str, tuple[int, int]]]  # ASN -> line -> (received, rejected)

pytestmark = pytest.mark.skipif(
    not WAREHOUSE.is_dir(), reason="the AdventureWorks warehouse is not beside the product"
)


def rows(name: str) -> Iterator[dict[str, str]]:
    with (WAREHOUSE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def truth() -> Truth:
    """Return what came off the trucks to receive, by ASN and line."""
    found: Truth = defaultdict(dict)
    for row in rows("truth_receipts"):
        found[row["asn"]][row["line"]] = (int(row["received"]), int(row["rejected"]))
    if os.environ.get("DOCKHAND_ALL_TRUCKS"):
        return found
    announced = {(row["asn"], row["line"]): int(row["quantity"]) for row in rows("inbound")}

    def is_plain(asn: str) -> bool:
        lines = found[asn].items()
        return all(came == (announced[asn, line], 0) for line, came in lines)

    return {asn: found[asn] for asn in sorted(found, key=lambda asn: (is_plain(asn), asn))[:SAMPLE]}


def scans(skus: dict[str, str], lines: dict[str, tuple[int, int]]) -> list[str]:
    """Return the scans of a truck: of each line the good units, then the rejected as damaged."""
    codes = []
    for line, (received, rejected) in lines.items():
        if good := received - rejected:
            codes += [f"CMD-QTY-{good}", skus[line]]
        if rejected:
            codes += ["CMD-DAMAGED", f"CMD-QTY-{rejected}", skus[line]]
    return [*codes, "CMD-CLOSE"]


def receive_all(floor: Floor, came: Truth) -> None:
    skus: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows("inbound"):
        skus[row["asn"]][row["line"]] = row["sku"]
    for asn, lines in came.items():
        floor.receive(asn, *scans(skus[asn], lines))


def test_the_sheet_of_each_real_truck_says_what_came_and_what_was_rejected(tmp_path: Path) -> None:
    floor = empty_floor(tmp_path / "floor.db", AS_OF)
    files = [(f"{name}.csv", (WAREHOUSE / f"{name}.csv").read_bytes()) for name in FILES]
    assert not import_files(files, floor.desk.store, floor.desk.stamp()).refused
    floor.desk.planner.forget()
    came = truth()

    receive_all(floor, came)

    for asn, lines in came.items():
        found = osd(asn, floor.desk)
        assert found.closed
        assert {row.line: (row.received, row.damaged) for row in found.lines} == lines
        sheet = make_osd_sheet(found, floor.desk)
        assert {row.line: (row.received, row.damaged) for row in sheet.rows} == lines
        assert all(row.short == max(0, row.expected - row.received) for row in found.lines)
        assert all(row.over == max(0, row.received - row.expected) for row in found.lines)
    assert set(floor.outcomes()) == {"accepted"}
    assert all(check.ok for check in verify(floor.desk))
