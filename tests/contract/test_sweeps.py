"""Lanes swept by scans, on each database: what is compared, kept, declared and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from app.domain.errors import NotFoundError
from app.services.lanes import lane_map, lanes_json
from app.services.planning import Planner
from app.services.sweeping import last_sweep, open_sweep
from tests.floor import BARCODES, LOCATIONS, NOW, PRODUCTS, Floor, inbound, orders, stock, wants
from tests.services.conservation import broken_rules

if TYPE_CHECKING:
    from collections.abc import Mapping

LAMP, CASE, VASE = "4006381333931", "14006381333938", "4012345678901"


@pytest.fixture
def swept(any_floor: Floor) -> Floor:
    """Two orders have three lamps each in a lane of their own; two vases stand in the first."""
    any_floor.give(
        locations=LOCATIONS,
        products=PRODUCTS,
        barcodes=BARCODES,
        stock=stock("LANE-1,VASE,2,,", "LANE-1,LAMP,1,OLD,2026-03-01"),
        orders=orders(wants("SO-1", 3, priority=1), wants("SO-2", 3)),
        inbound=inbound("T-1,1,Acme,LAMP,6,2026-03-04T07:00Z,arrived"),
    )
    any_floor.receive("T-1", CASE)
    return any_floor


def rows(answer: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """Return the rows in short: sku, order, state, units, where to."""
    return [
        (r["sku"], r["order"], r["state"], r["quantity"], (r["to"] or {}).get("location"))
        for r in answer["rows"]
    ]


def lanes(floor: Floor) -> dict[str, int]:
    """Return the units staged by lane."""
    return {lane["lane"]: lane["units"] for lane in lanes_json(lane_map(floor.desk))["lanes"]}


def test_all_that_stands_there_is_told_apart(swept: Floor) -> None:
    done = swept.sweep("LANE-2", "LANE-2", LAMP, LAMP, VASE, "CMD-CLOSE")

    assert done["message"].startswith("LANE-2 is swept. 1 Desk lamp for SO-")
    assert [row[2:4] for row in rows(done)] == [("right", 2), ("missing", 1), ("foreign", 1)]


def test_a_count_of_the_lane_is_not_its_last_sweep(swept: Floor) -> None:
    swept.sweep("LANE-2", "LANE-2", LAMP, "CMD-CLOSE")
    said = last_sweep("LANE-2", swept.desk)
    swept.count("LANE-2", LAMP, "CMD-CLOSE")

    assert last_sweep("LANE-2", swept.desk) == said


def test_what_is_nobodys_or_past_its_date_is_told_where_to_go(swept: Floor) -> None:
    lane = "LANE-1"
    answer = swept.sweep(lane, lane, "CMD-QTY-2", VASE, "]C1010400638133393110OLD", "CMD-DONE")

    assert ("VASE", None, "nobodys", 2, "A-2") in rows(answer)
    assert ("LAMP", None, "expired", 1, "QUAR") in rows(answer)
    assert swept.on_hand("VASE") == {"LANE-1": 2}  # nothing is moved by scanning


def test_missing_is_what_somebody_says_and_can_take_back(swept: Floor) -> None:
    before, plan = lanes(swept), _pegs(swept)
    swept.sweep("LANE-2", "LANE-2", LAMP, LAMP)
    assert lanes(swept) == before

    said = swept.sweep("LANE-2", "CMD-SHORT")
    assert (said["outcome"], said["remaining"], said["missing"][0]["quantity"]) == (
        "accepted",
        0,
        1,
    )
    assert lanes(swept)["LANE-2"] == 2
    assert _pegs(swept) != plan

    swept.sweep("LANE-2", "CMD-UNDO")
    assert (lanes(swept), _pegs(swept)) == (before, plan)
    assert broken_rules(swept) == []


def _pegs(floor: Floor) -> list[tuple[str, int]]:
    planner = Planner()
    with floor.desk.store.read(floor.desk.stamp()) as work:
        mine = planner.current(work)
        theirs = floor.desk.planner.current(work)
        found = [(peg.order, peg.quantity) for peg in mine.pegs()]
        assert found == [(peg.order, peg.quantity) for peg in theirs.pegs()]
    return found


def test_what_was_said_missing_and_turns_up_is_to_be_counted(swept: Floor) -> None:
    swept.sweep("LANE-2", "LANE-2", LAMP, LAMP, "CMD-SHORT", "CMD-CLOSE")

    found = swept.sweep("LANE-2", "LANE-2", "CMD-QTY-3", LAMP)["found"]

    assert [(row["state"], row["quantity"]) for row in found] == [("right", 2), ("foreign", 1)]
    assert found[1]["to"] == {"to": "count", "location": "LANE-2", "order": None}


def test_what_leaves_meanwhile_is_not_said_missing(swept: Floor) -> None:
    order = next(o["order"] for o in _lane(swept, "LANE-2")["orders"])
    swept.sweep("LANE-2", "LANE-2", LAMP)
    swept.pick(order, LAMP)

    refused = swept.sweep("LANE-2", "CMD-SHORT")

    assert (refused["outcome"], refused["rows"][1]["state"]) == ("wrong_state", "moved")
    assert "sweep again" in refused["message"]


def _lane(floor: Floor, code: str) -> Mapping[str, Any]:
    found = lanes_json(lane_map(floor.desk))["lanes"]
    return next(lane for lane in found if lane["lane"] == code)


def test_another_station_goes_on_with_the_same_sweep(swept: Floor) -> None:
    swept.sweep("LANE-2", "LANE-2", LAMP)
    beside = Floor(replace(swept.desk, station="cart-2", planner=Planner()), swept.clock)

    assert beside.sweep("LANE-2", LAMP)["outcome"] == "wrong_state"  # it has not seen the lane
    assert beside.sweep("LANE-2", "LANE-2", LAMP)["remaining"] == 1
    assert open_sweep("LANE-2", swept.desk)["counted"] == 2


def test_a_new_sweep_begins_with_nothing_and_takes_nothing_of_the_old_one_back(
    swept: Floor,
) -> None:
    swept.sweep("LANE-2", "LANE-2", LAMP, "CMD-CLOSE")
    swept.clock.instant = NOW + timedelta(hours=1)

    again = swept.sweep("LANE-2", "LANE-2")
    assert (again["remaining"], again["counted"]) == (3, 0)
    assert swept.sweep("LANE-2", "CMD-UNDO")["outcome"] == "wrong_state"
    assert last_sweep("LANE-2", swept.desk)["closed_at"] == "2026-03-04T08:00:00Z"


@pytest.mark.parametrize("code", ["A-1", "DOCK", "nowhere", "", "~supplier"])
def test_only_a_lane_can_be_swept(swept: Floor, code: str) -> None:
    with pytest.raises(NotFoundError):
        open_sweep(code, swept.desk)
