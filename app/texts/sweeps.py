"""What sweeping a lane says: whether it is there, and where else it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.texts.wording import fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SENTENCES: Mapping[str, str] = {
    "unknown_lane": "{number} is no lane.",
    "sweep_begins": "{number}: {left:units} should stand here. Scan every one.",
    "sweep_goes_on": "{number}: {counted:units} counted so far, {left} still to scan.",
    "swept": "Seen: {units} {name}. {says}",
    "missing_now": "Missing: {says} Nobody is sent there for it until it is counted.",
    "swept_whole": "{number} is swept: {counted:units}, all as it should be.",
    "swept_with": "{number} is swept. {says}",
    "lane_first": "Scan the barcode of {number} first.",
    "other_lane": "{location} is not {number}. Close this sweep before you begin another.",
    "nothing_missing": "Nothing is missing: all that should stand here is scanned.",
    "only_moved": "What is not scanned came or went meanwhile. Close, and sweep again.",
    "never_swept": "{number} has not been swept yet.",
}
ROWS: Mapping[tuple[str, str], str] = {  # (state, where to)
    ("right", ""): "{quantity} {name} for {order}, as it should be.",
    ("missing", ""): "{quantity} {name} for {order} {quantity:are} missing.",
    ("moved", ""): "{quantity} {name} came or went meanwhile: sweep again.",
    ("nobodys", "put_away"): "{quantity} {name} for nobody: put away in {location}.",
    ("expired", "quarantine"): "{quantity} {name} past the date: set aside in {location}.",
    ("foreign", "lane"): "{quantity} {name} not from here: bring to {location}, for {to_order}.",
    ("foreign", "count"): "{quantity} {name} found again, said missing before: have it counted.",
    ("foreign", "put_away"): "{quantity} {name} nobody knows of here: put away in {location} "
    "and have it counted.",
}
NOBODY, ANYWHERE = "nobody", "any free place"
TOO_LONG = " It stands too long: {hours} h."


def row_sentence(row: Mapping[str, Any]) -> str:
    """Say one row of a comparison: how many of what, and what is to be done."""
    to = row["to"] or {}
    told = {
        **row,
        "order": row["order"] or NOBODY,
        "location": to.get("location") or ANYWHERE,
        "to_order": to.get("order") or NOBODY,
    }
    said = fill(ROWS[row["state"], to.get("to", "")], told)
    return said + (fill(TOO_LONG, {"hours": row["minutes"] // 60}) if row["too_long"] else "")


def rows_sentence(rows: Iterable[Mapping[str, Any]]) -> str:
    """Say several rows one after the other."""
    return " ".join(str(row["says"]) for row in rows)
