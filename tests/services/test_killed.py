"""Stations that are killed in the middle of their work, again and again."""

from __future__ import annotations

import multiprocessing
import os
import random
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.services.verifying import verify
from db import tables as t
from tests.floor import inbound, orders, wants
from tests.services.conservation import broken_rules
from tests.services.floor_child import scan_for_ever

if TYPE_CHECKING:
    from pathlib import Path

    from tests.floor import Floor

Answer = tuple[str, str, int]
ROUNDS = 30
STATIONS: Any = multiprocessing.get_context("forkserver" if os.name == "posix" else "spawn")


def _work_until_killed(database: Path, prefix: str, answers: int) -> list[Answer]:
    """Let a station scan, kill it after some answers, and return all that it had said by then."""
    ear, mouth = STATIONS.Pipe(duplex=False)
    station = STATIONS.Process(target=scan_for_ever, args=(str(database), prefix, mouth))
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

    with floor.desk.store.engine.connect() as connection:  # type: ignore[attr-defined]
        c = t.scans.c
        rows = connection.execute(select(c.scan_id, c.outcome, c.quantity))
        stored = {row[0]: tuple(row) for row in rows}
    assert [answer for answer in said if stored.get(answer[0]) != answer] == []
    assert len(stored) <= len(said) + ROUNDS
    floor.desk.planner.forget()
    assert broken_rules(floor) == []
    assert all(check.ok for check in verify(floor.desk))
