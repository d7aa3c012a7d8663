"""Fifteen hand-made orders of the regular customers; the rest of the day is drawn around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

HAND_MADE = """
Alder & Finch|1|-8 09:12|-1 12:00||LMP-220-OAK 5
Maple Row Kitchens|1|-6 10:47|-1 17:00||LMP-220-OAK 7, CIP-028-BLK 12
Corner House|1|-5 14:31|0 14:00||CIP-028-BLK 6, CHR-12-ASH 6
Studio Nord|1|-4 11:05|0 17:00||LMP-220-OAK 6, KET-17-BLK 3
Bodega Tres|1|-3 16:20|0 17:00||TWL-70-SND 10
Nook & Sons|2|-12 09:14|-6 17:00||KET-20-CPR 4
Pension Lark|2|-3 08:55|1 17:00||TWL-70-SND 5, BTL-500-TEL 4
Green Desk|2|-3 13:02|1 17:00||BTL-500-TEL 6
Hof Linde|2|-6 15:38|2 17:00||KET-17-BLK 4
Villa Ronda|2|-5 09:40|2 17:00||LMP-220-OAK 6
Hotel Brisa|2|-15 12:26|3 17:00|made 1|CIP-024-RED 6/2, KET-12-STL 3/2, TWL-50-WHT 10/8, \
BTL-350-WHT 6, LMP-220-OAK 2
Café Ligne|2|-3 10:10|3 17:00||CHR-12-ASH 8, BWL-12-WHT 12
Atelier Voss|3|-9 11:48|3 17:00||RUG-160-GRY 3
Casa Olmo|3|-4 17:31|3 17:00||NAP-006-WHT 4, CAN-004-IVO 2, PLT-22-SND 12
Lumen Studio|3|-4 09:02|6 17:00|hold|PDL-030-BRS 6, SHF-90-WHT 2
""".strip()
"""Customer, priority, ordered, promised (days from today, site time), remark, lines as
``SKU quantity`` or ``SKU quantity/shipped before``."""

APART = "LMP-220-OAK"
"""Wanted by hand-made orders alone, so that one case of it is split over two of them."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One line of an order; quantities in units (each)."""

    sku: str
    quantity: int
    shipped: int = 0
    cancelled: int = 0

    @property
    def open(self) -> int:
        """What is neither shipped nor cancelled."""
        return self.quantity - self.shipped - self.cancelled


Clock = tuple[int, str]
"""Days from today, and site time as ``HH:MM``."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An order before it has its number."""

    customer: str
    priority: int
    ordered: Clock
    promised: Clock | None
    lines: tuple[Wanted, ...]
    shipments_made: int = 0
    hold: bool = False


def distinct(lines: Iterable[Wanted]) -> tuple[Wanted, ...]:
    """Return the lines with each product once, the first line that names it."""
    return tuple({line.sku: line for line in reversed(tuple(lines))}.values())[::-1]


def showcase() -> list[Draft]:
    """Return the hand-made orders, in the rank order of the day."""
    return [_draft(*line.split("|")) for line in HAND_MADE.splitlines()]


def _draft(
    customer: str, priority: str, ordered: str, promised: str, remark: str, lines: str
) -> Draft:
    return Draft(
        customer=customer,
        priority=int(priority),
        ordered=_clock(ordered),
        promised=_clock(promised),
        lines=tuple(_wanted(line) for line in lines.split(", ")),
        shipments_made=1 if remark == "made 1" else 0,
        hold=remark == "hold",
    )


def _clock(words: str) -> Clock:
    days, clock = words.split()
    return int(days), clock


def _wanted(words: str) -> Wanted:
    sku, quantity = words.split()
    ordered, _, shipped = quantity.partition("/")
    return Wanted(sku, int(ordered), int(shipped or 0))
