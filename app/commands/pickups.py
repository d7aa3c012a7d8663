"""``pickups``: what leaves today, when it is ready, and which orders miss their pickup."""

from __future__ import annotations

import click

from app.commands.output import put, put_json, put_table
from app.commands.session import Session, pass_session
from app.services.pickups import pickup_day, pickups_json

COLUMNS = (
    *("pickup", "carrier", "door", "status", "start", "cut off", "ready", "spare min"),
    *("orders", "units", "added by cross-dock"),
)


@click.command("pickups")
@pass_session
def pickups_(session: Session) -> None:
    """Show today's pickups by carrier: when their goods are ready, and which orders miss them.

    What leaves is what the plan ships today, picked by the crew (settings crew_size and
    units_per_person_hour); it must be ready pickup_cut_off before a pickup starts.
    """
    said = pickups_json(pickup_day(session.desk))
    if session.json:
        put_json(said)
        return
    rows = []
    for row in said["pickups"]:
        ready = row["ready"] or {}
        names = ("cut_off", "at", "spare_minutes", "orders", "units", "added_units")
        first = (row["pickup"], row["carrier"], row["door"], row["status"], row["start"])
        rows.append([*first, *(ready.get(name) for name in names)])
    put_table(f"Pickups as of {said['as_of']}", COLUMNS, rows)
    for row in said["pickups"]:
        for missed in row["missed"]:
            put(missed["says"])
    if orders := said["without_pickup"]["orders"]:
        put(f"No pickup is left today for {', '.join(orders)}.")
