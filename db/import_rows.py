"""What importing needs of the database, in one place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import update

from db import tables as t
from db.imports.bulk import Keys
from db.imports.goods import ImportGoodsRows, ImportPlaceRows
from db.imports.holds import ImportHoldRows
from db.imports.inbound import ImportInboundRows
from db.imports.orders import ImportOrderRows
from db.imports.stock import ImportStockRows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.engine import Connection

    from app.domain.stamp import Stamp
    from app.import_store import (
        ImportGoods,
        ImportHolds,
        ImportInbound,
        ImportOrders,
        ImportPlaces,
        ImportStock,
    )


class ImportRows:
    """The parts of ``app.import_store.ImportStore`` over one connection."""

    def __init__(self, connection: Connection, stamp: Stamp) -> None:
        keys = Keys(connection, stamp.site)
        self._connection = connection
        self.places: ImportPlaces = ImportPlaceRows(connection, keys)
        self.goods: ImportGoods = ImportGoodsRows(connection, keys)
        self.stock: ImportStock = ImportStockRows(connection, keys)
        self.holds: ImportHolds = ImportHoldRows(connection, keys)
        self.orders: ImportOrders = ImportOrderRows(connection, keys)
        self.inbound: ImportInbound = ImportInboundRows(connection, keys)

    def describe(self, fact: int, data: Mapping[str, int]) -> None:
        """Complete an import's fact of this transaction by its counts."""
        query = update(t.facts).where(t.facts.c.sequence == fact)
        self._connection.execute(query.values(data=json.dumps(dict(data))))
