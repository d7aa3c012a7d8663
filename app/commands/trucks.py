"""``appointment`` and ``dock``: the trucks' facts, and the day's board."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from app.commands.difference import put_difference
from app.commands.kinds import Day, InstantText, Said, instant_at
from app.commands.output import put, put_json, put_table
from app.commands.session import Session, pass_session
from app.services.dock_board import dock_day, dock_json
from app.services.setting import settings_of
from app.services.trucks import TruckEvent, take_back, tell_truck
from app.texts import screen
from app.texts.wording import fill

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

KINDS: Final = {"start": "move", "expected": "estimate"}  # others are named as their option
_BOARD: Final = (
    "asn",
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
@click.option("--arrive", is_flag=True, help="It checked in.")
@click.option("--at-door", type=Said(), metavar="DOOR", help="It stands at this door.")
@click.option("--unloading", is_flag=True, help="Unloading has begun.")
@click.option("--done", is_flag=True, help="It is empty.")
@click.option("--depart", is_flag=True, help="It has left.")
@click.option("--no-show", is_flag=True, help="It did not come.")
@click.option("--cancel", is_flag=True, help="It will not come.")
@click.option("--start", type=InstantText(), help="Move its appointment to this instant.")
@click.option("--expected", type=InstantText(), help="A new estimate of its arrival.")
@click.option("--undo", is_flag=True, help="Take the newest of these back.")
@click.option("--dry-run", is_flag=True, help="Say what it does to the plan; change nothing.")
@pass_session
def appointment_(session: Session, /, asn: str, *, dry_run: bool, **asked: Any) -> None:
    """Say what happens to the truck of ASN, one thing at a time."""
    said = [name for name, value in asked.items() if value]
    if len(said) != 1:
        raise click.UsageError("Say one thing of the truck: --arrive, --at-door, --undo, …")
    if asked["undo"]:
        done = take_back(asn, session.desk, dry_run=dry_run)
    else:
        done = tell_truck(asn, _event(session, said[0], asked), session.desk, dry_run=dry_run)
    put_difference(session, f"{asn}: {done['event'].replace('_', ' ')}", done)


def _event(session: Session, name: str, asked: Mapping[str, Any]) -> TruckEvent:
    if name == "at_door":
        return TruckEvent(name, door=asked[name])
    if name in KINDS:
        zone = settings_of(session.desk).zone
        return TruckEvent(KINDS[name], instant_at(asked[name], zone, f"--{name}"))
    return TruckEvent(name)


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
    said = "Within reach today: {orders} orders, {lines} lines, {units} units."
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
