"""``dock``: the day's board, by door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from app.commands.kinds import Day
from app.commands.output import put, put_json, put_table
from app.commands.session import Session, pass_session
from app.services.dock_board import dock_day, dock_json
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
        put(screen("overrun", count=len(late["trucks"]), **late))
    if board["workload"] and (over := board["workload"][-1]["over"]):
        put(screen("work_undone", over=over))
