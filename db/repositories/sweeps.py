"""Sweeps of lanes, what was counted in them, and what stands there since when and from where."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, or_, select, update

from app.domain.goods import Trace
from app.sweep_store import Sweep
from db import tables as t
from db.columns import new_key
from db.repositories.ledger import TRACE, trace_values
from db.staged import standing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy.engine import Connection

w, n = t.sweeps.c, t.sweep_counts.c


class SweepRows:
    """Sweeps in one transaction."""

    def __init__(self, connection: Connection, site: str) -> None:
        self._connection = connection
        self._site = site

    def open_of(self, location_id: int, purpose: str = "") -> Sweep | None:
        """Return the sweep of a lane that is not closed."""
        query = select(w.id, w.fact).where(
            w.location_id == location_id, w.purpose == purpose, w.closed.is_(None)
        )
        row = self._connection.execute(query).first()
        return None if row is None else Sweep(row[0], row[1], location_id)

    def begin(self, fact: int, location_id: int, purpose: str = "") -> Sweep:
        """Begin one."""
        row = {"fact": fact, "location_id": location_id, "purpose": purpose}
        done = self._connection.execute(insert(t.sweeps).values(row))
        return Sweep(new_key(done), fact, location_id)

    def close(self, fact: int, sweep_id: int) -> None:
        """Close it."""
        self._connection.execute(update(t.sweeps).where(w.id == sweep_id).values(closed=fact))

    def count(self, fact: int, sweep_id: int, product_id: int, trace: Trace, units: int) -> None:
        """Note scanned units."""
        row = {"fact": fact, "sweep_id": sweep_id, "product_id": product_id, "delta": units}
        self._connection.execute(insert(t.sweep_counts).values({**row, **trace_values(trace)}))

    def counted(self, sweep_id: int) -> Mapping[tuple[int, Trace], int]:
        """Return the scanned units (each, > 0) by product and trace."""
        keys = (n.product_id, *(n[name] for name in TRACE))
        query = select(*keys, func.sum(n.delta)).where(n.sweep_id == sweep_id).group_by(*keys)
        rows = self._connection.execute(query)
        return {(row[0], Trace(*row[1:4])): int(row[4]) for row in rows if row[4] > 0}

    def products_in(self, location_id: int) -> tuple[int, ...]:
        """Return the products of which any lies in a place, by SKU."""
        s, p = t.stock.c, t.products.c
        query = (
            select(s.product_id, p.sku)
            .join(t.products, p.id == s.product_id)
            .where(s.location_id == location_id, s.quantity > 0)
            .distinct()
        )
        rows = sorted(self._connection.execute(query), key=lambda row: row[1])
        return tuple(row[0] for row in rows)

    def moved_since(self, location_id: int, fact: int) -> frozenset[int]:
        """Return the products that came to a place or left it after a fact."""
        m = t.moves.c
        here = or_(m.from_location_id == location_id, m.to_location_id == location_id)
        query = select(m.product_id).where(m.fact > fact, here).distinct()
        return frozenset(self._connection.scalars(query))

    def staged_since(self, location_id: int) -> Mapping[int, datetime]:
        """Return by order line since when units stand staged in a place for it."""
        first = standing(t.locks.c.location_id == location_id)
        query = select(first.c.order_line_id, t.facts.c.at).join(
            t.facts, t.facts.c.sequence == first.c.fact
        )
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def came_on(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """Return by place and order the ASNs that brought what was sent there, oldest first."""
        r, line, o, i = t.receipts.c, t.order_lines.c, t.orders.c, t.inbound.c
        query = (
            select(t.locations.c.code, o.number, i.asn, func.min(r.fact))
            .join_from(t.receipts, t.order_lines, line.id == r.order_line_id)
            .join(t.orders, o.id == line.order_id)
            .join(t.locations, t.locations.c.id == r.location_id)
            .join(t.inbound_lines, t.inbound_lines.c.id == r.inbound_line_id)
            .join(t.inbound, i.id == t.inbound_lines.c.inbound_id)
            .where(t.locations.c.site == self._site, r.disposition == "cross_dock")
            .group_by(t.locations.c.code, o.number, i.asn)
            .having(func.sum(r.moved) > 0)
            .order_by(func.min(r.fact), i.asn)
        )
        found: dict[tuple[str, str], tuple[str, ...]] = {}
        for place, order, asn, _fact in self._connection.execute(query):
            found[place, order] = (*found.get((place, order), ()), asn)
        return found

    def last_answer(self, location_id: int) -> Mapping[str, Any] | None:
        """Return what was answered when the lane's last sweep was closed."""
        query = (
            select(t.scans.c.answer)
            .join(t.sweeps, w.closed == t.scans.c.fact)
            .where(w.location_id == location_id, w.purpose == "")
            .order_by(w.closed.desc())
            .limit(1)
        )
        found = self._connection.scalar(query)
        return None if found is None else json.loads(found)
