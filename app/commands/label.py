"""``label``: labels of what has come, of places and of cartons, and the command sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from app.commands.kinds import NewFile, Said
from app.commands.output import complain, put, put_json
from app.commands.session import Session, pass_session
from app.domain.labels import LabelForm, LabelKind, commands_to_print
from app.services.labels import (
    carton_labels,
    cross_dock_labels,
    label_json,
    location_labels,
    put_away_labels,
)
from app.services.setting import settings_of
from app.texts.labels import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.domain.labels import Label

NEEDS = {
    LabelKind.CROSS_DOCK: "the ASN whose goods are labelled",
    LabelKind.PUT_AWAY: "the ASN whose goods are labelled",
    LabelKind.CARTON: "the shipment whose cartons are labelled",
}


@click.command("label")
@click.argument("kind", type=click.Choice([kind.value for kind in LabelKind], case_sensitive=False))
@click.argument("what", nargs=-1, type=Said())
@click.option("--all", "everything", is_flag=True, help="Of locations: every one of the site.")
@click.option("--cartons", type=click.IntRange(1), help="Of a shipment: how many it has.")
@click.option("--pdf", type=NewFile(), help="Write a PDF, a label a page (commands: one sheet).")
@click.option("--zpl", type=NewFile(), help="Write ZPL for a label printer.")
@click.option("--dpi", type=click.Choice(["203", "300"]), help="The label printer's, 203 without.")
@pass_session
def label_(
    session: Session,
    kind: str,
    what: tuple[str, ...],
    *,
    everything: bool,
    cartons: int | None,
    pdf: Path | None,
    zpl: Path | None,
    dpi: str | None,
) -> None:
    """Write labels of KIND: 100 × 50 mm, a carton's 100 × 150 mm.

    cross-dock and put-away take the ASN whose goods they go on, as they were sent by its scans;
    location takes codes of places, or --all; carton takes a shipment, whose GS1 logistic labels
    need settings gs1_company_prefix; commands takes nothing: the barcodes of all commands.
    """
    chosen = LabelKind(kind)
    target = zpl or pdf
    if target is None or (pdf and zpl):
        raise click.UsageError("Say --pdf FILE or --zpl FILE, one of them.")
    if dpi is not None and zpl is None:
        raise click.UsageError("--dpi goes with --zpl.")
    _check(chosen, what, everything=everything, cartons=cartons)
    labels = _labels(session, chosen, what, cartons)
    form = LabelForm.ZPL if zpl else LabelForm.PDF
    page = settings_of(session.desk).page_size
    writer = session.outfit.label_writer(form, page, int(dpi or 203))
    for warning in writer.write(labels, target):
        complain(warning)
    if session.json:
        content = [label_json(label) for label in labels]
        put_json({"kind": chosen, "file": str(target), "labels": content})
    else:
        put(say("written", file=target, labels=len(labels), kind=chosen))


def _check(
    kind: LabelKind, what: tuple[str, ...], *, everything: bool, cartons: int | None
) -> None:
    """Refuse what does not go together as wrong usage."""
    if everything and kind is not LabelKind.LOCATION:
        raise click.UsageError("--all goes with location.")
    if cartons is not None and kind is not LabelKind.CARTON:
        raise click.UsageError("--cartons goes with carton.")
    if kind is LabelKind.COMMANDS and what:
        raise click.UsageError("commands takes no name: all are written.")
    if kind is LabelKind.LOCATION and bool(what) == everything:
        raise click.UsageError("Say which locations, or --all without any.")
    if kind in NEEDS and len(what) != 1:
        raise click.UsageError(f"{kind} needs one name: {NEEDS[kind]}.")


def _labels(
    session: Session, kind: LabelKind, what: tuple[str, ...], cartons: int | None
) -> Sequence[Label]:
    if kind is LabelKind.COMMANDS:
        return commands_to_print()
    if kind is LabelKind.LOCATION:
        return location_labels(what, session.desk)
    if kind is LabelKind.CARTON:
        return carton_labels(what[0], cartons, session.desk)
    make = cross_dock_labels if kind is LabelKind.CROSS_DOCK else put_away_labels
    return make(what[0], session.desk)
