"""Reads what lies in the building, less what was not found and what stands picked."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from sqlalchemy import case, func, select

from app.domain.goods import SALEABLE, Kind
from app.domain.plan.facts import Stock
from app.domain.plan.resolve import among
from db import tables as t
from db.plan_columns import as_days, of_key, read_columns, units
from db.statements import Prepared

if TYPE_CHECKING:
    from sqlalchemy import Select, Table
    from sqlalchemy.engine import Connection

    from app.domain.plan.facts import Ints, Texts

Exact = tuple[int, int, str, str, str]
"""A location and a product by key, lot, expiry day and serial as text."""


@cache
def _lying(*, one: bool) -> Prepared:
    s, place = t.stock.c, t.locations.c
    on_dock = case((place.kind == Kind.DOCK, 1), else_=0)
    query = (
        select(s.location_id, s.product_id, s.quantity, on_dock, s.lot, s.expires_on, s.serial)
        .join(t.locations, place.id == s.location_id)
        .where(place.kind.in_(SALEABLE), s.quantity > 0)
    )
    return Prepared(of_key(query, s.product_id, one=one))


@cache
def _short(*, one: bool) -> Prepared:
    return Prepared(of_key(_net(t.shorts), t.shorts.c.product_id, one=one))


@cache
def _picked(*, one: bool) -> Prepared:
    query = (
        _net(t.picks)
        .join(t.shipments, t.shipments.c.id == t.picks.c.shipment_id)
        .join(t.orders, t.orders.c.id == t.shipments.c.order_id)
        .where(t.shipments.c.closed.is_(None), ~t.orders.c.cancelled)
    )
    return Prepared(of_key(query, t.picks.c.product_id, one=one))


def _net(table: Table) -> Select[Any]:
    keys = [table.c[n] for n in ("location_id", "product_id", "lot", "expires_on", "serial")]
    return select(*keys, units(table.c.delta)).group_by(*keys).having(func.sum(table.c.delta) > 0)


def read_stock(connection: Connection, product: int | None = None) -> Stock:
    """Read available stock by place, product and expiry; expired lots are left to the plan."""
    one = product is not None
    columns = read_columns(connection, _lying(one=one), "iiiittt", product)
    where, products, quantity, docks, *traces = columns
    _take_away(where, products, quantity, traces, _not_there(connection, product))
    return Stock(products, where, docks.astype(np.bool_), as_days(traces[1]), quantity)


def _take_away(
    where: Ints, product: Ints, quantity: Ints, traces: list[Texts], gone: dict[Exact, int]
) -> None:
    """Lower the quantities by what is gone from the very same place, lot, expiry and serial."""
    if not gone:
        return
    span = int(product.max(initial=0)) + 1
    spots = np.array([key[0] * span + key[1] for key in gone if key[1] < span], dtype=np.int64)
    for row in np.flatnonzero(among(where * span + product, np.sort(spots))).tolist():
        exact = (int(where[row]), int(product[row]), *(column[row] for column in traces))
        quantity[row] = max(0, int(quantity[row]) - gone.get(exact, 0))


def _not_there(connection: Connection, product: int | None) -> dict[Exact, int]:
    """Return units that a short pick missed, and those that stand picked for an order."""
    one = product is not None
    found: dict[Exact, int] = {}
    for query in (_short(one=one), _picked(one=one)):
        columns = read_columns(connection, query, "iittti", product)
        for *key, net in zip(*(column.tolist() for column in columns), strict=True):
            exact: Any = tuple(key)
            found[exact] = found.get(exact, 0) + net
    return found
