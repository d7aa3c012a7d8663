"""What today's arrivals bring within reach, hour by hour."""

from collections import defaultdict
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given

from tests.domain.plan.facts_of import plan_of
from tests.domain.plan.reference import Reference
from tests.domain.plan.small import DAY, HOUR, LATER, SOON, planned, truck
from tests.domain.plan.strategies import warehouses
from tests.domain.plan.test_plan_reference import MANY
from tests.domain.plan.warehouse import AS_OF, Lot, Order, Want, Warehouse

TWO = (Want("SO-1", "1", "BOLT", 2), Want("SO-1", "2", "NUT", 1))


def counts(*rows: object, **settings: object) -> list[tuple[float, int, int, int]]:
    """Say of each hour: full hours from this one, orders, lines, units."""
    now = AS_OF.replace(minute=0)
    found = planned(*rows, **settings).reach()
    return [((hour.start - now) / HOUR, hour.orders, hour.lines, hour.units) for hour in found]


def test_an_order_is_within_reach_in_the_hour_of_its_last_truck() -> None:
    early, late = truck("A", SOON, 2), truck("B", SOON + HOUR, 1, "NUT")

    assert counts(*early, *late, *TWO) == [(2, 0, 1, 2), (3, 1, 1, 1)]


def test_units_that_wait_for_a_later_box_count_when_they_go() -> None:
    early, late = truck("A", SOON, 2), truck("B", SOON + HOUR, 1, "NUT")

    assert counts(*early, *late, Order("SO-1", policy="all_or_nothing"), *TWO) == [(3, 1, 2, 3)]


def test_an_order_that_lacks_a_unit_is_not_completed_but_its_full_line_is() -> None:
    assert counts(*truck("A", SOON, 2), *TWO) == [(2, 0, 1, 2)]


def test_what_comes_on_another_day_is_not_within_reach_today() -> None:
    assert counts(*truck("A", SOON, 2), *truck("B", LATER, 1, "NUT"), *TWO) == [(2, 0, 1, 2)]
    assert counts(*truck("A", AS_OF + DAY, 2), *TWO) == []


def test_what_stock_alone_completes_is_no_news_of_the_dock() -> None:
    assert counts(Lot("BOLT", 2), Lot("NUT", 1), *truck("A", SOON, 9), *TWO) == []


def test_hours_are_those_of_the_sites_clock() -> None:
    kolkata = ZoneInfo("Asia/Kolkata")  # half an hour off the world's
    found = planned(*truck("A", SOON, 2), Want("SO-1", "1", "BOLT", 2), zone=kolkata).reach()

    assert [hour.start.astimezone(kolkata).minute for hour in found] == [0]
    assert found[0].start <= SOON < found[0].start + HOUR


@MANY
@given(warehouses())
def test_any_warehouse_has_the_references_hours(house: Warehouse) -> None:
    said = {hour.start: (hour.orders, hour.lines, hour.units) for hour in plan_of(house).reach()}

    assert said == _reference(house)


def _reference(house: Warehouse) -> dict[datetime, tuple[int, int, int]]:
    plan = Reference(house)
    found: dict[datetime, list[int]] = defaultdict(lambda: [0, 0, 0])
    for order in house.orders:
        lines = [want for want in house.wants if want.order == order.number and want.open]
        for kind, owners in ((0, [lines]), (1, [[line] for line in lines])):
            for wants in owners:
                units = [unit for want in wants for unit in plan.served(want)]
                full = len(units) == sum(want.open for want in wants)
                if full and any(unit.load or unit.on_dock for unit in units):
                    found[_hour(max(unit.ships for unit in units if unit.ships), house)][kind] += 1
        for want in lines:
            for unit in plan.served(want):
                if (unit.load or unit.on_dock) and unit.ships:
                    found[_hour(unit.ships, house)][2] += 1
    today = AS_OF.astimezone(house.zone).date()
    return {
        hour: (counts[0], counts[1], counts[2])
        for hour, counts in found.items()
        if hour.astimezone(house.zone).date() == today
    }


def _hour(at: datetime, house: Warehouse) -> datetime:
    local = at.astimezone(house.zone)
    return local.replace(minute=0, second=0, microsecond=0).astimezone(UTC)
