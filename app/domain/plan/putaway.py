"""What becomes of each inbound line, and why the rest of it is put away.

Source: the floor's rules, "What an inbound line has left is put-away".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from app.domain.plan.criteria import CRITERIA
from app.domain.plan.supply import sums
from app.domain.plan.unmet import gave_back, unmet_units

if TYPE_CHECKING:
    from app.domain.plan.build import Built
    from app.domain.plan.facts import Flags, Ints
    from app.domain.plan.pegs import PegColumns
    from app.domain.plan.values import PutAwayReason

PUT_AWAY_REASONS: Final[tuple[PutAwayReason, ...]] = (
    "outside_horizon",
    "expired_lot",
    "not_backorderable",
    *CRITERIA,
    "would_not_complete",
    "stock_covers",
    "no_demand",
)


@dataclass(frozen=True, slots=True, eq=False)
class InboundColumns:
    """By row of the inbound lines: units done and planned; ``reason`` indexes the reasons."""

    cross_dock: Ints
    put_away: Ints
    pegged: Ints
    reason: Ints


def inbound_of(built: Built, pegs: PegColumns) -> InboundColumns:
    """Return what becomes of every inbound line; ``pegs`` are all pegs of the plan."""
    lines = built.facts.inbound_lines
    size = lines.ids.size
    rows = np.flatnonzero(pegs.source >= 0)
    source, units = pegs.source[rows], pegs.units[rows]
    pegged = sums(source, units, size)
    crosses = pegs.cross_dock[rows]
    flagged = sums(source, np.where(crosses, units, 0), size)
    cross_dock = lines.crossed + flagged
    put_away = np.maximum(lines.expected, lines.received) - cross_dock - lines.damaged
    off = np.zeros((len(CRITERIA), size), dtype=np.bool_)
    away = rows[~crosses]
    off[pegs.kept_off[away], pegs.source[away]] = True
    return InboundColumns(cross_dock, put_away, pegged, _reasons(built, off))


def _reasons(built: Built, off: Flags) -> Ints:
    """Return the first reason that applies by inbound line; ``off`` tells it of each criterion."""
    product = built.facts.inbound_lines.product
    wanted, unmet = _unheld_demand(built)
    applies = (
        ~built.pools.in_horizon,
        built.pools.expired,
        ~built.facts.products.backorderable[product],
        *off,
        gave_back(built)[product],
        ((wanted > 0) & (unmet == 0))[product],
    )
    return np.select(applies, range(len(applies)), len(applies))


def _unheld_demand(built: Built) -> tuple[Ints, Ints]:
    """Return by product the open units of orders that are not held, and those not covered."""
    ranked = built.ranked
    held = built.facts.orders.held[ranked.order][ranked.owner]
    wanted = np.where(held, 0, built.facts.lines.open[ranked.line])
    unmet = np.where(held, 0, unmet_units(built))
    size = ranked.products
    return sums(ranked.product, wanted, size), sums(ranked.product, unmet, size)
