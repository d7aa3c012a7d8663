"""The shipments that an order will become: for every policy, in every small warehouse."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given

from app.domain import orders as o
from app.domain.plan.boxes import Box, BoxLine, shipment_plan
from app.domain.plan.plan import Plan
from app.domain.policies import Policy, terms
from tests.domain.plan.facts_of import plan_of
from tests.domain.plan.small import DAY, LATER, SOON, THREE_DAYS, house, truck
from tests.domain.plan.strategies import warehouses
from tests.domain.plan.test_plan_reference import MANY
from tests.domain.plan.warehouse import AS_OF, Lot, Order, Want, Warehouse


def order_of(where: Warehouse, order: Order) -> tuple[o.Order, int | None, tuple[BoxLine, ...]]:
    """Return an order as a job sees it, its limit, and what its open shipment holds: one a line."""
    skus = {want.sku: row for row, want in enumerate(where.wants)}
    picked = 1 if order.shipping else 0
    wants = [want for want in where.wants if want.order == order.number]
    lines = tuple(
        o.OrderLine(row, want.line, skus[want.sku], want.open + picked, 0, 0, picked)
        for row, want in enumerate(wants)
    )
    said = o.Order(
        id=1,
        number=order.number,
        customer="Ann",
        ordered_at=order.ordered,
        promised_at=order.promised,
        priority=order.priority,
        policy=Policy(order.policy),
        max_shipments=order.max_shipments,
        ship_to="",
        email="",
        hold=order.held,
        cancelled=False,
        made=order.made,
        lines=lines,
        agreed=terms(order.agreed, order.agreed_most),
    )
    held = tuple(BoxLine(want.line, want.sku, picked) for want in wants if picked)
    return said, said.most_shipments(where.default_policy), held


def boxes(where: Warehouse, number: str = "SO-1", plan: Plan | None = None) -> tuple[Box, ...]:
    order = next(one for one in where.orders if one.number == number)
    said, most, held = order_of(where, order)
    return shipment_plan(plan or plan_of(where), said, most, held)


def told(where: Warehouse) -> list[tuple[int, int, str, float | None]]:
    """Boxes as (ordinal, units, when, days until it ships)."""
    return [
        (box.ordinal, box.units, box.when, (box.ships_at - AS_OF) / DAY if box.ships_at else None)
        for box in boxes(where)
    ]


@MANY
@given(warehouses())
def test_boxes_hold_what_is_open_and_picked_of_every_line_and_never_more(where: Warehouse) -> None:
    plan = plan_of(where)
    for order in where.orders:
        found: Counter[str] = Counter()
        for box in boxes(where, order.number, plan):
            found.update({line.line: line.units for line in box.lines})
        picked = 1 if order.shipping else 0
        mine = [want for want in where.wants if want.order == order.number]
        assert +found == +Counter({want.line: want.open + picked for want in mine})


@MANY
@given(warehouses())
def test_boxes_are_never_more_than_the_policy_allows(where: Warehouse) -> None:
    plan = plan_of(where)
    for order in where.orders:
        said, most, held = order_of(where, order)
        found = shipment_plan(plan, said, most, held)
        if most is not None:
            assert order.made + len(found) <= max(most, order.made + 1)
            assert all(not box.last for box in found[:-1])
        assert [box.ordinal for box in found] == [order.made + 1 + at for at in range(len(found))]


@MANY
@given(warehouses())
def test_a_dated_box_goes_when_the_pegs_in_it_do(where: Warehouse) -> None:
    plan = plan_of(where)
    for order in where.orders:
        pegs: Counter[object] = Counter()
        for peg in plan.pegs_of_order(order.number):
            pegs[peg.ships_at] += peg.quantity
        _, _, held = order_of(where, order)
        found: Counter[object] = Counter()
        for box in boxes(where, order.number, plan):
            if box.ships_at is not None:
                picked = sum(line.units for line in held) if box.open else 0
                found[box.ships_at] += box.units - picked
                assert all(part.expected_at <= box.ships_at for part in box.coming)
                assert not box.lacks
        if next(iter(plan.unmet_of_order(order.number)), None) is None and not order.held:
            assert +found == +pegs
        else:
            assert not +(found - pegs)


@MANY
@given(warehouses())
def test_what_can_go_now_is_what_can_be_picked(where: Warehouse) -> None:
    plan = plan_of(where)
    for order in where.orders:
        _, _, held = order_of(where, order)
        now = sum(
            box.units - (sum(line.units for line in held) if box.open else 0)
            for box in boxes(where, order.number, plan)
            if box.when == "now"
        )
        pickable = sum(plan.pickable(order.number).values())
        assert now == pickable or (held and now <= pickable)


def test_as_available_is_a_box_a_time() -> None:
    where = house(*THREE_DAYS, Want("SO-1", "1", "BOLT", 9))

    assert [box[:3] for box in told(where)] == [
        (1, 2, "now"),
        (2, 2, "expected"),
        (3, 2, "expected"),
        (4, 2, "expected"),
        (5, 1, "unknown"),
    ]


def test_all_or_nothing_is_one_box_that_waits_for_what_it_lacks() -> None:
    order = Order("SO-1", policy="all_or_nothing")
    rows = (Want("SO-1", "1", "BOLT", 2), Want("SO-1", "2", "NUT", 3))
    (box,) = boxes(house(Lot("BOLT", 2), order, *rows, *truck("B", AS_OF + 9 * DAY, 5, "NUT")))

    assert (box.units, box.when, box.ships_at, box.last) == (5, "unknown", None, True)
    assert [(lack.sku, lack.units, lack.reason, lack.asn) for lack in box.lacks] == [
        ("NUT", 3, "outside_horizon", "B")
    ]


def test_the_last_allowed_box_names_the_trucks_it_waits_for() -> None:
    order = Order("SO-1", policy="up_to_n_shipments", max_shipments=2)
    where = house(*THREE_DAYS, order, Want("SO-1", "1", "BOLT", 8))
    first, last = boxes(where)

    assert (first.when, first.units, first.last, last.last) == ("expected", 4, False, True)
    assert [(part.units, part.expected_at) for part in last.coming] == [
        (2, AS_OF + DAY),
        (2, AS_OF + 3 * DAY),
    ]


@pytest.mark.parametrize(("made", "ordinals"), [(0, [1, 2]), (1, [2]), (5, [6])])
def test_shipments_that_were_made_count(made: int, ordinals: list[int]) -> None:
    order = Order("SO-1", policy="up_to_n_shipments", max_shipments=2, made=made)
    where = house(Lot("BOLT", 1), *truck("A", LATER, 1), order, Want("SO-1", "1", "BOLT", 2))

    assert [box.ordinal for box in boxes(where)] == ordinals


def test_an_open_shipment_takes_what_is_in_the_building_and_the_rest_follows() -> None:
    order = Order("SO-1", policy="up_to_n_shipments", max_shipments=2, shipping=True)
    where = house(Lot("BOLT", 1), *truck("A", SOON, 1), order, Want("SO-1", "1", "BOLT", 3))
    begun, rest = boxes(where)

    assert (begun.open, begun.units, begun.when) == (True, 2, "now")
    assert (rest.open, rest.units, rest.when, rest.last) == (False, 2, "unknown", True)


def test_the_last_open_shipment_takes_everything() -> None:
    order = Order("SO-1", policy="all_or_nothing", shipping=True)
    (box,) = boxes(house(Lot("BOLT", 1), order, Want("SO-1", "1", "BOLT", 3)))

    assert (box.open, box.units, box.when, box.last) == (True, 4, "unknown", True)


def test_a_held_order_has_no_date() -> None:
    where = house(Lot("BOLT", 5), Order("SO-1", held=True), Want("SO-1", "1", "BOLT", 3))

    assert told(where) == [(1, 3, "unknown", None)]
    assert told(replace(where, orders=(Order("SO-1"),))) == [(1, 3, "now", 0)]
