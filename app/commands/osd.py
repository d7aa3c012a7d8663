"""``osd``: what is over, short and damaged on a receipt, why, and its sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from app.commands.kinds import NewFile, Said
from app.commands.output import complain, put, put_json, put_table
from app.commands.session import Session, pass_session
from app.services.osd import osd, osd_json, remark_on
from app.services.osd_sheet import print_osd, write_osd
from app.texts import osd as words

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.osd import OsdLine
    from app.services.osd import Osd

COLUMNS = ("line", "sku", "expected", "received", "over", "short", "to come", "damaged", "why")


@click.command("osd")
@click.argument("asn", type=Said())
@click.option("--line", type=Said(), help="Say why this line is not as announced.")
@click.option("--reason", type=Said(), default="", help="Why: crushed, wet, wrong item …")
@click.option("--photo", type=Said(), default="", help="Where a picture of it lies.")
@click.option("--pdf", type=NewFile(), help="Write the sheet to this file, to be signed.")
@click.option("--print", "to_printer", is_flag=True, help="Print the sheet.")
@pass_session
def osd_(
    session: Session,
    asn: str,
    line: str | None,
    reason: str,
    photo: str,
    pdf: Path | None,
    *,
    to_printer: bool,
) -> None:
    """Show what is over, short and damaged on ASN so far, or in the end; nothing is closed."""
    if (line is None) != (not reason and not photo):
        raise click.UsageError("--line goes with --reason or --photo.")
    desk = session.desk
    found = osd(asn, desk) if line is None else remark_on(asn, line, reason, photo, desk)
    if pdf is not None:
        for warning in write_osd(found, pdf, desk, session.outfit.paperwork):
            complain(warning)
    said = print_osd(found, desk, session.outfit.paperwork) if to_printer else ""
    written = words.say("written", file=pdf, number=found.asn.number) if pdf else ""
    if not session.json and (written or said):
        for sentence in filter(None, (written, said)):
            put(sentence)
        return
    put_osd(session, found)


def put_osd(session: Session, found: Osd) -> None:
    """Write a receipt beside what was announced."""
    if session.json:
        put_json(osd_json(found))
        return
    put_table(words.state(found.asn, reopened=found.reopened), COLUMNS, map(_row, found.lines))
    differs = words.total_words(found.totals, tolerant=found.tolerance.given)
    put(words.say("differs", what=differs) if differs else words.say("nothing_differs"))


def _row(line: OsdLine) -> list[object]:
    why = [remark.reason or remark.photo for remark in line.remarks]
    counts = (line.over, line.short, line.to_come, line.damaged)
    return [line.line, line.sku, line.expected, line.received, *counts, "; ".join(why)]
