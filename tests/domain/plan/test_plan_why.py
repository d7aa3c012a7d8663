"""Why a unit serves whom it serves, and who would have had it else."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given

from app.domain.plan.plan import Plan
from app.texts.plan import peg_sentence
from tests.domain.plan.facts_of import plan_of
from tests.domain.plan.small import DAY, HOUR, LATER, SOON, planned, truck
from tests.domain.plan.strategies import warehouses
from tests.domain.plan.warehouse import AS_OF, Lock, Lot, Order, Want, Warehouse

BOLT, NUT = "BOLT", "NUT"


def runners_up(plan: Plan) -> list[tuple[str, str, int] | None]:
    """Of each peg the runner-up as (order, reason, units)."""
    explainer = plan.explainer()
    lost = [explainer.of(peg).runner_up for peg in plan.pegs()]
    return [(one.facts.order, one.reason, one.facts.units) if one else None for one in lost]


def sentences(*rows: object) -> list[str]:
    plan = planned(*rows)
    explainer, zone = plan.explainer(), plan.built.rules.zone
    return [peg_sentence(explainer.of(peg), zone) for peg in plan.pegs()]


def test_the_runner_up_goes_without() -> None:
    plan = planned(Lot(BOLT, 2), Want("SO-1", "1", BOLT, 2), Want("SO-2", "1", BOLT, 3))

    assert runners_up(plan) == [("SO-2", "outranked", 3)]


def test_the_runner_up_gets_its_units_later() -> None:
    rows = (Lot(BOLT, 2), *truck("T", LATER, 5))
    plan = planned(*rows, Want("SO-1", "1", BOLT, 2), Want("SO-2", "1", BOLT, 3))

    lost = plan.explainer().of(next(plan.pegs())).runner_up

    assert lost is not None
    assert (lost.facts.order, lost.reason, lost.available_at) == ("SO-2", "later", LATER)


def test_who_gets_a_part_at_once_loses_by_the_part_that_comes_later() -> None:
    rows = (Lot(BOLT, 3), *truck("T", LATER, 5))
    plan = planned(*rows, Want("SO-1", "1", BOLT, 2), Want("SO-2", "1", BOLT, 4))

    lost = plan.explainer().of(next(plan.pegs())).runner_up

    assert lost is not None
    assert (lost.facts.order, lost.reason, lost.available_at) == ("SO-2", "later", LATER)


@pytest.mark.parametrize(
    "rows",
    [
        (Want("SO-2", "1", BOLT, 3),),
        (Want("SO-1", "2", BOLT, 9),),
        (Order("SO-2", held=True), Want("SO-2", "1", BOLT, 9)),
        (Want("SO-2", "1", NUT, 9),),
        (Order("SO-0", priority=1), Want("SO-0", "1", BOLT, 1)),
    ],
    ids=["covered", "own line", "held", "other product", "more urgent"],
)
def test_nobody_loses_who_is_covered_or_does_not_compete(rows: tuple[object, ...]) -> None:
    plan = planned(Lot(BOLT, 5), Want("SO-1", "1", BOLT, 2), *rows)

    assert set(runners_up(plan)) == {None}


def test_an_order_that_lacks_another_product_too_is_passed_over() -> None:
    whole = Order("SO-2", policy="all_or_nothing")
    lines = (Want("SO-2", "1", BOLT, 1), Want("SO-2", "2", NUT, 1), Want("SO-3", "1", BOLT, 1))

    plan = planned(Lot(BOLT, 1), Want("SO-1", "1", BOLT, 1), whole, *lines)

    assert runners_up(plan) == [("SO-3", "outranked", 1)]


def test_an_order_that_lacks_nothing_else_is_named() -> None:
    whole = Order("SO-2", policy="all_or_nothing")

    plan = planned(Lot(BOLT, 3), Want("SO-1", "1", BOLT, 2), whole, Want("SO-2", "1", BOLT, 2))

    assert runners_up(plan) == [("SO-2", "would_not_complete", 2)]


def test_a_lock_is_a_reason_of_its_own() -> None:
    lines = (Want("SO-1", "1", BOLT, 1), Want("SO-2", "1", BOLT, 1))
    plan = planned(Lot(BOLT, 1), *lines, Lock("SO-2", "1", 1))

    assert [plan.explainer().of(peg).reason for peg in plan.pegs()] == ["locked"]


def test_a_line_of_another_plan_cannot_be_explained() -> None:
    mine = planned(Lot(BOLT, 1), Want("SO-1", "1", BOLT, 1))
    peg = replace(next(mine.pegs()), order_line_id=99)

    with pytest.raises(ValueError, match="99"):
        mine.explainer().of(peg)


def test_the_sentence_names_both_orders_with_what_placed_them() -> None:
    urgent = Order("SO-1", priority=1, promised=AS_OF + DAY)
    rows = (Lot(BOLT, 1), *truck("T", SOON, 1), urgent, Want("SO-1", "1", BOLT, 1))

    assert sentences(*rows, Want("SO-2", "1", BOLT, 1), Want("SO-3", "1", BOLT, 4)) == [
        (
            "Order SO-1 is served first (rank 1, priority 1, promised 29 Mar 2026 09:30, ordered "
            "25 Mar 2026 09:30). Next is SO-2 (rank 2, priority 3, no promise, ordered "
            "25 Mar 2026 09:30): it gets 1 later, the last at 28 Mar 2026 11:30."
        ),
        (
            "Order SO-2 is served first (rank 2, priority 3, no promise, ordered "
            "25 Mar 2026 09:30). Next is SO-3 (rank 3, priority 3, no promise, ordered "
            "25 Mar 2026 09:30): it misses 4."
        ),
    ]


def test_a_short_wait_is_told_in_minutes() -> None:
    whole = Order("SO-1", policy="all_or_nothing")
    rows = (*truck("A", AS_OF, 1), *truck("B", AS_OF + HOUR, 1), whole)

    row = next(planned(*rows, Want("SO-1", "1", BOLT, 2), max_lane_dwell=HOUR / 2).inbound("A"))

    assert row.waits == HOUR


def test_of_several_waits_the_shortest_is_told() -> None:
    orders = [Order(number, policy="all_or_nothing") for number in ("SO-1", "SO-2")]
    lines = [
        Want(o.number, line, sku, 1) for o in orders for line, sku in (("1", BOLT), ("2", NUT))
    ]
    trucks = (*truck("A", AS_OF, 2), *truck("B", AS_OF + DAY, 1, NUT), *truck("C", LATER, 1, NUT))

    row = next(planned(*trucks, *orders, *lines, max_lane_dwell=HOUR).inbound("A"))

    assert (row.orders, row.waits) == (("SO-1", "SO-2"), DAY)


@given(warehouses())
def test_without_the_winner_the_runner_up_is_better_off(house: Warehouse) -> None:
    free = replace(
        house,
        orders=tuple(replace(o, policy="ship_as_available", max_shipments=0) for o in house.orders),
        locks=(),
    )
    plan = plan_of(free)
    explainer = plan.explainer()
    for peg in list(plan.pegs())[:3]:
        lost = explainer.of(peg).runner_up
        if lost is not None:
            others = tuple(want for want in free.wants if want.order != peg.order)
            without = plan_of(replace(free, wants=others))
            assert _fares(without, lost.facts.order, peg.sku) < _fares(
                plan, lost.facts.order, peg.sku
            )


def _fares(plan: Plan, order: str, sku: str) -> tuple[int, list[datetime]]:
    """Units of a product that an order misses, and when it gets the others: less is better."""
    missing = sum(row.quantity for row in plan.unmet_of_order(order) if row.sku == sku)
    mine = [peg for peg in plan.pegs_of_order(order) if peg.sku == sku]
    return missing, sorted(at for peg in mine for at in [peg.available_at] * peg.quantity)
