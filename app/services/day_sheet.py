"""The day at the dock on paper: its values from the board, then a file or the site's printer."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.appointments import MINUTE, Door
from app.domain.board import INBOUND
from app.domain.day_sheet import DaySheet, SheetDoor, SheetTruck, SheetUnload
from app.domain.documents import printable
from app.services.dock_board import dock_day
from app.services.setting import settings_of
from app.services.sheets import print_sheet
from app.texts import screen
from app.texts.day_sheet import DAYS, MONTHS, YARD, say
from app.texts.dock import conflict_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from app.domain.board import Slot
    from app.services.desk import Desk
    from app.services.dock_board import DockDay
    from app.services.printing import Paperwork

KIND = "dock"
WORDS = {"arrived": "in_yard", "unloading": "unloading_start", "closed": "done"}


def write_day(board: DockDay, target: Path, desk: Desk, paperwork: Paperwork) -> tuple[str, ...]:
    """Write a day's sheet to a file; return the writer's warnings.

    Raises OSError where the file cannot be written, LookupError where the machine has no font.
    """
    settings = settings_of(desk)
    sheet = make_day_sheet(board, settings.site_name)
    return paperwork.day_writer(settings.page_size).write(sheet, target)


def print_day(day: date | None, desk: Desk, paperwork: Paperwork, *, later: bool = False) -> str:
    """Print a day's sheet on the site's printer and return what became of it in words.

    ``later`` leaves it to whoever works off the queue.  Errors as ``print_sheet``.
    """
    board = dock_day(desk, day)
    settings = settings_of(desk)
    sheet = make_day_sheet(board, settings.site_name)
    writer = paperwork.day_writer(settings.page_size)
    by = None if later else paperwork
    name = print_sheet(sheet.code, KIND, lambda pdf: writer.write(sheet, pdf), desk, by)
    return say("queued" if later else "printed", day=sheet.day, printer=name)


def make_day_sheet(board: DockDay, site_name: str) -> DaySheet:
    """Say a day: doors for deliveries, those for pickups alone, then who has no door."""
    slots = (*board.slots, *board.pickups)
    problems, numbers = _problems(slots, board)
    by_door: dict[str, list[Slot]] = defaultdict(list)
    for slot in sorted(slots, key=lambda one: (one.truck.start, one.truck.asn)):
        by_door[slot.truck.state.door].append(slot)
    rules = {door.code: door for door in board.door_rules}
    codes = dict.fromkeys((*board.doors, *sorted(code for code in by_door if code)))
    doors = sorted((rules.get(code, Door(code)) for code in codes), key=_is_out)
    said = [_door(door, by_door.get(door.code, ()), board, numbers) for door in doors]
    if by_door.get(""):
        trucks = tuple(_truck(slot, board, numbers) for slot in by_door[""])
        said.append(SheetDoor(YARD, "", (), trucks))
    return DaySheet(
        printable(site_name),
        board.day.isoformat(),
        f"{DAYS[board.day.weekday()]} {_day(board.day)}",
        say("as_of", time=_as_of(board)),
        tuple(said),
        _unload(board),
        tuple(problems),
        "" if slots else screen("empty_day"),
    )


def _is_out(door: Door) -> bool:
    return door.direction == "out"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _as_of(board: DockDay) -> str:
    now = board.as_of.astimezone(board.zone)
    return f"{now:%H:%M}" if now.date() == board.day else f"{_day(now.date())} {now:%H:%M}"


def _door(
    door: Door, slots: Sequence[Slot], board: DockDay, numbers: Mapping[str, int]
) -> SheetDoor:
    about = [say(door.direction)]
    about += [say("open", hours=door.hours)] if door.hours else []
    about += [say("has", equipment=", ".join(sorted(door.equipment)))] if door.equipment else []
    return SheetDoor(
        say("door", door=printable(door.code)),
        printable(" · ".join(about)),
        _closures(door, board),
        tuple(_truck(slot, board, numbers) for slot in slots),
    )


def _closures(door: Door, board: DockDay) -> tuple[str, ...]:
    """Say when a door is out of use on the day, by start."""
    said = []
    for block in sorted(door.blocks, key=lambda one: (one.start, one.end)):
        first = block.start.astimezone(board.zone)
        last = (block.end - timedelta(microseconds=1)).astimezone(board.zone)
        if first.date() <= board.day <= last.date():
            times = {"start": _clock(block.start, board), "end": _clock(block.end, board)}
            note = printable(block.note)
            said.append(say("closed_why", note=note, **times) if note else say("closed", **times))
    return tuple(said)


def _clock(instant: datetime, board: DockDay) -> str:
    local = instant.astimezone(board.zone)
    return f"{local:%H:%M}" if local.date() == board.day else f"{local:%a} {local:%H:%M}"


def _window(slot: Slot, board: DockDay) -> str:
    return f"{_clock(slot.truck.start, board)}–{_clock(slot.truck.end, board)}"


def _truck(slot: Slot, board: DockDay, numbers: Mapping[str, int]) -> SheetTruck:
    truck = slot.truck
    delivery = truck.direction == INBOUND
    number = numbers.get(truck.asn)
    return SheetTruck(
        _window(slot, board),
        _state(slot),
        printable(truck.carrier or truck.supplier),
        printable(truck.trailer),
        printable(truck.asn),
        delivery,
        truck.units if delivery else None,
        slot.cross_dock_units,
        len(slot.orders),
        slot.late_units,
        say("problem", number=number) if number else "",
    )


def _state(slot: Slot) -> str:
    if slot.late_by is not None:
        hours, minutes = divmod(slot.late_by // MINUTE, 60)
        return say("late", state=screen("wall_late"), hours=hours, minutes=minutes)
    status = slot.truck.state.status
    if status == "unloading" and slot.truck.direction != INBOUND:
        return screen("wall_loading")
    return screen(WORDS.get(status, status))


def _name(slot: Slot) -> str:
    carrier, number = (
        printable(slot.truck.carrier or slot.truck.supplier),
        printable(slot.truck.asn),
    )
    return say("named", carrier=carrier, number=number) if carrier else number


def _problems(slots: Sequence[Slot], board: DockDay) -> tuple[list[str], dict[str, int]]:
    """Return what stands against trucks in words, and by number the first that names it."""
    said: list[str] = []
    numbers: dict[str, int] = {}
    for slot in sorted(slots, key=lambda one: (one.truck.start, one.truck.asn)):
        window = _window(slot, board)
        against = [conflict_sentence(problem, board.zone) for problem in slot.problems]
        if slot.conflicts:
            against.append(say("clash", others=", ".join(slot.conflicts)))
        for says in against:
            line = say("of_truck", truck=_name(slot), window=window, says=says)
            said.append(printable(line, 400))
            numbers.setdefault(slot.truck.asn, len(said))
    return said, numbers


def _unload(board: DockDay) -> tuple[SheetUnload, ...]:
    slots = {slot.truck.asn: slot for slot in board.slots}
    rows = [(row, slots[row.asn]) for row in board.unload if row.asn in slots]
    return tuple(
        SheetUnload(
            row.rank,
            printable(slot.truck.carrier or slot.truck.supplier),
            printable(row.asn),
            _place(slot, board, arrived=row.arrived),
            row.late_units,
            row.due_units,
            row.units,
        )
        for row, slot in rows
    )


def _place(slot: Slot, board: DockDay, *, arrived: bool) -> str:
    state = slot.truck.state
    door = say("door", door=printable(state.door)) if state.door else ""
    if not arrived:
        time = _clock(state.expected_at, board)
        return say("door_due", door=door, time=time) if door else say("due", time=time)
    return screen("yard_place") if state.status == "arrived" or not door else door
