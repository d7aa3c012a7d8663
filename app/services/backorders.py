"""The backorder queue and the pick queue, as the plan has them now."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from app.domain.backorders import Backorder, backorders
from app.domain.instants import print_instant
from app.exchange.csv_out import csv_text
from app.services.agreeing import clash_json
from app.services.pickups import missed_json, misses_of
from app.services.shipment_plans import outlook_json, starving_json
from app.texts.pickups import missed_words
from app.texts.plan import backorder_sentence, unmet_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from app.domain.pickups import Missed
    from app.domain.plan.lacking import Starving
    from app.domain.plan.plan import Plan
    from app.domain.policies import Clash
    from app.services.desk import Desk
    from app.services.shipment_plans import OrderOutlook
    from app.work import Work

QUEUE_COLUMNS = (
    "rank",
    "order",
    "line",
    "sku",
    "quantity",
    "kind",
    "ordered_at",
    "promised_at",
    "expected_ship_at",
    "waits_for",
    "reason",
    "detail",
)


@dataclass(frozen=True, slots=True)
class BackorderQueue:
    """Lines that wait, in rank order, among ``placed`` orders on file.

    ``crossed`` are orders that units off a truck were sent to: they waited once, too.
    ``starving`` are the orders that starve, the oldest first, ``clashes`` what order, customer and
    product say differently, in rank order; ``misses`` are by order the pickups it misses today.
    """

    lines: tuple[Backorder, ...]
    placed: int
    crossed: frozenset[str]
    zone: ZoneInfo
    starving: tuple[Starving, ...] = ()
    clashes: tuple[Clash, ...] = ()
    misses: Mapping[str, tuple[Missed, ...]] = field(default_factory=dict)

    def missed_by(self, line: Backorder) -> Missed | None:
        """Return the first pickup that units of a line miss, None where it misses none."""
        at = line.expected_ship_at
        missed = self.misses.get(line.order, ())
        return next((one for one in missed if at in [p.part.there_at for p in one.parts]), None)

    @property
    def rate(self) -> float:
        """Return orders with a line that was ever backordered per 100 placed, to two places.

        Ever, as far as facts tell: those that wait now, and those that a truck's units went to.
        """
        waiting = {line.order for line in self.lines if line.kind == "backorder"} | self.crossed
        return round(100 * len(waiting) / self.placed, 2) if self.placed else 0.0


def queue_of(work: Work, plan: Plan) -> BackorderQueue:
    """Return the queue that a plan leaves."""
    plans, zone = work.plans, work.settings.zone
    told = plan.starving(), plan.clashes()
    lines, misses = backorders(plan), misses_of(work, plan)
    return BackorderQueue(lines, plans.placed(), plans.crossed(), zone, *told, misses)


def backorder_queue(desk: Desk) -> BackorderQueue:
    """Return what waits, and for what."""
    with desk.store.read(desk.stamp()) as work:
        plan = desk.planner.current(work)
        return queue_of(work, plan)


def waits_for(line: Backorder, zone: ZoneInfo) -> str:
    """Say what a line waits for: the reason why units are unmet, else the inbound shipments."""
    return unmet_sentence(line.unmet, zone) if line.unmet else ", ".join(line.asns)


def backorders_json(queue: BackorderQueue, as_of: datetime) -> dict[str, Any]:
    """Return the queue as ``backorders --json`` prints it."""
    return {
        "lines": [_line_json(line, queue) for line in queue.lines],
        "summary": {
            "lines": len(queue.lines),
            "units": sum(line.quantity for line in queue.lines),
            "orders": len({line.order for line in queue.lines}),
            "backorder_rate": queue.rate,
        },
        "starving": [starving_json(one, as_of, queue.zone) for one in queue.starving],
        "clashes": [clash_json(clash) for clash in queue.clashes],
    }


def order_json(queue: BackorderQueue, outlook: OrderOutlook) -> dict[str, Any]:
    """Return one order's part of the queue as ``backorders ORDER --json`` prints it.

    The rate stays that of all orders.
    """
    number = outlook.order.number
    mine = replace(queue, lines=tuple(line for line in queue.lines if line.order == number))
    said = backorders_json(mine, outlook.as_of)
    said["summary"]["backorder_rate"] = queue.rate
    told = [missed_json(one, queue.zone) for one in queue.misses.get(number, ())]
    return {**said, **outlook_json(outlook), "misses_pickups": told}


def _line_json(line: Backorder, queue: BackorderQueue) -> dict[str, Any]:
    zone, missed = queue.zone, queue.missed_by(line)
    promised, ships = line.promised_at, line.expected_ship_at
    return {
        "rank": line.rank,
        "order": line.order,
        "line": line.line,
        "sku": line.sku,
        "quantity": line.quantity,
        "kind": line.kind,
        "ordered_at": print_instant(line.ordered_at),
        "promised_at": None if promised is None else print_instant(promised),
        "expected_ship_at": None if ships is None else print_instant(ships),
        "waits_for": waits_for(line, zone),
        "reason": line.unmet.reason if line.unmet else "inbound",
        "detail": backorder_sentence(line, zone),
        "misses_pickup": None if missed is None else missed_words(missed, zone),
    }


def queue_csv(queue: BackorderQueue) -> str:
    """Return the queue as CSV, in the columns of ``backorders --json``."""
    rows = [_line_json(line, queue) for line in queue.lines]
    return csv_text(QUEUE_COLUMNS, ([row[name] for name in QUEUE_COLUMNS] for row in rows))
