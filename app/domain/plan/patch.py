"""Puts what was read again into the facts, whose rows and rank stay as they are."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from app.domain.plan.resolve import (
    UNKNOWN,
    Table,
    among,
    joined,
    resolve_inbound_lines,
    resolve_locks,
    resolve_stock,
    rows_of,
    some,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from app.domain.plan.facts import (
        Flags,
        Ints,
        Lines,
        Orders,
        PlanFacts,
        Reading,
        Touched,
    )
    from app.domain.plan.rank import Ranked

FOLLOWS: Final = (
    "policy",
    "max_shipments",
    "made",
    "picked",
    "held",
    "agreed",
    "agreed_most",
    "barred",
)
TRUCKS: Final = ("expected", "arrived")
LOADS: Final = ("product", "expected", "received", "damaged", "crossed", "expires")


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """Facts after a change, and what it touched: products, orders by rank, rows of trucks."""

    facts: PlanFacts
    products: Flags
    owners: Ints
    trucks: Ints


def patch(facts: PlanFacts, ranked: Ranked, reading: Reading, touched: Touched) -> Patch:
    """Return the facts with what was read again.

    What is touched but not in the reading is no more.  The columns of the facts that were given
    change.
    """
    loads = resolve_inbound_lines(reading.inbound_lines, facts.inbound.ids, facts.products.ids)
    load_rows = rows_of(facts.inbound_lines.ids, loads.ids)
    products = np.zeros(facts.products.ids.size, dtype=np.bool_)
    products[rows_of(facts.products.ids, ascending(touched.products))] = True
    rows = rows_of(facts.orders.ids, ascending(touched.orders))
    owners = ranked.place_of_order[rows[rows != UNKNOWN]]
    trucks = rows_of(facts.inbound.ids, reading.inbound.ids)
    _set(facts.inbound, trucks, reading.inbound, TRUCKS)
    _set_orders(facts.orders, reading.orders)
    _set_open(facts.lines, reading, ranked, owners)
    _set(facts.inbound_lines, load_rows, loads, LOADS)
    locks = resolve_locks(reading.locks, facts.lines.ids, facts.inbound_lines.ids)
    stock = resolve_stock(reading.stock, facts.products.ids)
    after = replace(
        facts,
        stock=_replaced(facts.stock, products[facts.stock.product], stock),
        locks=_replaced(facts.locks, products[facts.lines.product[facts.locks.line]], locks),
    )
    return Patch(after, products | _with_locks(after, ranked, owners), owners, trucks)


def ascending(keys: Collection[int]) -> Ints:
    """Return keys as a column, in their order."""
    return np.array(sorted(keys), dtype=np.int64)


def _set_orders(orders: Orders, again: Orders) -> None:
    rows = rows_of(orders.ids, again.ids)
    _set(orders, rows[rows != UNKNOWN], some(again, rows != UNKNOWN), FOLLOWS)


def _set_open(lines: Lines, reading: Reading, ranked: Ranked, owners: Ints) -> None:
    """Set what is open; lines of orders that were not read again have nothing open any more."""
    for owner in owners.tolist():
        lines.open[ranked.line[ranked.first[owner] : ranked.first[owner + 1]]] = 0
    known = among(reading.lines.order, reading.orders.ids)
    rows = rows_of(lines.ids, reading.lines.ids[known])
    lines.open[rows[rows != UNKNOWN]] = reading.lines.open[known][rows != UNKNOWN]


def _with_locks(facts: PlanFacts, ranked: Ranked, owners: Ints) -> Flags:
    """Tell which products have locks of these orders: what is open limits a lock."""
    products = np.zeros(facts.products.ids.size, dtype=np.bool_)
    lines = facts.locks.line
    theirs = among(ranked.owner[ranked.place_of_line[lines]], np.sort(owners))
    products[facts.lines.product[lines[theirs]]] = True
    return products


def _set(table: Any, rows: Ints, values: Any, names: Iterable[str]) -> None:
    for name in names:
        getattr(table, name)[rows] = getattr(values, name)


def _replaced(table: Table, stale: Flags, new: Table) -> Table:
    """Return a table with the stale rows replaced; where as many come, they take their places."""
    rows = np.flatnonzero(stale)
    names = [f.name for f in fields(table)]
    if rows.size != getattr(new, names[0]).size:
        return joined(some(table, ~stale), new)
    _set(table, rows, new, names)
    return table
