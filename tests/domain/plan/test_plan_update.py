"""The plan after a change, brought up to date, equals the plan from scratch."""

import os

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.plan.build import Built, at_instant
from app.domain.plan.days import to_micros
from app.domain.plan.plan import Plan
from app.domain.plan.update import kept_apart, update
from tests.domain.plan.changes import Change, changes, keys_of, reading_of
from tests.domain.plan.facts_of import plan_of
from tests.domain.plan.strategies import warehouses
from tests.domain.plan.warehouse import Warehouse

MANY = settings(
    max_examples=int(os.environ.get("DOCKHAND_EXAMPLES", "400")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def after(built: Built, change: Change) -> Built:
    """The plan brought up to date, as the planner does it."""
    updated = update(kept_apart(built), reading_of(change), *keys_of(change))
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
    house = data.draw(warehouses())
    built = plan_of(house).built
    for _ in range(data.draw(st.integers(1, 5))):
        change = data.draw(changes(house))
        built, house = after(built, change), change.house

        assert said(Plan(built), house) == said(plan_of(house), house)


@MANY
@given(st.data())
def test_a_plan_kept_apart_leaves_the_one_before_it_as_it_was(data: st.DataObject) -> None:
    house = data.draw(warehouses())
    plan = plan_of(house)
    after(plan.built, data.draw(changes(house)))

    assert said(plan, house) == said(plan_of(house), house)


@MANY
@given(st.data())
def test_every_share_is_what_the_walk_from_scratch_gives(data: st.DataObject) -> None:
    house = data.draw(warehouses())
    change = data.draw(changes(house))
    shares, scratch = (
        after(plan_of(house).built, change).shares,
        plan_of(change.house).built.shares,
    )

    for name in ("took", "kept", "start", "short"):
        assert np.array_equal(getattr(shares, name), getattr(scratch, name)), name
