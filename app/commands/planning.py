"""``plan``, ``picks`` and ``backorders``: what the facts come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from app.commands.kinds import Horizon
from app.commands.output import put, put_json, put_table
from app.commands.session import Session, pass_session
from app.domain.errors import RefusedError
from app.services.backorders import backorder_queue, backorders_json, pick_queue, picks_json
from app.services.plan_json import plan_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import timedelta


@click.command("plan")
@click.option("--horizon", type=Horizon(), metavar="SPAN", help="Look ahead this far: 7d, 36h.")
@click.option(
    "--objective",
    type=click.Choice(("rank", "value"), case_sensitive=False),
    default="rank",
    help="Serve in rank order, or complete more orders among equals.",
)
@pass_session
def plan_(session: Session, horizon: timedelta | None, objective: str) -> None:
    """Show which arriving and lying units serve which order line, and why others do not."""
    if objective == "value":
        raise RefusedError("later_version", what="--objective value")
    desk = session.desk
    with desk.store.read(desk.stamp()) as work:
        plan = plan_json(desk.planner.current(work, horizon))
    if session.json:
        put_json(plan)
        return
    put(f"As of {plan['as_of']}, looking ahead to {plan['horizon_end']}")
    for part in ("pegs", "unmet", "inbound", "unload"):
        _show(part, plan[part])


@click.command("backorders")
@pass_session
def backorders_(session: Session) -> None:
    """Show what waits, in the order in which it will be served."""
    queue = backorders_json(backorder_queue(session.desk))
    if session.json:
        put_json(queue)
        return
    _show("lines", queue["lines"])
    put(", ".join(f"{name.replace('_', ' ')} {value}" for name, value in queue["summary"].items()))


@click.command("picks")
@pass_session
def picks_(session: Session) -> None:
    """Show the orders that have something to pick now."""
    queue = picks_json(pick_queue(session.desk))
    if session.json:
        put_json(queue)
    else:
        _show("orders", queue["orders"])


def _show(title: str, rows: Sequence[Mapping[str, Any]]) -> None:
    if not rows:
        put(f"{title.capitalize()}: none")
        return
    columns = [name.replace("_", " ") for name in rows[0]]
    put_table(title.capitalize(), columns, [list(row.values()) for row in rows])
