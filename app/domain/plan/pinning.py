"""The plan as it would be with more pins: made from scratch, nothing is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from app.domain.plan.build import build
from app.domain.plan.facts import ANYWHERE, FROM_STOCK, NO_EXPIRY, Locks
from app.domain.plan.resolve import joined, rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.plan.build import Built
    from app.domain.repeg import PinUnits


def with_pins(built: Built, pins: Sequence[PinUnits]) -> Built:
    """Return the plan from scratch with these pins besides the locks that there are."""
    facts, count = built.facts, len(pins)
    lines = np.array([pin.order_line_id for pin in pins], dtype=np.int64)
    more = Locks(
        line=rows_of(facts.lines.ids, lines),
        source=np.array([_source(built, pin) for pin in pins], dtype=np.int64),
        place=np.full(count, ANYWHERE),
        expires=np.full(count, NO_EXPIRY),
        units=np.array([pin.units for pin in pins], dtype=np.int64),
    )
    pinned = replace(facts, locks=joined(facts.locks, more))
    reach = built.now.horizon_end - built.now.as_of
    return build(pinned, built.rules, built.now.as_of, reach)


def _source(built: Built, pin: PinUnits) -> int:
    if pin.inbound_line_id is None:
        return FROM_STOCK
    return int(rows_of(built.facts.inbound_lines.ids, np.array([pin.inbound_line_id]))[0])
