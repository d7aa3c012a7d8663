"""What is held of what lies somewhere: staged, picked and missing units against on-hand."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, true

from db import tables as t

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.engine import Connection

PLACE = ("location_id", "product_id", "lot", "expires_on", "serial")
Sums = dict[tuple[Any, ...], int]


def held_in_sum(connection: Connection, products: Collection[int] | None = None) -> Sums:
    """Add up staged, picked and missing units by place, product and trace.

    ``products`` restricts to some (keys).  A line's locks, or a place's shorts, that sum up to
    less than none count as none.
    """
    still_open = select(t.shipments.c.id).where(t.shipments.c.closed.is_(None))
    staged = _net(t.locks, "order_line_id").where(t.locks.c.kind == "staged")
    picked = _net(t.picks, "order_line_id").where(t.picks.c.shipment_id.in_(still_open))
    found: Sums = defaultdict(int)
    for table, net in ((t.locks, staged), (t.picks, picked), (t.shorts, _net(t.shorts))):
        mine = table.c.product_id.in_(products) if products is not None else true()
        for row in connection.execute(net.where(mine)):
            found[tuple(row[:5])] += max(0, int(row[5]))
    return {key: units for key, units in found.items() if units}


def _net(table: Any, *more: str) -> Select[Any]:
    keys = [table.c[name] for name in PLACE]
    grouped = (*keys, *(table.c[name] for name in more))
    return select(*keys, func.sum(table.c.delta)).group_by(*grouped)


def overheld(connection: Connection, products: Collection[int] | None = None) -> list[str]:
    """Name the places that hold less than is staged, picked and missing there together."""
    s = t.stock.c
    query = select(*(s[name] for name in PLACE), s.quantity)
    if products is not None:
        query = query.where(s.product_id.in_(products))
    there = {tuple(row[:5]): int(row[5]) for row in connection.execute(query)}
    return [
        f"{key}: {units} held, {there.get(key, 0)} there"
        for key, units in held_in_sum(connection, products).items()
        if units > there.get(key, 0)
    ]


def overdrawn_lines(connection: Connection, which: ColumnElement[bool]) -> list[str]:
    """Name the order lines of which more, or less than none, is picked than may be."""
    c, p = t.order_lines.c, t.picks.c
    rest = c.quantity - c.shipped_before - c.cancelled
    query = (
        select(c.id, rest, func.sum(p.delta))
        .join(t.picks, p.order_line_id == c.id)
        .where(which)
        .group_by(c.id, rest)
    )
    return [
        f"line {row[0]}: {row[2]} picked of {row[1]}"
        for row in connection.execute(query)
        if not 0 <= row[2] <= row[1]
    ]


def overstaged(connection: Connection, lines: Collection[int]) -> dict[int, int]:
    """Return by how many units (each, > 0) more is staged for order lines than they wait for."""
    c, k, p = t.order_lines.c, t.locks.c, t.picks.c
    picked = select(func.coalesce(func.sum(p.delta), 0)).where(p.order_line_id == c.id)
    open_ = c.quantity - c.shipped_before - c.cancelled - picked.scalar_subquery()
    query = (
        select(c.id, func.sum(k.delta) - open_)
        .join(t.locks, k.order_line_id == c.id)
        .where(k.kind == "staged", c.id.in_(lines))
        .group_by(c.id)
    )
    return {row[0]: int(row[1]) for row in connection.execute(query) if row[1] > 0}
