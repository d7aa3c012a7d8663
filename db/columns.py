"""Column types and shorthands: instants, days, keys, and the fact that every row hangs on."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, Text
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy.engine import CursorResult, Dialect

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
BIG = BigInteger().with_variant(Integer(), "sqlite")


def to_micros(instant: datetime) -> int:
    """Return an aware instant as whole microseconds since the epoch, UTC."""
    return (instant - EPOCH) // MICROSECOND


def from_micros(micros: int) -> datetime:
    """Return microseconds since the epoch as an aware instant in UTC."""
    return EPOCH + micros * MICROSECOND


class Instant(TypeDecorator[datetime]):
    """An aware UTC instant, kept as BIGINT microseconds: sortable and exact on every database."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Store an aware instant."""
        return None if value is None else to_micros(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Read it back, in UTC."""
        return None if value is None else from_micros(value)


class Day(TypeDecorator[date]):
    """A calendar day as ISO text; no day is "", so that it may be part of a key."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str:
        """Store the day."""
        return "" if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        """Read it back."""
        return date.fromisoformat(value) if value else None


def key() -> Column[Any]:
    """Make a surrogate primary key."""
    return Column("id", BIG, primary_key=True, autoincrement=True)


def link(name: str, target: str, *, null: bool = False, index: bool = False) -> Column[Any]:
    """Make a reference to another table's key; orphans are refused by the database."""
    return Column(name, BIG, ForeignKey(target), nullable=null, index=index)


def fact(*, index: bool = False) -> Column[Any]:
    """Make the reference to the fact that said this row: who, when, where."""
    return link("fact", "facts.sequence", index=index)


def text(name: str, default: str = "") -> Column[Any]:
    """Make a text column that is never null."""
    return Column(name, Text, nullable=False, server_default=default)


def whole(name: str, *, null: bool = False) -> Column[Any]:
    """Make a whole-number column."""
    return Column(name, BigInteger, nullable=null)


def counted(name: str) -> Column[Any]:
    """Make a whole-number column that is 1 where nobody says otherwise."""
    return Column(name, BigInteger, nullable=False, server_default="1")


def traced() -> tuple[Column[Any], Column[Any], Column[Any]]:
    """Make lot, expiry day and serial; each is "" where the unit has none."""
    return (
        text("lot"),
        Column("expires_on", Day, nullable=False, server_default=""),
        text("serial"),
    )


def new_key(done: CursorResult[Any]) -> int:
    """Return the key that an insert of one row was given."""
    given: Any = done.inserted_primary_key
    return int(given[0])
