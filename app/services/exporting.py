"""Exports facts, and the plan's pegs, as CSV that is safe to open in a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.errors import BadValueError
from app.domain.instants import print_instant
from app.exchange.csv_out import csv_text
from app.exchange.layouts import PRODUCTS
from app.exchange.substitutes import substitutes_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.domain.plan.plan import Plan
    from app.exchange.rows import ProductRow
    from app.services.desk import Desk

WHAT = ("orders", "products", "stock", "shipments", "pegs", "journal")
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
        if what == "products":
            return csv_text(PRODUCTS.columns, _products(work.imports.goods.products()))
        sheet = work.exports.sheet(what)
        if sheet is None:
            raise BadValueError("unknown_export", value=what)
        return csv_text(*sheet)


def _products(found: Mapping[str, ProductRow]) -> Iterator[Sequence[object]]:
    for sku in sorted(found):
        row = found[sku]
        said: dict[str, object] = row._asdict()
        said["backorderable"] = "yes" if row.backorderable else "no"
        said["substitutes"] = substitutes_text(row.substitutes, found.keys())
        yield tuple(said.values())


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
