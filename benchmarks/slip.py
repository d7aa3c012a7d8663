"""A packing slip of 20 lines: ours beside the same pages by bare canvas calls, in milliseconds.

Run from the project's root: ``python -m benchmarks.slip``.  Both sides have the same fonts loaded,
the same texts, barcodes and breaks, and write to memory; the goal is a ratio of at most 3.
"""

from __future__ import annotations

from datetime import date
from io import BytesIO
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from app.domain.documents import LineToCome, PackingSlip, SlipLine
from app.texts.slips import say
from hardware.code128 import GOOD_X, draw_bars, modules
from hardware.fonts import FontBook
from hardware.slip_pdf import slip_pdf
from hardware.slip_sheet import FOOT, MARGIN, PAGES
from hardware.slip_words import dated

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 40
GOAL = 3.0
LEFT, RIGHT = MARGIN, PAGES["A4"][0] - MARGIN
EDGES = (LEFT + 6, LEFT + 36, LEFT + 130, RIGHT - 131, RIGHT - 75, RIGHT - 13)


def sample(lines: int) -> PackingSlip:
    """Return a slip of so many lines and two still to come."""
    day = date(2026, 11, 25)
    return PackingSlip(
        site_name="Harbour Road Distribution",
        site_address="14 Harbour Road, Unit 3 · 2030 Antwerp, Belgium",
        order="SO-10388",
        shipment="SH-10388-2",
        customer="Hotel Brisa",
        ship_to=("Goods entrance, Recepción", "Calle del Faro 118", "46024 València", "Spain"),
        ordered_on=date(2026, 11, 9),
        packed_on=date(2026, 11, 24),
        packed_at_text="station Pack 1, 24 Nov 2026 10:51",
        shipment_count=2,
        shipment_limit=3,
        lines=tuple(
            SlipLine(str(n), f"CIP-{n:03}-BLK", f"Cast-iron pan {n} cm, black", n + 9, 2, n)
            for n in range(1, lines + 1)
        ),
        to_come=tuple(
            LineToCome(str(lines + n), f"LMP-{n}", "Desk lamp, oak", n, day, day) for n in (1, 2)
        ),
        carrier="Corvane Parcel, road",
        tracking="CV 4471 0926 318",
        weight_g=12_360,
        contact="help@harbourroad.example",
        reference="Spring rooms 2",
        earlier=(date(2026, 11, 12),),
    )


