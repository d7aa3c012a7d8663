"""Handing a sheet to the site's printer: that it was handed over is a fact before it is tried."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import RefusedError
from app.domain.printing import Handing, Paper, PrintEvent, PrintJob, advanced, answered
from app.services.setting import settings_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.desk import Desk
    from app.services.printing import Paperwork


def print_sheet(
    code: str,
    kind: str,
    write: Callable[[Path], object],
    desk: Desk,
    paperwork: Paperwork,
    name: str = "",
) -> str:
    """Print what ``write`` draws into a file, and return the printer's name.

    ``code`` names the paper and the fact, ``kind`` what it is; ``name`` is the printer, "" for the
    site's.  Raises RefusedError("not_printed")
    where the printer turns it away, or does not answer; OSError and LookupError where it cannot be
    drawn.
    """
    printer = paperwork.printer(name or settings_of(desk).printer)
    with tempfile.TemporaryDirectory(prefix="dockhand-") as folder:
        pdf = Path(folder) / f"{kind}.pdf"
        write(pdf)
        job = advanced(PrintJob(code), PrintEvent.HANDING_OVER)
        _note(desk, kind, job)
        handover = printer.hand_over(Paper(code, 0, pdf, kind))
    _note(desk, kind, answered(job, handover))
    if handover.answer in (Handing.TURNED_AWAY, Handing.NO_ANSWER):
        raise RefusedError("not_printed", printer=printer.name, said=handover.said)
    return printer.name


def _note(desk: Desk, kind: str, job: PrintJob) -> None:
    with desk.store.work(desk.stamp()) as work:
        work.fact("print", job.number, {"sheet": kind, "state": job.state})
        work.commit()
