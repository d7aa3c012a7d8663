"""Migrations: the schema they make, what they refuse, and what they never touch."""

import re
import sqlite3
import stat
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, func, inspect, select, update
from sqlalchemy.engine import Engine

from app.domain.errors import TroubleError
from app.domain.stamp import Stamp
from db.dialects import APPLICATION_ID
from db.engine import WRITE
from db.migrate import FOLDER, HEAD, REVISIONS, version
from db.prepare import open_database, prepare, zone_of
from db.tables import facts, metadata, sites

NOW = Stamp(datetime(2026, 3, 4, 8, tzinfo=UTC))


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a database can be made: a file, and a server's URL."""
    if request.param == "sqlite":
        return str(tmp_path / "folder" / "floor.db")
    url: str = request.getfixturevalue("postgresql_url")
    return url


@pytest.fixture
def opened(where: str) -> Iterator[Engine]:
    """A database that was just made."""
    engine = open_database(where)
    yield engine
    engine.dispose()


def test_the_migrated_schema_is_that_of_the_tables(opened: Engine) -> None:
    with opened.connect() as connection:
        context = MigrationContext.configure(connection)

        assert compare_metadata(context, metadata) == []


def test_sqlite_is_made_of_the_same_words_either_way(tmp_path: Path) -> None:
    """Alembic compares neither checks nor AUTOINCREMENT: the words themselves are compared."""
    migrated = open_database(tmp_path / "migrated.db")
    made = create_engine("sqlite://")
    metadata.create_all(made)

    def words(engine: Engine) -> set[str]:
        with engine.connect() as connection:
            names = inspect(connection).get_table_names()
            rows = connection.exec_driver_sql("SELECT sql FROM sqlite_master").scalars()
            assert names
            return {_sorted_words(row) for row in rows if row and "alembic_version" not in row}

    assert words(migrated) == words(made)


def test_the_program_knows_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    scripts = ScriptDirectory.from_config(config)

    assert scripts.get_heads() == [HEAD]
    assert tuple(script.revision for script in scripts.walk_revisions())[::-1] == REVISIONS


def test_a_second_start_changes_nothing(where: str) -> None:
    for _again in range(2):
        engine = open_database(where)
        prepare(engine, NOW)
        with engine.connect() as connection:
            assert connection.scalar(select(func.count()).select_from(facts)) == 1
            assert connection.scalar(select(func.count()).select_from(sites)) == 1
        engine.dispose()


def test_programs_that_start_together_make_one_database(where: str) -> None:
    def start(_number: int) -> str:
        engine = open_database(where)
        prepare(engine, NOW)
        zone = zone_of(engine).key
        engine.dispose()
        return zone

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(start, range(4))) == ["UTC"] * 4


def test_the_file_says_whose_it_is_and_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "floor.db"
    open_database(path).dispose()

    header = path.read_bytes()[:100]
    assert int.from_bytes(header[68:72]) == APPLICATION_ID
    assert int.from_bytes(header[60:64]) == len(REVISIONS)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_newer_database_is_refused_by_both_versions_names(where: str) -> None:
    engine = open_database(where)
    with engine.connect().execution_options(**{WRITE: True}) as connection:
        connection.execute(update(version).values(version_num="9999"))
        connection.commit()
    engine.dispose()

    with pytest.raises(TroubleError) as refused:
        open_database(where)

    assert refused.value.code == "newer_database"
    assert refused.value.data == {"found": "9999", "known": HEAD}


def test_anothers_tables_on_a_server_are_left_alone(postgresql_url: str) -> None:
    engine = create_engine(postgresql_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE theirs (id integer)")

    with pytest.raises(TroubleError) as refused:
        open_database(postgresql_url)

    assert refused.value.code == "not_our_database"
    assert inspect(engine).get_table_names() == ["theirs"]
    engine.dispose()


def _foreign_sqlite(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE theirs (id integer)")
    connection.close()


def _foreign_owner(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA application_id = 7")
    connection.close()


def _text(path: Path) -> None:
    path.write_text("sku,description\nLAMP,Desk lamp\n")


def _cut_short(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + bytes(20))


@pytest.mark.parametrize("make", [_foreign_sqlite, _foreign_owner, _text, _cut_short])
def test_a_file_that_is_not_ours_is_refused_and_left_untouched(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "theirs.db"
    make(path)
    before = path.read_bytes()

    with pytest.raises(TroubleError) as refused:
        open_database(path)

    assert refused.value.code == "not_our_file"
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(TroubleError):
        open_database(tmp_path)


@pytest.mark.parametrize("made_by", ["nobody", "a start that was killed"])
def test_an_empty_file_becomes_a_database(tmp_path: Path, made_by: str) -> None:
    path = tmp_path / "floor.db"
    path.touch()
    if made_by != "nobody":
        killed = sqlite3.connect(path)
        killed.execute("PRAGMA journal_mode=WAL")
        killed.close()

    engine = open_database(path)

    assert facts.name in inspect(engine).get_table_names()
    engine.dispose()


def _sorted_words(sql: str) -> str:
    """Constraints of one table may stand in another order.

    A table that a migration remade is named in quotes, and has blank defaults in parentheses.
    """
    plain = re.sub(r'CREATE TABLE "(\w+)"', r"CREATE TABLE \1", sql).replace("('')", "''")
    return " ".join(sorted(plain.replace(",", " ").split()))
