"""The optimal mode against every set of orders there is, on small warehouses."""

import os
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import combinations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from app.domain.plan.best import Best, best_plan
from app.domain.plan.contest import Chosen, Contest
from app.domain.plan.plan import Plan
from app.services.solving import open_solver
from tests.domain.plan.facts_of import plan_of
from tests.domain.plan.reference import Reference
from tests.domain.plan.small import LATER, SOON, house, truck
from tests.domain.plan.strategies import warehouses
from tests.domain.plan.warehouse import AS_OF, Load, Lock, Lot, Order, Truck, Want, Warehouse

MANY = settings(
    max_examples=int(os.environ.get("DOCKHAND_EXAMPLES", "100")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
LONG = timedelta(minutes=1)
ALL = "all_or_nothing"


def best_of(house: Warehouse, limit: timedelta = LONG) -> Best:
    return best_plan(plan_of(house).built, open_solver(limit))


def preferring(house: Warehouse, numbers: set[str]) -> Warehouse:
    orders = (replace(one, preferred=one.number in numbers) for one in house.orders)
    return replace(house, orders=tuple(orders))


def preferred(best: Best) -> set[str]:
    """Numbers of the orders that must go first."""
    orders = best.best.facts.orders
    return set(orders.numbers[orders.preferred].tolist())


def completed(house: Warehouse) -> dict[int, set[str]]:
    """What the reference completes, by priority."""
    said = Reference(house)
    found: dict[int, set[str]] = {order.priority: set() for order in house.orders}
    for order in house.orders:
        lines = said.lines(order)
        served = all(len(said.served(want)) == want.open for want in lines)
        if not order.held and served and any(want.open for want in lines):
            found[order.priority].add(order.number)
    return found


def most(house: Warehouse, priority: int) -> int:
    """How many orders of a priority any set of them, put first, lets the reference complete."""
    mine = [order.number for order in house.orders if order.priority == priority]
    others = {o.number for o in house.orders if o.preferred and o.priority != priority}
    return max(
        len(completed(preferring(house, others | set(first)))[priority])
        for size in range(len(mine) + 1)
        for first in combinations(mine, size)
    )


@MANY
@given(warehouses())
def test_every_class_completes_as_many_orders_as_any_set_put_first(house: Warehouse) -> None:
    best = best_of(house)
    chosen = preferred(best)

    done = completed(preferring(house, chosen))
    rows = {row.priority: row for row in best.classes}
    for priority, numbers in done.items():
        more_urgent = {o.number for o in house.orders if o.priority < priority} & chosen
        at_most = most(preferring(house, more_urgent), priority)
        assert len(numbers) == at_most
        if priority in rows:
            assert (rows[priority].completed, rows[priority].bound) == (at_most, at_most)


@MANY
@given(warehouses())
def test_the_plan_is_the_plan_from_scratch_with_the_chosen_orders_first(house: Warehouse) -> None:
    best = best_of(house)

    again = plan_of(preferring(house, preferred(best)))

    assert list(Plan(best.best).pegs()) == list(again.pegs())
    assert list(Plan(best.ranked).pegs()) == list(plan_of(preferring(house, set())).pegs())


@MANY
@given(warehouses())
def test_no_class_loses_anything_to_a_less_urgent_one(house: Warehouse) -> None:
    """Take all less urgent classes away: every order gets the same units at the same instants."""
    best = best_of(house)
    whole = _pegs(Plan(best.best))

    for priority in {order.priority for order in house.orders}:
        urgent = {order.number for order in house.orders if order.priority <= priority}
        alone = replace(
            house,
            orders=tuple(o for o in house.orders if o.number in urgent),
            wants=tuple(want for want in house.wants if want.order in urgent),
            locks=(),
        )
        if not house.locks:
            assert _pegs(Plan(best_of(alone).best)) == {
                key: units for key, units in whole.items() if key[0] in urgent
            }


@MANY
@given(warehouses())
def test_it_is_never_below_the_ranked_plan(house: Warehouse) -> None:
    rows = best_of(house).classes

    best = [(row.completed, row.units) for row in rows]
    ranked = [(row.completed_ranked, row.units_ranked) for row in rows]

    assert best >= ranked
    assert all(row.completed <= row.bound for row in rows)


@MANY
@given(warehouses())
def test_the_order_of_rows_is_no_matter(house: Warehouse) -> None:
    turned = replace(
        house, orders=house.orders[::-1], wants=house.wants[::-1], items=house.items[::-1]
    )

    assert preferred(best_of(house)) == preferred(best_of(turned))


@MANY
@given(warehouses())
def test_without_any_time_it_is_no_worse_than_the_ranked_plan(house: Warehouse) -> None:
    rows = best_of(house, timedelta(microseconds=1)).classes

    assert [(row.completed, row.units) for row in rows] >= [
        (row.completed_ranked, row.units_ranked) for row in rows
    ]
    assert all(row.completed <= row.bound for row in rows)


BIG_FIRST = (
    Lot("BOLT", 4),
    Order("SO-1", policy=ALL),
    Order("SO-2", policy=ALL),
    Order("SO-3", policy=ALL),
    Want("SO-1", "1", "BOLT", 4),
    Want("SO-2", "1", "BOLT", 2),
    Want("SO-3", "1", "BOLT", 2),
)


def test_two_small_orders_complete_in_place_of_a_big_one() -> None:
    best = best_of(house(*BIG_FIRST))

    assert (best.completes, best.loses) == (("SO-2", "SO-3"), ("SO-1",))
    assert [row.gap for row in best.classes] == [0.0]


def test_a_big_order_of_a_more_urgent_class_is_left_alone() -> None:
    rows = [row for row in BIG_FIRST if row != Order("SO-1", policy=ALL)]

    best = best_of(house(*rows, Order("SO-1", priority=2, policy=ALL)))

    assert (best.completes, best.loses, best.preferred) == ((), (), ())


def test_a_more_urgent_class_comes_first_whatever_less_urgent_ones_lose() -> None:
    best = best_of(
        house(
            Lot("BOLT", 4),
            Lot("NUT", 2),
            *(Order(f"SO-{k}", priority=1, policy=ALL) for k in (1, 2, 3)),
            Want("SO-1", "1", "BOLT", 3),
            *(Want(f"SO-{k}", "1", "BOLT", 2) for k in (2, 3)),
            *(Want(f"SO-{k}", "2", "NUT", 1) for k in (2, 3)),
            Want("SO-7", "1", "BOLT", 1),
            *(Want(f"SO-{k}", "1", "NUT", 1) for k in (8, 9)),
        )
    )

    assert [(row.completed_ranked, row.completed, row.bound) for row in best.classes] == [
        (1, 2, 2),
        (3, 0, 0),
    ]
    assert best.gained[0] == -2


def test_among_as_many_orders_the_units_decide() -> None:
    best = best_of(
        house(
            Lot("BOLT", 5),
            Order("SO-1", policy=ALL),
            Order("SO-2", policy=ALL),
            Want("SO-1", "1", "BOLT", 3),
            Want("SO-2", "1", "BOLT", 5),
        )
    )

    assert best.completes == ("SO-2",)
    assert [(row.units_ranked, row.units) for row in best.classes] == [(3, 5)]


def test_only_orders_that_must_go_first_are_preferred() -> None:
    small = [Want(f"SO-{k}", "1", "NUT", 1) for k in range(10, 20)]

    assert preferred(best_of(house(*BIG_FIRST, Lot("NUT", 10), *small))) == {"SO-2", "SO-3"}


def test_a_preference_in_force_is_no_part_of_the_ranked_plan() -> None:
    before = house(*BIG_FIRST)

    best = best_of(preferring(before, {"SO-3"}))

    assert (best.completes, preferred(best)) == (("SO-2", "SO-3"), {"SO-2", "SO-3"})


def test_a_product_on_two_lines_is_counted_once() -> None:
    best = best_of(
        house(
            Lot("BOLT", 3),
            Want("SO-1", "1", "BOLT", 2),
            Want("SO-1", "2", "BOLT", 2),
            Want("SO-2", "1", "BOLT", 2),
            Want("SO-2", "2", "BOLT", 1),
        )
    )

    assert best.completes == ("SO-2",)


def test_locked_units_stay_where_they_are() -> None:
    rows = (*BIG_FIRST, Lock("SO-1", "1", 3))

    best = best_of(house(*rows))

    assert (best.completes, best.loses) == ((), ())
    assert [row.completed for row in best.classes] == [1]


def test_a_contested_pin_stays_with_the_order_that_ranks_first() -> None:
    pinned = house(*BIG_FIRST, Lock("SO-1", "1", 3), Lock("SO-3", "1", 2))

    for preferring_it in (set[str](), {"SO-3"}):
        plan = plan_of(preferring(pinned, preferring_it))
        locked = [(peg.order, peg.locked) for peg in plan.pegs() if peg.locked]
        assert sorted(locked) == [("SO-1", 3), ("SO-3", 1)]


def test_a_preferred_order_goes_after_a_more_urgent_and_before_its_equals() -> None:
    rows = [Order(number, priority=at) for number, at in (("A", 3), ("B", 1), ("C", 3))]
    warehouse = house(
        Lot("BOLT", 2), *rows, *(Want(number, "1", "BOLT", 1) for number in ("A", "B", "C"))
    )

    plan = plan_of(preferring(warehouse, {"C"}))

    assert [peg.order for peg in plan.pegs()] == ["B", "C"]
    assert [
        (facts.rank, facts.preferred) for facts in map(plan.rank_of, ("B", "C", "A")) if facts
    ] == [
        (1, False),
        (2, True),
        (3, False),
    ]


@pytest.mark.wrong_input
def test_where_everything_is_on_hold_nothing_is_completed() -> None:
    held = [replace(row, held=True) if isinstance(row, Order) else row for row in BIG_FIRST]

    best = best_of(house(*held))

    assert [(row.orders, row.completed, row.bound, row.gap) for row in best.classes] == [
        (3, 0, 0, 0.0)
    ]


@pytest.mark.wrong_input
def test_without_supply_nothing_is_completed() -> None:
    best = best_of(house(*BIG_FIRST[1:]))

    assert [(row.orders, row.completed, row.bound) for row in best.classes] == [(3, 0, 0)]


@pytest.mark.wrong_input
def test_without_orders_there_are_no_classes() -> None:
    assert best_of(house(Lot("BOLT", 1))).classes == ()


def test_units_of_a_late_truck_complete_an_order_too() -> None:
    best = best_of(house(*truck("T", LATER, 2), *truck("U", SOON, 2), *BIG_FIRST[1:]))

    assert best.completes == ("SO-2", "SO-3")


def test_a_truck_beyond_the_horizon_completes_nothing() -> None:
    far = AS_OF + timedelta(days=30)

    best = best_of(house(Truck("T", far), Load("T", "1", "BOLT", 9), *BIG_FIRST[1:]))

    assert [row.bound for row in best.classes] == [0]


class _Fool:
    """A solver that chooses nothing and promises everything."""

    def choose(self, contest: Contest, share: float) -> Chosen:
        assert 0 < share <= 1
        return Chosen(np.zeros_like(contest.start), contest.owner.size)


def test_a_solver_that_finds_nothing_leaves_the_rank_order() -> None:
    best = best_plan(plan_of(house(*BIG_FIRST)).built, _Fool())

    assert best.preferred == ()
    assert [(row.completed, row.bound) for row in best.classes] == [(1, 3)]


def _pegs(plan: Plan) -> Counter[tuple[str, str, datetime, datetime]]:
    found: Counter[tuple[str, str, datetime, datetime]] = Counter()
    for peg in plan.pegs():
        found[peg.order, peg.line, peg.available_at, peg.ships_at] += peg.quantity
    return found
