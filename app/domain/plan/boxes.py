"""Which shipments an order will become, when each goes, and what it waits for.  Pure.

The boxes follow the plan's own shipments (the floor's rules, "One rule for every backorder
policy").  Where the policy sets no limit each unit ships at its own time: what goes at one time is
one box.  What nothing serves goes in a last box without a date; where the policy sets a limit, all
that may not go before it waits in that box, too.  Units picked are in the open shipment, which
takes what is in the building while another shipment may follow it, and everything where none may.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from app.domain.orders import line_key
from app.domain.plan.lacking import lacks_of
from app.domain.plan.pegs import ALONE
from app.domain.plan.pickable import pickable_pegs
from app.domain.plan.rows import peg_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from app.domain.orders import Order
    from app.domain.plan.lacking import Lack
    from app.domain.plan.plan import Plan
    from app.domain.plan.values import Peg

When = Literal["now", "expected", "unknown"]


@dataclass(frozen=True, slots=True)
class BoxLine:
    """Units (each, > 0) of one order line in a box."""

    line: str
    sku: str
    units: int


@dataclass(frozen=True, slots=True)
class Coming:
    """Units (each, > 0) of a box that are on an inbound shipment, there at an instant."""

    asn: str
    sku: str
    units: int
    expected_at: datetime


@dataclass(frozen=True, slots=True)
class Box:
    """A shipment to be: ``ordinal`` counts from 1 over the order's life.

    ``when`` is ``now`` where it can go, ``expected`` where it waits for trucks until ``ships_at``,
    ``unknown`` (then ``ships_at`` is None) where units are in it that nothing serves: the order
    ``lacks`` some, or is held.  ``open``: somebody has begun it.  ``last``: the policy allows none
    after it.
    """

    ordinal: int
    lines: tuple[BoxLine, ...]
    when: When
    ships_at: datetime | None
    coming: tuple[Coming, ...] = ()
    lacks: tuple[Lack, ...] = ()
    open: bool = False
    last: bool = False

    @property
    def units(self) -> int:
        """Return the units (each) in it."""
        return sum(line.units for line in self.lines)


@dataclass(frozen=True, slots=True)
class _Part:
    """Pegs that go together.

    ``now``: all can be picked.  ``early``: they go before what the order lacks is there.
    ``joins``: they go into the shipment that is open, if one is.
    """

    pegs: tuple[Peg, ...] = ()
    now: bool = True
    early: bool = True
    joins: bool = False


def shipment_plan(
    plan: Plan, order: Order, most: int | None, picked: Sequence[BoxLine] = ()
) -> tuple[Box, ...]:
    """Return the boxes that an order will still become, the first to go first.

    ``most`` is how many shipments it may have over its life, None without a limit; ``picked`` is
    what its open shipment holds.
    """
    last_one = most is not None and order.made + 1 >= most
    parts = _parts(plan, order.number, join_all=last_one)
    unmet = [BoxLine(row.line, row.sku, row.quantity) for row in plan.unmet_of_order(order.number)]
    waits = bool(unmet)
    opened = [part for part in parts if picked and part.joins]
    late = [part for part in parts if waits and most is not None and not part.early]
    boxes = [_box(part) for part in parts if part not in opened and part not in late]
    if waits and not (picked and last_one):
        boxes.append(_undated(_merged(late), unmet, plan, order))
    if picked:
        begun = replace(_added(_box(_merged(opened)), picked), open=True)
        begun = replace(begun, ships_at=begun.ships_at or plan.as_of)
        if last_one and waits:
            begun = replace(_undated(_merged(opened), [*picked, *unmet], plan, order), open=True)
        boxes.insert(0, begun)
    if order.hold:
        boxes = [replace(box, when="unknown", ships_at=None) for box in boxes]
    first = order.made + 1
    return tuple(
        replace(box, ordinal=first + at, last=most is not None and first + at >= most)
        for at, box in enumerate(boxes)
    )


def _parts(plan: Plan, number: str, *, join_all: bool) -> list[_Part]:
    """Return what goes together, by the time at which it goes, what is in the building first."""
    columns = plan.columns.pegs_of_order(number)
    now = pickable_pegs(plan.built, columns).tolist()
    groups: dict[tuple[datetime, bool, int], list[int]] = {}
    pegs = list(peg_rows(plan.built, columns))
    for row, peg in enumerate(pegs):
        shipment = int(columns.shipment[row])
        coming = shipment == ALONE and peg.asn is not None
        groups.setdefault((peg.ships_at, coming, shipment), []).append(row)
    return [
        _Part(
            tuple(pegs[row] for row in rows),
            all(now[row] for row in rows),
            all(bool(columns.early[row]) for row in rows),
            join_all or (shipment == ALONE and not coming),
        )
        for (_, coming, shipment), rows in sorted(groups.items())
    ]


def _merged(parts: Sequence[_Part]) -> _Part:
    pegs = tuple(peg for part in parts for peg in part.pegs)
    return _Part(pegs, all(part.now for part in parts))


def _box(part: _Part) -> Box:
    lines = [BoxLine(peg.line, peg.sku, peg.quantity) for peg in part.pegs]
    coming: dict[tuple[datetime, str, str], int] = {}
    for peg in part.pegs:
        if peg.asn is not None:
            key = (peg.available_at, peg.asn, peg.sku)
            coming[key] = coming.get(key, 0) + peg.quantity
    return Box(
        0,
        _summed(lines),
        "now" if part.now else "expected",
        max((peg.ships_at for peg in part.pegs), default=None),
        tuple(Coming(asn, sku, units, at) for (at, asn, sku), units in sorted(coming.items())),
    )


def _undated(part: _Part, lines: Sequence[BoxLine], plan: Plan, order: Order) -> Box:
    box = _added(_box(part), lines)
    lacks = lacks_of(plan.columns, order.number)
    return replace(box, when="unknown", ships_at=None, lacks=lacks)


def _added(box: Box, lines: Sequence[BoxLine]) -> Box:
    return replace(box, lines=_summed([*box.lines, *lines]))


def _summed(lines: Sequence[BoxLine]) -> tuple[BoxLine, ...]:
    """Add up units by line, in line order."""
    units: dict[tuple[str, str], int] = {}
    for line in lines:
        units[line.line, line.sku] = units.get((line.line, line.sku), 0) + line.units
    rows = sorted(units.items(), key=lambda row: line_key(row[0][0]))
    return tuple(BoxLine(line, sku, count) for (line, sku), count in rows)
