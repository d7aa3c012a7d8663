"""Reads the rows of a statement as arrays, a block at a time, past the cost of row objects."""

from __future__ import annotations

import gc
from collections.abc import Collection
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from sqlalchemy import BigInteger, cast, func

from app.domain.plan.facts import NO_EXPIRY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import ColumnElement, Executable, Select
    from sqlalchemy.engine import Connection

    from app.domain.plan.facts import Ints, Texts

Keys = Collection[int] | None
BLOCK: Final = 10_000
"""Rows that are held as tuples at one time."""


def read_columns(connection: Connection, statement: Executable, kinds: str) -> tuple[Any, ...]:
    """Return one array a column: whole numbers where ``kinds`` has ``i``, objects where ``t``.

    The driver's own values are taken: an instant is microseconds, a day its text.
    """
    cursor: Any = connection.execute(statement).cursor
    blocks: list[list[Any]] = [[] for _ in kinds]
    with _collector_at_rest():
        while rows := cursor.fetchmany(BLOCK):
            for kind, block, column in zip(kinds, blocks, zip(*rows, strict=True), strict=True):
                block.append(_array(kind, column))
    cursor.close()
    return tuple(
        np.concatenate(block) if block else _array(kind, ())
        for kind, block in zip(kinds, blocks, strict=True)
    )


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


def among(query: Select[Any], column: ColumnElement[int], keys: Keys) -> Select[Any]:
    """Restrict a statement to some keys; None means all."""
    return query if keys is None else query.where(column.in_(keys))
