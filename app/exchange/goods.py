"""Reads ``products.csv`` and ``barcodes.csv``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.barcode import barcode_key, check_digit_holds, gtin_key
from app.exchange.cells import yes_or_no
from app.exchange.findings import Finding
from app.exchange.reading import Reading
from app.exchange.rows import BarcodeRow, ProductRow
from app.exchange.substitutes import BadSubstituteError, read_substitutes, split_substitutes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.exchange.cells import Cells
    from app.exchange.known import Known
    from app.exchange.reading import Source

TRACKING = ("none", "lot", "serial")


def read_products(source: Source) -> Reading[ProductRow]:
    """Read the products; good ones may be referred to, by each other's substitutes too."""
    cells, reading = source.cells(), Reading[ProductRow]()
    seen: set[str] = set()
    bad_skus: set[str] = set()
    said: dict[int, tuple[str, ...]] = {}
    for values in source.rows(cells, reading):
        before = len(cells.bad)
        row = _product(cells, values, source.known)
        if row.sku in seen:
            cells.note("sku", "repeated", value=row.sku)
        elif len(cells.bad) > before:
            bad_skus.add(row.sku)
        if len(cells.bad) == before:
            reading.rows.append((cells.line, row))
            said[cells.line] = split_substitutes(values[8])
        seen.add(row.sku)
    allowed = source.known.skus | (seen - bad_skus if source.skip_bad else seen)
    _add_substitutes(reading, cells, said, allowed, source)
    for sku in allowed - source.known.skus:
        source.known.add_sku(sku)
    reading.bad = sorted(cells.bad, key=lambda finding: finding.line)
    return reading


def _product(cells: Cells, values: tuple[str, ...], known: Known) -> ProductRow:
    sku, description, weight, backorderable, days, safety, supplier, home = values[:8]
    track, zone = values[9:11]  # the substitutes between them are read once all SKUs are known
    if home and not known.is_place(home):
        cells.note("home_location", "unknown_location", value=home)
    if known.barcodes.get(barcode_key(sku), sku) != sku:
        cells.note("sku", "sku_is_barcode", value=sku)
    return ProductRow(
        cells.needed("sku", sku),
        description,
        cells.number("unit_weight_g", weight, None),
        yes_or_no(cells, "backorderable", backorderable, default=True),
        cells.number("lead_time_days", days, None),
        cells.number("safety_stock", safety, 0),
        supplier,
        home,
        tracking=cells.word("tracking", track, TRACKING, "none"),
        zone=zone,
    )


def _add_substitutes(
    reading: Reading[ProductRow],
    cells: Cells,
    said: Mapping[int, tuple[str, ...]],
    allowed: set[str],
    source: Source,
) -> None:
    """Understand the substitutes of good rows (by line), and leave out rows with bad ones.

    Where bad rows go, who names them goes too.
    """
    again = True
    while again:
        kept = []
        for line, row in reading.rows:
            try:
                found = read_substitutes(said[line], allowed)
            except BadSubstituteError as error:
                cells.bad.append(Finding(line, "substitutes", error.code, {"value": error.value}))
            else:
                kept.append((line, row._replace(substitutes=found)))
        gone = {row.sku for _, row in reading.rows} - {row.sku for _, row in kept}
        again = source.skip_bad and bool(gone)
        reading.rows = kept
        if source.skip_bad:
            allowed -= gone - source.known.skus


def read_barcodes(source: Source) -> Reading[BarcodeRow]:
    """Read the barcodes; a wrong check digit is only a warning: many real ones are wrong."""
    cells, reading = source.cells(), Reading[BarcodeRow]()
    seen: dict[str, str] = {}
    for code, sku, units in source.rows(cells, reading):
        before = len(cells.bad)
        row = BarcodeRow(
            code,
            cells.one_of("sku", sku, source.known.skus, "unknown_sku"),
            cells.number("units", units, 1, least=1),
        )
        key = row.key
        cells.needed("barcode", key)
        _check_barcode(row, key, source.known, cells)
        if key in seen:
            code_ = "repeated" if seen[key] == sku else "barcode_taken"
            cells.note("barcode", code_, value=code, sku=seen[key])
        seen.setdefault(key, sku)
        if len(cells.bad) == before:
            reading.rows.append((cells.line, row))
        if gtin_key(code) and not check_digit_holds(code):
            cells.doubt("barcode", "check_digit", value=code)
    source.known.barcodes.update((row.key, row.sku) for _, row in reading.rows)
    reading.bad, reading.warnings = cells.bad, cells.doubts
    return reading


def _check_barcode(row: BarcodeRow, key: str, known: Known, cells: Cells) -> None:
    if known.barcodes.get(key, row.sku) != row.sku:
        cells.note("barcode", "barcode_taken", value=row.barcode, sku=known.barcodes[key])
    if known.sku_keys.get(key, row.sku) != row.sku:
        cells.note("barcode", "barcode_is_sku", value=row.barcode, sku=known.sku_keys[key])
    if key in known.place_keys:
        cells.note("barcode", "barcode_is_location", value=row.barcode)
