"""Doors are booked alike in every database, and never twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier
from typing import TYPE_CHECKING, Any

import pytest

from app.domain.appointments import Block
from app.domain.errors import FloorError, NotFoundError, RefusedError
from app.services.booking import Wish, book, book_weekly, cancel_series
from app.services.desk import Desk
from app.services.dock_board import dock_day, dock_json
from app.services.doors import DoorChange, change_door
from app.services.no_shows import note_no_shows
from app.services.planning import Planner
from app.services.setting import change_setting
from app.services.trucks import TruckEvent, take_back, tell_truck
from app.texts import sentence
from db.engine import open_engine
from db.store import SqlStore
from tests.commands.program import Program
from tests.floor import BARCODES, LOCATIONS, NOW, PRODUCTS, inbound, orders, wants

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.floor import Floor

NINE = NOW + timedelta(hours=1)
HOUR = timedelta(hours=1)
LAMP = "4006381333931"


@pytest.fixture
def floor(any_floor: Floor) -> Floor:
    any_floor.give(locations=LOCATIONS, products=PRODUCTS, barcodes=BARCODES)
    trucks = (f"T-{n},1,Acme,LAMP,3,2026-03-04T09:00Z," for n in (1, 2))
    any_floor.give(orders=orders(wants("SO-1", 2)), inbound=inbound(*trucks))
    for door in ("D1", "D2"):
        change_door(door, DoorChange(), any_floor.desk)
    return any_floor


def deliver(floor: Floor, number: str, **wish: Any) -> dict[str, Any]:
    return {**book(number, Wish(**wish), floor.desk, direction="inbound")}


def pick_up(floor: Floor, number: str, **wish: Any) -> dict[str, Any]:
    return {**book(number, Wish(**wish), floor.desk, direction="outbound")}


def board(floor: Floor) -> dict[str, dict[str, Any]]:
    """Return the day's appointments by number, as ``dock --json`` prints them."""
    rows = dock_json(dock_day(floor.desk))["appointments"]
    return {row["number"]: row for row in rows}


def refusal(call: Callable[[], object]) -> str:
    """Return the sentence with which something is refused."""
    with pytest.raises(RefusedError) as caught:
        call()
    return sentence(caught.value.code, **caught.value.data)


def test_a_booking_is_kept_with_all_that_was_said(floor: Floor) -> None:
    said = {"trailer": "TR-9", "seal": "S", "phone": "+32", "note": "fragile", "pallets": 25}
    done = deliver(floor, "T-1", start=NINE, door="D1", details={**said, "drop": True})

    row = board(floor)["T-1"]
    assert (done["event"], done["minutes"], row["minutes"]) == ("move", 75, 75)
    assert {name: row[name] for name in said} == said
    assert (row["door"], row["drop"], row["status"]) == ("D1", True, "scheduled")


def test_a_pickup_is_booked_told_of_and_taken_back(floor: Floor) -> None:
    pick_up(floor, "P-1", start=NINE, door="D1", minutes=30, details={"carrier": "Fast"})
    for event in ("arrive", "unloading", "done", "depart"):
        tell_truck("P-1", TruckEvent(event), floor.desk, direction="outbound")
    take_back("P-1", floor.desk, direction="outbound")

    row = board(floor)["P-1"]
    assert (row["direction"], row["asn"], row["carrier"]) == ("outbound", None, "Fast")
    assert (row["status"], row["end"]) == ("done", "2026-03-04T09:30:00Z")
    for _event in range(4):
        take_back("P-1", floor.desk, direction="outbound")
    assert "P-1" not in board(floor)
    assert pick_up(floor, "P-1", start=NINE, door="D1")["status"] == "scheduled"


def test_a_truck_with_an_appointment_keeps_its_length_when_it_moves(floor: Floor) -> None:
    deliver(floor, "T-1", start=NINE, minutes=90, door="D1")

    assert deliver(floor, "T-1", start=NINE + HOUR)["minutes"] == 90
    assert deliver(floor, "T-1", details={"pallets": 40})["minutes"] == 90
    assert deliver(floor, "T-1", end=NINE + 3 * HOUR)["minutes"] == 120
    assert deliver(floor, "T-1", door="D2")["start"] == "2026-03-04T10:00:00Z"
    assert deliver(floor, "T-1", yard=True)["door"] is None


def test_a_load_resizes_what_nobody_fixed(floor: Floor) -> None:
    deliver(floor, "T-1", start=NINE, door="D1")

    assert deliver(floor, "T-1", details={"pallets": 40})["minutes"] == 120


