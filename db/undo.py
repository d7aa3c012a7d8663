"""Posts the opposite of a fact: moves swapped, deltas negated, and nothing left negative."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select

from app.domain.errors import RefusedError
from app.domain.goods import Move, Trace
from db import tables as t
from db.repositories.ledger import TRACE, LedgerRows

if TYPE_CHECKING:
    from sqlalchemy import Table
    from sqlalchemy.engine import Connection

DELTAS = (
    (t.receipts, ("told", "moved")),
    (t.locks, ("delta",)),
    (t.picks, ("delta",)),
    (t.shorts, ("delta",)),
    (t.verifications, ("delta",)),
)
PLACE = ("order_line_id", "location_id", *TRACE)


def reverse(connection: Connection, ledger: LedgerRows, undone: int, fact: int) -> None:
    """Undo a fact by a new one; RefusedError("moved_on") where its units have moved on."""
    try:
        _move_back(connection, ledger, undone, fact)
    except RefusedError as error:
        raise RefusedError("moved_on") from error
    for table, columns in DELTAS:
        _negate(connection, table, columns, undone, fact)
    _check_locks(connection, fact)
    _check_picks(connection, fact)


def _move_back(connection: Connection, ledger: LedgerRows, undone: int, fact: int) -> None:
    m = t.moves.c
    columns = (m.product_id, m.quantity, m.to_location_id, m.from_location_id)
    query = select(*columns, *(m[name] for name in TRACE)).where(m.fact == undone)
    for row in connection.execute(query.order_by(m.id.desc())).all():
        ledger.move(fact, Move(row[0], row[1], row[2], row[3], Trace(*row[4:7])))


def _negate(
    connection: Connection, table: Table, columns: tuple[str, ...], undone: int, fact: int
) -> None:
    rows = connection.execute(select(table).where(table.c.fact == undone)).mappings().all()
    for row in rows:
        opposite: dict[str, Any] = {**row, "fact": fact}
        del opposite["id"]
        connection.execute(
            insert(table), {**opposite, **{name: -opposite[name] for name in columns}}
        )


def _check_locks(connection: Connection, fact: int) -> None:
    """Refuse where a staged unit was taken: fewer than none would be staged there."""
    keys = [t.locks.c[name] for name in PLACE]
    touched = select(t.locks.c.order_line_id).where(t.locks.c.fact == fact)
    query = (
        select(func.sum(t.locks.c.delta))
        .where(t.locks.c.order_line_id.in_(touched), t.locks.c.kind == "staged")
        .group_by(*keys)
        .having(func.sum(t.locks.c.delta) < 0)
    )
    if connection.execute(query).first() is not None:
        raise RefusedError("moved_on")


def _check_picks(connection: Connection, fact: int) -> None:
    """Refuse where the unit is verified or its shipment closed."""
    p, s, v = t.picks.c, t.shipments.c, t.verifications.c
    touched = (
        select(p.shipment_id, p.order_line_id, s.closed)
        .join(t.shipments, s.id == p.shipment_id)
        .where(p.fact == fact)
        .distinct()
    )
    for shipment_id, line_id, closed in connection.execute(touched).all():
        picked = select(func.sum(p.delta)).where(
            p.shipment_id == shipment_id, p.order_line_id == line_id
        )
        verified = select(func.sum(v.delta)).where(
            v.shipment_id == shipment_id, v.order_line_id == line_id
        )
        left = (connection.scalar(picked) or 0) - (connection.scalar(verified) or 0)
        if closed is not None or left < 0:
            raise RefusedError("moved_on")
