"""``scanner``: a station's scanners with their profiles, and the sheet that tests them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from app.commands.kinds import NewFile
from app.commands.output import complain, put, put_json, put_table
from app.commands.session import Session, pass_session
from app.domain.tuning import KEYBOARD_KEY
from app.services.scanners import (
    print_scanner_sheet,
    scanner_json,
    tunings_of,
    write_scanner_sheet,
)
from app.services.setting import settings_of
from app.texts import doctor as words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

COLUMNS = ("device", "name", "connected", "saved", "suffix", "prefix", "stand-ins", "layout")


@click.command("scanner")
@click.option("--sheet", type=NewFile(), help="Write the sheet that tests scanners, a PDF.")
@click.option("--print", "to_printer", is_flag=True, help="Print that sheet.")
@pass_session
def scanner_(session: Session, sheet: Path | None, *, to_printer: bool) -> None:
    """List this station's scanners and how each is read; Setup's scanner doctor tunes them."""
    if sheet is not None:
        for warning in write_scanner_sheet(sheet, session.desk, session.outfit.paperwork):
            complain(warning)
    said = print_scanner_sheet(session.desk, session.outfit.paperwork) if to_printer else ""
    found = scanners_json(session)
    if session.json:
        put_json({"scanners": found, "sheet": str(sheet) if sheet else None})
    elif sheet is not None or said:
        put(said or words.say("written", file=sheet))
    else:
        put_table("Scanners", COLUMNS, [_row(scanner) for scanner in found])


def scanners_json(session: Session) -> list[dict[str, Any]]:
    """Return the scanners that are there or were tuned here; the typing one is always there."""
    kept, settings = tunings_of(session.desk), settings_of(session.desk)
    here = session.means.devices.list_scanners(settings)
    found = [scanner_json(profile, kept, is_here=is_here) for profile, is_here in here]
    known = {scanner["device"] for scanner in found}
    gone = [_gone(device, tuning) for device, tuning in kept.items() if device not in known]
    return sorted([*found, *gone], key=lambda one: (one["device"] != KEYBOARD_KEY, one["device"]))


def _gone(device: str, tuning: Mapping[str, Any]) -> dict[str, Any]:
    """Return a scanner of which only its tuning is known."""
    unknown = dict.fromkeys(("name", "path", "vendor_id", "product_id", "serial_number"))
    told = {"connected": False, "saved": True, "profile": dict(tuning)}
    return {"device": device, **unknown, **told}


def _row(scanner: Mapping[str, Any]) -> list[object]:
    profile = scanner["profile"]
    shown = (profile.get(name, "") for name in ("suffix", "prefix", "stand_ins", "layout"))
    plain = (" ".join(one) if isinstance(one, list) else str(one) for one in shown)
    yes = {True: "yes", False: "no"}
    flags = (yes[scanner["connected"]], yes[scanner["saved"]])
    return [scanner["device"], scanner["name"] or "", *flags, *map(_printable, plain)]


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in text)
