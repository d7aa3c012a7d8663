"""What substitutes stand in for, as a part of other queries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from db import tables as t

if TYPE_CHECKING:
    from sqlalchemy import ScalarSelect


def replaced_units() -> ScalarSelect[Any]:
    """Return the units (each) of an order line that substitutes replace, for a query of lines."""
    s = t.stand_ins.c
    query = select(func.coalesce(func.sum(s.replaces), 0))
    mine = query.where(s.stands_for_id == t.order_lines.c.id)
    return mine.correlate(t.order_lines).scalar_subquery()
