"""``shipment``: how a shipment stands, opened again, or handed over to its carrier."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from app.commands.kinds import Said
from app.commands.output import put_json, put_table
from app.commands.session import Session, pass_session
from app.services.reopening import hand_over, reopen_shipment, shipment_told
from app.texts.packing import shipment_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

HEADS = ("carton", "sscc", "units", "grams", "tracking")


@click.command("shipment")
@click.argument("shipment", type=Said())
@click.option("--reopen", is_flag=True, help="Open it again: its slip is void. Not once it left.")
@click.option("--handed-over", is_flag=True, help="Its carrier has it: nothing reopens it now.")
@pass_session
def shipment_(session: Session, shipment: str, *, reopen: bool, handed_over: bool) -> None:
    """Show the cartons of SHIPMENT, open it again, or say that it was handed over."""
    if reopen and handed_over:
        raise click.UsageError("One of --reopen and --handed-over at a time.")
    act = hand_over if handed_over else shipment_told
    told = (reopen_shipment if reopen else act)(shipment, session.desk)
    if session.json:
        put_json(told)
    else:
        _put(told)


def _put(told: Mapping[str, Any]) -> None:
    rows = [
        [row["carton"], row["sscc"], row["units"], row["weight_g"], row["tracking"]]
        for row in told["cartons"]
    ]
    put_table(shipment_words(told), HEADS, rows)
