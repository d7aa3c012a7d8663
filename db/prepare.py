"""Makes a database ready: ours, of this program's schema, with the site and its virtual places."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from app.domain.goods import VIRTUAL
from app.domain.stamp import DEFAULT_SITE
from db import tables as t
from db.columns import new_key
from db.engine import WRITE, file_of, open_engine
from db.failures import address_troubles, troubles
from db.migrate import check_file, migrate
from db.store import read_settings

if TYPE_CHECKING:
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from sqlalchemy.engine import Connection, Engine

    from app.domain.stamp import Stamp


def open_database(where: str | Path) -> Engine:
    """Open the database at a path or URL and bring it to this program's schema.

    A missing SQLite file and its folder are made.  Raises OSError, and TroubleError for a file
    that is not ours (nothing is written), a newer schema or a server that does not answer.
    """
    with troubles():
        if (path := file_of(where)) is not None:
            check_file(path)
        with address_troubles():
            engine = open_engine(where)
        with ExitStack() as undo:
            undo.callback(engine.dispose)
            migrate(engine)
            undo.pop_all()
        return engine


def zone_of(engine: Engine, site: str = DEFAULT_SITE) -> ZoneInfo:
    """Return a site's time zone, before there is any clock to work by."""
    with troubles(), engine.connect() as connection:
        return read_settings(connection, site).zone


def prepare(engine: Engine, stamp: Stamp) -> None:
    """Bring the schema up to date and make the stamp's site and station where they are missing."""
    with troubles():
        migrate(engine)
        if not _is_known(engine, stamp):
            _make_known(engine, stamp)


def _is_known(engine: Engine, stamp: Stamp) -> bool:
    with engine.connect() as connection:
        return _has_site(connection, stamp) and _has_station(connection, stamp)


def _has_site(connection: Connection, stamp: Stamp) -> bool:
    query = select(t.sites.c.code).where(t.sites.c.code == stamp.site)
    return connection.scalar(query) is not None


def _has_station(connection: Connection, stamp: Stamp) -> bool:
    query = select(t.stations.c.name).where(t.stations.c.name == stamp.station)
    return connection.scalar(query) is not None


def _make_known(engine: Engine, stamp: Stamp) -> None:
    with engine.connect().execution_options(**{WRITE: True}) as connection:
        fact = None if _has_site(connection, stamp) else _add_site(connection, stamp)
        if not _has_station(connection, stamp):
            fact = fact or _add_fact(connection, stamp, "station", stamp.station)
            row = {"name": stamp.station, "site": stamp.site, "fact": fact}
            connection.execute(insert(t.stations).values(row))
        connection.commit()


def _add_fact(connection: Connection, stamp: Stamp, kind: str, subject: str) -> int:
    fact = {
        "at": stamp.at,
        "actor": stamp.actor,
        "station": stamp.station,
        "site": stamp.site,
        "kind": kind,
        "subject": subject,
    }
    return new_key(connection.execute(insert(t.facts).values(fact)))


def _add_site(connection: Connection, stamp: Stamp) -> int:
    connection.execute(insert(t.sites).values(code=stamp.site, name=""))
    sequence = _add_fact(connection, stamp, "site", stamp.site)
    connection.execute(
        insert(t.locations),
        [
            {"site": stamp.site, "code": f"~{kind}", "kind": kind.value, "fact": sequence}
            for kind in sorted(VIRTUAL)
        ],
    )
    return sequence
