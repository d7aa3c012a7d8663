"""``unload``: which truck to unload next, and a supervisor's word on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from app.commands.kinds import Said
from app.commands.output import put, put_json, put_table
from app.commands.session import Session, pass_session
from app.domain.instants import print_instant
from app.services.plan_json import unload_json
from app.services.unloading import put_truck, rank_truck, take_back_put, unload_list

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_COLUMNS: Final = (
    "rank",
    "asn",
    "arrived",
    "late_units",
    "due_units",
    "units",
    "door_minutes",
    "relief_per_minute",
    "unload_says",
)


@click.command("unload")
@click.argument("asn", type=Said(), required=False)
@click.option("--first", is_flag=True, help="Put it first, whatever the ranking says.")
@click.option("--rank", type=click.IntRange(1), help="Put it at this place, 1 is the first.")
@click.option("--release", is_flag=True, help="Back to the ranking.")
@click.option("--reason", type=Said(), help="With --first or --rank: why.")
@click.option("--undo", is_flag=True, help="Take the newest of these back.")
@click.option("--dry-run", is_flag=True, help="Show the list it would make; change nothing.")
@pass_session
def unload_(session: Session, /, asn: str | None, **asked: Any) -> None:
    """Show which truck to unload next, or put the truck of ASN at another place.

    It keeps that place until it has left, is closed or cancelled, or is released.
    """
    ways = [name for name in ("first", "rank", "release", "undo") if asked[name]]
    if asn is None:
        if ways or asked["reason"] or asked["dry_run"]:
            raise click.UsageError("Say which ASN.")
        _put_list(session)
        return
    if len(ways) != 1:
        raise click.UsageError("Say one of --first, --rank, --release and --undo.")
    if asked["reason"] and ways[0] not in ("first", "rank"):
        raise click.UsageError("--reason goes with --first or --rank.")
    done = _change(session, asn, ways[0], asked)
    if session.json:
        put_json(done)
        return
    title = f"{asn}: unload rank {done['rank'] or 'none'}"
    put(f"{title} (dry run: nothing is kept)" if done["dry_run"] else title)
    _put_rows(done["unload"])


def _change(session: Session, asn: str, way: str, asked: Mapping[str, Any]) -> Mapping[str, Any]:
    desk, dry_run = session.desk, asked["dry_run"]
    if way == "release":
        return rank_truck(asn, desk, dry_run=dry_run)
    if way == "undo":
        return take_back_put(asn, desk, dry_run=dry_run)
    place = asked["rank"] or 1
    return put_truck(asn, place, desk, reason=asked["reason"] or "", dry_run=dry_run)


def _put_list(session: Session) -> None:
    rows = [unload_json(row) for row in unload_list(session.desk)]
    if session.json:
        put_json({"as_of": print_instant(session.desk.stamp().at), "unload": rows})
    else:
        _put_rows(rows)


def _put_rows(rows: Sequence[Mapping[str, Any]]) -> None:
    columns = [name.replace("_", " ") for name in _COLUMNS]
    put_table("Unload next", columns, [[row[name] for name in _COLUMNS] for row in rows])
