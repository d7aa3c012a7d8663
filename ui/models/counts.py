"""A number with the words that say what it counts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """``value`` is ready to show; ``state`` is ``ok info warn bad`` or "" for plain ink."""

    value: str
    words: str
    state: str = ""
