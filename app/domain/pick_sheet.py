"""What the printed pick list of an order says; every text is ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PickRow:
    """Take ``units`` (each, > 0) of a product from a place; ``lots`` in words, "" for any."""

    location: str
    sku: str
    name: str
    units: int
    lots: str = ""


@dataclass(frozen=True, slots=True)
class PickSheet:
    """What can be picked of an order now, in walking order; ``order`` is printed as bars too.

    ``says`` sums it up, ``stays`` says what stays backordered, "" where nothing does.
    """

    site_name: str
    order: str
    customer: str
    as_of: str
    says: str
    stays: str = ""
    rows: tuple[PickRow, ...] = ()
