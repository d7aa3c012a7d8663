"""Which truck to unload first by rule.  Source: the floor's rules, "Unload priority"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from app.domain.plan.days import span_micros, to_instant
from app.domain.plan.rank import inverse, text_order
from app.domain.plan.supply import sums
from app.domain.plan.values import DUE_WITHIN, Unload

if TYPE_CHECKING:
    from app.domain.plan.build import Built
    from app.domain.plan.facts import Ints
    from app.domain.plan.pegs import PegColumns


def unload_by_rule(built: Built, pegs: PegColumns) -> tuple[Unload, ...]:
    """Return the open inbound shipments, first to unload first; ``pegs`` are all pegs."""
    late, due, units = _units(built, pegs)
    inbound = built.facts.inbound
    numbers = inverse(np.array(text_order(inbound.numbers.tolist()), dtype=np.int64))
    rows = np.lexsort((numbers, inbound.expected, -units, -due, -late, ~inbound.arrived))
    return tuple(
        Unload(
            asn=inbound.numbers[row],
            rank=nth,
            late_units=int(late[row]),
            due_units=int(due[row]),
            units=int(units[row]),
            arrived=bool(inbound.arrived[row]),
            expected_at=to_instant(inbound.expected[row]),
            inbound_id=int(inbound.ids[row]),
        )
        for nth, row in enumerate(rows.tolist(), 1)
    )


def _units(built: Built, pegs: PegColumns) -> tuple[Ints, Ints, Ints]:
    rows = np.flatnonzero(pegs.source >= 0)
    shipment = built.facts.inbound_lines.shipment[pegs.source[rows]]
    order = built.ranked.order[built.ranked.owner[pegs.place[rows]]]
    promised, units = built.facts.orders.promised[order], pegs.units[rows]
    late = promised < built.now.as_of
    due = ~late & (promised <= built.now.as_of + span_micros(DUE_WITHIN))
    size = built.facts.inbound.ids.size
    return (
        sums(shipment, np.where(late, units, 0), size),
        sums(shipment, np.where(due, units, 0), size),
        sums(shipment, units, size),
    )
