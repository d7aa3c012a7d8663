"""``appointment``, ``pickup``, ``door`` and ``dock``: trucks, doors, and the day's board."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from app.commands.booking import DRY_RUN, say, truck_options
from app.commands.difference import put_difference
from app.commands.kinds import Day, InstantText, Name, Said, instant_at
from app.commands.output import put, put_json, put_table
from app.commands.session import Session, pass_session
from app.domain.appointments import Block
from app.domain.board import INBOUND, OUTBOUND
from app.domain.errors import NotFoundError
from app.services.dock_board import dock_day, dock_json
from app.services.doors import DoorChange, change_door, door_json, doors_of
from app.services.setting import settings_of
from app.texts import screen
from app.texts.wording import fill

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_BOARD: Final = (
    "number",
    "direction",
    "door",
    "carrier",
    "status",
    "start",
    "end",
    "expected_at",
    "units",
    "cross_dock_units",
    "orders",
    "late_units",
    "unload_rank",
    "conflicts",
)
_CLOCK: Final = ("rule", "starts_at", "dwell_minutes", "detention_minutes")


@click.command("appointment")
@click.argument("asn", type=Said())
@truck_options
@pass_session
def appointment_(session: Session, /, asn: str, **asked: Any) -> None:
    """Book the truck of ASN, or say what happens to it, one thing at a time."""
    say(session, asn, INBOUND, asked)


@click.command("pickup")
@click.argument("number", type=Name())
@truck_options
@pass_session
def pickup_(session: Session, /, number: str, **asked: Any) -> None:
    """Book the truck that takes goods away, or say what happens to it, one thing at a time."""
    say(session, number, OUTBOUND, asked)


@click.command("door")
@click.argument("code", type=Name(), required=False)
@click.option("--hours", type=Said(), help="When it is open: 06:00-18:00, several with ; between.")
@click.option("--direction", type=Said(), help="in, out or both.")
@click.option("--equipment", type=Said(), help="What it has, ; between.")
@click.option("--block", type=(InstantText(), InstantText()), help="Out of use FROM TO.")
@click.option("--note", type=Said(), help="Why it is out of use.")
@click.option("--unblock", is_flag=True, help="Back in use: end all its blocks.")
@DRY_RUN
@pass_session
def door_(session: Session, /, code: str | None, *, dry_run: bool, **asked: Any) -> None:
    """Show the doors, or set what CODE is good for and when it is out of use."""
    said = any(value not in (None, False) for value in asked.values())
    if code is None or not said:
        if said:
            raise click.UsageError("Say which door.")
        _put_doors(session, code)
        return
    block = None
    if asked["block"]:
        zone = settings_of(session.desk).zone
        start, end = (instant_at(text, zone, "--block") for text in asked["block"])
        block = Block(start, end, asked["note"] or "")
    change = DoorChange(
        asked["direction"], asked["hours"], asked["equipment"], block, lift=asked["unblock"]
    )
    done = change_door(code, change, session.desk, dry_run=dry_run)
    put_difference(session, f"Door {code}", done)
    if done["affected"] and not session.json:
        put(f"Trucks it cannot take any more: {', '.join(done['affected'])}")


def _put_doors(session: Session, code: str | None) -> None:
    doors = [door_json(door) for door in doors_of(session.desk) if code in (None, door.code)]
    if code is not None and not doors:
        raise NotFoundError("unknown_door", value=code)
    if session.json:
        put_json({"doors": doors})
        return
    names = ("door", "direction", "hours", "equipment", "blocks")
    rows = [
        [
            *(door[name] for name in names[:3]),
            "; ".join(door["equipment"]),
            "; ".join(
                f"{block['start']} {block['end']} {block['note']}" for block in door["blocks"]
            ),
        ]
        for door in doors
    ]
    put_table("Doors", names, rows)


@click.command("dock")
@click.option("--day", type=Day(), help="A day of the site, today without one.")
@pass_session
def dock_(session: Session, day: date | None) -> None:
    """Show the dock schedule and what each truck does for waiting orders.

    How long each has been kept, which doors will run late and the work by hour stand below it.
    """
    board = dock_json(dock_day(session.desk, day))
    if session.json:
        put_json(board)
        return
    rows = [[slot[name] for name in _BOARD] for slot in board["appointments"]]
    columns = [name.replace("_", " ") for name in _BOARD]
    put_table(f"Dock as of {board['as_of']}", columns, rows)
    if board["reach"]:
        _put_reach(board["reach"])
    _put_clocks(board)


def _put_reach(reach: Mapping[str, Any]) -> None:
    """Write what today's arrivals complete."""
    said = "Within reach today: {orders:orders}, {lines:lines}, {units:units}."
    if reach["hours"]:
        columns = list(reach["hours"][0])
        put_table("By hour", columns, [list(hour.values()) for hour in reach["hours"]])
    put(fill(said, reach))


def _put_clocks(board: Mapping[str, Any]) -> None:
    """Write how long trucks have been kept, which doors run late, and the work by hour."""
    kept = [slot for slot in board["appointments"] if slot["clock"]]
    if kept:
        columns = ["asn", *(name.replace("_", " ") for name in _CLOCK)]
        rows = [[slot["asn"], *(slot["clock"][name] for name in _CLOCK)] for slot in kept]
        put_table("Trucks' clocks", columns, rows)
    if board["workload"]:
        columns = [name.replace("_", " ") for name in board["workload"][0]]
        put_table("Units to move, by hour", columns, [list(h.values()) for h in board["workload"]])
    for late in board["overruns"]:
        put(late["says"])
    if board["workload"] and (over := board["workload"][-1]["over"]):
        put(screen("work_undone", over=over))
