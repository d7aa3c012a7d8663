"""Why a line's units are not served: the first reason that applies, as columns.

Source: the floor's rules, "An unmet line has one entry".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from app.domain.plan.locks import locked_units
from app.domain.plan.supply import sums

if TYPE_CHECKING:
    from app.domain.plan.build import Built
    from app.domain.plan.facts import Flags, Ints
    from app.domain.plan.values import UnmetReason

REASONS: Final[tuple[UnmetReason, ...]] = (
    "on_hold",
    "stockout",
    "would_not_complete",
    "outranked",
    "outside_horizon",
    "no_supply",
)
NOBODY: Final = -1


@dataclass(frozen=True, slots=True, eq=False)
class UnmetColumns:
    """Unmet lines by place, ascending; ``reason`` is an index of ``REASONS``.

    ``winner`` is the order rank of the last more urgent order that keeps a unit of a supply the
    line may use, ``NOBODY`` without one.
    """

    place: Ints
    units: Ints
    reason: Ints
    winner: Ints


def unmet_of(built: Built) -> UnmetColumns:
    """Return every line that is not wholly served."""
    units = unmet_units(built)
    place = np.flatnonzero(units > 0)
    product, owner = built.ranked.product[place], built.ranked.owner[place]
    took, kept = built.shares.took[place], built.shares.kept[place]
    winner = _winners(built)[place]
    applies = (
        built.facts.orders.held[built.ranked.order[owner]],
        ~built.facts.products.backorderable[product] & (took < built.demand.wanted[place]),
        kept < took,
        winner != NOBODY,
        beyond_horizon(built)[product],
    )
    return UnmetColumns(
        place, units[place], np.select(applies, range(len(applies)), len(applies)), winner
    )


def unmet_units(built: Built) -> Ints:
    """Return the units of each place that nothing serves; all of a held order's."""
    locked = locked_units(built.locked, built.ranked.line.size)
    return built.facts.lines.open[built.ranked.line] - locked - built.shares.kept


def beyond_horizon(built: Built) -> Flags:
    """Tell of each product whether an unexpired open inbound line lies beyond the horizon."""
    rows = np.flatnonzero(lines_beyond(built))
    beyond = np.zeros(built.ranked.products, dtype=np.bool_)
    beyond[built.facts.inbound_lines.product[rows]] = True
    return beyond


def lines_beyond(built: Built) -> Flags:
    """Tell of each inbound line whether it is open, unexpired and beyond the horizon."""
    lines = built.facts.inbound_lines
    return np.asarray(
        (lines.expected > lines.received) & ~built.pools.in_horizon & ~built.pools.expired
    )


def usable_locked(built: Built) -> Ints:
    """Return locked units by place, without those that lie beyond the horizon."""
    source = built.locked.source
    usable = source < 0
    usable[~usable] = built.pools.in_horizon[source[~usable]]
    return locked_units(built.locked, built.ranked.line.size, usable)


def _winners(built: Built) -> Ints:
    """Return by place the last more urgent order that keeps units of the line's product."""
    ranked = built.ranked
    rows = ranked.by_product
    owner, product = ranked.owner[rows], ranked.product[rows]
    keeps = (built.shares.kept + usable_locked(built) > 0)[rows]
    span = ranked.order.size + 1
    coded = product * span + np.where(keeps, owner + 1, 0)
    latest = np.maximum.accumulate(coded)
    begins = np.ones(rows.size, dtype=np.bool_)
    begins[1:] = (owner[1:] != owner[:-1]) | (product[1:] != product[:-1])
    run = np.flatnonzero(begins)[np.cumsum(begins) - 1]
    before = np.where(run > 0, latest[run - 1], 0)
    winner = np.empty_like(rows)
    winner[rows] = np.maximum(before - product * span - 1, NOBODY)
    return winner


def gave_back(built: Built) -> Flags:
    """Tell of each product whether an order that wants it gave units of it back."""
    back = sums(built.ranked.product, built.shares.took - built.shares.kept, built.ranked.products)
    return back > 0
