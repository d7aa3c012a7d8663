"""What is said of trucks, and what their receipts make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.domain.errors import RefusedError
from app.services.trucks import TruckEvent, take_back, tell_truck
from tests.floor import inbound, orders, wants

if TYPE_CHECKING:
    from tests.floor import Floor

LAMP = "4006381333931"


@pytest.fixture
def floor_with_truck(floor: Floor) -> Floor:
    floor.give(orders=orders(wants("SO-1", 2)), inbound=inbound("T-1,1,Acme,LAMP,3,2026-03-04,"))
    return floor


def status(floor: Floor) -> str:
    with floor.desk.store.read(floor.desk.stamp()) as work:
        asn = work.inbound.find("T-1")
        assert asn is not None
        return asn.status


def test_the_first_counted_scan_checks_the_truck_in(floor_with_truck: Floor) -> None:
    floor_with_truck.receive("T-1", "nothing", "CMD-QTY-2")
    before = status(floor_with_truck)

    floor_with_truck.receive("T-1", LAMP)

    assert (before, status(floor_with_truck)) == ("scheduled", "arrived")


def test_a_no_show_that_comes_after_all_is_received(floor_with_truck: Floor) -> None:
    tell_truck("T-1", TruckEvent("no_show"), floor_with_truck.desk)

    answer = floor_with_truck.receive("T-1", LAMP)

    assert answer["disposition"][0]["to"] == "cross_dock"
    assert status(floor_with_truck) == "arrived"


@pytest.mark.parametrize("kind", ["cancel"])
def test_a_cancelled_truck_is_not_unloaded(floor_with_truck: Floor, kind: str) -> None:
    tell_truck("T-1", TruckEvent(kind), floor_with_truck.desk)

    floor_with_truck.receive("T-1", LAMP, "CMD-CLOSE")

    assert floor_with_truck.outcomes() == ["wrong_state", "wrong_state"]


def test_a_closed_asn_is_received_no_more_until_it_is_reopened(floor_with_truck: Floor) -> None:
    floor_with_truck.receive("T-1", LAMP, "CMD-CLOSE", LAMP, "CMD-CLOSE")
    take_back("T-1", floor_with_truck.desk)

    answer = floor_with_truck.receive("T-1", LAMP)

    assert floor_with_truck.outcomes()[2:] == ["wrong_state", "wrong_state", "accepted"]
    assert answer["received"] == 2


def test_what_was_sent_to_a_shelf_is_put_there_though_the_asn_is_closed(
    floor_with_truck: Floor,
) -> None:
    floor_with_truck.receive("T-1", LAMP, LAMP, LAMP, "CMD-CLOSE", "A-1")

    assert floor_with_truck.outcomes()[-1] == "accepted"
    assert floor_with_truck.on_hand("LAMP") == {"LANE-1": 2, "A-1": 1}


def test_an_event_after_the_end_is_refused(floor_with_truck: Floor) -> None:
    floor_with_truck.receive("T-1", "CMD-CLOSE")

    for kind in ("arrive", "no_show", "cancel", "depart"):
        with pytest.raises(RefusedError):
            tell_truck("T-1", TruckEvent(kind), floor_with_truck.desk)


def test_nothing_said_is_nothing_to_take_back(floor_with_truck: Floor) -> None:
    with pytest.raises(RefusedError):
        take_back("T-1", floor_with_truck.desk)
    with pytest.raises(RefusedError):
        tell_truck("T-1", TruckEvent("reopen"), floor_with_truck.desk)
