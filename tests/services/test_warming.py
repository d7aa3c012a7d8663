"""A program that has just started is warmed up: scans are tried, and nothing of them stays."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from app.services.planning import Planner
from app.services.warming import warm_up
from db import statements, tables
from db.engine import open_engine
from tests.floor import Floor, inbound, make_floor, orders, stock, wants

TRUCK = inbound("T-1,1,Acme,LAMP,12,2026-03-04T09:00Z,")
STOCK = stock("A-1,LAMP,4,,")


def whole(file: Path) -> dict[str, list[object]]:
    """Every row of every table of the database."""
    with open_engine(file).connect() as connection:
        return {
            table.name: list(connection.execute(select(table)).all())
            for table in tables.metadata.sorted_tables
        }


def shares(floor: Floor) -> list[tuple[str, str, int]]:
    """What the desk's plan pegs."""
    with floor.desk.store.read(floor.desk.stamp()) as work:
        pegs = floor.desk.planner.current(work).pegs()
    return sorted((peg.order, peg.source, peg.quantity) for peg in pegs)


def test_nothing_of_a_warming_up_stays(tmp_path: Path) -> None:
    file = tmp_path / "floor.db"
    floor = make_floor(file)
    floor.give(orders=orders(wants("SO-1", 2), wants("SO-2", 9)), stock=STOCK, inbound=TRUCK)
    before, planned = whole(file), shares(floor)
    assert warm_up(floor.desk) == 6
    assert whole(file) == before
    assert shares(floor) == planned
    floor.pick("SO-1", "A-1", "LAMP")
    anew = Floor(replace(floor.desk, planner=Planner()), floor.clock)
    assert floor.outcomes() == ["accepted", "accepted"]
    assert shares(floor) == shares(anew)


@pytest.mark.parametrize(
    ("files", "scans"),
    [
        ({}, 0),
        ({"inbound": TRUCK}, 2),
        ({"orders": orders(wants("SO-1", 2)), "stock": STOCK}, 4),
        ({"orders": orders(wants("SO-1", 2)), "inbound": TRUCK}, 2),
    ],
)
def test_only_what_there_is_to_do_is_tried(floor: Floor, files: dict[str, str], scans: int) -> None:
    floor.give(**files)
    assert warm_up(floor.desk) == scans


def test_the_first_scans_after_it_compile_next_to_nothing(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 2)), stock=STOCK, inbound=TRUCK)
    statements._compiled.cache_clear()
    warm_up(floor.desk)
    warmed = statements._compiled.cache_info().misses
    floor.receive("T-1", "LAMP")
    floor.pick("SO-1", "LAMP", "LAMP")
    floor.pack("SO-1", "LAMP", "LAMP")
    assert statements._compiled.cache_info().misses - warmed < warmed / 10
