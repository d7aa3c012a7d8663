"""What a wall screen says of each door, whom it has called, and what it puts first."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from app.domain.appointments import Block, Door
from app.domain.board import OUTBOUND
from tests.ui.wall_boards import BUSY, DOORS, NOW, at, day, full_day, large_day, visit
from ui.models.dock import Badge
from ui.models.wall import WallNote, WallRow, WallScene
from ui.presenters.dock_unload import unload_rows
from ui.presenters.wall_scene import WallMoment, blank_scene, pages_of, wall_scene

ZONE = ZoneInfo("UTC")
DOOR = (Door("D1"),)


def scene(board: object = None, turn: int = 0) -> WallScene:
    return wall_scene(board or full_day(), WallMoment("Harbour", NOW, turn), ZONE)  # type: ignore[arg-type]


def row(door: str) -> WallRow:
    return next(row for row in scene().rows if row.door == door)


def only(*slots: object, doors: tuple[Door, ...] = DOOR) -> WallRow:
    return scene(day(*slots, doors=doors)).rows[0]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("door", "state", "word", "clock", "title"),
    [
        ("1", "info", "Unloading", "57 min", "Meridian Cold"),
        ("2", "info", "Unloading", "1 h 22 min", "Harbor & Pine"),
        ("3", "info", "At door", "17 min", "Fernway Road"),
        ("4", "ok", "Free", "48 min", "Call Kestrel Freight"),
        ("5", "warn", "Late", "27 min", "Quayside Trunking"),
        ("6", "out", "Loading", "due 11:10", "Swiftway"),
        ("7", "out", "Pick-up", "12:30", "Penrose Pallets"),
        ("8", "idle", "Closed", "until 14:00", "Leveller repair"),
    ],
)
def test_each_door_says_its_state_how_long_and_who(
    door: str, state: str, word: str, clock: str, title: str
) -> None:
    said = row(door)

    assert (said.state, said.word, said.clock, said.title) == (state, word, clock, title)


def test_doors_for_pickups_stand_below_the_others() -> None:
    assert [row.door for row in scene().rows] == ["1", "2", "3", "4", "5", "8", "6", "7"]


def test_whom_to_call_is_the_unload_lists_own_rule() -> None:
    board = full_day()
    listed = {r.door: r.carrier for r in unload_rows(board, ZONE) if r.kind == "at_door"}
    called = {
        row.door: row.title.removeprefix("Call ")
        for row in scene(board).rows
        if row.title.startswith("Call ")
    }

    assert called == listed == {"4": "Kestrel Freight"}


@pytest.mark.parametrize(
    "door",
    [
        Door("D1", "out"),
        Door("D1", hours="11:00-12:00"),
        Door("D1", blocks=(Block(at("10:00"), at("11:00")),)),
    ],
)
def test_nobody_is_called_to_a_door_that_cannot_take_it(door: Door) -> None:
    board = day(visit("Y-1", "arrived", "", "10:00", "11:00", "Solberg"), doors=(door,))

    assert "Call" not in scene(board).rows[0].title
    assert scene(board).unload[0].order == "Waits for a free door"


def test_nobody_is_called_to_a_door_at_which_a_pickup_stands() -> None:
    pickup = visit("PU-1", "at_door", "D1", "10:00", "11:00", "Swiftway", direction=OUTBOUND)
    board = day(visit("Y-1", "arrived", "", "10:00", "11:00", "Solberg"), pickup, doors=DOOR)

    assert scene(board).rows[0].title == "Swiftway"
    assert scene(board).unload[0].order == "Waits for a free door"


def test_a_late_truck_is_late_until_somebody_says_when_it_comes() -> None:
    late = visit("A-1", "scheduled", "D1", "10:15", "11:00", "Quay", (16, 8, 2))

    assert only(late).below == WallNote("no estimate yet")
    assert only(late).badge == Badge(16, 8, 2)
    state = replace(late.truck.state, expected_at=at("11:20"))
    told = replace(late, truck=replace(late.truck, state=state))
    assert (only(told).word, only(told).below) == ("Late", WallNote("expected 11:20"))


def test_a_door_that_will_run_late_names_who_waits_and_how_long() -> None:
    assert row("2").below == WallNote("10:45 Ostmark Cargo waits 3 min", "warn", "warning")


@pytest.mark.parametrize(
    ("end", "note", "late"), [("10:42", "on time", False), ("10:30", "", True)]
)
def test_a_pickup_past_its_time_says_so(end: str, note: str, late: bool) -> None:
    said = only(visit("PU-1", "unloading", "D1", "09:00", end, "Swift", direction=OUTBOUND))

    assert said.beside is not None
    assert said.beside.text == (note or "12 min over its time")
    assert said.late is late


def test_a_pickup_in_the_yard_is_called_to_its_door() -> None:
    said = only(visit("PU-1", "arrived", "D1", "10:00", "11:00", "Swift", direction=OUTBOUND))

    assert (said.state, said.title) == ("out", "Call Swift")


def test_a_door_closed_all_day_says_its_hours_and_the_day_it_opens() -> None:
    said = only(doors=(Door("D1", hours="06:00-09:00"),))

    assert (said.word, said.clock, said.title) == ("Closed", "until Wed 06:00", "Open 06:00-09:00")


def test_a_closed_door_at_which_a_truck_stands_shows_the_truck() -> None:
    door = Door("D1", blocks=(Block(at("10:00"), at("11:00")),))

    assert (
        only(visit("A-1", "at_door", "D1", "10:00", "11:00", "Nord"), doors=(door,)).title == "Nord"
    )


def test_a_truck_without_a_carrier_goes_by_its_number() -> None:
    assert only(visit("A-1", "unloading", "D1", "10:00", "11:00")).title == "A-1"


def test_a_truck_that_checked_in_after_now_has_stood_no_time() -> None:
    ahead = visit("A-1", "at_door", "D1", "11:00", "12:00", "N", docked_at=at("11:00"))

    assert only(ahead).clock == "0 min"


def test_a_cancelled_or_departed_truck_is_nobody_at_the_door() -> None:
    gone = [visit(f"A-{s}", s, "D1", "10:00", "11:00", "N") for s in ("cancelled", "departed")]

    assert only(*gone).title == "Nobody to call"


def test_the_first_to_unload_has_the_order_to_give_and_why() -> None:
    first, second, third = scene().unload

    assert (first.carrier, first.order) == ("Fernway Road", "Start unloading at door 3")
    assert first.why == "3 units late · 19 due in 24 h"
    assert (second.carrier, second.order) == ("Kestrel Freight", "Call to door 4")
    assert second.side == (WallNote("5 late", "bad"), WallNote("14 due"))
    assert third.side == (WallNote("9 due"), WallNote("paid 11:00", "warn"))


def test_what_is_being_unloaded_and_what_is_not_here_is_not_to_unload_next() -> None:
    board = day(*(slot for slot in BUSY if slot.truck.state.status != "arrived"), doors=DOORS)

    assert [truck.carrier for truck in scene(board).unload] == ["Fernway Road"]


def test_what_comes_is_in_the_order_of_its_time_the_late_first() -> None:
    coming = scene().coming

    assert [truck.time for truck in coming] == sorted(truck.time for truck in coming)
    assert (coming[0].carrier, coming[0].state) == ("Quayside Trunking", "warn")
    assert {truck.carrier: truck.units for truck in coming}["Corvane Parcel"] is None


@pytest.mark.parametrize(("doors", "pages"), [(0, 0), (1, 1), (8, 1), (9, 2), (14, 2), (60, 9)])
def test_up_to_eight_doors_are_one_page_more_are_pages_of_seven(doors: int, pages: int) -> None:
    rows = scene(large_day(8)).rows[:1] * doors

    dealt = pages_of(rows)

    assert len(dealt) == pages
    assert sum(map(len, dealt)) == doors
    assert all(len(page) <= 7 for page in dealt) or pages == 1


def test_the_page_with_a_late_truck_is_first_and_each_door_has_its_turn() -> None:
    board = large_day(60, late=30)
    shown = [scene(board, turn) for turn in range(9)]

    assert any(row.late for row in shown[0].rows)
    assert len({row.door for one in shown for row in one.rows}) == 60
    assert (shown[0].page_text, shown[8].page_text) == ("page 1 of 9", "page 9 of 9")
    assert scene(board, 9) == shown[0]


def test_a_site_without_doors_or_trucks_says_so() -> None:
    empty = scene(day())

    assert (empty.rows, empty.unload, empty.coming, empty.page_text) == ((), (), (), "")
    assert "no doors yet" in empty.empty
    assert empty.nobody
    assert empty.none_coming


def test_the_clock_is_the_sites_own() -> None:
    moment = WallMoment("Harbour", NOW + timedelta(hours=14))

    assert blank_scene(moment, ZoneInfo("Asia/Tokyo")).clock == "09:42"
    assert blank_scene(moment, ZoneInfo("Asia/Tokyo")).day_text == "Wed 25 Nov"
