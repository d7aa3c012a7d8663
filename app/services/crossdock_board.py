"""Who gets which arriving units, and why, as the Cross-dock screen reads it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.dock import HERE
from app.domain.policies import Policy
from app.domain.staged import wanted_staged
from app.services.shortages import shortages
from app.services.unloading import unload_now
from app.texts.plan import put_away_sentence, rank_sentence, unmet_sentence, won_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from app.domain.backorders import OrderHead
    from app.domain.board import Truck
    from app.domain.plan.plan import Plan
    from app.domain.plan.values import Peg, PlannedInbound, RankFacts
    from app.domain.staged import Wanted
    from app.services.desk import Desk
    from app.services.shortages import Shortage
    from app.work import Work

MOST_ORDERS = 300  # further ones are counted, not shown


@dataclass(frozen=True, slots=True)
class ServedOrder:
    """An order that arriving units serve, with what placed it in the rank, in words.

    ``unmet`` are the units (each) that nothing serves, with the sentence that says why.
    """

    facts: RankFacts
    head: OrderHead
    why: str
    unmet: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CrossdockBoard:
    """Arriving lines in unload order, the orders they serve in rank order, pegs between.

    ``names`` are descriptions by SKU; ``put_away`` says by inbound line why the rest goes to
    the shelf, ``served`` by order line and inbound line why its units go there and who is next;
    ``default_policy`` is the site's; ``preferring``: a supervisor lets some orders go first.
    ``shortages`` are those of the last day that break a promise, ``wanted`` staged units that a
    better rank lacks.
    """

    as_of: datetime
    zone: ZoneInfo
    trucks: tuple[Truck, ...]
    lines: Mapping[str, tuple[PlannedInbound, ...]]
    pegs: tuple[Peg, ...]
    orders: Mapping[str, ServedOrder]
    names: Mapping[str, str]
    put_away: Mapping[int, str]
    served: Mapping[tuple[int, int | None], str] = field(default_factory=dict)
    default_policy: str = Policy.SHIP_AS_AVAILABLE
    preferring: bool = False
    shortages: tuple[Shortage, ...] = ()
    wanted: tuple[Wanted, ...] = ()


def crossdock_board(desk: Desk, *, today: bool) -> CrossdockBoard:
    """Return the board of all open trucks, or of those that are here or expected today."""
    with desk.store.read(desk.stamp()) as work:
        plan, now, zone = desk.planner.current(work), work.stamp.at, work.settings.zone
        trucks = _trucks(work, plan, now, zone, today=today)
        asns = {truck.asn for truck in trucks}
        lines: dict[str, list[PlannedInbound]] = defaultdict(list)
        for row in plan.inbound():
            if row.asn in asns:
                lines[row.asn].append(row)
        pegs = tuple(peg for peg in plan.pegs() if peg.asn in asns and peg.cross_dock)
        found = [row for rows in lines.values() for row in rows]
        wanted = wanted_staged(plan)
        asked = [*(peg.order for peg in pegs), *(one.order for one in wanted)]
        orders = _orders(work, plan, asked)
        return CrossdockBoard(
            now,
            zone,
            trucks,
            {asn: tuple(rows) for asn, rows in lines.items()},
            pegs,
            orders,
            work.boards.product_names({row.sku for row in found}),
            {
                row.inbound_line_id: put_away_sentence(row, plan.built.rules)
                for row in found
                if row.reason
            },
            _served(plan, [peg for peg in pegs if peg.order in orders], zone),
            work.settings.default_policy,
            bool(plan.built.facts.orders.preferred.any()),
            shortages(work, plan),
            wanted,
        )


def _served(
    plan: Plan, pegs: Iterable[Peg], zone: ZoneInfo
) -> Mapping[tuple[int, int | None], str]:
    explainer = plan.explainer()
    return {
        (peg.order_line_id, peg.inbound_line_id): won_by(explainer.of(peg), zone) for peg in pegs
    }


def _trucks(
    work: Work, plan: Plan, now: datetime, zone: ZoneInfo, *, today: bool
) -> tuple[Truck, ...]:
    known = work.boards.trucks()
    ranks = {row.asn: row.rank for row in unload_now(plan, known, work)}
    day = now.astimezone(zone).date()
    kept = [
        truck
        for truck in known
        if truck.asn in ranks
        and (
            not today
            or truck.state.status in HERE
            or truck.state.expected_at.astimezone(zone).date() <= day
        )
    ]
    return tuple(sorted(kept, key=lambda truck: ranks[truck.asn]))


def _orders(work: Work, plan: Plan, asked: list[str]) -> Mapping[str, ServedOrder]:
    """Return orders by number, in rank order."""
    zone = work.settings.zone
    ranked = {number: plan.rank_of(number) for number in asked}
    numbers = sorted(ranked, key=lambda number: facts.rank if (facts := ranked[number]) else 0)
    numbers = numbers[:MOST_ORDERS]
    heads = work.boards.order_heads(set(numbers))
    served = {}
    for number in numbers:
        facts = ranked[number]
        if facts is not None and number in heads:
            why = rank_sentence(facts, zone)
            unmet = tuple(
                (line.quantity, unmet_sentence(line, zone)) for line in plan.unmet_of_order(number)
            )
            served[number] = ServedOrder(facts, heads[number], why, unmet)
    return served
