"""Reads what lies in the building, less what was not found and what stands picked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from sqlalchemy import BigInteger, cast, func, select

from app.domain.goods import SALEABLE, Kind
from app.domain.plan.facts import Stock
from db import tables as t
from db.plan_columns import among, as_days, read_columns, units

if TYPE_CHECKING:
    from sqlalchemy import Select, Table
    from sqlalchemy.engine import Connection

    from app.domain.plan.facts import Ints, Texts
    from db.plan_columns import Keys

Exact = tuple[int, int, str, str, str]
"""A location and a product by key, lot, expiry day and serial as text."""


def read_stock(connection: Connection, products: Keys = None) -> Stock:
    """Read available stock by place, product and expiry; expired lots are left to the plan."""
    s, place = t.stock.c, t.locations.c
    on_dock = cast(place.kind == Kind.DOCK, BigInteger)
    query = (
        select(s.location_id, s.product_id, s.quantity, on_dock, s.lot, s.expires_on, s.serial)
        .join(t.locations, place.id == s.location_id)
        .where(place.kind.in_(SALEABLE), s.quantity > 0)
    )
    columns = read_columns(connection, among(query, s.product_id, products), "iiiittt")
    where, product, quantity, docks, *traces = columns
    _take_away(where, product, quantity, traces, _not_there(connection, products))
    return Stock(product, where, docks.astype(np.bool_), as_days(traces[1]), quantity)


def _take_away(
    where: Ints, product: Ints, quantity: Ints, traces: list[Texts], gone: dict[Exact, int]
) -> None:
    """Lower the quantities by what is gone from the very same place, lot, expiry and serial."""
    span = int(product.max(initial=0)) + 1
    spots = np.array([key[0] * span + key[1] for key in gone if key[1] < span], dtype=np.int64)
    for row in np.flatnonzero(np.isin(where * span + product, spots)).tolist():
        exact = (int(where[row]), int(product[row]), *(column[row] for column in traces))
        quantity[row] = max(0, int(quantity[row]) - gone.get(exact, 0))


def _not_there(connection: Connection, products: Keys) -> dict[Exact, int]:
    """Return units that a short pick missed, and those that stand picked for an order."""
    picked = (
        _net(t.picks)
        .join(t.shipments, t.shipments.c.id == t.picks.c.shipment_id)
        .join(t.orders, t.orders.c.id == t.shipments.c.order_id)
        .where(t.shipments.c.closed.is_(None), ~t.orders.c.cancelled)
    )
    found: dict[Exact, int] = {}
    for table, query in ((t.shorts, _net(t.shorts)), (t.picks, picked)):
        restricted = among(query, table.c.product_id, products)
        columns = read_columns(connection, restricted, "iittti")
        for *key, net in zip(*(column.tolist() for column in columns), strict=True):
            exact: Any = tuple(key)
            found[exact] = found.get(exact, 0) + max(0, net)
    return found


def _net(table: Table) -> Select[Any]:
    keys = [table.c[n] for n in ("location_id", "product_id", "lot", "expires_on", "serial")]
    return select(*keys, units(table.c.delta)).group_by(*keys).having(func.sum(table.c.delta) > 0)
