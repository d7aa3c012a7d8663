"""Units that come off a truck: the truck checked in, the units booked onto a dock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.dock import AWAITED
from app.domain.goods import Kind, Move
from app.domain.inbound import Told
from app.domain.receiving import trace_on_line
from app.services.aside import quarantine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.goods import Location, Product, Trace
    from app.domain.inbound import Asn
    from app.domain.receiving import Counted
    from app.services.turns import Turn
    from app.work import Work

REVIVED = AWAITED | {"no_show"}


@dataclass(frozen=True, slots=True)
class Arrival:
    """Units (each, > 0) of one ASN line that now lie on a dock, or in quarantine if damaged."""

    line_id: int
    trace: Trace
    units: int
    place: Location


def check_in(turn: Turn, asn: Asn) -> None:
    """The first scan of a receipt checks the truck in; a late arrival revives a no-show."""
    if asn.status in REVIVED:
        turn.work.inbound.event(turn.fact, asn.id, "arrive", turn.work.stamp.at)
        turn.desk.planner.look()


def arrive(turn: Turn, asn: Asn, product: Product, trace: Trace, part: Counted) -> Arrival:
    """Book units in from the supplier; an unexpected product gets a line of its own."""
    work = turn.work
    place = quarantine(turn) if turn.memory.damaged else _dock(work, asn)
    if part.line is None:
        line_id = work.inbound.add_line(turn.fact, asn.id, product.id)
        turn.desk.planner.look()
    else:
        line_id = part.line.id
        trace = trace_on_line(trace, part.line)
    supplier = work.places.virtual(Kind.SUPPLIER)
    work.ledger.move(turn.fact, Move(product.id, part.units, supplier, place.id, trace))
    return Arrival(line_id, trace, part.units, place)


def _dock(work: Work, asn: Asn) -> Location:
    docks = work.places.of_kind(Kind.DOCK)
    return next((dock for dock in docks if dock.code == asn.door), docks[0])


def set_aside(turn: Turn, product: Product, arrivals: Sequence[Arrival]) -> list[dict[str, object]]:
    """Say of damaged units that they stay in quarantine, where they are."""
    sent = []
    for arrival in arrivals:
        told = Told(
            arrival.line_id,
            product.id,
            arrival.trace,
            arrival.units,
            "damaged",
            arrival.place.id,
            arrival.place.id,
        )
        turn.work.inbound.tell(turn.fact, turn.sitting, told, arrival.units)
        sent.append({"to": "quarantine", "location": arrival.place.code, "quantity": arrival.units})
    return sent
