"""A database to import into, and short ways to write files and to look at what came of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import func, insert, select

from app.domain.stamp import Stamp
from app.exchange.report import ImportReport, import_json
from app.services.importing import import_files
from db import tables as t
from db.prepare import prepare
from db.store import SqlStore
from tests.migrated import open_migrated

if TYPE_CHECKING:
    from sqlalchemy import Select

    from app.work import Store

NOW = datetime(2026, 3, 2, 6, tzinfo=UTC)

LOCATIONS = "location,kind\nA-1,storage\nA-2,storage\nD-1,dock\nL-1,staging\nP-1,packing\n"
PRODUCTS = "sku,description,home_location\nBOLT,Bolt,A-1\nNUT,Nut,\n"
BARCODES = "barcode,sku,units\n4006381333931,BOLT,1\nBOX-9,BOLT,12\n"
STOCK = "location,sku,quantity\nA-1,BOLT,10\nA-2,NUT,5\n"
INBOUND = (
    "asn,line,supplier,sku,quantity,expected_at,door,window_start,window_end,status\n"
    "T-1,1,Acme,BOLT,40,2026-03-03T09:00Z,D1,2026-03-03T09:00Z,2026-03-03T10:00Z,\n"
    "T-1,2,Acme,NUT,7,2026-03-03T09:00Z,D1,2026-03-03T09:00Z,2026-03-03T10:00Z,\n"
)
ORDERS = (
    "order,line,customer,sku,quantity,ordered_at,priority,hold\n"
    "S-1,1,Ann,BOLT,8,2026-03-01T08:00Z,2,no\n"
    "S-1,2,Ann,NUT,3,2026-03-01T08:00Z,2,no\n"
    "S-2,1,Bob,BOLT,20,2026-03-01T09:00Z,,\n"
)
WAREHOUSE = {
    "locations.csv": LOCATIONS,
    "products.csv": PRODUCTS,
    "barcodes.csv": BARCODES,
    "stock.csv": STOCK,
    "inbound.csv": INBOUND,
    "orders.csv": ORDERS,
}


def files_of(texts: dict[str, str]) -> list[tuple[str, bytes]]:
    """Return files of texts by name, with or without ``.csv``."""
    return [(f"{name.removesuffix('.csv')}.csv", text.encode()) for name, text in texts.items()]


@dataclass
class Bench:
    """A store and its engine; ``bring`` imports texts by file name (without ``.csv``)."""

    where: str
    at: datetime = NOW
    report: ImportReport = field(default_factory=ImportReport)

    def __post_init__(self) -> None:
        """Make the database."""
        self.engine = open_migrated(self.where)
        prepare(self.engine, Stamp(self.at))
        self.store = cast("Store", SqlStore(self.engine))

    def bring(self, **texts: str) -> Bench:
        """Import files in one call and keep the report."""
        return self.bring_bytes(files_of(texts))

    def skipping(self, **texts: str) -> Bench:
        """Import files in one call, leaving out what is bad."""
        return self.bring_bytes(files_of(texts), skip_bad=True)

    def bring_bytes(
        self, files: list[tuple[str, bytes]], *, skip_bad: bool = False, dry_run: bool = False
    ) -> Bench:
        """Import bytes and keep the report."""
        stamp = Stamp(self.at)
        self.report = import_files(files, self.store, stamp, skip_bad=skip_bad, dry_run=dry_run)
        return self

    def warehouse(self) -> Bench:
        """Import the whole small warehouse."""
        self.bring_bytes(files_of(WAREHOUSE))
        assert not self.report.refused
        return self

    def counts(self, name: str = "") -> tuple[int, int, int]:
        """Return created, updated and unchanged of a file, or of all."""
        files = [file for file in self.report.files if file.name == f"{name}.csv" or not name]
        return (
            sum(file.created for file in files),
            sum(file.updated for file in files),
            sum(file.unchanged for file in files),
        )

    def rejected(self) -> list[tuple[str, int, str]]:
        """Return file, line and column of every bad row."""
        files = import_json(self.report)["files"]
        return [
            (file["name"].removesuffix(".csv"), bad["line"], bad["column"])
            for file in files
            for bad in file["rejected"]
        ]

    def reasons(self) -> str:
        """Return all reasons together."""
        files = import_json(self.report)["files"]
        return "\n".join(bad["reason"] for file in files for bad in file["rejected"])

    def rows(self, query: Select[Any]) -> list[tuple[Any, ...]]:
        """Ask the database."""
        with self.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(query)]

    def put(self, table: Any, **values: object) -> int:
        """Insert a row as another service would, under a fact of its own where it needs one."""
        with self.engine.begin() as connection:
            if "fact" in table.c and "fact" not in values:
                fact = connection.execute(
                    insert(t.facts).values(
                        at=NOW, actor="a", station="s", site="MAIN", kind="test", subject=""
                    )
                ).inserted_primary_key
                values["fact"] = fact[0] if fact else None
            key = connection.execute(insert(table).values(values)).inserted_primary_key
            return key[0] if key and isinstance(key[0], int) else 0

    def key(self, table: Any, **where: object) -> int:
        """Return the id of the one row that has those values."""
        query = select(table.c.id).where(*(table.c[name] == v for name, v in where.items()))
        return int(self.rows(query)[0][0])

    def everything(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return every table's rows."""
        return {
            table.name: sorted(self.rows(select(table)), key=repr)
            for table in t.metadata.sorted_tables
        }

    def stock(self) -> dict[tuple[str, str, str], int]:
        """Return on-hand by location, SKU and lot."""
        query = (
            select(
                t.locations.c.code, t.products.c.sku, t.stock.c.lot, func.sum(t.stock.c.quantity)
            )
            .join(t.locations, t.locations.c.id == t.stock.c.location_id)
            .join(t.products, t.products.c.id == t.stock.c.product_id)
            .group_by(t.locations.c.code, t.products.c.sku, t.stock.c.lot)
        )
        return {(row[0], row[1], row[2]): int(row[3]) for row in self.rows(query)}
