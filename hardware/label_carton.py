"""A carton's GS1 logistic label as a PDF page of 100 × 150 mm.

GS1 General Specifications 6.6 and the GS1 Logistic Label Guideline: the carrier's part above, the
customer's below it, the supplier's last; in it the SSCC in words, and its bars lowest of all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib.units import mm

from app.domain.documents import printable
from app.texts.labels import say
from hardware.code128 import draw_bars, gs1_modules
from hardware.label_face import CARTON_HIGH_MM, WIDE_MM
from hardware.slip_sheet import RULE, draw_at
from hardware.text_block import Style

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from app.domain.labels import CartonLabel
    from hardware.slip_sheet import Setting

SSCC_X: Final = 0.5 * mm  # 4 dots at 203 dpi, 6 at 300; GS1 asks for 0.495 mm at least
SSCC_HIGH: Final = 32 * mm  # GS1 asks for 31.75 mm at least
EDGE: Final = 4 * mm
NAME: Final = Style(7, 9, bold=True)
FROM_LINE: Final = Style(8.5, 10.5)
TO_NAME: Final = Style(15, 18, bold=True)
TO_LINE: Final = Style(11, 13)
FACT: Final = Style(13, 16, bold=True)
COUNT: Final = Style(22, 25, bold=True)
NUMBER: Final = Style(14, 17, bold=True)
HUMAN: Final = Style(10.5, 13)
CARRIER_HIGH, CUSTOMER_HIGH, GOODS_HIGH = 24 * mm, 42 * mm, 22 * mm


def draw_carton(canvas: Canvas, setting: Setting, label: CartonLabel) -> None:
    """Draw one label on a page of its size."""
    top = CARTON_HIGH_MM * mm - EDGE + 3
    width = WIDE_MM * mm - 2 * EDGE
    wide = width * 0.62 if label.carrier else width
    _draw_part(canvas, setting, "from", label.ship_from, (FROM_LINE, FROM_LINE), (EDGE, top, wide))
    if label.carrier:
        side = (EDGE + wide + 6, top, width - wide - 6)
        _draw_part(canvas, setting, "carrier", (label.carrier,), (FACT, FACT), side)
    top = _rule(canvas, top - CARRIER_HIGH, width)
    _draw_part(canvas, setting, "to", label.ship_to, (TO_NAME, TO_LINE), (EDGE, top, width))
    top = _rule(canvas, top - CUSTOMER_HIGH, width)
    third = width / 3
    carton = say("carton_of", carton=label.carton, cartons=label.cartons)
    facts = (("order", label.order, FACT), ("shipment", label.shipment, FACT))
    for place, (name, text, style) in enumerate((*facts, ("carton", carton, COUNT))):
        where = (EDGE + place * third, top, third - 6)
        _draw_part(canvas, setting, name, (text,), (style, style), where)
    _draw_sscc(canvas, setting, label.sscc, _rule(canvas, top - GOODS_HIGH, width))


def _draw_sscc(canvas: Canvas, setting: Setting, sscc: str, top: float) -> None:
    """Draw the SSCC in words and below it as GS1-128, its own reading under the bars."""
    width = WIDE_MM * mm
    pattern = gs1_modules(f"00{sscc}")
    left = (width - len(pattern) * SSCC_X) / 2
    top -= draw_at(canvas, setting.text(say("sscc"), NAME), EDGE, top, width - 2 * EDGE)
    draw_at(canvas, setting.text(sscc, NUMBER), EDGE, top, width - 2 * EDGE)
    bottom = EDGE + HUMAN.leading
    draw_bars(canvas, pattern, SSCC_X, left, bottom, SSCC_HIGH)
    draw_at(canvas, setting.text(f"(00) {sscc}", HUMAN), left, bottom, width - left)


def _draw_part(
    canvas: Canvas,
    setting: Setting,
    name: str,
    lines: tuple[str, ...],
    styles: tuple[Style, Style],
    where: tuple[float, float, float],
) -> None:
    """Draw a title with lines below it; ``where`` is left, top and width in points."""
    left, top, width = where
    top -= draw_at(canvas, setting.text(say(name), NAME), left, top, width)
    for place, line in enumerate(lines):
        block = setting.text(printable(line), styles[bool(place)], wanted=1, most=1 if place else 2)
        top -= draw_at(canvas, block, left, top, width)


def _rule(canvas: Canvas, at: float, width: float) -> float:
    canvas.setLineWidth(RULE)
    canvas.line(EDGE, at, EDGE + width, at)
    return at - 1
