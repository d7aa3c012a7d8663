"""The backorder queue and the pick queue, as they follow from the plan."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from app.domain.backorders import Pickable, backorders, pickable_orders
from app.services.backorders import BackorderQueue, backorders_json
from tests.domain.plan.small import DAY, HOUR, LATER, SOON, planned, truck
from tests.domain.plan.warehouse import AS_OF, Lot, Order, Want

UTC = ZoneInfo("UTC")


def test_what_a_truck_will_bring_is_backordered_until_it_ships() -> None:
    line = Want("SO-1", "1", "BOLT", 5)

    rows = backorders(planned(Lot("BOLT", 2), *truck("T", SOON, 9), line))

    assert [(row.quantity, row.kind, row.expected_ship_at, row.asns) for row in rows] == [
        (3, "backorder", SOON, ("T",))
    ]


def test_a_line_that_waits_for_more_than_is_announced_has_no_expected_date() -> None:
    row = backorders(planned(*truck("T", SOON, 2), Want("SO-1", "1", "BOLT", 5)))[0]

    assert (row.quantity, row.expected_ship_at) == (5, None)


def test_what_waits_for_the_orders_last_truck_ships_with_it() -> None:
    order = Order("SO-1", policy="all_or_nothing")
    lines = (Want("SO-1", "1", "BOLT", 1), Want("SO-1", "2", "NUT", 1))

    rows = backorders(planned(*truck("A", SOON, 1), *truck("B", LATER, 1, "NUT"), order, *lines))

    assert [row.expected_ship_at for row in rows] == [LATER, LATER]


def test_a_product_that_is_not_backorderable_is_a_stockout() -> None:
    rows = backorders(planned(Lot("VASE", 1), Want("SO-1", "1", "VASE", 3)))

    assert [(row.kind, row.quantity) for row in rows] == [("stockout", 2)]


def test_what_stock_covers_is_no_backorder() -> None:
    assert backorders(planned(Lot("BOLT", 5), Want("SO-1", "1", "BOLT", 5))) == ()


def test_orders_count_their_rank_among_those_with_something_open() -> None:
    lines = (Want(f"SO-{at}", "1", "BOLT", min(at - 1, 1)) for at in (1, 2, 3))

    assert [(row.order, row.rank) for row in backorders(planned(*lines))] == [
        ("SO-2", 1),
        ("SO-3", 2),
    ]


def test_the_queue_says_what_it_waits_for_and_its_rate() -> None:
    lines = (Want("SO-1", "1", "BOLT", 2), Want("SO-2", "1", "VASE", 1))
    plan = planned(*truck("T", SOON, 2), *lines)

    said = backorders_json(BackorderQueue(backorders(plan), 3, frozenset(), UTC), plan.as_of)

    assert [line["waits_for"] for line in said["lines"]] == [
        "T",
        "VASE cannot be backordered and only 0 of 1 are there: cancel or substitute.",
    ]
    assert said["lines"][0]["expected_ship_at"] == "2026-03-28T11:30:00Z"
    assert said["summary"] == {"lines": 2, "units": 3, "orders": 2, "backorder_rate": 33.33}


def test_no_orders_make_no_rate() -> None:
    assert BackorderQueue((), 0, frozenset(), UTC).rate == 0.0


def test_an_order_can_be_picked_as_far_as_its_units_are_there() -> None:
    lines = (Want("SO-1", "1", "BOLT", 5), Want("SO-1", "2", "NUT", 1))

    found = pickable_orders(planned(Lot("BOLT", 2), Lot("NUT", 1), *lines))

    assert found == (Pickable("SO-1", rank=1, lines=2, units=3, stays_backordered=3),)


def test_a_day_that_still_waits_for_a_truck_cannot_be_picked() -> None:
    order = Order("SO-1", policy="up_to_n_shipments", max_shipments=3)
    rows = (Lot("BOLT", 2), *truck("T", AS_OF + HOUR, 2), order, Want("SO-1", "1", "BOLT", 5))

    assert pickable_orders(planned(*rows)) == ()


def test_the_day_that_is_there_goes_while_the_next_one_waits() -> None:
    order = Order("SO-1", policy="up_to_n_shipments", max_shipments=2)
    rows = (Lot("BOLT", 2), *truck("T", AS_OF + DAY, 9), order, Want("SO-1", "1", "BOLT", 5))

    assert [row.units for row in pickable_orders(planned(*rows))] == [2]


def test_an_order_that_is_all_there_goes_whole() -> None:
    order = Order("SO-1", policy="all_or_nothing")
    rows = (Lot("BOLT", 2), Lot("BOLT", 3, 4, on_dock=True), order)

    assert [
        (row.units, row.stays_backordered)
        for row in pickable_orders(planned(*rows, Want("SO-1", "1", "BOLT", 5)))
    ] == [(5, 0)]


def test_a_truck_is_not_in_the_building_before_its_units_are_scanned() -> None:
    rows = (*truck("T", AS_OF - timedelta(hours=5), 9), Want("SO-1", "1", "BOLT", 5))

    assert pickable_orders(planned(*rows)) == ()