def test_a_taken_door_is_refused_in_words_and_nothing_is_kept(floor: Floor) -> None:
    deliver(floor, "T-1", start=NINE, door="D1")

    says = refusal(lambda: pick_up(floor, "P-1", start=NINE + HOUR / 2, door="D1"))

    assert says == "P-1 cannot be booked so: T-1 has door D1 from Wed 09:00 to Wed 10:00."
    assert "P-1" not in board(floor)


def test_a_resize_or_another_door_is_refused_like_a_move(floor: Floor) -> None:
    deliver(floor, "T-1", start=NINE, door="D1")
    deliver(floor, "T-2", start=NINE + HOUR, door="D1")
    pick_up(floor, "P-1", start=NINE, door="D2")

    assert "T-2 has door D1" in refusal(lambda: deliver(floor, "T-1", minutes=61))
    assert "T-1 has door D1" in refusal(lambda: pick_up(floor, "P-1", door="D1"))
    move = TruckEvent("move", NINE + HOUR)
    assert "T-2 has door D1" in refusal(lambda: tell_truck("T-1", move, floor.desk))


def test_a_truck_without_an_appointment_gets_one_when_it_is_moved(floor: Floor) -> None:
    tell_truck("T-1", TruckEvent("move", NINE, "D1"), floor.desk)
    tell_truck("T-2", TruckEvent("move", NINE + HOUR, "D1"), floor.desk)

    again = TruckEvent("move", NINE + HOUR / 2)
    assert "T-1 has door D1" in refusal(lambda: tell_truck("T-2", again, floor.desk))


def test_what_is_taken_back_does_not_push_somebody_out(floor: Floor) -> None:
    deliver(floor, "T-1", start=NINE, door="D1")
    deliver(floor, "T-1", door="D2")
    deliver(floor, "T-2", start=NINE, door="D1")

    assert "T-2 has door D1" in refusal(lambda: take_back("T-1", floor.desk))
    assert board(floor)["T-1"]["door"] == "D2"


def test_trucks_that_a_file_put_at_one_door_are_told_of_and_taken_back_all_the_same(
    floor: Floor,
) -> None:
    window = "2026-03-04T09:00Z,D1,2026-03-04T09:00Z,2026-03-04T10:00Z"
    head = "asn,line,supplier,sku,quantity,expected_at,door,window_start,window_end"
    floor.give(inbound="\n".join((head, *(f"F-{n},1,Acme,LAMP,1,{window}" for n in (1, 2)))))

    deliver(floor, "F-1", details={"phone": "+32"})
    tell_truck("F-1", TruckEvent("arrive"), floor.desk)
    take_back("F-1", floor.desk)

    row = board(floor)["F-1"]
    assert (row["conflicts"], row["status"], row["phone"]) == (["F-2"], "scheduled", "+32")
    assert "F-2 has door D1" in refusal(lambda: deliver(floor, "F-1", minutes=45))
    assert deliver(floor, "F-1", door="D2")["door"] == "D2"


def test_a_request_holds_no_door_until_it_is_confirmed(floor: Floor) -> None:
    deliver(floor, "T-1", start=NINE, door="D1")
    pick_up(floor, "P-1", start=NINE, door="D1", request=True)
    assert board(floor)["P-1"]["status"] == "requested"
    assert "T-1 has door D1" in refusal(lambda: pick_up(floor, "P-1", confirm=True))

    assert pick_up(floor, "P-1", confirm=True, door="D2")["status"] == "scheduled"
    assert "no request" in refusal(lambda: pick_up(floor, "P-1", confirm=True))


@pytest.mark.parametrize(
    ("also", "expected"),
    [
        ({}, ("09:00", 60)),
        ({"minutes": 30}, ("09:00", 30)),
        ({"end": NINE + 2 * HOUR}, ("09:00", 120)),
        ({"start": NINE + HOUR}, ("10:00", 60)),
        ({"start": NINE + HOUR, "minutes": 45}, ("10:00", 45)),
        ({"details": {"pallets": 40}}, ("09:00", 120)),
    ],
    ids=["alone", "length", "end", "start", "both", "load"],
)
def test_a_request_is_granted_with_all_that_is_said_beside_it(
    floor: Floor, also: dict[str, Any], expected: tuple[str, int]
) -> None:
    pick_up(floor, "P-1", start=NINE, request=True)

    done = pick_up(floor, "P-1", confirm=True, door="D2", **also)

    assert (done["event"], done["status"], done["door"]) == ("confirm", "scheduled", "D2")
    assert (done["start"][11:16], done["minutes"]) == expected
    take_back("P-1", floor.desk, direction="outbound")
    row = board(floor)["P-1"]
    assert (row["status"], row["door"]) == ("requested", None)
    assert (row["start"], row["end"]) == ("2026-03-04T09:00:00Z", "2026-03-04T10:00:00Z")


