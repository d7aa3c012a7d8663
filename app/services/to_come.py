"""What a customer still waits for when a shipment leaves: how much, until when, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.documents import LineToCome
from app.services.standing_in import replaced_by
from app.texts.slips import reason_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from zoneinfo import ZoneInfo

    from app.domain.orders import Order, OrderLine
    from app.domain.plan.plan import Plan
    from app.domain.plan.values import Peg, UnmetReason
    from app.work import Work

UNMET: Final[
    Mapping[UnmetReason, str]
] = {  # what the customer is told: never of other orders, suppliers or trucks
    "on_hold": "on_hold",
    "stockout": "stockout",
    "would_not_complete": "rest_of_order",
    "outside_horizon": "later_delivery",
    "outranked": "no_date",
    "no_supply": "no_date",
}


def still_to_come(work: Work, order: Order, plan: Plan, language: str) -> tuple[LineToCome, ...]:
    """Return what is not shipped, line by line: first what has a date, then what has none."""
    zone = work.settings.zone
    pegs = plan.pegs_of_order(order.number)
    reasons = {unmet.order_line_id: unmet.reason for unmet in plan.unmet_of_order(order.number)}
    found = []
    for line in order.lines:
        units = line.open + line.in_progress
        mine = [peg for peg in pegs if peg.order_line_id == line.id]
        dated = min(units, sum(peg.quantity for peg in mine))
        if dated:
            first, last = _days(mine, zone)
            why = _reason(mine, language, zone)
            found.append(_to_come(work, order, line, dated, (first, last), why))
        if units > dated:
            why = UNMET[reasons.get(line.id, "no_supply")]
            said = reason_sentence(why, language)
            found.append(_to_come(work, order, line, units - dated, (None, None), said))
    return tuple(found)


def _to_come(
    work: Work,
    order: Order,
    line: OrderLine,
    units: int,
    days: tuple[date | None, date | None],
    reason: str,
) -> LineToCome:
    product = work.goods.get(line.product_id)
    about = (line.line, product.sku, product.description, units, *days, reason)
    return LineToCome(*about, in_place_of(work, order, line), line.replaces)


def _days(pegs: Sequence[Peg], zone: ZoneInfo) -> tuple[date, date]:
    """Return the first and the last day on which the units ship."""
    days = [peg.ships_at.astimezone(zone).date() for peg in pegs]
    return min(days), max(days)


def _reason(pegs: Sequence[Peg], language: str, zone: ZoneInfo) -> str:
    """Say what units with a date wait for: the last delivery among their supplies, or nothing."""
    arrivals = [peg.available_at for peg in pegs if peg.asn is not None]
    if not arrivals:
        return reason_sentence("in_stock", language)
    return reason_sentence("delivery", language, max(arrivals).astimezone(zone).date())


def in_place_of(work: Work, order: Order, line: OrderLine) -> str:
    """Name the product in whose place a substitute's line stands, "" for any other line."""
    replaced = replaced_by(work, order, line)
    return f"{replaced.sku} {replaced.description}".strip() if replaced else ""
