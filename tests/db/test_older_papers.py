"""Papers of before the queue: a migrated database prints what nobody can have, and no more."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import MetaData, insert

from app.domain.stamp import Stamp
from db.dialects import stamp_file, tables_may_be_remade
from db.engine import WRITE, open_engine
from db.migrate import FOLDER, migrate
from db.store import SqlStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import Engine

NOW: Final = Stamp(datetime(2026, 3, 4, 8, tzinfo=UTC), station="Pack 1", site="main")
BEFORE: Final = "0014"


@pytest.fixture(params=["sqlite", "postgresql"])
def older(request: pytest.FixtureRequest, tmp_path: Any) -> Iterator[Engine]:
    """A database of before the queue with one closed shipment and its slip, nothing printed."""
    where = tmp_path / "floor.db"
    if request.param == "postgresql":
        where = request.getfixturevalue("postgresql_url")
    engine = open_engine(where)
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with (
        engine.connect().execution_options(**{WRITE: True}) as connection,
        tables_may_be_remade(connection),
    ):
        config.attributes["connection"] = connection
        command.upgrade(config, BEFORE)
        stamp_file(connection, int(BEFORE))
        connection.commit()
    fact = {"at": 0, "station": "Pack 1", "site": "main", "kind": "print"}
    add(engine, "facts", {"sequence": 1, **fact})
    order = {"priority": 3, "policy": "default", "hold": False, "cancelled": False}
    order |= {"ordered_at": 0, "shipments_before": 0}
    add(engine, "orders", {"id": 1, "number": "SO-1", "fact": 1, **order})
    row = {"id": 1, "number": "SH-1", "order_id": 1, "ordinal": 1, "fact": 1}
    add(engine, "shipments", row)
    slip = {"id": 1, "number": "SH-1", "kind": "packing_slip", "shipment_id": 1, "fact": 1}
    add(engine, "documents", slip)
    yield engine
    engine.dispose()


def add(engine: Engine, table: str, *rows: dict[str, Any]) -> None:
    """Add rows to a table as it is now."""
    known = MetaData()
    known.reflect(engine, only=[table])
    with engine.connect().execution_options(**{WRITE: True}) as connection:
        connection.execute(insert(known.tables[table]), list(rows))
        connection.commit()


def queued(engine: Engine, *states: tuple[int, str]) -> list[tuple[int, str, str]]:
    """Migrate a database whose slip had these states by copy; return what is in the queue then."""
    rows = [{"document_id": 1, "copy": copy, "state": state, "fact": 1} for copy, state in states]
    add(engine, "prints", *rows)
    migrate(engine)
    with SqlStore(engine).read(NOW) as work:
        papers = work.documents.queue()
    return [(paper.job.copy, paper.job.state, paper.station) for paper in papers]


@pytest.mark.parametrize("state", ["to_print", "doubtful"])
def test_what_nobody_can_have_waits_at_its_station(older: Engine, state: str) -> None:
    assert queued(older, (0, "to_print"), (0, "handed_over"), (0, state)) == [(0, state, "Pack 1")]


@pytest.mark.parametrize(
    "states",
    [
        [(0, "to_print"), (0, "handed_over")],  # the spooler had it: nobody was asked any more
        [(0, "to_print"), (0, "handed_over"), (0, "confirmed")],
        [(0, "to_print"), (2, "handed_over"), (2, "confirmed")],  # turned away, then printed again
        [(0, "doubtful"), (2, "handed_over")],
    ],
)
def test_what_was_done_with_is_not_asked_about_again(
    older: Engine, states: list[tuple[int, str]]
) -> None:
    assert queued(older, *states) == []


def test_a_copy_asked_for_later_is_numbered_after_the_older_ones(older: Engine) -> None:
    queued(older, (0, "handed_over"), (2, "handed_over"))

    with SqlStore(older).read(NOW) as work:
        assert work.documents.copies(1) == 2
