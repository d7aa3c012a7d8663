"""Orders that wait for the whole while parts of them are there."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given

from tests.domain.plan.facts_of import plan_of
from tests.domain.plan.small import DAY, planned, truck
from tests.domain.plan.strategies import warehouses
from tests.domain.plan.test_plan_reference import MANY
from tests.domain.plan.warehouse import AS_OF, Lock, Lot, Order, Want, Warehouse

WHOLE = Order("SO-1", priority=1, policy="all_or_nothing")
TWO = (Want("SO-1", "1", "BOLT", 4), Want("SO-1", "2", "NUT", 3))


@MANY
@given(warehouses())
def test_what_is_here_is_what_could_go_were_it_allowed_to_ship_in_parts(where: Warehouse) -> None:
    plan = plan_of(where)
    starving = {one.facts.order: one for one in plan.starving()}
    for order in where.orders:
        if order.held:
            assert order.number not in starving
            continue
        free = replace(order, policy="ship_as_available")
        others = tuple(free if one is order else one for one in where.orders)
        in_parts = plan_of(replace(where, orders=others))
        could = sum(peg.quantity for peg in in_parts.pegs_of_order(order.number) if peg.asn is None)
        now = sum(plan.pickable(order.number).values())
        if one := starving.get(order.number):
            assert one.here == could - now
        elif any(plan.unmet_of_order(order.number)):
            assert could == now


def test_an_order_starves_while_a_less_urgent_one_takes_its_parts() -> None:
    (one,) = planned(Lot("BOLT", 5), WHOLE, *TWO, Want("SO-2", "1", "BOLT", 3)).starving()

    assert (one.facts.order, one.here, one.passed, one.passed_to) == ("SO-1", 4, 3, ("SO-2",))
    assert [(lack.sku, lack.units, lack.reason) for lack in one.lacks] == [("NUT", 3, "no_supply")]


def test_an_order_that_lacks_everything_does_not_starve() -> None:
    assert planned(WHOLE, *TWO).starving() == ()


def test_an_order_that_waits_for_a_truck_with_all_it_lacks_does_not_starve() -> None:
    assert planned(Lot("BOLT", 4), *truck("A", AS_OF + DAY, 3, "NUT"), WHOLE, *TWO).starving() == ()


def test_units_staged_for_it_are_here() -> None:
    staged = Lock("SO-1", "1", 2, place=1)

    (one,) = planned(Lot("BOLT", 2), WHOLE, *TWO, staged).starving()

    assert (one.here, one.passed) == (2, 0)


def test_what_comes_beyond_the_horizon_is_named_with_its_date() -> None:
    at = AS_OF + 20 * DAY

    (one,) = planned(Lot("BOLT", 4), *truck("A", at, 9, "NUT"), WHOLE, *TWO).starving()

    assert [(lack.asn, lack.expected_at) for lack in one.lacks] == [("A", at)]


def test_the_oldest_comes_first() -> None:
    old = replace(WHOLE, number="SO-2", priority=5, ordered=AS_OF - timedelta(days=90))
    wants = (Want("SO-2", "1", "BOLT", 1), Want("SO-2", "2", "NUT", 1))

    found = planned(Lot("BOLT", 9), WHOLE, old, *TWO, *wants).starving()

    assert [one.facts.order for one in found] == ["SO-2", "SO-1"]
