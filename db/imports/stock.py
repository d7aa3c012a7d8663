"""Counts of what lies where, posted to the ledger in bulk."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, select, update

from app.domain.goods import Kind
from app.import_store import Lying
from db import tables as t
from db.imports.bulk import add_rows, portions, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from sqlalchemy.engine import Connection

    from app.exchange.rows import StockRow
    from db.imports.bulk import Keys

Place = tuple[int, int, str, "date | None"]  # location, product, lot, expiry day


def place_of(keys: Keys, row: StockRow) -> Place:
    """Return the database's keys of what a row counts."""
    return (keys.places()[row.location], keys.skus()[row.sku], row.lot, row.expires_on)


def location_ids(keys: Keys, rows: Iterable[StockRow]) -> list[int]:
    """Return the keys of the rows' locations, each once."""
    return sorted({keys.places()[row.location] for row in rows})


class ImportStockRows:
    """On-hand and the ledger, as counts see them."""

    def __init__(self, connection: Connection, keys: Keys) -> None:
        self._connection = connection
        self._keys = keys

    def last_content(self, name: str) -> str:
        """Return the hash of what a file of this site said the last time."""
        i = t.imports.c
        query = (
            select(i.content_hash)
            .join(t.facts, t.facts.c.sequence == i.fact)
            .where(i.name == name, t.facts.c.site == self._keys.site)
            .order_by(i.id.desc())
            .limit(1)
        )
        return self._connection.scalar(query) or ""

    def remember(self, fact: int, name: str, content: str) -> None:
        """Note what a file said."""
        row = {"fact": fact, "name": name, "content_hash": content}
        self._connection.execute(insert(t.imports).values(row))

    def lying(self, rows: Sequence[StockRow]) -> Mapping[StockRow, Sequence[Lying]]:
        """Return what lies where each row counts; the rows are locked where the database can."""
        s = t.stock.c
        query = select(
            s.location_id, s.product_id, s.lot, s.expires_on, s.serial, s.quantity
        ).with_for_update()
        found: dict[Place, list[Lying]] = defaultdict(list)
        ids = location_ids(self._keys, rows)
        for row in rows_of(self._connection, query, s.location_id, ids):
            found[row[0], row[1], row[2], row[3]].append(Lying(row[4], row[5]))
        return {row: found.get(place_of(self._keys, row), ()) for row in rows}

    def correct(self, fact: int, corrections: Sequence[tuple[StockRow, str, int, bool]]) -> None:
        """Post corrections (row, serial, units to add or take, whether it lies there already)."""
        values = [self._move(fact, row, serial, units) for row, serial, units, _ in corrections]
        add_rows(self._connection, t.moves, (value for value in values if value["quantity"]))
        add_rows(
            self._connection,
            t.stock,
            (
                {**self._lot(row, serial), "quantity": units}
                for row, serial, units, there in corrections
                if not there
            ),
        )
        changed = [
            {f"at_{name}": value for name, value in self._lot(row, serial).items()}
            | {"units": units}
            for row, serial, units, there in corrections
            if there
        ]
        self._change(changed)

    def _change(self, changed: list[dict[str, Any]]) -> None:
        s = t.stock.c
        names = ("location_id", "product_id", "lot", "expires_on", "serial")
        query = (
            update(t.stock)
            .where(*(s[name] == bindparam(f"at_{name}") for name in names))
            .values(quantity=s.quantity + bindparam("units"))
        )
        for portion in portions(changed):
            self._connection.execute(query, portion)

    def _lot(self, row: StockRow, serial: str) -> dict[str, Any]:
        location_id, product_id, lot, expires_on = place_of(self._keys, row)
        return {
            "location_id": location_id,
            "product_id": product_id,
            "lot": lot,
            "expires_on": expires_on,
            "serial": serial,
        }

    def _move(self, fact: int, row: StockRow, serial: str, units: int) -> dict[str, Any]:
        values = self._lot(row, serial)
        here = values.pop("location_id")
        outside = self._keys.places()[f"~{Kind.ADJUSTMENT}"]
        source, target = (outside, here) if units > 0 else (here, outside)
        ends = {"from_location_id": source, "to_location_id": target}
        return {**values, **ends, "fact": fact, "quantity": abs(units)}

    def found(self, fact: int, rows: Sequence[StockRow]) -> None:
        """Clear what short picks missed of the rows' products in their locations."""
        s = t.shorts.c
        keys = (s.location_id, s.product_id, s.lot, s.expires_on, s.serial)
        query = select(*keys, func.sum(s.delta)).group_by(*keys).having(func.sum(s.delta) > 0)
        counted = {place_of(self._keys, row)[:2] for row in rows}
        ids = location_ids(self._keys, rows)
        missed = list(rows_of(self._connection, query, s.location_id, ids))
        names = ("location_id", "product_id", "lot", "expires_on", "serial")
        values = (
            {**dict(zip(names, row[:5], strict=True)), "delta": -int(row[5]), "fact": fact}
            for row in missed
            if (row[0], row[1]) in counted
        )
        add_rows(self._connection, t.shorts, values)
