"""The store and its unit of work on SQLAlchemy Core."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.sql.elements import (
    ReleaseSavepointClause,
    RollbackToSavepointClause,
    SavepointClause,
)

from app.domain.errors import RefusedError
from app.domain.settings import Settings, settings_from
from app.own_facts import OwnFacts
from db import tables as t
from db.checks import run_checks
from db.engine import WRITE
from db.failures import troubles
from db.import_rows import ImportRows
from db.kept import LaidBy, is_scan
from db.plan_loader import PlanRows
from db.repositories.boards import BoardRows
from db.repositories.cartons import CartonRows
from db.repositories.changes import ChangeRows
from db.repositories.clusters import ClusterRows
from db.repositories.counting import CountRows
from db.repositories.decisions import DecisionRows
from db.repositories.dock import DoorRows, VisitRows
from db.repositories.documents import DocumentRows
from db.repositories.exports import ExportRows
from db.repositories.goods import GoodsRows, PlaceRows
from db.repositories.inbound import InboundRows
from db.repositories.ledger import LedgerRows, LockRows, virtual_keys
from db.repositories.losses import LossRows
from db.repositories.orders import OrderRows
from db.repositories.osd import OsdRows
from db.repositories.pins import PinRows
from db.repositories.put_backs import PutBackRows
from db.repositories.scanners import ScannerRows
from db.repositories.scans import ScanRows
from db.repositories.shipments import ShipmentRows
from db.repositories.sweeps import SweepRows
from db.statements import Insertion, Prepared
from db.undo import reverse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from contextlib import AbstractContextManager

    from sqlalchemy.engine import Connection, Engine

    from app.domain.proof import Check
    from app.domain.stamp import Stamp

FACT = Insertion(t.facts, "at", "actor", "station", "site", "kind", "subject", "data")
LAST = Prepared(select(func.max(t.facts.c.sequence)))
SETTINGS = Prepared(
    select(t.settings.c.name, t.settings.c.value).where(t.settings.c.site == bindparam("site"))
)
BEGIN_PART, END_PART, TAKE_BACK_PART = (
    Prepared(clause("part"))
    for clause in (SavepointClause, ReleaseSavepointClause, RollbackToSavepointClause)
)


@dataclass(frozen=True, slots=True)
class Shared:
    """What the works of one store share: virtual places, their own facts, what they have read."""

    virtual: frozenset[int]
    own: OwnFacts
    laid_by: LaidBy


class SqlWork:
    """One transaction; rolled back unless ``commit`` was called."""

    def __init__(self, connection: Connection, stamp: Stamp, shared: Shared) -> None:
        self.connection = connection
        self.stamp = stamp
        self._last: int = LAST.scalar(connection) or 0
        self._kept = kept = shared.laid_by.take(self._last)
        self.settings = kept.get(
            "settings", stamp.site, lambda: read_settings(connection, stamp.site)
        )
        self.goods = GoodsRows(connection, kept)
        self.places = PlaceRows(connection, stamp.site, kept)
        self.ledger = LedgerRows(connection, shared.virtual, kept)
        self.locks = LockRows(connection, kept)
        self.orders = OrderRows(connection, kept)
        self.shipments = ShipmentRows(connection, kept)
        self.cartons = CartonRows(connection, kept)
        self.inbound = InboundRows(connection, stamp.site, kept)
        self.visits = VisitRows(connection, stamp.site, kept)
        self.doors = DoorRows(connection, stamp.site)
        self.scans = ScanRows(connection, stamp.station)
        self.scanners = ScannerRows(connection, stamp.site, stamp.station)
        self.sweeps = SweepRows(connection, stamp.site)
        self.put_backs = PutBackRows(connection, stamp.site)
        self.clusters = ClusterRows(connection, stamp.site)
        self.counting = CountRows(connection, stamp.site)
        self.osd = OsdRows(connection, stamp.site)
        self.documents = DocumentRows(connection, stamp)
        self.imports = ImportRows(connection, stamp)
        self.changes = ChangeRows(connection)
        self.pins = PinRows(connection)
        self.decisions = DecisionRows(connection, stamp.site)
        self.losses = LossRows(connection, stamp.site)
        self.boards = BoardRows(connection, stamp.site)
        self.exports = ExportRows(connection)
        self.plans = PlanRows(connection, shared.own)
        self.uncommitted: list[int] = []

    def fact(self, kind: str, subject: str, data: Mapping[str, Any] | None = None) -> int:
        """Append a fact with this work's stamp."""
        if not is_scan(kind):
            self._kept.stop()
        sequence = FACT.add_keyed(
            self.connection,
            at=self.stamp.at,
            actor=self.stamp.actor,
            station=self.stamp.station,
            site=self.stamp.site,
            kind=kind,
            subject=subject,
            data=json.dumps(data or {}),
        )
        self.uncommitted.append(sequence)
        self.plans.own.add(kind, sequence)
        return sequence

    def reverse(self, undone: int, fact: int) -> None:
        """Post the opposite of a fact."""
        reverse(self.connection, self.ledger, undone, fact)
        self._kept.clear()

    def proof(self) -> tuple[Check, ...]:
        """Recount what must hold at all times."""
        return run_checks(self.connection)

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Begin a part that leaves nothing behind when it is refused.

        Whatever else it raises ends the work, which then leaves nothing behind.
        """
        BEGIN_PART.change(self.connection)
        try:
            yield
        except RefusedError:
            TAKE_BACK_PART.change(self.connection)
            self.plans.own.taken_back += 1
            self._kept.clear()  # what was read of what is gone
            raise
        END_PART.change(self.connection)

    def commit(self) -> None:
        """Make everything durable."""
        self.connection.commit()
        if self.uncommitted:
            self._last = self.uncommitted[-1]
        self.plans.own.keep(len(self.uncommitted))
        self.uncommitted.clear()

    def lay_by(self, laid_by: LaidBy) -> None:
        """Leave what was read to the next work, unless it is of facts that are not durable."""
        if not self.uncommitted:
            laid_by.lay_by(self._last, self._kept)


class SqlStore:
    """Opens units of work on one engine."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._virtual: dict[str, frozenset[int]] = {}
        self._own = OwnFacts()
        self._laid_by = LaidBy()

    def work(self, stamp: Stamp) -> AbstractContextManager[SqlWork]:
        """Begin a writing transaction; it holds the write lock from the start.

        Raises TroubleError where the database is locked, full or away; nothing is stored then.
        """
        return self._open(stamp, writes=True)

    def read(self, stamp: Stamp) -> AbstractContextManager[SqlWork]:
        """Begin a reading transaction: one moment of the facts."""
        return self._open(stamp, writes=False)

    @contextmanager
    def _open(self, stamp: Stamp, *, writes: bool) -> Iterator[SqlWork]:
        options = {WRITE: writes}
        with troubles(), self.engine.connect().execution_options(**options) as connection:
            shared = Shared(self._virtual_keys(connection), self._own, self._laid_by)
            work = SqlWork(connection, stamp, shared)
            try:
                yield work
                work.lay_by(self._laid_by)
            finally:
                self._own.take_back(work.uncommitted)

    def _virtual_keys(self, connection: Connection) -> frozenset[int]:
        if "keys" not in self._virtual:
            self._virtual["keys"] = virtual_keys(connection)
        return self._virtual["keys"]


def read_settings(connection: Connection, site: str) -> Settings:
    """Read a site's settings."""
    return settings_from({row[0]: row[1] for row in SETTINGS.all(connection, site=site)})
