"""Quantities as people and files write them: whole base units (each), in plain ASCII digits.

``int`` would take ``1_000``, ``+1`` and the digits of every script; this takes none of them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from app.domain.errors import BadValueError

MAX_QUANTITY = 1_000_000_000

_FORM = re.compile(r"[0-9]{1,10}", re.ASCII)


def parse_quantity(text: str, least: int = 0) -> int:
    """Return ``text`` (one to ten ASCII digits, nothing else) as a number, least to 10^9.

    Raises BadValueError: ``not_a_number``, ``too_small`` or ``too_large``.
    """
    number = _whole(text)
    if number is None:
        raise BadValueError("not_a_number", value=text)
    if number < least:
        raise BadValueError("too_small", value=text, least=least)
    if number > MAX_QUANTITY:
        raise BadValueError("too_large", value=text, most=MAX_QUANTITY)
    return number


@lru_cache(4096)  # a file of a million rows has few different ones
def _whole(text: str) -> int | None:
    return int(text) if _FORM.fullmatch(text) else None
