"""Picked units that are to go back, and on their way."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import false, func, insert, select, true

from app.domain.goods import Kind, Trace
from app.domain.put_back import Loose
from db import tables as t
from db.repositories.goods import PLACE, place_of
from db.repositories.ledger import TRACE, trace_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.engine import Connection

    from app.domain.goods import Location

b, p, m = t.put_backs.c, t.picks.c, t.moves.c
PILE = ("product_id", "from_location_id", *TRACE, "order_line_id")


class PutBackRows:
    """Put-backs in one transaction."""

    def __init__(self, connection: Connection, site: str) -> None:
        self._connection = connection
        self._site = site

    def loose(
        self, order_id: int | None = None, products: Iterable[int] | None = None
    ) -> Mapping[str, tuple[Loose, ...]]:
        """Return by order what is to go back, as far as facts say."""
        mine = true() if order_id is None else t.orders.c.id == order_id
        of = None if products is None else tuple(products)
        picked = mine if of is None else mine & p.product_id.in_(of)
        found: dict[str, list[Loose]] = defaultdict(list)
        for key, loose in self._frozen(picked):
            found[key].append(loose)
        back = self._gone_back(mine if of is None else mine & b.product_id.in_(of))
        for key, loose in self._freed(picked):
            gone = back.get((key, *loose.pile), 0)
            if loose.quantity > gone:
                found[key].append(
                    Loose(*loose.pile[:3], loose.quantity - gone)  # nobody's any more
                )
        return {key: tuple(parts) for key, parts in found.items()}

    def _picked(self, mine: ColumnElement[bool], *more: Any) -> Select[Any]:
        """Select units by order, product, place and trace: of this site's packing places."""
        keys = (t.orders.c.number, p.product_id, p.location_id, *(p[name] for name in TRACE), *more)
        return (
            select(*keys, func.sum(p.delta))
            .select_from(t.picks)
            .join(t.shipments, t.shipments.c.id == p.shipment_id)
            .join(t.orders, t.orders.c.id == t.shipments.c.order_id)
            .join(t.locations, t.locations.c.id == p.location_id)
            .where(mine, t.locations.c.site == self._site)
            .group_by(*keys)
            .order_by(*keys)
        )

    def _frozen(self, mine: ColumnElement[bool]) -> list[tuple[str, Loose]]:
        query = self._picked(mine, p.order_line_id).where(
            t.orders.c.hold, ~t.orders.c.cancelled, t.shipments.c.closed.is_(None)
        )
        return [
            (row[0], Loose(row[1], row[2], Trace(*row[3:6]), int(row[7]), row[6]))
            for row in self._connection.execute(query)
            if row[7] > 0
        ]

    def _freed(self, mine: ColumnElement[bool]) -> list[tuple[str, Loose]]:
        """Return what no scan has taken out of a shipment: a cancellation or a cut did."""
        query = (
            self._picked(mine)
            .join(t.facts, t.facts.c.sequence == p.fact)
            .where(p.delta < 0, t.facts.c.kind.not_like("%\\_scan", escape="\\"))
        )
        return [
            (row[0], Loose(row[1], row[2], Trace(*row[3:6]), -int(row[6])))
            for row in self._connection.execute(query)
        ]

    def _gone_back(self, mine: ColumnElement[bool]) -> Mapping[tuple[Any, ...], int]:
        keys = (t.orders.c.number, b.product_id, b.from_location_id, *(b[name] for name in TRACE))
        query = (
            select(*keys, func.sum(b.moved))
            .join(t.orders, t.orders.c.id == b.order_id)
            .where(mine, b.order_line_id.is_(None))
            .group_by(*keys)
        )
        rows = self._connection.execute(query)
        return {(row[0], row[1], row[2], Trace(*row[3:6]), None): int(row[6]) for row in rows}

    def tell(self, fact: int, sitting: int, order_id: int, loose: Loose) -> None:
        """Note units in hand."""
        self._add(fact, sitting, order_id, loose, told=loose.quantity, moved=0)

    def moved(self, fact: int, sitting: int, order_id: int, loose: Loose) -> None:
        """Note units put down."""
        self._add(fact, sitting, order_id, loose, told=0, moved=loose.quantity)

    def _add(self, fact: int, sitting: int, order_id: int, loose: Loose, **units: int) -> None:
        row = {
            "fact": fact,
            "sitting_id": sitting,
            "order_id": order_id,
            "order_line_id": loose.order_line_id,
            "product_id": loose.product_id,
            "from_location_id": loose.location_id,
            **trace_values(loose.trace),
            **units,
        }
        self._connection.execute(insert(t.put_backs).values(row))

    def in_hand(self, sitting: int, order_id: int) -> tuple[Loose, ...]:
        """Return what a sitting has taken and not put down, the first taken first."""
        keys = [b[name] for name in PILE]
        query = (
            select(*keys, func.sum(b.told - b.moved))
            .where(b.sitting_id == sitting, b.order_id == order_id)
            .group_by(*keys)
            .order_by(func.min(b.id))
        )
        return tuple(
            Loose(row[0], row[1], Trace(*row[2:5]), int(row[6]), row[5])
            for row in self._connection.execute(query)
            if row[6] > 0
        )

    def origin(self, number: str, product_id: int, trace: Trace) -> Location | None:
        """Return the shelf from which units of a lot were last picked for an order."""
        for_order = (
            select(p.fact)
            .join(t.shipments, t.shipments.c.id == p.shipment_id)
            .join(t.orders, t.orders.c.id == t.shipments.c.order_id)
            .where(t.orders.c.number == number)
        )
        lot = m.lot.in_(("", trace.lot)) if trace.lot else false() | (m.lot == "")
        query = (
            select(*PLACE)
            .select_from(t.moves)
            .join(t.facts, t.facts.c.sequence == m.fact)
            .join(t.locations, t.locations.c.id == m.from_location_id)
            .where(
                m.product_id == product_id,
                lot,
                t.facts.c.kind.in_(("pick_scan", "cluster_scan")),
                m.fact.in_(for_order),
                *(t.locations.c.kind == Kind.STORAGE, t.locations.c.site == self._site),
            )
            .order_by(m.id.desc())
            .limit(1)
        )
        row = self._connection.execute(query).first()
        return None if row is None else place_of(row)
