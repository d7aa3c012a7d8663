"""``appointment``, ``pickup`` and ``door``: trucks, and the doors they stand at."""

from __future__ import annotations

from typing import Any

import click

from app.commands.booking import DRY_RUN, say, truck_options
from app.commands.difference import put_difference
from app.commands.doors import put_doors
from app.commands.kinds import InstantText, Name, Said, instant_at
from app.commands.output import put, put_json
from app.commands.session import Session, pass_session
from app.domain.appointments import Block
from app.domain.board import INBOUND, OUTBOUND
from app.domain.errors import NotFoundError
from app.services.doors import DoorChange, change_door, door_json, doors_of
from app.services.setting import settings_of


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
    if asked["note"] and not asked["block"]:
        raise click.UsageError("--note goes with --block.")
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
    put_doors(doors)
