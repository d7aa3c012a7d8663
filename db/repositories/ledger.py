"""The double-entry ledger, on-hand, and the locks on what lies somewhere."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from app.domain.errors import RefusedError
from app.domain.goods import VIRTUAL, Stock, Trace
from app.domain.orders import Held
from db import tables as t
from db.repositories.goods import PLACE, place_of
from db.statements import Insertion, Prepared

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement, Table
    from sqlalchemy.engine import Connection

    from app.domain.goods import Move
    from db.kept import Kept

TRACE = ("lot", "expires_on", "serial")


def trace_values(trace: Trace) -> dict[str, Any]:
    """Return a trace as column values."""
    return {"lot": trace.lot, "expires_on": trace.expires_on, "serial": trace.serial}


s, k, short = t.stock.c, t.locks.c, t.shorts.c
MOVE = Insertion(
    t.moves, "fact", "product_id", "quantity", "from_location_id", "to_location_id", *TRACE
)
MISS = Insertion(t.shorts, "fact", "location_id", "product_id", "delta", *TRACE)
STAGE = Insertion(
    t.locks, "fact", "kind", "order_line_id", "product_id", "delta", "location_id", *TRACE
)
CHANGE = Prepared(
    update(t.stock)
    .where(
        s.location_id == bindparam("place"),
        s.product_id == bindparam("product"),
        *(s[name] == bindparam(f"the_{name}", type_=s[name].type) for name in TRACE),
        s.quantity + bindparam("more", type_=s.quantity.type) >= 0,
    )
    .values(quantity=s.quantity + bindparam("more", type_=s.quantity.type))
)
SPLIT = len(PLACE)
OF_PRODUCT = Prepared(
    select(*PLACE, *(s[name] for name in TRACE), s.quantity)
    .join(t.locations, t.locations.c.id == s.location_id)
    .where(s.product_id == bindparam("product"), s.quantity > 0)
)
MISSING = Prepared(
    select(short.location_id, *(short[name] for name in TRACE), short.delta).where(
        short.product_id == bindparam("product")
    )
)
PINNED_TO = Prepared(
    select(k.order_line_id, func.sum(k.delta))
    .where(
        k.product_id == bindparam("product"),
        k.kind == "pin",
        k.inbound_line_id == bindparam("inbound_line"),
    )
    .group_by(k.order_line_id)
    .order_by(k.order_line_id)
)


def held_by(table: Table, which: ColumnElement[bool]) -> Prepared:
    """Prepare the sums of a table's deltas by line, product, place and trace."""
    keys = [table.c[name] for name in ("order_line_id", "product_id", "location_id", *TRACE)]
    query = select(*keys, func.sum(table.c.delta)).where(which).group_by(*keys)
    return Prepared(query.order_by(*keys))


def sums_held(connection: Connection, sums: Prepared, **values: int) -> tuple[Held, ...]:
    """Return the sums above 0."""
    return tuple(
        Held(row[0], row[1], int(row[6]), row[2], Trace(*row[3:6]))
        for row in sums.all(connection, **values)
        if row[6] > 0
    )


STAGED_OF_PRODUCT = held_by(t.locks, and_(k.product_id == bindparam("product"), k.kind == "staged"))
STAGED_OF_ORDER = held_by(
    t.locks,
    and_(
        k.order_line_id.in_(
            select(t.order_lines.c.id).where(t.order_lines.c.order_id == bindparam("order"))
        ),
        k.kind == "staged",
    ),
)
STAGED_OF_LINE = held_by(t.locks, and_(k.order_line_id == bindparam("line"), k.kind == "staged"))

_mine, _theirs, _line = t.orders.alias(), t.orders.alias(), t.order_lines.c
BESIDE = Prepared(
    select(k.location_id)
    .join_from(t.locks, t.order_lines, _line.id == k.order_line_id)
    .join(_theirs, _theirs.c.id == _line.order_id)
    .join(
        _mine,
        and_(_mine.c.customer == _theirs.c.customer, _mine.c.ship_to == _theirs.c.ship_to),
    )
    .where(_mine.c.id == bindparam("order"), k.kind == "staged")
    .group_by(k.location_id, k.order_line_id)
    .having(func.sum(k.delta) > 0)
)


