"""Reads ``inbound.csv``."""

from __future__ import annotations

from datetime import UTC, datetime
from sys import intern
from typing import TYPE_CHECKING

from app.exchange.documents import Form, read_documents
from app.exchange.rows import AsnHead, AsnLineRow

if TYPE_CHECKING:
    from app.exchange.cells import Cells
    from app.exchange.reading import Documents, Source

STATUSES = ("scheduled", "arrived", "closed", "cancelled", "no_show")

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def read_inbound(source: Source) -> Documents[AsnHead, AsnLineRow]:
    """Read the ASNs; one with a bad row is bad as a whole."""
    return read_documents(source, Form(_head, _line))


def _head(cells: Cells, alike: tuple[str, ...]) -> AsnHead:
    supplier, expected, purchase_order, carrier, trailer, door, start, end, status = alike
    head = AsnHead(
        supplier,
        cells.needed_instant("expected_at", expected, _NEVER),
        purchase_order,
        carrier,
        trailer,
        cells.code("door", door),
        cells.instant("window_start", start, None),
        cells.instant("window_end", end, None),
        intern(cells.word("status", status, STATUSES, "scheduled")),
    )
    if head.window_start and head.window_end and head.window_end < head.window_start:
        cells.doubt("window_end", "window_turned")
    return head


def _line(cells: Cells, values: tuple[str, ...], source: Source) -> AsnLineRow:
    lot, expires_on, sscc = values[13:16]
    return AsnLineRow(
        cells.line,
        intern(cells.needed("line", values[1])),
        intern(cells.one_of("sku", values[3], source.known.skus, "unknown_sku")),
        cells.needed_number("quantity", values[4], least=1),
        cells.code("lot", lot),
        cells.day("expires_on", expires_on),
        cells.code("sscc", sscc),
    )
