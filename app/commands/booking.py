"""The options with which a truck is booked, for deliveries and pickups alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from app.commands.difference import put_difference
from app.commands.kinds import InstantText, Name, Said, Units, instant_at
from app.commands.output import put, put_json, put_table
from app.domain.truck_details import NAMES
from app.services.booking import Wish, book, book_weekly, cancel_series
from app.services.setting import settings_of
from app.services.suggesting import suggest_door, suggestion_json
from app.services.swapping import swap_doors
from app.services.trucks import TruckEvent, take_back, tell_truck

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from app.commands.session import Session

KINDS: Final = {"expected": "estimate"}  # others are named as their option
EVENT_NAMES: Final = frozenset(
    {
        "arrive",
        "at_door",
        "unloading",
        "done",
        "depart",
        "no_show",
        "cancel",
        "cause",
        "expected",
        "swap",
        "undo",
    }
)
EVENTS: Final = (
    click.option("--arrive", is_flag=True, help="It checked in."),
    click.option("--at-door", type=Said(), metavar="DOOR", help="It stands at this door."),
    click.option("--unloading", is_flag=True, help="Unloading, or loading, has begun."),
    click.option("--done", is_flag=True, help="It is empty, or loaded."),
    click.option("--depart", is_flag=True, help="It has left."),
    click.option("--no-show", is_flag=True, help="It did not come."),
    click.option("--cancel", is_flag=True, help="It will not come."),
    click.option("--series", is_flag=True, help="With --cancel: all that stands of it by weeks."),
    click.option("--expected", type=InstantText(), help="A new estimate of its arrival."),
    click.option("--cause", type=Said(), help='Why it waits from now on; "" when it does no more.'),
    click.option("--swap", type=Name(), metavar="OTHER", help="Swap doors with this truck."),
    click.option("--undo", is_flag=True, help="Take the newest of these back."),
)
BOOKING: Final = (
    click.option("--start", type=InstantText(), help="Book it, or move it, to this instant."),
    click.option("--end", type=InstantText(), help="The end of its window."),
    click.option("--minutes", type=Units(), help="How long it stays; else its load decides."),
    click.option("--door", type=Name(), help="The door it is booked for."),
    click.option("--yard", is_flag=True, help="Take its door away."),
    click.option("--request", is_flag=True, help="Only asked for: it holds no door yet."),
    click.option("--confirm", is_flag=True, help="Grant what was asked for."),
    click.option("--walk-in", is_flag=True, help="It came without a booking, and is here."),
    click.option("--weeks", type=click.IntRange(1, 53), help="The same hour of so many weeks."),
    click.option("--carrier", type=Said(), help="Who drives."),
    click.option("--trailer", type=Said(), help="The trailer's number."),
    click.option("--seal", type=Said(), help="The seal's number."),
    click.option("--phone", type=Said(), help="The driver's phone."),
    click.option("--note", type=Said(), help="What else is to be known."),
    click.option("--pallets", type=Units(), help="Its load: pallets."),
    click.option("--cartons", type=Units(), help="Its load: cartons."),
    click.option("--loose", type=Units(), help="Its load: loose units."),
    click.option("--needs", type=Said(), help="Equipment its door must have, ; between."),
    click.option("--suggest", is_flag=True, help="Only say which door suits it, and why."),
    click.option("--live/--drop", "live", default=None, help="Unloaded live, or the trailer left."),
)
SUGGESTS: Final = frozenset(
    {"start", "end", "minutes", "needs", "pallets", "cartons", "loose", "walk_in", "request"}
)
DRY_RUN: Final = click.option(
    "--dry-run", is_flag=True, help="Say what it does to the plan; change nothing."
)


def truck_options(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a truck."""
    for option in reversed((*EVENTS, *BOOKING, DRY_RUN)):
        function = option(function)
    return function


def say(session: Session, number: str, direction: str, asked: dict[str, Any]) -> None:
    """Do what the options ask: one event, or any of a booking."""
    dry_run, series = asked.pop("dry_run"), asked.pop("series")
    suggest = asked.pop("suggest")
    said = {name for name, value in asked.items() if value is not None and value is not False}
    booking = said - EVENT_NAMES
    if suggest and said - SUGGESTS:
        raise click.UsageError("--suggest goes with a start, a length, a load and --needs alone.")
    if len(said & EVENT_NAMES) != (0 if booking or suggest else 1):
        raise click.UsageError("Say one thing of the truck: --arrive, --at-door, --undo, …")
    if series and not asked["cancel"]:
        raise click.UsageError("--series goes with --cancel.")
    if suggest:
        _suggest(session, number, direction, asked)
        return
    how: dict[str, Any] = {"direction": direction, "dry_run": dry_run}
    if series:
        done = cancel_series(number, session.desk, **how)
    elif booking:
        wish = _wish(session, asked)
        done = (book_weekly if wish.weeks else book)(number, wish, session.desk, **how)
    elif asked["swap"]:
        done = swap_doors(number, asked["swap"], session.desk, **how)
    elif asked["undo"]:
        done = take_back(number, session.desk, **how)
    else:
        event = _event(session, next(iter(said)), asked)
        done = tell_truck(number, event, session.desk, **how)
    put_difference(session, f"{number}: {done['event'].replace('_', ' ')}", done)


def _suggest(session: Session, number: str, direction: str, asked: dict[str, Any]) -> None:
    """Show the doors for a truck, the best first."""
    wish = _wish(session, asked)
    said = suggestion_json(suggest_door(number, wish, session.desk, direction=direction))
    if session.json:
        put_json(said)
        return
    put(said["says"])
    rows = [
        [option["door"], option["from"], option["steps"], option["says"]]
        for option in said["doors"]
    ]
    if rows:
        put_table("Doors, the best first", ("door", "from", "steps", "why"), rows)


def _event(session: Session, name: str, asked: Mapping[str, Any]) -> TruckEvent:
    if name == "at_door":
        return TruckEvent(name, door=asked[name])
    if name == "cause":
        return TruckEvent(name, details={"cause": asked[name].strip()})
    return TruckEvent(KINDS.get(name, name), _instant(session, asked, name))


def _instant(session: Session, asked: Mapping[str, Any], name: str) -> datetime | None:
    text = asked[name]
    if not isinstance(text, str):
        return None
    return instant_at(text, settings_of(session.desk).zone, f"--{name}")


def _wish(session: Session, asked: Mapping[str, Any]) -> Wish:
    details = {name: asked[name] for name in NAMES if asked.get(name) is not None}
    details.pop("minutes", None)
    if asked["live"] is not None:
        details["drop"] = not asked["live"]
    return Wish(
        _instant(session, asked, "start"),
        _instant(session, asked, "end"),
        asked["minutes"],
        asked["door"] or "",
        yard=asked["yard"],
        request=asked["request"],
        confirm=asked["confirm"],
        walk_in=asked["walk_in"],
        weeks=asked["weeks"],
        details=details,
    )
