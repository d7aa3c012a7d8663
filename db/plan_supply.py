"""Reads what is to come, and the locks, for the plan."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from sqlalchemy import BigInteger, and_, case, func, select, type_coerce

from app.domain.dock import HERE, OPEN
from app.domain.plan.facts import (
    ANYWHERE,
    FROM_STOCK,
    NO_EXPIRY,
    Inbound,
    InboundLines,
    Locks,
    Products,
)
from app.domain.plan.resolve import rows_of
from db import tables as t
from db.columns import to_micros
from db.dock_rows import dock_state, dock_states
from db.plan_columns import as_days, of_key, read_columns, units
from db.plan_demand import by_id
from db.statements import Prepared

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.engine import Connection

    from app.domain.dock import DockState

FEW = 500
HAS_COME = HERE | {"departed"}
p, i = t.products.c, t.inbound.c
PRODUCTS = Prepared(select(p.id, p.backorderable, p.sku).order_by(p.id))


def read_products(connection: Connection, excluded: Collection[str] = ()) -> Products:
    """Read every product; those of the excluded SKUs are barred."""
    ids, backorderable, skus = read_columns(connection, PRODUCTS, "iit")
    barred = np.zeros(ids.size, dtype=np.bool_)
    if named := frozenset(excluded):
        barred[:] = [sku in named for sku in skus.tolist()]
    return Products(ids, skus, backorderable.astype(np.bool_), barred)


@cache
def _trucks(*, one: bool) -> Prepared:
    expected = type_coerce(func.coalesce(i.arrived_at, i.expected_at), BigInteger)
    query = select(i.id, expected, i.status.in_(HAS_COME), i.status.in_(OPEN), i.asn)
    return Prepared(of_key(query, i.id, one=one).order_by(i.id))


def read_inbound(connection: Connection, truck: int | None = None) -> Inbound:
    """Read the shipments that are open by all that was said of their trucks: all, or one."""
    one = truck is not None
    columns = read_columns(connection, _trucks(one=one), "iiiit", truck)
    ids, expected, arrived, live, numbers = columns
    states = _with_events(connection) if truck is None else _state(connection, truck)
    for key, state in states.items():
        row = int(rows_of(ids, np.array([key]))[0])
        expected[row] = to_micros(state.expected_at)
        arrived[row], live[row] = state.status in HAS_COME, state.open
    kept = live.astype(np.bool_)
    return Inbound(ids[kept], numbers[kept], expected[kept], arrived[kept].astype(np.bool_))


def _with_events(connection: Connection) -> dict[int, DockState]:
    said = t.dock_events.c.inbound_id
    keys = set(connection.scalars(select(said).where(said.is_not(None)).distinct()))
    states = dock_states(connection, sorted(keys) if len(keys) < FEW else None)
    return {key: state for key, state in states.items() if key in keys}


def _state(connection: Connection, truck: int) -> dict[int, DockState]:
    try:
        return {truck: dock_state(connection, truck)}
    except LookupError:
        return {}


@cache
def _lines(*, one: bool) -> Prepared:
    n = t.inbound_lines.c
    query = select(n.id, n.inbound_id, n.product_id, n.quantity, n.line, n.expires_on)
    return Prepared(of_key(query, n.product_id, one=one).order_by(n.id))


@cache
def _received(*, one: bool) -> Prepared:
    r = t.receipts.c
    parts = [
        units(case((r.disposition == disposition, r.told), else_=0))
        for disposition in ("damaged", "cross_dock")
    ]
    query = select(r.inbound_line_id, units(r.told), *parts).group_by(r.inbound_line_id)
    if one:
        query = query.join(t.inbound_lines, t.inbound_lines.c.id == r.inbound_line_id)
    return Prepared(of_key(query, t.inbound_lines.c.product_id, one=one))


def read_inbound_lines(connection: Connection, product: int | None = None) -> InboundLines:
    """Read inbound lines with what came off the trucks: all, or those of one product."""
    one = product is not None
    columns = read_columns(connection, _lines(one=one), "iiiitt", product)
    ids, shipment, products, expected, texts, expires = columns
    came = read_columns(connection, _received(one=one), "iiii", product)
    received, damaged, crossed = (by_id(ids, came[0], column) for column in came[1:])
    return InboundLines(
        ids=ids,
        shipment=shipment,
        product=products,
        texts=texts,
        expected=expected,
        received=received,
        damaged=damaged,
        crossed=crossed,
        expires=as_days(expires),
    )


@cache
def _net_locks(*, one: bool) -> Prepared:
    k = t.locks.c
    staged = and_(k.kind == "staged", k.location_id.is_not(None))
    source = case((staged, FROM_STOCK), else_=func.coalesce(k.inbound_line_id, FROM_STOCK))
    place = case((staged, k.location_id), else_=ANYWHERE)
    keys = (k.order_line_id, k.kind, k.location_id, k.inbound_line_id, k.lot, k.expires_on)
    query = select(k.order_line_id, source, place, units(k.delta), k.expires_on)
    query = of_key(query, k.product_id, one=one).group_by(*keys, k.serial)
    return Prepared(query.having(func.sum(k.delta) > 0))


def read_locks(connection: Connection, product: int | None = None) -> Locks:
    """Read the net locks: pins on an inbound line or on stock, and staged units where they stand.

    ``source`` is the key of an inbound line or ``FROM_STOCK``; a pin is on whatever is there, so
    that it has no expiry.
    """
    columns = read_columns(connection, _net_locks(one=product is not None), "iiiit", product)
    line, source, place, net, expires = columns
    days = np.where(place == ANYWHERE, NO_EXPIRY, as_days(expires))
    return Locks(line, source, place, days, net)
