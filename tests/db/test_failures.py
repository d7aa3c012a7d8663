"""What goes wrong with a database, said so that a person can do something about it."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import event, func, insert, select
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError, OperationalError

from app import texts
from app.domain.errors import TroubleError
from app.domain.stamp import Stamp
from db.failures import troubles
from db.prepare import open_database, prepare
from db.store import SqlStore
from db.tables import facts, sites

NOW = Stamp(datetime(2026, 3, 4, 8, tzinfo=UTC))


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """A SQLite database."""
    opened = open_database(tmp_path / "floor.db")
    prepare(opened, NOW)
    yield opened
    opened.dispose()


@pytest.fixture
def server(postgresql_url: str) -> Iterator[Engine]:
    """A database on a server."""
    opened = open_database(postgresql_url)
    prepare(opened, NOW)
    yield opened
    opened.dispose()


def test_a_file_that_may_not_be_written_is_named(engine: Engine) -> None:
    event.listen(engine, "connect", _only_read)
    engine.dispose()

    assert _write(engine).code == "database_read_only"


def test_a_damaged_file_is_named(engine: Engine, tmp_path: Path) -> None:
    engine.dispose()
    content = bytearray((tmp_path / "floor.db").read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    (tmp_path / "floor.db").write_bytes(content)

    with pytest.raises(TroubleError) as trouble:
        open_database(tmp_path / "floor.db")

    assert trouble.value.code == "database_damaged"


def test_a_database_that_another_program_writes_is_busy_and_passes(engine: Engine) -> None:
    event.listen(engine, "connect", _impatient)
    engine.dispose()
    with SqlStore(engine).work(NOW):
        trouble = _write(engine)

    assert (trouble.code, trouble.passing) == ("database_busy", True)


def test_a_lost_connection_passes_and_the_next_work_has_a_new_one(server: Engine) -> None:
    with pytest.raises(TroubleError) as trouble:
        _write_on_a_lost_connection(server)

    assert (trouble.value.code, trouble.value.passing) == ("database_lost", True)
    _say(server)


def test_a_writer_waits_for_another_and_is_told_when_it_takes_too_long(
    postgresql_url: str,
) -> None:
    patient = open_database(postgresql_url)
    hasty = open_database(f"{postgresql_url}&options=-c%20lock_timeout%3D1")
    prepare(patient, NOW)

    with SqlStore(patient).work(NOW):
        trouble = _write(hasty)

    patient.dispose()
    hasty.dispose()
    assert (trouble.code, trouble.passing) == ("database_busy", True)


@pytest.mark.parametrize(
    ("old", "new"), [("/test_", "/no_such_"), ("floor@", "nobody@"), ("host=", "host=/nowhere")]
)
def test_a_server_that_does_not_let_us_in_is_unreachable(
    postgresql_url: str, old: str, new: str
) -> None:
    with pytest.raises(TroubleError) as trouble:
        open_database(postgresql_url.replace(old, new))

    assert trouble.value.code == "database_unreachable"
    assert texts.sentence(trouble.value.code, **trouble.value.data)


@pytest.mark.parametrize("where", ["postgresql://floor@:port/x", "postgresql://[::1/x"])
def test_an_address_that_is_none_is_named(where: str) -> None:
    with pytest.raises(TroubleError) as trouble:
        open_database(where)

    assert trouble.value.code == "bad_database_url"


def test_the_programs_own_mistakes_are_no_troubles(engine: Engine) -> None:
    with pytest.raises(IntegrityError), troubles(), engine.connect() as connection:
        connection.execute(insert(sites).values(code="MAIN"))
    with pytest.raises(OperationalError), troubles(), engine.connect() as connection:
        connection.exec_driver_sql("SELECT nothing FROM nowhere")


def _write(engine: Engine) -> TroubleError:
    with pytest.raises(TroubleError) as trouble:
        _say(engine)
    return trouble.value


def _say(engine: Engine) -> None:
    with SqlStore(engine).work(NOW) as work:
        work.connection.execute(insert(facts).values(at=NOW.at))
        work.commit()


def _write_on_a_lost_connection(server: Engine) -> None:
    with SqlStore(server).work(NOW) as work, server.connect() as killer:
        victim = work.connection.scalar(select(func.pg_backend_pid()))
        killer.execute(select(func.pg_terminate_backend(victim)))
        work.fact("said", "to nobody")


def _only_read(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA query_only=ON")


def _impatient(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA busy_timeout=0")
