"""What Pack shows of the carton in hand, and of the customer's other orders at packing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.cartons import Full, in_hand
from app.services.parcels import tolerance_of, verdict_of

if TYPE_CHECKING:
    from app.domain.expected_weight import Verdict
    from app.services.box import Box
    from app.work import Work


@dataclass(frozen=True, slots=True)
class CartonView:
    """The carton in hand: its place among those of the shipment, from 1; ``units`` lie in it.

    ``weight`` is None where it is not weighed with all that is in it; ``must_weigh`` tells that
    the shipment does not close before it is.  ``verified``: its carrier's number has a check digit
    that holds.
    """

    number: int
    count: int
    sscc: str
    units: int
    weight: Verdict | None
    must_weigh: bool
    tracking: str
    carrier: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """Another order of the same customer at packing, with its units to verify (each)."""

    order: str
    units: int


def carton_view(work: Work, box: Box) -> CartonView | None:
    """Return the carton in hand, None before the first."""
    if box.shipment is None:
        return None
    cartons = work.cartons.of_shipment(box.shipment.id)
    hand = in_hand(cartons)
    if hand is None:
        return None
    full = Full(hand, work.cartons.contents(box.shipment.id).get(hand.number, {}))
    must = work.settings.hold_wrong_weight and tolerance_of(work).checks
    weight = verdict_of(work, box.order, full)
    place = 1 + cartons.index(hand)
    said = (hand.tracking, hand.carrier or box.order.carrier, bool(hand.carrier))
    return CartonView(place, len(cartons), hand.sscc, full.units, weight, must, *said)


def beside(work: Work, box: Box) -> tuple[Beside, ...]:
    """Return the customer's other orders that stand at packing, oldest shipment first."""
    return tuple(
        Beside(number, units)
        for number, customer, units in work.boards.boxes()
        if customer == box.order.customer and number != box.order.number
    )
