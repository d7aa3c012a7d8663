"""The plan as it would be with more pins; nothing is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from app.domain.plan.facts import ANYWHERE, FROM_STOCK, NO_EXPIRY, Locks
from app.domain.plan.patch import Patch
from app.domain.plan.resolve import joined, rows_of
from app.domain.plan.update import kept_apart, served_anew

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.plan.build import Built
    from app.domain.repeg import PinUnits


def with_pins(built: Built, pins: Sequence[PinUnits]) -> Built:
    """Return the plan with these pins besides the locks that there are."""
    facts, count = built.facts, len(pins)
    lines = np.array([pin.order_line_id for pin in pins], dtype=np.int64)
    more = Locks(
        line=rows_of(facts.lines.ids, lines),
        source=np.array([_source(built, pin) for pin in pins], dtype=np.int64),
        place=np.full(count, ANYWHERE),
        expires=np.full(count, NO_EXPIRY),
        units=np.array([pin.units for pin in pins], dtype=np.int64),
    )
    apart = kept_apart(built)
    pinned = replace(apart.facts, locks=joined(apart.facts.locks, more))
    products = np.zeros(facts.products.ids.size, dtype=np.bool_)
    products[facts.lines.product[more.line]] = True
    nothing = np.zeros(0, dtype=np.int64)
    return served_anew(apart, Patch(pinned, products, nothing, nothing))


def _source(built: Built, pin: PinUnits) -> int:
    if pin.inbound_line_id is None:
        return FROM_STOCK
    return int(rows_of(built.facts.inbound_lines.ids, np.array([pin.inbound_line_id]))[0])
