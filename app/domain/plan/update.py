"""Brings a plan up to date with a change, touching only what it can affect.

The plan after it equals the plan from scratch, always.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from app.domain.plan.axes import axes_with
from app.domain.plan.build import keeper_of
from app.domain.plan.locks import Locked, take_locks
from app.domain.plan.patch import Patch, patch
from app.domain.plan.rank import shipments_left
from app.domain.plan.resolve import some
from app.domain.plan.rewalk import Rewalk
from app.domain.plan.supply import inbound_units, stock_units
from app.domain.plan.walk import Demand, walk

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.domain.plan.build import Built
    from app.domain.plan.facts import Ints, Reading
    from app.domain.plan.supply import Pools


def update(
    built: Built, reading: Reading, products: Collection[int], orders: Collection[int]
) -> Built | None:
    """Return the plan after some products and orders (keys) were read again.

    None where the change is of another kind: new rows, another rank.  Then plan from scratch.
    """
    changed = patch(built.facts, built.ranked, reading, products, orders)
    if changed is None:
        return None
    facts, ranked, now = changed.facts, built.ranked, built.now
    pool = _pools(built, changed)
    rows = np.flatnonzero(changed.products[facts.lines.product[facts.locks.line]])
    taken = take_locks(facts, ranked, pool, now, rows)
    stale = changed.products[ranked.product[built.locked.place]]
    locked = _merged(some(built.locked, ~stale), taken)
    line_up = axes_with(built.axes, facts, pool, now, changed.products)
    touched = np.union1d(built.locked.place[stale], taken.place)
    places = np.union1d(touched, _places(built, changed.owners))
    demand = _demand(built, changed, locked, places)
    after = replace(built, facts=facts, pools=pool, locked=locked, axes=line_up, demand=demand)
    owners = np.union1d(changed.owners, ranked.owner[touched]).tolist()
    rewalk = Rewalk(ranked, demand, line_up, keeper_of(after), built.shares)
    shares = rewalk.run(
        np.flatnonzero(changed.products).tolist(), owners, ranked.order.size // 4 + 8
    )
    return replace(after, shares=shares or walk(ranked, demand, line_up, keeper_of(after)))


def _pools(built: Built, changed: Patch) -> Pools:
    """Return what is there again, before locks, of the touched products."""
    facts, touched, old = changed.facts, changed.products, built.pools
    stock, dock = stock_units(facts, built.now, np.flatnonzero(touched[facts.stock.product]))
    lines = np.flatnonzero(touched[facts.inbound_lines.product])
    inbound = old.inbound.copy()
    inbound[lines] = inbound_units(facts, old.expired, lines)
    return replace(
        old,
        stock=np.where(touched, stock, old.stock),
        dock=np.where(touched, dock, old.dock),
        inbound=inbound,
    )


def _merged(kept: Locked, taken: Locked) -> Locked:
    place = np.concatenate((kept.place, taken.place))
    source = np.concatenate((kept.source, taken.source))
    both = Locked(place, source, np.concatenate((kept.units, taken.units)))
    return some(both, np.lexsort((source, place)))


def _places(built: Built, owners: Ints) -> Ints:
    first = built.ranked.first
    spans = [np.arange(first[owner], first[owner + 1]) for owner in owners.tolist()]
    return np.concatenate([np.zeros(0, dtype=np.int64), *spans])


def _demand(built: Built, changed: Patch, locked: Locked, places: Ints) -> Demand:
    """Return the demand with what the lines at some places want now, and their orders' limits."""
    facts, ranked, old = changed.facts, built.ranked, built.demand
    wanted, limit, grows = old.wanted.copy(), old.limit.copy(), old.grows.copy()
    held = facts.orders.held[ranked.order[ranked.owner[places]]]
    free = facts.lines.open[ranked.line[places]] - _locked_at(locked, places)
    wanted[places] = np.where(held, 0, free)
    orders = some(facts.orders, ranked.order[changed.owners])
    limit[changed.owners], grows[changed.owners] = shipments_left(
        orders, built.rules.default_policy
    )
    return Demand(wanted, limit, grows)


def _locked_at(locked: Locked, places: Ints) -> Ints:
    before = np.concatenate(([0], np.cumsum(locked.units)))
    last = before[np.searchsorted(locked.place, places, side="right")]
    return np.asarray(last - before[np.searchsorted(locked.place, places)], dtype=np.int64)
