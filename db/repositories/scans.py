"""Scans, sittings and claims in one transaction."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, select, update

from app.domain.jobs import Memory, memory_of, memory_values
from app.pick_store import Claim
from db import tables as t
from db.columns import new_key
from db.statements import Insertion, Prepared

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.engine import Connection

    from app.domain.jobs import ScanRecord

c, sit, said = t.scans.c, t.sittings.c, t.facts.c
ANSWERED = Prepared(select(c.answer).where(c.scan_id == bindparam("scan")))
SITTING = Prepared(
    select(func.max(sit.id))
    .join(t.facts, said.sequence == sit.fact)
    .where(
        sit.job == bindparam("job"),
        sit.number == bindparam("number"),
        sit.ended.is_(None),
        said.station == bindparam("station"),
    )
)
MEMORY = Prepared(
    select(c.state)
    .where(
        c.sitting_id == bindparam("sitting"),
        c.fact >= select(sit.fact).where(sit.id == bindparam("sitting")).scalar_subquery(),
    )
    .order_by(c.fact.desc())
    .limit(1)
)
HOLDER = Prepared(
    select(t.claims.c.station).where(
        t.claims.c.job == bindparam("job"), t.claims.c.number == bindparam("number")
    )
)
SCAN = Insertion(t.scans, *(column.name for column in t.scans.c))


def storable(code: str) -> str:
    """Return a code as every database takes it: NUL and halves of characters are spelt out."""
    return code.encode("utf-8", "backslashreplace").decode().replace("\x00", "\\x00")


class ScanRows:
    """Scans with their answers, and the sittings they belong to."""

    def __init__(self, connection: Connection, station: str) -> None:
        self._connection = connection
        self._station = station

    def answered(self, scan_id: str) -> Mapping[str, Any] | None:
        """Return the answer of a stored scan."""
        found = ANSWERED.scalar(self._connection, scan=scan_id)
        return None if found is None else json.loads(found)

    def sitting(self, job: str, number: str) -> int | None:
        """Return this station's sitting at the job that has not ended."""
        found: int | None = SITTING.scalar(
            self._connection, job=job, number=number, station=self._station
        )
        return found

    def sit(self, fact: int, job: str, number: str) -> int:
        """Begin a sitting."""
        row = {"fact": fact, "job": job, "number": number}
        done = self._connection.execute(insert(t.sittings).values(row))
        return new_key(done)

    def end(self, fact: int, sitting: int) -> None:
        """End a sitting."""
        query = update(t.sittings).where(t.sittings.c.id == sitting).values(ended=fact)
        self._connection.execute(query)

    def memory(self, sitting: int) -> Memory:
        """Return the memory that the sitting's last scan left."""
        found = MEMORY.scalar(self._connection, sitting=sitting)
        return Memory() if found is None else memory_of(json.loads(found))

    def add(self, record: ScanRecord) -> None:
        """Store a scan with its answer."""
        row = {
            "scan_id": record.scan_id,
            "fact": record.fact,
            "sitting_id": record.sitting,
            "job": record.job,
            "number": record.number,
            "code": storable(record.code),
            "device": record.device,
            "outcome": record.outcome.value,
            "quantity": record.quantity,
            "changes": record.changes,
            "undoes": record.undoes,
            "state": json.dumps(memory_values(record.memory)),
            "answer": json.dumps(record.answer),
        }
        SCAN.add(self._connection, **row)

    def newest_change(
        self, job: str, number: str, sitting: int | None = None
    ) -> tuple[str, int] | None:
        """Return id and fact of the newest accepted changing scan (of a sitting), not undone."""
        undone = select(c.undoes).where(c.job == job, c.number == number, c.undoes.is_not(None))
        query = (
            select(c.scan_id, c.fact)
            .where(c.job == job, c.number == number, c.changes, c.scan_id.not_in(undone))
            .order_by(c.fact.desc())
            .limit(1)
        )
        if sitting is not None:
            query = query.where(c.sitting_id == sitting)
        row = self._connection.execute(query).first()
        return None if row is None else (row[0], row[1])

    def claim(self, fact: int, job: str, number: str) -> str | None:
        """Claim a job for the station; return the station that had it before, if another."""
        c = t.claims.c
        mine = (c.job == job) & (c.number == number)
        holder = self._connection.scalar(select(c.station).where(mine))
        row = {"job": job, "number": number, "station": self._station, "fact": fact}
        if holder is None:
            self._connection.execute(insert(t.claims).values(row))
        elif holder != self._station:
            self._connection.execute(update(t.claims).where(mine).values(row))
        return holder if holder != self._station else None

    def holder(self, job: str, number: str) -> str | None:
        """Return the station that has a job."""
        found: str | None = HOLDER.scalar(self._connection, job=job, number=number)
        return found

    def claimed(self, job: str, number: str) -> Claim | None:
        """Return who is at a job now, with the instants of the claim and of the last scan."""
        at = select(said.station, said.actor, said.at, said.sequence).join(
            t.claims, t.claims.c.fact == said.sequence
        )
        row = self._connection.execute(
            at.where(t.claims.c.job == job, t.claims.c.number == number)
        ).first()
        if row is None or self._ended(job, number, row[0], row[3]):
            return None
        last = self._connection.scalar(
            select(func.max(said.at))
            .join(t.scans, c.fact == said.sequence)
            .where(c.job == job, c.number == number, said.station == row[0], c.fact > row[3])
        )
        return Claim(row[0], row[1], row[2], last or row[2])

    def _ended(self, job: str, number: str, station: str, claim: int) -> bool:
        query = (
            select(sit.id)
            .join(t.facts, said.sequence == sit.fact)
            .where(sit.job == job, sit.number == number, said.station == station, sit.ended > claim)
        )
        return self._connection.execute(query.limit(1)).first() is not None
