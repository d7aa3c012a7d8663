"""What a work reads is what is so, whatever the works before it have read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.domain.goods import Move
from app.services.planning import Planner
from db.engine import open_engine
from db.store import SqlStore
from tests.floor import BARCODES, LOCATIONS, PRODUCTS, Floor, inbound, orders, stock, wants

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.work import Work

LAMP = "4006381333931"


@pytest.fixture
def floor(any_floor: Floor) -> Floor:
    any_floor.give(locations=LOCATIONS, products=PRODUCTS, barcodes=BARCODES)
    any_floor.give(
        orders=orders(wants("SO-1", 6)),
        stock=stock("A-1,LAMP,9,,"),
        inbound=inbound("T-1,1,Acme,LAMP,12,2026-03-04T09:00Z,"),
    )
    return any_floor


@pytest.fixture
def other(floor: Floor, where: str) -> Iterator[Floor]:
    """The same floor at a station in a process of its own."""
    engine = open_engine(where)
    desk = replace(floor.desk, store=SqlStore(engine), planner=Planner(), station="station-2")
    yield replace(floor, desk=desk)
    engine.dispose()


def move_a_lamp(work: Work) -> None:
    lamp, here, there = work.goods.by_sku("LAMP"), *map(work.places.by_code, ("A-1", "A-2"))
    assert lamp is not None
    assert here is not None
    assert there is not None
    work.ledger.move(work.fact("pick_scan", ""), Move(lamp.id, 1, here.id, there.id))


def lamps(work: Work) -> dict[str, int]:
    lamp = work.goods.by_sku("LAMP")
    assert lamp is not None
    return {row.location.code: row.quantity for row in work.ledger.of_product(lamp.id)}


def test_stations_in_turn_count_and_pick_as_one_station_would(floor: Floor, other: Floor) -> None:
    turns = [floor, floor, other, floor, other]

    counted = [station.receive("T-1", LAMP)["received"] for station in turns]
    picked = [station.pick("SO-1", LAMP)["remaining"] for station in turns]

    assert counted == [1, 2, 3, 4, 5]
    assert picked == [5, 4, 3, 2, 1]


def test_what_was_read_of_a_work_that_came_to_nothing_is_read_again(floor: Floor) -> None:
    with floor.desk.store.work(floor.desk.stamp()) as work:
        move_a_lamp(work)
        assert lamps(work) == {"A-1": 8, "A-2": 1}

    with floor.desk.store.read(floor.desk.stamp()) as work:
        assert lamps(work) == {"A-1": 9}


def test_a_work_that_begins_meanwhile_leaves_nothing_old_behind(floor: Floor) -> None:
    stamp = floor.desk.stamp()
    with floor.desk.store.read(stamp) as before:
        assert lamps(before) == {"A-1": 9}
        with floor.desk.store.work(stamp) as work:
            move_a_lamp(work)
            work.commit()
        assert lamps(before) == {"A-1": 9}

    with floor.desk.store.read(stamp) as after:
        assert lamps(after) == {"A-1": 8, "A-2": 1}