@pytest.mark.wrong_input
def test_a_request_is_not_granted_a_length_that_its_door_cannot_give(floor: Floor) -> None:
    deliver(floor, "T-1", start=NINE + HOUR, door="D2")
    pick_up(floor, "P-1", start=NINE, request=True)

    asked = {"confirm": True, "door": "D2", "minutes": 90}
    assert "T-1 has door D2" in refusal(lambda: pick_up(floor, "P-1", **asked))
    assert board(floor)["P-1"]["status"] == "requested"


def test_a_requested_delivery_is_still_supply(floor: Floor) -> None:
    done = deliver(floor, "T-1", start=NINE, request=True)

    assert done["says"] == "Nobody gains or loses a unit"
    assert board(floor)["T-1"]["cross_dock_units"] == 2
    floor.receive("T-1", LAMP)
    assert board(floor)["T-1"]["status"] == "arrived"


def test_a_walk_in_that_nobody_announced_is_here_and_can_be_received(floor: Floor) -> None:
    deliver(floor, "W-1", walk_in=True, door="D2", details={"carrier": "Stray"})

    row = board(floor)["W-1"]
    assert (row["status"], row["door"], row["start"]) == ("arrived", "D2", "2026-03-04T08:00:00Z")
    answer = floor.receive("W-1", LAMP)
    assert answer["disposition"][0]["to"] == "cross_dock"


def test_a_walk_in_is_taken_back_as_if_it_never_came(floor: Floor) -> None:
    deliver(floor, "W-1", walk_in=True, door="D2")
    take_back("W-1", floor.desk)

    assert board(floor)["W-1"]["status"] == "cancelled"
    floor.give(inbound=inbound("W-1,1,Acme,LAMP,3,2026-03-04T09:00Z,"))
    assert board(floor)["W-1"]["status"] == "scheduled"


def test_nothing_is_booked_for_a_delivery_that_nobody_knows(floor: Floor) -> None:
    with pytest.raises(NotFoundError):
        deliver(floor, "T-9", start=NINE)
    with pytest.raises(NotFoundError):
        pick_up(floor, "P-9", minutes=30)


def test_a_delivery_and_a_pickup_never_share_a_number(floor: Floor) -> None:
    assert "another truck" in refusal(lambda: pick_up(floor, "T-1", start=NINE))
    pick_up(floor, "P-1", start=NINE)
    assert "another truck" in refusal(lambda: deliver(floor, "P-1", walk_in=True))


def test_the_same_hour_of_some_weeks_is_booked_whole_or_not_at_all(floor: Floor) -> None:
    pick_up(floor, "OTHER", start=NINE + timedelta(days=14), door="D1")
    weekly = Wish(NINE, minutes=45, door="D1", weeks=3)

    says = refusal(lambda: book_weekly("P", weekly, floor.desk, direction="outbound"))
    done = book_weekly(
        "P", Wish(NINE, door="D2", weeks=3), floor.desk, direction="outbound", dry_run=False
    )

    assert "P/2026-03-18 cannot be booked so: OTHER has door D1" in says
    assert [one["number"] for one in done["booked"]] == [
        "P/2026-03-04",
        "P/2026-03-11",
        "P/2026-03-18",
    ]
    assert board(floor).keys() >= {"P/2026-03-04"}


def test_a_series_is_cancelled_at_once_but_for_what_has_come(floor: Floor) -> None:
    weekly = Wish(NINE, door="D2", weeks=3)
    book_weekly("P", weekly, floor.desk, direction="outbound")
    tell_truck("P/2026-03-04", TruckEvent("arrive"), floor.desk, direction="outbound")

    done = cancel_series("P", floor.desk, direction="outbound")

    assert done["cancelled"] == ["P/2026-03-11", "P/2026-03-18"]
    assert board(floor)["P/2026-03-04"]["status"] == "arrived"
    assert "nothing" in refusal(lambda: cancel_series("P", floor.desk, direction="outbound"))
    take_back("P/2026-03-11", floor.desk, direction="outbound")
    assert cancel_series("P", floor.desk, direction="outbound")["cancelled"] == ["P/2026-03-11"]


