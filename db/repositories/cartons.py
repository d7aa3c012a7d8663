"""Cartons of shipments, what lies in each, and shipments that left or came back."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, case, func, insert, select, update

from app.carton_store import Gone, Standing
from app.domain.cartons import Carton
from app.domain.goods import Trace
from db import tables as t
from db.columns import new_key
from db.repositories.ledger import TRACE, trace_values
from db.statements import Prepared

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from sqlalchemy import ColumnElement
    from sqlalchemy.engine import Connection

    from app.domain.cartons import Lying
    from app.domain.orders import Held
    from db.kept import Kept

c, v, s = t.cartons.c, t.verifications.c, t.shipments.c
LAST_PUT_IN = (
    select(func.max(v.fact))
    .where(v.shipment_id == c.shipment_id, v.carton == c.number)
    .scalar_subquery()
)
OF_SHIPMENT = Prepared(
    select(
        *(c.id, c.number, func.coalesce(c.sscc, ""), func.coalesce(c.opened, 0)),
        case((c.weighed >= func.coalesce(LAST_PUT_IN, 0), c.weight_g), else_=None),
        *(func.coalesce(c.tracking, ""), c.carrier),
    )
    .where(c.shipment_id == bindparam("shipment"), c.dropped.is_(None))
    .order_by(c.number)
)
KEYS = (v.carton, v.order_line_id, *(v[name] for name in TRACE))
CONTENTS = (
    select(*KEYS, func.sum(v.delta))
    .where(v.shipment_id == bindparam("shipment"))
    .group_by(*KEYS)
    .having(func.sum(v.delta) > 0)
)


class CartonRows:
    """Cartons in one transaction."""

    def __init__(self, connection: Connection, kept: Kept) -> None:
        self._connection = connection
        self._kept = kept

    def of_shipment(self, shipment_id: int) -> tuple[Carton, ...]:
        """Return a shipment's cartons by number."""
        return self._kept.get("cartons", shipment_id, lambda: self._of_shipment(shipment_id))

    def _of_shipment(self, shipment_id: int) -> tuple[Carton, ...]:
        rows = OF_SHIPMENT.all(self._connection, shipment=shipment_id)
        return tuple(Carton(*row) for row in rows)

    def contents(self, shipment_id: int) -> Mapping[int, Mapping[Lying, int]]:
        """Return by carton number the verified units that lie in it."""
        found: dict[int, dict[Lying, int]] = defaultdict(dict)
        for row in self._connection.execute(CONTENTS, {"shipment": shipment_id}):
            found[row[0]][row[1], Trace(*row[2:5])] = int(row[5])
        return found

    def add(self, fact: int, shipment_id: int, sscc: str) -> Carton:
        """Give the shipment its next carton."""
        last = select(func.max(c.number)).where(c.shipment_id == shipment_id)
        number = (self._connection.scalar(last) or 0) + 1
        row = {"fact": fact, "shipment_id": shipment_id, "number": number, "sscc": sscc or None}
        done = self._connection.execute(insert(t.cartons).values(row))
        self._kept.drop("cartons")
        return Carton(new_key(done), number, sscc)

    def give_sscc(self, fact: int, carton: Carton, sscc: str) -> None:
        """Give an SSCC to a carton that has none."""
        self._set(carton, sscc=sscc, fact=fact)

    def count_ssccs(self) -> int:
        """Return how many SSCCs were ever given."""
        query = select(func.count()).where(c.sscc.is_not(None))
        return self._connection.scalar(query) or 0

    def open(self, fact: int, carton: Carton) -> None:
        """Take it in hand."""
        self._set(carton, opened=fact)

    def drop(self, fact: int, carton: Carton) -> None:
        """Let it be none any more; its carrier's number is free."""
        self._set(carton, dropped=fact, tracking=None)

    def weigh(self, fact: int, carton: Carton, weight_g: int) -> None:
        """Note what it weighs."""
        self._set(carton, weight_g=weight_g, weighed=fact)

    def track(self, fact: int, carton: Carton, number: str, carrier: str) -> None:
        """Note its carrier's number; the scan's own fact says when and who."""
        _ = fact
        self._set(carton, tracking=number, carrier=carrier)

    def _set(self, carton: Carton, **values: Any) -> None:
        self._connection.execute(update(t.cartons).where(c.id == carton.id).values(values))
        self._kept.drop("cartons")

    def move(self, fact: int, shipment_id: int, held: Held, source: int, target: int) -> None:
        """Move verified units from one carton to another."""
        line = {"fact": fact, "shipment_id": shipment_id, "order_line_id": held.order_line_id}
        for carton, sign in ((source, -1), (target, 1)):
            row = {**line, **trace_values(held.trace), "carton": carton}
            row["delta"] = sign * held.quantity
            self._connection.execute(insert(t.verifications).values(row))
        self._kept.drop("cartons")

    def tracked(self, number: str) -> Standing | None:
        """Return whose carton has that carrier's number."""
        return self._standing(c.tracking == number)

    def numbered(self, sscc: str) -> Standing | None:
        """Return whose carton has that SSCC."""
        return self._standing(c.sscc == sscc)

    def _standing(self, which: ColumnElement[bool]) -> Standing | None:
        query = (
            select(t.orders.c.number, s.number, c.number)
            .join_from(t.cartons, t.shipments, s.id == c.shipment_id)
            .join(t.orders, t.orders.c.id == s.order_id)
            .where(which)
        )
        row = self._connection.execute(query).first()
        return None if row is None else Standing(*row)

    def gone(self, shipment_id: int) -> Gone:
        """Return what is known of its leaving."""
        d = t.documents.c
        slip = select(func.max(d.fact)).where(d.shipment_id == shipment_id)
        facts = select(s.closed, s.handed_over, slip.scalar_subquery())
        row = self._connection.execute(facts.where(s.id == shipment_id)).one()
        f = t.facts.c
        query = select(f.sequence, f.at).where(f.sequence.in_([fact for fact in row if fact]))
        at = {found[0]: found[1] for found in self._connection.execute(query)}
        return Gone(*(at.get(fact) for fact in row))

    def hand_over(self, fact: int, shipment_id: int) -> None:
        """Note that the carrier has it."""
        self._set_shipment(shipment_id, handed_over=fact)

    def reopen(self, fact: int, shipment_id: int) -> None:
        """Let a closed shipment be open again."""
        self._set_shipment(shipment_id, closed=None, reopened=fact)

    def _set_shipment(self, shipment_id: int, **values: int | None) -> None:
        self._connection.execute(update(t.shipments).where(s.id == shipment_id).values(values))
        self._kept.clear()
