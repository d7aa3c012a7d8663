"""Clusters, their totes, and units in hand, in one transaction."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select

from app.domain.cluster import Cluster, InHand, Member
from app.domain.goods import Trace
from db import tables as t
from db.columns import new_key
from db.repositories.ledger import TRACE, trace_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.engine import Connection

c, m, g, h = t.clusters.c, t.cluster_orders.c, t.cluster_totes.c, t.cluster_hands.c


class ClusterRows:
    """Clusters in one transaction."""

    def __init__(self, connection: Connection, site: str) -> None:
        self._connection = connection
        self._site = site

    def open_new(self, fact: int, number: str, order_ids: Sequence[int]) -> None:
        """Begin a cluster."""
        done = self._connection.execute(insert(t.clusters).values(fact=fact, number=number))
        key = new_key(done)
        for position, order_id in enumerate(order_ids):
            row = {"fact": fact, "cluster_id": key, "order_id": order_id, "position": position}
            self._connection.execute(insert(t.cluster_orders).values(row))

    def count(self) -> int:
        """Return how many there are."""
        return self._connection.scalar(select(func.count()).select_from(t.clusters)) or 0

    def find(self, number: str) -> Cluster | None:
        """Return a cluster with the orders that are still its own."""
        key = self._connection.scalar(select(c.id).where(c.number == number))
        if key is None:
            return None
        later = t.cluster_orders.alias()
        taken = select(later.c.id).where(later.c.order_id == m.order_id, later.c.cluster_id > key)
        query = (
            select(m.order_id, t.orders.c.number, m.position)
            .join(t.orders, t.orders.c.id == m.order_id)
            .where(m.cluster_id == key, ~taken.exists())
            .order_by(m.position)
        )
        members = [Member(*row) for row in self._connection.execute(query)]
        totes = self._totes(key)
        return Cluster(key, number, tuple(_with_totes(one, totes) for one in members))

    def _totes(self, cluster_id: int) -> list[tuple[int, str, bool]]:
        """Return (order, tote, full), the last given last, without totes of another order since."""
        times = func.sum(g.delta).label("times")
        query = (
            select(g.order_id, g.tote, g.full, times)
            .where(g.cluster_id == cluster_id)
            .group_by(g.order_id, g.tote, g.full)
            .having(times > 0)
            .order_by(func.max(g.id))
        )
        rows = self._connection.execute(query).all()
        filled = {(row.order_id, row.tote): row.times for row in rows if row.full}
        return [
            (row.order_id, row.tote, filled.get((row.order_id, row.tote), 0) >= row.times)
            for row in rows
            if not row.full and self._newest(row.tote) == (cluster_id, row.order_id)
        ]

    def _newest(self, tote: str) -> tuple[int, int] | None:
        query = (
            select(g.cluster_id, g.order_id)
            .where(g.tote == tote, ~g.full)
            .group_by(g.cluster_id, g.order_id)
            .having(func.sum(g.delta) > 0)
            .order_by(func.max(g.id).desc())
            .limit(1)
        )
        row = self._connection.execute(query).first()
        return None if row is None else (row[0], row[1])

    def of_order(self, order_id: int) -> str | None:
        """Return the newest cluster that an order is in."""
        query = (
            select(c.number)
            .join(t.cluster_orders, m.cluster_id == c.id)
            .where(m.order_id == order_id)
            .order_by(c.id.desc())
            .limit(1)
        )
        found: str | None = self._connection.scalar(query)
        return found

    def latest(self, most: int) -> tuple[str, ...]:
        """Return the newest clusters of the site."""
        query = (
            select(c.number)
            .join(t.facts, t.facts.c.sequence == c.fact)
            .where(t.facts.c.site == self._site)
            .order_by(c.id.desc())
            .limit(most)
        )
        return tuple(self._connection.scalars(query))

    def give_tote(self, fact: int, cluster_id: int, order_id: int, tote: str) -> None:
        """Give an order a tote."""
        row = {"fact": fact, "cluster_id": cluster_id, "order_id": order_id, "tote": tote}
        self._connection.execute(insert(t.cluster_totes).values({**row, "delta": 1}))

    def fill_tote(self, fact: int, cluster_id: int, order_id: int, tote: str) -> None:
        """Note that a tote is full."""
        row = {"fact": fact, "cluster_id": cluster_id, "order_id": order_id, "tote": tote}
        self._connection.execute(insert(t.cluster_totes).values({**row, "delta": 1, "full": True}))

    def totes_of(self, order_id: int) -> tuple[str, ...]:
        """Return the totes that an order lies in."""
        p, s, k, later = t.picks.c, t.shipments.c, t.scans.c, t.scans.alias()
        taken_back = select(later.c.scan_id).where(later.c.undoes == k.scan_id)
        query = (
            select(k.answer)
            .join(t.picks, p.fact == k.fact)
            .join(t.shipments, s.id == p.shipment_id)
            .where(s.order_id == order_id, s.closed.is_(None), k.job == "cluster", p.delta > 0)
            .where(~taken_back.exists())
            .order_by(p.id)
        )
        answers = map(json.loads, self._connection.scalars(query).all())
        totes = dict.fromkeys(answer["tote"] for answer in answers)
        newest = ((tote, self._newest(tote)) for tote in totes)
        return tuple(tote for tote, whose in newest if whose is not None and whose[1] == order_id)

    def order_at(self, tote: str) -> tuple[str, str] | None:
        """Return whom a tote was given to last."""
        found = self._newest(tote)
        if found is None:
            return None
        query = (
            select(c.number, t.orders.c.number)
            .join(t.cluster_orders, m.cluster_id == c.id)
            .join(t.orders, t.orders.c.id == m.order_id)
            .where(c.id == found[0], m.order_id == found[1])
        )
        row = self._connection.execute(query).one()
        return (row[0], row[1])

    def tell(self, fact: int, sitting: int, held: InHand, sign: int = 1) -> None:
        """Note units in hand."""
        row = {
            "fact": fact,
            "sitting_id": sitting,
            "product_id": held.product_id,
            **trace_values(held.trace),
            "delta": sign * held.quantity,
        }
        self._connection.execute(insert(t.cluster_hands).values(row))

    def in_hand(self, sitting: int) -> tuple[InHand, ...]:
        """Return what a sitting has in hand."""
        keys = (h.product_id, *(h[name] for name in TRACE))
        query = (
            select(*keys, func.sum(h.delta))
            .where(h.sitting_id == sitting)
            .group_by(*keys)
            .having(func.sum(h.delta) > 0)
            .order_by(func.min(h.id))
        )
        return tuple(
            InHand(row[0], Trace(*row[1:4]), int(row[4])) for row in self._connection.execute(query)
        )


def _with_totes(member: Member, totes: Sequence[tuple[int, str, bool]]) -> Member:
    mine = [(tote, full) for order_id, tote, full in totes if order_id == member.order_id]
    tote, is_full = mine[-1] if mine else ("", False)
    full = tuple(tote for tote, full in mine if full)
    return replace(member, tote="" if is_full else tote, full=full)
