"""The double-entry ledger, on-hand, and the locks on what lies somewhere."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, insert, literal, select, update
from sqlalchemy.exc import IntegrityError

from app.domain.errors import RefusedError
from app.domain.goods import VIRTUAL, Stock, Trace
from app.domain.orders import Held
from db import tables as t
from db.repositories.goods import PLACE, place_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement, Table
    from sqlalchemy.engine import Connection

    from app.domain.goods import Move

TRACE = ("lot", "expires_on", "serial")


def trace_values(trace: Trace) -> dict[str, Any]:
    """Return a trace as column values."""
    return {"lot": trace.lot, "expires_on": trace.expires_on, "serial": trace.serial}


def at_trace(table: Table, trace: Trace) -> ColumnElement[bool]:
    """Return the condition that a row has exactly that trace (no day is "", never NULL)."""
    columns = ((table.c[name], value) for name, value in trace_values(trace).items())
    return and_(*(column == literal(value, column.type) for column, value in columns))


class LedgerRows:
    """Moves and on-hand in one transaction."""

    def __init__(self, connection: Connection, virtual: frozenset[int]) -> None:
        self._connection = connection
        self._virtual = virtual

    def move(self, fact: int, move: Move) -> None:
        """Post a move; RefusedError("not_there") where on-hand would become negative."""
        row = {
            "fact": fact,
            "product_id": move.product_id,
            "quantity": move.quantity,
            "from_location_id": move.source_id,
            "to_location_id": move.target_id,
            **trace_values(move.trace),
        }
        self._connection.execute(insert(t.moves), row)
        self._change(move.source_id, move, -move.quantity)
        self._change(move.target_id, move, move.quantity)

    def _change(self, location_id: int, move: Move, units: int) -> None:
        if location_id in self._virtual:
            return
        where = and_(
            t.stock.c.location_id == location_id,
            t.stock.c.product_id == move.product_id,
            at_trace(t.stock, move.trace),
        )
        enough = t.stock.c.quantity + units >= 0
        query = update(t.stock).where(where, enough).values(quantity=t.stock.c.quantity + units)
        if self._connection.execute(query).rowcount == 1:
            return
        if units < 0:
            raise RefusedError("not_there", location_id=location_id, product_id=move.product_id)
        self._put(location_id, move, units)

    def _put(self, location_id: int, move: Move, units: int) -> None:
        row = {
            "location_id": location_id,
            "product_id": move.product_id,
            "quantity": units,
            **trace_values(move.trace),
        }
        try:
            with self._connection.begin_nested():
                self._connection.execute(insert(t.stock), row)
        except IntegrityError:  # another station put the first unit there at this moment
            self._change(location_id, move, units)

    def of_product(self, product_id: int) -> tuple[Stock, ...]:
        """Return on-hand (> 0) of a product in every physical location."""
        columns = [t.stock.c[name] for name in TRACE]
        query = (
            select(*PLACE, *columns, t.stock.c.quantity)
            .join(t.locations, t.locations.c.id == t.stock.c.location_id)
            .where(t.stock.c.product_id == product_id, t.stock.c.quantity > 0)
        )
        return tuple(
            Stock(place_of(row[:5]), product_id, Trace(*row[5:8]), row[8])
            for row in self._connection.execute(query)
        )

    def units_in(self, location_ids: tuple[int, ...]) -> Mapping[int, int]:
        """Return on-hand units by location, over all products."""
        query = (
            select(t.stock.c.location_id, func.sum(t.stock.c.quantity))
            .where(t.stock.c.location_id.in_(location_ids), t.stock.c.quantity > 0)
            .group_by(t.stock.c.location_id)
        )
        return {row[0]: int(row[1]) for row in self._connection.execute(query)}

    def missing(self, product_id: int) -> Mapping[tuple[int, Trace], int]:
        """Return the units that short picks did not find, by location and trace."""
        found: dict[tuple[int, Trace], int] = defaultdict(int)
        columns = [t.shorts.c[name] for name in TRACE]
        query = select(t.shorts.c.location_id, *columns, t.shorts.c.delta).where(
            t.shorts.c.product_id == product_id
        )
        for row in self._connection.execute(query):
            found[row[0], Trace(*row[1:4])] += row[4]
        return {place: units for place, units in found.items() if units > 0}

    def miss(self, fact: int, location_id: int, product_id: int, trace: Trace, units: int) -> None:
        """Note units that a short pick did not find."""
        row = {
            "fact": fact,
            "location_id": location_id,
            "product_id": product_id,
            "delta": units,
            **trace_values(trace),
        }
        self._connection.execute(insert(t.shorts), row)


def virtual_keys(connection: Connection) -> frozenset[int]:
    """Return the keys of all virtual locations: no on-hand is kept for them."""
    query = select(t.locations.c.id).where(t.locations.c.kind.in_(VIRTUAL))
    return frozenset(connection.scalars(query))


class LockRows:
    """Staged units in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def stage(self, fact: int, held: Held) -> None:
        """Lock units where they stand to an order line; a negative quantity releases them."""
        row = {
            "fact": fact,
            "kind": "staged",
            "order_line_id": held.order_line_id,
            "product_id": held.product_id,
            "delta": held.quantity,
            "location_id": held.location_id,
            **trace_values(held.trace),
        }
        self._connection.execute(insert(t.locks), row)

    def staged_of_product(self, product_id: int) -> tuple[Held, ...]:
        """Return what is staged of a product."""
        return self._staged(t.locks.c.product_id == product_id)

    def staged_of_order(self, order_id: int) -> tuple[Held, ...]:
        """Return what is staged for an order."""
        lines = select(t.order_lines.c.id).where(t.order_lines.c.order_id == order_id)
        return self._staged(t.locks.c.order_line_id.in_(lines))

    def pinned_to(self, product_id: int, inbound_line_id: int) -> Mapping[int, int]:
        """Return the units pinned of an ASN line by order line, the oldest order line first."""
        k = t.locks.c
        mine = (k.product_id == product_id, k.kind == "pin", k.inbound_line_id == inbound_line_id)
        query = select(k.order_line_id, func.sum(k.delta)).where(*mine).group_by(k.order_line_id)
        rows = self._connection.execute(query.order_by(k.order_line_id))
        return {row[0]: int(row[1]) for row in rows if row[1] > 0}

    def _staged(self, which: ColumnElement[bool]) -> tuple[Held, ...]:
        return held_sums(self._connection, t.locks, and_(which, t.locks.c.kind == "staged"))


def held_sums(connection: Connection, table: Table, which: ColumnElement[bool]) -> tuple[Held, ...]:
    """Add up the deltas of a table by line, product, place and trace; only sums above 0."""
    keys = [table.c[name] for name in ("order_line_id", "product_id", "location_id", *TRACE)]
    query = select(*keys, func.sum(table.c.delta)).where(which).group_by(*keys)
    return tuple(
        Held(row[0], row[1], int(row[6]), row[2], Trace(*row[3:6]))
        for row in connection.execute(query.order_by(*keys))
        if row[6] > 0
    )