def test_a_dry_run_keeps_nothing(floor: Floor) -> None:
    book("P-1", Wish(NINE, door="D1"), floor.desk, direction="outbound", dry_run=True)
    change_door("D1", DoorChange("out"), floor.desk, dry_run=True)

    assert "P-1" not in board(floor)
    assert deliver(floor, "T-1", start=NINE, door="D1")["door"] == "D1"


def test_a_broken_door_names_the_trucks_it_cannot_take(floor: Floor) -> None:
    deliver(floor, "T-1", start=NINE, door="D1")
    block = Block(NOW, NINE + HOUR / 2, "roller")

    done = change_door("D1", DoorChange(block=block), floor.desk)

    assert done["affected"] == ["T-1"]
    assert [one["says"] for one in board(floor)["T-1"]["problems"]] == [
        "Door D1 is out of use from Wed 08:00 to Wed 09:30 (roller)."
    ]
    assert "out of use" in refusal(lambda: deliver(floor, "T-2", start=NOW, door="D1"))
    change_door("D1", DoorChange(lift=True), floor.desk)
    assert board(floor)["T-1"]["problems"] == []
    assert "not out of use" in refusal(lambda: change_door("D1", DoorChange(lift=True), floor.desk))


def test_whoever_does_not_come_is_a_no_show_by_the_clock_and_a_late_one_is_revived(
    floor: Floor,
) -> None:
    deliver(floor, "T-1", start=NINE, door="D1")
    pick_up(floor, "P-1", start=NINE, door="D2")
    floor.clock.instant = NINE + 2 * HOUR
    assert note_no_shows(floor.desk) == ()

    change_setting("no_show_after", "60m", floor.desk)
    assert note_no_shows(floor.desk) == ()
    floor.clock.instant += timedelta(seconds=1)
    assert note_no_shows(floor.desk) == ("T-1", "P-1")
    assert {row["status"] for row in board(floor).values()} == {"no_show", "scheduled"}
    assert note_no_shows(floor.desk) == ()

    tell_truck("T-1", TruckEvent("arrive"), floor.desk)
    take_back("P-1", floor.desk, direction="outbound")
    assert note_no_shows(floor.desk) == ()
    assert [board(floor)[number]["status"] for number in ("T-1", "P-1")] == ["arrived", "scheduled"]


def test_a_no_show_says_that_the_clock_noted_it(floor: Floor) -> None:
    deliver(floor, "T-1", start=NINE, door="D1")
    change_setting("no_show_after", "1m", floor.desk)
    floor.clock.instant = NINE + 2 * HOUR
    note_no_shows(floor.desk)

    with floor.desk.store.read(floor.desk.stamp()) as work:
        sheet = work.exports.sheet("journal")
        assert sheet is not None
        last = list(sheet[1])[-1]
    assert "clock" in [str(cell) for cell in last]


def desk_of(where: str) -> Desk:
    """Return a station of its own at the database."""

    class Clock:
        def now(self) -> datetime:
            return NOW

    return Desk(SqlStore(open_engine(where)), Clock(), Planner())


def test_two_stations_that_book_one_door_at_once_never_both_have_it(
    floor: Floor, where: str
) -> None:
    desks, at_once = [desk_of(where) for _ in range(2)], Barrier(2)

    def try_door(station: int, hour: int) -> str:
        wish = Wish(NINE + hour * HOUR, door="D1", minutes=60 - station)
        at_once.wait()
        try:
            book(f"P-{station}-{hour}", wish, desks[station], direction="outbound")
        except FloorError as error:
            return sentence(error.code, **error.data)
        return "booked"

    with ThreadPoolExecutor(2) as pool:
        for hour in range(5):
            said = sorted(pool.map(try_door, range(2), [hour] * 2))
            assert said[1] == "booked"
            assert "has door D1 from" in said[0]
    for desk in desks:
        desk.store.engine.dispose()  # type: ignore[attr-defined]
    assert len(board(floor)) == 7


def test_two_programs_that_book_one_door_at_once_never_both_have_it(
    floor: Floor, where: str
) -> None:
    program = Program(where)
    line = ("--start", "2026-03-04T09:00Z", "--door", "D1", "--json")
    with (
        program.running("appointment", "T-1", *line) as one,
        program.running("appointment", "T-2", *line) as other,
    ):
        ended = sorted((one.end(), other.end()), key=lambda end: end.code)

    assert [end.code for end in ended] == [0, 1]
    assert ended[0].json["door"] == "D1"
    assert "has door D1 from Wed 09:00 to Wed 10:00." in ended[1].complaint
    assert [row["door"] for row in board(floor).values()].count("D1") == 1
