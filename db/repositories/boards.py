"""Read-only queries behind the screens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, select

from app.domain.backorders import OrderHead
from app.domain.board import Standing, Truck
from app.domain.policies import Policy, Terms, terms
from db import tables as t
from db.dock_rows import dock_states
from db.staged import standing

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import ColumnElement
    from sqlalchemy.engine import Connection

    from app.domain.dock import DockState


class BoardRows:
    """What the screens show, in one transaction."""

    def __init__(self, connection: Connection, site: str) -> None:
        self._connection = connection
        self._site = site

    def trucks(self) -> tuple[Truck, ...]:
        """Return every inbound shipment of the site with its truck's state."""
        i, n, r = t.inbound.c, t.inbound_lines.c, t.receipts.c
        announced = (
            select(n.inbound_id, func.sum(n.quantity).label("units"))
            .group_by(n.inbound_id)
            .subquery()
        )
        counted = (
            select(
                n.inbound_id,
                func.sum(r.told).label("units"),
                func.sum(case((r.disposition == "cross_dock", r.told), else_=0)).label("crossed"),
            )
            .join(t.receipts, r.inbound_line_id == n.id)
            .group_by(n.inbound_id)
            .subquery()
        )
        query = (
            select(
                i.id,
                i.asn,
                i.supplier,
                i.carrier,
                i.trailer,
                func.coalesce(announced.c.units, 0),
                func.coalesce(counted.c.units, 0),
                func.coalesce(counted.c.crossed, 0),
            )
            .outerjoin(announced, announced.c.inbound_id == i.id)
            .outerjoin(counted, counted.c.inbound_id == i.id)
            .where(i.site == self._site)
        )
        states = dock_states(self._connection)
        return tuple(_truck(row, states[row[0]]) for row in self._connection.execute(query))

    def staged(self) -> tuple[Standing, ...]:
        """Return what stands staged at the site, by place in walking order, oldest first."""
        place, line, o, lines = t.locations.c, t.order_lines.c, t.orders.c, standing()
        keys = (lines.c.location_id, line.order_id)
        units, fact = func.sum(lines.c.units).label("units"), func.min(lines.c.fact).label("fact")
        orders = (
            select(*keys, units, fact)
            .join_from(lines, t.order_lines, line.id == lines.c.order_line_id)
            .group_by(*keys)
            .subquery()
        )
        query = (
            select(place.code, place.purpose, o.number, o.customer, orders.c.units, t.facts.c.at)
            .join_from(orders, t.locations, place.id == orders.c.location_id)
            .join(t.orders, o.id == orders.c.order_id)
            .join(t.facts, t.facts.c.sequence == orders.c.fact)
            .where(place.site == self._site)
            .order_by(place.pick_sequence.is_(None), place.pick_sequence, place.code, orders.c.fact)
        )
        rows = self._connection.execute(query)
        return tuple(Standing(*row[:4], int(row[4]), row[5]) for row in rows)

    def boxes(self) -> tuple[tuple[str, str, int], ...]:
        """Return open shipments: (order, customer, units to verify), oldest first."""
        p, v, s, o = t.picks.c, t.verifications.c, t.shipments.c, t.orders.c
        verified = (
            select(func.coalesce(func.sum(v.delta), 0))
            .where(v.shipment_id == s.id)
            .scalar_subquery()
        )
        query = (
            select(o.number, o.customer, func.sum(p.delta) - verified)
            .join(t.shipments, s.order_id == o.id)
            .join(t.picks, p.shipment_id == s.id)
            .where(s.closed.is_(None), o.hold.is_(False), o.cancelled.is_(False))
            .group_by(o.number, o.customer, s.id)
            .having(func.sum(p.delta) > 0)
            .order_by(s.id)
        )
        rows = self._connection.execute(query)
        return tuple((row[0], row[1], int(row[2])) for row in rows)

    def open_units(self) -> dict[int, int]:
        """Return the open units (> 0) of every line of an order that is not cancelled."""
        c, p = t.order_lines.c, t.picks.c
        picked = (
            select(p.order_line_id, func.sum(p.delta).label("units"))
            .group_by(p.order_line_id)
            .subquery()
        )
        left = c.quantity - c.shipped_before - c.cancelled - func.coalesce(picked.c.units, 0)
        query = (
            select(c.id, left)
            .join(t.orders, t.orders.c.id == c.order_id)
            .outerjoin(picked, picked.c.order_line_id == c.id)
            .where(t.orders.c.cancelled.is_(False), left > 0)
        )
        return {row[0]: int(row[1]) for row in self._connection.execute(query)}

    def done_units(self) -> dict[str, int]:
        """Return the units (each) received, damaged, cross-docked, put away, picked and shipped."""
        r, p = t.receipts.c, t.picks.c
        told = dict(self._sums(r.disposition, r.told))
        moved = dict(self._sums(r.disposition, r.moved))
        shipped = select(t.shipments.c.id).where(t.shipments.c.closed.is_not(None))
        picked = self._connection.scalar(select(func.sum(p.delta))) or 0
        gone = self._connection.scalar(select(func.sum(p.delta)).where(p.shipment_id.in_(shipped)))
        return {
            "received": sum(told.values()),
            "damaged": told.get("damaged", 0),
            "cross_docked": moved.get("cross_dock", 0),
            "put_away": moved.get("put_away", 0),
            "on_dock": sum(told.values()) - sum(moved.values()),
            "picked": int(picked),
            "shipped": int(gone or 0),
        }

    def _sums(self, key: ColumnElement[str], value: ColumnElement[int]) -> list[tuple[str, int]]:
        query = select(key, func.sum(value)).group_by(key)
        return [(row[0], int(row[1])) for row in self._connection.execute(query)]

    def doors(self) -> tuple[str, ...]:
        """Return the site's doors, by code."""
        query = select(t.doors.c.code).where(t.doors.c.site == self._site)
        return tuple(sorted(self._connection.scalars(query)))

    def carriers(self) -> dict[str, str]:
        """Return by number the carriers of the orders that name one and are not cancelled."""
        o = t.orders.c
        query = select(o.number, o.carrier).where(o.carrier != "", o.cancelled.is_(False))
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def order_heads(self, numbers: Collection[str]) -> dict[str, OrderHead]:
        """Return by number what a page of a queue (at most some hundred orders) names."""
        o, said = t.orders.c, t.customer_policies.c
        policy = func.coalesce(said.policy, Policy.DEFAULT.value)
        query = select(
            *(o.number, o.customer, o.priority, o.policy, o.max_shipments),
            *(policy, said.max_shipments),
        ).outerjoin_from(t.orders, t.customer_policies, said.customer == o.customer)
        rows = self._connection.execute(query.where(o.number.in_(sorted(numbers))))
        return {row[0]: OrderHead(*row[:5], agreed=terms(*row[5:])) for row in rows}

    def agreements(self) -> dict[str, Terms]:
        """Return what is agreed with customers who say anything, by name in code point order."""
        said = t.customer_policies.c
        query = select(said.customer, said.policy, said.max_shipments)
        rows = self._connection.execute(query.where(said.policy != Policy.DEFAULT))
        return {row[0]: terms(*row[1:]) for row in sorted(rows.all(), key=lambda row: row[0])}

    def languages(self) -> dict[str, str]:
        """Return by customer, in code point order, the languages that were said."""
        said = t.customer_languages.c
        rows = self._connection.execute(
            select(said.customer, said.language).where(said.language != "")
        )
        return {row[0]: row[1] for row in sorted(rows.all(), key=lambda row: row[0])}

    def leaving_it_to(self, customer: str) -> int:
        """Return how many orders of a customer, not cancelled, name no policy of their own."""
        o = t.orders.c
        silent = (o.customer == customer, o.policy == Policy.DEFAULT, ~o.cancelled)
        return int(self._connection.scalar(select(func.count()).where(*silent)) or 0)

    def product_names(self, skus: Collection[str]) -> dict[str, str]:
        """Return by SKU the descriptions of at most some hundred products."""
        p = t.products.c
        query = select(p.sku, p.description).where(p.sku.in_(sorted(skus)))
        return {row[0]: row[1] for row in self._connection.execute(query)}


def _truck(row: Sequence[Any], state: DockState) -> Truck:
    """Return a delivery; what people say of its truck goes before what its papers say."""
    said = state.details
    carrier, trailer = said.carrier or row[3], said.trailer or row[4]
    counts = (int(row[5]), int(row[6]), int(row[7]))
    return Truck(row[0], row[1], row[2], carrier, trailer, *counts, state)
