"""What stands staged, and since when: the one rule of how long a lane has kept its units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, case, func, select

from db import tables as t

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Subquery


def standing(*among: ColumnElement[bool]) -> Subquery:
    """Return location_id, order_line_id, units (each, > 0) and the fact since which they stand.

    That is when the first of them came after there was last nothing of that line in that place: a
    lane that was emptied begins anew.  ``among`` are further conditions on locks.
    """
    k = t.locks.c
    keys = (k.location_id, k.order_line_id)
    changes = (
        select(*keys, k.fact, func.sum(k.delta).label("units"))
        .where(k.kind == "staged", *among)
        .group_by(*keys, k.fact)
        .subquery()
    )
    pile = (changes.c.location_id, changes.c.order_line_id)
    left = func.sum(changes.c.units).over(partition_by=pile, order_by=changes.c.fact)
    steps = select(*pile, changes.c.fact, changes.c.units, left.label("left")).subquery()
    here = (steps.c.location_id, steps.c.order_line_id)
    piles = (
        select(
            *here,
            func.sum(steps.c.units).label("units"),
            func.max(case((steps.c.left <= 0, steps.c.fact), else_=0)).label("emptied"),
        )
        .group_by(*here)
        .having(func.sum(steps.c.units) > 0)
        .subquery()
    )
    same = and_(*(piles.c[column.name] == column for column in here))
    return (
        select(*here, piles.c.units, func.min(steps.c.fact).label("fact"))
        .join_from(steps, piles, same)
        .where(steps.c.fact > piles.c.emptied)
        .group_by(*here, piles.c.units)
        .subquery()
    )
