"""What would be, before it is said: late by, no-show, cancelled, and doors swapped."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from app.domain.board import OUTBOUND
from app.domain.errors import NotFoundError, RefusedError
from app.services.booking import Wish, book
from app.services.dock_board import dock_day
from app.services.swapping import swap_doors
from app.services.trucks import TruckEvent, take_back, tell_truck
from app.services.what_if import what_if, what_if_swapped
from tests.floor import NOW, orders, wants

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.board import Truck
    from tests.floor import Floor

HEAD = "asn,line,supplier,sku,quantity,expected_at,door,window_start,window_end\n"
ROW = "{asn},1,Acme,LAMP,{units},2026-03-04T{at}:00:00Z,{door},2026-03-04T{at}:00:00Z,"
ENDS = "2026-03-04T{ends}:00:00Z\n"
HOUR = timedelta(hours=1)


def truck_row(asn: str, units: int, door: str, at: int, hours: int = 1) -> str:
    row = ROW.format(asn=asn, units=units, at=f"{at:02}", door=door)
    return row + ENDS.format(ends=f"{at + hours:02}")


@pytest.fixture
def dock(floor: Floor) -> Floor:
    """Two trucks of lamps at ten, a third at twelve; SO-1 promised for today takes of the first."""
    rows = [
        truck_row("T-1", 4, "D1", 10),
        truck_row("T-2", 2, "D2", 10),
        truck_row("T-3", 9, "D1", 12),
    ]
    floor.give(orders=orders(wants("SO-1", 4), wants("SO-2", 2)), inbound=HEAD + "".join(rows))
    return floor


def trucks(floor: Floor) -> Mapping[str, Truck]:
    return {slot.truck.asn: slot.truck for slot in dock_day(floor.desk).slots}


def weighed(floor: Floor, asn: str, event: TruckEvent) -> Mapping[str, Any]:
    return what_if(trucks(floor)[asn], event, floor.desk)


def doors(floor: Floor) -> dict[str, str]:
    return {asn: truck.state.door for asn, truck in trucks(floor).items()}


EVENTS = [
    TruckEvent("estimate", NOW + 26 * HOUR),
    TruckEvent("no_show"),
    TruckEvent("cancel"),
    TruckEvent("estimate", NOW + 3 * HOUR),
    TruckEvent("move", NOW + 30 * HOUR, "D2"),
]


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("asn", ["T-1", "T-2", "T-3"])
def test_what_would_be_is_what_a_dry_run_of_the_command_says(
    dock: Floor, asn: str, event: TruckEvent
) -> None:
    told = weighed(dock, asn, event)

    done = tell_truck(asn, event, dock.desk, dry_run=True)
    for name in ("promises_broken", "promises_saved", "orders_completed", "orders_short", "ships"):
        assert told[name] == done[name]


def test_a_late_truck_tells_whose_promise_breaks_and_from_when_to_when(dock: Floor) -> None:
    tell_truck("T-3", TruckEvent("cancel"), dock.desk)

    told = weighed(dock, "T-2", TruckEvent("estimate", NOW + 26 * HOUR))

    (ships,) = told["ships"]
    assert (told["promises_broken"], told["customers"]) == (["SO-2"], {"SO-2": "Ann"})
    assert (ships["before"], ships["after"]) == ("2026-03-04T10:00:00Z", "2026-03-05T10:00:00Z")


def test_a_no_show_leaves_an_order_without_a_date(dock: Floor) -> None:
    tell_truck("T-3", TruckEvent("cancel"), dock.desk)

    told = weighed(dock, "T-2", TruckEvent("no_show"))

    assert [ships["after"] for ships in told["ships"]] == [None]
    assert told["orders_short"] == ["SO-2"]


def test_a_truck_that_comes_after_all_saves_and_completes(dock: Floor) -> None:
    for asn in ("T-2", "T-3"):
        tell_truck(asn, TruckEvent("no_show"), dock.desk)

    told = weighed(dock, "T-2", TruckEvent("estimate", NOW + HOUR))

    assert (told["promises_saved"], told["orders_completed"]) == (["SO-2"], ["SO-2"])


def test_what_would_be_writes_nothing(dock: Floor) -> None:
    before = trucks(dock)

    weighed(dock, "T-1", TruckEvent("cancel"))
    what_if_swapped(before["T-1"], before["T-2"], dock.desk)

    assert trucks(dock) == before


def test_two_trucks_swap_doors_at_their_own_times(dock: Floor) -> None:
    done = swap_doors("T-1", "T-2", dock.desk)

    assert done["doors"] == {"T-1": "D2", "T-2": "D1"}
    assert doors(dock) == {"T-1": "D2", "T-2": "D1", "T-3": "D1"}
    assert {truck.start for truck in trucks(dock).values()} == {NOW + 2 * HOUR, NOW + 4 * HOUR}


@pytest.mark.parametrize("asn", ["T-1", "T-2"])
def test_a_swap_is_taken_back_as_one_from_either(dock: Floor, asn: str) -> None:
    swap_doors("T-1", "T-2", dock.desk)

    take_back(asn, dock.desk)

    assert doors(dock) == {"T-1": "D1", "T-2": "D2", "T-3": "D1"}


def test_pickups_swap_too(dock: Floor) -> None:
    for number, door in (("P-1", "D1"), ("P-2", "D2")):
        wish = Wish(start=NOW + 6 * HOUR, minutes=30, door=door)
        book(number, wish, dock.desk, direction=OUTBOUND)

    swap_doors("P-1", "P-2", dock.desk, direction=OUTBOUND)

    found = {slot.truck.asn: slot.truck.state.door for slot in dock_day(dock.desk).pickups}
    assert found == {"P-1": "D2", "P-2": "D1"}


def test_a_dry_swap_swaps_nothing(dock: Floor) -> None:
    done = swap_doors("T-1", "T-2", dock.desk, dry_run=True)

    assert (done["promises_broken"], doors(dock)["T-1"]) == ([], "D1")


def test_a_swap_that_one_of_them_cannot_have_swaps_neither(dock: Floor) -> None:
    book("T-2", Wish(start=NOW + 4 * HOUR), dock.desk, direction="inbound")

    told = what_if_swapped(trucks(dock)["T-1"], trucks(dock)["T-2"], dock.desk)

    assert told["refused"] == "T-3 has door D1 from Wed 12:00 to Wed 13:00"
    with pytest.raises(RefusedError, match="not_swapped"):
        swap_doors("T-1", "T-2", dock.desk)
    assert doors(dock) == {"T-1": "D1", "T-2": "D2", "T-3": "D1"}


def test_a_swap_does_not_come_back_where_somebody_has_the_door_by_now(dock: Floor) -> None:
    swap_doors("T-1", "T-2", dock.desk)
    book("T-2", Wish(yard=True), dock.desk, direction="inbound")
    book("T-3", Wish(start=NOW + 2 * HOUR), dock.desk, direction="inbound")

    with pytest.raises(RefusedError, match="said_since"):
        take_back("T-1", dock.desk)

    assert doors(dock) == {"T-1": "D2", "T-2": "", "T-3": "D1"}


@pytest.mark.parametrize("said", ["cancel", "no_show", "depart"])
def test_a_truck_that_is_over_swaps_no_door(dock: Floor, said: str) -> None:
    tell_truck("T-2", TruckEvent(said), dock.desk)

    with pytest.raises(RefusedError, match="not_swapped"):
        swap_doors("T-1", "T-2", dock.desk)


@pytest.mark.parametrize("pair", [("T-1", "T-3"), ("T-1", "T-1")])
def test_trucks_of_one_door_have_nothing_to_swap(dock: Floor, pair: tuple[str, str]) -> None:
    with pytest.raises(RefusedError, match="not_swapped"):
        swap_doors(*pair, dock.desk)


def test_a_truck_without_a_door_has_none_to_give(dock: Floor) -> None:
    book("T-2", Wish(yard=True), dock.desk, direction="inbound")

    with pytest.raises(RefusedError, match="not_swapped"):
        swap_doors("T-2", "T-1", dock.desk)


@pytest.mark.parametrize("pair", [("T-1", "T-9"), ("T-9", "T-1")])
def test_an_unknown_truck_swaps_nothing(dock: Floor, pair: tuple[str, str]) -> None:
    with pytest.raises(NotFoundError, match="unknown_asn"):
        swap_doors(*pair, dock.desk)
