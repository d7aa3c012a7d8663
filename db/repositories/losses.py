"""What shortages took from whom: said when it happened, and never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select

from app.domain.losing import Lost
from db import tables as t

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy.engine import Connection

x, line, load = t.losses.c, t.order_lines.c, t.inbound.c


class LossRows:
    """Losses of one site in one transaction."""

    def __init__(self, connection: Connection, site: str) -> None:
        self._connection = connection
        self._site = site

    def add(self, fact: int, inbound_id: int, lost: Collection[tuple[int, int, int]]) -> None:
        """Note (order line, units, those of them that come later) that an ASN's shortage took."""
        names = ("order_line_id", "quantity", "later")
        rows = [
            {"fact": fact, "inbound_id": inbound_id} | dict(zip(names, one, strict=True))
            for one in lost
        ]
        if rows:
            self._connection.execute(insert(t.losses), rows)

    def since(self, instant: datetime, asn: str | None = None) -> tuple[Lost, ...]:
        """Return what every line of an open order lost since an instant, by ASN, newest first.

        With ``asn`` only what that inbound shipment took, however long ago.
        """
        newest = func.max(x.id)
        query = (
            select(
                load.asn,
                t.orders.c.number,
                line.line,
                t.products.c.sku,
                x.order_line_id,
                line.product_id,
                func.sum(x.quantity),
                func.sum(x.later),
            )
            .join_from(t.losses, t.facts, t.facts.c.sequence == x.fact)
            .join(t.inbound, load.id == x.inbound_id)
            .join(t.order_lines, line.id == x.order_line_id)
            .join(t.orders, t.orders.c.id == line.order_id)
            .join(t.products, t.products.c.id == line.product_id)
            .where(t.facts.c.site == self._site, ~t.orders.c.cancelled)
            .group_by(
                load.asn,
                t.orders.c.number,
                line.line,
                t.products.c.sku,
                x.order_line_id,
                line.product_id,
            )
            .order_by(newest.desc())
        )
        query = query.where(t.facts.c.at >= instant if asn is None else load.asn == asn)
        rows = self._connection.execute(query).all()
        return tuple(Lost(*row[:6], int(row[6]), int(row[7])) for row in rows)
