"""``verify``, ``backup``, ``restore``, ``export``: what keeps the facts safe and takes them out."""

from __future__ import annotations

from pathlib import Path

import click

from app import texts
from app.commands.kinds import NewFile
from app.commands.output import complain, put, put_json, put_table
from app.commands.session import Session, pass_session
from app.services.exporting import WHAT, export_csv
from app.services.verifying import verify, verify_json


@click.command("verify")
@pass_session
def verify_(session: Session) -> int:
    """Prove conservation, and the ledger against what is on hand."""
    checks = verify(session.desk)
    if session.json:
        put_json(verify_json(checks))
    else:
        rows = [(check.name, "holds" if check.ok else "FAILS", check.detail) for check in checks]
        put_table("Verify", ("check", "", "detail"), rows)
    failed = [check for check in checks if not check.ok]
    if failed:
        said = "; ".join(f"{check.name} ({check.detail})" for check in failed)
        complain(texts.sentence("verify_failed", count=len(failed), checks=said))
    return 1 if failed else 0


@click.command("backup")
@click.argument("file", type=NewFile())
@pass_session
def backup_(session: Session, file: Path) -> None:
    """Copy the database to FILE while it is in use."""
    session.outfit.back_up(file)
    _tell(session, {"backup": str(file)}, f"Backup written: {file}")


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@pass_session
def restore_(session: Session, file: Path) -> None:
    """Put the backup FILE in the database's place; the old file is kept as .before-restore.

    Those of earlier restores are kept too, under numbers.
    """
    restored = session.means.restore(session.options, file)
    _tell(session, {"restored": str(restored)}, f"Restored: {restored}")


@click.command("export")
@click.argument("what", type=click.Choice(WHAT, case_sensitive=False))
@click.option("-o", "--output", required=True, type=NewFile(), help="The CSV file to write.")
@pass_session
def export_(session: Session, what: str, output: Path) -> None:
    """Write orders, stock, shipments, pegs or the journal as CSV."""
    text = export_csv(what, session.desk)
    session.outfit.write_file(output, text.encode("utf-8"))
    _tell(session, {"export": what, "file": str(output)}, f"Written: {output}")


def _tell(session: Session, document: dict[str, str], line: str) -> None:
    if session.json:
        put_json(document)
    else:
        put(line)
