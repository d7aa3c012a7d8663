"""Writes orders and their lines, a portion at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from app.exchange.findings import Finding
from app.exchange.orders import replaced_units
from app.services.import_holds import to_release
from app.services.import_merging import merged_line, merged_order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.exchange.reading import Document, Documents
    from app.exchange.rows import OrderHead, OrderLineRow
    from app.import_store import Hold, KnownLine, KnownOrder, LineChange, Said
    from app.services.import_turn import Turn

    OrderDocument = Document[OrderHead, OrderLineRow]

PORTION = 1_000  # orders


def write_orders(turn: Turn, found: Documents[OrderHead, OrderLineRow]) -> None:
    """Write the good orders of a file."""
    rest = iter(found.good())
    while portion := list(islice(rest, PORTION)):
        _Portion(turn, portion).write()


@dataclass(slots=True)
class _Changes:
    """What one portion changes, gathered so that it is written in bulk."""

    heads: list[tuple[KnownOrder, OrderHead, Said]] = field(default_factory=list)
    said: list[tuple[int, Said]] = field(default_factory=list)
    new_lines: list[tuple[int, OrderLineRow]] = field(default_factory=list)
    lines: list[LineChange] = field(default_factory=list)
    freed: list[tuple[int, int]] = field(default_factory=list)  # line, units it may still hold


class _Portion:
    """Some orders of a file, compared with what is there and written together."""

    def __init__(self, turn: Turn, documents: Sequence[tuple[str, OrderDocument]]) -> None:
        self._turn = turn
        self._store = turn.store.orders
        self._documents = documents
        self._known = self._store.find([number for number, _ in documents])
        self._lines = self._store.lines([order.id for order in self._known.values()])
        self._ours = self._shipped()
        self._changes = _Changes()

    def _shipped(self) -> Mapping[int, int]:
        return self._store.shipped([line.id for line in self._lines.values()])

    def write(self) -> None:
        """Compare and write."""
        self._add_new()
        for number, document in self._documents:
            order = self._known.get(number)
            if order is not None:
                self._compare(number, document, order)
        self._write_changes()

    def _add_new(self) -> None:
        new = [pair for pair in self._documents if pair[0] not in self._known]
        if not new:
            return
        heads = [(number, document.head) for number, document in new]
        keys = self._store.add(self._turn.fact, heads)
        lines = [(keys[number], line) for number, document in new for line in _to_add(document)]
        self._store.add_lines(self._turn.fact, lines)
        self._turn.report.created += len(lines)

    def _compare(self, number: str, document: OrderDocument, order: KnownOrder) -> None:
        known = self._known_lines(document, order)
        changes = [
            self._line(line, before, order)
            for line, before in zip(document.lines, known, strict=True)
        ]
        if self._too_much(number, document, changes):
            return
        head, said = merged_order(document.head, order, self._turn.present)
        if head != order.head:
            self._changes.heads.append((order, head, said))
        elif said != order.said:
            self._changes.said.append((order.id, said))
        for line, before, change in zip(document.lines, known, changes, strict=True):
            now = line._replace(cancelled=line.quantity - line.shipped) if order.cancelled else line
            self._gather(order.id, now, before, change, head_changed=head != order.head)

    def _known_lines(self, document: OrderDocument, order: KnownOrder) -> list[KnownLine | None]:
        """Return the lines as they stand once the file's new substitutes have been added."""
        found = [self._lines.get((order.id, line.line)) for line in document.lines]
        new = [line for line, known in zip(document.lines, found, strict=True) if known is None]
        if not (more := replaced_units(new)):
            return found
        return [
            known and known._replace(replaced=known.replaced + more[known.line]) for known in found
        ]

    def _line(
        self, row: OrderLineRow, before: KnownLine | None, order: KnownOrder
    ) -> LineChange | None:
        if before is None:
            return None
        ours = self._ours.get(before.id, 0)
        present = self._turn.present
        return merged_line(row, before, ours, present, cancelled=order.cancelled)

    def _too_much(
        self, number: str, document: OrderDocument, changes: Sequence[LineChange | None]
    ) -> bool:
        """Note lines whose quantity no longer covers what was shipped and cancelled by now."""
        late = self._turn.late
        before = len(late)
        for row, change in zip(document.lines, changes, strict=True):
            if change is None:
                continue
            shipped = change.shipped_before + self._ours.get(change.id, 0)
            if shipped + change.cancelled > change.quantity:
                column = "quantity_cancelled" if change.cancelled else "quantity"
                numbers = {"shipped": shipped, "cancelled": change.cancelled}
                data = {**numbers, "quantity": change.quantity}
                late.append(Finding(row.source, column, "over_quantity", data))
        if len(late) > before:
            named = {finding.line for finding in late[before:]}
            self._turn.left_out.extend(
                Finding(row.source, "", "left_out", {"value": number})
                for row in document.lines
                if row.source not in named
            )
        return len(late) > before

    def _gather(
        self,
        order_id: int,
        row: OrderLineRow,
        before: KnownLine | None,
        change: LineChange | None,
        *,
        head_changed: bool,
    ) -> None:
        report = self._turn.report
        if before is None or change is None:
            self._changes.new_lines.append((order_id, row))
            report.created += 1
        elif change[1:] != before[2:6]:
            self._changes.lines.append(change)
            self._changes.freed.append((before.id, self._may_hold(before, change)))
            report.updated += 1
        elif head_changed:
            report.updated += 1
        else:
            report.unchanged += 1

    def _may_hold(self, before: KnownLine, change: LineChange) -> int:
        if change.sku != before.sku:
            return 0
        shipped = change.shipped_before + self._ours.get(change.id, 0)
        return change.quantity - shipped - change.cancelled

    def _write_changes(self) -> None:
        changes, turn = self._changes, self._turn
        if changes.heads:
            self._store.change(turn.fact, changes.heads)
        if changes.said:
            self._store.say(changes.said)
        if changes.new_lines:
            self._store.add_lines(turn.fact, changes.new_lines)
        if changes.lines:
            self._store.change_lines(turn.fact, changes.lines)
            self._free()

    def _free(self) -> None:
        """Release what lines hold beyond what is left open of them."""
        holds = self._turn.store.holds
        by_line: dict[int, list[Hold]] = {}
        for hold in holds.of_lines([line_id for line_id, _ in self._changes.freed]):
            by_line.setdefault(hold.order_line_id, []).append(hold)
        beyond = [
            given_up
            for line_id, units in self._changes.freed
            if (mine := by_line.get(line_id))
            for given_up in to_release(mine, sum(hold.quantity for hold in mine) - units)
        ]
        if beyond:
            holds.release(self._turn.fact, beyond)
        self._turn.free(self._turn.work.pins.of_lines([line for line, _ in self._changes.freed]))


def _to_add(document: OrderDocument) -> Sequence[OrderLineRow]:
    """Return the lines of a new order: what substitutes replace is cancelled of the others."""
    if not (replaced := replaced_units(document.lines)):
        return document.lines
    return [
        line._replace(cancelled=line.cancelled + replaced[line.line]) for line in document.lines
    ]
