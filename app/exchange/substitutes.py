"""The column ``substitutes``: ``TEA-50;TEA-25*4;CRATE*1/6``.

``TEA-25*4``: four units of TEA-25 stand in for one; ``CRATE*1/6``: one CRATE for six; without a
ratio one for one.  What is a SKU as it stands is that product, whatever signs it has.
"""

from __future__ import annotations

import re
from math import gcd
from typing import TYPE_CHECKING, Final

from app.domain.quantity import MAX_QUANTITY
from app.exchange.rows import Substitute

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

_RATIO: Final = re.compile(r" *([0-9]{1,10}) *(?:/ *([0-9]{1,10}))?", re.ASCII)


class BadSubstituteError(ValueError):
    """An entry that cannot be understood; ``code`` names the finding, ``value`` what is wrong."""

    def __init__(self, code: str, value: str) -> None:
        super().__init__(value)
        self.code, self.value = code, value


def split_substitutes(text: str) -> tuple[str, ...]:
    """Return the entries of the column, each once."""
    return tuple(dict.fromkeys(filter(None, map(str.strip, text.split(";")))))


def read_substitutes(entries: Iterable[str], known: Container[str]) -> tuple[Substitute, ...]:
    """Return what entries name among known SKUs, in its lowest terms.

    Raises BadSubstituteError: ``unknown_sku``, ``bad_ratio`` (not whole, 0 or too large), or
    ``two_ratios`` of one product.
    """
    found: dict[str, Substitute] = {}
    for entry in entries:
        one = _read(entry, known)
        if found.setdefault(one.sku, one) != one:
            raise BadSubstituteError("two_ratios", one.sku)
    return tuple(found.values())


def _read(entry: str, known: Container[str]) -> Substitute:
    if entry in known:
        return Substitute(entry)
    sku, sign, said = entry.rpartition("*")
    sku = sku.rstrip()
    if not sign or sku not in known:
        raise BadSubstituteError("unknown_sku", sku or entry)
    ratio = _RATIO.fullmatch(said)
    units, replaces = (int(ratio[1]), int(ratio[2] or 1)) if ratio else (0, 0)
    if not (0 < units <= MAX_QUANTITY and 0 < replaces <= MAX_QUANTITY):
        raise BadSubstituteError("bad_ratio", entry)
    least = gcd(units, replaces)
    return Substitute(sku, units // least, replaces // least)


def substitutes_text(substitutes: Iterable[Substitute], known: Container[str]) -> str:
    """Write the column, so that it is read again as it was, whatever SKUs are known."""
    return ";".join(_text(one, known) for one in substitutes)


def _text(one: Substitute, known: Container[str]) -> str:
    sku, units, replaces = one
    if (units, replaces) == (1, 1):
        return sku
    short = f"{sku}*{units}"
    return short if replaces == 1 and short not in known else f"{short}/{replaces}"
