"""The plan after a change, brought up to date, equals the plan from scratch."""

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.plan.build import Built, at_instant
from app.domain.plan.days import local_day, start_of_day, to_instant, to_micros
from app.domain.plan.facts import Touched
from app.domain.plan.plan import Plan
from app.domain.plan.update import kept_apart, update
from tests.domain.plan.changes import Change, any_changes, changes, parts_of, reading_of
from tests.domain.plan.facts_of import keyed, plan_of
from tests.domain.plan.small import DAY, HOUR, house, truck, who
from tests.domain.plan.strategies import crowded, warehouses
from tests.domain.plan.warehouse import AS_OF, Load, Lot, Order, Truck, Want, Warehouse

MANY = settings(
    max_examples=int(os.environ.get("DOCKHAND_EXAMPLES", "200")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)

NEW = Touched(products=frozenset({99}))


def after(built: Built, before: Warehouse, change: Change) -> Built:
    """The plan brought up to date, as the planner does it."""
    touched = change.touched(before)
    updated = update(kept_apart(built), reading_of(change.house, touched), touched)
    assert updated is not None
    return at_instant(updated, to_micros(change.house.as_of))


def said(plan: Plan, house: Warehouse) -> tuple[object, ...]:
    """All that a plan says."""
    return (
        plan.as_of,
        plan.horizon_end,
        list(plan.pegs()),
        list(plan.unmet()),
        list(plan.inbound()),
        plan.unload(),
        [(plan.pickable(order.number), plan.rank_of(order.number)) for order in house.orders],
    )


@MANY
@given(st.data())
def test_after_any_changes_the_plan_equals_the_plan_from_scratch(data: st.DataObject) -> None:
    whole = keyed(data.draw(st.one_of(warehouses(), crowded())))
    house = data.draw(parts_of(whole))
    built = plan_of(house).built
    for _ in range(data.draw(st.integers(1, 5))):
        change = data.draw(any_changes(house, whole))
        built, house = after(built, house, change), change.house

        assert said(Plan(built), house) == said(plan_of(house), house)


@MANY
@given(st.data())
def test_a_plan_kept_apart_leaves_the_one_before_it_as_it_was(data: st.DataObject) -> None:
    house = keyed(data.draw(warehouses()))
    plan = plan_of(house)
    after(plan.built, house, data.draw(any_changes(house, house)))

    assert said(plan, house) == said(plan_of(house), house)


def test_an_order_that_takes_as_many_units_of_another_day_is_decided_again() -> None:
    rows = (
        Lot("BOLT", 2),
        *truck("T", AS_OF + DAY, 5),
        Order("SO-2", policy="up_to_n_shipments", max_shipments=2),
        Want("SO-2", "1", "BOLT", 2),
        Want("SO-2", "2", "NUT", 1),
    )
    before = house(*rows, Want("SO-1", "1", "BOLT", 1))
    changed = house(*rows, Want("SO-1", "1", "BOLT", 0))

    plan = Plan(after(plan_of(before).built, before, Change(changed, orders=frozenset({"SO-1"}))))

    assert who(plan) == [("SO-2", 2)]


def test_a_unit_that_comes_in_changes_the_day_of_as_many_units() -> None:
    rows = (
        Truck("T", AS_OF + DAY),
        Order("SO-2", policy="up_to_n_shipments", max_shipments=2),
        Want("SO-2", "1", "BOLT", 2),
        Want("SO-2", "2", "NUT", 1),
    )
    before = house(Lot("BOLT", 1), Load("T", "1", "BOLT", 4), *rows)
    changed = house(Lot("BOLT", 2), Load("T", "1", "BOLT", 4, received=1), *rows)

    plan = Plan(after(plan_of(before).built, before, Change(changed, frozenset({"BOLT"}))))

    assert who(plan) == [("SO-2", 2)]


def test_two_lines_that_gave_back_units_of_one_product_are_decided_again() -> None:
    rows = (
        Order("SO-1", policy="all_or_nothing"),
        Want("SO-1", "1", "BOLT", 1),
        Want("SO-1", "2", "BOLT", 2),
        Want("SO-2", "1", "NUT", 1),
    )
    before, changed = house(Lot("BOLT", 2), *rows), house(Lot("BOLT", 1), *rows)

    plan = Plan(after(plan_of(before).built, before, Change(changed, frozenset({"BOLT"}))))

    assert said(plan, changed) == said(plan_of(changed), changed)


def test_a_change_beyond_what_orders_take_leaves_their_shares() -> None:
    rows = (*truck("T", AS_OF + DAY, 5), Want("SO-1", "1", "BOLT", 3))
    before = house(Lot("BOLT", 2), *rows)
    changed = house(Lot("BOLT", 3), *rows)

    plan = Plan(after(plan_of(before).built, before, Change(changed, frozenset({"BOLT"}))))

    assert who(plan) == [("SO-1", 3)]


TWO = (Lot("BOLT", 3), Want("SO-1", "1", "BOLT", 3), Want("SO-2", "1", "BOLT", 3))


@pytest.mark.parametrize(
    "first",
    [
        Order("SO-2", priority=1),
        Order("SO-2", promised=AS_OF),
        Order("SO-2", ordered=AS_OF - 9 * DAY),
        Order("SO-2", preferred=True),
    ],
)
def test_an_order_that_moves_in_the_rank_takes_what_is_its_due(first: Order) -> None:
    before, changed = house(*TWO), house(*TWO, Order("SO-1"), first)
    change = Change(changed, orders=frozenset({"SO-2"}))

    assert who(plan_of(before)) == [("SO-1", 3)]
    assert who(Plan(after(plan_of(before).built, before, change))) == [("SO-2", 3)]


def test_an_order_that_falls_behind_leaves_its_units_to_the_next() -> None:
    before, changed = house(*TWO), house(*TWO, Order("SO-1", priority=4), Order("SO-2"))
    change = Change(changed, orders=frozenset({"SO-1"}))

    assert who(Plan(after(plan_of(before).built, before, change))) == [("SO-2", 3)]


def test_a_new_order_takes_its_units_of_those_behind_it() -> None:
    rows = (Lot("BOLT", 3), Order("SO-2", key=100), Want("SO-2", "1", "BOLT", 3, key=1000))
    before = house(*rows)
    changed = house(*rows, Order("SO-1", key=99), Want("SO-1", "1", "BOLT", 3, key=999))
    change = Change(changed, orders=frozenset({"SO-1"}))

    assert who(Plan(after(plan_of(before).built, before, change))) == [("SO-1", 3)]


def test_a_truck_that_is_late_lets_another_come_first() -> None:
    want = Want("SO-1", "1", "BOLT", 2)
    rows = (Load("T-1", "1", "BOLT", 2), Load("T-2", "1", "BOLT", 2), want)
    before = house(Truck("T-1", AS_OF), Truck("T-2", AS_OF + DAY), *rows)
    changed = house(Truck("T-1", AS_OF + 2 * DAY), Truck("T-2", AS_OF + DAY), *rows)
    change = Change(changed, frozenset({"BOLT"}), trucks=frozenset({"T-1"}))

    plan = Plan(after(plan_of(before).built, before, change))

    assert [peg.asn for peg in plan.pegs()] == ["T-2"]


def test_a_line_that_names_another_product_is_planned_from_scratch() -> None:
    before = house(Want("SO-1", "1", "BOLT", 1))
    change = Change(house(Want("SO-1", "1", "NUT", 1)), orders=frozenset({"SO-1"}))
    touched = change.touched(before)

    assert update(plan_of(before).built, reading_of(change.house, touched), touched) is None


def test_an_unknown_product_is_planned_from_scratch() -> None:
    before = house(Want("SO-1", "1", "BOLT", 1))

    assert update(plan_of(before).built, reading_of(before, NEW), NEW) is None


@MANY
@given(st.data())
def test_every_share_is_what_the_walk_from_scratch_gives(data: st.DataObject) -> None:
    house = data.draw(warehouses())
    change = data.draw(changes(house))
    shares, scratch = (
        after(plan_of(house).built, house, change).shares,
        plan_of(change.house).built.shares,
    )

    for name in ("took", "kept", "start", "short"):
        assert np.array_equal(getattr(shares, name), getattr(scratch, name)), name


@MANY
@given(warehouses(), st.integers(-2, 2))
def test_time_alone_is_followed_to_the_microsecond(house: Warehouse, off: int) -> None:
    built = plan_of(house).built
    for event in _instants_that_matter(house):
        later = replace(house, as_of=event + timedelta(microseconds=off))

        plan = Plan(at_instant(built, to_micros(later.as_of)))

        assert said(plan, later) == said(plan_of(later), later)


MIDNIGHT = datetime(2026, 3, 29, tzinfo=UTC)
DUE = (*truck("T-2", AS_OF - DAY, 1), *truck("T-1", AS_OF + HOUR, 1), Want("SO-1", "1", "BOLT", 1))
ENTERS = (*truck("T", AS_OF + 7 * DAY + HOUR, 1), Want("SO-1", "1", "BOLT", 1))
SPOILS = (Lot("BOLT", 1, expires=AS_OF.date()), Want("SO-1", "1", "BOLT", 1))


@pytest.mark.parametrize(
    ("rows", "at"), [(DUE, AS_OF + HOUR), (ENTERS, AS_OF + HOUR), (SPOILS, MIDNIGHT)]
)
def test_an_instant_that_changes_the_plan_is_its_first(
    rows: tuple[object, ...], at: datetime
) -> None:
    built = plan_of(house(*rows)).built
    just_before, then = at - timedelta(microseconds=1), at

    plans = [list(Plan(at_instant(built, to_micros(when))).pegs()) for when in (just_before, then)]

    assert [[(peg.asn, peg.order) for peg in pegs] for pegs in plans] == [
        [(peg.asn, peg.order) for peg in plan_of(house(*rows, as_of=when)).pegs()]
        for when in (just_before, then)
    ]
    assert [peg.asn for peg in plans[0]] != [peg.asn for peg in plans[1]]


def _instants_that_matter(house: Warehouse) -> list[datetime]:
    """When trucks become due, come into the horizon, and when the site's day ends."""
    due = [truck.expected for truck in house.trucks]
    midnight = to_instant(
        start_of_day(local_day(to_micros(house.as_of), house.zone) + 1, house.zone)
    )
    return sorted({*due, *(at - house.horizon for at in due), midnight})[:4]
