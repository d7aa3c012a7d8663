"""``plan``, ``picks`` and ``backorders``: what the facts come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from app.commands.kinds import Horizon, Said, TimeLimit
from app.commands.output import put, put_json, put_table
from app.commands.session import Session, pass_session
from app.domain.plan.plan import Plan
from app.services.backorders import backorder_queue, backorders_json, order_json
from app.services.counting import counts_json, places_to_count
from app.services.objective import (
    DEFAULT_LIMIT,
    Offer,
    improve,
    in_rank_order,
    plan_now,
    value_json,
)
from app.services.objective import accept as accept_offer
from app.services.pick_queue import pick_queue, picks_json
from app.services.plan_json import plan_json
from app.services.shipment_plans import order_outlook
from app.services.unloading import unload_list, unload_now
from app.texts.wording import fill

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import timedelta


@click.command("plan")
@click.option("--horizon", type=Horizon(), metavar="SPAN", help="Look ahead this far: 7d, 36h.")
@click.option(
    "--objective",
    type=click.Choice(("rank", "value"), case_sensitive=False),
    help="Serve in rank order, or complete more orders among equals.",
)
@click.option(
    "--time-limit", type=TimeLimit(), metavar="SPAN", help="For --objective value: 2s unless given."
)
@click.option("--accept", is_flag=True, help="Let the plan follow this objective from now on.")
@pass_session
def plan_(
    session: Session,
    *,
    horizon: timedelta | None,
    objective: str | None,
    time_limit: timedelta | None,
    accept: bool,
) -> None:
    """Show which arriving and lying units serve which order line, and why others do not.

    A supervisor accepts what --objective value offers by --accept, and goes back to plain rank
    order by --objective rank --accept.
    """
    if time_limit is not None and objective != "value":
        raise click.UsageError("--time-limit goes with --objective value.")
    if accept and objective is None:
        raise click.UsageError("--accept goes with --objective.")
    desk = session.desk
    if objective == "value":
        best = improve(plan_now(desk, horizon), time_limit or DEFAULT_LIMIT)
        if accept:
            accept_offer(Offer(best.preferred, horizon), desk)
        unload = unload_list(desk, Plan(best.best))
        _put_plan(session, value_json(best, accepted=accept, unload=unload))
        return
    if accept:
        accept_offer(Offer(), desk)
    with desk.store.read(desk.stamp()) as work:
        current = desk.planner.current(work, horizon)
        if objective:
            current = in_rank_order(current)
        plan = plan_json(current, unload_now(current, work.boards.trucks(), work))
    if accept:
        plan["objective"] = {"objective": "rank", "accepted": True}
    _put_plan(session, plan)


def _put_plan(session: Session, plan: Mapping[str, Any]) -> None:
    if session.json:
        put_json(plan)
        return
    put(f"As of {plan['as_of']}, looking ahead to {plan['horizon_end']}")
    for part in ("pegs", "unmet", "inbound", "unload"):
        _show(part, plan[part])
    _put_objective(plan.get("objective", {}))


def _put_objective(objective: Mapping[str, Any]) -> None:
    """Write what the optimal mode gains over the rank order, and whether it is accepted."""
    if not objective:
        return
    if "classes" in objective:
        gained = objective["gained"]
        _show("classes", objective["classes"])
        said = "Against rank order: {orders:+d} orders completed, {units:+d} units served."
        put(fill(said, gained))
        for name in ("completes", "loses"):
            if objective[name]:
                put(f"{name.capitalize()}: {', '.join(objective[name])}")
    if objective["accepted"]:
        put(f"Accepted: the plan follows {objective['objective']} from now on.")
    else:
        put("Not accepted yet: --accept lets the plan follow it.")


@click.command("backorders")
@click.argument("order", type=Said(), required=False)
@click.option("--starving", is_flag=True, help="Show the orders that starve, the oldest first.")
@pass_session
def backorders_(session: Session, order: str | None, *, starving: bool) -> None:
    """Show what waits, in the order in which it will be served.

    With ORDER also which shipments it will become, when each goes, and what the last waits for.
    An order starves where parts of it are here or pass it by, since it may not go in parts.
    """
    if order is not None and starving:
        raise click.UsageError("--starving goes without an order.")
    desk = session.desk
    queue = backorder_queue(desk)
    if order is None:
        said = backorders_json(queue, desk.stamp().at)
    else:
        said = order_json(queue, order_outlook(order, desk))
    if session.json:
        put_json(said)
        return
    if not starving:
        _show("lines", [_line_row(line) for line in said["lines"]])
        summary = said["summary"].items()
        put(", ".join(f"{name.replace('_', ' ')} {value}" for name, value in summary))
    if order is not None:
        _show("shipments", [_box_row(box) for box in said["shipments"]])
    if starving or order is not None:
        _show("starving", [_starving_row(row) for row in said["starving"]])
    for missed in said["misses_pickups"] if order is not None else ():
        put(missed["says"])
    for clash in said["clashes"] if order is not None else ():
        put(clash["says"])


def _line_row(line: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in line.items() if name != "waits_for"}  # detail says it


def _box_row(box: Mapping[str, Any]) -> Mapping[str, Any]:
    units = ", ".join(f"{line['units']} {line['sku']}" for line in box["lines"])
    return {
        "shipment": box["shipment"],
        "units": units,
        "ships at": box["ships_at"] or "no date",
        "last allowed": "yes" if box["last_allowed"] else "no",
        "says": box["says"],
    }


def _starving_row(row: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: row[name] for name in ("order", "days", "here", "passed", "says")}


@click.command("picks")
@pass_session
def picks_(session: Session) -> None:
    """Show the orders that have something to pick now, and what is to be put back."""
    queue = picks_json(pick_queue(session.desk))
    if session.json:
        put_json(queue)
        return
    _show("orders", queue["orders"])
    if queue["put_back"]:
        _show("put back", queue["put_back"])


@click.command("counts")
@pass_session
def counts_(session: Session) -> None:
    """Show the places that are to be counted, and why."""
    found = counts_json(places_to_count(session.desk))
    if session.json:
        put_json(found)
    else:
        _show("places", found["places"])


def _show(title: str, rows: Sequence[Mapping[str, Any]]) -> None:
    if not rows:
        put(f"{title.capitalize()}: none")
        return
    columns = [name.replace("_", " ") for name in rows[0]]
    put_table(title.capitalize(), columns, [list(row.values()) for row in rows])
