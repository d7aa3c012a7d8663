"""Labels as ZPL II, the language of label printers (Zebra ZPL II Programming Guide).

UTF-8 (``^CI28``).  What a name holds can end no field and begin no command: ``^``, ``~``, the
escape sign itself and control characters are written as hex (``^FH``).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from app.domain.documents import printable
from app.domain.labels import CartonLabel
from app.texts.labels import say
from hardware import slip_words
from hardware.code128 import QUIET, modules
from hardware.fonts import spelt_out
from hardware.label_face import CARTON_HIGH_MM, HIGH_MM, WIDE_MM, face_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.labels import Label
    from hardware.label_face import Face

EDGE_MM: Final = 3.2
LEAST_SIZE: Final = 0.6  # of what a text is wanted in; past that it is cut
GOOD_DOTS: Final = {203: 3, 300: 4}  # of the narrowest bar: 0.375 and 0.339 mm
LEAST_DOTS: Final = {203: 2, 300: 3}
SSCC_DOTS: Final = {203: 4, 300: 6}  # 0.501 and 0.508 mm; GS1 asks for 0.495 mm at least
LAST_LATIN: Final = 0x52F  # a printer's own font has Latin, Greek and Cyrillic letters
_MARKS: Final = range(0x2010, 0x2027)  # dashes, quotation marks, the ellipsis
_INVOKED: Final = {">": ">0", "^": "><", "~": ">="}  # signs of set B that ZPL takes for its own


@dataclass
class _Sheet:
    """One label as its commands gather; measures in dots."""

    dpi: int
    high_mm: float
    fields: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def dots(self, mm: float) -> int:
        """Return millimetres as dots."""
        return round(mm * self.dpi / 25.4)

    @property
    def width(self) -> int:
        """Return the dots between the edges."""
        return self.dots(WIDE_MM - 2 * EDGE_MM)

    def text(self, text: str, left_mm: float, top_mm: float, high_mm: float, width: int) -> None:
        """Write one line, smaller and then cut where it does not fit; ``width`` in dots."""
        said = printable(text)
        fits = int(width / max(_width_of(said), 0.1))
        size = min(self.dots(high_mm), max(fits, self.dots(LEAST_SIZE * high_mm)))
        kept = _fitting(said, size, width)
        if kept != said:
            self.warnings.append(slip_words.cut(said))
        place = f"^FO{self.dots(left_mm)},{self.dots(top_mm)}"
        self.fields.append(f"{place}^A0N,{size},{size}^FH_^FD{escaped(kept)}^FS")

    def bars(self, data: str, dots: int, top_mm: float, high_mm: float, left: int) -> None:
        """Write Code 128 bars of data as ZPL takes it; ``left`` in dots."""
        place = f"^FO{left},{self.dots(top_mm)}^BY{dots}"
        self.fields.append(f"{place}^BCN,{self.dots(high_mm)},N,N,N,N^FD{data}^FS")

    def done(self) -> str:
        """Return the label's commands."""
        size = f"^PW{self.dots(WIDE_MM)}^LL{self.dots(self.high_mm)}"
        return "\n".join(("^XA^CI28^LH0,0" + size, *self.fields, "^XZ")) + "\n"


def labels_zpl(labels: Sequence[Label], dpi: int = 203) -> tuple[bytes, tuple[str, ...]]:
    """Return the ZPL of labels for a printer of 203 or 300 dpi, and warnings."""
    said, warnings = [], []
    for label in labels:
        if isinstance(label, CartonLabel):
            sheet = _carton(label, dpi)
        else:
            sheet = _face(face_of(label), dpi)
        said.append(sheet.done())
        warnings += sheet.warnings
    text = "".join(said)
    lacking = {ord(letter) for letter in text if not _in_printers_font(letter)}
    if lacking:
        warnings.insert(0, say("printer_fonts", letters=", ".join(spelt_out(lacking)[:5])))
    return text.encode(), tuple(dict.fromkeys(warnings))


def escaped(text: str) -> str:
    """Write text for a field that begins with ``^FH_``: nothing in it is a command."""
    return "".join(
        f"_{ord(letter):02X}" if letter in "^~_\x7f" or letter < " " else letter for letter in text
    )


def _in_printers_font(letter: str) -> bool:
    return ord(letter) <= LAST_LATIN or ord(letter) in _MARKS or letter in "€™"


def _width_of(text: str) -> float:
    """Return about how wide a text is, in parts of its height: rather too wide than too narrow."""
    return sum(_letter_width(letter) for letter in text)


