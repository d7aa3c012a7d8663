"""What the site cross-docks: products, customers and parts of orders that go to the shelf first."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.values import PlanRules
from app.texts.plan import put_away_sentence
from tests.domain.plan.facts_of import inbound_said, pegs_said, plan_of, rules_of
from tests.domain.plan.reference import Reference
from tests.domain.plan.small import DAY, SOON, away, house, planned, truck, who
from tests.domain.plan.strategies import warehouses
from tests.domain.plan.test_plan_reference import MANY
from tests.domain.plan.warehouse import AS_OF, Lock, Lot, Order, Truck, Want, Warehouse


def patient(where: Warehouse, share: int) -> Warehouse:
    """The warehouse with a share alone between its arriving units and the lanes."""
    long = timedelta(days=60)
    nothing: dict[str, tuple[str, ...]] = {"excluded_products": (), "excluded_customers": ()}
    return replace(where, max_lane_dwell=long, min_share=share, **nothing)  # type: ignore[arg-type]


@MANY
@given(warehouses(), st.integers(1, 100))
def test_any_share_keeps_off_the_lanes_what_the_reference_does(house: Warehouse, n: int) -> None:
    where = patient(house, n)

    assert pegs_said(plan_of(where)) == Reference(where).pegs()
    assert inbound_said(plan_of(where)) == Reference(where).inbound()


@MANY
@given(warehouses())
def test_criteria_never_change_who_gets_a_unit_or_when_it_ships(where: Warehouse) -> None:
    free = replace(where, min_share=0, excluded_products=(), excluded_customers=())

    kept, given_ = (
        [replace(peg, cross_dock=False) for peg in plan_of(w).pegs()] for w in (where, free)
    )

    assert kept == given_


@pytest.mark.parametrize(
    ("criterion", "reason"),
    [
        ({"excluded_products": ("BOLT",)}, "product_excluded"),
        ({"excluded_customers": ("Ann",)}, "customer_excluded"),
        ({"min_share": 41}, "share_too_small"),
        ({"excluded_products": ("NUT",), "excluded_customers": ("Bob",), "min_share": 40}, None),
    ],
)
def test_a_criterion_sends_units_to_the_shelf_and_without_it_they_cross(
    criterion: dict[str, object], reason: str | None
) -> None:
    rows = (*truck("T", SOON, 2), Want("SO-1", "1", "BOLT", 5))

    assert away(planned(*rows, **criterion)) == ([(0, 2, reason)] if reason else [(2, 0, None)])
    assert away(planned(*rows)) == [(2, 0, None)]


def test_the_first_criterion_that_keeps_a_unit_off_is_named() -> None:
    rows = (*truck("A", AS_OF, 1), *truck("B", AS_OF + 3 * DAY, 1), Want("SO-1", "1", "BOLT", 2))
    order = Order("SO-1", policy="all_or_nothing")
    names = {"excluded_products": ("BOLT",), "excluded_customers": ("Ann",)}

    said = [
        away(planned(*rows, order, **dict(list(names.items())[begin:]), min_share=100))[0][2]
        for begin in (0, 1, 2)
    ]

    assert said == ["product_excluded", "customer_excluded", "would_wait"]


def test_an_exclusion_that_decides_nothing_is_no_reason() -> None:
    assert away(planned(*truck("T", SOON, 2), excluded_products=("BOLT",))) == [(0, 2, "no_demand")]


def test_an_excluded_customer_gets_its_units_and_the_next_ones_cross() -> None:
    mine, other = Order("SO-1", customer="Ann"), Order("SO-2", customer="Bob")
    wants = (Want("SO-1", "1", "BOLT", 2), Want("SO-2", "1", "BOLT", 3))

    plan = planned(*truck("T", SOON, 5), mine, other, *wants, excluded_customers=("Ann",))

    assert who(plan) == [("SO-1", 2), ("SO-2", 3)]
    assert [peg.cross_dock for peg in plan.pegs()] == [False, True]
    assert away(plan) == [(3, 2, "customer_excluded")]


@pytest.mark.parametrize(("share", "flags"), [(40, [True, True]), (41, [False, True])])
def test_a_share_counts_what_goes_by_the_day_on_which_a_unit_ships(
    share: int, flags: list[bool]
) -> None:
    rows = (*truck("A", AS_OF, 4), *truck("B", AS_OF + DAY, 4), Want("SO-1", "1", "BOLT", 10))

    assert [peg.cross_dock for peg in planned(*rows, min_share=share).pegs()] == flags


def test_units_that_wait_for_the_day_of_the_rest_count_with_it() -> None:
    rows = (Truck("N", AS_OF), *truck("A", AS_OF, 1), *truck("B", AS_OF + DAY / 2, 9))
    order = Order("SO-1", policy="all_or_nothing")

    plan = planned(*rows, order, Want("SO-1", "1", "BOLT", 10), min_share=100)

    assert [peg.cross_dock for peg in plan.pegs()] == [True, True]


@pytest.mark.parametrize(("share", "flag"), [(50, True), (51, False)])
def test_stock_and_what_stands_in_a_lane_count_for_the_share(share: int, flag: bool) -> None:
    there = (Lot("BOLT", 2), Lot("BOLT", 2, 3), Lock("SO-1", "1", 2, place=3))

    plan = planned(*there, *truck("T", AS_OF, 1), Want("SO-1", "1", "BOLT", 10), min_share=share)

    assert away(plan)[0][0] == flag


def test_picked_units_count_for_the_share_so_that_picking_turns_nothing_away() -> None:
    arrives, order = truck("T", AS_OF, 1), Order("SO-1", shipping=True)

    before = planned(*arrives, Lot("BOLT", 3), Want("SO-1", "1", "BOLT", 8), min_share=50)
    after = planned(*arrives, order, Want("SO-1", "1", "BOLT", 5), min_share=50)

    assert [away(plan)[0][0] for plan in (before, after)] == [1, 1]


@pytest.mark.parametrize(("share", "flag"), [(50, True), (51, False)])
def test_picked_units_are_part_of_what_the_order_waits_for(share: int, flag: bool) -> None:
    order, want = Order("SO-1", shipping=True), Want("SO-1", "1", "BOLT", 5)

    assert away(planned(*truck("T", AS_OF, 1), order, want, min_share=share))[0][0] == flag


def test_a_line_that_ships_later_counts_the_lines_before_it_and_not_the_other_way_round() -> None:
    rows = (*truck("A", AS_OF + DAY, 5), *truck("B", AS_OF, 5, "NUT"))
    wants = (Want("SO-1", "1", "BOLT", 5), Want("SO-1", "2", "NUT", 5))

    plan = planned(*rows, *wants, min_share=51)

    assert [(peg.sku, peg.cross_dock) for peg in plan.pegs()] == [("BOLT", True), ("NUT", False)]


@pytest.mark.parametrize("share", [1, 99, 100])
def test_what_completes_its_order_is_always_worth_a_lane(share: int) -> None:
    plan = planned(*truck("T", SOON, 5), Want("SO-1", "1", "BOLT", 5), min_share=share)

    assert away(plan) == [(5, 0, None)]


def test_units_that_are_in_a_lane_are_no_longer_asked_about() -> None:
    rows = (Lot("BOLT", 2, 3), Lock("SO-1", "1", 2, place=3), Want("SO-1", "1", "BOLT", 2))

    plan = planned(*rows, excluded_products=("BOLT",))

    assert [(peg.source, peg.quantity, peg.locked) for peg in plan.pegs()] == [("stock", 2, 2)]
    assert plan.pickable("SO-1") == {1000: 2}


@pytest.mark.parametrize(
    ("criterion", "sentence"),
    [
        (
            {"excluded_products": ("BOLT",)},
            "BOLT is never cross-docked: it is picked from the shelf for SO-1 and SO-2.",
        ),
        (
            {"excluded_customers": ("Ann",)},
            "Units for SO-1 and SO-2 go to the shelf first: this customer is never cross-docked.",
        ),
        (
            {"min_share": 80},
            "At most 66 % of SO-2 would be there to ship; a lane takes 80 % or more.",
        ),
    ],
)
def test_a_criterion_says_what_it_does_and_for_whom(
    criterion: dict[str, object], sentence: str
) -> None:
    wants = (Want("SO-1", "1", "BOLT", 3), Want("SO-2", "1", "BOLT", 3))
    where = house(*truck("T", SOON, 5), *wants, **criterion)

    (row,) = plan_of(where).inbound()

    assert put_away_sentence(row, rules_of(where)) == sentence
    assert put_away_sentence(replace(row, reason=None), PlanRules()) == ""
