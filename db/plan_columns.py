"""Reads the rows of a statement as arrays, a block at a time, past the cost of row objects."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from sqlalchemy import BigInteger, bindparam, cast, func

from app.domain.plan.facts import NO_EXPIRY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.engine import Connection

    from app.domain.plan.facts import Ints, Texts
    from db.statements import Prepared

KEY: Final = "key"
BLOCK: Final = 10_000
"""Rows that are held as tuples at one time."""


def read_columns(
    connection: Connection, statement: Prepared, kinds: str, key: int | None = None
) -> tuple[Any, ...]:
    """Return one array a column: whole numbers where ``kinds`` has ``i``, objects where ``t``.

    The driver's own values are taken: an instant is microseconds, a day its text.  With a key the
    statement must be one that ``of_key`` restricted.
    """
    if key is not None:
        return _few(statement.cursor(connection, **{KEY: key}), kinds)
    cursor = statement.cursor(connection)
    blocks: list[list[Any]] = [[] for _ in kinds]
    with _collector_at_rest():
        while rows := cursor.fetchmany(BLOCK):
            for kind, block, column in zip(kinds, blocks, zip(*rows, strict=True), strict=True):
                block.append(_array(kind, column))
    cursor.close()
    return tuple(_whole(kind, block) for kind, block in zip(kinds, blocks, strict=True))


def _few(cursor: Any, kinds: str) -> tuple[Any, ...]:
    rows = cursor.fetchall()
    cursor.close()
    columns = zip(*rows, strict=True) if rows else [()] * len(kinds)
    return tuple(map(_array, kinds, columns))


def _whole(kind: str, blocks: list[Any]) -> Any:
    if len(blocks) == 1:
        return blocks[0]
    return np.concatenate(blocks) if blocks else _array(kind, ())


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the cycle collector from looking through rows, which cannot form cycles.

    It doubles the cost of a million rows.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _array(kind: str, column: Sequence[Any]) -> Any:
    if kind == "i":
        return np.array(column, dtype=np.int64)
    texts = np.empty(len(column), dtype=np.object_)
    texts[:] = column
    return texts


def as_days(texts: Texts) -> Ints:
    """Return the ordinal of each day (ISO text); ``NO_EXPIRY`` where there is none."""
    values = texts.tolist()
    table = {text: _ordinal(text) for text in set(values)}
    return np.fromiter(map(table.__getitem__, values), dtype=np.int64, count=len(values))


def _ordinal(text: str) -> int:
    return date.fromisoformat(text).toordinal() if text else NO_EXPIRY


def units(column: ColumnElement[int]) -> ColumnElement[int]:
    """Return the sum of a column of units as a whole number on every database."""
    return cast(func.coalesce(func.sum(column), 0), BigInteger)


def of_key(query: Select[Any], column: ColumnElement[int], *, one: bool) -> Select[Any]:
    """Restrict a statement to the key that is handed in when it is run, or leave it as it is."""
    return query.where(column == bindparam(KEY, 0, BigInteger)) if one else query
