"""Reads ``orders.csv``."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from sys import intern
from typing import TYPE_CHECKING

from app.domain.languages import LANGUAGES
from app.domain.policies import Policy
from app.exchange.cells import yes_or_no
from app.exchange.documents import Form, read_documents
from app.exchange.findings import Finding
from app.exchange.rows import OrderHead, OrderLineRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.exchange.cells import Cells
    from app.exchange.reading import Document, Documents, Source

POLICIES = tuple(policy.value for policy in Policy)
NORMAL_PRIORITY = 3
MOST_URGENT, LEAST_URGENT = 1, 5

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def read_orders(source: Source) -> Documents[OrderHead, OrderLineRow]:
    """Read the orders; one with a bad row is bad as a whole."""
    found = read_documents(source, Form(_head, _line))
    bad = len(found.bad)
    for document in found.by_number.values():
        if any(line.stands_for for line in document.lines):
            found.bad += _bad_stand_ins(document)
    if len(found.bad) > bad:
        found.bad.sort(key=lambda finding: finding.line)
    return found


def replaced_units(lines: Iterable[OrderLineRow]) -> Counter[str]:
    """Return by line how many units substitutes' lines of the same order replace."""
    found: Counter[str] = Counter()
    for line in lines:
        if line.stands_for:
            found[line.stands_for] += line.replaces
    return found


def _bad_stand_ins(document: Document[OrderHead, OrderLineRow]) -> list[Finding]:
    """Return what is wrong with substitutes' lines; the document is bad then."""
    own = {line.line for line in document.lines if not line.stands_for}
    replaced = replaced_units(document.lines)
    bad = []
    for line in document.lines:
        if line.stands_for and line.stands_for not in own:
            data: dict[str, object] = {"value": line.stands_for}
            bad.append(Finding(line.source, "stands_for", "no_such_line", data))
        cancelled = line.cancelled + replaced[line.line]
        if line.shipped + cancelled > line.quantity:
            data = {"shipped": line.shipped, "cancelled": cancelled, "quantity": line.quantity}
            bad.append(Finding(line.source, "quantity", "over_quantity", data))
    document.bad = document.bad or bool(bad)
    return bad


def _head(cells: Cells, alike: tuple[str, ...]) -> OrderHead:
    customer, ordered, promised, priority, policy, most, ship_to, email, made, hold, may = alike[
        :11
    ]
    by, language, note, reference = alike[11:]
    head = OrderHead(
        customer,
        cells.needed_instant("ordered_at", ordered, _NEVER),
        cells.instant("promised_at", promised, None),
        cells.number("priority", priority, NORMAL_PRIORITY),
        intern(cells.word("policy", policy, POLICIES, Policy.DEFAULT.value)),
        cells.number("max_shipments", most, None),
        ship_to,
        email,
        cells.number("shipments_made", made, 0),
        yes_or_no(cells, "hold", hold, default=False),
        yes_or_no(cells, "allow_substitutes", may, default=False),
        intern(by),
        intern(cells.word("language", language, ("", *LANGUAGES))),
        note,
        reference,
    )
    _check_priority(cells, priority, head.priority)
    if head.policy == Policy.UP_TO_N_SHIPMENTS and not head.max_shipments:
        _need_limit(cells, most)
    return head


def _check_priority(cells: Cells, text: str, priority: int) -> None:
    noted = bool(cells.bad) and cells.bad[-1].column == "priority"
    if not noted and not MOST_URGENT <= priority <= LEAST_URGENT:
        cells.note("priority", "bad_priority", value=text)


def _need_limit(cells: Cells, text: str) -> None:
    noted = any(bad[:2] == (cells.line, "max_shipments") for bad in cells.bad[-9:])
    if not noted:
        cells.note("max_shipments", "needs_max_shipments", value=text)


def _line(cells: Cells, values: tuple[str, ...], source: Source) -> OrderLineRow:
    sku, quantity, shipped, cancelled = values[3], values[4], values[12], values[13]
    stands_for, replaces = values[17:19]
    before = len(cells.bad)
    row = OrderLineRow(
        cells.line,
        intern(cells.needed("line", values[1])),
        intern(cells.one_of("sku", sku, source.known.skus, "unknown_sku")),
        cells.needed_number("quantity", quantity, least=1),
        cells.number("quantity_shipped", shipped, 0),
        cells.number("quantity_cancelled", cancelled, 0),
        stands_for,
        cells.number("replaces", replaces, 0) if stands_for else 0,
    )
    if len(cells.bad) == before and row.shipped + row.cancelled > row.quantity:
        column = "quantity_cancelled" if row.cancelled else "quantity_shipped"
        cells.note(column, "over_quantity", shipped=row.shipped, cancelled=row.cancelled,
                   quantity=row.quantity)  # fmt: skip
    return row
