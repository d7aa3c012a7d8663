"""``substitute``: what could stand in for what orders lack, and letting it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from app.commands.difference import put_difference
from app.commands.kinds import Said, Units
from app.commands.output import put, put_json, put_table
from app.commands.session import Session, pass_session
from app.services.substituting import Substitution, all_offers, offer_json, substitute
from app.texts import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


@click.command("substitute")
@click.argument("order", type=Said(), required=False)
@click.argument("line", type=Said(), required=False)
@click.argument("sku", type=Said(), required=False)
@click.option("--quantity", type=Units(), help="Units (each) of LINE; without it all that it can.")
@click.option("--dry-run", is_flag=True, help="Say what it does to the plan; change nothing.")
@pass_session
def substitute_(
    session: Session,
    order: str | None,
    line: str | None,
    sku: str | None,
    *,
    quantity: int | None,
    dry_run: bool,
) -> None:
    """List what could stand in for what is lacking, or let it for ORDER, or SKU for its LINE.

    Only for orders that allow it (order ORDER --substitutes yes), by products that are approved,
    and from units that nobody gets who asked for them. order ORDER --undo takes it back.
    """
    if (line is None) != (sku is None):
        raise click.UsageError("Say which product stands in for the line.")
    if line is None and quantity is not None:
        raise click.UsageError("--quantity goes with LINE and SKU.")
    if order is None:
        if dry_run:
            raise click.UsageError("--dry-run goes with ORDER.")
        _put_offers(session)
        return
    asked = Substitution(order, line, sku, quantity)
    done = substitute(asked, session.desk, dry_run=dry_run)
    put_difference(session, _said(done), done)


def _said(done: Mapping[str, Any]) -> str:
    return " ".join(
        sentence("substituted", order=done["order"], **one) for one in done["substituted"]
    )


def _put_offers(session: Session) -> None:
    found, zone = all_offers(session.desk)
    told = [offer_json(one, zone) for one in found]
    if session.json:
        put_json({"offers": told})
        return
    if not told:
        put(sentence("no_offers"))
        return
    heads = ("rank", "order", "line", "sku", "quantity", "substitute", "units", "now")
    put_table("Could stand in", heads, [[row[head] for head in heads] for row in told])
