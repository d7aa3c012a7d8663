"""Reads single cells: a blank is the default, and what is wrong is noted, not raised."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from app.domain.barcode import LONGEST_CODE
from app.domain.errors import BadValueError
from app.domain.instants import parse_day, parse_instant
from app.domain.quantity import parse_quantity
from app.exchange.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Container
    from datetime import date, datetime, tzinfo

_ENOUGH = 10_000  # instants remembered; rows of one order repeat theirs

Number = TypeVar("Number", int, int | None)
Moment = TypeVar("Moment", bound="datetime | None")


class Cells:
    """The cells of one row after another; ``bad`` collects what is wrong, ``doubts`` the warnings.

    ``zone`` is the site's time zone, for instants with no offset.
    """

    def __init__(self, zone: tzinfo) -> None:
        self.line = 0
        self.bad: list[Finding] = []
        self.doubts: list[Finding] = []
        self._zone = zone
        self._instants: dict[str, datetime | BadValueError] = {}

    def note(self, column: str, code: str, **data: object) -> None:
        """Note what is wrong with the row."""
        self.bad.append(Finding(self.line, column, code, data))

    def doubt(self, column: str, code: str, **data: object) -> None:
        """Note what is taken as it is, with a warning."""
        self.doubts.append(Finding(self.line, column, code, data))

    def needed(self, column: str, text: str) -> str:
        """Return a text that may not be blank: a key."""
        if not text:
            self.note(column, "blank")
        return self.code(column, text)

    def code(self, column: str, text: str) -> str:
        """Return a text that is found by scanning or typing it: of at most LONGEST_CODE characters.

        A longer one could never be scanned, and not every database can look it up.
        """
        if len(text) > LONGEST_CODE:
            self.note(column, "too_long", length=len(text), most=LONGEST_CODE)
        return text

    def one_of(self, column: str, text: str, known: Container[str], code: str) -> str:
        """Return a text that must be one of those known, in its own spelling."""
        if text not in known:
            self.note(column, code, value=text)
        return text

    def word(self, column: str, text: str, words: tuple[str, ...], default: str = "") -> str:
        """Return one of a few words, in any case; blank is the default where there is one."""
        word = text.lower() or default
        if word not in words:
            self.note(column, "unknown_word", value=text, words=words)
        return word

    def number(self, column: str, text: str, default: Number, least: int = 0) -> int | Number:
        """Return a quantity of at least ``least``; blank is the default."""
        return self.needed_number(column, text, least) if text else default

    def needed_number(self, column: str, text: str, least: int = 0) -> int:
        """Return a quantity that may not be blank; 0 where it is bad."""
        try:
            return parse_quantity(text, least)
        except BadValueError as error:
            self.note(column, error.code, **error.data)
            return 0

    def instant(self, column: str, text: str, default: Moment) -> datetime | Moment:
        """Return an instant; blank is the default."""
        if not text:
            return default
        found = self._instant(text)
        if isinstance(found, BadValueError):
            self.note(column, found.code, **found.data)
            return default
        return found

    def needed_instant(self, column: str, text: str, stand_in: datetime) -> datetime:
        """Return an instant that may not be blank; the stand-in where it is bad."""
        if not text:
            self.note(column, "bad_instant", value=text)
        return self.instant(column, text, stand_in)

    def _instant(self, text: str) -> datetime | BadValueError:
        found = self._instants.get(text)
        if found is None:
            if len(self._instants) >= _ENOUGH:
                self._instants.clear()
            try:
                found = parse_instant(text, self._zone)
            except BadValueError as error:
                found = error
            self._instants[text] = found
        return found

    def day(self, column: str, text: str) -> date | None:
        """Return a calendar day, None where blank."""
        if not text:
            return None
        try:
            return parse_day(text)
        except BadValueError as error:
            self.note(column, error.code, **error.data)
            return None


def yes_or_no(cells: Cells, column: str, text: str, *, default: bool) -> bool:
    """Read yes or no, in any case."""
    return cells.word(column, text, ("yes", "no"), "yes" if default else "no") == "yes"
