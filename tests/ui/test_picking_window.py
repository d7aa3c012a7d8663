"""Pick's window beyond a pick: put-backs, counts, colleagues, skips, and what a short asks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from app.services.desk import Desk
from app.services.job_views import pick_view
from app.services.ordering import OrderChange, change_order
from app.services.planning import Planner
from db.engine import open_engine
from db.store import SqlStore
from ui.models.action import Ask
from ui.rehearsal import Rehearsal

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.floor import Floor
    from ui.models.pick import PickScene
    from ui.station import Station

BOLT, JAR = "0400999000010", "0400999000089"


class Watched(Rehearsal):
    """A rehearsal that keeps what Pick shows."""

    def __init__(self, station: Station, folder: Path) -> None:
        super().__init__(station, folder)
        self.scenes: list[PickScene] = []
        self.pick = station.window.room("pick").presenter
        self.pick.scene.connect(self.scenes.append)
        station.window.bring("pick")
        self.settle()

    @property
    def now(self) -> PickScene:
        return self.scenes[-1]

    def rows(self) -> list[str]:
        self.pick.leave()
        self.settle()
        assert self.now.queue is not None
        return [row.number for row in self.now.queue.rows]

    def ask(self, what: str) -> None:
        self.pick.ask(what)
        self.settle()


@pytest.fixture
def hands(told_station: Station, tmp_path: Path) -> Watched:
    return Watched(told_station, tmp_path)


def cancel(floor: Floor, *, hold: bool = False) -> None:
    change = OrderChange(hold=True) if hold else OrderChange(cancel=True)
    change_order("SO-4", change, floor.desk)


@pytest.mark.parametrize("hold", [True, False])
def test_a_stopped_order_leads_to_its_put_back_by_its_own_number(
    hands: Watched, told_floor: Floor, *, hold: bool
) -> None:
    hands.job("pick", "SO-4", (BOLT,))
    cancel(told_floor, hold=hold)

    hands.scan(JAR)
    stopped = hands.now
    hands.scan("SO-4")
    told = hands.now.instruction
    hands.scan(BOLT)
    in_hand = hands.now.instruction
    hands.scan("A-01")

    assert stopped.notice is not None
    assert "1 unit is to be put back" in stopped.notice.changed
    assert told is not None
    assert (told.location, told.lead) == ("PACK-1", "Take from")
    assert in_hand is not None
    assert (in_hand.location, in_hand.lead) == ("A-01", "Put in")
    assert hands.now.notice is not None
    assert hands.now.notice.headline == "All is back"


def test_a_wrong_scan_in_a_put_back_stays_until_it_is_seen(
    hands: Watched, told_floor: Floor
) -> None:
    hands.job("pick", "SO-4", (BOLT,))
    cancel(told_floor)
    hands.ask(Ask.PUT_BACK)

    hands.scan(JAR)

    assert hands.now.refusal is not None
    assert hands.now.instruction is not None


def test_a_pick_that_was_being_read_while_its_put_back_opened_is_shown_as_a_pick(
    hands: Watched, told_floor: Floor
) -> None:
    hands.job("pick", "SO-4", (BOLT,))
    cancel(told_floor)
    read = pick_view("SO-4", told_floor.desk)

    hands.ask(Ask.PUT_BACK)

    assert hands.pick.make_scene(None, read).title == "SO-4"


def test_the_queue_names_what_goes_back_and_what_is_to_be_counted(
    hands: Watched, told_floor: Floor
) -> None:
    hands.job("pick", "SO-4", (BOLT,))
    cancel(told_floor)
    hands.rows()
    hands.job("pick", "SO-6", ("A-01", "CMD-SHORT"))

    rows = hands.rows()

    assert rows[0] == "Put back SO-4"
    assert rows[-1] == "Count A-01"
    assert hands.now.queue is not None
    assert hands.now.queue.note.endswith("1 to count at the end.")
    hands.pick.choose("Put back SO-4")
    hands.settle()
    assert hands.now.title == "Put back SO-4"


def test_a_place_scanned_outside_a_job_is_counted(hands: Watched, told_floor: Floor) -> None:
    hands.scan("A-01")
    hands.scan("CMD-QTY-9")
    hands.scan(BOLT)
    hands.scan("CMD-CLOSE")

    assert hands.now.notice is not None
    assert hands.now.notice.headline == "A-01 COUNTED"
    assert told_floor.on_hand("BOLT") == {"A-01": 9}
    hands.pick.seen()
    hands.settle()
    assert hands.now.queue is not None


def colleague(floor: Floor) -> Floor:
    return replace(floor, desk=replace(floor.desk, station="Pick 2", actor="Dana"), answers=[])


def test_a_colleagues_pick_is_asked_about_and_taken_over_by_the_same_scan(
    hands: Watched, told_floor: Floor
) -> None:
    colleague(told_floor).pick("SO-4", BOLT)

    hands.scan("SO-4")
    asked = hands.now.notice
    hands.scan("SO-4")

    assert asked is not None
    assert asked.headline == "Pick 2 has it"
    assert "Dana, since 08:00" in asked.reason
    assert hands.now.instruction is not None


def test_a_refreshed_queue_does_not_hide_whose_job_it_is(hands: Watched, told_floor: Floor) -> None:
    colleague(told_floor).pick("SO-4", BOLT)
    hands.scan("SO-4")

    hands.pick.refresh()
    hands.settle()

    assert hands.now.notice is not None
    assert hands.now.notice.headline == "Pick 2 has it"


@pytest.mark.parametrize("room", ["pick", "pack"])
@pytest.mark.parametrize("hold", [True, False])
def test_a_stopped_order_stops_the_station_without_a_scan(
    told_station: Station, told_floor: Floor, qtbot: QtBot, tmp_path: Path, room: str, *, hold: bool
) -> None:
    hands = Watched(told_station, tmp_path)
    hands.job("pick", "SO-4", (BOLT,))
    hands.job(room, "SO-4", ())
    presenter = told_station.window.room(room).presenter
    scenes: list[Any] = []
    presenter.scene.connect(scenes.append)
    other = open_desk(told_floor, tmp_path)

    told_station.window.looks.start()
    with qtbot.waitSignal(presenter.sounded, timeout=20_000) as sound:
        change_order("SO-4", OrderChange(hold=True) if hold else OrderChange(cancel=True), other)
    qtbot.waitUntil(lambda: bool(scenes) and scenes[-1].notice is not None, timeout=20_000)

    assert sound.args == ["wrong"]
    assert scenes[-1].notice.headline == "STOP"
    assert told_station.window.looks.interval() < 1_000


def test_a_released_order_goes_on_without_a_scan(hands: Watched, told_floor: Floor) -> None:
    cancel(told_floor, hold=True)
    hands.job("pick", "SO-4", ())
    hands.pick.look()
    hands.settle()
    change_order("SO-4", OrderChange(hold=False), told_floor.desk)

    hands.pick.look()
    hands.settle()

    assert hands.now.instruction is not None


def test_what_others_write_leaves_the_job_in_hand_as_it_is(
    hands: Watched, told_floor: Floor
) -> None:
    hands.job("pick", "SO-4", (JAR,))
    refused = hands.now
    change_order("SO-6", OrderChange(hold=True), told_floor.desk)

    hands.pick.look()
    hands.settle()

    assert hands.now is refused


def open_desk(floor: Floor, folder: Path) -> Desk:
    """Open another program's desk on the same file."""
    store = SqlStore(open_engine(folder / "story.db"))
    return Desk(store, floor.clock, Planner(), "Dana", "Office")


