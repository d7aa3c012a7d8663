"""Writes the rows that were left out as CSV, to be mended and imported again."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from app.exchange.reasons import reason

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.exchange.csv_files import Table
    from app.exchange.findings import Finding

REASON = "reason"


def rejected_name(name: str) -> str:
    """Return the name of the file that takes a file's rejected rows: ``orders.rejected.csv``."""
    return f"{name.rpartition('.')[0] or name}.rejected.csv"


def rejected_text(table: Table, left_out: Iterable[Finding]) -> str:
    """Return the rows that findings name, as they stood, under the same header with a reason.

    "" where nothing was left out.  A row with several findings has their reasons together; the
    reasons of an earlier time are replaced.
    """
    reasons: dict[int, list[str]] = {}
    for finding in left_out:
        where = f"{finding.column}: " if finding.column else ""
        reasons.setdefault(finding.line, []).append(f"{where}{reason(finding)}")
    if not reasons:
        return ""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    header = table.header[:-1] if table.header[-1] == REASON else table.header
    width = len(header)
    writer.writerow([*header, REASON])
    for line, fields in table.raw_rows():
        if line in reasons:
            cells = (fields + [""] * width)[:width]
            writer.writerow([*cells, "; ".join(reasons[line])])
    return out.getvalue()
