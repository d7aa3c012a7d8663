"""The printed day says what the board knows, and a printer's refusal is told."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NoReturn

import pytest

from app.domain.appointments import Block
from app.domain.day_sheet import DaySheet, SheetDoor
from app.domain.errors import RefusedError
from app.domain.printing import Handing
from app.services.day_sheet import make_day_sheet, print_day
from app.services.dock_board import at_door, dock_day
from app.services.doors import DoorChange, change_door
from app.services.printing import Paperwork
from app.services.setting import change_setting
from app.services.trucks import TruckEvent, tell_truck
from tests.fakes.printing import FakePrinter
from tests.floor import NOW, Floor, inbound, orders, wants

if TYPE_CHECKING:
    from pathlib import Path


HOUR = timedelta(hours=1)


class PlainDay:
    """Writes what a day says as text."""

    def write(self, sheet: DaySheet, target: Path) -> tuple[str, ...]:
        target.write_text(repr(sheet))
        return ()


class NoRoom:
    """A writer on a full disk."""

    def write(self, sheet: DaySheet, target: Path) -> tuple[str, ...]:
        raise OSError(28, "No space left on device", str(target))


def no_slip(_page: str) -> NoReturn:
    raise AssertionError("a day needs no slip")


def paperwork(printer: FakePrinter) -> Paperwork:
    return Paperwork(no_slip, lambda _name: printer, lambda _page: PlainDay(), no_slip, no_slip)


@pytest.fixture
def told(floor: Floor) -> Floor:
    """Two doors, three trucks: one late, one whose door was closed later, one without a door."""
    rows = [f"T-{n},1,Acme,LAMP,4,2026-03-04T0{6 + n}:00Z," for n in (1, 2, 3)]
    floor.give(inbound=inbound(*rows), orders=orders(wants("SO-1", 6)))
    change_door("D1", DoorChange(direction="in"), floor.desk)
    change_door("D2", DoorChange(direction="out"), floor.desk)
    tell_truck("T-1", TruckEvent("move", NOW - HOUR, "D1"), floor.desk)
    tell_truck("T-3", TruckEvent("move", NOW + HOUR, "D1"), floor.desk)
    block = Block(NOW + HOUR, NOW + 4 * HOUR, "Leveller")
    change_door("D1", DoorChange(block=block), floor.desk)
    return floor


def sheet_of(floor: Floor, day: date | None = None) -> DaySheet:
    return make_day_sheet(dock_day(floor.desk, day), "Harbour")


def kept(floor: Floor) -> list[str]:
    """Return subject and data of the facts of paper, in order."""
    with floor.desk.store.read(floor.desk.stamp()) as work:
        found = work.exports.sheet("journal")
        assert found is not None
        return [" ".join(map(str, row)) for row in found[1] if "print" in map(str, row)]


def test_doors_for_deliveries_come_first_then_those_for_pickups_then_the_yard(
    told: Floor,
) -> None:
    sheet = sheet_of(told)

    assert [door.title for door in sheet.doors] == ["Door D1", "Door D2", "Yard and unassigned"]
    assert [truck.number for truck in sheet.doors[0].trucks] == ["T-1", "T-3"]
    assert sheet.doors[1] == SheetDoor("Door D2", "outbound")
    assert [truck.number for truck in sheet.doors[2].trucks] == ["T-2"]


def test_a_late_truck_and_what_it_brings_are_said(told: Floor) -> None:
    first = sheet_of(told).doors[0].trucks[0]

    assert (first.window, first.state) == ("07:00–08:00", "Late 1:00")
    assert (first.units, first.cross_dock, first.orders) == (4, 4, 1)


def test_closures_and_what_they_break_are_said_in_words(told: Floor) -> None:
    sheet = sheet_of(told)

    assert sheet.doors[0].closures == ("Closed 09:00 to 12:00: Leveller",)
    assert sheet.doors[0].trucks[1].problem == "Problem 1"
    assert sheet.problems == (
        "Acme (T-3), 09:00–10:00: Door D1 is out of use from Wed 09:00 to Wed 12:00 (Leveller).",
    )


def test_the_unload_order_is_the_boards_own(told: Floor) -> None:
    board = dock_day(told.desk)

    said = [(row.rank, row.number) for row in make_day_sheet(board, "").unload]

    assert said == [(row.rank, row.asn) for row in board.unload]


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (-48, -24, ()),
        (24, 48, ()),
        (-12, 2, ("Closed Tue 20:00 to 10:00",)),
        (2, 40, ("Closed 10:00 to Fri 00:00",)),
        (-24 * 5, 24 * 5, ("Closed Fri 08:00 to Mon 08:00",)),
    ],
)
def test_a_closure_is_said_on_the_days_that_it_touches(
    floor: Floor, start: int, end: int, said: tuple[str, ...]
) -> None:
    change_door("D1", DoorChange(block=Block(NOW + start * HOUR, NOW + end * HOUR)), floor.desk)

    assert sheet_of(floor).doors[0].closures == said


def test_a_day_without_trucks_says_so_and_has_its_doors(told: Floor) -> None:
    sheet = sheet_of(told, date(2027, 1, 1))

    assert sheet.empty == "No truck is expected on this day."
    assert [door.trucks for door in sheet.doors] == [(), ()]
    assert sheet.as_of == "as of 4 March 2026 08:00"


def test_a_site_without_anything_has_an_empty_sheet(floor: Floor) -> None:
    sheet = sheet_of(floor)

    assert (sheet.doors, sheet.unload, sheet.problems) == ((), (), ())


def test_controls_in_a_name_do_not_reach_the_paper(floor: Floor) -> None:
    floor.give(inbound=inbound("T-1,1,A\u202ec\u200bme,LAMP,4,2026-03-04T09:00Z,"))

    assert sheet_of(floor).doors[0].trucks[0].carrier == "Acme"


def test_one_door_alone_has_a_sheet_too(told: Floor) -> None:
    sheet = make_day_sheet(at_door(dock_day(told.desk), "D1"), "Harbour")

    assert [door.title for door in sheet.doors] == ["Door D1"]


def test_a_printed_day_is_a_fact_before_and_after(told: Floor) -> None:
    printer = FakePrinter(Handing.DONE)

    said = print_day(None, told.desk, paperwork(printer))

    assert said == "Printed the dock of Wednesday 4 March 2026: fake"
    assert b"T-3" in printer.papers[0]
    states = [row for row in kept(told) if "2026-03-04" in row]
    steps = ("to_print", "handed_over", "confirmed")
    assert [step in row for step, row in zip(steps, states, strict=True)] == [True] * 3


@pytest.mark.parametrize("answer", [Handing.TURNED_AWAY, Handing.NO_ANSWER])
def test_a_printer_that_takes_nothing_is_told_in_words(told: Floor, answer: Handing) -> None:
    with pytest.raises(RefusedError, match="not_printed"):
        print_day(None, told.desk, paperwork(FakePrinter(answer)))


def test_a_day_that_cannot_be_drawn_is_never_said_to_be_handed_over(told: Floor) -> None:
    full = Paperwork(no_slip, lambda _name: FakePrinter(), lambda _page: NoRoom(), no_slip, no_slip)

    with pytest.raises(OSError, match="No space"):
        print_day(None, told.desk, full)

    assert [row for row in kept(told) if "2026-03-04" in row] == []


def test_the_sites_page_size_is_the_papers(told: Floor) -> None:
    change_setting("page_size", "Letter", told.desk)
    asked: list[str] = []

    def writer(page: str) -> PlainDay:
        asked.append(page)
        return PlainDay()

    print_day(
        None,
        told.desk,
        Paperwork(no_slip, lambda _name: FakePrinter(Handing.DONE), writer, no_slip, no_slip),
    )

    assert asked == ["Letter"]
