"""Writes locations, products and barcodes: rows known by one key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from app.services.import_merging import merged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from app.exchange.reading import Reading
    from app.exchange.rows import BarcodeRow, LocationRow, ProductRow
    from app.services.import_turn import Turn

Row = TypeVar("Row", bound=Any)


def write_locations(turn: Turn, reading: Reading[LocationRow]) -> None:
    """Write the site's locations."""
    places = turn.store.places
    _write(turn, _keyed(reading, lambda row: row.location), places.all(), places.add, places.change)


def write_products(turn: Turn, reading: Reading[ProductRow]) -> None:
    """Write the products with their substitutes."""
    goods = turn.store.goods
    rows = _keyed(reading, lambda row: row.sku)
    _write(turn, rows, goods.products(), goods.add_products, goods.change_products)


def write_barcodes(turn: Turn, reading: Reading[BarcodeRow]) -> None:
    """Write the barcodes."""
    goods = turn.store.goods
    rows = _keyed(reading, lambda row: row.key)
    _write(turn, rows, goods.barcodes(), goods.add_barcodes, goods.change_barcodes)


def _keyed(reading: Reading[Row], key: Callable[[Row], str]) -> Iterable[tuple[str, Row]]:
    return ((key(row), row) for _, row in reading.rows)


def _write(
    turn: Turn,
    rows: Iterable[tuple[str, Row]],
    known: Mapping[str, Row],
    add: Callable[[int, Sequence[Row]], None],
    change: Callable[[int, Sequence[Row]], None],
) -> None:
    new: list[Row] = []
    changed: list[Row] = []
    for key, row in rows:
        before = known.get(key)
        if before is None:
            new.append(row)
            continue
        now = merged(row, before, turn.present)
        if now == before:
            turn.report.unchanged += 1
        else:
            changed.append(now)
    if new:
        add(turn.fact, new)
    if changed:
        change(turn.fact, changed)
    turn.report.created += len(new)
    turn.report.updated += len(changed)
