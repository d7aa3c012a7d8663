"""``teach``: a barcode learnt on the spot."""

from __future__ import annotations

import click

from app.commands.difference import put_difference
from app.commands.kinds import Said, Units
from app.commands.output import complain
from app.commands.session import Session, pass_session
from app.services.teaching import teach_barcode


@click.command("teach")
@click.argument("code", type=Said())
@click.argument("sku", type=Said())
@click.option("--units", type=Units(), default=1, help="Units (each) that one scan stands for.")
@click.option("--dry-run", is_flag=True, help="Say what it does to the plan; change nothing.")
@pass_session
def teach_(session: Session, code: str, sku: str, units: int, *, dry_run: bool) -> None:
    """Let barcode CODE stand for product SKU from the next scan on."""
    done = teach_barcode(code, sku, units, session.desk, dry_run=dry_run)
    if not done["check_digit"]:
        complain(f"{code} has a wrong check digit; taken as it is.")
    put_difference(session, f"{code} stands for {units} of {sku}.", done)
