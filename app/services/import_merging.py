"""What an existing row becomes when a file speaks of it again.  Pure.

Only the columns that a file has are said; where people change a value too, only a new word of the
file overrules them; shipped quantities and shipments never fall.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from app.import_store import LineChange, Said

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.exchange.rows import AsnHead, OrderHead, OrderLineRow
    from app.import_store import KnownLine, KnownOrder

Row = TypeVar("Row", bound=Any)

PEOPLE_CHANGE = Said._fields


def merged(row: Row, before: Row, present: Collection[str]) -> Row:
    """Return a row as it was, but for the columns that the file has."""
    said = {name: now for name, now in row._asdict().items() if name in present}
    together: Row = before._replace(**said)
    return together


def merged_order(
    head: OrderHead, known: KnownOrder, present: Collection[str]
) -> tuple[OrderHead, Said]:
    """Return how an order stands from now on, and what has been said of it."""
    before = known.said or Said(*(getattr(known.head, name) for name in PEOPLE_CHANGE))
    if before.note is None:
        before = before._replace(note=known.head.note)
    now = merged(head, known.head, present)
    said = Said(*(getattr(head if name in present else before, name) for name in PEOPLE_CHANGE))
    unsaid = {
        name: getattr(known.head, name)
        for name in PEOPLE_CHANGE
        if getattr(said, name) == getattr(before, name)
    }
    made = max(now.shipments_made, known.head.shipments_made)
    return now._replace(shipments_made=made, **unsaid), said


def merged_line(
    row: OrderLineRow, known: KnownLine, ours: int, present: Collection[str], *, cancelled: bool
) -> LineChange:
    """Return what an order line becomes; ``ours`` (each) was shipped from here.

    What was shipped elsewhere rises to what the file says beyond ours.  In an order that was
    cancelled here (``cancelled``) all that is not shipped stays cancelled.  What substitutes stand
    in for stays cancelled beside what the file says.
    """
    shipped_before = known.shipped_before + max(0, row.shipped - known.shipped_before - ours)
    said = row.cancelled + known.replaced
    called_off = said if "quantity_cancelled" in present else known.cancelled
    if cancelled:
        called_off = max(0, row.quantity - shipped_before - ours)
    return LineChange(known.id, row.sku, row.quantity, shipped_before, called_off)


def merged_asn(head: AsnHead, said: AsnHead, present: Collection[str]) -> AsnHead:
    """Return what has been said of an ASN from now on."""
    return merged(head, said, present)
