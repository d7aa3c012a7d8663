"""What supervisors decided, and which of it was taken back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from app.domain.decisions import Decision
from db import tables as t

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.engine import Connection

d = t.decisions.c


class DecisionRows:
    """Decisions of one site in one transaction."""

    def __init__(self, connection: Connection, site: str) -> None:
        self._connection = connection
        self._site = site

    def add(
        self,
        fact: int,
        order_id: int,
        kind: str,
        before: Mapping[str, object],
        after: Mapping[str, object],
    ) -> None:
        """Note a decision."""
        row = {"fact": fact, "order_id": order_id, "kind": kind}
        told = {"before": json.dumps(before), "after": json.dumps(after)}
        self._connection.execute(insert(t.decisions).values(row | told))

    def newest(self, order: str | None = None) -> Decision | None:
        """Return the site's newest decision that is not taken back, or an order's."""
        taken_back = select(d.undoes).where(d.undoes.is_not(None))
        query = (
            select(d.id, d.fact, t.orders.c.number, d.kind, d.before, d.after)
            .join(t.orders, t.orders.c.id == d.order_id)
            .join(t.facts, t.facts.c.sequence == d.fact)
            .where(t.facts.c.site == self._site, d.undoes.is_(None), d.id.not_in(taken_back))
            .order_by(d.id.desc())
            .limit(1)
        )
        if order is not None:
            query = query.where(t.orders.c.number == order)
        row = self._connection.execute(query).first()
        return None if row is None else Decision(*row[:4], *map(json.loads, row[4:]))

    def take_back(self, fact: int, decision_id: int) -> None:
        """Note that a decision is taken back; a second time is refused by the database."""
        order_id = select(d.order_id).where(d.id == decision_id).scalar_subquery()
        row = {"fact": fact, "order_id": order_id, "kind": "undo", "undoes": decision_id}
        self._connection.execute(insert(t.decisions).values(row))
