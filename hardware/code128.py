"""A number as Code 128 bars, drawn as vectors."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from barcode import EAN13, Code128
from barcode.charsets import code128 as charset
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from app.domain.barcode import GS, check_digit_holds, is_digits

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

FNC1: Final = 102  # its value in every set (ISO/IEC 15417)
LAST_BAR: Final = "11"
BAR_HEIGHT: Final = 14 * mm
WRITTEN_FNC1: Final = "\xf1"  # as python-barcode reads it
EAN_LENGTH: Final = 13
QUIET: Final = 10  # modules of white on either side (ISO/IEC 15417)
GOOD_X: Final = 0.375 * mm  # 3 dots at 203 dpi
SMALL_X: Final = 0.33 * mm
LEAST_X: Final = 0.254 * mm  # 10 mil: the narrowest that still reads from a 203 dpi printer


def modules(number: str) -> str:
    """Return the modules as "1" for a bar and "0" for white, without quiet zones; "" if none.

    Only printable ASCII is taken: python-barcode would turn U+00F1 to U+00F4 into function codes.
    """
    if not number or not number.isascii() or not number.isprintable():
        return ""
    return str(Code128(number).build()[0])


def gs1_modules(elements: str) -> str:
    """Return the modules of a GS1-128 symbol of an even number of digits: FNC1, then set C alone.

    GS1 General Specifications 5.4.  Raises ValueError for anything but pairs of digits.
    """
    if len(elements) % 2 or not (elements.isascii() and elements.isdigit()):
        raise ValueError(f"not pairs of digits: {elements!r}")
    pairs = [int(elements[at : at + 2]) for at in range(0, len(elements), 2)]
    values = [charset.START_CODES["C"], FNC1, *pairs]
    check = values[0] + sum(place * value for place, value in enumerate(values) if place)
    shown = "".join(charset.CODES[value] for value in (*values, check % 103))
    return f"{shown}{charset.STOP}{LAST_BAR}"


def modules_gs1(code: str) -> str:
    """Return the modules of a GS1-128: FNC1 first, and where GS stands; "" as ``modules``."""
    parts = code.split(GS)
    if not all(modules(part) for part in parts):
        return ""
    return str(Code128(WRITTEN_FNC1 + WRITTEN_FNC1.join(parts)).build()[0])


def modules_ean(digits: str) -> str:
    """Return the 95 modules of an EAN-13; "" for what is none, or has a wrong check digit."""
    is_ean = len(digits) == EAN_LENGTH and is_digits(digits) and check_digit_holds(digits)
    return str(EAN13(digits).build()[0]) if is_ean else ""


class Bars(Flowable):
    """Bars 14 mm high whose first bar stands at the left edge; the quiet zones are the caller's."""

    def __init__(self, pattern: str, x: float) -> None:
        """Take a module string and the width of one module in points."""
        super().__init__()
        self.pattern, self.x = pattern, x

    def wrap(self, _avail_width: float, _avail_height: float) -> tuple[float, float]:
        """Return the width and height of the bars in points."""
        self.width, self.height = len(self.pattern) * self.x, BAR_HEIGHT
        return self.width, self.height

    def draw(self) -> None:
        """Draw the bars from the origin."""
        draw_bars(self.canv, self.pattern, self.x, 0, 0)


def draw_bars(
    canvas: Canvas,
    pattern: str,
    x: float,
    left: float,
    bottom: float,
    height: float = BAR_HEIGHT,
) -> None:
    """Fill all bars as one path."""
    path = canvas.beginPath()
    place = 0
    for kind, group in groupby(pattern):
        size = len(list(group))
        if kind == "1":
            path.rect(left + place * x, bottom, size * x, height)
        place += size
    canvas.drawPath(path, stroke=0, fill=1)
