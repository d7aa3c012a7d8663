"""Statements that a scan runs: compiled once, run past the cost of building them each time.

On SQLite they go straight to the driver (a fifth of the cost); on a server, whose round trip
outweighs that, through SQLAlchemy.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Insert, Select, insert
from sqlalchemy.exc import DBAPIError

from db.columns import new_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Dialect, Table
    from sqlalchemy.engine import Connection
    from sqlalchemy.sql import Executable

    Processor = Callable[[Any], Any] | None


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A statement as SQLite's driver takes it, and how its values go in and come out."""

    sql: str
    fixed: dict[str, Any]
    names: Sequence[str]
    given: tuple[tuple[str, Callable[[Any], Any]], ...]
    found: tuple[tuple[int, Callable[[Any], Any]], ...]

    def parameters(self, values: dict[str, Any]) -> tuple[Any, ...]:
        """Return the driver's parameters in their order."""
        whole = {**self.fixed, **values}
        for name, process in self.given:
            whole[name] = process(whole[name])
        return tuple([whole[name] for name in self.names])

    def row(self, raw: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return a row with the values of its columns' types."""
        if not self.found:
            return raw
        row = list(raw)
        for place, process in self.found:
            row[place] = process(row[place])
        return tuple(row)


@lru_cache(maxsize=256)
def _compiled(statement: Executable, names: tuple[str, ...] | None, dialect: Dialect) -> _Compiled:
    made: Any = statement.compile(  # type: ignore[attr-defined]
        dialect=dialect, column_keys=names, compile_kwargs={"render_postcompile": True}
    )
    given = ((name, _inward(bind.type, dialect)) for name, bind in made.binds.items())
    columns = statement.selected_columns if isinstance(statement, Select) else ()
    found = ((place, _outward(column.type, dialect)) for place, column in enumerate(columns))
    return _Compiled(
        str(made),
        dict(made.params),
        tuple(made.positiontup or ()),
        tuple((name, process) for name, process in given if process),
        tuple((place, process) for place, process in found if process),
    )


def _inward(kind: Any, dialect: Dialect) -> Processor:
    process: Processor = kind.dialect_impl(dialect).bind_processor(dialect)
    return process


def _outward(kind: Any, dialect: Dialect) -> Processor:
    process: Processor = kind.dialect_impl(dialect).result_processor(dialect, None)
    return process


class Prepared:
    """One statement with ``bindparam`` for what changes from run to run."""

    def __init__(self, statement: Executable, names: tuple[str, ...] | None = None) -> None:
        self._statement = statement
        self._names = names

    def all(self, connection: Connection, **values: Any) -> Sequence[Any]:
        """Return every row."""
        if connection.dialect.name != "sqlite":
            return connection.execute(self._statement, values).all()
        cursor, compiled = self._run(connection, values)
        rows = cursor.fetchall()
        cursor.close()
        return [compiled.row(row) for row in rows] if compiled.found else rows

    def first(self, connection: Connection, **values: Any) -> Any:
        """Return the first row, None without one."""
        if connection.dialect.name != "sqlite":
            return connection.execute(self._statement, values).first()
        cursor, compiled = self._run(connection, values)
        row = cursor.fetchone()
        cursor.close()
        return None if row is None else compiled.row(row)

    def scalar(self, connection: Connection, **values: Any) -> Any:
        """Return the first column of the first row, None without one."""
        row = self.first(connection, **values)
        return None if row is None else row[0]

    def cursor(self, connection: Connection, **values: Any) -> Any:
        """Return the driver's cursor with the rows as the driver gives them."""
        if connection.dialect.name != "sqlite":
            return connection.execute(self._statement, values).cursor
        return self._run(connection, values)[0]

    def change(self, connection: Connection, **values: Any) -> int:
        """Run an update; return how many rows it changed."""
        if connection.dialect.name != "sqlite":
            return connection.execute(self._statement, values).rowcount
        cursor, _ = self._run(connection, values)
        count: int = cursor.rowcount
        cursor.close()
        return count

    def _run(self, connection: Connection, values: dict[str, Any]) -> tuple[Any, _Compiled]:
        if not connection.in_transaction():
            connection.begin()
        compiled = _compiled(self._statement, self._names, connection.dialect)
        parameters = compiled.parameters(values)
        cursor = connection.connection.cursor()
        driver = connection.dialect.loaded_dbapi.Error
        try:
            cursor.execute(compiled.sql, parameters)
        except driver as error:
            raise DBAPIError.instance(
                compiled.sql, parameters, error, driver, dialect=connection.dialect
            ) from error
        return cursor, compiled


class Insertion(Prepared):
    """The insert of one row with values for the named columns; the others take their defaults."""

    def __init__(self, table: Table, *names: str) -> None:
        self._insert: Insert = insert(table)
        super().__init__(self._insert.inline(), names)

    def add(self, connection: Connection, **values: Any) -> None:
        """Insert a row."""
        self.change(connection, **values)

    def add_keyed(self, connection: Connection, **values: Any) -> int:
        """Insert a row; return the key that the database gave it."""
        if connection.dialect.name != "sqlite":
            return new_key(connection.execute(self._insert, values))
        cursor, _ = self._run(connection, values)
        given: int = cursor.lastrowid
        cursor.close()
        return given
