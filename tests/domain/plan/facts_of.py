"""Makes the plan's columns of a small warehouse, and plans it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

import numpy as np

from app.domain.plan import facts as f
from app.domain.plan.days import to_micros
from app.domain.plan.facts import Flags, Ints, PlanFacts, Texts
from app.domain.plan.plan import Plan, make_plan
from app.domain.plan.values import Excluded, PlanRules
from tests.domain.plan.reference import RefPeg
from tests.domain.plan.warehouse import Load, Order, Truck, Want, Warehouse

Row = TypeVar("Row", Order, Want, Truck, Load)


def ints(values: Iterable[int]) -> Ints:
    return np.array(list(values), dtype=np.int64)


def flags(values: Iterable[bool]) -> Flags:
    return np.array(list(values), dtype=np.bool_)


def texts(values: Iterable[str]) -> Texts:
    found = list(values)
    column = np.empty(len(found), dtype=np.object_)
    column[:] = found
    return column


def day(expires: date | None) -> int:
    return f.NO_EXPIRY if expires is None else expires.toordinal()


def instant(at: datetime | None) -> int:
    return f.NEVER if at is None else to_micros(at)


def keyed(house: Warehouse) -> Warehouse:
    """The warehouse with a key for every row, in the order of the keys."""
    return replace(
        house,
        orders=_keyed(house.orders, 100),
        wants=_keyed(house.wants, 1000),
        trucks=_keyed(house.trucks, 500),
        loads=_keyed(house.loads, 5000),
    )


def _keyed(rows: tuple[Row, ...], first: int) -> tuple[Row, ...]:
    found = [one if one.key else replace(one, key=first + at) for at, one in enumerate(rows)]
    return tuple(sorted(found, key=lambda one: one.key or 0))


def facts_of(house: Warehouse) -> PlanFacts:
    house = keyed(house)
    sku = {item.sku: row for row, item in enumerate(house.items)}
    order = {one.number: row for row, one in enumerate(house.orders)}
    truck = {one.asn: row for row, one in enumerate(house.trucks)}
    load = {(one.asn, one.line): row for row, one in enumerate(house.loads)}
    want = {(one.order, one.line): row for row, one in enumerate(house.wants)}
    return PlanFacts(
        orders=f.Orders(
            ids=ints(one.key or 0 for one in house.orders),
            numbers=texts(one.number for one in house.orders),
            priority=ints(one.priority for one in house.orders),
            promised=ints(instant(one.promised) for one in house.orders),
            ordered=ints(to_micros(one.ordered) for one in house.orders),
            policy=ints(f.POLICIES.index(one.policy) for one in house.orders),
            max_shipments=ints(one.max_shipments for one in house.orders),
            made=ints(one.made for one in house.orders),
            picked=ints(one.picked for one in house.orders),
            held=flags(one.held for one in house.orders),
            preferred=flags(one.preferred for one in house.orders),
            agreed=ints(f.POLICIES.index(one.agreed) for one in house.orders),
            agreed_most=ints(one.agreed_most for one in house.orders),
            barred=flags(one.customer in house.excluded_customers for one in house.orders),
        ),
        lines=f.Lines(
            ids=ints(one.key or 0 for one in house.wants),
            order=ints(order[one.order] for one in house.wants),
            product=ints(sku[one.sku] for one in house.wants),
            texts=texts(one.line for one in house.wants),
            open=ints(one.open for one in house.wants),
        ),
        products=f.Products(
            ids=ints(range(10, 10 + len(house.items))),
            skus=texts(one.sku for one in house.items),
            backorderable=flags(one.backorderable for one in house.items),
            barred=flags(one.sku in house.excluded_products for one in house.items),
        ),
        stock=f.Stock(
            product=ints(sku[one.sku] for one in house.lots),
            place=ints(one.place for one in house.lots),
            on_dock=flags(one.on_dock for one in house.lots),
            expires=ints(day(one.expires) for one in house.lots),
            units=ints(one.units for one in house.lots),
        ),
        inbound=f.Inbound(
            ids=ints(one.key or 0 for one in house.trucks),
            numbers=texts(one.asn for one in house.trucks),
            expected=ints(to_micros(one.expected) for one in house.trucks),
            arrived=flags(one.arrived for one in house.trucks),
        ),
        inbound_lines=f.InboundLines(
            ids=ints(one.key or 0 for one in house.loads),
            shipment=ints(truck[one.asn] for one in house.loads),
            product=ints(sku[one.sku] for one in house.loads),
            texts=texts(one.line for one in house.loads),
            expected=ints(one.expected for one in house.loads),
            received=ints(one.received for one in house.loads),
            damaged=ints(one.damaged for one in house.loads),
            crossed=ints(one.crossed for one in house.loads),
            expires=ints(day(one.expires) for one in house.loads),
        ),
        locks=f.Locks(
            line=ints(want[one.order, one.line] for one in house.locks),
            source=ints(
                f.FROM_STOCK if one.truck is None else load[one.truck] for one in house.locks
            ),
            place=ints(f.ANYWHERE if one.place is None else one.place for one in house.locks),
            expires=ints(day(one.expires) for one in house.locks),
            units=ints(one.units for one in house.locks),
        ),
    )


def rules_of(house: Warehouse) -> PlanRules:
    excluded = Excluded(house.excluded_products, house.excluded_customers)
    return PlanRules(
        house.zone, house.default_policy, house.max_lane_dwell, house.min_share, excluded
    )


def plan_of(house: Warehouse) -> Plan:
    return make_plan(facts_of(house), rules_of(house), as_of=house.as_of, horizon=house.horizon)


def pegs_said(plan: Plan) -> list[RefPeg]:
    """The plan's pegs as the rules list them: those that differ in quantity alone are one."""
    sums: dict[tuple[object, ...], int] = {}
    for peg in plan.pegs():
        names = (peg.order, peg.line, peg.sku, peg.source, peg.asn, peg.asn_line)
        key = (*names, peg.available_at, peg.ships_at, peg.cross_dock)
        sums[key] = sums.get(key, 0) + peg.quantity
    return [RefPeg(*key[:3], units, *key[3:]) for key, units in sums.items()]  # type: ignore[arg-type,call-arg]


def unmet_said(plan: Plan) -> list[tuple[str, str, str, int, str]]:
    return [(u.order, u.line, u.sku, u.quantity, u.reason) for u in plan.unmet()]


def inbound_said(plan: Plan) -> list[tuple[object, ...]]:
    return [
        (
            row.asn,
            row.line,
            row.sku,
            row.expected,
            row.received,
            row.damaged,
            row.cross_dock,
            row.put_away,
            row.reason,
        )
        for row in plan.inbound()
    ]


def unload_said(plan: Plan) -> list[tuple[str, int, int, int]]:
    return [(row.asn, row.late_units, row.due_units, row.units) for row in plan.unload()]
