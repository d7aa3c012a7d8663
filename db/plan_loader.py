"""Reads from the facts all that the plan depends on: everything, or what a change touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from sqlalchemy import func, select

from app.domain.plan.facts import Inbound, Products, Reading
from app.domain.plan.resolve import resolve
from db import tables as t
from db.plan_demand import read_lines, read_orders
from db.plan_stock import read_stock
from db.plan_supply import read_inbound, read_inbound_lines, read_locks, read_products

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.engine import Connection

    from app.domain.plan.facts import PlanFacts
    from app.own_facts import OwnFacts

_NO_KEYS = np.zeros(0, dtype=np.int64)
_NO_TEXTS = np.zeros(0, dtype=np.object_)
_NO_FLAGS = np.zeros(0, dtype=np.bool_)
NO_PRODUCTS = Products(_NO_KEYS, _NO_TEXTS, _NO_FLAGS)
NO_SHIPMENTS = Inbound(_NO_KEYS, _NO_TEXTS, _NO_KEYS, _NO_FLAGS)


def load_plan_facts(connection: Connection) -> PlanFacts:
    """Read the facts of the whole plan."""
    return resolve(
        Reading(
            orders=read_orders(connection),
            lines=read_lines(connection),
            products=read_products(connection),
            stock=read_stock(connection),
            inbound=read_inbound(connection),
            inbound_lines=read_inbound_lines(connection),
            locks=read_locks(connection),
        )
    )


def load_touched(
    connection: Connection, products: Collection[int], orders: Collection[int]
) -> Reading:
    """Read again the supply and locks of some products, and some orders with their lines."""
    return Reading(
        orders=read_orders(connection, orders),
        lines=read_lines(connection, orders),
        products=NO_PRODUCTS,
        stock=read_stock(connection, products),
        inbound=NO_SHIPMENTS,
        inbound_lines=read_inbound_lines(connection, products),
        locks=read_locks(connection, products),
    )


class PlanRows:
    """What the plan depends on, in one transaction."""

    def __init__(self, connection: Connection, own: OwnFacts) -> None:
        self._connection = connection
        self.own = own

    def facts(self) -> PlanFacts:
        """Read all that the plan depends on."""
        return load_plan_facts(self._connection)

    def touched(self, products: Collection[int], orders: Collection[int]) -> Reading:
        """Read again what lies and comes of some products, and some orders."""
        return load_touched(self._connection, products, orders)

    def news(self, known: int) -> tuple[int, int]:
        """Return how many facts came after a sequence, and the last sequence of all."""
        sequence = t.facts.c.sequence
        query = select(func.count(), func.max(sequence)).where(sequence > known)
        count, last = self._connection.execute(query).one()
        return int(count), int(last or known)

    def placed(self) -> int:
        """Return how many orders are on file, whatever has become of them."""
        return int(self._connection.scalar(select(func.count()).select_from(t.orders)) or 0)
