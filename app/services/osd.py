"""Over, short and damaged: what differs before a receipt is final, why, and reopening it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from app.domain.board import INBOUND
from app.domain.errors import BadValueError, NotFoundError, RefusedError
from app.domain.instants import print_day, print_instant
from app.domain.osd import LONGEST_PATH, LONGEST_REASON, osd_line, tolerance_of, totals
from app.services.announced import find_receipt
from app.services.trucks import find_visit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.dock import DockState
    from app.domain.inbound import Asn
    from app.domain.osd import Came, OsdLine, Papers, Remark, Tolerance, Totals, Verdict
    from app.services.desk import Desk
    from app.work import Work


@dataclass(frozen=True, slots=True)
class Osd:
    """A receipt beside what was announced: its papers, its truck, its lines in line order."""

    asn: Asn
    papers: Papers
    truck: DockState
    verdicts: tuple[Verdict, ...]
    lines: tuple[OsdLine, ...]
    tolerance: Tolerance

    @property
    def closed(self) -> bool:
        """Tell whether the receipt is closed: what is missing is then short."""
        return self.asn.status == "closed"

    @property
    def reopened(self) -> bool:
        """Tell whether it was closed before and opened again, be it closed again since."""
        return any(verdict.kind == "reopen" for verdict in self.verdicts)

    @property
    def differing(self) -> tuple[OsdLine, ...]:
        """Return the lines that are not as announced, or were remarked on."""
        return tuple(line for line in self.lines if line.differs)

    @property
    def totals(self) -> Totals:
        """Return the units of all lines."""
        return totals(self.lines)


def osd(code: str, desk: Desk) -> Osd:
    """Compare a receipt with what was announced; nothing is closed.

    ``code`` is an ASN, a purchase order or an SSCC; errors as ``find_receipt``.
    """
    with desk.store.read(desk.stamp()) as work:
        return osd_of(work, find_receipt(work, code))


def osd_of(work: Work, asn: Asn) -> Osd:
    """Compare a receipt with what was announced, in a transaction."""
    tolerance = tolerance_of(work.settings)
    came, remarks = work.osd.came(asn.id), work.osd.remarks(asn.id)
    lines = []
    for line in asn.lines:
        product = work.goods.get(line.product_id)
        names = (product.sku, product.description or product.sku)
        notes = (came.get(line.id, ()), remarks.get(line.id, ()))
        closed = asn.status == "closed"
        lines.append(osd_line(line, *names, tolerance, *notes, closed=closed, blind=asn.blind))
    state = find_visit(work, INBOUND, asn.number).state
    verdicts = work.osd.verdicts(asn.id)
    return Osd(asn, work.osd.papers(asn.id), state, verdicts, tuple(lines), tolerance)


def remark_on(code: str, line: str, reason: str, photo: str, desk: Desk) -> Osd:
    """Note why a line is not as announced, or where its picture lies; a closed receipt too.

    Both are one line of text; the picture is not looked at, it may lie on another station.
    NotFoundError for an unknown line, BadValueError for what is no reason or no path.
    """
    reason, photo = reason.strip(), photo.strip()
    if len(reason) > LONGEST_REASON or not reason.isprintable() or not (reason or photo):
        raise BadValueError("bad_reason", most=LONGEST_REASON)
    if len(photo) > LONGEST_PATH or not photo.isprintable():
        raise BadValueError("bad_photo", most=LONGEST_PATH)
    with desk.store.work(desk.stamp()) as work:
        asn = find_receipt(work, code)
        found = next((one for one in asn.lines if one.line == line), None)
        if found is None:
            raise NotFoundError("unknown_asn_line", number=asn.number, line=line)
        told = {"line": line, "reason": reason, "photo": photo}
        work.osd.remark(work.fact("remark", asn.number, told), found.id, reason, photo)
        noted = osd_of(work, asn)
        work.commit()
    return noted


def refuse_unless_closed(asn: Asn) -> None:
    """Refuse to reopen what is not closed."""
    if asn.status != "closed":
        status = asn.status.replace("_", " ")
        raise RefusedError("not_closed", number=asn.number, status=status)


def osd_json(found: Osd) -> dict[str, Any]:
    """Return a receipt beside what was announced, as answers print it."""
    truck, details = found.truck, found.truck.details
    return {
        "asn": found.asn.number,
        "status": found.asn.status,
        "closed": found.closed,
        "reopened": found.reopened,
        "blind": found.asn.blind,
        "supplier": found.asn.supplier,
        "purchase_order": found.papers.purchase_order,
        "carrier": details.carrier or found.papers.carrier,
        "trailer": details.trailer or found.papers.trailer,
        "seal": details.seal,
        "door": truck.door or None,
        "arrived_at": _instant(truck.arrived_at),
        "docked_at": _instant(truck.docked_at),
        "unload_at": _instant(truck.unload_at),
        "ended_at": _instant(truck.ended_at),
        "verdicts": [
            {"kind": one.kind, "at": print_instant(one.at), "by": one.by} for one in found.verdicts
        ],
        "totals": asdict(found.totals),
        "lines": [line_json(line) for line in found.lines],
    }


def line_json(line: OsdLine) -> dict[str, Any]:
    """Return one line as answers print it."""
    return {
        "line": line.line,
        "sku": line.sku,
        "expected": line.expected,
        "received": line.received,
        "over": line.over,
        "short": line.short,
        "to_come": line.to_come,
        "damaged": line.damaged,
        "unexpected": line.unexpected,
        "beyond": line.beyond,
        "came": [_came_json(came) for came in line.came],
        "remarks": [_remark_json(remark) for remark in line.remarks],
    }


def summary_json(found: Osd) -> dict[str, Any]:
    """Return what an answer to a scan says of the whole receipt."""
    return {
        "totals": asdict(found.totals),
        "differences": [line_json(line) for line in found.differing],
    }


def _came_json(came: Came) -> Mapping[str, Any]:
    expires_on = came.trace.expires_on
    return {
        "lot": came.trace.lot or None,
        "expires_on": print_day(expires_on) if expires_on else None,
        "serial": came.trace.serial or None,
        "units": came.units,
        "damaged": came.damaged,
    }


def _remark_json(remark: Remark) -> Mapping[str, Any]:
    return {
        "reason": remark.reason,
        "photo": remark.photo or None,
        "at": print_instant(remark.at),
        "by": remark.by,
    }


def _instant(instant: datetime | None) -> str | None:
    return print_instant(instant) if instant else None
