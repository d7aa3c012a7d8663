"""Sheets and the queue: drawn once, kept as drawn, and printed like every other paper."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import RefusedError
from app.domain.printing import STAYS
from app.services.print_queue import ask_paper, hand_over

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.desk import Desk
    from app.services.printing import Paperwork


def print_sheet(
    code: str,
    kind: str,
    write: Callable[[Path], object],
    desk: Desk,
    paperwork: Paperwork | None,
) -> str:
    """Queue what ``write`` draws into a file, hand it over, and return the printer's name.

    ``code`` names the paper and the fact, ``kind`` what it is.  Without paperwork it is left to
    whoever works off the queue, and "" is returned.  Raises RefusedError("not_printed") where the
    printer turns it away, or does not answer: it stays in the queue; OSError and LookupError where
    it cannot be drawn: nothing is asked for.
    """
    with tempfile.TemporaryDirectory(prefix="dockhand-") as folder:
        pdf = Path(folder) / f"{kind}.pdf"
        write(pdf)
        sheet = ask_paper(kind, code, pdf.read_bytes(), desk)
    if paperwork is None:
        return ""
    printed = hand_over(sheet, desk, paperwork)
    if printed.job.state in STAYS:
        raise RefusedError("not_printed", printer=printed.printer, said=printed.said)
    return printed.printer
