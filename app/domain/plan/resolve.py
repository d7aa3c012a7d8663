"""Turns keys into rows, and leaves out what refers to nothing that the plan knows."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from app.domain.plan.facts import FROM_STOCK, PlanFacts

if TYPE_CHECKING:
    from app.domain.plan.facts import (
        Flags,
        InboundLines,
        Ints,
        Lines,
        Locks,
        Orders,
        Reading,
        Stock,
    )

UNKNOWN = -1
Table = TypeVar("Table", bound=Any)


def resolve(reading: Reading) -> PlanFacts:
    """Return the facts of a whole reading, without orders that have nothing left to do."""
    lines = worth_planning(reading.lines, reading.orders)
    orders = _used(reading.orders, lines.order)
    products = reading.products
    at_rows = replace(
        lines,
        order=rows_of(orders.ids, lines.order),
        product=rows_of(products.ids, lines.product),
    )
    inbound_lines = resolve_inbound_lines(reading.inbound_lines, reading.inbound.ids, products.ids)
    return PlanFacts(
        orders=orders,
        lines=at_rows,
        products=products,
        stock=resolve_stock(reading.stock, products.ids),
        inbound=reading.inbound,
        inbound_lines=inbound_lines,
        locks=resolve_locks(reading.locks, lines.ids, inbound_lines.ids),
    )


def worth_planning(lines: Lines, orders: Orders) -> Lines:
    """Leave out lines of unknown orders, and finished ones unless a pick may still be undone."""
    order = rows_of(orders.ids, lines.order)
    worth = order != UNKNOWN
    worth[worth] = (lines.open[worth] > 0) | orders.shipping[order[worth]]
    return some(lines, worth)


def _used(orders: Orders, order_ids: Ints) -> Orders:
    used = np.zeros(orders.ids.size, dtype=np.bool_)
    used[rows_of(orders.ids, order_ids)] = True
    return some(orders, used)


def resolve_stock(stock: Stock, product_ids: Ints) -> Stock:
    """Return stock with the products' rows."""
    return replace(stock, product=rows_of(product_ids, stock.product))


def resolve_inbound_lines(
    lines: InboundLines, inbound_ids: Ints, product_ids: Ints
) -> InboundLines:
    """Return the lines of shipments that are known, with rows for keys."""
    shipment = rows_of(inbound_ids, lines.shipment)
    known = shipment != UNKNOWN
    product = rows_of(product_ids, lines.product[known])
    return replace(some(lines, known), shipment=shipment[known], product=product)


def resolve_locks(locks: Locks, line_ids: Ints, inbound_line_ids: Ints) -> Locks:
    """Return the locks whose line and source are known, with rows for keys."""
    line = rows_of(line_ids, locks.line)
    from_stock = locks.source == FROM_STOCK
    source = np.where(from_stock, FROM_STOCK, rows_of(inbound_line_ids, locks.source))
    known = (line != UNKNOWN) & (from_stock | (source != UNKNOWN))
    return replace(some(locks, known), line=line[known], source=source[known])


def some(table: Table, rows: Flags | Ints) -> Table:
    """Return some rows of a table."""
    kept: Table = replace(table, **{f.name: getattr(table, f.name)[rows] for f in fields(table)})
    return kept


def copied(table: Table) -> Table:
    """Return a table with columns of its own."""
    done: Table = replace(table, **{f.name: getattr(table, f.name).copy() for f in fields(table)})
    return done


def joined(*tables: Table) -> Table:
    """Return the rows of tables of one kind, one after the other; of one table, itself."""
    filled = [table for table in tables if getattr(table, fields(table)[0].name).size]
    if len(filled) < 2:
        return filled[0] if filled else tables[0]
    columns = {f.name: [getattr(table, f.name) for table in filled] for f in fields(tables[0])}
    done: Table = replace(tables[0], **{n: np.concatenate(c) for n, c in columns.items()})
    return done


def rows_of(ids: Ints, wanted: Ints) -> Ints:
    """Return the row of each wanted key in ascending keys, ``UNKNOWN`` where it is not there."""
    if not ids.size:
        return np.full(wanted.size, UNKNOWN, dtype=np.int64)
    if ids[-1] - ids[0] == ids.size - 1:  # no gap: a key says its row
        at = wanted - ids[0]
        return np.where((at >= 0) & (at < ids.size), at, UNKNOWN)
    at = np.minimum(np.searchsorted(ids, wanted), ids.size - 1)
    return np.where(ids[at] == wanted, at, UNKNOWN)


def among(values: Ints, ascending: Ints) -> Flags:
    """Tell which values are among others; for a few of these it beats ``np.isin`` by far."""
    if not ascending.size:
        return np.zeros(values.size, dtype=np.bool_)
    at = np.minimum(np.searchsorted(ascending, values), ascending.size - 1)
    return np.asarray(ascending[at] == values, dtype=np.bool_)
