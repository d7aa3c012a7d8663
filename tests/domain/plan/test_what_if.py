"""What another arrival of a truck would do equals what it does."""

import os
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from app.domain.difference import difference, differing, figures, touched
from app.domain.plan.days import to_micros
from app.domain.plan.plan import Plan
from app.domain.plan.what_if import Coming, if_truck
from app.services.what_if import compared
from tests.domain.plan.facts_of import keyed, plan_of
from tests.domain.plan.small import DAY, house, truck, who
from tests.domain.plan.strategies import HOURS, crowded, warehouses
from tests.domain.plan.warehouse import AS_OF, Truck, Want, Warehouse

MANY = settings(
    max_examples=int(os.environ.get("DOCKHAND_EXAMPLES", "200")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def changed(house: Warehouse, one: Truck, coming: Coming) -> Warehouse:
    """The warehouse in which it is so."""
    others = tuple(truck for truck in house.trucks if truck is not one)
    if coming.expected is None:
        loads = tuple(load for load in house.loads if load.asn != one.asn)
        gone = {(load.asn, load.line) for load in house.loads} - {(o.asn, o.line) for o in loads}
        locks = tuple(lock for lock in house.locks if lock.truck not in gone)
        return replace(house, trucks=others, loads=loads, locks=locks)
    at = AS_OF + timedelta(microseconds=coming.expected - to_micros(AS_OF))
    moved = replace(one, expected=at, arrived=coming.arrived)
    return replace(house, trucks=(*others, moved))


@MANY
@given(st.data())
def test_what_would_be_is_what_is_when_it_happens(data: st.DataObject) -> None:
    house = keyed(data.draw(st.one_of(warehouses(), crowded())))
    assume(house.trucks)
    one = data.draw(st.sampled_from(house.trucks))
    hours = data.draw(st.one_of(st.none(), st.sampled_from(HOURS)))
    expected = None if hours is None else to_micros(AS_OF + timedelta(hours=hours))
    coming = Coming(one.key or 0, expected, data.draw(st.booleans()))
    before = plan_of(house)
    after = plan_of(changed(house, one, coming))

    then = if_truck(before.built, coming)

    assert then is not None
    assert list(Plan(then).pegs()) == list(after.pegs())
    parts = differing(figures(before), figures(after))
    promises = {
        order: facts.promised_at if (facts := before.rank_of(order)) else None
        for order in touched(*parts)
    }
    whole = difference(*parts, promises)
    assert replace(compared(before, coming), crossed_before=0, crossed_after=0) == replace(
        whole, crossed_before=0, crossed_after=0
    )
    assert list(before.pegs()) == list(plan_of(house).pegs())


@pytest.mark.parametrize(("expected", "pegs"), [(None, []), (to_micros(AS_OF + 9 * DAY), [])])
def test_a_truck_that_does_not_come_in_time_serves_nobody(
    expected: int | None, pegs: list[tuple[str, int]]
) -> None:
    before = plan_of(house(*truck("T", AS_OF, 1), Want("SO-1", "1", "BOLT", 1)))

    then = if_truck(before.built, Coming(500, expected))

    assert then is not None
    assert who(Plan(then)) == pegs


def test_a_truck_that_brings_nothing_now_changes_nothing() -> None:
    before = plan_of(house(Want("SO-1", "1", "BOLT", 1)))

    assert if_truck(before.built, Coming(500, None)) is None
    assert compared(before, Coming(500, None)).lost == ()
