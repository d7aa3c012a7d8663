"""Places that are to be counted, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select

from app.pick_store import CountCall
from db import tables as t

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.engine import Connection

n, h, w, place, said = (
    t.count_calls.c,
    t.shorts.c,
    t.sweeps.c,
    t.locations.c,
    t.facts.c,
)
LAST = 1 << 62  # a pick sequence behind all others


class CountRows:
    """Calls to count in one transaction."""

    def __init__(self, connection: Connection, site: str) -> None:
        self._connection = connection
        self._site = site

    def call(
        self, fact: int, location_id: int, product_id: int | None, kind: str, reason: str = ""
    ) -> None:
        """Note that a place is to be counted, and why."""
        row = {"location_id": location_id, "product_id": product_id, "kind": kind}
        self._connection.execute(insert(t.count_calls).values(fact=fact, reason=reason, **row))

    def calls(self) -> tuple[CountCall, ...]:
        """Return what is to be counted, in walking order."""
        found = [*self._short(), *self._in_doubt()]
        return tuple(call for _walk, call in sorted(found, key=lambda one: one[0]))

    def products_missing(self, location_id: int) -> tuple[int, ...]:
        """Return the products of which units are missing in a place."""
        query = (
            select(h.product_id)
            .where(h.location_id == location_id)
            .group_by(h.product_id)
            .having(func.sum(h.delta) > 0)
            .order_by(h.product_id)
        )
        return tuple(self._connection.scalars(query))

    def _short(self) -> list[tuple[Any, CountCall]]:
        keys = (h.location_id, h.product_id, place.code, place.pick_sequence, t.products.c.sku)
        query = (
            select(*keys, func.sum(h.delta), func.max(said.at), func.max(h.fact))
            .join(t.locations, place.id == h.location_id)
            .join(t.products, t.products.c.id == h.product_id)
            .join(t.facts, said.sequence == h.fact)
            .where(place.site == self._site)
            .group_by(*keys)
            .having(func.sum(h.delta) > 0)
        )
        reasons = self._reasons()
        found = []
        for spot, product, code, walk, sku, units, since, fact in self._connection.execute(query):
            said_at, reason = reasons.get((spot, product), (0, ""))
            call = CountCall(
                code, sku, int(units), "short", reason if said_at > fact else "", since
            )
            found.append(((LAST if walk is None else walk, code, sku), call))
        return found

    def _reasons(self) -> Mapping[tuple[int, int], tuple[int, str]]:
        """Return the last reason of each short, with its fact: an older one explains nothing."""
        query = select(n.location_id, n.product_id, n.fact, n.reason).where(n.kind == "short")
        rows = self._connection.execute(query.order_by(n.id))
        return {(row[0], row[1]): (row[2], row[3]) for row in rows}

    def _in_doubt(self) -> list[tuple[Any, CountCall]]:
        """Return the places said not to be empty since their last count."""
        counted = (
            select(func.coalesce(func.max(w.closed), 0))
            .where(w.location_id == n.location_id, w.purpose == "count")
            .scalar_subquery()
        )
        query = (
            select(place.code, place.pick_sequence, func.max(said.at))
            .select_from(t.count_calls)
            .join(t.locations, place.id == n.location_id)
            .join(t.facts, said.sequence == n.fact)
            .where(place.site == self._site, n.kind == "not_empty", n.fact > counted)
            .group_by(place.code, place.pick_sequence)
        )
        return [
            (
                (LAST if row[1] is None else row[1], row[0], ""),
                CountCall(row[0], "", 0, "not_empty", "", row[2]),
            )
            for row in self._connection.execute(query)
        ]
