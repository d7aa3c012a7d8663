"""``repeg`` and ``restage``: units that a supervisor gives to another order after a shortage."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from app.commands.difference import put_difference
from app.commands.kinds import Said, Units
from app.commands.output import put, put_json, put_table
from app.commands.session import Session, pass_session
from app.services.repegging import accept_repeg, shortage
from app.services.restaging import Restage, restage
from app.services.shortages import proposal_json
from app.texts import sentence

if TYPE_CHECKING:
    from app.services.shortages import Shortage


@click.command("repeg")
@click.argument("asn", type=Said())
@click.option("--accept", is_flag=True, help="Pin the units so; order ORDER --undo takes it back.")
@click.option("--dry-run", is_flag=True, help="With --accept: say what it does; change nothing.")
@pass_session
def repeg_(session: Session, asn: str, *, accept: bool, dry_run: bool) -> None:
    """Say who lost by the shortages of ASN, and the single re-peg that mends a promise."""
    if dry_run and not accept:
        raise click.UsageError("--dry-run goes with --accept.")
    if accept:
        done = accept_repeg(asn, session.desk, dry_run=dry_run)
        put_difference(session, f"{done['proposal']['says']}.", done)
        return
    found = shortage(asn, session.desk)
    if session.json:
        put_json(_json(found))
    else:
        _put(found)


def _json(found: Shortage) -> dict[str, Any]:
    keys = ("order", "line", "sku", "quantity", "later")
    rows = (asdict(lost) for lost in found.lost)
    return {
        "asn": found.asn,
        "lost": [{key: row[key] for key in keys} for row in rows],
        "promises_broken": list(found.broken),
        "proposal": proposal_json(found.proposal) if found.proposal else None,
    }


def _put(found: Shortage) -> None:
    rows = [(one.order, one.line, one.sku, one.quantity, one.later) for one in found.lost]
    put_table(f"Lost by {found.asn}", ("order", "line", "sku", "quantity", "later"), rows)
    if found.proposal is None:
        put(sentence("nothing_to_propose", number=found.asn))
    else:
        told = proposal_json(found.proposal)
        put(f"{told['says']}: {told['does']}.")


@click.command("restage")
@click.argument("order", type=Said())
@click.argument("line", type=Said())
@click.argument("to_order", type=Said())
@click.argument("to_line", type=Said())
@click.option("--quantity", type=Units(), help="Units (each); without it all that can be.")
@click.option("--dry-run", is_flag=True, help="Say what it does to the plan; change nothing.")
@pass_session
def restage_(session: Session, /, *, dry_run: bool, **asked: Any) -> None:
    """Give units staged for LINE of ORDER to TO_LINE of TO_ORDER; they stay where they stand."""
    done = restage(Restage(**asked), session.desk, dry_run=dry_run)
    said = {**done, "lanes": ", ".join(done["lanes"])}
    put_difference(session, sentence("restaged", **said), done)
