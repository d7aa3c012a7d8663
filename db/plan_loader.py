"""Reads from the facts all that the plan depends on: everything, or what a change touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from sqlalchemy import BigInteger, bindparam, case, func, select

from app.domain.plan.facts import (
    Inbound,
    InboundLines,
    Lines,
    Locks,
    Orders,
    Products,
    Reading,
    Stock,
)
from app.domain.plan.resolve import joined, resolve
from app.domain.plan.values import NOTHING_EXCLUDED
from app.own_facts import HARMLESS
from db import tables as t
from db.plan_changes import changed_since
from db.plan_columns import KEY
from db.plan_demand import read_lines, read_orders
from db.plan_stock import read_stock
from db.plan_supply import read_inbound, read_inbound_lines, read_locks, read_products
from db.statements import Prepared

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from app.domain.plan.facts import PlanFacts, Touched
    from app.domain.plan.values import Excluded
    from app.own_facts import OwnFacts

_KEYS = np.zeros(0, dtype=np.int64)
_TEXTS = np.zeros(0, dtype=np.object_)
_FLAGS = np.zeros(0, dtype=np.bool_)
NO_ORDERS = Orders(_KEYS, _TEXTS, *(_KEYS,) * 7, *(_FLAGS,) * 2, _KEYS, _KEYS, _FLAGS)
NO_LINES = Lines(_KEYS, _KEYS, _KEYS, _TEXTS, _KEYS)
NO_PRODUCTS = Products(_KEYS, _TEXTS, _FLAGS, _FLAGS)
NO_STOCK = Stock(_KEYS, _KEYS, _FLAGS, _KEYS, _KEYS)
NO_SHIPMENTS = Inbound(_KEYS, _TEXTS, _KEYS, _FLAGS)
NO_LOADS = InboundLines(_KEYS, _KEYS, _KEYS, _TEXTS, *(_KEYS,) * 5)
NO_LOCKS = Locks(*(_KEYS,) * 5)


def load_plan_facts(connection: Connection, excluded: Excluded = NOTHING_EXCLUDED) -> PlanFacts:
    """Read the facts of the whole plan; what is excluded from cross-docking is barred in them."""
    return resolve(
        Reading(
            orders=read_orders(connection, excluded=excluded.customers),
            lines=read_lines(connection),
            products=read_products(connection, excluded.products),
            stock=read_stock(connection),
            inbound=read_inbound(connection),
            inbound_lines=read_inbound_lines(connection),
            locks=read_locks(connection),
        )
    )


def load_touched(
    connection: Connection, touched: Touched, excluded: Excluded = NOTHING_EXCLUDED
) -> Reading:
    """Read again what lies and comes of products, who holds it, orders with lines, and trucks."""
    goods, deals = sorted(touched.products), sorted(touched.orders)
    names = excluded.customers
    trucks = [read_inbound(connection, key) for key in sorted(touched.trucks)]
    return Reading(
        orders=joined(NO_ORDERS, *(read_orders(connection, key, names) for key in deals)),
        lines=joined(NO_LINES, *(read_lines(connection, key) for key in deals)),
        products=NO_PRODUCTS,
        stock=joined(NO_STOCK, *(read_stock(connection, key) for key in goods)),
        inbound=joined(NO_SHIPMENTS, *trucks),
        inbound_lines=joined(NO_LOADS, *(read_inbound_lines(connection, key) for key in goods)),
        locks=joined(NO_LOCKS, *(read_locks(connection, key) for key in goods)),
    )


NEWS = Prepared(
    select(
        func.count(case((t.facts.c.kind.not_in(HARMLESS), 1))), func.max(t.facts.c.sequence)
    ).where(t.facts.c.sequence > bindparam(KEY, 0, BigInteger))
)


class PlanRows:
    """What the plan depends on, in one transaction."""

    def __init__(self, connection: Connection, own: OwnFacts) -> None:
        self._connection = connection
        self.own = own

    def facts(self, excluded: Excluded = NOTHING_EXCLUDED) -> PlanFacts:
        """Read all that the plan depends on; what is excluded from cross-docking is barred."""
        return load_plan_facts(self._connection, excluded)

    def touched(self, touched: Touched, excluded: Excluded = NOTHING_EXCLUDED) -> Reading:
        """Read again what a change may have touched; what is excluded is barred."""
        return load_touched(self._connection, touched, excluded)

    def changed(self, known: int) -> Touched | None:
        """Return what was touched since a fact (a sequence); None where it may be anything."""
        return changed_since(self._connection, known)

    def news(self, known: int) -> tuple[int, int]:
        """Return how many facts that may change the plan came after a sequence, and the last."""
        count, last = NEWS.first(self._connection, **{KEY: known})
        return int(count), int(last or known)

    def placed(self) -> int:
        """Return how many orders are on file, whatever has become of them."""
        return int(self._connection.scalar(select(func.count()).select_from(t.orders)) or 0)

    def crossed(self) -> frozenset[str]:
        """Return the numbers of orders that units off a truck were ever sent to."""
        query = (
            select(t.orders.c.number)
            .join(t.order_lines, t.order_lines.c.order_id == t.orders.c.id)
            .join(t.receipts, t.receipts.c.order_line_id == t.order_lines.c.id)
            .distinct()
        )
        return frozenset(self._connection.scalars(query))
