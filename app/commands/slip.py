"""``slip``: the packing slip of a closed shipment again, marked as a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from app.commands.kinds import NewFile, Said
from app.commands.output import complain, put, put_json
from app.commands.session import Session, pass_session
from app.services.printing import write_copy

if TYPE_CHECKING:
    from pathlib import Path


@click.command("slip")
@click.argument("shipment", type=Said())
@click.option("-o", "--output", required=True, type=NewFile(), help="The PDF to write.")
@click.option("--carton", type=int, help="The slip of the shipment's Nth carton, from 1.")
@pass_session
def slip_(session: Session, shipment: str, output: Path, carton: int | None) -> None:
    """Write the packing slip of SHIPMENT, or of one of its cartons, as a PDF once more."""
    written = write_copy(shipment, output, session.desk, session.outfit.paperwork, carton)
    for warning in written.warnings:
        complain(warning)
    if session.json:
        told = {"shipment": shipment, "file": str(output), "copy": written.copy}
        put_json(told if carton is None else {**told, "carton": carton})
    else:
        of = shipment if carton is None else f"{shipment}, carton {carton}"
        put(f"{output}: slip {of}, copy {written.copy}")
