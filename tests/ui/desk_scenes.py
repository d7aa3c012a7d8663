"""Scenes of the desk screens on one believable morning, as the presenters would make them."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from app.domain.appointments import Block as OutOfUse
from app.domain.appointments import Door as RuleDoor
from app.domain.appointments import booking_of
from app.domain.board import OUTBOUND, Truck
from app.domain.dock import GONE as GONE_STATES
from app.domain.dock import DockState
from app.domain.settings import Settings
from ui.models.dock import (
    YARD,
    Badge,
    Block,
    BlockNote,
    BlockState,
    Closure,
    DockScene,
    Door,
    EffectRow,
    EffectScene,
    EmptyBoard,
    EventChoice,
    Fact,
    FirstStep,
)
from ui.models.dock_unload import HourCount, UnloadRow
from ui.presenters.dock_rules import BoardRules

ZONE = ZoneInfo("Europe/Brussels")
DAY = date(2026, 11, 24)
S = BlockState


def at(clock: str, day: date = DAY) -> datetime:
    """An instant of the day, in the site's zone."""
    hour, minute = map(int, clock.split(":"))
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


DOORS = tuple(
    Door(f"D{number}", "outbound" if number > 5 else "inbound", number > 5)
    for number in range(1, 8)
)
INBOUND = tuple(door.name for door in DOORS if not door.outbound)
CHECK_IN = EventChoice("arrive", "Check in", "garage_home")
TO_DOOR = EventChoice("at_door", "At door", "sensor_door", INBOUND)
UNLOADING = EventChoice("unloading", "Unloading", "forklift")
DONE = EventChoice("done", "Done", "task_alt")
GONE = EventChoice("depart", "Departed", "logout")
NO_SHOW = EventChoice("no_show", "No-show", "event_busy")
CANCEL = EventChoice("cancel", "Cancel", "cancel_outline")
TAKE_BACK = EventChoice("undo", "Undo the last", "undo")
AHEAD = (CHECK_IN, TO_DOOR, NO_SHOW, CANCEL)

_TABLE = """
1|D1|06:15|07:38|departed|Departed|Nordfracht|ASN-70409|310 units||||
2|D1|08:00|09:22|done|Done|BlueLine Haulage|ASN-70412|188 units||||
3|D1|09:45|11:18|unloading|Unloading 62 %|Meridian Cold|ASN-70418|412 units|62|58,21,9||
4|D1|12:00|13:23|scheduled|Scheduled|Nordfracht|ASN-70435|260 units||22,14,0||
5|D2|06:45|08:08|departed|Departed|Aldergate Lines|ASN-70410|144 units||||
6|D2|09:20|10:48|unloading|Unloading 91 %|Harbor & Pine|ASN-70415|520 units|91|12,7,1||
7|D2|11:15|12:38|scheduled|Scheduled|Ostmark Cargo|ASN-70430|176 units||9,6,0||
8|D3|07:30|08:58|no_show|No-show|TransPeak LTL|ASN-70413|80 units|||bad|link_off~4 orders lost date
9|D3|10:25|11:53|at_door|At door · 17 min|Fernway Road|ASN-70421|365 units||41,17,3||
10|D3|12:45|13:53|scheduled|Scheduled|Lindqvist|ASN-70437|64 units||||no waiting orders
11|D4|06:00|07:28|departed|Departed|Nordfracht|ASN-70408|402 units||||
12|D4|08:45|10:18|done|Done|Cobalt Carriers|ASN-70414|296 units||||
13|D4|11:30|12:58|scheduled|Scheduled|Tamar Transport|ASN-70429|218 units||30,11,4||
14|D5|10:15|11:43|late|Late 27 min|Quayside Trunking|ASN-70425|132 units||16,8,2||
15|D6|08:30|09:28|departed|Left 09:24|Corvane Parcel|PU-3308|61 cartons||||
16|D6|10:00|11:08|loading|Loading|Swiftway|PU-3309|38 of 54 ctn|70|||
17|D6|11:45|13:08|pick_up|Pick-up|Corvane Parcel|PU-3311|97 cartons|||out|schedule~{READY}
18|D7|12:30|13:53|pick_up|Pick-up|Penrose Pallets|PU-3312|11 pallets|||warn|warning_outline~{LATE}
19||10:41|12:00|in_yard|In yard · came unplanned|Kestrel Freight|ASN-70431|96 units||34,12,5||
20||09:54|11:15|in_yard|In yard · booked 10:00|Solberg Lines|ASN-70427|240 units||18,9,0||
""".replace("{READY}", "ready by 11:20 · 25 spare").replace("{LATE}", "ready 12:50 · 20 late")
_CLOCKS = {"ASN-70431": ("1 min", ""), "ASN-70427": ("48 min · paid wait in 1 h 12", "warn")}


