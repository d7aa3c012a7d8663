"""What Dock and Cross-dock make of a board: every state has words, and no unit is told twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.domain.appointments import Door
from app.domain.backorders import OrderHead
from app.domain.board import Slot, Truck
from app.domain.calling import CallingDay, calls
from app.domain.dock import GONE, OPEN, DockState
from app.domain.door_choice import NOWHERE
from app.domain.plan.reach import ReachHour
from app.domain.plan.values import Peg, PlannedInbound, RankFacts, Unload
from app.domain.settings import Settings
from app.services.crossdock_board import CrossdockBoard, ServedOrder
from app.services.dock_board import DockDay
from ui.models.crossdock import ARRIVAL, ORDER, ArrivalRow
from ui.models.dock import YARD, BlockState
from ui.presenters.crossdock_scene import Asked, crossdock_scene
from ui.presenters.dock_clocks import span_words
from ui.presenters.dock_scene import dock_scene

UTC_ZONE = ZoneInfo("UTC")
NOW = datetime(2026, 3, 4, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def truck(asn: str = "T-1", status: str = "scheduled", **state: Any) -> Truck:
    known = DockState(status, state.pop("expected_at", NOW), **state)
    return Truck(1, asn, "Acme", "", "", 10, 4, 0, known)


def slot(status: str = "scheduled", late: timedelta | None = None, **state: Any) -> Slot:
    asn = state.pop("asn", "T-1")
    return Slot(
        truck(asn, status, **state), 5, frozenset({"SO-1", "SO-2"}), 0, frozenset(), None, (), late
    )


def day(*slots: Slot, unload: tuple[str, ...] = (), doors: tuple[str, ...] = ("D1",)) -> DockDay:
    rows = [Unload(asn, n + 1, 0, 0, 5, True, NOW, 1) for n, asn in enumerate(unload)]
    rules = tuple(Door(code) for code in doors)
    trucks = tuple(one.truck for one in slots)
    called = calls(CallingDay(trucks, rules, Settings(), NOW), unload, lambda _asn: NOWHERE)
    return DockDay(NOW, NOW.date(), slots, doors, tuple(rows), door_rules=rules, calls=called)


@pytest.mark.parametrize("status", sorted(OPEN | GONE))
def test_every_state_of_a_truck_has_a_word_and_a_way_on(status: str) -> None:
    (block,) = dock_scene(day(slot(status)), UTC_ZONE).blocks

    assert block.word
    assert block.events


def test_a_truck_in_the_yard_stands_in_the_yard_though_a_door_is_booked() -> None:
    (block,) = dock_scene(day(slot("arrived", door="D1", arrived_at=NOW)), UTC_ZONE).blocks

    assert (block.door, block.state) == (YARD, BlockState.IN_YARD)


def test_a_late_truck_says_by_how_much() -> None:
    (block,) = dock_scene(day(slot(late=90 * MINUTE)), UTC_ZONE).blocks

    assert block.state is BlockState.LATE
    assert span_words(90 * MINUTE) in block.word


@pytest.mark.parametrize(
    ("span", "part"),
    [(0 * MINUTE, "0"), (59 * MINUTE, "59"), (60 * MINUTE, "1"), (48 * 60 * MINUTE, "2")],
)
def test_a_span_is_said_in_its_largest_fitting_unit(span: timedelta, part: str) -> None:
    assert part in span_words(span)


def test_a_day_without_trucks_says_so() -> None:
    scene = dock_scene(day(), UTC_ZONE)

    assert scene.empty is not None
    assert (scene.blocks, scene.unload) == ((), ())


def test_another_day_has_no_line_of_now_and_nothing_to_unload() -> None:
    board = replace(day(slot(), unload=("T-1",)), day=NOW.date() + timedelta(days=1))
    scene = dock_scene(board, UTC_ZONE)

    assert (scene.now, scene.unload) == (None, ())


def test_what_can_go_stands_by_hour_with_the_empty_hours_between() -> None:
    nine = NOW.replace(minute=0)
    reach = (ReachHour(nine, 3, 4, 9), ReachHour(nine + 120 * MINUTE, 1, 1, 2))
    scene = dock_scene(replace(day(slot()), reach=reach), UTC_ZONE)

    assert [hour.count for hour in scene.hours] == [3, 0, 1]
    assert [hour.label for hour in scene.hours] == [f"{nine.hour + n:02}" for n in range(3)]
    assert scene.hours_note == "4 today, 11 units"


@pytest.mark.parametrize("reach", [None, ()])
def test_where_nothing_is_within_reach_no_hours_are_shown(reach: tuple[()] | None) -> None:
    assert dock_scene(replace(day(slot()), reach=reach), UTC_ZONE).hours == ()


def test_an_unload_row_whose_truck_is_not_on_the_board_is_left_out() -> None:
    assert dock_scene(day(slot(), unload=("T-9",)), UTC_ZONE).unload == ()


def test_a_free_door_is_given_to_one_truck_alone() -> None:
    both = [slot("arrived", asn=asn, arrived_at=NOW) for asn in ("T-1", "T-2")]
    first, second = dock_scene(day(*both, unload=("T-1", "T-2")), UTC_ZONE).unload

    assert (first.kind, first.door) == ("at_door", "D1")
    assert (second.kind, second.door) == ("open", "")


def test_a_taken_door_is_offered_to_nobody() -> None:
    busy = slot("unloading", asn="T-1", door="D1")
    waiting = slot("arrived", asn="T-2", door="D1")
    (row,) = dock_scene(day(busy, waiting, unload=("T-2",)), UTC_ZONE).unload

    assert row.door == ""


def peg(order: str, units: int, sku: str = "LAMP") -> Peg:
    line = {"LAMP": "1"}.get(sku, "2")
    key = int(line)
    return Peg(order, "1", sku, units, "inbound", "T-1", line, NOW, NOW, True, False, 0, 1, 1, key)


def order(number: str, customer: str, promised: datetime | None = None) -> ServedOrder:
    head = OrderHead(number, customer, 3, "ship_as_available", None)
    return ServedOrder(RankFacts(number, 1, 3, promised, NOW), head, f"{number} ranks first.")


def board(*pegs: Peg, expected: int = 10, received: int = 0) -> CrossdockBoard:
    line = PlannedInbound("T-1", "1", "LAMP", expected, received, 0, 0, 0, 0, "no_demand", 1, 1)
    orders = {"SO-1": order("SO-1", "Ann", NOW - MINUTE), "SO-2": order("SO-2", "Bob")}
    return CrossdockBoard(
        NOW, UTC_ZONE, (truck(),), {"T-1": (line,)}, pegs, orders, {}, {1: "Nobody waits."}
    )


BOTH = board(peg("SO-1", 3), peg("SO-2", 5))


@pytest.mark.parametrize(
    ("filters", "orders"),
    [
        ({}, ["SO-1", "SO-2"]),
        ({"customer": "Ann"}, ["SO-1"]),
        ({"late": "on"}, ["SO-1"]),
        ({"customer": "Nobody"}, []),
        ({"product": "VASE"}, []),
        ({"door": "D9"}, []),
    ],
)
def test_a_filter_keeps_only_what_it_names(filters: dict[str, str], orders: list[str]) -> None:
    scene = crossdock_scene(BOTH, Asked(filters))

    assert [row.number for row in scene.orders] == orders
    assert {row.order for row in scene.pegs} == set(orders)


@pytest.mark.parametrize("filters", [{}, {"customer": "Ann"}, {"late": "on"}])
def test_only_what_serves_nobody_is_said_to_be_put_away(filters: dict[str, str]) -> None:
    scene = crossdock_scene(BOTH, Asked(filters, (ARRIVAL, "T-1/1")))

    assert scene.why is not None
    assert [row.units for row in scene.why.rows if not row.state] == [2]


def test_a_line_that_has_come_whole_arrives_no_more() -> None:
    assert crossdock_scene(board(received=10), Asked({})).arrivals == ()


def test_more_than_announced_is_not_less_than_none_to_come() -> None:
    assert crossdock_scene(board(received=12), Asked({})).arrivals == ()


def test_the_crossing_and_the_coming_units_stand_side_by_side() -> None:
    (row,) = [r for r in crossdock_scene(BOTH, Asked({})).arrivals if isinstance(r, ArrivalRow)]

    assert (row.units, row.cross_dock) == (10, 8)


@pytest.mark.parametrize("selected", [(ORDER, "SO-9"), (ARRIVAL, "T-9/1")])
def test_a_selection_that_is_gone_offers_nothing(selected: tuple[str, str]) -> None:
    scene = crossdock_scene(BOTH, Asked({}, selected))

    assert (scene.pins, scene.order_acts) == ((), None)
    assert scene.why is not None
    assert scene.why.rows == ()


def test_a_selected_order_can_be_pinned_and_changed() -> None:
    scene = crossdock_scene(BOTH, Asked({}, (ORDER, "SO-1")))

    assert [(pin.order, pin.units, pin.pinned) for pin in scene.pins] == [("SO-1", 3, False)]
    assert scene.order_acts is not None
