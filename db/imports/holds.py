"""What is staged or picked and not shipped yet, and its release where it stands."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, literal, null, select

from app.domain.cartons import taken_back
from app.import_store import Hold
from db import tables as t
from db.imports.bulk import add_rows, rows_of
from db.imports.stock import location_ids, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Select
    from sqlalchemy.engine import Connection

    from app.exchange.rows import StockRow
    from db.imports.bulk import Keys
    from db.imports.stock import Place


class ImportHoldRows:
    """Staged locks and the picks of open shipments."""

    def __init__(self, connection: Connection, keys: Keys) -> None:
        self._connection = connection
        self._keys = keys

    def of_lines(self, line_ids: Sequence[int]) -> Sequence[Hold]:
        """Return what order lines hold."""
        return list(self._holds("order_line_id", line_ids))

    def of_stock(self, rows: Sequence[StockRow]) -> Mapping[StockRow, Sequence[Hold]]:
        """Return what is held of what each row counts."""
        found: dict[Place, list[Hold]] = defaultdict(list)
        for hold in self._holds("location_id", location_ids(self._keys, rows)):
            found[hold.location_id, hold.product_id, hold.lot, hold.expires_on].append(hold)
        return {row: found.get(place_of(self._keys, row), ()) for row in rows}

    def _holds(self, by: str, wanted: Sequence[int]) -> Iterator[Hold]:
        queries = ((_staged(), t.locks.c[by]), (_picked(), t.picks.c[by]))
        for query, column in queries:
            for row in rows_of(self._connection, query, column, wanted):
                yield Hold._make((*row[:7], int(row[7]), int(row[8])))

    def release(self, fact: int, holds: Sequence[Hold]) -> None:
        """Release units where they stand; what was verified of them is verified no more."""
        staged = [hold for hold in holds if hold.shipment_id is None]
        picked = [hold for hold in holds if hold.shipment_id is not None]
        add_rows(self._connection, t.locks, ({"kind": "staged", **_less(fact, h)} for h in staged))
        add_rows(
            self._connection,
            t.picks,
            ({"shipment_id": h.shipment_id, **_less(fact, h)} for h in picked),
        )
        self._unverify(fact, picked)

    def _unverify(self, fact: int, picked: Sequence[Hold]) -> None:
        """Take back verifications beyond what is still picked, by shipment, line and trace."""
        shipments = sorted({hold.shipment_id for hold in picked if hold.shipment_id is not None})
        still = self._sums(t.picks, shipments)
        lies: dict[tuple[Any, ...], dict[int, int]] = defaultdict(dict)
        for key, units in self._sums(t.verifications, shipments, t.verifications.c.carton).items():
            lies[key[:-1]][key[-1]] = units
        names = ("shipment_id", "order_line_id", "lot", "expires_on", "serial")
        add_rows(
            self._connection,
            t.verifications,
            (
                {
                    **dict(zip(names, key, strict=True)),
                    "carton": carton,
                    "delta": -units,
                    "fact": fact,
                }
                for key, inside in lies.items()
                for carton, units in taken_back(inside, sum(inside.values()) - still[key]).items()
            ),
        )

    def _sums(self, table: Any, shipments: Sequence[int], *more: Any) -> dict[tuple[Any, ...], int]:
        c = table.c
        keys = (c.shipment_id, c.order_line_id, c.lot, c.expires_on, c.serial, *more)
        query = select(*keys, func.sum(c.delta)).group_by(*keys)
        sums: dict[tuple[Any, ...], int] = defaultdict(int)
        for row in rows_of(self._connection, query, c.shipment_id, shipments):
            sums[tuple(row[:-1])] += int(row[-1])
        return sums


def _staged() -> Select[Any]:
    c = t.locks.c
    keys = (c.product_id, c.location_id, c.lot, c.expires_on, c.serial)
    return (
        select(c.order_line_id, null(), *keys, func.sum(c.delta), func.max(c.id))
        .where(c.kind == literal("staged"))
        .group_by(c.order_line_id, *keys)
        .having(func.sum(c.delta) > 0)
    )


def _picked() -> Select[Any]:
    c, s = t.picks.c, t.shipments.c
    keys = (c.product_id, c.location_id, c.lot, c.expires_on, c.serial)
    return (
        select(c.order_line_id, c.shipment_id, *keys, func.sum(c.delta), func.max(c.id))
        .join(t.shipments, s.id == c.shipment_id)
        .where(s.closed.is_(None))
        .group_by(c.order_line_id, c.shipment_id, *keys)
        .having(func.sum(c.delta) > 0)
    )


def _less(fact: int, hold: Hold) -> dict[str, Any]:
    return {
        "fact": fact,
        "order_line_id": hold.order_line_id,
        "product_id": hold.product_id,
        "location_id": hold.location_id,
        "lot": hold.lot,
        "expires_on": hold.expires_on,
        "serial": hold.serial,
        "delta": -hold.quantity,
    }
