"""Importing the program's own CSV files: all of them in one transaction, or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.domain.goods import Kind
from app.exchange import goods, inbound, layouts, orders, places
from app.exchange.csv_files import UnreadableError, open_table
from app.exchange.findings import Finding
from app.exchange.known import Known
from app.exchange.reading import Documents, Source
from app.exchange.rejects import rejected_text
from app.exchange.report import FileReport, ImportReport
from app.services.calm import no_cycle_collection
from app.services.import_goods import write_barcodes, write_locations, write_products
from app.services.import_inbound import write_inbound
from app.services.import_orders import write_orders
from app.services.import_stock import write_stock
from app.services.import_turn import Turn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.domain.stamp import Stamp
    from app.work import Store, Work

NEEDED_PLACES = ((Kind.DOCK, "DOCK"), (Kind.STAGING, "LANE"), (Kind.PACKING, "PACK"))


@dataclass(frozen=True, slots=True)
class Way:
    """How one format goes in: read to values, then written."""

    read: Callable[[Source], Any]
    write: Callable[[Turn, Any], None]


WAYS: Mapping[str, Way] = {
    layouts.LOCATIONS.name: Way(places.read_locations, write_locations),
    layouts.PRODUCTS.name: Way(goods.read_products, write_products),
    layouts.BARCODES.name: Way(goods.read_barcodes, write_barcodes),
    layouts.STOCK.name: Way(places.read_stock, write_stock),
    layouts.INBOUND.name: Way(inbound.read_inbound, write_inbound),
    layouts.ORDERS.name: Way(orders.read_orders, write_orders),
}


def import_files(
    files: Sequence[tuple[str, bytes]],
    store: Store,
    stamp: Stamp,
    *,
    skip_bad: bool = False,
    dry_run: bool = False,
    before_commit: Callable[[ImportReport], None] | None = None,
) -> ImportReport:
    """Import files (name without folder, content) in one transaction; return what came of it.

    One bad row refuses all of it, unless ``skip_bad`` leaves bad rows out (orders and ASNs whole).
    ``dry_run`` does the same and keeps nothing.  ``before_commit`` is handed the report when all is
    written and about to be kept; what it raises keeps nothing of the import.
    """
    with no_cycle_collection(), store.work(stamp) as work:
        report = _Import(work, skip_bad=skip_bad).run(files)
        report.dry_run = dry_run
        if not (report.refused or dry_run):
            if before_commit is not None:
                before_commit(report)
            work.commit()
    return report


class _Import:
    """One import in an open transaction."""

    def __init__(self, work: Work, *, skip_bad: bool) -> None:
        self._work = work
        self._skip_bad = skip_bad
        self._known = _known(work)
        self._report = ImportReport()

    def run(self, files: Sequence[tuple[str, bytes]]) -> ImportReport:
        """Read every file, then write what they say, in the order in which references resolve."""
        report = self._report
        report.other_files = tuple(name for name, _ in files if layouts.layout_of(name) is None)
        read = [
            self._read(layout, name, content)
            for layout in layouts.IN_ORDER
            for name, content in files
            if layouts.layout_of(name) is layout
        ]
        good = [pair for pair in read if pair is not None]
        if not report.refused:
            for turn, found in good:
                WAYS[turn.table.layout.name].write(turn, found)
                self._settle(turn, found)
        if report.refused:
            for file in report.files:
                file.created = file.updated = file.unchanged = 0
                file.freed = []
        elif good:
            self._make_places()
        return report

    def _read(self, layout: layouts.Layout, name: str, content: bytes) -> tuple[Turn, Any] | None:
        file = FileReport(name)
        self._report.files.append(file)
        try:
            table = open_table(layout, content)
            file.unknown_columns = table.unknown
            source = Source(table, self._known, self._work.settings.zone, self._skip_bad)
            found = WAYS[layout.name].read(source)
        except UnreadableError as error:
            file.rejected.append(Finding(error.line, error.column, error.code, error.data))
            self._report.refused = True
            return None
        file.rows, file.rejected, file.warnings = found.count, found.bad, found.warnings
        file.warnings.extend(Finding(line, "", "surplus") for line in table.surplus)
        self._report.refused |= bool(found.bad) and not self._skip_bad
        return Turn(self._work, table, file), found

    def _settle(self, turn: Turn, found: Any) -> None:
        """Complete a file's fact and report once its rows are written."""
        file = turn.report
        file.rejected = sorted([*file.rejected, *turn.late], key=lambda finding: finding.line)
        if file.rejected and not self._skip_bad:
            self._report.refused = True
            return
        if file.rejected:
            out = [*file.rejected, *turn.left_out, *_with_their_document(found, file.rejected)]
            file.left_out = len({finding.line for finding in out})
            file.rejected_text = rejected_text(turn.table, out)
        turn.close()

    def _make_places(self) -> None:
        """Give the site the dock, lane and packing place that it lacks."""
        lacking = [
            (kind, code) for kind, code in NEEDED_PLACES if not self._work.places.of_kind(kind)
        ]
        if not lacking:
            return
        fact = self._work.fact("import", "locations")
        for kind, code in lacking:
            free = _free_code(code, self._known)
            self._work.places.add(fact, free, kind)
            self._known.add_location(free, kind)
            self._report.made += (free,)


def _known(work: Work) -> Known:
    known = Known()
    for row in work.imports.places.all().values():
        known.add_location(row.location, row.kind)
    for sku in work.imports.goods.skus():
        known.add_sku(sku)
    barcodes = work.imports.goods.barcodes()
    known.barcodes = {key: row.sku for key, row in barcodes.items()}
    return known


def _with_their_document(found: Any, rejected: Sequence[Finding]) -> list[Finding]:
    """Return the good rows of bad documents: they are left out with them."""
    if not isinstance(found, Documents):
        return []
    bad = {finding.line for finding in rejected}
    return [
        Finding(row.source, "", "left_out", {"value": number})
        for number, document in found.by_number.items()
        if document.bad
        for row in document.lines
        if row.source not in bad
    ]


def _free_code(code: str, known: Known) -> str:
    number = 1
    while True:
        name = f"{code}-{number}"
        if name not in known.kinds and name not in known.barcodes and name not in known.sku_keys:
            return name
        number += 1
