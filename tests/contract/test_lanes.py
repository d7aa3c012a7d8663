"""The lanes of a site: who stands where, and which lane an order gets, on each database."""

from datetime import timedelta

import pytest

from app.domain.board import OUTBOUND
from app.domain.goods import Kind
from app.services.booking import Wish, book
from app.services.doors import DoorChange, change_door
from app.services.lanes import lane_map, lanes_json
from app.services.setting import change_setting
from tests.floor import BARCODES, NOW, PRODUCTS, Floor, inbound, orders

LAMP, CASE = "4006381333931", "14006381333938"
LOCATIONS = """location,kind,pick_sequence,purpose
A-1,storage,1,
PACK,packing,95,
QUAR,quarantine,99,
"""
PLACES = """GATE,staging,2,outbound
LANE-1,staging,80,cross_dock
LANE-2,staging,89,
DOCK,dock,90,
"""


def row(number: str, customer: str, ship_to: str, units: int = 1) -> str:
    return (
        f"{number},1,{customer},LAMP,{units},2026-03-01,2026-03-04,3,ship_as_available,,{ship_to}"
    )


HEAD = orders().strip() + ",ship_to\n"


@pytest.fixture
def lanes(any_floor: Floor) -> Floor:
    """Three orders of two customers wait for six lamps that are at the dock."""
    any_floor.give(
        locations=LOCATIONS + PLACES,
        products=PRODUCTS.replace("A-2", "A-1"),
        barcodes=BARCODES,
        orders=HEAD
        + "\n".join(
            (
                row("SO-1", "Ann", "Kaai 1", 2),
                row("SO-2", "Bo", "Kaai 2"),
                row("SO-3", "Ann", "Kaai 1"),
            )
        ),
        inbound=inbound("T-1,1,Acme,LAMP,6,2026-03-04T07:00Z,arrived"),
    )
    return any_floor


def sent(floor: Floor) -> list[tuple[str, str]]:
    done = floor.receive("T-1", LAMP, LAMP, LAMP, LAMP)
    assert done["received"] == 4
    return [
        (way["order"], way["lane"]) for answer in floor.answers for way in answer["disposition"]
    ]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("first_free", ["LANE-1", "LANE-2", "LANE-2"]),
        ("same_ship_to", ["LANE-1", "LANE-2", "LANE-1"]),
        ("least_walking", ["LANE-2", "LANE-1", "LANE-1"]),
    ],
)
def test_each_rule_sends_orders_to_its_lanes(lanes: Floor, rule: str, expected: list[str]) -> None:
    change_setting("lane_rule", rule, lanes.desk)

    assert list(dict(sent(lanes)).items()) == list(
        zip(("SO-1", "SO-2", "SO-3"), expected, strict=True)
    )


def test_the_map_says_who_stands_where_and_for_how_long(lanes: Floor) -> None:
    change_setting("lane_rule", "same_ship_to", lanes.desk)
    sent(lanes)
    lanes.clock.instant = NOW + timedelta(hours=30)

    said = lanes_json(lane_map(lanes.desk))

    gate, one, two = said["lanes"][:3]
    assert (gate["lane"], gate["purpose"], gate["units"], gate["minutes"]) == (
        "GATE",
        "outbound",
        0,
        None,
    )
    assert (one["lane"], one["units"], one["minutes"], one["too_long"]) == ("LANE-1", 3, 1800, True)
    assert [(o["order"], o["units"]) for o in one["orders"]] == [("SO-1", 2), ("SO-3", 1)]
    assert [(o["order"], o["customer"]) for o in two["orders"]] == [("SO-2", "Bo")]


@pytest.mark.parametrize(
    ("picked", "hours"),
    [
        ((LAMP, LAMP), 10),  # the lane was empty: its age begins anew
        ((LAMP,), 30),  # the other one stands there still
        ((LAMP, LAMP, "CMD-UNDO"), 20),  # put back, it came back
        ((), 30),
    ],
    ids=["emptied", "half", "put back", "untouched"],
)
def test_a_lane_is_as_old_as_the_units_that_stand_there_now(
    lanes: Floor, picked: tuple[str, ...], hours: int
) -> None:
    change_setting("lane_rule", "same_ship_to", lanes.desk)
    lanes.give(orders=HEAD + row("SO-1", "Ann", "Kaai 1", 4))
    lanes.receive("T-1", LAMP, LAMP)
    lanes.clock.instant = NOW + timedelta(hours=10)
    lanes.pick("SO-1", *picked)
    lanes.clock.instant = NOW + timedelta(hours=20)
    lanes.receive("T-1", LAMP, LAMP)
    lanes.clock.instant = NOW + timedelta(hours=30)

    (lane,) = (one for one in lanes_json(lane_map(lanes.desk))["lanes"] if one["orders"])

    assert lane["minutes"] == hours * 60
    with lanes.desk.store.read(lanes.desk.stamp()) as work:
        place = next(one for one in work.places.of_kind(Kind.STAGING) if one.code == lane["lane"])
        (since,) = work.sweeps.staged_since(place.id).values()
    assert lanes.clock.instant - since == timedelta(hours=hours)


def test_what_was_picked_is_no_longer_there(lanes: Floor) -> None:
    change_setting("lane_rule", "same_ship_to", lanes.desk)
    sent(lanes)
    lanes.pick("SO-1", LAMP, LAMP)

    orders_there = [
        o["order"] for lane in lanes_json(lane_map(lanes.desk))["lanes"] for o in lane["orders"]
    ]
    assert orders_there == ["SO-3", "SO-2"]


CARRIED = orders().strip() + ",ship_to,carrier\n"
PICKUP = Wish(NOW + timedelta(hours=3), door="DOCK", details={"carrier": "fernway road"})


@pytest.mark.parametrize(
    ("carrier", "booked", "expected"),
    [
        ("Fernway Road", True, "LANE-2"),
        ("Fernway Road", False, "LANE-1"),
        ("Meridian", True, "LANE-1"),
        ("", True, "LANE-1"),
    ],
)
def test_an_order_goes_near_the_door_where_its_carrier_is_booked(
    lanes: Floor, carrier: str, expected: str, *, booked: bool
) -> None:
    change_setting("lane_rule", "carriers_door", lanes.desk)
    change_door("DOCK", DoorChange(), lanes.desk)
    lanes.give(orders=f"{CARRIED}{row('SO-1', 'Ann', 'Kaai 1', 2)},{carrier}\n")
    if booked:
        book("P-1", PICKUP, lanes.desk, direction=OUTBOUND)

    assert dict(sent(lanes))["SO-1"] == expected
