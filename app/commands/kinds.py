"""What arguments and options may be; a bad one is wrong usage, exit code 2."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from app.domain.errors import BadValueError
from app.domain.instants import parse_day, parse_instant
from app.domain.quantity import MAX_QUANTITY, parse_quantity
from app.texts import sentence

if TYPE_CHECKING:
    from datetime import tzinfo

    from click import Context, Parameter

LONGEST_NAME: Final = 100  # characters of a person's or a station's name
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")
_OUR_SCHEMES: Final = frozenset({"sqlite", "postgresql", "postgresql+psycopg"})
LONGEST_WORK: Final = timedelta(minutes=10)
_TIME_LIMIT: Final = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,3})?)(m(?=s))?s", re.ASCII)
_HORIZON: Final = re.compile(r"([0-9]{1,5})([dhDH])")


class Said(click.ParamType[str]):
    """Text from the command line with halves of characters replaced: no database keeps those."""

    name = "text"

    def convert(self, value: str, param: Parameter | None, ctx: Context | None) -> str:
        """Return the text."""
        return value.encode("utf-8", "replace").decode("utf-8")


class Name(Said):
    """The name of a person or a station: one printable line."""

    name = "name"

    def convert(self, value: str, param: Parameter | None, ctx: Context | None) -> str:
        """Return the name without blanks around it."""
        text = super().convert(value, param, ctx).strip()
        if not text or not text.isprintable() or len(text) > LONGEST_NAME:
            self.fail(f"{value!r} is no name", param, ctx)
        return text


class Place(click.ParamType[str]):
    """The path of a SQLite file, or the URL of a database."""

    name = "path_or_url"

    def convert(self, value: str, param: Parameter | None, ctx: Context | None) -> str:
        """Return it as typed."""
        scheme = _SCHEME.match(value)
        foreign = scheme and scheme[1].lower() not in _OUR_SCHEMES
        if not value.strip() or foreign or not _is_text(value):
            self.fail(f"{value!r} is neither a path nor sqlite:// nor postgresql://", param, ctx)
        return value


class InstantText(click.ParamType[str]):
    """An ISO 8601 instant whose offset may be missing; it is completed once the site is known."""

    name = "instant"

    def convert(self, value: str, param: Parameter | None, ctx: Context | None) -> str:
        """Return it as typed when it has the form."""
        text = value.strip()
        try:
            parse_instant(text, UTC)
        except BadValueError as error:
            self.fail(sentence(error.code, **error.data), param, ctx)
        return text


class Day(click.ParamType[date]):
    """A calendar day, ISO 8601."""

    name = "date"

    def convert(self, value: str | date, param: Parameter | None, ctx: Context | None) -> date:
        """Return the day."""
        try:
            return value if isinstance(value, date) else parse_day(value.strip())
        except BadValueError as error:
            self.fail(sentence(error.code, **error.data), param, ctx)


class Horizon(click.ParamType[timedelta]):
    """How far the plan looks ahead: ``7d`` or ``36h``."""

    name = "horizon"

    def convert(
        self, value: str | timedelta, param: Parameter | None, ctx: Context | None
    ) -> timedelta:
        """Return the span; days have 24 hours."""
        if isinstance(value, timedelta):
            return value
        found = _HORIZON.fullmatch(value.strip())
        if found is None:
            self.fail(f"{value!r} is no horizon: write it like 7d or 36h", param, ctx)
        hours = int(found[1]) * (24 if found[2] in "dD" else 1)
        return timedelta(hours=hours)


class TimeLimit(click.ParamType[timedelta]):
    """How long something may be worked on: ``2s``, ``0.5s``, ``500ms``; up to ten minutes."""

    name = "time_limit"

    def convert(
        self, value: str | timedelta, param: Parameter | None, ctx: Context | None
    ) -> timedelta:
        """Return the span."""
        if isinstance(value, timedelta):
            return value
        found = _TIME_LIMIT.fullmatch(value.strip())
        span = timedelta(0)
        if found is not None:
            span = timedelta(milliseconds=float(found[1]) * (1 if found[2] else 1000))
        if not timedelta(0) < span <= LONGEST_WORK:
            self.fail(f"{value!r} is no time limit: write it like 2s or 500ms", param, ctx)
        return span


class Units(click.ParamType[int]):
    """Whole units (each), 1 to 1,000,000,000, in plain ASCII digits."""

    name = "units"

    def convert(self, value: str | int, param: Parameter | None, ctx: Context | None) -> int:
        """Return the number."""
        try:
            return value if isinstance(value, int) else parse_quantity(value.strip(), 1)
        except BadValueError:
            self.fail(f"{value!r} is no quantity from 1 to {MAX_QUANTITY}", param, ctx)


class NewFile(click.ParamType[Path]):
    """A file to be written: a regular one, or none yet; never a device, a link or a folder."""

    name = "file"

    def convert(self, value: str | Path, param: Parameter | None, ctx: Context | None) -> Path:
        """Return the path."""
        path = Path(value)
        if path.is_symlink() or (path.exists() and not path.is_file()) or not path.name:
            self.fail(f"{str(value)!r} is no file that can be written anew", param, ctx)
        if not path.parent.is_dir():
            self.fail(f"there is no folder {str(path.parent)!r}", param, ctx)
        return path


def _is_text(value: str) -> bool:
    """Tell whether the system understood the bytes as text; the database takes no other path."""
    return value.encode("utf-8", "replace").decode() == value


def instant_at(text: str, zone: tzinfo, option: str) -> datetime:
    """Return the instant that an option means at the site, aware, in UTC.

    Raises click.BadParameter where the site's clocks skip it.
    """
    try:
        return parse_instant(text, zone)
    except BadValueError as error:
        raise click.BadParameter(
            sentence(error.code, **error.data), param_hint=f"'{option}'"
        ) from error
