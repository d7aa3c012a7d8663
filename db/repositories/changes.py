"""What a supervisor changes: holds, cancellations, priorities and policies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, func, insert, select, update

from db import tables as t
from db.columns import new_key
from db.repositories.ledger import STAGED_OF_LINE, TRACE, sums_held

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy import ColumnElement, Table
    from sqlalchemy.engine import Connection

    from app.domain.orders import Held
    from app.domain.plan.substitution import StandIn
    from app.domain.policies import Terms


class ChangeRows:
    """Supervisors' changes in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def change_order(self, fact: int, order_id: int, **values: object) -> None:
        """Set order-level columns: what a supervisor may change, and the note."""
        query = update(t.orders).where(t.orders.c.id == order_id)
        self._connection.execute(query.values(fact=fact, **values))

    def prefer(self, fact: int, order_ids: Collection[int]) -> None:
        """Let these orders, and no others, go first in the priority that they have now."""
        o = t.orders.c
        none = update(t.orders).where(o.preferred != 0).values(preferred=0, fact=fact)
        self._connection.execute(none)
        if order_ids:
            one = update(t.orders).where(o.id == bindparam("order"))
            rows = [{"order": key} for key in sorted(order_ids)]
            self._connection.execute(one.values(preferred=o.priority, fact=fact), rows)

    def agree(self, fact: int, customer: str, terms: Terms) -> None:
        """Set what is agreed with a customer."""
        row = {"policy": terms.policy, "max_shipments": terms.most, "fact": fact}
        self._set(t.customer_policies, {"customer": customer}, row)

    def speak(self, fact: int, customer: str, language: str) -> None:
        """Set the language of a customer's papers, "" for the site's."""
        row = {"language": language, "fact": fact}
        self._set(t.customer_languages, {"customer": customer}, row)

    def cancel_order(self, fact: int, order_id: int) -> None:
        """Cancel all that is not shipped, and free what is staged or picked where it stands."""
        lines = tuple(
            self._connection.scalars(
                select(t.order_lines.c.id).where(t.order_lines.c.order_id == order_id)
            )
        )
        self.free(fact, lines)
        c, p = t.order_lines.c, t.picks.c
        shipped = (
            select(func.coalesce(func.sum(p.delta), 0))
            .where(p.order_line_id == c.id)
            .scalar_subquery()
        )
        query = update(t.order_lines).where(c.order_id == order_id)
        self._connection.execute(
            query.values(cancelled=c.quantity - c.shipped_before - shipped, fact=fact)
        )
        self.change_order(fact, order_id, cancelled=True)

    def stand_in(self, fact: int, stand_in: StandIn) -> int:
        """Cancel what a substitute replaces of a line, and add its own line; return its key."""
        stands_for, replaces = stand_in.stands_for, stand_in.replaces
        c = t.order_lines.c
        order_id = select(c.order_id).where(c.id == stands_for).scalar_subquery()
        row = {
            "order_id": order_id,
            "line": stand_in.line,
            "product_id": stand_in.product_id,
            "quantity": stand_in.units,
            "shipped_before": 0,
            "cancelled": 0,
            "fact": fact,
        }
        key = new_key(self._connection.execute(insert(t.order_lines).values(row)))
        told = {"order_line_id": key, "stands_for_id": stands_for, "replaces": replaces}
        self._connection.execute(insert(t.stand_ins).values(told | {"fact": fact}))
        self._call_off(fact, stands_for, c.cancelled + replaces)
        return key

    def stand_back(self, fact: int, order_line_id: int) -> None:
        """Cancel a substitute's line, free what is staged for it, open again what it replaced."""
        self.free(fact, [order_line_id])
        c, s = t.order_lines.c, t.stand_ins.c
        query = select(s.stands_for_id, s.replaces).where(s.order_line_id == order_line_id)
        stands_for, replaces = self._connection.execute(query).one()
        self._call_off(fact, order_line_id, c.quantity)
        self._call_off(fact, stands_for, c.cancelled - replaces)
        mine = update(t.stand_ins).where(s.order_line_id == order_line_id)
        self._connection.execute(mine.values(replaces=0, fact=fact))

    def _call_off(self, fact: int, order_line_id: int, cancelled: ColumnElement[int]) -> None:
        query = update(t.order_lines).where(t.order_lines.c.id == order_line_id)
        self._connection.execute(query.values(cancelled=cancelled, fact=fact))

    def free(self, fact: int, line_ids: Iterable[int]) -> None:
        """Release what is staged and in progress of order lines; the units stay put."""
        wanted = tuple(line_ids)
        k = t.locks.c
        staged = and_(k.order_line_id.in_(wanted), k.kind == "staged")
        self._negate(fact, t.locks, "kind", staged)
        still_open = select(t.shipments.c.id).where(t.shipments.c.closed.is_(None))
        which = and_(t.picks.c.order_line_id.in_(wanted), t.picks.c.shipment_id.in_(still_open))
        mine = self._verifications(wanted)
        self._negate(fact, t.verifications, "shipment_id", "carton", mine)
        self._negate(fact, t.picks, "shipment_id", which)

    def _verifications(self, line_ids: tuple[int, ...]) -> ColumnElement[bool]:
        still_open = select(t.shipments.c.id).where(t.shipments.c.closed.is_(None))
        v = t.verifications.c
        return and_(v.order_line_id.in_(line_ids), v.shipment_id.in_(still_open))

    def _negate(self, fact: int, table: Table, *keys_and_which: Any) -> None:
        *extra, which = keys_and_which
        names = [
            name
            for name in ("order_line_id", "product_id", "location_id", *TRACE, *extra)
            if name in table.c
        ]
        columns = [table.c[name] for name in names]
        query = select(*columns, func.sum(table.c.delta)).where(which).group_by(*columns)
        for row in self._connection.execute(query).all():
            if row[-1]:
                values = dict(zip(names, row[:-1], strict=True))
                self._connection.execute(insert(table), {**values, "delta": -row[-1], "fact": fact})

    def staged(self, order_line_id: int) -> tuple[Held, ...]:
        """Return what stands staged for an order line."""
        return sums_held(self._connection, STAGED_OF_LINE, line=order_line_id)

    def change_setting(self, fact: int, site: str, name: str, text: str) -> None:
        """Set one of a site's settings."""
        self._set(t.settings, {"site": site, "name": name}, {"value": text, "fact": fact})

    def _set(self, table: Table, key: dict[str, Any], row: dict[str, Any]) -> None:
        query = update(table).where(*(table.c[name] == value for name, value in key.items()))
        if self._connection.execute(query.values(row)).rowcount == 0:
            self._connection.execute(insert(table).values({**row, **key}))