class LedgerRows:
    """Moves and on-hand in one transaction."""

    def __init__(self, connection: Connection, virtual: frozenset[int], kept: Kept) -> None:
        self._connection = connection
        self._virtual = virtual
        self._kept = kept

    def move(self, fact: int, move: Move) -> None:
        """Post a move; RefusedError("not_there") where on-hand would become negative."""
        self._kept.drop_key("stock", move.product_id)
        MOVE.add(
            self._connection,
            fact=fact,
            product_id=move.product_id,
            quantity=move.quantity,
            from_location_id=move.source_id,
            to_location_id=move.target_id,
            **trace_values(move.trace),
        )
        self._change(move.source_id, move, -move.quantity)
        self._change(move.target_id, move, move.quantity)

    def _change(self, location_id: int, move: Move, units: int) -> None:
        if location_id in self._virtual:
            return
        trace = {f"the_{name}": value for name, value in trace_values(move.trace).items()}
        key = {"place": location_id, "product": move.product_id, **trace}
        if CHANGE.change(self._connection, more=units, **key) == 1:
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
        return self._kept.get("stock", product_id, lambda: self._of_product(product_id))

    def _of_product(self, product_id: int) -> tuple[Stock, ...]:
        return tuple(
            Stock(place_of(row[:SPLIT]), product_id, Trace(*row[SPLIT:-1]), row[-1])
            for row in OF_PRODUCT.all(self._connection, product=product_id)
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
        return self._kept.get("missing", product_id, lambda: self._missing(product_id))

    def _missing(self, product_id: int) -> Mapping[tuple[int, Trace], int]:
        found: dict[tuple[int, Trace], int] = defaultdict(int)
        for row in MISSING.all(self._connection, product=product_id):
            found[row[0], Trace(*row[1:4])] += row[4]
        return {place: units for place, units in found.items() if units > 0}

    def miss(self, fact: int, location_id: int, product_id: int, trace: Trace, units: int) -> None:
        """Note units that a short pick did not find."""
        self._kept.drop_key("missing", product_id)
        place = {"location_id": location_id, "product_id": product_id}
        MISS.add(self._connection, fact=fact, **place, delta=units, **trace_values(trace))


def virtual_keys(connection: Connection) -> frozenset[int]:
    """Return the keys of all virtual locations: no on-hand is kept for them."""
    query = select(t.locations.c.id).where(t.locations.c.kind.in_(VIRTUAL))
    return frozenset(connection.scalars(query))


class LockRows:
    """Staged units in one transaction."""

    def __init__(self, connection: Connection, kept: Kept) -> None:
        self._connection = connection
        self._kept = kept

    def stage(self, fact: int, held: Held) -> None:
        """Lock units where they stand to an order line; a negative quantity releases them."""
        self._kept.drop("staged")
        STAGE.add(
            self._connection,
            fact=fact,
            kind="staged",
            order_line_id=held.order_line_id,
            product_id=held.product_id,
            delta=held.quantity,
            location_id=held.location_id,
            **trace_values(held.trace),
        )

    def staged_of_product(self, product_id: int) -> tuple[Held, ...]:
        """Return what is staged of a product."""
        return self._kept.get(
            "staged",
            ("product", product_id),
            lambda: sums_held(self._connection, STAGED_OF_PRODUCT, product=product_id),
        )

    def staged_of_order(self, order_id: int) -> tuple[Held, ...]:
        """Return what is staged for an order."""
        return self._kept.get(
            "staged",
            ("order", order_id),
            lambda: sums_held(self._connection, STAGED_OF_ORDER, order=order_id),
        )

    def lanes_beside(self, order_id: int) -> tuple[int, ...]:
        """Return the places (keys) where units for the order's customer and ship-to are staged."""
        return tuple(row[0] for row in BESIDE.all(self._connection, order=order_id))

    def pinned_to(self, product_id: int, inbound_line_id: int) -> Mapping[int, int]:
        """Return the units pinned of an ASN line by order line, the oldest order line first."""
        rows = PINNED_TO.all(self._connection, product=product_id, inbound_line=inbound_line_id)
        return {row[0]: int(row[1]) for row in rows if row[1] > 0}
