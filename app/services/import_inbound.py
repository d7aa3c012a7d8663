"""Writes ASNs, their lines and what became of their trucks, a portion at a time."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from app.domain.dock import GONE, HERE
from app.exchange.findings import Finding
from app.services.import_merging import merged, merged_asn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from app.exchange.reading import Document, Documents
    from app.exchange.rows import AsnHead, AsnLineRow
    from app.import_store import KnownAsn, KnownAsnLine
    from app.services.import_turn import Turn

    AsnDocument = Document[AsnHead, AsnLineRow]

PORTION = 500  # ASNs


def write_inbound(turn: Turn, found: Documents[AsnHead, AsnLineRow]) -> None:
    """Write the good ASNs of a file."""
    rest = iter(found.good())
    while portion := list(islice(rest, PORTION)):
        known = turn.store.inbound.find([number for number, _ in portion])
        _add_new(turn, [pair for pair in portion if pair[0] not in known])
        _Portion(turn, portion, list(known.values())).write(known)


def arrival(head: AsnHead, now: datetime) -> datetime:
    """Return when a truck that a file calls arrived was checked in: as expected, not ahead."""
    return min(head.expected_at, now)


def _add_new(turn: Turn, new: Sequence[tuple[str, AsnDocument]]) -> None:
    if not new:
        return
    now = turn.work.stamp.at
    heads = [
        (number, document.head, arrival(document.head, now) if _came(document.head) else None)
        for number, document in new
    ]
    keys = turn.store.inbound.add(turn.fact, heads)
    lines = [(keys[number], line) for number, document in new for line in document.lines]
    turn.store.inbound.add_lines(turn.fact, lines)
    turn.report.created += len(lines)


def _came(head: AsnHead) -> bool:
    return head.status == "arrived"


class _Portion:
    """Some ASNs of a file that are there already, compared and written together."""

    def __init__(
        self, turn: Turn, documents: Sequence[tuple[str, AsnDocument]], known: Sequence[KnownAsn]
    ) -> None:
        self._turn = turn
        self._store = turn.store.inbound
        self._documents = documents
        self._lines = self._store.lines([asn.id for asn in known])
        self._received = self._store.received([line.id for line in self._lines.values()])
        self._new: list[tuple[int, AsnLineRow]] = []
        self._changed: list[tuple[int, AsnLineRow]] = []
        self._told: list[int] = []  # ASNs of which anything is new

    def write(self, known: Mapping[str, KnownAsn]) -> None:
        """Compare and write."""
        for number, document in self._documents:
            asn = known.get(number)
            if asn is not None and not self._swapped(number, document, asn):
                self._compare(document, asn)
        if self._new:
            self._store.add_lines(self._turn.fact, self._new)
        if self._changed:
            self._store.change_lines(self._turn.fact, self._changed)
        self._free()

    def _free(self) -> None:
        """Release the pins on trucks that will not come, and on lines of another product now."""
        if self._told:
            self._turn.free(self._turn.work.pins.beside(self._told))

    def _swapped(self, number: str, document: AsnDocument, asn: KnownAsn) -> bool:
        """Note lines that would change their product after units of it were received."""
        bad = [
            Finding(row.source, "sku", "received_already", {"value": before.sku})
            for row in document.lines
            if (before := self._lines.get((asn.id, row.line))) is not None
            and before.sku != row.sku
            and before.id in self._received
        ]
        self._turn.late.extend(bad)
        if bad:
            named = {finding.line for finding in bad}
            self._turn.left_out.extend(
                Finding(row.source, "", "left_out", {"value": number})
                for row in document.lines
                if row.source not in named
            )
        return bool(bad)

    def _compare(self, document: AsnDocument, asn: KnownAsn) -> None:
        head = merged_asn(document.head, asn.said, self._turn.present)
        if head != asn.said:
            _tell(self._turn, asn, head)
            self._told.append(asn.id)
        for row in document.lines:
            before = self._lines.get((asn.id, row.line))
            self._gather(asn, row, before, head_changed=head != asn.said)

    def _gather(
        self, asn: KnownAsn, row: AsnLineRow, before: KnownAsnLine | None, *, head_changed: bool
    ) -> None:
        report = self._turn.report
        if before is None:
            self._new.append((asn.id, row))
            report.created += 1
            return
        as_it_was = type(row)(row.source, *before[1:])
        now = merged(row, as_it_was, {"source", *self._turn.present})
        if now != as_it_was:
            self._changed.append((before.id, now))
            self._told.append(asn.id)
            report.updated += 1
        elif head_changed:
            report.updated += 1
        else:
            report.unchanged += 1


def _tell(turn: Turn, asn: KnownAsn, head: AsnHead) -> None:
    """Write what is new about a truck: its papers over the old ones, its facts as dock events."""
    inbound, fact = turn.store.inbound, turn.fact
    inbound.change(fact, asn.id, head)
    if _window(head) != _window(asn.said):
        inbound.window(fact, asn.id, head)
        inbound.event(fact, asn.id, "window", head.window_start or head.expected_at, head.door)
    for kind, at in _events(asn, head, turn.work.stamp.at):
        inbound.event(fact, asn.id, kind, at, "")


def _window(head: AsnHead) -> tuple[object, ...]:
    return (head.door, head.window_start, head.window_end)


def _events(asn: KnownAsn, head: AsnHead, now: datetime) -> Iterator[tuple[str, datetime | None]]:
    """Yield the dock events (kind, instant) that bring a truck's state to what the file says."""
    if head.expected_at != asn.said.expected_at:
        yield "estimate", head.expected_at
    if head.status == asn.said.status:
        return
    status = asn.state.status
    if head.status == "scheduled" and status in GONE:
        yield "reopen", None
    elif head.status == "arrived" and status not in HERE | {"departed"}:
        yield "arrive", arrival(head, now)
    elif head.status in GONE and status != head.status:
        yield {"closed": "close", "cancelled": "cancel"}.get(head.status, head.status), now
