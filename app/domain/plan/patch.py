"""Puts what was read again into the facts; says no where rows come or change their rank."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from app.domain.plan.resolve import (
    UNKNOWN,
    Table,
    resolve_inbound_lines,
    resolve_locks,
    resolve_stock,
    rows_of,
    some,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.domain.plan.facts import Flags, Ints, Lines, Orders, PlanFacts, Reading
    from app.domain.plan.rank import Ranked

RANKED_BY: Final = ("priority", "promised", "ordered")
FOLLOWS: Final = ("policy", "max_shipments", "made", "shipping", "held")


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """Facts after a change, and what it touched: products, and orders by rank."""

    facts: PlanFacts
    products: Flags
    owners: Ints


def patch(
    facts: PlanFacts,
    ranked: Ranked,
    reading: Reading,
    product_keys: Collection[int],
    order_keys: Collection[int],
) -> Patch | None:
    """Return the facts with what was read again; None where the rank or the rows change.

    The keys say what was read: an order or a lock that is not in the reading is no more.
    """
    rows = rows_of(facts.orders.ids, np.array(sorted(order_keys), dtype=np.int64))
    owners = ranked.place_of_order[rows[rows != UNKNOWN]]
    orders = _orders(facts.orders, reading.orders, reading.lines)
    lines = _lines(facts.lines, ranked, owners, reading)
    inbound_lines = resolve_inbound_lines(
        reading.inbound_lines, facts.inbound.ids, facts.products.ids
    )
    known = rows_of(facts.inbound_lines.ids, inbound_lines.ids)
    touched = rows_of(facts.products.ids, np.array(sorted(product_keys), dtype=np.int64))
    if orders is None or lines is None or UNKNOWN in known or UNKNOWN in touched:
        return None
    products = np.zeros(facts.products.ids.size, dtype=np.bool_)
    products[touched] = True
    locks = resolve_locks(reading.locks, facts.lines.ids, facts.inbound_lines.ids)
    stock = resolve_stock(reading.stock, facts.products.ids)
    after = replace(
        facts,
        orders=orders,
        lines=lines,
        stock=_joined(some(facts.stock, ~products[facts.stock.product]), stock),
        inbound_lines=_set(facts.inbound_lines, known, inbound_lines, ()),
        locks=_joined(some(facts.locks, ~products[lines.product[facts.locks.line]]), locks),
    )
    return Patch(after, products | _with_locks(after, ranked, owners), owners)


def _orders(orders: Orders, again: Orders, lines: Lines) -> Orders | None:
    rows = rows_of(orders.ids, again.ids)
    new = again.ids[rows == UNKNOWN]
    if np.isin(lines.order[lines.open > 0], new).any():
        return None
    again, rows = some(again, rows != UNKNOWN), rows[rows != UNKNOWN]
    moved = any((getattr(orders, n)[rows] != getattr(again, n)).any() for n in RANKED_BY)
    return None if moved else _set(orders, rows, again, FOLLOWS)


def _lines(lines: Lines, ranked: Ranked, owners: Ints, reading: Reading) -> Lines | None:
    """Set what is open; lines of orders that were not read again have nothing open any more."""
    known = np.isin(reading.lines.order, reading.orders.ids)
    again = some(reading.lines, known)
    rows = rows_of(lines.ids, again.ids)
    if (again.open[rows == UNKNOWN] > 0).any():
        return None
    open_units = lines.open.copy()
    for owner in owners.tolist():
        open_units[ranked.line[ranked.first[owner] : ranked.first[owner + 1]]] = 0
    open_units[rows[rows != UNKNOWN]] = again.open[rows != UNKNOWN]
    return replace(lines, open=open_units)


def _with_locks(facts: PlanFacts, ranked: Ranked, owners: Ints) -> Flags:
    """Tell which products have locks of these orders: what is open limits a lock."""
    products = np.zeros(facts.products.ids.size, dtype=np.bool_)
    lines = facts.locks.line
    theirs = np.isin(ranked.owner[ranked.place_of_line[lines]], owners)
    products[facts.lines.product[lines[theirs]]] = True
    return products


def _set(table: Table, rows: Ints, values: Table, names: Collection[str]) -> Table:
    """Set rows of a table's columns (of all columns but texts where none is named)."""
    chosen = names or [f.name for f in fields(table) if f.name != "texts"]
    columns: dict[str, Any] = {}
    for name in chosen:
        columns[name] = getattr(table, name).copy()
        columns[name][rows] = getattr(values, name)
    done: Table = replace(table, **columns)
    return done


def _joined(first: Table, second: Table) -> Table:
    columns = {f.name: (getattr(first, f.name), getattr(second, f.name)) for f in fields(first)}
    done: Table = replace(first, **{n: np.concatenate(pair) for n, pair in columns.items()})
    return done
