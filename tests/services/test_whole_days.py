"""Whole days on small random floors: whatever is scanned in whatever order, the rules hold.

``DOCKHAND_STEPS=10000 pytest tests/services/test_whole_days.py`` recounts after so many steps.
"""

from __future__ import annotations

import os
import uuid
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import event

from app.domain.scan import Scan
from app.services.counting import CountingRoom, open_count
from app.services.jobs import take_scan
from app.services.ordering import OrderChange, change_order
from app.services.picking import PickingRoom
from app.services.put_back import PutBackRoom, open_put_back
from tests.services.random_floors import (
    COMMANDS,
    ITEMS,
    JOBS,
    ORDERS,
    PLACES,
    SCANS,
    STATIONS,
    TRUCKS,
    close_desk,
)
from tests.services.remaining import broken_counts
from tests.services.whole_days import OPENINGS, WholeDays

if TYPE_CHECKING:
    from app.services.turns import Room

STEPS = int(os.environ.get("DOCKHAND_STEPS", "90"))


class KilledError(Exception):
    """The program is no more."""


def _die(_connection: object) -> None:
    raise KilledError


class FullDays(WholeDays):
    """What hands do besides: put back, count, find, skip, take over, hold in the middle, die."""

    steps: ClassVar[int] = 0

    @rule(order=st.sampled_from(ORDERS), code=SCANS, station=st.sampled_from(STATIONS))
    def scan_at_a_put_back(self, order: str, code: str, station: str) -> None:
        self._scan(PutBackRoom(), order, code, station)

    @rule(order=st.sampled_from(ORDERS), hold=st.booleans(), scans=st.integers(1, 4))
    def put_back_as_told(self, order: str, hold: bool, scans: int) -> None:
        self._stand_at(STATIONS[0])
        if hold:
            self._try(change_order, order, OrderChange(hold=True))
        for _ in range(scans):
            self._open(PutBackRoom(), order)
            told = open_put_back(order, self.floor.desk)
            step = told["next"]
            if step is None:
                return
            if not told["in_hand"]:
                taken = self._scan(PutBackRoom(), order, step["sku"])
                assert taken["outcome"] in {"accepted", "over_pick"}  # of a pending quantity
            done = self._scan(PutBackRoom(), order, step["to"] or PLACES[0])
            assert done["remaining"] <= told["remaining"]

    @rule(
        place=st.sampled_from(PLACES),
        codes=st.lists(st.sampled_from([*ITEMS, *COMMANDS, *PLACES]), max_size=5),
        close=st.booleans(),
    )
    @precondition(lambda self: bool(self.files))
    def count_a_place(self, place: str, codes: list[str], close: bool) -> None:
        before = self._stock()
        self._try(open_count, place)
        for code in codes:
            if code != "CMD-CLOSE":
                self._try(self._count, place, code)
        assert self._stock() == before
        if close:
            self._try(self._count, place, "CMD-CLOSE")

    def _count(self, place: str, code: str, _desk: object) -> None:
        self._scan(CountingRoom(), place, code)

    @rule(order=st.sampled_from(ORDERS), place=st.sampled_from(PLACES), code=st.sampled_from(ITEMS))
    def find_units(self, order: str, place: str, code: str) -> None:
        for scanned in ("CMD-FOUND", place, code):
            self._scan(PickingRoom(), order, scanned)

    @rule(order=st.sampled_from(ORDERS), why=st.sampled_from(["CMD-REASON-12", "CMD-REASON-99"]))
    def pick_short_and_say_why(self, order: str, why: str) -> None:
        for scanned in ("CMD-SKIP", "CMD-SHORT", why):
            self._scan(PickingRoom(), order, scanned)

    @rule(
        order=st.sampled_from(ORDERS),
        job=st.sampled_from(sorted(OPENINGS)),
        code=st.sampled_from(ITEMS),
    )
    def take_a_job_over(self, order: str, job: str, code: str) -> None:
        for station in STATIONS:
            self._stand_at(station)
            self._open(JOBS[job](), order)
        self._stand_at(STATIONS[0])
        before = self._stock()
        refused = take_scan(JOBS[job](), order, Scan(uuid.uuid4().hex, code), self.floor.desk)
        assert (refused["outcome"], refused["quantity"]) == ("wrong_state", 0)
        assert STATIONS[1] in refused["message"]
        assert self._stock() == before

    @rule(order=st.sampled_from(ORDERS), code=st.sampled_from(ITEMS), on=st.booleans())
    def hold_in_the_middle_of_a_pick(self, order: str, code: str, on: bool) -> None:
        self._scan(PickingRoom(), order, code)
        self._stand_at(STATIONS[1])
        self._try(change_order, order, OrderChange(hold=True))
        assert self._scan(PickingRoom(), order, code)["outcome"] == "wrong_state"
        if on:
            self._try(change_order, order, OrderChange(hold=False))

    @rule(
        job=st.sampled_from(sorted(JOBS)),
        pick=st.integers(0, 5),
        code=SCANS,
        station=st.sampled_from(STATIONS),
        stored=st.booleans(),
    )
    def kill_a_station(self, job: str, pick: int, code: str, station: str, stored: bool) -> None:
        """Kill it before the commit: nothing has happened; or after: the answer can be asked."""
        numbers = TRUCKS if job == "receive" else ORDERS
        room, number = JOBS[job](), numbers[pick % len(numbers)]
        self._stand_at(station)
        self._open(room, number)
        scan = Scan(uuid.uuid4().hex, code)
        before = self._stock()
        answer = self._die_at(room, number, scan, stored=stored)
        close_desk(self.desks.pop(station))
        self._stand_at(station)
        if answer is None:
            assert self._stock() == before
        else:
            before = self._stock()
            assert take_scan(room, number, scan, self.floor.desk) == answer
            assert self._stock() == before

    def _die_at(self, room: Room, number: str, scan: Scan, *, stored: bool) -> Any:
        desk = self.floor.desk
        if stored:
            return take_scan(room, number, scan, desk)
        engine = desk.store.engine  # type: ignore[attr-defined]
        event.listen(engine, "commit", _die)
        with pytest.raises(KilledError):
            take_scan(room, number, scan, desk)
        return None

    @invariant()
    def the_counts_agree(self) -> None:
        if self.files:
            wrong = broken_counts(self.floor.desk)
            assert not wrong, "\n".join(wrong)
            type(self).steps += 1


@pytest.mark.timeout(120 + STEPS)
def test_the_rules_hold_after_every_step_of_whole_days() -> None:
    how = settings(
        max_examples=6,
        stateful_step_count=16,
        deadline=None,
        phases=[Phase.generate],
        report_multiple_bugs=True,
    )
    FullDays.steps = 0

    while FullDays.steps < STEPS:
        run_state_machine_as_test(FullDays, settings=how)

    assert FullDays.steps >= STEPS
