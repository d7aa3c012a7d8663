"""Puts what was read again into the facts; says no where rows come or change their rank."""

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

    from app.domain.plan.facts import Flags, Ints, Lines, Orders, PlanFacts, Reading
    from app.domain.plan.rank import Ranked

RANKED_BY: Final = ("priority", "promised", "ordered", "preferred")
FOLLOWS: Final = (
    "policy",
    "max_shipments",
    "made",
    "shipping",
    "held",
    "agreed",
    "agreed_most",
)
LOADS: Final = ("product", "expected", "received", "damaged", "crossed", "expires")


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

    The keys say what was read: an order or a lock that is not in the reading is no more.  The
    columns of the facts that were given change, unless the answer is None.
    """
    loads = resolve_inbound_lines(reading.inbound_lines, facts.inbound.ids, facts.products.ids)
    load_rows = rows_of(facts.inbound_lines.ids, loads.ids)
    touched = rows_of(facts.products.ids, _sorted(product_keys))
    if UNKNOWN in load_rows or UNKNOWN in touched or not _same_rank(facts, reading):
        return None
    products = np.zeros(facts.products.ids.size, dtype=np.bool_)
    products[touched] = True
    rows = rows_of(facts.orders.ids, _sorted(order_keys))
    owners = ranked.place_of_order[rows[rows != UNKNOWN]]
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
    return Patch(after, products | _with_locks(after, ranked, owners), owners)


def _sorted(keys: Collection[int]) -> Ints:
    return np.array(sorted(keys), dtype=np.int64)


def _same_rank(facts: PlanFacts, reading: Reading) -> bool:
    """Tell whether only known lines are open, and no order moved in the rank."""
    again, lines = reading.orders, reading.lines
    rows = rows_of(facts.orders.ids, again.ids)
    known = rows != UNKNOWN
    moved = any(
        (getattr(facts.orders, name)[rows[known]] != getattr(again, name)[known]).any()
        for name in RANKED_BY
    )
    theirs = among(lines.order, again.ids) & (lines.open > 0)
    new = (rows_of(facts.lines.ids, lines.ids[theirs]) == UNKNOWN).any()
    return not (moved or new)


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
