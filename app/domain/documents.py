"""What a packing slip says: a value, stored with the shipment, so that a reprint is identical."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One order line that leaves in this box; all quantities in units (each)."""

    line: str
    sku: str
    description: str
    ordered: int
    shipped_before: int
    shipped_now: int
    lots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LineToCome:
    """One order line (or part of it) that is not in this box.

    ``expected_from``/``expected_to`` are site days; equal for one day, None for "no date yet".
    ``reason`` is a plain sentence for the customer, or "".
    """

    line: str
    sku: str
    description: str
    units: int
    expected_from: date | None = None
    expected_to: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PackingSlip:
    """Everything that one packing slip says, in the order in which it is read.

    ``shipment_count`` is the ordinal of this shipment (1-based); ``shipment_limit`` the policy's
    largest count, None where there is none.  ``copy`` is 0 for the first print, n for COPY n.
    """

    site_name: str
    site_address: str
    order: str
    shipment: str
    customer: str
    ship_to: tuple[str, ...]
    ordered_on: date
    packed_on: date
    packed_at_text: str
    shipment_count: int
    shipment_limit: int | None
    lines: tuple[SlipLine, ...]
    to_come: tuple[LineToCome, ...] = ()
    carrier: str = ""
    tracking: str = ""
    cartons: int = 1
    weight_g: int | None = None
    note: str = ""
    contact: str = ""
    copy: int = 0
