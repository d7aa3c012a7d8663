"""What a change does to the plan: pegs gained and lost, promises broken and saved.  Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from app.domain.plan.days import to_instant
from app.domain.plan.resolve import UNKNOWN, rows_of
from app.domain.plan.supply import sums
from app.domain.plan.unmet import unmet_units

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.plan.facts import Flags, Ints, PlanFacts
    from app.domain.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Shift:
    """Units (each, > 0) that an order line gains or loses by a change."""

    order: str
    line: str
    sku: str
    quantity: int


@dataclass(frozen=True, slots=True)
class Ships:
    """When all that an order waits for ships, before a change and after it; None for no date."""

    order: str
    promised_at: datetime
    before: datetime | None
    after: datetime | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What a change does, all in the order of numbers by code point.

    ``orders_completed`` have units for all they wait for now, ``orders_short`` no longer have.
    ``crossed_before`` and ``crossed_after`` are the units (each) that go straight to lanes.
    ``ships`` tells when those orders ship whose promise breaks or is saved, these in that order.
    """

    gained: tuple[Shift, ...]
    lost: tuple[Shift, ...]
    promises_broken: tuple[str, ...]
    promises_saved: tuple[str, ...]
    orders_completed: tuple[str, ...] = ()
    orders_short: tuple[str, ...] = ()
    crossed_before: int = 0
    crossed_after: int = 0
    ships: tuple[Ships, ...] = ()


def difference(
    before: PlanFigures, after: PlanFigures, promised: Mapping[str, datetime | None]
) -> Difference:
    """Compare two plans; ``promised`` are the promises of the orders in either."""
    gained = after.units - before.units
    lost = before.units - after.units
    broken, saved = [], []
    for order, promise in sorted(promised.items()):
        if promise is None:
            continue
        kept_before, kept_after = before.keeps(order, promise), after.keeps(order, promise)
        if kept_before and not kept_after:
            broken.append(order)
        if kept_after and not kept_before:
            saved.append(order)
    completed = sorted((before.unmet - after.unmet) & promised.keys())
    short = sorted((after.unmet - before.unmet) & promised.keys())
    return Difference(
        _shifts(gained),
        _shifts(lost),
        tuple(broken),
        tuple(saved),
        tuple(completed),
        tuple(short),
        crossed_before=before.crossed,
        crossed_after=after.crossed,
        ships=tuple(
            Ships(order, promise, before.ships_at(order), after.ships_at(order))
            for order in (*broken, *saved)
            if (promise := promised[order]) is not None
        ),
    )


def touched(before: PlanFigures, after: PlanFigures) -> set[str]:
    """Return the orders whose part in the plan differs."""
    shifted = (before.units - after.units) | (after.units - before.units)
    found = {order for order, _line, _sku in shifted}
    found |= before.unmet ^ after.unmet
    both = before.last_ships.keys() & after.last_ships.keys()
    return found | {o for o in both if before.last_ships[o] != after.last_ships[o]}


def _shifts(units: Counter[tuple[str, str, str]]) -> tuple[Shift, ...]:
    return tuple(Shift(*place, units[place]) for place in sorted(units) if units[place] > 0)


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """Figures of a plan that a change shifts: pegged units, last ship instants, unmet orders.

    ``crossed`` are the units (each) that go straight to lanes.
    """

    units: Counter[tuple[str, str, str]]
    last_ships: Mapping[str, datetime]
    unmet: frozenset[str]
    crossed: int = 0

    def ships_at(self, order: str) -> datetime | None:
        """Return when all that the order still waits for ships; None where a part never does."""
        return None if order in self.unmet else self.last_ships.get(order)

    def keeps(self, order: str, promise: datetime) -> bool:
        """Tell whether all that the order still waits for ships by its promise."""
        if order in self.unmet:
            return False
        last = self.last_ships.get(order)
        return last is None or last <= promise


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """All figures of one plan, as columns that no update of it changes.

    ``units`` are by row of the lines, ``last`` (microseconds, 0 without a peg) and ``unmet`` by
    row of the orders.
    """

    facts: PlanFacts
    units: Ints
    last: Ints
    unmet: Flags
    crossed: int


def figures(plan: Plan, owners: Ints | None = None) -> Figures:
    """Take the figures of a plan; with ``owners`` those of these orders (by rank) alone."""
    built = plan.built
    pegs = plan.columns.pegs if owners is None else plan.columns.pegs_of_owners(owners)
    facts, ranked = built.facts, built.ranked
    order = ranked.order[ranked.owner[pegs.place]]
    last = np.zeros(facts.orders.ids.size, dtype=np.int64)
    np.maximum.at(last, order, pegs.ships)
    unmet = np.zeros(facts.orders.ids.size, dtype=np.bool_)
    unmet[ranked.order[ranked.owner[unmet_units(built) > 0]]] = True
    units = sums(ranked.line[pegs.place], pegs.units, facts.lines.ids.size)
    return Figures(facts, units, last, unmet, int(pegs.units[pegs.cross_dock].sum()))


def differing(before: Figures, after: Figures) -> tuple[PlanFigures, PlanFigures]:
    """Return of both plans the figures of those lines and orders that are not the same in both."""
    lines = _unlike(before.facts.lines.ids, after.facts.lines.ids, (before.units, after.units))
    keys = (before.facts.orders.ids, after.facts.orders.ids)
    orders = np.union1d(
        _unlike(*keys, (before.last, after.last)), _unlike(*keys, (before.unmet, after.unmet))
    )
    for one in (before, after):
        rows = rows_of(one.facts.lines.ids, lines)
        named = one.facts.lines.order[rows[rows != UNKNOWN]]
        orders = np.union1d(orders, one.facts.orders.ids[named])
    return _named(before, lines, orders), _named(after, lines, orders)


def shift_between(plan: Plan, before: Figures, after: Figures) -> Difference:
    """Compare two plans of the same orders; ``plan`` is one of them and knows their promises."""
    parts = differing(before, after)
    ranks = {order: plan.rank_of(order) for order in touched(*parts)}
    promises = {order: facts.promised_at if facts else None for order, facts in ranks.items()}
    return difference(*parts, promises)


def _unlike(ids: Ints, others: Ints, values: tuple[Ints, Ints] | tuple[Flags, Flags]) -> Ints:
    """Return the keys whose values differ; what is not there has 0."""
    if np.array_equal(ids, others):
        return np.compress(values[0] != values[1], ids)
    keys = np.union1d(ids, others)
    one, other = (np.zeros(keys.size, dtype=np.int64) for _ in values)
    one[np.searchsorted(keys, ids)] = values[0]
    other[np.searchsorted(keys, others)] = values[1]
    return np.compress(one != other, keys)


def _named(one: Figures, lines: Ints, orders: Ints) -> PlanFigures:
    facts = one.facts
    units: Counter[tuple[str, str, str]] = Counter()
    for row in rows_of(facts.lines.ids, lines).tolist():
        if row != UNKNOWN and one.units[row]:
            number = facts.orders.numbers[facts.lines.order[row]]
            sku = facts.products.skus[facts.lines.product[row]]
            units[number, facts.lines.texts[row], sku] = int(one.units[row])
    rows = rows_of(facts.orders.ids, orders)
    known = rows[rows != UNKNOWN].tolist()
    numbers = facts.orders.numbers
    last = {numbers[row]: to_instant(int(one.last[row])) for row in known if one.last[row]}
    unmet = frozenset(numbers[row] for row in known if one.unmet[row])
    return PlanFigures(units, last, unmet, one.crossed)
