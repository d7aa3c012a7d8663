"""Who is served first, and from what: the sentences on demand rank and supply."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.domain.plan.days import local_day, to_micros
from tests.domain.plan.small import (
    DAY,
    HOUR,
    LATER,
    SOON,
    away,
    planned,
    truck,
    who,
)
from tests.domain.plan.warehouse import AS_OF, Load, Lot, Order, Truck, Want


def test_priority_comes_before_the_promise() -> None:
    urgent = Order("SO-2", priority=1)
    promised = Order("SO-1", promised=AS_OF - DAY)

    assert who(
        planned(
            Lot("BOLT", 1),
            urgent,
            promised,
            Want("SO-1", "1", "BOLT", 1),
            Want("SO-2", "1", "BOLT", 1),
        )
    ) == [("SO-2", 1)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Order("SO-2", promised=LATER), Order("SO-1")),
        (Order("SO-2", promised=SOON), Order("SO-1", promised=LATER)),
        (Order("SO-2", ordered=AS_OF - 9 * DAY), Order("SO-1")),
        (Order("SO-10"), Order("SO-2")),
        (Order("SO-2"), Order("so-1")),
        (Order("SO-2"), Order("SÖ-1")),
    ],
)
def test_who_is_served_first(first: Order, second: Order) -> None:
    lines = (Want(second.number, "1", "BOLT", 1), Want(first.number, "1", "BOLT", 1))

    assert who(planned(Lot("BOLT", 1), second, first, *lines)) == [(first.number, 1)]


def test_lines_are_served_by_value_then_text_the_others_after_by_code_point() -> None:
    numbers = ("²", "b", "10", "B", "2", "02", "007")
    lines = [Want("SO-1", number, "BOLT", 1) for number in numbers]

    pegs = planned(Lot("BOLT", 7), *lines).pegs()

    assert [peg.line for peg in pegs] == ["02", "2", "007", "10", "B", "b", "²"]


def test_stock_goes_before_the_dock_and_the_dock_before_a_truck_that_is_overdue() -> None:
    rows = (Lot("BOLT", 1, 4, on_dock=True), Lot("BOLT", 1), *truck("T", AS_OF - DAY, 1))

    pegs = list(planned(*rows, Want("SO-1", "1", "BOLT", 3)).pegs())

    assert [(peg.source, peg.on_dock) for peg in pegs] == [
        ("stock", False),
        ("stock", True),
        ("inbound", False),
    ]


def test_trucks_of_one_time_go_by_number_then_line() -> None:
    rows = (
        Truck("T-2", SOON),
        Truck("T-10", SOON),
        Load("T-2", "1", "BOLT", 1),
        Load("T-10", "10", "BOLT", 1),
        Load("T-10", "9", "BOLT", 1),
    )

    pegs = planned(*rows, Want("SO-1", "1", "BOLT", 3)).pegs()

    assert [(peg.asn, peg.asn_line) for peg in pegs] == [
        ("T-10", "9"),
        ("T-10", "10"),
        ("T-2", "1"),
    ]


@pytest.mark.parametrize(("late", "units"), [(timedelta(0), 1), (timedelta(microseconds=1), 0)])
def test_the_limit_of_the_horizon_itself_counts(late: timedelta, units: int) -> None:
    rows = (*truck("T", AS_OF + 7 * DAY + late, 1), Want("SO-1", "1", "BOLT", 1))

    assert sum(peg.quantity for peg in planned(*rows).pegs()) == units


def test_an_overdue_truck_is_there_as_of_now() -> None:
    peg = next(planned(*truck("T", AS_OF - 9 * DAY, 1), Want("SO-1", "1", "BOLT", 1)).pegs())

    assert peg.available_at == AS_OF


@pytest.mark.parametrize(("expires", "units"), [(AS_OF.date(), 1), (AS_OF.date() - DAY, 0)])
def test_a_lot_is_good_through_its_expiry_day(expires: date, units: int) -> None:
    rows = (Lot("BOLT", 1, expires=expires), Want("SO-1", "1", "BOLT", 1))

    assert sum(peg.quantity for peg in planned(*rows).pegs()) == units


def test_the_sites_calendar_says_when_a_day_is_over() -> None:
    lot = Lot("BOLT", 1, expires=AS_OF.date())
    eastern = ZoneInfo("Pacific/Kiritimati")  # where the next day has begun 14 hours earlier

    assert who(planned(lot, Want("SO-1", "1", "BOLT", 1), zone=eastern, as_of=AS_OF + HOUR)) == []


def test_a_lot_that_expires_before_its_truck_comes_is_no_supply() -> None:
    load = Load("T", "1", "BOLT", 1, expires=AS_OF.date() + DAY)
    plan = planned(Truck("T", LATER), load, Want("SO-1", "1", "BOLT", 1))

    assert (who(plan), away(plan)) == ([], [(0, 1, "expired_lot")])


def test_what_is_received_is_no_longer_to_come() -> None:
    load = Load("T", "1", "BOLT", 5, received=3, crossed=1, damaged=1)

    plan = planned(Truck("T", SOON), load, Want("SO-1", "1", "BOLT", 9))

    assert (who(plan), away(plan)) == ([("SO-1", 2)], [(3, 1, "no_demand")])


@pytest.mark.parametrize(
    "zone",
    ["UTC", "America/St_Johns", "America/Havana", "Asia/Beirut", "Pacific/Apia", "Asia/Kolkata"],
)
def test_every_hour_of_years_falls_on_the_sites_own_day(zone: str) -> None:
    site = ZoneInfo(zone)
    begin = datetime(2011, 12, 1, 0, 30, tzinfo=ZoneInfo("UTC"))

    for step in range(0, 24 * 800, 5):
        instant = begin + step * HOUR
        assert local_day(to_micros(instant), site) == instant.astimezone(site).toordinal()


@pytest.mark.parametrize("year", [1, 9999])
def test_the_ends_of_the_calendar_have_a_day_too(year: int) -> None:
    instant = datetime(year, 6, 1, tzinfo=ZoneInfo("UTC"))

    assert local_day(to_micros(instant), ZoneInfo("Asia/Tokyo")) == instant.toordinal()
