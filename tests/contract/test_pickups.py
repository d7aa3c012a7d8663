"""Doors are suggested, and pickups foreseen, alike in every database."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.services.backorders import backorder_queue
from app.services.booking import Wish, book
from app.services.doors import DoorChange, change_door
from app.services.pickups import pickup_day, pickups_json
from app.services.suggesting import suggest_door
from tests.floor import BARCODES, LOCATIONS, NOW, PRODUCTS, inbound

if TYPE_CHECKING:
    from tests.floor import Floor

HOUR = timedelta(hours=1)
ORDERS = """order,line,customer,sku,quantity,ordered_at,carrier
SO-1,1,Ann,LAMP,2,2026-03-01,Fast
SO-2,1,Bob,LAMP,1,2026-03-02,
SO-3,1,Cy,LAMP,1,2026-03-03,Nobody
"""
LAMP = "4006381333931"


def test_the_carrier_decides_who_misses_which_pickup(any_floor: Floor) -> None:
    any_floor.give(locations=LOCATIONS, products=PRODUCTS, barcodes=BARCODES)
    any_floor.give(orders=ORDERS, inbound=inbound("T-1,1,Acme,LAMP,9,2026-03-04T11:00Z,"))
    for number, hours, carrier in (("P-1", 2, "Fast"), ("P-2", 6, "Slow")):
        wish = Wish(NOW + hours * HOUR, details={"carrier": carrier})
        book(number, wish, any_floor.desk, direction="outbound")

    said = pickups_json(pickup_day(any_floor.desk))

    assert [row["ready"]["missed"] for row in said["pickups"]] == [["SO-1"], []]
    assert [row["ready"]["added_units"] for row in said["pickups"]] == [2, 1]
    assert said["without_pickup"] == {"orders": ["SO-3"], "units": 1}
    assert set(backorder_queue(any_floor.desk).misses) == {"SO-1"}


def test_the_lane_of_an_order_decides_the_door(any_floor: Floor) -> None:
    docks = "location,kind,pick_sequence\nD1,dock,70\nD2,dock,82\n"
    any_floor.give(locations=LOCATIONS, products=PRODUCTS, barcodes=BARCODES)
    trucks = (f"T-{n},1,Acme,LAMP,1,2026-03-04T{n}:00Z," for n in (10, 11))
    any_floor.give(locations=docks, orders=ORDERS, inbound=inbound(*trucks))
    for door in ("D1", "D2"):
        change_door(door, DoorChange(), any_floor.desk)
    any_floor.receive("T-10", LAMP)

    advice = suggest_door("T-11", Wish(), any_floor.desk, direction="inbound")

    assert dict(advice.carry.units) == {"LANE-1": 1}
    assert [(one.door, one.steps) for one in advice.options] == [("D2", 2), ("D1", 10)]
