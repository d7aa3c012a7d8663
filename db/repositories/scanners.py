"""How scanners were tuned: a row for each device of a station."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update

from db import tables as t

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy.engine import Connection

p = t.scanner_profiles.c


class ScannerRows:
    """Tunings in one transaction."""

    def __init__(self, connection: Connection, site: str, station: str) -> None:
        self._connection, self._site, self._station = connection, site, station

    def tunings(self) -> Mapping[str, Mapping[str, Any]]:
        """Return what is kept by device key."""
        mine = (p.site == self._site, p.station == self._station)
        query = select(p.device, p.tuning).where(*mine).order_by(p.device)
        return {row.device: json.loads(row.tuning) for row in self._connection.execute(query)}

    def tune(self, fact: int, device: str, tuning: Mapping[str, Any]) -> None:
        """Keep how a device speaks."""
        key = {"site": self._site, "station": self._station, "device": device}
        row = {"tuning": json.dumps(tuning), "fact": fact}
        query = update(t.scanner_profiles).where(*(p[name] == key[name] for name in key))
        if self._connection.execute(query.values(row)).rowcount == 0:
            self._connection.execute(insert(t.scanner_profiles).values({**key, **row}))

    def forget(self, fact: int, names: Collection[str]) -> None:
        """Drop these parts of every tuning of the site: the site says them now."""
        query = select(p.station, p.device, p.tuning).where(p.site == self._site)
        for row in self._connection.execute(query).all():
            kept = {name: v for name, v in json.loads(row.tuning).items() if name not in names}
            one = (p.site == self._site, p.station == row.station, p.device == row.device)
            change = update(t.scanner_profiles).where(*one)
            self._connection.execute(change.values(tuning=json.dumps(kept), fact=fact))
