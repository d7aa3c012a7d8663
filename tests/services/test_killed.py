"""Stations that are killed in the middle of their work, again and again."""

from __future__ import annotations

import multiprocessing
import os
import random
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.services.picking import open_picking
from app.services.sweeping import open_sweep
from app.services.verifying import verify
from db import tables as t
from tests.floor import inbound, orders, stock, wants
from tests.services.conservation import broken_rules
from tests.services.floor_child import PICKED, pick_and_wait, scan_for_ever, sweep_for_ever

if TYPE_CHECKING:
    from pathlib import Path

    from tests.floor import Floor

Answer = tuple[str, str, int]
ROUNDS, SWEEPS = 30, 10
STATIONS: Any = multiprocessing.get_context("forkserver" if os.name == "posix" else "spawn")


def _work_until_killed(
    database: Path, prefix: str, answers: int, work: Any = scan_for_ever
) -> list[Answer]:
    """Let a station scan, kill it after some answers, and return all that it had said by then."""
    ear, mouth = STATIONS.Pipe(duplex=False)
    station = STATIONS.Process(target=work, args=(str(database), prefix, mouth))
    station.start()
    mouth.close()
    said: list[Answer] = [ear.recv() for _ in range(answers)]
    station.kill()
    said += _rest(ear)
    station.join()
    return said


def _rest(ear: Any) -> list[Answer]:
    said: list[Answer] = []
    while True:
        try:
            said.append(ear.recv())
        except (EOFError, OSError):  # nobody speaks any more, perhaps in the middle of a word
            return said


def test_whatever_was_answered_survives_a_killed_station(floor: Floor, tmp_path: Path) -> None:
    STATIONS.set_forkserver_preload(["tests.services.floor_child"])
    floor.give(
        orders=orders(wants("SO-1", 40), wants("SO-2", 30, policy="all_or_nothing")),
        inbound=inbound("T-1,1,Acme,LAMP,5000,2026-03-04T09:00Z,"),
    )
    dice = random.Random(7)  # noqa: S311

    said = [
        answer
        for number in range(ROUNDS)
        for answer in _work_until_killed(tmp_path / "floor.db", f"{number}", dice.randint(0, 12))
    ]

    _all_is_kept(floor, said, ROUNDS)


def test_a_sweep_goes_on_where_its_station_was_killed(floor: Floor, tmp_path: Path) -> None:
    STATIONS.set_forkserver_preload(["tests.services.floor_child"])
    floor.give(
        orders=orders(wants("SO-1", 40)),
        inbound=inbound("T-1,1,Acme,LAMP,40,2026-03-04T07:00Z,arrived"),
    )
    floor.receive("T-1", "CMD-QTY-40", "4006381333931")
    before = len(floor.answers)
    dice = random.Random(8)  # noqa: S311

    said = [
        answer
        for number in range(SWEEPS)
        for answer in _work_until_killed(
            tmp_path / "floor.db", f"{number}", dice.randint(0, 12), sweep_for_ever
        )
    ]

    _all_is_kept(floor, said, SWEEPS + before)
    counted = open_sweep("LANE-1", floor.desk)["counted"]
    assert floor.sweep("LANE-1", "LANE-1", "4006381333931")["counted"] == counted + 1


def test_a_pick_goes_on_exactly_where_its_station_was_killed(floor: Floor, tmp_path: Path) -> None:
    STATIONS.set_forkserver_preload(["tests.services.floor_child"])
    lamps = stock("A-1,LAMP,2,,", "A-2,LAMP,4,,", "A-3,VASE,1,,")
    floor.give(orders=orders(wants("SO-1", 6), wants("SO-1", 1, "VASE", line=2)), stock=lamps)

    said = _work_until_killed(tmp_path / "floor.db", "pick", len(PICKED), pick_and_wait)

    opened = open_picking("SO-1", floor.desk)
    answer = floor.pick("SO-1", "4006381333931")
    assert [outcome for _, outcome, _ in said] == ["accepted"] * len(PICKED)
    assert "taken_over" not in opened
    assert opened["remaining"] == 6
    assert opened["next"] == {"location": "A-2", "sku": "LAMP", "quantity": 3}
    assert (answer["outcome"], answer["quantity"], answer["remaining"]) == ("accepted", 2, 4)
    assert floor.on_hand("LAMP") == {"A-1": 2, "A-2": 1, "PACK": 3}
    _all_is_kept(floor, said, 1)


def _all_is_kept(floor: Floor, said: list[Answer], more: int) -> None:
    """What was answered is stored as it was said, and at most so many scans more."""
    with floor.desk.store.engine.connect() as connection:  # type: ignore[attr-defined]
        c = t.scans.c
        rows = connection.execute(select(c.scan_id, c.outcome, c.quantity))
        stored = {row[0]: tuple(row) for row in rows}
    assert [answer for answer in said if stored.get(answer[0]) != answer] == []
    assert len(stored) <= len(said) + more
    floor.desk.planner.forget()
    assert broken_rules(floor) == []
    assert all(check.ok for check in verify(floor.desk))
