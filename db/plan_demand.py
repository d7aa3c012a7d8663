"""Reads orders and their open lines for the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from sqlalchemy import BigInteger, case, func, select, type_coerce

from app.domain.plan.facts import NEVER, POLICIES, Lines, Orders
from app.domain.plan.resolve import UNKNOWN, rows_of
from app.domain.plan.supply import sums
from db import tables as t
from db.plan_columns import among, read_columns, units

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from app.domain.plan.facts import Flags, Ints
    from db.plan_columns import Keys

o, line, pick, shipment = t.orders.c, t.order_lines.c, t.picks.c, t.shipments.c


def read_orders(connection: Connection, orders: Keys = None) -> Orders:
    """Read the orders that are not cancelled: all, or those with the keys given."""
    query = select(
        o.id,
        o.priority,
        func.coalesce(type_coerce(o.promised_at, BigInteger), NEVER),
        o.ordered_at,
        case({name: code for code, name in enumerate(POLICIES)}, value=o.policy),
        func.coalesce(o.max_shipments, 0),
        o.shipments_before,
        o.hold,
        o.number,
    )
    query = among(query.where(~o.cancelled), o.id, orders).order_by(o.id)
    columns = read_columns(connection, query, "iiiiiiiit")
    ids, priority, promised, ordered, policy, most, before, held, numbers = columns
    closed, shipping = _shipments(connection, ids, orders)
    return Orders(
        ids=ids,
        numbers=numbers,
        priority=priority,
        promised=promised,
        ordered=ordered,
        policy=policy,
        max_shipments=most,
        made=before + closed,
        shipping=shipping,
        held=held.astype(np.bool_),
    )


def _shipments(connection: Connection, ids: Ints, orders: Keys) -> tuple[Ints, Flags]:
    """Return by order how many shipments are closed, and whether one is open with units in it."""
    query = select(shipment.order_id, func.count()).where(shipment.closed.is_not(None))
    query = among(query, shipment.order_id, orders).group_by(shipment.order_id)
    closed = by_id(ids, *read_columns(connection, query, "ii"))
    picked = select(shipment.order_id, units(pick.delta)).join_from(
        t.shipments, t.picks, pick.shipment_id == shipment.id
    )
    picked = among(picked.where(shipment.closed.is_(None)), shipment.order_id, orders)
    held = read_columns(connection, picked.group_by(shipment.order_id), "ii")
    return closed, by_id(ids, *held) > 0


def read_lines(connection: Connection, orders: Keys = None) -> Lines:
    """Read the lines that are not shipped or cancelled whole before the first import."""
    rest = line.quantity - line.shipped_before - line.cancelled
    query = select(line.id, line.order_id, line.product_id, rest, line.line).where(rest > 0)
    query = among(query, line.order_id, orders).order_by(line.id)
    ids, order_ids, product_ids, left, texts = read_columns(connection, query, "iiiit")
    picked = by_id(ids, *_picked(connection, orders))
    return Lines(ids, order_ids, product_ids, texts, np.maximum(left - picked, 0))


def _picked(connection: Connection, orders: Keys) -> tuple[Any, ...]:
    query = select(pick.order_line_id, units(pick.delta)).group_by(pick.order_line_id)
    if orders is not None:
        query = query.join(t.shipments, shipment.id == pick.shipment_id)
    return read_columns(connection, among(query, shipment.order_id, orders), "ii")


def by_id(ids: Ints, keys: Ints, values: Ints) -> Ints:
    """Add up values by key, for ascending keys; values of unknown ones are left out."""
    rows = rows_of(ids, keys)
    known = rows != UNKNOWN
    return sums(rows[known], values[known], ids.size)
