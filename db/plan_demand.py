"""Reads orders and their open lines for the plan."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from sqlalchemy import BigInteger, case, func, select, type_coerce

from app.domain.plan.facts import DEFAULT, NEVER, POLICIES, Lines, Orders
from app.domain.plan.resolve import UNKNOWN, among, rows_of
from app.domain.plan.supply import sums
from db import tables as t
from db.plan_columns import of_key, read_columns, units
from db.statements import Prepared

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.engine import Connection

    from app.domain.plan.facts import Flags, Ints

o, line, pick, shipment = t.orders.c, t.order_lines.c, t.picks.c, t.shipments.c
agreed = t.customer_policies.c
CODES = {name: code for code, name in enumerate(POLICIES)}


@cache
def _orders(*, one: bool) -> Prepared:
    query = select(
        o.id,
        o.priority,
        func.coalesce(type_coerce(o.promised_at, BigInteger), NEVER),
        o.ordered_at,
        case(CODES, value=o.policy),
        func.coalesce(o.max_shipments, 0),
        o.shipments_before,
        o.hold,
        case((o.preferred == o.priority, 1), else_=0),
        case(CODES, value=agreed.policy, else_=DEFAULT),
        func.coalesce(agreed.max_shipments, 0),
        o.number,
    ).outerjoin_from(t.orders, t.customer_policies, agreed.customer == o.customer)
    return Prepared(of_key(query.where(~o.cancelled), o.id, one=one).order_by(o.id))


@cache
def _closed(*, one: bool) -> Prepared:
    query = select(shipment.order_id, func.count()).where(shipment.closed.is_not(None))
    return Prepared(of_key(query, shipment.order_id, one=one).group_by(shipment.order_id))


@cache
def _shipping(*, one: bool) -> Prepared:
    query = select(shipment.order_id, units(pick.delta)).join_from(
        t.shipments, t.picks, pick.shipment_id == shipment.id
    )
    query = of_key(query.where(shipment.closed.is_(None)), shipment.order_id, one=one)
    return Prepared(query.group_by(shipment.order_id))


def read_orders(
    connection: Connection, order: int | None = None, excluded: Collection[str] = ()
) -> Orders:
    """Read the orders that are not cancelled: all, or one by its key.

    Those of the excluded customers are barred.
    """
    one = order is not None
    columns = read_columns(connection, _orders(one=one), "iiiiiiiiiiit", order)
    ids, priority, promised, ordered, policy, most, before, held, first, *said, numbers = columns
    closed = by_id(ids, *read_columns(connection, _closed(one=one), "ii", order))
    picked = by_id(ids, *read_columns(connection, _shipping(one=one), "ii", order))
    return Orders(
        ids=ids,
        numbers=numbers,
        priority=priority,
        promised=promised,
        ordered=ordered,
        policy=policy,
        max_shipments=most,
        made=before + closed,
        picked=picked,
        held=held.astype(np.bool_),
        preferred=first.astype(np.bool_),
        agreed=said[0],
        agreed_most=said[1],
        barred=_of_customers(connection, ids, excluded),
    )


def _of_customers(connection: Connection, ids: Ints, names: Collection[str]) -> Flags:
    """Tell which orders (keys) are of these customers; asked only where there are any."""
    if not names:
        return np.zeros(ids.size, dtype=np.bool_)
    query = select(o.id).where(o.customer.in_(names)).order_by(o.id)
    if ids.size == 1:
        query = query.where(o.id == int(ids[0]))
    return among(ids, np.array(connection.scalars(query).all(), dtype=np.int64))


@cache
def _lines(*, one: bool) -> Prepared:
    rest = line.quantity - line.shipped_before - line.cancelled
    query = select(line.id, line.order_id, line.product_id, rest, line.line).where(rest > 0)
    return Prepared(of_key(query, line.order_id, one=one).order_by(line.id))


@cache
def _picked(*, one: bool) -> Prepared:
    query = select(pick.order_line_id, units(pick.delta)).group_by(pick.order_line_id)
    if one:
        query = query.join(t.shipments, shipment.id == pick.shipment_id)
    return Prepared(of_key(query, shipment.order_id, one=one))


def read_lines(connection: Connection, order: int | None = None) -> Lines:
    """Read the lines that are not shipped or cancelled whole before the first import."""
    one = order is not None
    columns = read_columns(connection, _lines(one=one), "iiiit", order)
    ids, order_ids, product_ids, left, texts = columns
    picked = by_id(ids, *read_columns(connection, _picked(one=one), "ii", order))
    return Lines(ids, order_ids, product_ids, texts, np.maximum(left - picked, 0))


def by_id(ids: Ints, keys: Ints, values: Ints) -> Ints:
    """Add up values by key, for ascending keys; values of unknown ones are left out."""
    rows = rows_of(ids, keys)
    known = rows != UNKNOWN
    return sums(rows[known], values[known], ids.size)
