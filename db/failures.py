"""Turns what a database driver throws into the floor's own errors: what it means for a person."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from app.domain.errors import TroubleError

if TYPE_CHECKING:
    from collections.abc import Iterator

_SQLITE: Final = (  # what SQLite's messages contain; the first that fits
    ("locked", "database_busy"),
    ("busy", "database_busy"),
    ("full", "database_full"),
    ("disk i/o error", "database_disk"),
    ("readonly", "database_read_only"),
    ("unable to open", "database_not_opened"),
    ("not a database", "not_our_file"),
    ("malformed", "database_damaged"),
)
_POSTGRESQL: Final = {  # SQLSTATE classes and codes (PostgreSQL manual, appendix A)
    "40001": "database_conflict",
    "40P01": "database_conflict",
    "55P03": "database_busy",
    "25006": "database_read_only",
    "53100": "database_full",
    "53": "database_unreachable",
    "57P": "database_lost",
    "08": "database_lost",
}
_OUR_MISTAKES: Final = (
    "no such ",
    "near ",
    "table ",
    "ambiguous ",
)  # SQLite calls them operational
_PASSING: Final = frozenset({"database_busy", "database_conflict", "database_lost"})


@contextmanager
def troubles() -> Iterator[None]:
    """Raise TroubleError for what the machine, and not the program, did wrong."""
    try:
        yield
    except DBAPIError as error:
        code = trouble_code(error)
        if code is None:
            raise
        data = {"detail": _first_line(error.orig or error), "where": ""}
        raise TroubleError(code, passing=code in _PASSING, **data) from error


@contextmanager
def address_troubles() -> Iterator[None]:
    """Raise TroubleError where what was given is no address of a database."""
    try:
        yield
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise TroubleError("bad_database_url", detail=_first_line(error)) from error


def trouble_code(error: DBAPIError) -> str | None:
    """Name the trouble, None where the statement itself was wrong."""
    if state := getattr(error.orig, "sqlstate", None):
        found = (_POSTGRESQL.get(state[:length]) for length in (5, 3, 2))
        return next(filter(None, found), _rest(error))
    if error.connection_invalidated:
        return "database_lost"
    said = str(error.orig).lower()
    if type(error.orig).__module__.startswith("psycopg"):
        return "database_unreachable" if isinstance(error, OperationalError) else None
    return next((code for words, code in _SQLITE if words in said), _rest(error))


def _rest(error: DBAPIError) -> str | None:
    wrong_statement = str(error.orig).startswith(_OUR_MISTAKES)
    is_trouble = isinstance(error, OperationalError) and not wrong_statement
    return "database_refused" if is_trouble else None


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
