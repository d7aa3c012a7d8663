"""Fills sentences in; ``{n:units}``, ``{n:orders}`` and ``{n:are}`` agree with the number."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NOUNS = {
    "codes": "code",
    "days": "day",
    "doors": "door",
    "units": "unit",
    "lines": "line",
    "orders": "order",
    "pickups": "pickup",
    "promises": "promise",
    "shipments": "shipment",
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
