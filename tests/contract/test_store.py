"""What every database must do for the services, SQLite and PostgreSQL alike."""

from __future__ import annotations

import json
import threading
import uuid
from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from app.domain.errors import RefusedError, TroubleError
from app.domain.goods import Move
from app.domain.scan import Scan
from app.services.desk import Desk
from app.services.importing import import_files
from app.services.jobs import take_scan
from app.services.opening import open_receiving
from app.services.ordering import OrderChange, Pin, change_order, lock
from app.services.packing import PackingRoom, open_packing
from app.services.picking import PickingRoom, open_picking
from app.services.planning import Planner
from app.services.receiving import ReceivingRoom
from app.services.setting import change_setting
from app.services.verifying import verify
from db import tables as t
from db.engine import open_engine
from db.store import SqlStore
from tests.floor import (
    BARCODES,
    LOCATIONS,
    NOW,
    PRODUCTS,
    FixedClock,
    inbound,
    make_floor,
    orders,
    stock,
    wants,
)
from tests.services.conservation import broken_rules
from tests.stories.doing import do
from tests.stories.story import HERE, Line, differences, read_story, warehouse_files

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.work import Work
    from tests.floor import Floor

LAMP, CASE, VASE = "4006381333931", "14006381333938", "4012345678901"
STORIES = (
    "pin-and-undo",
    "pin-freed-by-short-close",
    "pack-up-to-two-shipments",
    "pick-by-the-case",
    "receive-put-away",
    "substitute-two-for-one",
    "receive-serial",
    "wrong-codes-at-receive",
)
JOBS: Mapping[str, tuple[Any, Any]] = {
    "receive": (ReceivingRoom, open_receiving),
    "pick": (PickingRoom, open_picking),
    "pack": (PackingRoom, open_packing),
}


@pytest.fixture
def floor(any_floor: Floor) -> Floor:
    any_floor.give(locations=LOCATIONS, products=PRODUCTS, barcodes=BARCODES)
    any_floor.give(
        orders=orders(wants("SO-1", 2), wants("SO-2", 3, policy="all_or_nothing")),
        inbound=inbound("T-1,1,Acme,LAMP,12,2026-03-04T09:00Z,"),
        stock=stock("A-1,LAMP,1,,", "A-2,VASE,4,L1,2026-05-01"),
    )
    return any_floor


def rows_of(floor: Floor) -> dict[str, int]:
    with floor.desk.store.engine.connect() as connection:  # type: ignore[attr-defined]
        return {
            table.name: connection.scalar(select(func.count()).select_from(table))
            for table in t.metadata.sorted_tables
        }


def test_a_day_goes_the_same_way_everywhere(floor: Floor) -> None:
    floor.receive("T-1", CASE, "A-1", "CMD-UNDO", "A-1", "CMD-DAMAGED", LAMP)
    floor.pick("SO-2", "CMD-QTY-3", LAMP, "CMD-UNDO", "CMD-QTY-3", LAMP, "RUG")
    floor.pack("SO-2", "CMD-QTY-3", LAMP, "CMD-CLOSE", "CMD-UNDO")
    change_order("SO-1", OrderChange(cancel=True), floor.desk)
    floor.receive("T-1", "CMD-CLOSE")

    assert floor.outcomes().count("accepted") == 15
    assert floor.outcomes()[-3:] == ["accepted", "wrong_state", "accepted"]
    assert broken_rules(floor) == []
    assert all(check.ok for check in verify(floor.desk))


@pytest.mark.parametrize("name", STORIES)
def test_a_story_goes_as_told_on_each_database(any_floor: Floor, name: str) -> None:
    lines = read_story(HERE / f"{name}.story")
    any_floor.clock.instant = datetime.fromisoformat(lines[0].rest)
    import_files(warehouse_files(), any_floor.desk.store, any_floor.desk.stamp())

    assert _differences(any_floor, lines) == []
    assert broken_rules(any_floor) == []


