"""What crosses the dock, why a unit is put away or a line unmet, and what to unload first."""

from datetime import timedelta

import pytest

from tests.domain.plan.small import (
    DAY,
    HOUR,
    SOON,
    away,
    planned,
    truck,
    who,
    why,
)
from tests.domain.plan.warehouse import AS_OF, Load, Lock, Lot, Order, Truck, Want


@pytest.mark.parametrize(("last", "flag"), [(24, True), (25, False)])
def test_a_unit_crosses_the_dock_when_it_leaves_soon(last: int, flag: bool) -> None:
    order = Order("SO-1", policy="all_or_nothing")
    rows = (*truck("A", AS_OF, 1), *truck("B", AS_OF + last * HOUR, 1))

    plan = planned(*rows, order, Want("SO-1", "1", "BOLT", 2))

    assert [peg.cross_dock for peg in plan.pegs()] == [flag, True]
    assert away(plan)[0] == ((1, 0, None) if flag else (0, 1, "would_wait"))


@pytest.mark.parametrize(("on_dock", "flag"), [(True, True), (False, False)])
def test_stock_crosses_the_dock_only_from_a_dock(on_dock: bool, flag: bool) -> None:
    plan = planned(Lot("BOLT", 1, 4, on_dock), Want("SO-1", "1", "BOLT", 1))

    assert [peg.cross_dock for peg in plan.pegs()] == [flag]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ((Lot("BOLT", 9), Want("SO-1", "1", "BOLT", 3)), "stock_covers"),
        ((Want("SO-1", "1", "BOLT", 1),), "stock_covers"),
        ((), "no_demand"),
        ((Order("SO-1", held=True), Want("SO-1", "1", "BOLT", 3)), "no_demand"),
        (
            (Order("SO-1", policy="all_or_nothing"), Want("SO-1", "1", "BOLT", 9)),
            "would_not_complete",
        ),
    ],
)
def test_why_a_unit_is_put_away(rows: tuple[object, ...], reason: str) -> None:
    assert away(planned(*truck("T", SOON, 2), *rows))[0][2] == reason


def test_an_outranked_line_names_the_last_order_that_keeps_a_unit() -> None:
    lines = [Want(f"SO-{n}", "1", "BOLT", 2) for n in (1, 2, 3, 4)]

    plan = planned(Lot("BOLT", 3), *lines)

    unmet = {row.order: row for row in plan.unmet()}
    assert unmet["SO-4"].winner == unmet["SO-3"].winner
    winner = unmet["SO-4"].winner
    assert winner is not None
    assert (winner.order, winner.rank, winner.units) == ("SO-2", 2, 1)


def test_an_order_never_outranks_itself() -> None:
    plan = planned(Lot("BOLT", 1), Want("SO-1", "1", "BOLT", 1), Want("SO-1", "2", "BOLT", 1))

    assert why(plan) == [("SO-1", 1, "no_supply")]


def test_without_the_order_that_is_named_the_line_is_served() -> None:
    rows = (Lot("BOLT", 3), Want("SO-1", "1", "BOLT", 3), Want("SO-2", "1", "BOLT", 3))
    named = next(planned(*rows).unmet()).winner
    assert named is not None

    assert who(planned(*(r for r in rows if getattr(r, "order", "") != named.order))) == [
        ("SO-2", 3)
    ]


def test_an_order_that_would_not_complete_names_all_it_is_short_of() -> None:
    order = Order("SO-1", policy="all_or_nothing")
    lines = (Want("SO-1", "1", "BOLT", 3), Want("SO-1", "2", "NUT", 4), Want("SO-1", "3", "NUT", 1))

    unmet = next(planned(Lot("BOLT", 2), Lot("NUT", 1), order, *lines).unmet())

    assert [(short.sku, short.units) for short in unmet.shortages] == [("BOLT", 1), ("NUT", 4)]


def test_the_next_truck_beyond_the_horizon_is_named() -> None:
    rows = (*truck("B", AS_OF + 9 * DAY, 1), *truck("A", AS_OF + 20 * DAY, 1))

    unmet = next(planned(*rows, Want("SO-1", "1", "BOLT", 1)).unmet())

    assert unmet.beyond is not None
    assert (unmet.reason, unmet.beyond.asn) == ("outside_horizon", "B")


def test_trucks_that_have_arrived_are_unloaded_before_the_forecast() -> None:
    rows = (
        Truck("SOON", SOON),
        Truck("HERE", AS_OF - HOUR, arrived=True),
        Load("SOON", "1", "BOLT", 5),
        Load("HERE", "1", "NUT", 5),
    )

    plan = planned(*rows, Want("SO-1", "1", "BOLT", 5))

    assert [(row.asn, row.units) for row in plan.unload()] == [("HERE", 0), ("SOON", 5)]


def test_late_units_come_first_then_those_that_are_due() -> None:
    promises = {
        "LATE": AS_OF - timedelta(microseconds=1),
        "DUE": AS_OF,
        "DUE-TOO": AS_OF + DAY,
        "AHEAD": AS_OF + DAY + timedelta(microseconds=1),
        "NONE": None,
    }
    rows: list[object] = []
    for number, (name, promise) in enumerate(reversed(promises.items()), 1):
        rows += [Truck(name, SOON), Load(name, "1", "BOLT", 1)]
        rows += [Order(name, promised=promise), Want(name, "1", "BOLT", 1)]
        rows += [Lock(name, "1", 1, (name, "1"))]
        assert number

    said = [(row.asn, row.late_units, row.due_units) for row in planned(*rows).unload()]

    assert said == [
        ("LATE", 1, 0),
        ("DUE", 0, 1),
        ("DUE-TOO", 0, 1),
        ("AHEAD", 0, 0),
        ("NONE", 0, 0),
    ]