def _block(row: str) -> Block:
    field = row.split("|")
    number, door, start, end, state, word, carrier, asn, detail, percent, badge, role, text = field
    icon, _, note = text.rpartition("~")
    clock, clock_state = _CLOCKS.get(asn, ("", ""))
    return Block(
        id=int(number),
        door=door or YARD,
        start=at(start),
        end=at(end),
        state=S(state),
        word=word,
        carrier=carrier,
        asn=asn,
        detail=detail,
        progress=int(percent) if percent else None,
        badge=Badge(*map(int, badge.split(","))) if badge else None,
        note=BlockNote(note, role, icon) if text else None,
        clock=clock,
        clock_state=clock_state,
        movable=state in {"scheduled", "late", "in_yard", "pick_up"},
        resizable=state in {"scheduled", "late", "unloading", "pick_up"},
        outbound=asn.startswith("PU-"),
        events=AHEAD if state in {"scheduled", "late"} else (UNLOADING, DONE, GONE, TAKE_BACK),
    )


BLOCKS = tuple(_block(row) for row in _TABLE.strip().splitlines())
_ASNS = {block.id: block.asn for block in BLOCKS}


_STATUS = {
    "late": "scheduled",
    "in_yard": "arrived",
    "pick_up": "scheduled",
    "loading": "unloading",
}
CLOSURES = (
    Closure("D5", at("06:00"), at("09:55"), "Leveller repair", "closed until 10:00 · no bookings"),
)


def rules_for(
    blocks: tuple[Block, ...], doors: tuple[Door, ...], closures: tuple[Closure, ...] = ()
) -> BoardRules:
    """The rules over the trucks that blocks show."""
    trucks = {block.id: _truck(block) for block in blocks}
    return BoardRules(
        trucks,
        tuple(
            booking_of(truck.asn, truck.direction, truck.state)
            for truck in trucks.values()
            if truck.state.status not in GONE_STATES
        ),
        tuple(
            RuleDoor(
                door.name,
                "out" if door.outbound else "in",
                blocks=tuple(
                    OutOfUse(shut.start, shut.end, shut.title)
                    for shut in closures
                    if shut.door == door.name
                ),
            )
            for door in doors
        ),
        Settings(time_zone=ZONE.key),
    )


def _truck(block: Block) -> Truck:
    status = _STATUS.get(block.state, str(block.state))
    state = DockState(status, block.start, door=block.door, start_at=block.start, end_at=block.end)
    direction = OUTBOUND if block.outbound else "inbound"
    return Truck(block.id, block.asn, "", block.carrier, "", 0, 0, 0, state, direction)


def _of(*numbers: int) -> frozenset[str]:
    return frozenset(_ASNS[number] for number in numbers)


