"""``dock``: the day's board, by door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from app.commands.doors import put_doors
from app.commands.kinds import Day, Name, NewFile
from app.commands.output import complain, put, put_json, put_table
from app.commands.session import Session, pass_session
from app.services.day_sheet import write_day
from app.services.dock_board import at_door, dock_day, dock_json
from app.texts import screen
from app.texts.day_sheet import say
from app.texts.wording import fill

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from app.services.dock_board import DockDay

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
    "late_minutes",
    "unload_rank",
    "conflicts",
)
_CLOCK: Final = ("rule", "starts_at", "dwell_minutes", "detention_minutes")


@click.command("dock")
@click.option("--day", type=Day(), help="A day of the site, today without one.")
@click.option("--door", type=Name(), help="One door alone.")
@click.option("--pdf", type=NewFile(), help="Write the day to this file, to be printed.")
@pass_session
def dock_(session: Session, day: date | None, door: str | None, pdf: Path | None) -> None:
    """Show the dock schedule by door and what each truck does for waiting orders.

    How long each has been kept, which doors will run late, when they are closed and the work by
    hour stand below it. Printed, each truck has bars that open it in Receive.
    """
    day_board = dock_day(session.desk, day)
    if door is not None:
        day_board = at_door(day_board, door)
    if pdf is not None:
        _write(session, day_board, pdf)
        return
    board = dock_json(day_board)
    if session.json:
        put_json(board)
        return
    _put_board(board)


def _write(session: Session, board: DockDay, pdf: Path) -> None:
    for warning in write_day(board, pdf, session.desk, session.outfit.paperwork):
        complain(warning)
    if session.json:
        put_json({**dock_json(board), "file": str(pdf)})
        return
    trucks = len(board.slots) + len(board.pickups)
    put(say("written", file=pdf, day=board.day, trucks=trucks))


def _put_board(board: Mapping[str, Any]) -> None:
    """Write the trucks by door, those without one last, then what is to be known of the day."""
    slots = sorted(board["appointments"], key=lambda slot: (slot["door"] is None, slot["door"]))
    rows = [[*(slot[name] for name in _BOARD), _problems(slot)] for slot in slots]
    columns = [*(name.replace("_", " ") for name in _BOARD), "problems"]
    put_table(f"Dock as of {board['as_of']}", columns, rows)
    put_doors(board["doors"])
    if board["reach"]:
        _put_reach(board["reach"])
    _put_clocks(board)


def _problems(slot: Mapping[str, Any]) -> str:
    return " ".join(problem["says"] for problem in slot["problems"])


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
