"""A supervisor puts a truck at another place in the unload order; every list follows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.domain.errors import BadValueError, NotFoundError, RefusedError
from app.services.crossdock_board import crossdock_board
from app.services.dock_board import dock_day, dock_json
from app.services.job_views import receipt_queue
from app.services.trucks import TruckEvent, take_back, tell_truck
from app.services.unloading import put_truck, rank_truck, take_back_put, unload_list
from app.services.verifying import verify
from tests.floor import inbound, orders, wants

if TYPE_CHECKING:
    from tests.floor import Floor


@pytest.fixture
def three(floor: Floor) -> Floor:
    """Three trucks that are here, of which T-1 does the most for waiting orders."""
    rows = [f"T-{n},1,Acme,LAMP,{9 - n},2026-03-04T0{n}:00:00Z,arrived" for n in (1, 2, 3)]
    floor.give(orders=orders(wants("SO-1", 21)), inbound=inbound(*rows))
    return floor


def listed(floor: Floor) -> list[str]:
    return [row.asn for row in unload_list(floor.desk)]


def test_a_truck_put_first_is_first_in_every_list(three: Floor) -> None:
    put_truck("T-3", 1, three.desk, reason="hospital waits")

    board = dock_json(dock_day(three.desk))
    ranks = {slot["asn"]: slot["unload_rank"] for slot in board["appointments"]}
    assert listed(three) == ["T-3", "T-1", "T-2"]
    assert ranks == {"T-3": 1, "T-1": 2, "T-2": 3}
    assert [slot.truck.asn for slot in receipt_queue(three.desk)] == ["T-3", "T-1", "T-2"]
    trucks = crossdock_board(three.desk, today=False).trucks
    assert [truck.asn for truck in trucks] == ["T-3", "T-1", "T-2"]


def test_the_board_says_who_put_it_there_why_and_what_the_rule_says(three: Floor) -> None:
    dana = replace(three.desk, actor="Dana")

    done = put_truck("T-3", 1, dana, reason="hospital waits")

    told = {"by": "Dana", "reason": "hospital waits", "place": 1, "rank_by_rule": 3}
    board = dock_json(dock_day(three.desk))["appointments"]
    assert done["override"] == told
    assert [slot["override"] for slot in board] == [None, None, told]


def test_the_plan_is_the_same_whoever_is_first(three: Floor) -> None:
    with three.desk.store.read(three.desk.stamp()) as work:
        before = list(three.desk.planner.current(work).pegs())

    put_truck("T-3", 1, three.desk)

    with three.desk.store.read(three.desk.stamp()) as work:
        kept = list(three.desk.planner.current(work).pegs())
    three.desk.planner.forget()
    with three.desk.store.read(three.desk.stamp()) as work:
        afresh = list(three.desk.planner.current(work).pegs())
    assert before == kept == afresh
    assert all(check.ok for check in verify(three.desk))


def test_it_goes_back_to_the_ranking(three: Floor) -> None:
    put_truck("T-3", 1, three.desk)

    done = rank_truck("T-3", three.desk)

    assert (done["rank"], done["override"]) == (3, None)
    assert listed(three) == ["T-1", "T-2", "T-3"]


def test_what_was_said_last_is_taken_back_whatever_came_since(three: Floor) -> None:
    put_truck("T-3", 1, three.desk)
    tell_truck("T-3", TruckEvent("at_door", door="D1"), three.desk)

    take_back_put("T-3", three.desk)

    assert listed(three) == ["T-1", "T-2", "T-3"]
    assert dock_day(three.desk).slots[-1].truck.state.status == "at_door"


def test_a_release_is_taken_back_too(three: Floor) -> None:
    put_truck("T-3", 1, three.desk)
    rank_truck("T-3", three.desk)

    take_back_put("T-3", three.desk)

    assert listed(three)[0] == "T-3"


def test_undo_of_the_board_takes_it_back(three: Floor) -> None:
    put_truck("T-3", 1, three.desk)

    take_back("T-3", three.desk)

    assert listed(three) == ["T-1", "T-2", "T-3"]


@pytest.mark.parametrize("over", ["depart", "cancel", "no_show"])
def test_it_lapses_with_the_truck(three: Floor, over: str) -> None:
    put_truck("T-3", 1, three.desk)

    tell_truck("T-3", TruckEvent(over), three.desk)

    assert listed(three)[0] == "T-1"
    assert all(row.put is None for row in unload_list(three.desk))


def test_a_dry_run_shows_the_list_and_keeps_nothing(three: Floor) -> None:
    done = put_truck("T-3", 2, three.desk, dry_run=True)

    assert [row["asn"] for row in done["unload"]] == ["T-1", "T-3", "T-2"]
    assert listed(three) == ["T-1", "T-2", "T-3"]


@pytest.mark.parametrize("over", ["depart", "cancel", "no_show"])
def test_a_truck_that_is_over_has_no_turn(three: Floor, over: str) -> None:
    tell_truck("T-3", TruckEvent(over), three.desk)

    with pytest.raises(RefusedError, match="truck_over"):
        put_truck("T-3", 1, three.desk)


@pytest.mark.parametrize("place", [0, -1])
def test_there_is_no_place_before_the_first(three: Floor, place: int) -> None:
    with pytest.raises(BadValueError, match="bad_place"):
        put_truck("T-3", place, three.desk)


@pytest.mark.parametrize("reason", ["x" * 201, "two\nlines"])
def test_a_reason_is_one_short_line(three: Floor, reason: str) -> None:
    with pytest.raises(BadValueError, match="bad_reason"):
        put_truck("T-3", 1, three.desk, reason=reason)


def test_a_truck_that_nobody_put_anywhere_is_not_released(three: Floor) -> None:
    with pytest.raises(RefusedError, match="ranked_by_rule"):
        rank_truck("T-1", three.desk)


def test_nothing_is_taken_back_of_a_truck_of_which_only_else_was_said(three: Floor) -> None:
    tell_truck("T-1", TruckEvent("at_door", door="D1"), three.desk)

    with pytest.raises(RefusedError, match="nothing_to_take_back"):
        take_back_put("T-1", three.desk)


@pytest.mark.parametrize("act", [rank_truck, take_back_put])
def test_an_unknown_truck_is_not_found(three: Floor, act: object) -> None:
    with pytest.raises(NotFoundError, match="unknown_asn"):
        act("T-9", three.desk)  # type: ignore[operator]
