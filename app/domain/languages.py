"""The languages in which papers for customers are written, and whose word counts."""

from __future__ import annotations

from typing import Final

from app.domain.errors import BadValueError

LANGUAGES: Final = ("en", "es", "de", "fr")  # ISO 639-1
DEFAULT: Final = "default"  # ends what was said for a customer


def parse_language(text: str) -> str:
    """Read one of ``LANGUAGES`` in any case; else BadValueError."""
    if (word := text.strip().lower()) not in LANGUAGES:
        raise BadValueError("bad_language", value=text, known=", ".join(LANGUAGES))
    return word
