"""What the lane map shows of lanes."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.domain.board import Standing
from app.domain.goods import Kind, Location
from app.services.lane_orders import InLane
from app.services.lanes import Lane, LaneMap
from ui.presenters.lanes_scene import age_mark, lanes_scene

NOW = datetime(2026, 3, 4, 8, tzinfo=UTC)
DAY = timedelta(hours=24)


def place(code: str, purpose: str = "cross_dock") -> Location:
    return Location(1, code, Kind.STAGING, "", 1, purpose)


def order(number: str, hours: int = 2, says: str = "on hold", *, whole: bool = False) -> InLane:
    stands = Standing("LANE-1", "", number, "Ann", 3, NOW - timedelta(hours=hours))
    return InLane(stands, ("T-1",), says, whole, whole)


def lanes(*found: Lane) -> LaneMap:
    return LaneMap(NOW, ZoneInfo("UTC"), DAY, found)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (0, ("ok", "check_circle", "Fresh: 0 min")),
        (17, ("ok", "check_circle", "Fresh: 17 h")),
        (18, ("warn", "schedule", "Due soon: 18 h")),
        (24, ("warn", "schedule", "Due soon: 24 h")),
        (25, ("bad", "alarm", "Too long: 25 h")),
        (60, ("bad", "alarm", "Too long: 2 d")),
    ],
)
def test_an_age_is_a_word_an_icon_and_a_colour(hours: int, expected: tuple[str, ...]) -> None:
    mark = age_mark(timedelta(hours=hours), DAY)

    assert (mark.state, mark.icon, mark.word) == expected


def test_lanes_stand_by_purpose_and_free_ones_say_so() -> None:
    scene = lanes_scene(
        lanes(
            Lane(place("OUT-1", "outbound")),
            Lane(place("LANE-1"), (order("SO-1", 30),)),
            Lane(place("LANE-2"), loose=2),
        )
    )

    assert [(g.title, g.note) for g in scene.groups] == [
        ("Cross-dock lanes", "2 of 2 filled"),
        ("Outbound staging", "0 of 1 filled"),
    ]
    first, second = scene.groups[0].tiles
    assert (first.code, first.units, first.orders) == ("LANE-1", "3 units", "SO-1 Ann")
    assert (second.units, second.free) == ("2 units for nobody", True)
    assert scene.groups[1].tiles[0].units == "Free"
    assert scene.summary == "3 units for 1 order, 1 of the lanes too long"


def test_a_lane_names_first_what_can_be_picked() -> None:
    mine = (order("SO-1"), order("SO-2"), order("SO-3", says="SO-3 complete, pick it", whole=True))

    tile = lanes_scene(lanes(Lane(place("LANE-1"), mine))).groups[0].tiles[0]

    assert (tile.waits, tile.ready) == ("SO-3 complete, pick it", True)
    assert tile.orders == "SO-1, SO-2 and 1 more"


def test_the_chosen_lane_says_of_each_order_since_when_by_which_truck_and_for_what() -> None:
    mine = (order("SO-1"), order("SO-2", says="SO-2 complete, pick it", whole=True))

    panel = lanes_scene(lanes(Lane(place("LANE-1"), mine)), "LANE-1").panel

    assert panel is not None
    assert [(o.order, o.since, o.came_on, o.waits, o.pick) for o in panel.orders] == [
        ("SO-1", "3 units since Wed 4 Mar 06:00", "came on T-1", "on hold", ""),
        (
            "SO-2",
            "3 units since Wed 4 Mar 06:00",
            "came on T-1",
            "SO-2 complete, pick it",
            "Pick SO-2",
        ),
    ]


def test_a_site_without_lanes_says_so() -> None:
    assert lanes_scene(lanes()).empty.startswith("This site has no lanes.")
