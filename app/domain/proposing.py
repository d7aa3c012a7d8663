"""What would mend a promise that a shortage breaks: found in a plan, proven by another.  Pure.

The single re-peg is chosen among the lines of a product; whether it mends more than it breaks is
told by the whole plan with it, for orders ship by rules of their own.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

import numpy as np

from app.domain.difference import figures, shift_between
from app.domain.losing import promise_of
from app.domain.plan.pinning import with_pins
from app.domain.plan.plan import Plan
from app.domain.repeg import Claim, Lot, pins_of, repegs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import datetime

    from app.domain.difference import Difference
    from app.domain.plan.values import Peg, Unmet
    from app.domain.repeg import PinUnits, Repeg

MOST_TRIED: Final = 5  # re-pegs that are proven by a plan of their own


@dataclass(frozen=True, slots=True)
class Proposal:
    """A re-peg with the pins that make it, and what these do to the whole plan."""

    repeg: Repeg
    pins: tuple[PinUnits, ...]
    shift: Difference


def propose(plan: Plan, losers: Mapping[int, int]) -> Proposal | None:
    """Return the best single re-peg for lines (keys, with their products') that lost units.

    None where none leaves fewer promises broken than there are (``repegs`` says which is best).
    """
    claims = [claim for product in sorted(set(losers.values())) for claim in _claims(plan, product)]
    if not (candidates := tuple(islice(repegs(claims, losers.keys()), MOST_TRIED))):
        return None
    before = figures(plan)
    for repeg in candidates:
        pins = pins_of(repeg)
        then = Plan(with_pins(plan.built, pins))
        shift = shift_between(plan, before, figures(then))
        if len(shift.promises_saved) > len(shift.promises_broken):
            return Proposal(repeg, pins, shift)
    return None


def _claims(plan: Plan, product_id: int) -> Iterator[Claim]:
    """Yield every line of a product that is not on hold, as it stands in the plan."""
    built = plan.built
    ids = built.facts.products.ids
    row = int(np.searchsorted(ids, product_id))
    if row == ids.size or ids[row] != product_id:
        return
    places: dict[str, list[int]] = defaultdict(list)
    for place in built.ranked.lines_of(row).tolist():
        order = built.facts.orders.numbers[built.ranked.order[built.ranked.owner[place]]]
        places[order].append(place)
    for order, mine in places.items():
        yield from _claims_of(plan, order, mine)


def _claims_of(plan: Plan, order: str, places: Sequence[int]) -> Iterator[Claim]:
    pegs: dict[int, list[Peg]] = defaultdict(list)
    for peg in plan.pegs_of_order(order):
        pegs[peg.order_line_id].append(peg)
    unmet = {row.order_line_id: row for row in plan.unmet_of_order(order)}
    if any(row.reason == "on_hold" for row in unmet.values()):
        return
    promise = promise_of(plan, order)
    broken = {
        line
        for line in pegs.keys() | unmet.keys()
        if _missing(unmet.get(line)) or _is_late(pegs[line], promise.promised_at)
    }
    built = plan.built
    for place in places:
        line_row = built.ranked.line[place]
        line = int(built.facts.lines.ids[line_row])
        if not built.facts.lines.open[line_row]:
            continue
        yield Claim(
            order=order,
            line=built.facts.lines.texts[line_row],
            sku=built.facts.products.skus[built.ranked.product[place]],
            order_line_id=line,
            product_id=int(built.facts.products.ids[built.ranked.product[place]]),
            place=place,
            promised_at=promise.promised_at,
            lots=tuple(_lot(peg) for peg in pegs[line]),
            missing=_missing(unmet.get(line)),
            kept=promise.kept,
            rest_kept=not broken - {line},
        )


def _lot(peg: Peg) -> Lot:
    free = peg.quantity - peg.locked
    return Lot(peg.quantity, free, peg.available_at, peg.inbound_line_id)


def _missing(unmet: Unmet | None) -> int:
    return 0 if unmet is None else unmet.missing


def _is_late(pegs: Collection[Peg], promised: datetime | None) -> bool:
    return promised is not None and any(peg.available_at > promised for peg in pegs)
