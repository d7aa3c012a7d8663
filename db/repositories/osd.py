"""What came off trucks by lot, what was remarked on it, and which shipment brings what."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import case, func, insert, select

from app.domain.goods import Trace
from app.domain.osd import Came, Papers, Remark, Verdict
from db import tables as t
from db.repositories.ledger import TRACE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.engine import Connection

i, n, r, m = (table.c for table in (t.inbound, t.inbound_lines, t.receipts, t.remarks))
e, f, s = t.dock_events.c, t.facts.c, t.scans.c


class OsdRows:
    """Over, short and damaged of one site in one transaction."""

    def __init__(self, connection: Connection, site: str) -> None:
        self._connection = connection
        self._site = site

    def papers(self, inbound_id: int) -> Papers:
        """Return what the truck's papers say."""
        query = select(i.purchase_order, i.carrier, i.trailer).where(i.id == inbound_id)
        row = self._connection.execute(query).first()
        return Papers() if row is None else Papers(*row)

    def came(self, inbound_id: int) -> Mapping[int, tuple[Came, ...]]:
        """Return what came by line (key), by lot, expiry and serial."""
        keys = (r.inbound_line_id, *(r[name] for name in TRACE))
        damaged = case((r.disposition == "damaged", r.told), else_=0)
        query = (
            select(*keys, func.sum(r.told), func.sum(damaged))
            .join(t.inbound_lines, n.id == r.inbound_line_id)
            .where(n.inbound_id == inbound_id)
            .group_by(*keys)
            .having(func.sum(r.told) > 0)
            .order_by(func.min(r.id))
        )
        found: dict[int, list[Came]] = defaultdict(list)
        for row in self._connection.execute(query):
            found[row[0]].append(Came(Trace(*row[1:4]), int(row[4]), int(row[5])))
        return {line: tuple(came) for line, came in found.items()}

    def verdicts(self, inbound_id: int) -> tuple[Verdict, ...]:
        """Return when it was closed and reopened, in that order, without what was taken back."""
        undone = select(e.undoes).where(e.undoes.is_not(None))
        query = (
            select(e.kind, f.at, f.actor)
            .join(t.facts, f.sequence == e.fact)
            .where(e.inbound_id == inbound_id, e.kind.in_(("close", "reopen")))
            .where(e.id.not_in(undone))
            .order_by(e.fact, e.id)
        )
        return tuple(Verdict(*row) for row in self._connection.execute(query))

    def remark(self, fact: int, line_id: int, reason: str, photo: str) -> None:
        """Note why a line (key) is not as announced."""
        row = {"fact": fact, "inbound_line_id": line_id, "reason": reason, "photo": photo}
        self._connection.execute(insert(t.remarks).values(row))

    def remarks(self, inbound_id: int) -> Mapping[int, tuple[Remark, ...]]:
        """Return the remarks by line (key), in their order, without those taken back."""
        query = (
            select(m.inbound_line_id, m.reason, m.photo, f.at, f.actor)
            .join(t.facts, f.sequence == m.fact)
            .join(t.inbound_lines, n.id == m.inbound_line_id)
            .where(n.inbound_id == inbound_id, m.fact.not_in(_taken_back(inbound_id)))
            .order_by(m.id)
        )
        found: dict[int, list[Remark]] = defaultdict(list)
        for row in self._connection.execute(query):
            found[row[0]].append(Remark(*row[1:]))
        return {line: tuple(said) for line, said in found.items()}

    def told_by(self, fact: int) -> tuple[int, ...]:
        """Return the lines (keys) that a scan counted or remarked on."""
        counted = select(r.inbound_line_id).where(r.fact == fact, r.told > 0)
        noted = select(m.inbound_line_id).where(m.fact == fact)
        return tuple(sorted(self._connection.scalars(counted.union(noted))))

    def bringing(self, purchase_order: str) -> tuple[str, ...]:
        """Return the numbers of the site's shipments that bring a purchase order."""
        return self._numbers(i.purchase_order == purchase_order, i.purchase_order != "")

    def carrying(self, sscc: str) -> tuple[str, ...]:
        """Return the numbers of the site's shipments that announced a carton."""
        lines = select(n.inbound_id).where(n.sscc == sscc, n.sscc != "")
        return self._numbers(i.id.in_(lines))

    def _numbers(self, *which: ColumnElement[bool]) -> tuple[str, ...]:
        query = select(i.asn).where(i.site == self._site, *which)
        return tuple(sorted(self._connection.scalars(query)))


def _taken_back(inbound_id: int) -> Select[int]:
    """Choose the facts of a receipt's scans that were taken back."""
    number = select(i.asn).where(i.id == inbound_id).scalar_subquery()
    mine = (s.job == "receive") & (s.number == number)
    undone = select(s.undoes).where(mine, s.undoes.is_not(None))
    return select(s.fact).where(mine, s.scan_id.in_(undone))