class Raw:
    """The same pages, every place worked out beforehand."""

    def __init__(self, slip: PackingSlip, book: FontBook) -> None:
        book.begin()
        self.slip, self.words = slip, say(slip)
        self.names = {bold: book.base(bold).fontName for bold in (False, True)}
        self.buffer = BytesIO()
        self.canvas = Canvas(self.buffer, PAGES["A4"], invariant=1, pageCompression=1)
        self.page, self.pages = 1, 2

    def _say(self, x: float, y: float, size: float, text: str, *, bold: bool = False) -> None:
        self.canvas.setFont(self.names[bold], size)
        self.canvas.drawString(x, y, text)

    def _end(self, x: float, y: float, size: float, text: str, *, bold: bool = False) -> None:
        self.canvas.setFont(self.names[bold], size)
        self.canvas.drawRightString(x, y, text)

    def write(self) -> bytes:
        """Return the PDF."""
        self._head()
        self._top()
        self._numbers(560)
        y = self._table(468)
        self._to_come(y - 40)
        self.canvas.save()
        return self.buffer.getvalue()

    def _head(self) -> None:
        self._say(LEFT, 790, 15, self.slip.site_name, bold=True)
        self._say(LEFT, 775, 9.5, self.slip.site_address)
        self._end(RIGHT, 782, 24, self.words.title, bold=True)
        self._end(RIGHT, 766, 9.5, dated(self.words, self.page, self.pages))
        self.canvas.line(LEFT, 754, RIGHT, 754)
        self.canvas.line(LEFT, FOOT - 14, RIGHT, FOOT - 14)
        self._say(LEFT, FOOT - 28, 8.3, self.words.packed)
        self._end(RIGHT, FOOT - 28, 8.3, self.words.whom_to_ask)

    def _top(self) -> None:
        slip = self.slip
        self._say(LEFT, 732, 8, self.words.ship_to)
        for row, text in enumerate((slip.customer, *slip.ship_to)):
            self._say(LEFT, 715 - 16.5 * row, 12, text, bold=row == 0)
        told = (self.words.carrier, slip.carrier, self.words.tracking, slip.tracking)
        for row, text in enumerate((*told, self.words.cartons_label, self.words.cartons)):
            bold = row % 2 == 1
            self._say(LEFT + 203, 732 - 15 * row, 10.5 if bold else 8, text, bold=bold)
        self.canvas.roundRect(LEFT + 367, 642, 143, 98, 3)
        self._say(LEFT + 379, 720, 8, self.words.this_is)
        self._say(LEFT + 379, 692, 28, str(slip.shipment_count), bold=True)
        self._say(LEFT + 403, 692, 12.5, self.words.which_shipment, bold=True)
        self._say(LEFT + 379, 670, 9.5, "Shipment 1 left on")
        self._say(LEFT + 379, 657, 9.5, "12 November 2026.")
        self._say(LEFT + 379, 600, 8, self.words.reference)
        self._say(LEFT + 379, 586, 10.5, slip.reference, bold=True)
        self._say(LEFT + 379, 574, 8, self.words.ordered_label)
        self._say(LEFT + 379, 560, 10.5, self.words.ordered_on, bold=True)

    def _numbers(self, y: float) -> None:
        told = ((self.words.order, self.slip.order), (self.words.shipment, self.slip.shipment))
        for x, (label, number) in zip((LEFT, LEFT + 203), told, strict=True):
            self._say(x, y + 56, 8, label)
            draw_bars(self.canvas, modules(number), GOOD_X, x, y + 12)
            self._say(x, y, 11.5, number, bold=True)

    def _table(self, y: float) -> float:
        self._say(LEFT, y + 40, 14, self.words.in_this_box, bold=True)
        top = self._heads(y)
        for line in self.slip.lines:
            if y < FOOT + 30:
                self.canvas.rect(RIGHT - 69, y, 69, top - y)
                self.canvas.showPage()
                self.page += 1
                self._head()
                self._numbers(680)
                y = 634
                top = self._heads(y)
            y -= 23
            self._row(y, line)
        self._end(RIGHT - 75, y - 20, 9.5, self.words.units_here)
        units = sum(line.shipped_now for line in self.slip.lines)
        self._end(RIGHT - 13, y - 20, 14, str(units), bold=True)
        self.canvas.rect(RIGHT - 69, y - 27, 69, top - y + 27)
        return y - 27

    def _heads(self, y: float) -> float:
        for x, head in zip(EDGES[:3], self.words.box_heads[:3], strict=True):
            self._say(x, y + 10, 8, head, bold=True)
        self._end(EDGES[3], y + 10, 8, self.words.box_heads[3], bold=True)
        for x, head in zip(EDGES[4:], self.words.box_heads[4:], strict=True):
            for row, word in enumerate(head.split()):
                self._end(x, y + 15 - 10 * row, 8, word, bold=True)
        self.canvas.line(LEFT, y, RIGHT, y)
        self.canvas.line(LEFT, y + 28, RIGHT, y + 28)
        return y + 28

    def _row(self, y: float, line: SlipLine) -> None:
        self._say(EDGES[0], y + 8, 9.5, line.line)
        self._say(EDGES[1], y + 8, 9.5, line.sku, bold=True)
        self._say(EDGES[2], y + 8, 9.5, line.description)
        self._end(EDGES[3], y + 8, 9.5, str(line.ordered))
        self._end(EDGES[4], y + 8, 9.5, str(line.shipped_before))
        self._end(EDGES[5], y + 7, 14, str(line.shipped_now), bold=True)
        self.canvas.line(LEFT, y, RIGHT, y)

    def _to_come(self, y: float) -> None:
        self._say(LEFT + 14, y, 14, self.words.still_to_come, bold=True)
        self._say(LEFT + 112, y, 9.5, self.words.nothing_to_do)
        edges = (LEFT + 14, LEFT + 44, LEFT + 130, RIGHT - 198, RIGHT - 14)
        for x, head in zip(edges, self.words.come_heads, strict=True):
            (self._end if x > RIGHT - 200 else self._say)(x, y - 22, 8, head, bold=True)
        for row, line in enumerate(self.slip.to_come, 1):
            down = y - 22 - 26 * row
            self._say(edges[0], down, 9.5, line.line)
            self._say(edges[1], down, 9.5, line.sku, bold=True)
            self._say(edges[2], down, 9.5, line.description)
            self._end(edges[3], down, 11, str(line.units), bold=True)
            self._end(edges[4], down, 11, self.words.due[row - 1], bold=True)
            self.canvas.line(edges[0], down - 8, edges[4], down - 8)
        self._say(edges[0], y - 100, 9.5, self.words.how_it_follows)
        self.canvas.setDash([2.6, 1.7])
        self.canvas.roundRect(LEFT, y - 112, RIGHT - LEFT, 130, 3)


def in_turn_ms(*works: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Return each one's median in milliseconds; they take turns, so that they share the noise."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, mine in zip(works, times, strict=True):
            began = perf_counter()
            work()
            mine.append((perf_counter() - began) * 1000)
    return [median(mine) for mine in times]


def main() -> None:
    """Print both figures and their ratio."""
    slip, book = sample(20), FontBook()
    began = perf_counter()
    slip_pdf(slip, fonts=book)
    first = (perf_counter() - began) * 1000
    Raw(slip, book).write()
    raw, ours = in_turn_ms(lambda: Raw(slip, book).write(), lambda: slip_pdf(slip, fonts=book))
    many = sample(500)
    (long,) = in_turn_ms(lambda: slip_pdf(many, fonts=book), rounds=7)
    print(f"slip of 20 lines, first in the process (finds and loads fonts): {first:.1f} ms")
    print(f"slip of 20 lines: {ours:.2f} ms; bare canvas {raw:.2f} ms; ratio {ours / raw:.2f}")
    print(f"goal: ratio at most {GOAL:g}: {'met' if ours <= GOAL * raw else 'MISSED'}")
    print(f"slip of 500 lines: {long:.1f} ms")


if __name__ == "__main__":
    main()
