"""The store and its unit of work on SQLAlchemy Core."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select

from app.domain.settings import Settings, settings_from
from app.own_facts import OwnFacts
from db import tables as t
from db.checks import run_checks
from db.columns import new_key
from db.engine import WRITE
from db.failures import troubles
from db.import_rows import ImportRows
from db.plan_loader import PlanRows
from db.repositories.boards import BoardRows
from db.repositories.changes import ChangeRows
from db.repositories.exports import ExportRows
from db.repositories.goods import GoodsRows, PlaceRows
from db.repositories.inbound import InboundRows
from db.repositories.ledger import LedgerRows, LockRows, virtual_keys
from db.repositories.orders import OrderRows, ShipmentRows
from db.repositories.scans import DocumentRows, ScanRows
from db.undo import reverse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from contextlib import AbstractContextManager

    from sqlalchemy.engine import Connection, Engine

    from app.domain.proof import Check
    from app.domain.stamp import Stamp


class SqlWork:
    """One transaction; rolled back unless ``commit`` was called."""

    def __init__(
        self, connection: Connection, stamp: Stamp, virtual: frozenset[int], own: OwnFacts
    ) -> None:
        self.connection = connection
        self.stamp = stamp
        self.settings = read_settings(connection, stamp.site)
        self.goods = GoodsRows(connection)
        self.places = PlaceRows(connection, stamp.site)
        self.ledger = LedgerRows(connection, virtual)
        self.locks = LockRows(connection)
        self.orders = OrderRows(connection)
        self.shipments = ShipmentRows(connection)
        self.inbound = InboundRows(connection, stamp.site)
        self.scans = ScanRows(connection, stamp.station)
        self.documents = DocumentRows(connection)
        self.imports = ImportRows(connection, stamp)
        self.changes = ChangeRows(connection)
        self.boards = BoardRows(connection, stamp.site)
        self.exports = ExportRows(connection)
        self.plans = PlanRows(connection, own)
        self.uncommitted: list[int] = []

    def fact(self, kind: str, subject: str, data: Mapping[str, Any] | None = None) -> int:
        """Append a fact with this work's stamp."""
        row = {
            "at": self.stamp.at,
            "actor": self.stamp.actor,
            "station": self.stamp.station,
            "site": self.stamp.site,
            "kind": kind,
            "subject": subject,
            "data": json.dumps(data or {}),
        }
        sequence = new_key(self.connection.execute(insert(t.facts).values(row)))
        self.uncommitted.append(sequence)
        self.plans.own.add(kind, sequence)
        return sequence

    def reverse(self, undone: int, fact: int) -> None:
        """Post the opposite of a fact."""
        reverse(self.connection, self.ledger, undone, fact)

    def proof(self) -> tuple[Check, ...]:
        """Recount what must hold at all times."""
        return run_checks(self.connection)

    def attempt(self) -> AbstractContextManager[Any]:
        """Begin a part that leaves nothing behind when it raises."""
        return self.connection.begin_nested()

    def commit(self) -> None:
        """Make everything durable."""
        self.connection.commit()
        self.uncommitted.clear()


class SqlStore:
    """Opens units of work on one engine."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._virtual: dict[str, frozenset[int]] = {}
        self._own = OwnFacts()

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
            work = SqlWork(connection, stamp, self._virtual_keys(connection), self._own)
            try:
                yield work
            finally:
                self._own.take_back(work.uncommitted)

    def _virtual_keys(self, connection: Connection) -> frozenset[int]:
        if "keys" not in self._virtual:
            self._virtual["keys"] = virtual_keys(connection)
        return self._virtual["keys"]


def read_settings(connection: Connection, site: str) -> Settings:
    """Read a site's settings."""
    c = t.settings.c
    rows = connection.execute(select(c.name, c.value).where(c.site == site))
    return settings_from({row[0]: row[1] for row in rows})
