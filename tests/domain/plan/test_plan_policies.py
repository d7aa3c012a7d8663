"""The one rule for every backorder policy, stockouts, holds and locks, sentence by sentence."""

import pytest

from tests.domain.plan.small import (
    DAY,
    LATER,
    SOON,
    THREE_DAYS,
    away,
    hours,
    planned,
    truck,
    who,
    why,
)
from tests.domain.plan.warehouse import AS_OF, Lock, Lot, Order, Want


def test_without_a_limit_each_unit_ships_at_its_own_time() -> None:
    plan = planned(*THREE_DAYS, Want("SO-1", "1", "BOLT", 9))

    assert hours(plan) == [("SO-1", 2, 0), ("SO-1", 2, 1), ("SO-1", 2, 24), ("SO-1", 2, 72)]


def test_all_or_nothing_ships_together_at_the_last_time() -> None:
    order = Order("SO-1", policy="all_or_nothing")

    plan = planned(*THREE_DAYS, order, Want("SO-1", "1", "BOLT", 5))

    assert hours(plan) == [("SO-1", 2, 24), ("SO-1", 2, 24), ("SO-1", 1, 24)]


def test_all_or_nothing_gives_everything_back_where_one_line_is_short() -> None:
    order = Order("SO-1", priority=1, policy="all_or_nothing")
    rows = (Want("SO-1", "1", "BOLT", 2), Want("SO-1", "2", "NUT", 1), Want("SO-2", "1", "BOLT", 2))

    plan = planned(Lot("BOLT", 2), order, *rows)

    assert who(plan) == [("SO-2", 2)]
    assert why(plan) == [("SO-1", 2, "would_not_complete"), ("SO-1", 1, "no_supply")]


def test_lines_that_name_one_product_share_its_supply() -> None:
    order = Order("SO-1", policy="all_or_nothing")
    lines = (Want("SO-1", "1", "BOLT", 2), Want("SO-1", "2", "BOLT", 1))

    assert who(planned(Lot("BOLT", 2), order, *lines)) == []


def test_the_last_allowed_shipment_takes_all_that_is_left() -> None:
    order = Order("SO-1", policy="up_to_n_shipments", max_shipments=2)

    plan = planned(*THREE_DAYS, order, Want("SO-1", "1", "BOLT", 8))

    assert hours(plan) == [("SO-1", 2, 1), ("SO-1", 2, 1), ("SO-1", 2, 72), ("SO-1", 2, 72)]


def test_an_order_that_is_not_full_keeps_its_first_shipments_alone() -> None:
    order = Order("SO-1", policy="up_to_n_shipments", max_shipments=3)

    plan = planned(*THREE_DAYS, order, Want("SO-1", "1", "BOLT", 9))

    assert hours(plan) == [("SO-1", 2, 1), ("SO-1", 2, 1), ("SO-1", 2, 24)]
    assert why(plan) == [("SO-1", 3, "would_not_complete")]


@pytest.mark.parametrize(("made", "kept"), [(0, 6), (1, 4), (2, 0), (7, 0)])
def test_shipments_made_count_and_one_is_always_left(made: int, kept: int) -> None:
    order = Order("SO-1", policy="up_to_n_shipments", max_shipments=3, made=made)

    plan = planned(*THREE_DAYS, order, Want("SO-1", "1", "BOLT", 9))

    assert sum(peg.quantity for peg in plan.pegs()) == {6: 6, 4: 4, 0: 0}[kept]


@pytest.mark.parametrize(("setting", "units"), [("ship_as_available", 8), ("all_or_nothing", 0)])
def test_default_is_what_the_site_says(setting: str, units: int) -> None:
    order = Order("SO-1", policy="default")

    plan = planned(*THREE_DAYS, order, Want("SO-1", "1", "BOLT", 9), default_policy=setting)

    assert sum(peg.quantity for peg in plan.pegs()) == units


def test_while_a_shipment_is_open_what_is_there_may_still_join_it() -> None:
    order = Order("SO-1", policy="up_to_n_shipments", max_shipments=2, shipping=True)

    plan = planned(*THREE_DAYS, order, Want("SO-1", "1", "BOLT", 9))

    assert hours(plan) == [("SO-1", 2, 0)]
    assert plan.pickable("SO-1") == {1000: 2}


