"""Backup while the program works, and restore that loses neither file."""

import stat
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.engine import Engine

from app.domain.errors import FloorError, NotFoundError, RefusedError, TroubleError
from app.domain.stamp import Stamp
from db.backup import BEFORE, back_up, restore
from db.engine import WRITE
from db.migrate import HEAD
from db.prepare import open_database, prepare
from db.tables import facts

NOW = datetime(2026, 3, 4, 8, tzinfo=UTC)


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Engine]:
    """A database in use, with its first fact."""
    engine = open_database(tmp_path / "floor.db")
    prepare(engine, Stamp(NOW))
    yield engine
    engine.dispose()


def test_a_backup_is_the_moment_at_which_it_was_made(live: Engine, tmp_path: Path) -> None:
    with live.connect().execution_options(**{WRITE: True}) as writer:
        _say(writer.engine)
        writer.execute(insert(facts).values(at=NOW, kind="unfinished"))

        back_up(live, tmp_path / "copy.db")

    copy = open_database(tmp_path / "copy.db")
    assert _count(copy) == 2
    copy.dispose()
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600


def test_a_backup_onto_itself_is_refused(live: Engine, tmp_path: Path) -> None:
    with pytest.raises(RefusedError):
        back_up(live, tmp_path / "floor.db")

    assert _count(live) == 1


def test_a_backup_that_cannot_be_written_leaves_nothing(live: Engine, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())

    with pytest.raises(OSError, match="No such file"):
        back_up(live, tmp_path / "nowhere" / "copy.db")

    assert set(tmp_path.iterdir()) == before


def test_a_server_is_backed_up_by_its_own_tools(postgresql_url: str, tmp_path: Path) -> None:
    engine = open_database(postgresql_url)

    with pytest.raises(RefusedError):
        back_up(engine, tmp_path / "copy.db")

    engine.dispose()


def test_a_restore_brings_the_backup_and_keeps_the_old_file(live: Engine, tmp_path: Path) -> None:
    back_up(live, tmp_path / "copy.db")
    _say(live)
    live.dispose()

    restore(tmp_path / "copy.db", tmp_path / "floor.db")

    now, old = open_database(tmp_path / "floor.db"), open_database(tmp_path / f"floor.db{BEFORE}")
    assert (_count(now), _count(old)) == (1, 2)
    now.dispose()
    old.dispose()


def test_a_second_restore_keeps_what_the_first_put_aside(live: Engine, tmp_path: Path) -> None:
    back_up(live, tmp_path / "copy.db")
    live.dispose()
    kept = [tmp_path / f"floor.db{BEFORE}{end}" for end in ("", ".1", ".2")]

    for _ in range(4):
        (tmp_path / "floor.db").write_bytes(b"damaged, but somebody's")
        restore(tmp_path / "copy.db", tmp_path / "floor.db")

    assert [file.read_bytes() for file in kept] == [b"damaged, but somebody's"] * 3


def test_a_restore_is_refused_while_another_program_has_the_database(
    live: Engine, tmp_path: Path
) -> None:
    back_up(live, tmp_path / "copy.db")
    code = (
        "import sys; from db.prepare import open_database; from sqlalchemy import inspect\n"
        "engine = open_database(sys.argv[1]); inspect(engine).get_table_names()\n"
        "print('open', flush=True); sys.stdin.read()"
    )
    _say(live)
    live.dispose()
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "floor.db")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()

        with pytest.raises(RefusedError) as refused:
            restore(tmp_path / "copy.db", tmp_path / "floor.db")

        other.communicate()
    assert refused.value.code == "database_in_use"
    assert _count(live) == 2


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + bytes(4080)])
def test_a_restore_of_no_backup_leaves_the_database(
    live: Engine, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "copy.db").write_bytes(content)

    with pytest.raises(FloorError):
        restore(tmp_path / "copy.db", tmp_path / "floor.db")

    assert _count(live) == 1


def test_a_backup_of_a_newer_version_is_refused(live: Engine, tmp_path: Path) -> None:
    back_up(live, tmp_path / "copy.db")
    newer = bytearray((tmp_path / "copy.db").read_bytes())
    newer[60:64] = (9_999).to_bytes(4)
    (tmp_path / "copy.db").write_bytes(newer)

    with pytest.raises(TroubleError) as refused:
        restore(tmp_path / "copy.db", tmp_path / "floor.db")

    assert refused.value.data == {"found": "9999", "known": HEAD}
    assert _count(live) == 1


def test_a_damaged_backup_is_refused(live: Engine, tmp_path: Path) -> None:
    back_up(live, tmp_path / "copy.db")
    damaged = bytearray((tmp_path / "copy.db").read_bytes())
    damaged[4096:40960] = bytes(36864)
    (tmp_path / "copy.db").write_bytes(damaged)

    with pytest.raises(RefusedError):
        restore(tmp_path / "copy.db", tmp_path / "floor.db")

    assert _count(live) == 1


def test_a_missing_backup_is_not_found(live: Engine, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        restore(tmp_path / "copy.db", tmp_path / "floor.db")

    assert _count(live) == 1


def _say(engine: Engine) -> None:
    with engine.connect().execution_options(**{WRITE: True}) as connection:
        connection.execute(insert(facts).values(at=NOW, kind="said"))
        connection.commit()


def _count(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(facts)) or 0
