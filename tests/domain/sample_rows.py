"""Reads the sample's files the simple way, and says which rows break the import's rules."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Row = dict[str, str]
Files = dict[str, list[Row]]

POLICIES = {"ship_as_available", "all_or_nothing", "up_to_n_shipments", "default"}
STATUSES = {"scheduled", "arrived", "closed", "cancelled", "no_show"}
KINDS = {"storage", "staging", "dock", "packing", "carton", "quarantine"}
NUMBER = re.compile(r"[0-9]{1,10}", re.ASCII)
KEYS = {
    "products.csv": ("sku",),
    "barcodes.csv": ("barcode",),
    "locations.csv": ("location",),
    "stock.csv": ("location", "sku", "lot", "expires_on"),
    "orders.csv": ("order", "line"),
    "inbound.csv": ("asn", "line"),
}
NEEDED = {"quantity": 1, "units": 1, "max_shipments": 1, "lead_time_days": 0, "safety_stock": 0}
NEEDED |= {"quantity_shipped": 0, "quantity_cancelled": 0, "shipments_made": 0}
NEEDED |= {"unit_weight_g": 0, "pick_sequence": 0, "priority": 1}
HEADS = {
    "order": "customer ordered_at promised_at priority policy max_shipments ship_to email"
    " shipments_made hold",
    "asn": "supplier expected_at purchase_order carrier trailer door window_start window_end"
    " status",
}


def read(texts: Mapping[str, str]) -> Files:
    """Return the rows of every file."""
    return {name: list(csv.DictReader(io.StringIO(text))) for name, text in texts.items()}


def instant(text: str) -> datetime:
    """Read an instant that carries Z."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def open_units(row: Row) -> int:
    """Return what of an order line is neither shipped nor cancelled."""
    gone = int(row["quantity_shipped"]) + int(row["quantity_cancelled"])
    return int(row["quantity"]) - gone


def orders(files: Files) -> Mapping[str, list[Row]]:
    """Return the lines of every order."""
    return _grouped(files["orders.csv"], "order")


def check_digit_holds(code: str) -> bool:
    """Recompute a GS1 check digit, from the right with weights 1 and 3 in turn."""
    return sum(int(d) * (1, 3)[n % 2] for n, d in enumerate(reversed(code))) % 10 == 0


def bad_rows(files: Files) -> Iterator[str]:
    """Name everything for which the import would refuse a row."""
    yield from _bad_values(files)
    yield from _repeated(files)
    yield from _unknown(files)
    yield from _barcodes(files)
    yield from _heads(files["orders.csv"], "order")
    yield from _heads(files["inbound.csv"], "asn")


def _bad_values(files: Files) -> Iterator[str]:
    for name, rows in files.items():
        for row in rows:
            yield from (f"{name} {bad}" for bad in _bad_cells(row))


def _bad_cells(row: Row) -> Iterator[str]:
    for column, value in row.items():
        if column in NEEDED and value and not _number(value, NEEDED[column]):
            yield f"{column} {value}"
        if column.endswith("_at") and value:
            instant(value)
        if column == "expires_on" and value:
            date.fromisoformat(value)
    fixed = {"policy": POLICIES, "status": STATUSES, "hold": {"yes", "no"}, "kind": KINDS}
    fixed |= {"backorderable": {"yes", "no"}, "tracking": {"none", "lot", "serial"}}
    fixed |= {"priority": set("12345")}
    yield from (f"{c} {row[c]}" for c, known in fixed.items() if c in row and row[c] not in known)
    if row.get("policy") == "up_to_n_shipments" and not row["max_shipments"]:
        yield f"{row['order']} has no max_shipments"
    if "quantity_shipped" in row and open_units(row) < 0:
        yield f"{row['order']} has more than all shipped or cancelled"


def _number(value: str, least: int) -> bool:
    return bool(NUMBER.fullmatch(value)) and least <= int(value) <= 1_000_000_000


def _repeated(files: Files) -> Iterator[str]:
    for name, columns in KEYS.items():
        keys = [tuple(row[column] for column in columns) for row in files[name]]
        yield from (f"{name} repeats {key}" for key in set(keys) if keys.count(key) > 1)


def _unknown(files: Files) -> Iterator[str]:
    skus = {row["sku"] for row in files["products.csv"]}
    places = {row["location"] for row in files["locations.csv"]}
    for name in ("barcodes.csv", "stock.csv", "orders.csv", "inbound.csv"):
        yield from (f"{name} {row['sku']}" for row in files[name] if row["sku"] not in skus)
    yield from (row["location"] for row in files["stock.csv"] if row["location"] not in places)
    for row in files["products.csv"]:
        named = [sku.partition("*")[0] for sku in row["substitutes"].split(";") if sku]
        yield from (f"substitute {sku}" for sku in named if sku not in skus)
        if row["home_location"] and row["home_location"] not in places:
            yield f"home {row['home_location']}"


def _barcodes(files: Files) -> Iterator[str]:
    taken = {row["location"] for row in files["locations.csv"]}
    taken |= {row["sku"] for row in files["products.csv"]}
    codes = [row["barcode"].zfill(14) for row in files["barcodes.csv"]]
    yield from (f"barcode {code} twice" for code in set(codes) if codes.count(code) > 1)
    yield from (
        f"barcode {row['barcode']} is taken"
        for row in files["barcodes.csv"]
        if row["barcode"] in taken
    )


def _heads(rows: Iterable[Row], key: str) -> Iterator[str]:
    for number, lines in _grouped(rows, key).items():
        if len({tuple(line[column] for column in HEADS[key].split()) for line in lines}) > 1:
            yield f"{number} differs between its lines"


def _grouped(rows: Iterable[Row], key: str) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[key]].append(row)
    return found
