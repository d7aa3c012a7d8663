"""Brings a plan up to date with a change, touching only what it can affect.

The plan after it equals the plan from scratch, always.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from app.domain.plan.axes import axes_with
from app.domain.plan.build import boundary, keeper_of
from app.domain.plan.locks import take_locks
from app.domain.plan.patch import patch
from app.domain.plan.rank import shipments_left
from app.domain.plan.reshape import reshaped
from app.domain.plan.resolve import copied, joined, some
from app.domain.plan.rewalk import Rewalk
from app.domain.plan.supply import inbound_units, set_arrivals, stock_units
from app.domain.plan.walk import walk

if TYPE_CHECKING:
    from app.domain.plan.build import Built
    from app.domain.plan.facts import Flags, Ints, Reading, Touched
    from app.domain.plan.locks import Locked
    from app.domain.plan.patch import Patch
    from app.domain.plan.supply import Pools


def update(built: Built, reading: Reading, touched: Touched) -> Built | None:
    """Return the plan after what a change touched was read again.

    None where it speaks of a product that the plan does not know: then plan from scratch.  The
    plan that was given is used up: its columns change (``kept_apart`` makes one of its own).
    """
    shaped = reshaped(built, reading, touched)
    if shaped is None:
        return None
    return served_anew(shaped, patch(shaped.facts, shaped.ranked, reading, touched))


def served_anew(built: Built, changed: Patch) -> Built:
    """Return the plan with facts that changed, served anew as far as that reaches.

    The plan that was given is used up.
    """
    facts, ranked, now = changed.facts, built.ranked, built.now
    if changed.trucks.size:
        late = np.flatnonzero(np.isin(facts.inbound_lines.shipment, changed.trucks))
        set_arrivals(built.pools, facts, built.rules, now, late)
        built = replace(built, until=boundary(built.pools, built.rules, now))
    _refill(built.pools, built, changed)
    rows = np.flatnonzero(changed.products[facts.lines.product[facts.locks.line]])
    taken = take_locks(facts, ranked, built.pools, now, rows)
    stale = changed.products[ranked.product[built.locked.place]]
    touched = np.union1d(built.locked.place[stale], taken.place)
    locked = _merged(built.locked, stale, taken)
    goods = np.flatnonzero(changed.products)
    line_up = axes_with(built.axes, facts, built.pools, now, goods)
    after = replace(built, facts=facts, locked=locked, axes=line_up)
    places = np.concatenate((touched, *_spans(built, changed.owners)))
    _set_demand(after, changed.owners, places)
    owners = np.union1d(changed.owners, ranked.owner[touched]).tolist()
    rewalk = Rewalk(ranked, after.demand, built.axes, line_up, keeper_of(after), built.shares)
    if rewalk.run(goods.tolist(), owners, most=ranked.order.size // 4 + 8):
        return after
    return replace(after, shares=walk(ranked, after.demand, line_up, keeper_of(after)))


def kept_apart(built: Built) -> Built:
    """Return a plan that shares no column that ``update`` changes."""
    facts = built.facts
    return replace(
        built,
        facts=replace(
            facts,
            orders=copied(facts.orders),
            lines=replace(facts.lines, open=facts.lines.open.copy()),
            stock=copied(facts.stock),
            inbound=copied(facts.inbound),
            inbound_lines=copied(facts.inbound_lines),
            locks=copied(facts.locks),
        ),
        pools=copied(built.pools),
        demand=copied(built.demand),
        shares=copied(built.shares),
    )


def _refill(pool: Pools, built: Built, changed: Patch) -> None:
    """Put back what is there, before locks, of the touched products."""
    facts, touched = changed.facts, changed.products
    stock, dock = stock_units(facts, built.now, np.flatnonzero(touched[facts.stock.product]))
    goods = np.flatnonzero(touched)
    pool.stock[goods], pool.dock[goods] = stock[goods], dock[goods]
    lines = np.flatnonzero(touched[facts.inbound_lines.product])
    pool.inbound[lines] = inbound_units(facts, pool.expired, lines)


def _merged(before: Locked, stale: Flags, taken: Locked) -> Locked:
    if not (stale.any() or taken.place.size):
        return before
    both = joined(some(before, ~stale), taken)
    return some(both, np.lexsort((both.source, both.place)))


def _spans(built: Built, owners: Ints) -> list[Ints]:
    first = built.ranked.first
    return [np.arange(first[owner], first[owner + 1]) for owner in owners.tolist()]


def _set_demand(built: Built, owners: Ints, places: Ints) -> None:
    """Set what the lines at some places want now, and the limits of some orders."""
    facts, ranked, demand = built.facts, built.ranked, built.demand
    held = facts.orders.held[ranked.order[ranked.owner[places]]]
    free = facts.lines.open[ranked.line[places]] - _locked_at(built.locked, places)
    demand.wanted[places] = np.where(held, 0, free)
    orders = some(facts.orders, ranked.order[owners])
    limit, grows = shipments_left(orders, built.rules.default_policy)
    demand.limit[owners], demand.grows[owners] = limit, grows


def _locked_at(locked: Locked, places: Ints) -> Ints:
    before = np.concatenate(([0], np.cumsum(locked.units)))
    last = before[np.searchsorted(locked.place, places, side="right")]
    return np.asarray(last - before[np.searchsorted(locked.place, places)], dtype=np.int64)
