"""Documents as they were said the first time, the states of their papers, stations' printers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select

from app.domain.printing import OPEN, PrintJob, PrintState, Queued
from db import tables as t
from db.columns import new_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.engine import Connection

    from app.domain.stamp import Stamp

p = t.prints.c
PAPERS = (
    select(
        p.document_id, p.copy, func.min(p.id).label("asked_id"), func.max(p.id).label("newest_id")
    )
    .group_by(p.document_id, p.copy)
    .subquery()
)
ASKED, SAID = t.prints.alias("asked"), t.facts.alias("said")
QUEUED = (
    select(
        t.documents.c.id,
        t.documents.c.kind,
        t.documents.c.number,
        p.copy,
        p.state,
        p.station,
        p.target,
        p.detail,
        p.job,
        SAID.c.at,
    )
    .select_from(PAPERS)
    .join(t.prints, p.id == PAPERS.c.newest_id)
    .join(ASKED, ASKED.c.id == PAPERS.c.asked_id)
    .join(SAID, SAID.c.sequence == ASKED.c.fact)
    .join(t.documents, t.documents.c.id == PAPERS.c.document_id)
)


class DocumentRows:
    """Documents and papers in one transaction."""

    def __init__(self, connection: Connection, stamp: Stamp) -> None:
        self._connection, self._stamp = connection, stamp

    def add(self, fact: int, kind: str, number: str, shipment_id: int | None, content: str) -> int:
        """Store a document's content."""
        row = {
            "fact": fact,
            "kind": kind,
            "number": number,
            "shipment_id": shipment_id,
            "content": content,
        }
        done = self._connection.execute(insert(t.documents).values(row))
        return new_key(done)

    def of_shipment(self, shipment_id: int) -> tuple[int, str] | None:
        """Return the key and content of a shipment's packing slip."""
        return next(iter(self.slips_of(shipment_id)), None)

    def slips_of(self, shipment_id: int) -> tuple[tuple[int, str], ...]:
        """Return key and content of a shipment's slip and, of several cartons, of each one's."""
        c = t.documents.c
        query = (
            select(c.id, c.content)
            .join(t.shipments, t.shipments.c.id == c.shipment_id)
            .where(c.shipment_id == shipment_id, c.fact > func.coalesce(t.shipments.c.reopened, 0))
        )
        rows = self._connection.execute(query.order_by(c.id))
        return tuple((row.id, row.content) for row in rows)

    def keep_picture(self, fact: int, digest: str, content: bytes) -> None:
        """Keep a picture under its SHA-256, once."""
        c = t.pictures.c
        known = select(c.digest).where(c.digest == digest)
        if self._connection.scalar(known) is None:
            row = {"digest": digest, "content": content, "fact": fact}
            self._connection.execute(insert(t.pictures).values(row))

    def picture(self, digest: str) -> bytes | None:
        """Return a kept picture."""
        query = select(t.pictures.c.content).where(t.pictures.c.digest == digest)
        found: bytes | None = self._connection.scalar(query)
        return found

    def content(self, document_id: int) -> str:
        """Return what a document says."""
        c = t.documents.c
        query = select(c.content).where(c.id == document_id)
        return str(self._connection.execute(query).scalar_one())

    def copies(self, document_id: int) -> int:
        """Return how many prints were asked for so far."""
        query = select(func.count(p.copy.distinct())).where(p.document_id == document_id)
        return self._connection.scalar(query) or 0

    def print_state(
        self,
        fact: int,
        document_id: int,
        copy: int,
        state: str,
        target: str,
        detail: str = "",
        *,
        station: str = "",
        job: str = "",
    ) -> None:
        """Append a state of one paper; it comes out at the work's station unless told."""
        row = {"fact": fact, "document_id": document_id, "copy": copy, "state": state}
        where = {"target": target, "detail": detail, "job": job}
        where["station"] = station or self._stamp.station
        self._connection.execute(insert(t.prints), {**row, **where})

    def queue(self) -> tuple[Queued, ...]:
        """Return the site's papers that are not done with, in the order they were asked for.

        Papers of before the queue that were done with then have no station.
        """
        waits = (p.state.in_(OPEN), p.station != "", SAID.c.site == self._stamp.site)
        query = QUEUED.where(*waits)
        rows = self._connection.execute(query.order_by(PAPERS.c.asked_id))
        return tuple(map(_queued, rows))

    def paper(self, document_id: int, copy: int) -> Queued | None:
        """Return a paper whatever its state, None where nobody asked for it."""
        query = QUEUED.where(PAPERS.c.document_id == document_id, PAPERS.c.copy == copy)
        row = self._connection.execute(query).first()
        return None if row is None else _queued(row)

    def printers(self, station: str) -> Mapping[str, str]:
        """Return the printers that a station chose, by kind of paper."""
        c = t.station_printers.c
        rows = self._connection.execute(select(c.kind, c.printer).where(c.station == station))
        return {row.kind: row.printer for row in rows}

    def choose_printer(self, fact: int, station: str, kind: str, printer: str) -> None:
        """Choose a station's printer for a kind of paper; "" goes back to the site's."""
        c = t.station_printers.c
        mine = delete(t.station_printers).where(c.station == station, c.kind == kind)
        self._connection.execute(mine)
        if printer:
            row = {"station": station, "kind": kind, "printer": printer, "fact": fact}
            self._connection.execute(insert(t.station_printers), row)


def _queued(row: Any) -> Queued:
    state = PrintState(row.state)
    job = PrintJob(row.number, row.copy, state, row.job)
    return Queued(row.id, row.kind, row.station, row.target, row.at, job, row.detail)
