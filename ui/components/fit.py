"""Large words made to fit: a little smaller, never below 48 pt, then over two lines."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ui.paint import text_width
from ui.tokens import INSTRUCTION_MIN_PX, Density, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from ui.theme import Look

BREAKS = re.compile(r"[ \t\r\n]+")  # not at a no-break space


def fitting_font(
    look: Look,
    style: Style,
    text: str,
    room: float,
    *,
    tallest: int = 0,
    smallest: int = INSTRUCTION_MIN_PX,
    code: bool = False,
) -> QFont:
    """The floor font of a style, made smaller until ``text`` fits ``room`` px.

    Not above ``tallest`` px (0: the style's own) and not below ``smallest`` px: what does not
    fit then has to break.
    """
    px = look.px(style, Density.FLOOR)
    px = min(px, tallest) if tallest else px
    font = look.font(style, Density.FLOOR, code=code, px=max(px, smallest))
    wide = text_width(font, text)
    while wide > room and font.pixelSize() > smallest:
        px = max(smallest, min(font.pixelSize() - 2, int(font.pixelSize() * room / wide)))
        font = look.font(style, Density.FLOOR, code=code, px=px)
        wide = text_width(font, text)
    return font


def break_in_two(text: str) -> tuple[str, str]:
    """Split at the blank or hyphen nearest to the middle; in the middle where there is none."""
    places = [match.end() for match in re.finditer(r"[ \-/]", text[:-1])]
    middle = len(text) / 2
    at = min(places, key=lambda place: abs(place - middle), default=round(middle))
    return text[:at].rstrip(), text[at:]


def wrapped(font: QFont, text: str, room: float) -> list[str]:
    """Lines of whole words that fit ``room`` px; a word longer than a line stands alone.

    A no-break space keeps what it joins on one line.
    """
    return list(_wrapped(font, text, round(room)))


@lru_cache(maxsize=1024)
def _wrapped(font: QFont, text: str, room: int) -> tuple[str, ...]:
    lines: list[str] = []
    for word in filter(None, BREAKS.split(text)):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(font, longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
