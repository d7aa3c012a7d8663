"""One pick scan and one receive scan, from the code to the durable commit.

Run: ``python -m benchmarks.scan``.  Prints the median in ms on 1,000 and on 100,000 open lines,
beside a bare durable SQLite commit of one row on the same disk, measured in the same run, and the
ratios (limits: 8 x the bare commit, 1.5 x the figure on 1,000 lines).
"""

from __future__ import annotations

import statistics
import tempfile
import time
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.scan import Scan
from app.domain.stamp import Stamp
from app.services.desk import Desk
from app.services.importing import import_files
from app.services.jobs import take_scan
from app.services.picking import PickingRoom
from app.services.planning import Planner
from app.services.receiving import ReceivingRoom
from db.driver import sqlite_module
from db.engine import open_engine
from db.prepare import prepare
from db.store import SqlStore
from hardware.clock import FixedClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOW = datetime(2026, 3, 4, 8, 0, tzinfo=UTC)
SCANS = 300
LINES_AN_ORDER = 5
POLICIES = ("ship_as_available", "all_or_nothing", "up_to_n_shipments", "default")
SIZES = (1_000, 100_000)
LIMIT_TO_BARE, LIMIT_TO_SMALL = 8.0, 1.5


def warehouse(lines: int, an_order: int = LINES_AN_ORDER) -> list[tuple[str, bytes]]:
    """Return the CSV files of a warehouse with that many open order lines."""
    products = max(100, lines // 20)
    places = [f"A-{n},storage,{n}" for n in range(products)]
    fixed = ["DOCK,dock,900001", "PACK,packing,900002"]
    lanes = [f"LANE-{n},staging,{800000 + n}" for n in range(20)]
    orders = [
        f"SO-{n // an_order},{n % an_order + 1},C{n % 500},P-{n * 7919 % products},"
        f"{1 + n % 4},2026-02-01T00:00Z,2026-03-0{1 + n % 9}T12:00Z,{1 + n % 5},"
        f"{POLICIES[(n // an_order) % 4]},2"
        for n in range(lines)
    ]
    # the fields that may not differ inside an order follow the order, not the line
    orders = [_same_in_order(row) for row in orders]
    stock = [f"A-{n},P-{n},{10 + n % 90}" for n in range(products)]
    inbound = [
        f"T-{n // 50},{n % 50 + 1},Acme,P-{n},400,2026-03-04T{8 + n % 10:02}:00Z"
        for n in range(products)
    ]
    inbound = [_same_truck(row) for row in inbound]
    files = {
        "locations.csv": ["location,kind,pick_sequence", *places, *fixed, *lanes],
        "products.csv": [
            "sku,description,backorderable",
            *(f"P-{n},Product {n},yes" for n in range(products)),
        ],
        "stock.csv": ["location,sku,quantity", *stock],
        "orders.csv": [
            "order,line,customer,sku,quantity,ordered_at,promised_at,priority,policy,max_shipments",
            *orders,
        ],
        "inbound.csv": ["asn,line,supplier,sku,quantity,expected_at", *inbound],
    }
    return [(name, "\n".join(rows).encode()) for name, rows in files.items()]


def _same_in_order(row: str) -> str:
    cells = row.split(",")
    number = int(cells[0].removeprefix("SO-"))
    cells[2] = f"C{number % 500}"
    cells[6] = f"2026-03-0{1 + number % 9}T12:00Z"
    cells[7] = str(1 + number % 5)
    return ",".join(cells)


def _same_truck(row: str) -> str:
    cells = row.split(",")
    number = int(cells[0].removeprefix("T-"))
    cells[5] = f"2026-03-04T{8 + number % 10:02}:00Z"
    return ",".join(cells)


def bare_commit(folder: Path) -> Callable[[], object]:
    """Return a durable commit of one row through the bare driver."""
    connection = sqlite_module().connect(folder / "bare.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE scan(id INTEGER PRIMARY KEY, code TEXT)")

    def commit() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO scan(code) VALUES ('0400700010076')")
        connection.execute("COMMIT")

    return commit


def medians_ms(bare: Callable[[], object], scan: Callable[[], object]) -> tuple[float, float]:
    """Return the median times in ms of two calls in turns; the first tenth does not count."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(SCANS):
        for call, times in zip((bare, scan), taken, strict=True):
            begun = time.perf_counter()
            call()
            times.append((time.perf_counter() - begun) * 1_000)
    bare_ms, scan_ms = (statistics.median(times[SCANS // 10 :]) for times in taken)
    return bare_ms, scan_ms


def make_desk(folder: Path, lines: int, files: list[tuple[str, bytes]] | None = None) -> Desk:
    """Return a desk at a warehouse with that many open lines."""
    engine = open_engine(folder / f"{lines}.db")
    prepare(engine, Stamp(NOW))
    desk = Desk(SqlStore(engine), FixedClock(NOW), Planner())
    report = import_files(files or warehouse(lines), desk.store, desk.stamp())
    if report.refused:
        raise SystemExit("the warehouse of the benchmark is refused")
    return desk


def scans_ms(desk: Desk, bare: Callable[[], object]) -> dict[str, tuple[float, float]]:
    """Return medians of the bare commit and of an accepted item scan, on receive and on pick."""
    receive = ReceivingRoom()
    accepted = []

    def count() -> None:
        answer = take_scan(receive, "T-0", Scan(uuid.uuid4().hex, "P-7"), desk)
        accepted.append(answer["outcome"] == "accepted")

    found = {"receive": medians_ms(bare, count)}
    pick = PickingRoom()
    picks = pick_codes(desk)

    def take() -> None:
        order, sku = next(picks)
        answer = take_scan(pick, order, Scan(uuid.uuid4().hex, sku), desk)
        accepted.append(answer["outcome"] == "accepted")

    found["pick"] = medians_ms(bare, take)
    if not all(accepted):
        raise SystemExit(f"{accepted.count(False)} scans were refused")
    return found


def pick_codes(desk: Desk) -> Iterator[tuple[str, str]]:
    """Yield (order, SKU) of single units that can be picked now, in rank order."""
    with desk.store.read(desk.stamp()) as work:
        plan = desk.planner.current(work)
        units = []
        for peg in plan.pegs():
            if peg.source == "stock" and peg.order_line_id in plan.pickable(peg.order):
                units += [(peg.order, peg.sku)] * peg.quantity
            if len(units) > SCANS:
                break
    return iter(units)


def main() -> None:
    """Print the figures beside their limits."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name)
        bare = bare_commit(folder)
        small: dict[str, float] = {}
        for lines in SIZES:
            found = scans_ms(make_desk(folder, lines), bare)
            for kind, (alone, took) in found.items():
                beside = f", {took / small[kind]:.2f} x 1,000 lines" if kind in small else ""
                print(
                    f"{kind} scan, {lines:,} open lines: {took:.2f} ms"
                    f" = {took / alone:.1f} x a bare durable commit ({alone:.3f} ms){beside}"
                )
            small = small or {kind: took for kind, (_, took) in found.items()}
    print(f"limits: {LIMIT_TO_BARE} x the bare commit, {LIMIT_TO_SMALL} x 1,000 lines")


if __name__ == "__main__":
    main()
