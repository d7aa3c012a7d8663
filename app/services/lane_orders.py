"""What each order in a lane came by and waits for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.texts.screens.lanes import waits_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, tzinfo

    from app.domain.board import Standing
    from app.domain.plan.plan import Plan
    from app.domain.plan.values import Peg, Unmet
    from app.work import Work


@dataclass(frozen=True, slots=True)
class InLane:
    """An order's units in a lane, the trucks they came on, and what the order waits for.

    ``ready`` tells that something of it can be picked now, ``whole`` that all of it can.
    """

    standing: Standing
    asns: tuple[str, ...]
    says: str
    ready: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is pickable of an order now (units, each), and what it waits for."""

    pickable: int
    coming: tuple[Peg, ...]
    unmet: tuple[Unmet, ...]
    planned: bool

    @property
    def stays(self) -> int:
        """Return the units (each) that are not in the building."""
        coming = sum(peg.quantity for peg in self.coming)
        return coming + sum(row.quantity for row in self.unmet)


def in_lanes(work: Work, plan: Plan) -> Mapping[str, tuple[InLane, ...]]:
    """Return by lane what stands staged there, the oldest first."""
    came_on = work.sweeps.came_on()
    told: dict[str, Outlook] = {}
    found: dict[str, list[InLane]] = {}
    for one in work.boards.staged():
        if one.order not in told:
            told[one.order] = _outlook(plan, one.order)
        asns = came_on.get((one.place, one.order), ())
        found.setdefault(one.place, []).append(
            _in_lane(one, asns, told[one.order], work.settings.zone)
        )
    return {place: tuple(rows) for place, rows in found.items()}


def _outlook(plan: Plan, number: str) -> Outlook:
    pegs = plan.pegs_of_order(number)
    coming = sorted(
        (peg for peg in pegs if peg.source == "inbound"), key=lambda peg: peg.available_at
    )
    pickable = sum(plan.pickable(number).values())
    planned = plan.rank_of(number) is not None
    return Outlook(pickable, tuple(coming), plan.unmet_of_order(number), planned)


def _in_lane(one: Standing, asns: tuple[str, ...], told: Outlook, zone: tzinfo) -> InLane:
    first: datetime | None = None
    sku, units, asn = "", 0, ""
    if told.coming:
        peg = told.coming[0]
        sku, units, asn, first = peg.sku, peg.quantity, peg.asn or "", peg.available_at
    elif told.unmet:
        sku, units = told.unmet[0].sku, told.unmet[0].quantity
    says = waits_sentence(
        order=one.order,
        pickable=told.pickable,
        stays=told.stays,
        held=any(row.reason == "on_hold" for row in told.unmet) or not told.planned,
        units=units,
        sku=sku,
        asn=asn,
        at=None if first is None else first.astimezone(zone),
    )
    ready = bool(told.pickable)
    return InLane(one, asns, says, ready, ready and not told.stays)
