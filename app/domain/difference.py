"""What a change does to the plan: pegs gained and lost, promises broken and saved.  Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from app.domain.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Shift:
    """Units (each, > 0) that an order line gains or loses by a change."""

    order: str
    line: str
    sku: str
    quantity: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What a change does, all in the order of numbers by code point.

    ``orders_completed`` have units for all they wait for now, ``orders_short`` no longer have.
    ``crossed_before`` and ``crossed_after`` are the units (each) that go straight to lanes.
    """

    gained: tuple[Shift, ...]
    lost: tuple[Shift, ...]
    promises_broken: tuple[str, ...]
    promises_saved: tuple[str, ...]
    orders_completed: tuple[str, ...] = ()
    orders_short: tuple[str, ...] = ()
    crossed_before: int = 0
    crossed_after: int = 0


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
    """The figures of a plan that a change may shift: pegged units, last ship instants, unmet.

    ``crossed`` are the units (each) that go straight to lanes.
    """

    units: Counter[tuple[str, str, str]]
    last_ships: Mapping[str, datetime]
    unmet: frozenset[str]
    crossed: int = 0

    def keeps(self, order: str, promise: datetime) -> bool:
        """Tell whether all that the order still waits for ships by its promise."""
        if order in self.unmet:
            return False
        last = self.last_ships.get(order)
        return last is None or last <= promise


def figures(plan: Plan, orders: Iterable[str] | None = None) -> PlanFigures:
    """Take the figures of a plan, or of some of its orders."""
    units: Counter[tuple[str, str, str]] = Counter()
    last: dict[str, datetime] = {}
    crossed = 0
    pegs = plan.pegs() if orders is None else (p for o in orders for p in plan.pegs_of_order(o))
    for peg in pegs:
        units[peg.order, peg.line, peg.sku] += peg.quantity
        last[peg.order] = max(last.get(peg.order, peg.ships_at), peg.ships_at)
        crossed += peg.quantity * peg.cross_dock
    return PlanFigures(units, last, frozenset(unmet.order for unmet in plan.unmet()), crossed)
