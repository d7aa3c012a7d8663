"""Reads and writes many rows in portions: bounded statements, and never a long hold of the GIL."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import bindparam, insert, select, update

from db import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Select, Table
    from sqlalchemy.engine import Connection

PORTION = 2_000  # rows of one statement, names of one question

Item = TypeVar("Item")


def portions(items: Iterable[Item], size: int = PORTION) -> Iterator[list[Item]]:
    """Cut items into lists of at most ``size``."""
    rest = iter(items)
    while portion := list(islice(rest, size)):
        yield portion


def add_rows(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    """Insert rows that all have the same columns."""
    for portion in portions(rows):
        connection.execute(insert(table), portion)


def change_rows(
    connection: Connection, table: Table, by: ColumnElement[Any], rows: Iterable[dict[str, Any]]
) -> None:
    """Overwrite rows that all have the same columns; each is known by its value ``known_by``."""
    for portion in portions(rows):
        columns: dict[str, Any] = {
            name: bindparam(name) for name in portion[0] if name != "known_by"
        }
        query = update(table).where(by == bindparam("known_by")).values(columns)
        connection.execute(query, portion)


def rows_of(
    connection: Connection, query: Select[Any], column: ColumnElement[Any], wanted: Iterable[Any]
) -> Iterator[Sequence[Any]]:
    """Yield the rows of a query whose column has one of the wanted values."""
    for portion in portions(wanted):
        yield from connection.execute(query.where(column.in_(portion)))


class Keys:
    """The database's keys of SKUs and of the site's locations, read once and kept up."""

    def __init__(self, connection: Connection, site: str) -> None:
        self.site = site
        self._connection = connection
        self._skus: dict[str, int] | None = None
        self._places: dict[str, int] | None = None

    def skus(self) -> dict[str, int]:
        """Return the keys of products by SKU."""
        if self._skus is None:
            p = t.products.c
            self._skus = _pairs(self._connection.execute(select(p.sku, p.id)).all())
        return self._skus

    def places(self) -> dict[str, int]:
        """Return the keys of the site's locations by code."""
        if self._places is None:
            c = t.locations.c
            query = select(c.code, c.id).where(c.site == self.site)
            self._places = _pairs(self._connection.execute(query).all())
        return self._places

    def forget(self) -> None:
        """Read again when next asked: rows have been added."""
        self._skus = self._places = None


def _pairs(rows: Sequence[Any]) -> dict[str, int]:
    return {row[0]: row[1] for row in rows}
