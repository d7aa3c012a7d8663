"""Finds out by their rows what facts have touched, whoever said them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from sqlalchemy import BigInteger, bindparam, literal, or_, select, union_all

from app.domain.plan.facts import Touched
from app.own_facts import SWEEPING
from db import tables as t
from db.plan_columns import KEY
from db.statements import Prepared

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.engine import Connection

PRODUCT, ORDER, TRUCK, ANYTHING = range(4)
SINCE: Final = bindparam(KEY, 0, BigInteger)
line, load, said = t.order_lines.c, t.inbound_lines.c, t.dock_events.c


def _new(what: int, key: ColumnElement[int]) -> Select[int, int]:
    return select(literal(what), key)


def _trucks(inbound: ColumnElement[int], fact: ColumnElement[int]) -> tuple[Select[int, int], ...]:
    """Select trucks, and the products on them: these come, go and move with their truck."""
    on_it = _new(PRODUCT, load.product_id).where(load.inbound_id == inbound, fact > SINCE)
    return _new(TRUCK, inbound).where(fact > SINCE, inbound.is_not(None)), on_it


CHANGED = Prepared(
    union_all(
        *(
            _new(PRODUCT, table.c.product_id).where(table.c.fact > SINCE)
            for table in (t.moves, t.locks, t.shorts, t.picks, t.inbound_lines)
        ),
        _new(PRODUCT, load.product_id).where(
            t.receipts.c.inbound_line_id == load.id, t.receipts.c.fact > SINCE
        ),
        _new(ORDER, line.order_id).where(
            t.picks.c.order_line_id == line.id, t.picks.c.fact > SINCE
        ),
        _new(ORDER, line.order_id).where(line.fact > SINCE),
        _new(ORDER, t.orders.c.id).where(t.orders.c.fact > SINCE),
        _new(ORDER, t.shipments.c.order_id).where(
            or_(*(t.shipments.c[name] > SINCE for name in ("fact", "closed", "reopened")))
        ),
        *_trucks(t.inbound.c.id, t.inbound.c.fact),
        *_trucks(said.inbound_id, said.fact),
        *(
            _new(ANYTHING, literal(0)).where(table.c.fact > SINCE)
            for table in (t.products, t.locations)
        ),
        _new(ANYTHING, literal(0)).where(
            t.facts.c.sequence > SINCE, t.facts.c.kind.in_(sorted(SWEEPING))
        ),
    )
)


def changed_since(connection: Connection, known: int) -> Touched | None:
    """Return what was touched since a fact (a sequence); None where it may be anything."""
    found: dict[int, set[int]] = defaultdict(set)
    for what, key in CHANGED.all(connection, **{KEY: known}):
        found[what].add(key)
    if found[ANYTHING]:
        return None
    return Touched(*(frozenset(found[what]) for what in (PRODUCT, ORDER, TRUCK)))
