"""Scans, sittings and claims in one transaction."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, select, update

from app.domain.jobs import Memory
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
        return Memory() if found is None else Memory(**json.loads(found))

    def add(self, record: ScanRecord) -> None:
        """Store a scan with its answer."""
        memory = record.memory
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
            "state": json.dumps(
                {
                    "location_id": memory.location_id,
                    "times": memory.times,
                    "damaged": memory.damaged,
                }
            ),
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
