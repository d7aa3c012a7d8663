"""What Cross-dock shows of its board, with filters and a selection.  Pure."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.texts import screen
from ui.models.crossdock import (
    ARRIVAL,
    ORDER,
    ArrivalGroup,
    ArrivalRow,
    CrossdockScene,
    Filter,
    FilterChoice,
    OrderActs,
    OrderRow,
    PegRow,
    PinChoice,
)
from ui.presenters.crossdock_why import crossing, line_key, why
from ui.presenters.marks import promise_mark, truck_mark
from ui.presenters.policies import policy_options

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.domain.board import Truck
    from app.domain.plan.values import Peg, PlannedInbound
    from app.services.crossdock_board import CrossdockBoard, ServedOrder
    from ui.models.crossdock import ChangeScene

ON = "on"
MOST_CHOICES = 40


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person has asked to see: filters by name, and the row that is selected."""

    filters: Mapping[str, str] = field(default_factory=lambda: {"today": ON})
    selected: tuple[str, str] | None = None


def crossdock_scene(
    board: CrossdockBoard, asked: Asked, change: ChangeScene | None = None
) -> CrossdockScene:
    """Show arriving units left, the orders they serve right, and why."""
    pegs = [peg for peg in board.pegs if _kept(peg, board, asked.filters)]
    units = sum(peg.quantity for peg in pegs)
    served = {peg.order for peg in pegs}
    return CrossdockScene(
        arrivals=_arrivals(board, asked.filters, pegs),
        orders=_order_rows(board, pegs),
        pegs=_peg_rows(pegs),
        filters=_filters(board, asked.filters),
        summary=screen("straight_for", orders=len(served)),
        summary_strong=screen("units", units=units),
        selected=asked.selected,
        why=why(board, pegs, asked.selected),
        pins=_pins(pegs, asked.selected),
        order_acts=_acts(board, asked.selected),
        change=change,
        empty="" if board.trucks else screen("nothing_arrives"),
    )


def _kept(peg: Peg, board: CrossdockBoard, filters: Mapping[str, str]) -> bool:
    served = board.orders.get(peg.order)
    if filters.get("product") and peg.sku != filters["product"]:
        return False
    if filters.get("door") and _door_of(board, peg.asn) != filters["door"]:
        return False
    if served is None:
        return not filters.get("customer") and not filters.get("late")
    if filters.get("customer") and served.head.customer != filters["customer"]:
        return False
    return not filters.get("late") or _late(served, board)


def _door_of(board: CrossdockBoard, asn: str | None) -> str:
    return next((truck.state.door for truck in board.trucks if truck.asn == asn), "")


def _late(served: ServedOrder, board: CrossdockBoard) -> bool:
    promised = served.facts.promised_at
    return promised is not None and promised < board.as_of


def _arrivals(
    board: CrossdockBoard, filters: Mapping[str, str], pegs: Sequence[Peg]
) -> tuple[ArrivalGroup | ArrivalRow, ...]:
    shown = {line_key(peg) for peg in pegs}
    narrow = any(filters.get(name) for name in ("product", "customer", "late"))
    rows: list[ArrivalGroup | ArrivalRow] = []
    for truck in board.trucks:
        if filters.get("door") and truck.state.door != filters["door"]:
            continue
        lines = [_arrival(board, line) for line in board.lines.get(truck.asn, ())]
        kept = [line for line in lines if line is not None and (not narrow or line.key in shown)]
        if kept:
            rows += [_group(truck, board), *kept]
    return tuple(rows)


def _group(truck: Truck, board: CrossdockBoard) -> ArrivalGroup:
    mark = truck_mark(truck, board.as_of, board.zone)
    return ArrivalGroup(truck.asn, truck.carrier or truck.supplier, mark)


def _arrival(board: CrossdockBoard, line: PlannedInbound) -> ArrivalRow | None:
    coming = max(0, line.expected - line.received)
    if not coming:
        return None
    across = crossing(board, line)
    rest = ""
    if coming > across and line.reason is not None:
        why_not = screen(f"reason_{line.reason}")
        rest = screen("rest_put_away", units=coming - across, why=why_not)
    name = board.names.get(line.sku, "")
    return ArrivalRow(line.asn, line.line, line.sku, name, coming, across, rest)


def _order_rows(board: CrossdockBoard, pegs: Iterable[Peg]) -> tuple[OrderRow, ...]:
    gets: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    pinned: set[str] = set()
    for peg in pegs:
        gets[peg.order][peg.sku] += peg.quantity
        if peg.locked:
            pinned.add(peg.order)
    return tuple(
        _order_row(board, served, gets[number], number in pinned)
        for number, served in board.orders.items()
        if number in gets
    )


def _order_row(
    board: CrossdockBoard, served: ServedOrder, gets: Mapping[str, int], pinned: bool
) -> OrderRow:
    facts = served.facts
    taken = ", ".join(f"{sku} {units}" for sku, units in gets.items())
    return OrderRow(
        facts.order,
        facts.rank,
        f"P{facts.priority}",
        served.head.customer,
        taken,
        screen(f"policy_{served.head.policy}", most=served.head.max_shipments or 1),
        promise_mark(facts.promised_at, board.as_of, board.zone),
        pinned,
    )


def _peg_rows(pegs: Iterable[Peg]) -> tuple[PegRow, ...]:
    units: dict[tuple[str, str], int] = defaultdict(int)
    for peg in pegs:
        units[line_key(peg), peg.order] += peg.quantity
    return tuple(PegRow(arrival, order, count) for (arrival, order), count in units.items())


def _filters(board: CrossdockBoard, chosen: Mapping[str, str]) -> tuple[Filter, ...]:
    customers = sorted({served.head.customer for served in board.orders.values()})
    doors = sorted({truck.state.door for truck in board.trucks if truck.state.door})
    skus = sorted({peg.sku for peg in board.pegs})
    return (
        Filter("today", screen("only_today"), "event", chosen.get("today", "")),
        _choice("door", "sensor_door", doors, chosen),
        _choice("customer", "groups", customers, chosen),
        _choice("product", "package_2", skus, chosen),
        Filter("late", screen("only_late"), "alarm", chosen.get("late", "")),
    )


def _choice(name: str, icon: str, values: Sequence[str], chosen: Mapping[str, str]) -> Filter:
    value = chosen.get(name, "")
    choices = (
        FilterChoice("", screen("filter_all")),
        *(FilterChoice(entry, entry) for entry in values[:MOST_CHOICES]),
    )
    return Filter(name, value or screen(f"filter_{name}"), icon, value, choices)


def _pins(pegs: Sequence[Peg], selected: tuple[str, str] | None) -> tuple[PinChoice, ...]:
    if selected is None:
        return ()
    kind, key = selected
    mine = [peg for peg in pegs if key == (line_key(peg) if kind == ARRIVAL else peg.order)]
    return tuple(
        PinChoice(
            screen("unpin" if peg.locked else "pin", units=peg.quantity, order=peg.order),
            peg.order,
            peg.line,
            peg.asn or "",
            peg.asn_line or "",
            peg.locked or peg.quantity,
            bool(peg.locked),
        )
        for peg in mine[:6]
    )


def _acts(board: CrossdockBoard, selected: tuple[str, str] | None) -> OrderActs | None:
    if selected is None or selected[0] != ORDER or selected[1] not in board.orders:
        return None
    served = board.orders[selected[1]]
    facts, head = served.facts, served.head
    policies = policy_options(head.voices(board.default_policy))
    return OrderActs(facts.order, held=False, priority=facts.priority, policies=policies)