def test_the_last_allowed_shipment_must_be_whole_when_it_is_open() -> None:
    order = Order("SO-1", policy="up_to_n_shipments", max_shipments=1, shipping=True)

    assert who(planned(*THREE_DAYS, order, Want("SO-1", "1", "BOLT", 9))) == []


def test_a_more_urgent_order_may_hold_stock_back_for_its_last_truck() -> None:
    order = Order("SO-1", priority=1, policy="all_or_nothing")
    rows = (Want("SO-1", "1", "BOLT", 3), Want("SO-2", "1", "BOLT", 2))

    plan = planned(Lot("BOLT", 2), *truck("T", LATER, 1), order, *rows)

    assert who(plan) == [("SO-1", 2), ("SO-1", 1)]
    assert plan.pickable("SO-1") == {}


def test_what_cannot_be_backordered_is_never_promised_from_a_truck() -> None:
    plan = planned(Lot("VASE", 1), *truck("T", SOON, 5, "VASE"), Want("SO-1", "1", "VASE", 3))

    assert who(plan) == [("SO-1", 1)]
    assert why(plan) == [("SO-1", 2, "stockout")]
    assert away(plan) == [(0, 5, "not_backorderable")]


def test_a_pin_cannot_promise_it_either() -> None:
    rows = (*truck("T", SOON, 5, "VASE"), Want("SO-1", "1", "VASE", 3))

    assert who(planned(*rows, Lock("SO-1", "1", 3, ("T", "1")))) == []


def test_a_held_order_takes_nothing_and_its_locks_freeze() -> None:
    rows = (Order("SO-1", held=True), Want("SO-1", "1", "BOLT", 2), Want("SO-2", "1", "BOLT", 3))

    plan = planned(Lot("BOLT", 3), *rows, Lock("SO-1", "1", 2))

    assert who(plan) == [("SO-2", 1)]
    assert why(plan) == [("SO-1", 2, "on_hold"), ("SO-2", 2, "no_supply")]


def test_a_lock_comes_before_a_better_rank() -> None:
    rows = (Order("SO-1", priority=1), Want("SO-1", "1", "BOLT", 2), Want("SO-2", "1", "BOLT", 2))

    assert who(planned(Lot("BOLT", 2), *rows, Lock("SO-2", "1", 1))) == [("SO-1", 1), ("SO-2", 1)]


def test_a_lock_reaches_beyond_the_horizon() -> None:
    rows = (*truck("T", AS_OF + 30 * DAY, 5), Want("SO-1", "1", "BOLT", 3))

    plan = planned(*rows, Lock("SO-1", "1", 2, ("T", "1")))

    assert who(plan) == [("SO-1", 2)]
    assert why(plan) == [("SO-1", 1, "outside_horizon")]
    assert away(plan) == [(2, 3, "outside_horizon")]


@pytest.mark.parametrize(("locked", "kept"), [(9, 3), (2, 2)])
def test_a_lock_is_never_more_than_is_open_or_there(locked: int, kept: int) -> None:
    rows = (Lot("BOLT", 4), Order("SO-1", policy="all_or_nothing"), Want("SO-1", "1", "BOLT", 3))

    plan = planned(*rows, Want("SO-1", "2", "NUT", 1), Lock("SO-1", "1", locked))

    assert [(peg.quantity, peg.locked) for peg in plan.pegs()] == [(kept, kept)]


def test_staged_units_serve_their_line_from_where_they_stand() -> None:
    rows = (Lot("BOLT", 2, 3), Want("SO-1", "1", "BOLT", 2), Want("SO-2", "1", "BOLT", 1))

    plan = planned(*rows, Lock("SO-2", "1", 1, place=3), Lock("SO-2", "1", 5, place=2))

    assert [(peg.order, peg.quantity, peg.locked) for peg in plan.pegs()] == [
        ("SO-1", 1, 0),
        ("SO-2", 1, 1),
    ]


def test_staged_units_that_have_expired_are_not_there() -> None:
    old = AS_OF.date() - DAY
    rows = (Lot("BOLT", 2, 3, expires=old), Want("SO-1", "1", "BOLT", 2))

    assert who(planned(*rows, Lock("SO-1", "1", 2, place=3, expires=old))) == []
