"""Posts the opposite of a fact: moves swapped, deltas negated, and nothing left negative."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select, union

from app.domain.errors import RefusedError
from app.domain.goods import Move, Trace
from db import tables as t
from db.holds import overdrawn_lines, overheld, overstaged
from db.repositories.ledger import TRACE, LedgerRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import ColumnElement, Table
    from sqlalchemy.engine import Connection

DELTAS = (
    (t.receipts, ("told", "moved")),
    (t.put_backs, ("told", "moved")),
    (t.picks, ("delta",)),
    (t.shorts, ("delta",)),
    (t.verifications, ("delta",)),
    (t.sweep_counts, ("delta",)),
    (t.cluster_totes, ("delta",)),
    (t.cluster_hands, ("delta",)),
)
SHORT = ("location_id", "product_id", *TRACE)
LOCK = ("kind", "order_line_id", "location_id", "inbound_line_id", *TRACE)
VERIFIED = ("shipment_id", "order_line_id", *TRACE)
BOXED = (*VERIFIED, "carton")


def reverse(connection: Connection, ledger: LedgerRows, undone: int, fact: int) -> None:
    """Undo a fact by a new one; RefusedError("moved_on") where its units have moved on."""
    try:
        _move_back(connection, ledger, undone, fact)
    except RefusedError as error:
        raise RefusedError("moved_on") from error
    for table, columns in DELTAS:
        _negate(connection, table, columns, _rows_of(connection, table, undone), fact)
    _negate(connection, t.locks, ("delta",), _live_locks(connection, undone), fact)
    _free_surplus(connection, fact)
    if (
        _below_none(connection, t.shorts, SHORT, fact, "product_id")
        or _below_none(connection, t.locks, LOCK, fact, "order_line_id")
        or _below_none(connection, t.verifications, BOXED, fact, "shipment_id")
        or _is_shipped(connection, fact)
        or _verified_too_much(connection, fact)
        or overdrawn_lines(connection, _lines_of(fact))
        or overheld(connection, _products_of(connection, undone))
    ):
        raise RefusedError("moved_on")


def _move_back(connection: Connection, ledger: LedgerRows, undone: int, fact: int) -> None:
    m = t.moves.c
    columns = (m.product_id, m.quantity, m.to_location_id, m.from_location_id)
    query = select(*columns, *(m[name] for name in TRACE)).where(m.fact == undone)
    for row in connection.execute(query.order_by(m.id.desc())).all():
        ledger.move(fact, Move(row[0], row[1], row[2], row[3], Trace(*row[4:7])))


def _rows_of(connection: Connection, table: Table, undone: int) -> list[Mapping[str, Any]]:
    rows = connection.execute(select(table).where(table.c.fact == undone)).mappings()
    return [dict(row) for row in rows]


def _live_locks(connection: Connection, undone: int) -> list[Mapping[str, Any]]:
    """Return a fact's locks, without those that a cancellation has released: they are gone."""
    lines = (
        select(t.order_lines.c.id)
        .join(t.orders, t.orders.c.id == t.order_lines.c.order_id)
        .join(t.locks, t.locks.c.order_line_id == t.order_lines.c.id)
        .where(t.locks.c.fact == undone, t.orders.c.cancelled)
    )
    cancelled = set(connection.scalars(lines))
    rows = _rows_of(connection, t.locks, undone)
    return [row for row in rows if row["order_line_id"] not in cancelled]


def _negate(
    connection: Connection,
    table: Table,
    columns: tuple[str, ...],
    rows: Iterable[Mapping[str, Any]],
    fact: int,
) -> None:
    for row in rows:
        opposite: dict[str, Any] = {**row, "fact": fact}
        del opposite["id"]
        connection.execute(
            insert(table), {**opposite, **{name: -opposite[name] for name in columns}}
        )


def _free_surplus(connection: Connection, fact: int) -> None:
    """Leave no more staged for a line than it waits for, the newest first to go.

    What is taken back gives a line its old units again; it may have got others since.
    """
    k = t.locks.c
    touched = (select(c.order_line_id).where(c.fact == fact) for c in (k, t.picks.c))
    surplus = overstaged(connection, set(connection.scalars(union(*touched))))
    keys = (k.kind, k.order_line_id, k.product_id, k.location_id, *(k[name] for name in TRACE))
    stands = (
        select(*keys, func.max(k.id).label("id"), func.sum(k.delta).label("delta"))
        .where(k.kind == "staged", k.order_line_id.in_(surplus))
        .group_by(*keys)
        .having(func.sum(k.delta) > 0)
        .order_by(func.max(k.id).desc())
    )
    for row in connection.execute(stands).mappings().all() if surplus else ():
        line = row["order_line_id"]
        if units := min(row["delta"], surplus[line]):
            surplus[line] -= units
            _negate(connection, t.locks, ("delta",), [{**row, "delta": units}], fact)


def _below_none(
    connection: Connection, table: Table, keys: tuple[str, ...], fact: int, by: str
) -> bool:
    """Tell whether fewer than none would be locked or missing of what a fact touched."""
    c = table.c
    touched = select(c[by]).where(c.fact == fact)
    query = (
        select(func.sum(c.delta))
        .where(c[by].in_(touched))
        .group_by(*(c[name] for name in keys))
        .having(func.sum(c.delta) < 0)
    )
    return connection.execute(query).first() is not None


def _touched_shipments(fact: int) -> tuple[Any, ...]:
    return tuple(
        select(table.c.shipment_id).where(table.c.fact == fact)
        for table in (t.picks, t.verifications)
    )


def _is_shipped(connection: Connection, fact: int) -> bool:
    s = t.shipments.c
    picked, verified = _touched_shipments(fact)
    mine = s.id.in_(picked) | s.id.in_(verified)
    return connection.execute(select(s.id).where(mine, s.closed.is_not(None))).first() is not None


def _verified_too_much(connection: Connection, fact: int) -> bool:
    """Tell whether more of a line and trace would be verified than is picked, or less than none."""
    picked, verified = _touched_shipments(fact)
    sums: list[dict[tuple[Any, ...], int]] = []
    for table in (t.picks, t.verifications):
        c = table.c
        mine: ColumnElement[bool] = c.shipment_id.in_(picked) | c.shipment_id.in_(verified)
        keys = [c[name] for name in VERIFIED]
        query = select(*keys, func.sum(c.delta)).where(mine).group_by(*keys)
        sums.append({tuple(row[:-1]): int(row[-1]) for row in connection.execute(query)})
    there, done = sums
    return any(units < 0 for units in there.values()) or any(
        not 0 <= units <= there.get(key, 0) for key, units in done.items()
    )


def _lines_of(fact: int) -> ColumnElement[bool]:
    touched = select(t.picks.c.order_line_id).where(t.picks.c.fact == fact)
    return t.order_lines.c.id.in_(touched)


def _products_of(connection: Connection, undone: int) -> tuple[int, ...]:
    """Return the products that a fact moved, staged or missed."""
    found: set[int] = set()
    for table in (t.moves, t.locks, t.picks, t.shorts):
        query = select(table.c.product_id).where(table.c.fact == undone).distinct()
        found.update(connection.scalars(query))
    return tuple(sorted(found))
