"""Exports facts, and the plan's pegs, as CSV that is safe to open in a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.errors import BadValueError
from app.domain.instants import print_instant
from app.exchange.csv_out import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.domain.plan.plan import Plan
    from app.services.desk import Desk

WHAT = ("orders", "stock", "shipments", "pegs", "journal")
PEGS = (
    "order",
    "line",
    "sku",
    "quantity",
    "source",
    "asn",
    "asn_line",
    "available_at",
    "ships_at",
    "cross_dock",
)


def export_csv(what: str, desk: Desk) -> str:
    """Return one of WHAT as CSV text; BadValueError for anything else."""
    with desk.store.read(desk.stamp()) as work:
        if what == "pegs":
            return csv_text(PEGS, _pegs(desk.planner.current(work)))
        sheet = work.exports.sheet(what)
        if sheet is None:
            raise BadValueError("unknown_export", value=what)
        return csv_text(*sheet)


def _pegs(plan: Plan) -> Iterator[Sequence[object]]:
    for peg in plan.pegs():
        yield (
            peg.order,
            peg.line,
            peg.sku,
            peg.quantity,
            peg.source,
            peg.asn,
            peg.asn_line,
            print_instant(peg.available_at),
            print_instant(peg.ships_at),
            "yes" if peg.cross_dock else "no",
        )
