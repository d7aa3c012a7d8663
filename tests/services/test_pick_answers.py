"""What a picker says besides scanning: short and why, skip, found, empty; and whose the pick is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from app.domain.scan import Scan
from app.services.claiming import held_by
from app.services.counting import counts_json, places_to_count
from app.services.job_views import pick_view
from app.services.jobs import take_scan
from app.services.picking import PickingRoom, open_picking
from app.services.setting import change_setting
from tests.floor import inbound, orders, stock, wants
from tests.services.conservation import broken_rules

if TYPE_CHECKING:
    from tests.floor import Floor

LAMP, CASE, VASE = "4006381333931", "14006381333938", "4012345678901"


@pytest.fixture
def three_places(floor: Floor) -> Floor:
    """SO-1 wants five lamps of A-1 and A-2 and a vase of A-3; a truck brings lamps at ten."""
    floor.give(
        orders=orders(wants("SO-1", 5), wants("SO-1", 1, "VASE", line=2)),
        stock=stock("A-1,LAMP,3,,", "A-2,LAMP,2,,", "A-3,VASE,1,,"),
        inbound=inbound("T-1,1,Acme,LAMP,9,2026-03-04T10:00Z,"),
    )
    return floor


def reasons(floor: Floor) -> list[tuple[str, str | None]]:
    found = counts_json(places_to_count(floor.desk))["places"]
    return [(place["location"], place["reason"]) for place in found]


def test_a_short_offers_the_other_place_and_the_truck(three_places: Floor) -> None:
    answer = three_places.pick("SO-1", "CMD-SHORT")

    assert answer["elsewhere"] == [{"location": "A-2", "quantity": 2}]
    assert answer["waits_for"] == [{"asn": "T-1", "at": "2026-03-04T10:00:00Z", "quantity": 3}]
    assert "3 units wait for T-1 at 10:00" in answer["message"]
    assert answer["substitutes"] == []


def test_a_short_of_what_nobody_brings_offers_nothing(three_places: Floor) -> None:
    answer = three_places.pick("SO-1", "A-3", "CMD-SHORT")

    assert (answer["elsewhere"], answer["waits_for"]) == ([], [])


def test_an_approved_substitute_is_offered_where_the_order_allows_one(floor: Floor) -> None:
    floor.give(
        products="sku,description,backorderable,substitutes\nRUG,Rug,no,VASE\n",
        orders=orders(wants("SO-1", 1, "RUG"), wants("SO-2", 1, "RUG"))
        .replace("max_shipments", "max_shipments,allow_substitutes")
        .replace("available,", "available,,yes", 1),
        stock=stock("A-1,RUG,2,,", "A-3,VASE,4,,"),
    )

    answer = floor.pick("SO-1", "CMD-SHORT")

    assert [one["sku"] for one in answer["substitutes"]] == ["VASE"]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("CMD-REASON-11", "damaged"),
        ("cmd-reason-12", "empty"),
        ("CMD-REASON-13", "wrong_product"),
        ("CMD-REASON-14", "out_of_reach"),
        ("A-2", None),
    ],
)
def test_a_short_may_say_why(three_places: Floor, code: str, reason: str | None) -> None:
    three_places.pick("SO-1", "CMD-SHORT", code)

    assert reasons(three_places) == [("A-1", reason)]


def test_a_short_that_is_taken_back_is_resumed(three_places: Floor) -> None:
    answer = three_places.pick("SO-1", "CMD-SHORT", "CMD-REASON-12", "CMD-UNDO")

    assert (answer["next"]["location"], reasons(three_places)) == ("A-1", [])


@pytest.mark.parametrize(
    "codes",
    [
        ["CMD-REASON-11"],
        ["CMD-SHORT", VASE, "CMD-REASON-11"],
        ["CMD-EMPTY"],
        ["CMD-NOT-EMPTY"],
        ["CMD-SHORT", "CMD-SHORT", "CMD-SHORT", "CMD-SKIP"],
        [VASE, "CMD-SHORT", "CMD-SKIP"],
    ],
)
def test_an_answer_that_nobody_asked_for_is_refused(three_places: Floor, codes: list[str]) -> None:
    assert three_places.pick("SO-1", *codes)["outcome"] == "wrong_state"


@pytest.mark.parametrize("code", ["CMD-REASON-115", "CMD-REASON-", "CMD-REASON", "CMD-NOTEMPTY"])
def test_a_command_that_is_none_is_unknown(three_places: Floor, code: str) -> None:
    assert three_places.pick("SO-1", "CMD-SHORT", code)["outcome"] == "unknown_barcode"


def test_skipped_places_come_last_in_this_sitting_only(three_places: Floor) -> None:
    told = [three_places.pick("SO-1", "CMD-SKIP")["next"]["location"] for _ in range(3)]
    seen = [step.location for step in pick_view("SO-1", three_places.desk).steps]
    three_places.pick("SO-1", "CMD-DONE")

    assert told == ["A-2", "A-3", "A-1"]
    assert seen == ["A-1", "A-2", "A-3"]
    assert open_picking("SO-1", three_places.desk)["next"]["location"] == "A-1"


def test_an_item_after_a_skip_comes_from_the_place_that_is_told(three_places: Floor) -> None:
    three_places.pick("SO-1", "CMD-SKIP", LAMP)

    assert three_places.on_hand("LAMP") == {"A-1": 3, "A-2": 1, "PACK": 1}
    assert open_picking("SO-1", three_places.desk)["next"]["location"] == "A-2"


def test_found_stock_is_booked_in_and_picked(three_places: Floor) -> None:
    answer = three_places.pick("SO-1", "CMD-SHORT", "CMD-FOUND", "A-3", LAMP)

    assert (answer["outcome"], answer["quantity"]) == ("accepted", 1)
    assert three_places.on_hand("LAMP") == {"A-1": 3, "A-2": 2, "PACK": 1}
    assert broken_rules(three_places) == []


def test_what_was_short_is_found_again_where_it_lay(three_places: Floor) -> None:
    three_places.pick("SO-1", "A-1", "CMD-SHORT", "CMD-FOUND", LAMP)

    assert three_places.on_hand("LAMP") == {"A-1": 2, "A-2": 2, "PACK": 1}


def test_found_stock_that_others_need_first_stays_on_its_shelf(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 1), wants("SO-2", 1, priority=1)))

    answer = floor.pick("SO-1", "CMD-FOUND", "A-3", LAMP)
    shelf = floor.answers[-2]["message"]
    assert shelf == "Found in A-3. Scan the item that you found there."

    assert (answer["outcome"], answer["quantity"], answer["remaining"]) == ("accepted", 0, 0)
    assert floor.on_hand("LAMP") == {"A-3": 1}


@pytest.mark.parametrize(
    ("codes", "outcome"),
    [
        (["CMD-FOUND", "CMD-QTY-9", LAMP], "over_pick"),
        (["CMD-FOUND", "RUG"], "wrong_item"),
        (["CMD-FOUND", "LANE-1"], "wrong_location"),
        (["A-3", LAMP], "not_available"),
        (["CMD-FOUND", "CMD-CANCEL", "A-3", LAMP], "not_available"),
    ],
)
def test_a_wrong_find_books_nothing(three_places: Floor, codes: list[str], outcome: str) -> None:
    assert three_places.pick("SO-1", *codes)["outcome"] == outcome
    assert three_places.on_hand("LAMP") == {"A-1": 3, "A-2": 2}


def test_a_find_is_no_way_round_the_scan_of_its_place(three_places: Floor) -> None:
    change_setting("confirm_location", "on", three_places.desk)

    answer = three_places.pick("SO-1", "CMD-FOUND", LAMP)

    assert (answer["outcome"], three_places.on_hand("LAMP")) == (
        "wrong_state",
        {"A-1": 3, "A-2": 2},
    )


def test_what_is_found_damaged_is_not_picked_as_good(three_places: Floor) -> None:
    answer = three_places.pick("SO-1", "A-1", "CMD-FOUND", "CMD-DAMAGED", LAMP)

    assert (answer["outcome"], three_places.on_hand("LAMP")) == (
        "not_allowed",
        {"A-1": 3, "A-2": 2},
    )


def test_a_find_is_taken_back_whole(three_places: Floor) -> None:
    three_places.pick("SO-1", "CMD-FOUND", "A-3", LAMP, "CMD-UNDO")

    assert three_places.on_hand("LAMP") == {"A-1": 3, "A-2": 2}


def test_an_emptied_place_is_asked_about_and_does_not_stop_the_next_scan(
    three_places: Floor,
) -> None:
    change_setting("zero_check", "on", three_places.desk)

    asked = three_places.pick("SO-1", "CMD-QTY-3", LAMP)
    three_places.pick("SO-1", LAMP)

    assert (asked["outcome"], asked["zero_check"]) == ("accepted", "A-1")
    assert three_places.outcomes()[-1] == "accepted"
    assert three_places.pick("SO-1", "CMD-NOT-EMPTY")["outcome"] == "wrong_state"


@pytest.mark.parametrize(("code", "places"), [("CMD-EMPTY", []), ("CMD-NOT-EMPTY", ["A-3"])])
def test_a_place_that_is_not_empty_is_to_be_counted(
    three_places: Floor, code: str, places: list[str]
) -> None:
    change_setting("zero_check", "on", three_places.desk)

    answer = three_places.pick("SO-1", VASE, code)

    assert (answer["outcome"], [place for place, _ in reasons(three_places)]) == (
        "accepted",
        places,
    )
    three_places.count("A-3", "CMD-EMPTY", "CMD-CLOSE")
    assert reasons(three_places) == []


def test_nobody_is_asked_unless_the_site_wants_it(three_places: Floor) -> None:
    assert "zero_check" not in three_places.pick("SO-1", VASE)


def colleague(floor: Floor) -> Floor:
    desk = replace(floor.desk, station="Pack 2", actor="Dana")
    return replace(floor, desk=desk, answers=[])


def test_a_colleagues_pick_names_who_has_it_and_since_when(three_places: Floor) -> None:
    other = colleague(three_places)
    other.pick("SO-1", LAMP)
    three_places.clock.instant += timedelta(minutes=7)

    held = held_by("pick", "SO-1", three_places.desk)
    opened = open_picking("SO-1", three_places.desk)

    who = {"station": "Pack 2", "actor": "Dana", "since": "2026-03-04T08:00:00Z", "minutes_ago": 7}
    assert held == {**who, "number": "SO-1", "at": "08:00"}
    assert opened["taken_over"] == who


@pytest.mark.parametrize("code", [LAMP, "A-1", "CMD-SHORT", "CMD-SKIP", "CMD-UNDO"])
def test_whose_pick_was_taken_over_hears_by_whom(three_places: Floor, code: str) -> None:
    other = colleague(three_places)
    other.pick("SO-1", LAMP)
    open_picking("SO-1", three_places.desk)

    answer = scan_on(other, code)

    assert answer["outcome"] == "wrong_state"
    assert three_places.desk.station in answer["message"]


def scan_on(floor: Floor, code: str) -> dict[str, str]:
    """Scan in a pick that is open already."""
    return dict(take_scan(PickingRoom(), "SO-1", Scan(f"late-{code}", code), floor.desk))


def test_a_pick_that_a_colleague_has_ended_is_nobodys(three_places: Floor) -> None:
    colleague(three_places).pick("SO-1", LAMP, "CMD-DONE")

    assert held_by("pick", "SO-1", three_places.desk) is None
    assert "taken_over" not in open_picking("SO-1", three_places.desk)


def test_the_same_station_resumes_without_a_question(three_places: Floor) -> None:
    three_places.pick("SO-1", LAMP)

    assert held_by("pick", "SO-1", three_places.desk) is None
    assert "taken_over" not in open_picking("SO-1", three_places.desk)