def _differences(floor: Floor, lines: list[Line]) -> list[str]:
    job, number, answer, wrong = "", "", None, []
    for line in lines:
        if line.word == "at":
            floor.clock.instant = datetime.fromisoformat(line.rest)
        elif line.word == "set":
            name, _, value = line.rest.partition(" ")
            change_setting(name, value, floor.desk)
        elif line.word == "as":
            job, number = line.rest.split(maxsplit=1)
            answer = JOBS[job][1](number, floor.desk)
        elif line.word == "scan":
            answer = take_scan(
                JOBS[job][0](), number, Scan(uuid.uuid4().hex, line.rest), floor.desk
            )
        elif line.word == "do":
            answer = do(line.rest, floor)
        else:
            wrong += differences(answer, json.loads(line.rest), f"{name_of(line)}")
    return wrong


def name_of(line: Line) -> str:
    return f"line {line.number}"


def test_what_is_not_committed_never_happened(floor: Floor) -> None:
    before = rows_of(floor)

    with floor.desk.store.work(floor.desk.stamp()) as work:
        work.inbound.event(work.fact("truck", "T-1"), 1, "arrive", NOW)

    assert rows_of(floor) == before


def move_twice(work: Work) -> None:
    """Move the only lamp from A-1 to A-2, in one part of a work, twice."""
    lamp, here, there = work.goods.by_sku("LAMP"), *map(work.places.by_code, ("A-1", "A-2"))
    assert lamp is not None
    assert here is not None
    assert there is not None
    fact = work.fact("test", "")
    with work.attempt():
        for _ in range(2):
            work.ledger.move(fact, Move(lamp.id, 1, here.id, there.id))


def test_a_move_of_what_is_not_there_is_refused_and_leaves_nothing(floor: Floor) -> None:
    before = rows_of(floor)
    with floor.desk.store.work(floor.desk.stamp()) as work:
        with pytest.raises(RefusedError):
            move_twice(work)
        work.commit()

    after = rows_of(floor)
    assert {name: after[name] - n for name, n in before.items() if after[name] != n} == {"facts": 1}
    assert floor.on_hand("LAMP") == {"A-1": 1}


@pytest.mark.parametrize("code", ["\x00", "\ud800", "é" * 60, "\U0001f4e6", "'; drop table x --"])
def test_any_code_is_kept_as_a_refused_scan(floor: Floor, code: str) -> None:
    answer = floor.receive("T-1", code)

    assert answer["outcome"] == "unknown_barcode"
    assert rows_of(floor)["scans"] == 1


def test_a_known_scan_id_is_refused_by_the_database(floor: Floor) -> None:
    scan = Scan("one", LAMP)
    answers = [take_scan(ReceivingRoom(), "T-1", scan, floor.desk) for _ in range(3)]

    assert answers[0] == answers[1] == answers[2]
    assert (rows_of(floor)["scans"], rows_of(floor)["moves"]) == (1, 4)


def test_a_reader_sees_one_moment(floor: Floor) -> None:
    with floor.desk.store.read(floor.desk.stamp()) as work:
        lamp = work.goods.by_sku("LAMP")
        assert lamp
        before = work.plans.facts().stock.units.sum()
        floor.receive("T-1", LAMP)
        again = work.plans.facts().stock.units.sum()

    assert before == again


