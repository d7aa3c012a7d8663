"""Makes a database ready: tables, the default site, its virtual locations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, inspect, select

from app.domain.goods import VIRTUAL
from app.domain.stamp import DEFAULT_SITE, Stamp
from db import tables as t
from db.columns import new_key

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Engine

    from app.domain.stamp import Stamp as Who


def prepare(engine: Engine, stamp: Who) -> None:
    """Make tables and the site where they are missing; an existing database is left alone."""
    if not inspect(engine).has_table(t.facts.name):
        t.metadata.create_all(engine)
    with engine.connect().execution_options(writes=True) as connection:
        if connection.scalar(select(t.sites.c.code).where(t.sites.c.code == stamp.site)) is None:
            _make_site(connection, stamp)
            connection.commit()


def _make_site(connection: Connection, stamp: Stamp) -> None:
    connection.execute(insert(t.sites).values(code=stamp.site, name=""))
    fact = {
        "at": stamp.at,
        "actor": stamp.actor,
        "station": stamp.station,
        "site": stamp.site,
        "kind": "site",
        "subject": stamp.site or DEFAULT_SITE,
    }
    sequence = new_key(connection.execute(insert(t.facts).values(fact)))
    connection.execute(
        insert(t.locations),
        [
            {"site": stamp.site, "code": f"~{kind}", "kind": kind.value, "fact": sequence}
            for kind in sorted(VIRTUAL)
        ],
    )
