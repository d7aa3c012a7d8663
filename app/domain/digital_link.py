"""GS1 Digital Link URIs taken apart: a web address that names an item.  Pure; nothing is opened.

biip ignores what it does not know and takes the last of what comes twice; the syntax engine of
GS1 refuses both, and so do we.  The forms of the values are biip's, as for element strings.
Source: GS1 Digital Link Standard, URI Syntax; GS1 Barcode Syntax Dictionary (``dlpkey``, ``?``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_plus

from app.domain.barcode import gtin_key, is_digits
from app.domain.gs1 import Defect, Element, Fault, read_element, repeated_ai

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(
    rf"(?:https?|HTTPS?)://(?P<host>{_LABEL}(?:\.{_LABEL})*\.?|\[[0-9A-Fa-f:.]+\])"
    r"(?::(?P<port>[0-9]{1,5}))?/(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?(?:#.*)?"
)
_CHARACTERS = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")  # RFC 3986, section 2
_LARGEST_PORT = 65_535
_GS1_HOST = "id.gs1.org"
_COMPRESSED = re.compile(r"(?!\d+$)[A-Za-z0-9_-]{8,}")

_OF_GTIN = ("22", "10", "21")
_ALONE = dict.fromkeys(("00", "253", "255", "401", "402", "8003", "8013"), ((),))
_QUALIFIERS: dict[str, tuple[tuple[str, ...], ...]] = {  # key → what may follow it, in that order
    "01": (_OF_GTIN, ("235",)), "8006": (_OF_GTIN,), "414": (("254",), ("7040",)),
    "415": (("8020",),), "417": (("7040",),), "8004": (("7040",),), "8010": (("8011",),),
    "8017": (("8019",),), "8018": (("8019",),), **_ALONE,
}  # fmt: skip
_NEVER_IN_QUERY = frozenset(
    {"03", "21", "22", "235", "254", "7040", "7041", "8011", "8014", "8019", "8020", "8040"}
    | {"8041", "8042", "8043", "8200"}
)
_ALIASES = {  # the words of version 1.1, which labels still carry
    "gtin": "01", "cpv": "22", "lot": "10", "ser": "21", "sscc": "00", "itip": "8006",
    "gln": "414", "glnx": "254", "payTo": "415", "refNo": "8020", "gmn": "8013", "cpid": "8010",
    "cpsn": "8011", "gsrnp": "8017", "gsrn": "8018", "srin": "8019", "gcn": "255", "gdti": "253",
    "ginc": "401", "gsin": "402", "grai": "8003", "giai": "8004",
}  # fmt: skip


def read_link(code: str) -> tuple[Element, ...] | Defect | None:
    """Return the elements of a Digital Link, its defect, or None for any other text or address.

    The key is the last one in the path, so that any path may stand before it.  GTINs of 8, 12 or
    13 digits are padded to 14.  Check digits are not looked at here, as in ``read_elements``.
    """
    address = _ADDRESS.fullmatch(code) if _CHARACTERS.fullmatch(code) else None
    if address is None or not 0 < int(address["port"] or 80) <= _LARGEST_PORT:
        return None
    start = address.start("path")
    pairs = _pairs_from_key(address["path"].split("/"), start)
    if pairs is None:
        return _compressed(address["host"], address["path"], start)
    in_path = [read_element(ai, _value(ai, unquote(text)), at) for ai, text, at in pairs]
    if found := _first_defect(in_path) or _misplaced(pairs):
        return found
    in_query = _attributes(address["query"] or "", address.start("query"), {p[0] for p in pairs})
    elements = [*in_path, *in_query]
    good = tuple(element for element in elements if isinstance(element, Element))
    return _first_defect(elements) or repeated_ai(good) or good


def _pairs_from_key(segments: list[str], start: int) -> list[tuple[str, str, int]] | None:
    """Cut a path into (AI, value, place) from its last key on; None where none stands there."""
    places = [start]
    for segment in segments:
        places.append(places[-1] + len(segment) + 1)
    pairs: list[tuple[str, str, int]] = []
    for at in range(len(segments) - 2, -1, -2):
        ai = _ALIASES.get(segments[at], segments[at])
        if not is_digits(ai):
            return None
        pairs.insert(0, (ai, segments[at + 1], places[at]))
        if ai in _QUALIFIERS:
            return pairs
    return None


def _misplaced(pairs: list[tuple[str, str, int]]) -> Defect | None:
    """Return the first qualifier that may not stand where it does."""
    ways = _QUALIFIERS[pairs[0][0]]
    named = [ai for ai, _text, _at in pairs[1:]]
    for count, (ai, _text, at) in enumerate(pairs[1:], 1):
        if not any(_is_in_order(named[:count], way) for way in ways):
            return Defect(Fault.MISPLACED_AI, at, ai)
    return None


def _is_in_order(named: list[str], way: tuple[str, ...]) -> bool:
    rest = iter(way)
    return all(ai in rest for ai in named)


def _attributes(query: str, start: int, in_path: set[str]) -> Iterator[Element | Defect]:
    """Read the query's AIs; words, and what has no value, are somebody else's business."""
    at = start
    for part in query.split("&") if query else ():
        name, equals, text = part.partition("=")
        if equals and is_digits(name):
            if name in in_path:
                yield Defect(Fault.REPEATED_AI, at, name)
            elif name in _NEVER_IN_QUERY:
                yield Defect(Fault.MISPLACED_AI, at, name)
            else:
                yield read_element(name, _value(name, unquote_plus(text)), at)
        at += len(part) + 1


def _value(ai: str, text: str) -> str:
    return (gtin_key(text) or text) if ai == "01" else text


def _first_defect(elements: Iterable[Element | Defect]) -> Defect | None:
    return next((found for found in elements if isinstance(found, Defect)), None)


def _compressed(host: str, path: str, at: int) -> Defect | None:
    """Tell an address at GS1 that names no key: the whole of it, or its end, is compressed."""
    is_one = host.lower() == _GS1_HOST and _COMPRESSED.fullmatch(path.rsplit("/", 1)[-1])
    return Defect(Fault.COMPRESSED, at) if is_one else None
