"""Dock's clocks in words: dwell, what is paid, the door that runs late, the work by hour."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from app.domain.appointments import Door
from app.domain.board import Slot, Truck
from app.domain.clocks import ClockTerms, clock_of
from app.domain.dock import DockState
from app.domain.overruns import overruns_of, stays_of
from app.domain.plan.values import Unload
from app.domain.workload import WorkHour
from app.services.dock_board import DockDay
from tests.ui.desk_checks import FACES, SIZES, cut, settle, show, small_targets, texts, unnamed
from tests.ui.desk_scenes import DOCK
from ui.decks.dock import DockDeck
from ui.models.dock import LateDoor
from ui.models.dock_unload import HourCount
from ui.presenters.dock import DockPresenter
from ui.presenters.dock_clocks import ClockWords, clock_words
from ui.presenters.dock_scene import dock_scene
from ui.theme import Look
from ui.views.dock_view import A_MINUTE_MS, DockView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ZONE = ZoneInfo("UTC")
SLOT = datetime(2026, 3, 4, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
TERMS = ClockTerms(2 * HOUR, HOUR / 2)


def at(minutes: int) -> datetime:
    return SLOT + timedelta(minutes=minutes)


def slot(asn: str = "T-1", status: str = "unloading", start: int = 0, **said: Any) -> Slot:
    """Return a truck booked so many minutes after nine, an hour at D1; it came in time."""
    said = {"arrived_at": at(start), **said}
    state = DockState(status, at(start), door="D1", start_at=at(start), end_at=at(start + 60))
    truck = Truck(1, asn, "Acme", f"{asn} Lines", "", 10, 0, 0, replace(state, **said))
    return Slot(truck, 0, frozenset(), 0, frozenset(), None)


def board(now: int, *slots: Slot, unload: bool = False) -> DockDay:
    clocks = {one.truck.asn: clock_of(one.truck.state, at(now), TERMS) for one in slots}
    rows = [Unload(one.truck.asn, 1, 0, 0, 5, True, SLOT, 1) for one in slots] if unload else []
    return DockDay(
        at(now),
        SLOT.date(),
        slots,
        ("D1",),
        tuple(rows),
        door_rules=(Door("D1"),),
        clocks={asn: clock for asn, clock in clocks.items() if clock},
        overruns=overruns_of(stays_of([one.truck for one in slots], at(now))),
    )


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (48, ClockWords("48 min", "0:48")),
        (89, ClockWords("1 h 29 min", "1:29")),
        (90, ClockWords("1 h 30 min · paid wait in 30 min", "1:30", "warn")),
        (120, ClockWords("2 h 00 min · paid wait in 0 min", "2:00", "warn")),
        (121, ClockWords("1 min paid · 2 h 01 min", "+0:01", "bad")),
        (200, ClockWords("1 h 20 min paid · 3 h 20 min", "+1:20", "bad")),
    ],
)
def test_a_clock_says_dwell_then_how_soon_it_costs_then_what_it_costs(
    now: int, said: ClockWords
) -> None:
    one = slot()

    assert clock_words(one, board(now, one)) == said


def test_a_late_truck_in_the_yard_says_how_long_it_has_been_here() -> None:
    one = slot(status="arrived", arrived_at=at(40))

    assert clock_words(one, board(60, one)) == ClockWords("here 20 min")


def test_a_truck_that_checked_in_after_now_says_nothing() -> None:
    one = slot(status="arrived", arrived_at=at(40))

    assert clock_words(one, board(30, one)) == ClockWords()


@pytest.mark.parametrize(("ended", "text"), [(60, ""), (150, "30 min paid · 2 h 30 min")])
def test_a_truck_that_left_says_only_what_it_cost(ended: int, text: str) -> None:
    one = slot(status="departed", ended_at=at(ended))

    assert clock_words(one, board(300, one)).text == text


def test_an_empty_truck_still_at_its_door_shows_the_clock_where_it_stopped() -> None:
    one = slot(status="done", ended_at=at(100))

    assert clock_words(one, board(119, one)) == ClockWords("1 h 40 min", "1:40")


@pytest.mark.parametrize(
    ("now", "note"),
    [(80, ""), (95, " Paid waiting starts 11:00."), (130, " Paid waiting since 11:00.")],
)
def test_the_unload_order_says_when_waiting_is_paid(now: int, note: str) -> None:
    (row,) = dock_scene(board(now, slot(), unload=True), ZONE).unload

    assert row.reason == f"5 units for waiting orders.{note}"


def test_the_strip_names_the_door_the_delay_and_the_truck_in_the_way() -> None:
    slow = slot("T-1", unload_at=at(40))
    waiting = [
        slot(asn, "scheduled", start, arrived_at=None) for asn, start in (("T-2", 60), ("T-3", 120))
    ]
    late = dock_scene(board(50, slow, *waiting), ZONE).late_door

    assert late == LateDoor(
        "D1 will run 40 min late: 2 trucks affected. T-1 Lines is in the way.", "Show it", "T-1"
    )


def test_a_few_minutes_are_not_worth_a_strip() -> None:
    slow = slot("T-1", unload_at=at(9))
    day = board(50, slow, slot("T-2", "scheduled", 60, arrived_at=None))

    assert day.overruns
    assert dock_scene(day, ZONE).late_door is None


def test_the_strip_tells_of_the_other_doors_in_a_number() -> None:
    slots = [slot("T-1", unload_at=at(40)), slot("T-2", "scheduled", 60, arrived_at=None)]
    slots += [
        slot("T-3", unload_at=at(30), door="D2"),
        slot("T-4", "scheduled", 60, arrived_at=None, door="D2"),
    ]
    late = dock_scene(board(50, *slots), ZONE).late_door

    assert late is not None
    assert late.text.endswith("1 door runs late too.")


@pytest.mark.parametrize(
    ("hours", "note", "states"),
    [
        ((WorkHour(SLOT, 5, 2, 3, 0, None),), ("10 units", ""), [""]),
        ((WorkHour(SLOT, 5, 2, 3, 0, 10),), ("10 units", ""), [""]),
        (
            (WorkHour(SLOT, 5, 2, 4, 0, 10), WorkHour(at(60), 1, 0, 0, 1, 10)),
            ("crew behind until 10:00", "warn"),
            ["warn", ""],
        ),
        ((WorkHour(SLOT, 5, 2, 4, 0, 10),), ("1 unit too many", "warn"), ["warn"]),
        ((), ("", ""), []),
    ],
)
def test_the_work_says_whether_the_crew_is_enough(
    hours: tuple[WorkHour, ...], note: tuple[str, str], states: list[str]
) -> None:
    scene = dock_scene(replace(board(0, slot()), workload=hours), ZONE)

    assert (scene.work_note, scene.work_state) == note
    assert [hour.state for hour in scene.work] == states


def test_each_hour_says_what_its_units_are() -> None:
    hours = (WorkHour(SLOT, 5, 2, 4, 0, 10), WorkHour(at(60), 1, 0, 0, 1, 10))
    scene = dock_scene(replace(board(0, slot()), workload=hours), ZONE)

    assert [hour.about for hour in scene.work] == [
        "09:00  5 to unload, 2 to cross-dock, 4 to pick",
        "10:00  1 to unload, 0 to cross-dock, 0 to pick, 1 left from before",
    ]


@pytest.fixture
def look() -> Look:
    return Look()


def test_the_strip_shows_the_truck_in_the_way(qtbot: QtBot, look: Look) -> None:
    view = DockView(look)
    view.show_scene(replace(DOCK, late_door=LateDoor("D4 will run late.", "Show it", "ASN-70429")))
    show(qtbot, view, look)
    view.late.button.click()

    assert "D4 will run late." in texts(view)
    assert view.board.canvas.field.chosen == 13


def test_without_a_late_door_there_is_no_strip(qtbot: QtBot, look: Look) -> None:
    view = DockView(look)
    view.show_scene(replace(DOCK, late_door=LateDoor("D4 will run late.", "Show it", "ASN-70429")))
    view.show_scene(DOCK)
    show(qtbot, view, look)

    assert not view.late.isVisible()


def test_the_work_stands_below_the_orders_with_its_numbers(qtbot: QtBot, look: Look) -> None:
    view = DockView(look)
    work = (HourCount("10", 432, state="warn", limit=144), HourCount("11", 95, limit=480))
    view.show_scene(replace(DOCK, work=work, work_note="crew behind until 11:00"))
    show(qtbot, view, look)
    settle(view)

    assert {"Units to move, by hour", "432", "95", "crew behind until 11:00"} <= texts(view)


@pytest.mark.parametrize(("theme", "families"), FACES)
@pytest.mark.parametrize("size", SIZES)
def test_a_bad_day_cuts_nothing_and_leaves_every_control_in_reach(
    qtbot: QtBot,
    size: tuple[int, int],
    theme: str,
    families: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.theme.FAMILIES", families)
    look = Look(theme)
    text = "D4 will run 1440 min late: 12 trucks affected. Kestrel Freight is in the way."
    work = tuple(HourCount(f"{n:02}", 97_000 + n, state="warn", limit=144) for n in range(24))
    blocks = tuple(
        replace(block, clock="1 h 20 min paid · 3 h 20 min", clock_short="+1:20", clock_state="bad")
        for block in DOCK.blocks
    )
    view = DockView(look)
    view.show_scene(
        replace(
            DOCK,
            blocks=blocks,
            late_door=LateDoor(text, "Show it", "ASN-70429"),
            work=work,
            work_note="crew behind until 11:00",
            work_state="warn",
        )
    )
    show(qtbot, view, look, size)

    assert (cut(view), small_targets(view), unnamed(view)) == ([], [], [])


def test_where_a_block_is_narrow_its_clock_is_short(qtbot: QtBot, look: Look) -> None:
    block = next(one for one in DOCK.blocks if one.asn == "ASN-70421")
    told = replace(
        block,
        word="Unloading",
        clock="22 min paid · 2 h 22 min",
        clock_short="+0:22",
        end=block.start + HOUR,
    )
    view = DockView(look)
    view.show_scene(replace(DOCK, blocks=(told,)))
    show(qtbot, view, look)

    assert "+0:22" in texts(view)
    assert not cut(view)


class IdleFloor:
    """Keeps what is asked for until it is answered by hand."""

    def __init__(self) -> None:
        self.is_idle = True
        self.asked: list[Any] = []

    def submit(self, job: Any, then: Any, failed: Any) -> None:
        self.asked.append((job, then, failed))


def test_a_door_that_begins_to_run_late_sounds_once(qtbot: QtBot) -> None:
    floor = IdleFloor()
    presenter = DockPresenter(None, floor, lambda: ZONE)  # type: ignore[arg-type]
    heard: list[str] = []
    presenter.sounded.connect(heard.append)
    quiet = board(50, slot("T-1", unload_at=at(0)))
    late = board(50, slot("T-1", unload_at=at(40)), slot("T-2", "scheduled", 60, arrived_at=None))
    presenter.refresh()
    answer = floor.asked[-1][1]
    for day in (late, quiet, late, late):
        answer(day)

    assert heard == ["warning"]


@pytest.mark.parametrize("idle", [True, False])
def test_each_minute_the_clocks_go_on_unless_the_floor_is_at_work(
    qtbot: QtBot, look: Look, *, idle: bool
) -> None:
    floor = IdleFloor()
    floor.is_idle = idle
    deck = DockDeck(None, floor, look, lambda: ZONE)  # type: ignore[arg-type]
    qtbot.addWidget(deck.view)
    deck.view.minutes.timeout.emit()

    assert bool(floor.asked) is idle


def test_minutes_pass_only_while_the_board_is_shown(qtbot: QtBot, look: Look) -> None:
    view = DockView(look)
    qtbot.addWidget(view)
    runs = [view.minutes.isActive()]
    view.show()
    runs.append(view.minutes.isActive())
    view.hide()

    assert [*runs, view.minutes.isActive()] == [False, True, False]
    assert view.minutes.interval() == A_MINUTE_MS
