"""The plan and the reference, which shares no code with it, say the same of any warehouse."""

import os

from hypothesis import HealthCheck, given, settings

from tests.domain.plan.facts_of import (
    inbound_said,
    pegs_said,
    plan_of,
    unload_said,
    unmet_said,
)
from tests.domain.plan.reference import Reference
from tests.domain.plan.strategies import warehouses
from tests.domain.plan.warehouse import Warehouse

MANY = settings(
    max_examples=int(os.environ.get("DOCKHAND_EXAMPLES", "200")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


@MANY
@given(warehouses())
def test_every_peg_is_the_references(house: Warehouse) -> None:
    assert pegs_said(plan_of(house)) == Reference(house).pegs()


@MANY
@given(warehouses())
def test_every_unmet_line_has_the_references_units_and_reason(house: Warehouse) -> None:
    assert unmet_said(plan_of(house)) == Reference(house).unmet()


@MANY
@given(warehouses())
def test_every_inbound_line_becomes_what_the_reference_says(house: Warehouse) -> None:
    assert inbound_said(plan_of(house)) == Reference(house).inbound()


@MANY
@given(warehouses())
def test_trucks_unload_in_the_references_order(house: Warehouse) -> None:
    assert unload_said(plan_of(house)) == Reference(house).unload()


@MANY
@given(warehouses())
def test_what_can_be_picked_now_is_what_the_reference_lets_go(house: Warehouse) -> None:
    plan, reference = plan_of(house), Reference(house)
    lines = {1000 + row: want.line for row, want in enumerate(house.wants)}

    said = {
        order.number: {lines[key]: units for key, units in plan.pickable(order.number).items()}
        for order in house.orders
    }

    assert said == {order.number: reference.pickable(order) for order in house.orders}
