"""At the dock door: what the site never cross-docks goes to the shelf, and is picked from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.domain.errors import BadValueError, NotFoundError
from app.services.setting import change_setting, settings_of
from app.texts import sentence
from tests.floor import orders, wants
from tests.services.conservation import broken_rules
from tests.services.test_receiving_ways import LAMP, TRUCK, ways

if TYPE_CHECKING:
    from tests.floor import Floor

TO_LANE, TO_SHELF = [("cross_dock", "LANE-1", 1)], [("put_away", "A-1", 1)]


def goes(floor: Floor) -> list[tuple[object, object, object]]:
    """Where one lamp goes."""
    return ways(floor.receive("T-1", LAMP))


def units_across(floor: Floor) -> int:
    """Units that the plan sends straight to lanes."""
    with floor.desk.store.read(floor.desk.stamp()) as work:
        return sum(p.quantity for p in floor.desk.planner.current(work).pegs() if p.cross_dock)


@pytest.mark.parametrize(
    ("name", "value", "without"),
    [
        ("excluded_products", "VASE;LAMP", "VASE"),
        ("excluded_customers", "Ann;Bob", "Bob"),
        ("min_share", "61", "60"),
    ],
)
def test_a_criterion_sends_a_unit_to_the_shelf_until_it_is_taken_back(
    floor: Floor, name: str, value: str, without: str
) -> None:
    floor.give(orders=orders(wants("SO-1", 20)), inbound=TRUCK)
    change_setting(name, value, floor.desk)
    there = goes(floor)
    change_setting(name, without, floor.desk)

    assert (there, goes(floor)) == (TO_SHELF, TO_LANE)
    assert broken_rules(floor) == []


def test_a_unit_on_the_shelf_is_its_orders_and_is_picked_from_there(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 2)), inbound=TRUCK)
    change_setting("excluded_products", "LAMP", floor.desk)
    floor.receive("T-1", LAMP, LAMP, "A-1")

    done = floor.pick("SO-1", "A-1", LAMP, LAMP)

    assert floor.outcomes() == ["accepted"] * 6
    assert done["remaining"] == 0
    assert broken_rules(floor) == []


def test_what_stands_in_a_lane_stays_there_and_counts(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 3)), inbound=TRUCK)
    first = goes(floor)
    change_setting("excluded_customers", "Ann", floor.desk)

    assert (first, goes(floor)) == (TO_LANE, TO_SHELF)
    assert floor.on_hand("LAMP") == {"LANE-1": 1, "DOCK": 1}
    assert floor.pick("SO-1", LAMP)["outcome"] == "accepted"
    assert broken_rules(floor) == []


def test_an_excluded_customer_leaves_the_lane_to_the_next_order(floor: Floor) -> None:
    mine = wants("SO-2", 2).replace("Ann", "Bob")
    floor.give(orders=orders(wants("SO-1", 4), mine), inbound=TRUCK)
    change_setting("excluded_customers", "Ann", floor.desk)

    answer = floor.receive("T-1", "14006381333938")

    assert ways(answer) == [("cross_dock", "LANE-1", 2), ("put_away", "A-1", 4)]
    assert [way.get("order") for way in answer["disposition"]] == ["SO-2", None]


def test_units_scanned_one_by_one_go_as_the_plan_said_of_all(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 20)), inbound=TRUCK)
    change_setting("min_share", "60", floor.desk)
    before = units_across(floor)

    found = [goes(floor) for _ in range(12)]

    assert (before, found) == (12, [TO_LANE] * 12)


def test_picks_into_the_open_shipment_keep_the_share(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 20)), inbound=TRUCK)
    change_setting("min_share", "60", floor.desk)
    floor.receive("T-1", *[LAMP] * 6)
    floor.pick("SO-1", *[LAMP] * 6)

    assert units_across(floor) == 6
    assert [goes(floor) for _ in range(6)] == [TO_LANE] * 6
    assert broken_rules(floor) == []


def test_an_imported_order_of_an_excluded_customer_is_excluded(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 1).replace("Ann", "Bob")), inbound=TRUCK)
    change_setting("excluded_customers", "Ann", floor.desk)
    before = units_across(floor)

    floor.give(orders=orders(wants("SO-1", 1), wants("SO-2", 2)))

    assert (before, units_across(floor)) == (1, 0)


def test_a_criterion_says_how_many_units_take_another_way_and_no_more(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 3)), inbound=TRUCK)

    done = change_setting("excluded_products", "LAMP", floor.desk, dry_run=True)

    assert (done["gained"], done["lost"]) == ([], [])
    assert done["cross_dock"] == {"before": 3, "after": 0}
    assert done["says"] == "Nobody gains or loses a unit, 3 units fewer go straight to a lane"
    assert units_across(floor) == 3


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("min_share", "101", "101 is no share of an order. Write whole percent, 0 to 100."),
        ("min_share", "-1", "-1 is no share of an order. Write whole percent, 0 to 100."),
        ("min_share", "12.5", "12.5 is no share of an order. Write whole percent, 0 to 100."),
        ("min_share", "٣", "٣ is no share of an order. Write whole percent, 0 to 100."),
        ("min_share", "", " is no share of an order. Write whole percent, 0 to 100."),
        ("excluded_products", "LAMP;LANP", "There is no product LANP."),
        ("excluded_products", "lamp", "There is no product lamp."),
    ],
)
def test_a_value_that_is_none_is_refused_and_changes_nothing(
    floor: Floor, name: str, value: str, says: str
) -> None:
    before = settings_of(floor.desk)

    with pytest.raises((BadValueError, NotFoundError)) as refused:
        change_setting(name, value, floor.desk)

    assert sentence(refused.value.code, **refused.value.data) == says
    assert settings_of(floor.desk) == before