def test_a_colleagues_pick_is_left_alone(hands: Watched, told_floor: Floor) -> None:
    other = colleague(told_floor)
    other.pick("SO-4", BOLT)
    hands.scan("SO-4")

    hands.pick.seen()
    hands.settle()

    assert hands.now.queue is not None
    assert other.pick("SO-4", BOLT)["outcome"] == "accepted"


def test_another_order_scanned_leaves_a_colleagues_alone(hands: Watched, told_floor: Floor) -> None:
    colleague(told_floor).pick("SO-4", BOLT)

    hands.scan("SO-4")
    hands.scan("SO-6")

    assert hands.now.title == "SO-6"


def test_whose_pick_was_taken_over_reads_by_whom(hands: Watched, told_floor: Floor) -> None:
    hands.job("pick", "SO-4", (BOLT,))
    colleague(told_floor).pick("SO-4", BOLT)

    hands.scan(BOLT)

    assert hands.now.refusal is not None
    assert "Pick 2 has taken order SO-4 over" in hands.now.refusal.reason


def test_a_short_asks_why_and_the_next_scan_does_not_wait_for_it(hands: Watched) -> None:
    hands.job("pick", "SO-4", ("CMD-SHORT",))
    asked = {action.ask for action in hands.now.actions}

    hands.scan("CMD-REASON-12")

    assert Ask.WAS_EMPTY in asked
    assert Ask.SKIP in {action.ask for action in hands.now.actions}


def test_a_skipped_place_is_the_last_of_those_to_come(hands: Watched) -> None:
    hands.job("pick", "SO-4", ("CMD-SKIP",))

    assert hands.now.instruction is not None
    assert hands.now.instruction.location == "B-02"
    assert [line.location for line in hands.now.next_lines] == ["A-01"]


def test_the_queue_sorts_by_cut_off_and_back(hands: Watched) -> None:
    before = hands.rows()

    hands.ask(Ask.SORT)
    sorted_note = hands.now.queue.note if hands.now.queue else ""
    hands.ask(Ask.SORT)

    assert "cut-off" in sorted_note
    assert hands.rows() == before