def stations(where: str, count: int, do: Callable[[Desk, int], None]) -> None:
    """Let stations with their own connections work at the same time, each in a thread."""
    engines = [open_engine(where) for _ in range(count)]
    desks = [
        Desk(SqlStore(engine), FixedClock(NOW), Planner(), station=f"station-{number}")
        for number, engine in enumerate(engines)
    ]
    threads = [
        threading.Thread(target=do, args=(desk, number)) for number, desk in enumerate(desks)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for engine in engines:
        engine.dispose()


def scan_until_answered(room: Any, number: str, code: str, desk: Desk) -> str:
    """Scan as a station does: again under the same id while the database is busy."""
    scan = Scan(uuid.uuid4().hex, code)
    for _ in range(20):
        try:
            return str(take_scan(room, number, scan, desk)["outcome"])
        except TroubleError as trouble:
            if not trouble.passing:
                raise
    return "never"


@pytest.mark.parametrize("takers", [2, 4, 8])
def test_the_last_units_are_taken_once(any_floor: Floor, where: str, takers: int) -> None:
    any_floor.give(locations=LOCATIONS, products=PRODUCTS, barcodes=BARCODES)
    any_floor.give(orders=orders(wants("SO-1", 9)), stock=stock("A-1,LAMP,3,,"))
    seen: Counter[str] = Counter()

    def take_three(desk: Desk, _number: int) -> None:
        for _ in range(3):
            seen[scan_until_answered(PickingRoom(), "SO-1", LAMP, desk)] += 1

    stations(where, takers, take_three)

    assert seen == {"accepted": 3, "not_available": 3 * takers - 3}
    assert any_floor.on_hand("LAMP") == {"PACK": 3}
    any_floor.desk.planner.forget()
    assert broken_rules(any_floor) == []


def test_stations_at_different_jobs_do_not_disturb_each_other(floor: Floor, where: str) -> None:
    seen: Counter[str] = Counter()

    def work_on(desk: Desk, number: int) -> None:
        for code in (LAMP, "A-3", "CMD-UNDO", LAMP):
            room = ReceivingRoom() if number % 2 else PickingRoom()
            job = "T-1" if number % 2 else "SO-1"
            seen[scan_until_answered(room, job, code, desk)] += 1

    stations(where, 4, work_on)

    assert seen["never"] == 0
    assert sum(seen.values()) == 16
    assert broken_rules(floor) == []
    assert all(check.ok for check in verify(floor.desk))


def test_a_scan_whose_connection_was_cut_is_tried_again_under_its_id(
    postgresql_url: str,
) -> None:
    floor = make_floor(postgresql_url)
    floor.give(inbound=inbound("T-1,1,Acme,LAMP,12,2026-03-04T09:00Z,"))
    other = open_engine(postgresql_url)
    scan = Scan("cut", LAMP)
    with floor.desk.store.work(floor.desk.stamp()) as work:
        mine = work.connection.scalar(text("select pg_backend_pid()"))  # type: ignore[attr-defined]
        with other.connect() as killer:
            killer.execute(text("select pg_terminate_backend(:pid)"), {"pid": mine})
        with pytest.raises(DBAPIError):
            work.fact("test", "")

    answer = take_scan(ReceivingRoom(), "T-1", scan, floor.desk)

    assert (answer["outcome"], answer["received"]) == ("accepted", 1)
    other.dispose()
    floor.desk.store.engine.dispose()  # type: ignore[attr-defined]


def test_a_decision_is_taken_back_once_whoever_tries(floor: Floor) -> None:
    change_order("SO-1", OrderChange(hold=True), floor.desk)
    with floor.desk.store.work(floor.desk.stamp()) as work:
        newest = work.decisions.newest()
        assert newest is not None
        assert (newest.order, newest.before, newest.after) == (
            "SO-1",
            {"hold": False},
            {"hold": True},
        )
        work.decisions.take_back(work.fact("change_undo", "SO-1"), newest.id)
        assert work.decisions.newest() is None
        with pytest.raises(DBAPIError):
            work.decisions.take_back(work.fact("change_undo", "SO-1"), newest.id)


def test_pins_that_are_left_behind_are_told_apart_on_each_database(floor: Floor) -> None:
    for order, source in (("SO-1", "T-1"), ("SO-2", "T-1"), ("SO-2", None)):
        lock(Pin(order, "1", 1, source), floor.desk)
    change_order("SO-1", OrderChange(cancel=True), floor.desk)
    with floor.desk.store.work(floor.desk.stamp()) as work:
        asn, mine = work.inbound.find("T-1"), work.orders.find("SO-2")
        assert asn is not None
        assert mine is not None
        work.inbound.event(work.fact("truck", "T-1"), asn.id, "close", work.stamp.at)
        beside = work.pins.beside([asn.id])
        assert [(pin.order, pin.asn, pin.units, pin.open, pin.gone) for pin in beside] == [
            ("SO-2", "T-1", 1, 3, True),
            ("SO-2", None, 1, 3, False),
        ]
        assert work.pins.of_lines([line.id for line in mine.lines]) == beside
    assert broken_rules(floor) == []
