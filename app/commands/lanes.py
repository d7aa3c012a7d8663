"""``lanes``: what stands in the staging lanes, for whom, and since when."""

from __future__ import annotations

import click

from app.commands.output import put_json, put_table
from app.commands.session import Session, pass_session
from app.services.lanes import lane_map, lanes_json


@click.command("lanes")
@pass_session
def lanes_(session: Session) -> None:
    """Show what stands in each lane, for whom, and for how long."""
    said = lanes_json(lane_map(session.desk))
    if session.json:
        put_json(said)
        return
    rows = [
        [
            lane["lane"],
            lane["purpose"].replace("_", " "),
            lane["units"],
            "" if lane["minutes"] is None else f"{lane['minutes']} min",
            "too long" if lane["too_long"] else "",
            ", ".join(
                f"{one['order']} {one['units']}: {one['waits_for']}" for one in lane["orders"]
            ),
        ]
        for lane in said["lanes"]
    ]
    put_table("Lanes", ("lane", "purpose", "units", "oldest", "", "orders"), rows)
