"""The site's logo: greyed, brought to size, and never a reason for not printing."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Final

from PIL import Image
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from hardware.slip_words import no_logo

if TYPE_CHECKING:
    from hardware.slip_sheet import Sheet

WIDEST, HIGHEST = 42 * mm, 15 * mm
_DOTS_A_POINT: Final = 300 / 72
_MOST_PIXELS: Final = 40_000_000
_BOMBS: Final = (Image.DecompressionBombWarning, Image.DecompressionBombError)


def logo_of(sheet: Sheet) -> ImageReader | None:
    """Return the slip's logo as it is drawn; None, with a warning where there should be one."""
    slip = sheet.slip
    if slip.logo_trouble:
        sheet.warnings.append(no_logo(slip.logo_trouble))
    if not slip.logo:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _greyed(slip.picture)
    except (OSError, ValueError, SyntaxError, EOFError, *_BOMBS):
        sheet.warnings.append(no_logo("broken"))
        return None


def logo_size(logo: ImageReader) -> tuple[float, float]:
    """Return width and height in points that fit the logo's room."""
    wide, high = logo.getSize()
    scale = min(WIDEST / wide, HIGHEST / high)
    return wide * scale, high * scale


def _greyed(content: bytes) -> ImageReader:
    """Return the picture in grey on white, no finer than 300 dots an inch."""
    with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
        if picture.width * picture.height > _MOST_PIXELS:
            raise ValueError("too many pixels")
        drawn = picture.convert("RGBA")
    drawn.thumbnail((int(WIDEST * _DOTS_A_POINT), int(HIGHEST * _DOTS_A_POINT)))
    paper = Image.new("RGBA", drawn.size, "white")
    paper.alpha_composite(drawn)
    return ImageReader(paper.convert("L"))
