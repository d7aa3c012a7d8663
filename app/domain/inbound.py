"""Inbound shipments (ASNs), as receiving sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from app.domain.goods import Trace


@dataclass(frozen=True, slots=True)
class AsnLine:
    """One announced line; counts in units (each).

    ``received`` includes damaged units and those that were sent across the dock (``crossed``).
    """

    id: int
    line: str
    product_id: int
    expected: int
    received: int
    damaged: int = 0
    crossed: int = 0
    lot: str = ""
    expires_on: date | None = None
    sscc: str = ""

    @property
    def missing(self) -> int:
        """Return the announced units that have not come yet."""
        return max(0, self.expected - self.received)

    @property
    def over(self) -> int:
        """Return the units that came beyond what was announced."""
        return max(0, self.received - self.expected)


@dataclass(frozen=True, slots=True)
class Told:
    """Units (each, > 0) on a dock that a scan has sent somewhere and nobody has moved yet.

    ``location_id`` is where they were told to go, ``dock_id`` where they stand.
    """

    line_id: int
    product_id: int
    trace: Trace
    quantity: int
    disposition: str
    dock_id: int
    location_id: int | None = None
    order_line_id: int | None = None


@dataclass(frozen=True, slots=True)
class Asn:
    """An inbound shipment with its lines in line order; ``status`` as ``app.domain.dock`` says.

    ``blind`` tells that nobody announced it: its lines are whatever was scanned.
    """

    id: int
    number: str
    supplier: str
    status: str
    door: str
    lines: tuple[AsnLine, ...]
    blind: bool = False

    @property
    def remaining(self) -> int:
        """Return expected less received over all lines, never below 0."""
        return sum(line.missing for line in self.lines)
