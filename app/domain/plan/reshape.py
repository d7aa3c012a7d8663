"""Gives a plan rows for what came, takes away those of what went, and moves orders in the rank.

Nobody gets another unit by it: a new row has nothing yet, and an order that moves has given back
all that it had, as orders that have nothing can stand anywhere.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

import numpy as np

from app.domain.plan.build import keeper_of
from app.domain.plan.patch import ascending
from app.domain.plan.rank import inverse, rank
from app.domain.plan.resolve import (
    UNKNOWN,
    Table,
    joined,
    resolve_inbound_lines,
    rows_of,
    some,
    worth_planning,
)
from app.domain.plan.rewalk import Rewalk
from app.domain.plan.supply import pools_of
from app.domain.plan.walk import Demand, Shares, starts, walk

if TYPE_CHECKING:
    from app.domain.plan.build import Built
    from app.domain.plan.facts import Flags, Ints, Orders, Reading, Touched
    from app.domain.plan.supply import Pools

Column = TypeVar("Column", bound=Any)
RANKED_BY: Final = ("priority", "promised", "ordered", "preferred")


def reshaped(built: Built, reading: Reading, touched: Touched) -> Built | None:
    """Return the plan with a row for all that was read, and its orders in their rank.

    None where a product is not known, or a line names another one than before.
    """
    if _names_other_products(built, reading, touched):
        return None
    return _with_orders(_with_trucks(built, reading, touched), reading)


def _names_other_products(built: Built, reading: Reading, touched: Touched) -> bool:
    facts, ids = built.facts, built.facts.products.ids
    if UNKNOWN in rows_of(ids, ascending(touched.products)):
        return True
    for known, again in (
        (facts.lines, reading.lines),
        (facts.inbound_lines, reading.inbound_lines),
    ):
        rows = rows_of(known.ids, again.ids)
        products = rows_of(ids, again.product)
        same = known.product[rows[rows != UNKNOWN]] == products[rows != UNKNOWN]
        if not same.all() or UNKNOWN in products:
            return True
    return False


def _merged(table: Table, kept: Flags, new: Table) -> tuple[Table, Ints]:
    """Return rows taken away and added, by ascending key, and where each old row is now."""
    both = joined(some(table, kept), new)
    turn = np.argsort(both.ids, kind="stable")
    where = np.full(kept.size, UNKNOWN, dtype=np.int64)
    where[kept] = inverse(turn)[: np.count_nonzero(kept)]
    return some(both, turn), where


def _with_trucks(built: Built, reading: Reading, touched: Touched) -> Built:
    """Return the plan with rows for the trucks and inbound lines that are to come, and no others.

    The products of what goes must be touched: their locks and axes still name it.
    """
    facts = built.facts
    gone = np.setdiff1d(ascending(touched.trucks), reading.inbound.ids)
    stays = ~np.isin(facts.inbound.ids, gone)
    new = rows_of(facts.inbound.ids, reading.inbound.ids) == UNKNOWN
    trucks, where = _merged(facts.inbound, stays, some(reading.inbound, new))
    loads = resolve_inbound_lines(reading.inbound_lines, trucks.ids, facts.products.ids)
    loads = some(loads, rows_of(facts.inbound_lines.ids, loads.ids) == UNKNOWN)
    if stays.all() and not new.any() and not loads.ids.size:
        return built
    shipment = where[facts.inbound_lines.shipment]
    before = replace(facts.inbound_lines, shipment=shipment)
    lines, rows = _merged(before, shipment != UNKNOWN, loads)
    pinned = _moved(facts.locks.source, rows)
    lost = (facts.locks.source >= 0) & (pinned == UNKNOWN)
    locks = some(replace(facts.locks, source=pinned), ~lost)
    after = replace(facts, inbound=trucks, inbound_lines=lines, locks=locks)
    known = np.maximum(rows, 0)  # what went is named until its product is served anew
    return replace(
        built,
        facts=after,
        pools=_pools(replace(built, facts=after), rows),
        axes=replace(built.axes, source=_moved(built.axes.source, known)),
        locked=replace(built.locked, source=_moved(built.locked.source, known)),
    )


def _moved(sources: Ints, where: Ints) -> Ints:
    """Return sources with the rows of inbound lines as they are now; stock and docks stay."""
    inbound = sources >= 0
    moved = sources.copy()
    moved[inbound] = where[sources[inbound]]
    return moved


def _pools(built: Built, where: Ints) -> Pools:
    """Return the pools by the inbound lines as they are now; new ones have nothing to give yet."""
    old = built.pools
    pools = pools_of(old.stock, old.dock, built.facts, built.rules, built.now)
    pools.inbound[where[where != UNKNOWN]] = old.inbound[where != UNKNOWN]
    return pools


def _with_orders(built: Built, reading: Reading) -> Built:
    """Return the plan with rows for the orders and lines to be served, in their rank."""
    facts, ids = built.facts, built.facts.products.ids
    lines = worth_planning(reading.lines, reading.orders)
    lines = some(lines, rows_of(facts.lines.ids, lines.ids) == UNKNOWN)
    used = np.isin(reading.orders.ids, lines.order)
    new = some(reading.orders, used & (rows_of(facts.orders.ids, reading.orders.ids) == UNKNOWN))
    movers = _movers(facts.orders, reading.orders)
    if not (lines.ids.size or movers.size):
        return built
    built = _without(built, built.ranked.place_of_order[movers])
    moved = _set_rank(facts.orders, movers, reading.orders)
    orders, order_rows = _merged(moved, _all(moved.ids), new)
    blank = replace(
        lines,
        order=rows_of(orders.ids, lines.order),
        product=rows_of(ids, lines.product),
        open=np.zeros_like(lines.open),
    )
    before = replace(facts.lines, order=order_rows[facts.lines.order])
    merged, line_rows = _merged(before, _all(before.ids), blank)
    locks = replace(facts.locks, line=line_rows[facts.locks.line])
    after = replace(facts, orders=orders, lines=merged, locks=locks)
    return _placed(replace(built, facts=after), order_rows, line_rows)


def _all(ids: Ints) -> Flags:
    return np.ones(ids.size, dtype=np.bool_)


def _movers(orders: Orders, again: Orders) -> Ints:
    """Return the rows of the orders that are not where they were in the rank."""
    rows = rows_of(orders.ids, again.ids)
    known = rows != UNKNOWN
    rows = rows[known]
    moved = np.zeros(rows.size, dtype=np.bool_)
    for name in RANKED_BY:
        moved |= getattr(orders, name)[rows] != getattr(again, name)[known]
    return np.compress(moved, rows)


def _set_rank(orders: Orders, movers: Ints, again: Orders) -> Orders:
    rows = rows_of(again.ids, orders.ids[movers])
    columns = {name: getattr(orders, name).copy() for name in RANKED_BY}
    for name, column in columns.items():
        column[movers] = getattr(again, name)[rows]
    return replace(orders, **columns)


def _without(built: Built, owners: Ints) -> Built:
    """Return the plan in which some orders (by rank) want nothing beside their locked units."""
    first = built.ranked.first
    for owner in owners.tolist():
        built.demand.wanted[first[owner] : first[owner + 1]] = 0
    keeper = keeper_of(built)
    rewalk = Rewalk(built.ranked, built.demand, built.axes, built.axes, keeper, built.shares)
    if rewalk.run([], owners.tolist(), most=built.ranked.order.size // 4 + 8):
        return built
    return replace(built, shares=walk(built.ranked, built.demand, built.axes, keeper))


def _placed(built: Built, order_rows: Ints, line_rows: Ints) -> Built:
    """Return the plan with its orders and lines (where their rows are now) in the rank."""
    old, ranked = built.ranked, rank(built.facts)
    place = ranked.place_of_line[line_rows[old.line]]
    owner = ranked.place_of_order[order_rows[old.order]]
    demand, shares = built.demand, built.shares
    kept = _spread(shares.kept, place, ranked.line.size)
    turn = np.lexsort((built.locked.source, place[built.locked.place]))
    locked = some(replace(built.locked, place=place[built.locked.place]), turn)
    return replace(
        built,
        ranked=ranked,
        locked=locked,
        demand=Demand(
            wanted=_spread(demand.wanted, place, ranked.line.size),
            limit=_spread(demand.limit, owner, ranked.order.size),
            grows=_spread(demand.grows, owner, ranked.order.size),
        ),
        shares=Shares(
            took=_spread(shares.took, place, ranked.line.size),
            kept=kept,
            start=starts(ranked, kept),
            short=_spread(shares.short, owner, ranked.order.size),
        ),
    )


def _spread(column: Column, where: Ints, size: int) -> Column:
    """Return a column with its values where they are now, and nothing elsewhere."""
    moved: Column = np.zeros(size, dtype=column.dtype)  # type: ignore[assignment]
    moved[where] = column
    return moved
