"""What keeps a unit that arrives from going straight to a lane: the site's criteria.

They decide the way, never the owner: whom a unit serves is settled before they are asked, and a
unit that is kept off the lanes is put away, stays pegged and is picked later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from app.domain.plan.days import span_micros
from app.domain.plan.runs import last_of_runs
from app.domain.plan.supply import sums

if TYPE_CHECKING:
    from app.domain.plan.build import Built
    from app.domain.plan.facts import Ints
    from app.domain.plan.values import PutAwayReason

CRITERIA: Final[tuple[PutAwayReason, ...]] = (
    "product_excluded",
    "customer_excluded",
    "would_wait",
    "share_too_small",
)
NOTHING: Final = len(CRITERIA)
WHOLE: Final = 100


def keeps_off(built: Built, place: Ints, waits: Ints, share: Ints) -> Ints:
    """Return by peg the first criterion (an index) that keeps an arriving unit off the lanes.

    ``NOTHING`` where none does.  ``waits`` are microseconds in a lane, ``share`` whole percent.
    """
    ranked, facts = built.ranked, built.facts
    applies = (
        facts.products.barred[ranked.product[place]],
        facts.orders.barred[ranked.order[ranked.owner[place]]],
        waits > span_micros(built.rules.max_lane_dwell),
        share < built.rules.min_share,
    )
    return np.select(applies, range(len(applies)), NOTHING)


def order_shares(built: Built, places: Ints, place: Ints, units: Ints, ships_on: Ints) -> Ints:
    """Return by peg how much of its order is there when it ships, in percent rounded down.

    That is: units picked into the open shipment and pegged units, from wherever, that ship by the
    site's day (``ships_on``) on which the peg ships, of all that the order still waits for, picked
    ones included.  What is complete by then is ``WHOLE``.  ``places`` are those of whole orders
    (ascending), ``place``, ``units`` and ``ships_on`` the columns of all their pegs.  Where the
    site asks for no share nothing is counted, and all is ``WHOLE``.
    """
    if not (built.rules.min_share and place.size):
        return np.full(place.size, WHOLE, dtype=np.int64)
    ranked, facts = built.ranked, built.facts
    owners, mine = np.unique(ranked.owner[places], return_inverse=True)
    picked = facts.orders.picked[ranked.order[owners]]
    waits_for = picked + sums(mine, facts.lines.open[ranked.line[places]], owners.size)
    at = np.searchsorted(owners, ranked.owner[place])
    turn = np.lexsort((ships_on, at))
    counted = np.cumsum(units[turn])
    ends, run = last_of_runs(at[turn], ships_on[turn])
    pegged = sums(at, units, owners.size)
    before = np.cumsum(pegged) - pegged
    there = np.empty_like(units)
    there[turn] = counted[ends][run] - before[at[turn]]
    return np.asarray(WHOLE * (there + picked[at]) // waits_for[at], dtype=np.int64)
