"""Fills sentences in; ``{n:units}``, ``{n:orders}`` and ``{n:are}`` agree with the number."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime, tzinfo

MOST_NAMED = 3

NOUNS = {
    "cartons": "carton",
    "codes": "code",
    "days": "day",
    "doors": "door",
    "units": "unit",
    "lines": "line",
    "orders": "order",
    "pallets": "pallet",
    "papers": "paper",
    "pickups": "pickup",
    "promises": "promise",
    "shipments": "shipment",
    "totes": "tote",
    "trucks": "truck",
}
VERBS = {
    "are": "is",
    "were": "was",
    "break": "breaks",
    "gain": "gains",
    "go": "goes",
    "have": "has",
    "lose": "loses",
    "miss": "misses",
    "pass": "passes",
    "run": "runs",
    "stay": "stays",
    "wait": "waits",
}


class _Wording(string.Formatter):
    """Knows nouns and verbs as format specs of whole numbers."""

    def format_field(self, value: object, format_spec: str) -> str:
        """Write ``1 unit``, ``2 units``; ``is``, ``are``; anything else as Python does."""
        if format_spec in NOUNS:
            return f"{value} {NOUNS[format_spec] if value == 1 else format_spec}"
        if format_spec in VERBS:
            return VERBS[format_spec] if value == 1 else format_spec
        return str(super().format_field(value, format_spec))


def fill(template: str, data: Mapping[str, object]) -> str:
    """Return the template with its data; KeyError where a name is missing."""
    return _Wording().vformat(template, (), data)


def listed(parts: Sequence[str]) -> str:
    """Join all parts as a person says them."""
    if len(parts) < 2:
        return "".join(parts)
    return "{first} and {last}".format(first=", ".join(parts[:-1]), last=parts[-1])


def few(parts: Sequence[str]) -> str:
    """Name the first few parts, and count the others."""
    if len(parts) <= MOST_NAMED:
        return listed(parts)
    more = len(parts) - MOST_NAMED
    return "{named} and {more} more".format(named=", ".join(parts[:MOST_NAMED]), more=more)


def day_words(day: date) -> str:
    """Write a day of this year: "4 Mar"."""
    return f"{day.day} {day:%b}"


def weekday_words(day: date) -> str:
    """Write a day that is near: "Wed 4 Mar"."""
    return f"{day:%a} {day_words(day)}"


def instant_words(at: datetime, zone: tzinfo) -> str:
    """Write an instant in the site's zone: "4 Mar 2026 08:00"."""
    local = at.astimezone(zone)
    return f"{day_words(local)} {local:%Y %H:%M}"
