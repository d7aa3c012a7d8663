"""Reads ``locations.csv`` and ``stock.csv``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.barcode import barcode_key
from app.domain.goods import VIRTUAL, Kind
from app.exchange.reading import Reading
from app.exchange.rows import LocationRow, StockRow

if TYPE_CHECKING:
    from app.exchange.cells import Cells
    from app.exchange.known import Known
    from app.exchange.reading import Source

KINDS = tuple(kind.value for kind in Kind)
PURPOSES = ("cross_dock", "outbound")


def read_locations(source: Source) -> Reading[LocationRow]:
    """Read the places; a good one may be referred to by what is read next."""
    cells, reading = source.cells(), Reading[LocationRow]()
    seen: set[str] = set()
    for code, kind, zone, sequence, purpose in source.rows(cells, reading):
        before = len(cells.bad)
        row = LocationRow(
            cells.needed("location", code),
            cells.word("kind", kind, KINDS),
            zone,
            cells.number("pick_sequence", sequence, None),
            cells.word("purpose", purpose, PURPOSES) if purpose else "",
        )
        _check_location(row, source.known, cells)
        if code in seen:
            cells.note("location", "repeated", value=code)
        good = len(cells.bad) == before
        seen.add(code)
        if good:
            reading.rows.append((cells.line, row))
        if good or not source.skip_bad:
            source.known.add_location(code, row.kind)
    reading.bad = cells.bad
    return reading


def _check_location(row: LocationRow, known: Known, cells: Cells) -> None:
    before = known.kinds.get(row.location)
    if before is not None and (before in VIRTUAL) != (row.kind in VIRTUAL):
        cells.note("kind", "kind_fixed", value=row.kind, before=before)
    if barcode_key(row.location) in known.barcodes:
        cells.note("location", "location_is_barcode", value=row.location)


def read_stock(source: Source) -> Reading[StockRow]:
    """Read what lies where."""
    cells, reading = source.cells(), Reading[StockRow]()
    known = source.known
    seen: set[tuple[object, ...]] = set()
    for location, sku, quantity, lot, expires_on in source.rows(cells, reading):
        before = len(cells.bad)
        if not known.is_place(location):
            cells.note("location", "unknown_location", value=location)
        row = StockRow(
            location,
            cells.one_of("sku", sku, known.skus, "unknown_sku"),
            cells.needed_number("quantity", quantity),
            cells.code("lot", lot),
            cells.day("expires_on", expires_on),
        )
        key = (location, sku, lot, row.expires_on)
        if key in seen:
            cells.note("location", "repeated", value=f"{location}, {sku}")
        seen.add(key)
        if len(cells.bad) == before:
            reading.rows.append((cells.line, row))
    reading.bad = cells.bad
    return reading