FACTS = (
    Fact("trucks", "local_shipping", "16", "trucks today", "", _of(*_ASNS)),
    Fact("yard", "garage_home", "2", "wait in the yard", "", _of(19, 20)),
    Fact("busy", "sensor_door", "3 of 5", "inbound doors busy", "", _of(3, 6, 9)),
    Fact("late", "schedule", "2", "late or no-show", "warn", _of(8, 14)),
    Fact("units", "swap_horiz", "240 units", "cross-dock today", "ok", _of(3, 4, 6, 7, 9, 13)),
    Fact("orders", "clipboard_check", "105 orders", "can go with today’s trucks", "ok", _of(3, 9)),
    Fact("late_orders", "alarm", "24 late orders", "are served today", "bad", _of(3, 6, 9, 13, 14)),
)
UNLOAD = (
    UnloadRow(
        1, "ASN-70431", "Kestrel Freight", "garage_home", "Yard, 1 min", 9, 14, 11,
        "Most units for late orders of all that is here.", "Call to D4", "at_door", "D4",
    ),
    UnloadRow(
        2, "ASN-70421", "Fernway Road", "sensor_door", "Door 3", 7, 22, 12,
        "7 units late, 22 due by tomorrow 10:42.", "Start", "unloading",
    ),
    UnloadRow(
        3, "ASN-70427", "Solberg Lines", "garage_home", "Yard, 48 min", 0, 11, 7,
        "Nothing late. Paid waiting starts 11:54.", "Call", "at_door", "D5",
    ),
    UnloadRow(
        4, "ASN-70429", "Tamar Transport", "event", "due 11:30, D4", 6, 15, 9,
        "Serves 4 late orders once it is here.", "Open", "open", forecast=True,
    ),
)  # fmt: skip
HOURS = tuple(
    HourCount(f"{hour:02}", orders, past=hour < 11)
    for hour, orders in zip(range(8, 16), (8, 9, 7, 26, 20, 14, 12, 9), strict=True)
)
DOCK = DockScene(
    day=DAY,
    day_text="Tue 24 Nov 2026",
    begins=at("06:00"),
    ends=at("22:00"),
    now=at("10:42"),
    today=DAY,
    doors=DOORS,
    blocks=BLOCKS,
    closures=CLOSURES,
    rules=rules_for(BLOCKS, DOORS, CLOSURES),
    facts=FACTS,
    unload=UNLOAD,
    unload_note="units pegged, by promise",
    hours=HOURS,
    hours_note="105 today",
    undo="Moved ASN-70412 to D1 at 08:00",
)
EFFECT = EffectScene(
    "warn",
    "3 orders would miss their promise",
    (
        EffectRow("SO-10391", "Corner House", "14:00", "17:00"),
        EffectRow("SO-10455", "Bureau Vif", "14:00", "17:00"),
        EffectRow("SO-10458", "Osteria Uno", "14:00", "17:00"),
    ),
    foot="Door 5 is free then · Esc puts it back",
)
DOCK_FIRST = DockScene(
    day=DAY,
    day_text="Tue 24 Nov 2026",
    begins=at("06:00"),
    ends=at("14:00"),
    doors=tuple(Door(f"D{number}", "") for number in range(1, 10)),
    empty=EmptyBoard(
        "No trucks and no orders yet",
        "Three steps, and this board shows what each truck does for the people who wait.",
        steps=(
            FirstStep(
                "scanner", "Connect a scanner", "Pack 1, gun is ready and has read its first code.",
                "Test a scanner", "barcode_scanner", "Ready",
            ),
            FirstStep(
                "import", "Bring in orders and arrivals",
                "CSV, XLSX or EDI. You see every row before it is kept.", "Choose a file", "file",
            ),
            FirstStep(
                "printer", "Print a test page",
                "Packing slips go to the printer of this station.", "Choose a printer", "print",
            ),
            FirstStep(
                "sample", "Or look around first",
                "A sample warehouse with a full day. One click removes it.",
                "Open the sample", "play", optional=True,
            ),
        ),
    ),
)  # fmt: skip
DOCK_QUIET = replace(
    DOCK_FIRST,
    doors=DOORS,
    empty=EmptyBoard(
        "No trucks on Tue 24 Nov", "The next one comes on Wed 25 Nov at 08:00.",
        "Go to Wed 25 Nov", "chevron_right",
    ),
)  # fmt: skip
DOCK_LOADING = DockScene(
    day=DAY, day_text="Tue 24 Nov 2026", begins=at("06:00"), ends=at("22:00"), loading=True
)


def crowded(doors: int = 60, trucks: int = 500) -> DockScene:
    """As many doors and appointments as the largest sites have."""
    names = tuple(Door(f"D{number}", "inbound") for number in range(1, doors + 1))
    states = (S.SCHEDULED, S.LATE, S.UNLOADING, S.AT_DOOR, S.DONE)
    blocks = tuple(
        Block(
            id=number,
            door=names[number % doors].name,
            start=at("06:00") + timedelta(minutes=105 * (number // doors)),
            end=at("06:00") + timedelta(minutes=105 * (number // doors) + 75),
            state=states[number % len(states)],
            word="Scheduled",
            carrier=f"Carrier {number}",
            asn=f"ASN-{number:05}",
            detail=f"{number % 400} units",
            badge=Badge(number % 90, number % 30, number % 4) if number % 3 else None,
            movable=True,
        )
        for number in range(trucks)
    )
    return replace(DOCK, doors=names, blocks=blocks, closures=(), rules=rules_for(blocks, names))
