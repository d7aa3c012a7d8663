"""A station that starts: its rooms are warmed up, and nobody sees anything of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from db import statements
from db.tables import scans

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from sqlalchemy import Engine

    from tests.floor import Floor
    from ui.station import Station


def scans_kept(floor: Floor) -> int:
    engine: Engine = floor.desk.store.engine  # type: ignore[attr-defined]
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(scans)).scalar_one()


def test_the_first_scan_of_a_station_finds_its_statements_ready(
    told_station: Station, told_floor: Floor, qtbot: QtBot
) -> None:
    broken: list[object] = []
    told_station.floor.broke.connect(broken.append)
    statements._compiled.cache_clear()

    told_station.start()
    qtbot.waitUntil(lambda: told_station.floor.is_idle)
    ready = statements._compiled.cache_info().misses
    assert scans_kept(told_floor) == 0
    told_floor.receive("ASN-1", "CUP")

    assert statements._compiled.cache_info().misses - ready < ready / 10
    assert broken == []
    assert told_floor.outcomes() == ["accepted"]
    assert scans_kept(told_floor) == 1