def _letter_width(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    if letter in " .,:;'!|il·":
        return 0.32
    return 0.72 if letter in "MW@%—" else 0.58 if letter.isupper() else 0.52


def _fitting(text: str, size: int, width: int) -> str:
    if _width_of(text) * size <= width:
        return text
    kept = text
    while kept and (_width_of(kept) + 1) * size > width:
        kept = kept[:-1]
    return f"{kept}…"


def _face(face: Face, dpi: int) -> _Sheet:
    sheet = _Sheet(dpi, HIGH_MM)
    half = sheet.width // 2
    sheet.text(face.title, EDGE_MM, EDGE_MM, 4, half)
    if face.amount:
        sheet.text(face.amount, WIDE_MM / 2, EDGE_MM, 4.5, half)
    foot = _bars_of(sheet, face)
    lines_high = 3.9 * len(face.lines)
    room = foot - lines_high - 9
    largest = 22.0 if not face.lines else 14.0
    fits = sheet.width / max(_width_of(face.big), 0.1) / sheet.dots(1)
    sheet.text(face.big, EDGE_MM, 8.5, max(4.0, min(largest, room, fits)), sheet.width)
    for place, line in enumerate(face.lines):
        sheet.text(line, EDGE_MM, foot - lines_high + 3.9 * place, 3.3, sheet.width)
    return sheet


def _bars_of(sheet: _Sheet, face: Face) -> float:
    """Write the bars and what they say below; return where they begin, in mm from the top."""
    said = 3.0 if printable(face.bars) != face.big else 0.0
    bottom = HIGH_MM - EDGE_MM - said
    if said:
        sheet.text(face.bars, EDGE_MM + 3.5, bottom + 0.4, 2.8, sheet.width)
    count = 11 * (len(face.bars) + 2) + 13 + 2 * QUIET  # modules in set B
    widest = GOOD_DOTS[sheet.dpi] * (1 if face.lines else 2)
    dots = min(widest, sheet.width // count)
    if dots < LEAST_DOTS[sheet.dpi] or not modules(face.bars):
        if face.bars:
            too_long = bool(modules(face.bars))
            sheet.warnings.append(slip_words.no_bars(face.title, face.bars, too_long=too_long))
        return bottom - 0.5
    high = 10.0 if face.lines else 16.0
    data = ">:" + "".join(_INVOKED.get(letter, letter) for letter in face.bars)
    sheet.bars(data, dots, bottom - high, high, sheet.dots(EDGE_MM) + QUIET * dots)
    return bottom - high - 0.5


def _carton(label: CartonLabel, dpi: int) -> _Sheet:
    sheet = _Sheet(dpi, CARTON_HIGH_MM)
    width = sheet.width
    _part(sheet, "from", label.ship_from, EDGE_MM, 4, (3.2, 3.2), width * 6 // 10)
    if label.carrier:
        _part(sheet, "carrier", (label.carrier,), 64, 4, (5, 5), width * 35 // 100)
    _rule(sheet, 29)
    _part(sheet, "to", label.ship_to, EDGE_MM, 31, (6, 3.9), width)
    _rule(sheet, 73)
    third = width // 3 - sheet.dots(1)
    carton = say("carton_of", carton=label.carton, cartons=label.cartons)
    facts = (("order", label.order, 4.5), ("shipment", label.shipment, 4.5), ("carton", carton, 8))
    for place, (name, text, high) in enumerate(facts):
        _part(sheet, name, (text,), EDGE_MM + place * 31.2, 75, (high, high), third)
    _rule(sheet, 93)
    _part(sheet, "sscc", (label.sscc,), EDGE_MM, 95, (5.5, 5.5), width)
    dots = SSCC_DOTS[dpi]
    left = (sheet.dots(WIDE_MM) - 156 * dots) // 2
    sheet.bars(f">;>800{label.sscc}", dots, 109, 32, left)
    sheet.text(f"(00) {label.sscc}", left * 25.4 / dpi, 142, 4, width)
    return sheet


def _part(
    sheet: _Sheet,
    name: str,
    lines: tuple[str, ...],
    left_mm: float,
    top_mm: float,
    high_mm: tuple[float, float],
    width: int,
) -> None:
    sheet.text(say(name), left_mm, top_mm, 2.6, width)
    top_mm += 3.4
    for place, line in enumerate(lines):
        high = high_mm[bool(place)]
        sheet.text(line, left_mm, top_mm, high, width)
        top_mm += high * 1.12


def _rule(sheet: _Sheet, top_mm: float) -> None:
    place = f"^FO{sheet.dots(EDGE_MM)},{sheet.dots(top_mm)}"
    sheet.fields.append(f"{place}^GB{sheet.width},3,3^FS")
