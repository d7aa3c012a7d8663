"""The shipments that an order will become, and the orders that starve, as commands print them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from app.domain.instants import print_instant
from app.domain.plan.boxes import BoxLine, shipment_plan
from app.services.agreeing import clash_json, terms_json
from app.services.picking import find_order
from app.texts.shipping import box_sentence, lack_words, starving_sentence

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from app.domain.orders import Order
    from app.domain.plan.boxes import Box
    from app.domain.plan.lacking import Lack, Starving
    from app.domain.plan.plan import Plan
    from app.domain.policies import Clash, Said
    from app.services.desk import Desk
    from app.work import Work


@dataclass(frozen=True, slots=True)
class OrderOutlook:
    """What becomes of an order: whose policy counts, who says otherwise, and its boxes to be.

    ``starving`` is None for one that does not starve.
    """

    order: Order
    counts: Said
    clashes: tuple[Clash, ...]
    boxes: tuple[Box, ...]
    starving: Starving | None
    as_of: datetime
    zone: ZoneInfo


def outlook_of(work: Work, plan: Plan, order: Order) -> OrderOutlook:
    """Return what becomes of an order by a plan."""
    default = work.settings.default_policy
    voices = order.voices(default)
    most = order.most_shipments(default)
    number = order.number
    never = [row.sku for row in plan.unmet_of_order(number) if row.reason == "stockout"]
    return OrderOutlook(
        order,
        voices.counts,
        voices.clashes(number, tuple(dict.fromkeys(never))),
        () if order.cancelled else shipment_plan(plan, order, most, _picked(work, order)),
        next((one for one in plan.starving() if one.facts.order == number), None),
        work.stamp.at,
        work.settings.zone,
    )


def order_outlook(number: str, desk: Desk) -> OrderOutlook:
    """Return what becomes of an order; NotFoundError for an unknown one."""
    with desk.store.read(desk.stamp()) as work:
        return outlook_of(work, desk.planner.current(work), find_order(work, number))


def _picked(work: Work, order: Order) -> tuple[BoxLine, ...]:
    return tuple(
        BoxLine(line.line, work.goods.get(line.product_id).sku, line.in_progress)
        for line in order.lines
        if line.in_progress
    )


def outlook_json(outlook: OrderOutlook) -> dict[str, Any]:
    """Return an outlook as ``backorders ORDER --json`` adds it."""
    zone, counts = outlook.zone, outlook.counts
    starving = outlook.starving
    return {
        "order": outlook.order.number,
        "policy": {"by": counts.by.value, **terms_json(counts.terms)},
        "clashes": [clash_json(clash) for clash in outlook.clashes],
        "shipments_made": outlook.order.made,
        "shipments": [_box_json(box, outlook.order, zone) for box in outlook.boxes],
        "starving": [] if starving is None else [starving_json(starving, outlook.as_of, zone)],
    }


def _box_json(box: Box, order: Order, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "shipment": box.ordinal,
        "units": box.units,
        "lines": [asdict(line) for line in box.lines],
        "when": box.when,
        "ships_at": print_instant(box.ships_at) if box.ships_at else None,
        "open": box.open,
        "last_allowed": box.last,
        "waits_for": [
            {"sku": part.sku, "units": part.units, "asn": part.asn, "reason": "inbound"}
            | {"expected_at": print_instant(part.expected_at)}
            for part in box.coming
        ]
        + [_lack_json(lack, zone) for lack in box.lacks],
        "says": box_sentence(box, zone, held=order.hold),
    }


def _lack_json(lack: Lack, zone: ZoneInfo) -> dict[str, Any]:
    at = lack.expected_at
    return {
        "sku": lack.sku,
        "units": lack.units,
        "asn": lack.asn,
        "reason": lack.reason,
        "expected_at": print_instant(at) if at else None,
        "says": lack_words(lack, zone),
    }


def starving_json(one: Starving, as_of: datetime, zone: ZoneInfo) -> dict[str, Any]:
    """Return a starving order as ``backorders --json`` prints it; ``days`` are whole ones."""
    facts = one.facts
    return {
        "order": facts.order,
        "rank": facts.rank,
        "ordered_at": print_instant(facts.ordered_at),
        "promised_at": print_instant(facts.promised_at) if facts.promised_at else None,
        "days": (as_of - facts.ordered_at).days,
        "here": one.here,
        "passed": one.passed,
        "passed_to": list(one.passed_to),
        "lacks": [_lack_json(lack, zone) for lack in one.lacks],
        "says": starving_sentence(one, as_of, zone),
    }
