"""``repeg``: what a truck's shortages took from whom, and the one re-peg that would mend most."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from app.commands.difference import put_difference
from app.commands.kinds import Said
from app.commands.output import put, put_json, put_table
from app.commands.session import Session, pass_session
from app.services.repegging import accept_repeg, shortage
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
