"""Printing a slip: drawn, handed over, and what is known of its paper kept as facts.

The fact ``handed_over`` is stored before the printer is called, so that a crash in between is
found as doubtful and never printed twice without a mark.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import NotFoundError
from app.domain.printing import (
    Handing,
    Handover,
    Paper,
    PrintEvent,
    PrintJob,
    advanced,
    answered,
    next_copy,
)
from app.services.slips import slip_from_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.documents import PackingSlip
    from app.ports import DayWriter, OsdWriter, ScannerSheetWriter, SlipPrinter, SlipWriter
    from app.services.desk import Desk
    from app.work import Work


@dataclass(frozen=True, slots=True)
class Paperwork:
    """What makes paper: writers of slips, days, receipts' sheets and test sheets, and printers.

    A writer is made for a page size (A4, Letter).

    The name "" means that none was chosen: a folder stands for the printer.
    """

    writer: Callable[[str], SlipWriter]
    printer: Callable[[str], SlipPrinter]
    day_writer: Callable[[str], DayWriter]
    osd_writer: Callable[[str], OsdWriter]
    scanner_writer: Callable[[str], ScannerSheetWriter]


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of one paper; ``said`` are the printer's own words, ``warnings`` the writer's."""

    job: PrintJob
    said: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kept:
    """A slip as it was said when its shipment closed, and how it is to be printed."""

    key: int
    slip: PackingSlip
    page: str
    printer: str


def print_first(number: str, desk: Desk, paperwork: Paperwork) -> Printed:
    """Print the slip of a shipment that was just closed, on the site's printer.

    Raises NotFoundError before the shipment closed, OSError and LookupError where the slip cannot
    be drawn; it is then still to print.
    """
    with desk.store.read(desk.stamp()) as work:
        kept = _kept(work, number)
    return _hand_over(kept, PrintJob(number), desk, paperwork)


def print_copy(number: str, desk: Desk, paperwork: Paperwork) -> Printed:
    """Print a slip once more on the site's printer, marked COPY n.  Errors as ``print_first``."""
    with desk.store.read(desk.stamp()) as work:
        kept = _kept(work, number)
        before = work.documents.copies(kept.key)
    copy = next_copy(before) if before else 0
    kept = replace(kept, slip=replace(kept.slip, copy=copy))
    return _hand_over(kept, PrintJob(number, copy), desk, paperwork)


def _hand_over(kept: _Kept, job: PrintJob, desk: Desk, paperwork: Paperwork) -> Printed:
    printer = paperwork.printer(kept.printer)
    with tempfile.TemporaryDirectory(prefix="dockhand-") as folder:
        pdf = Path(folder) / "slip.pdf"
        warnings = paperwork.writer(kept.page).write(kept.slip, pdf)
        job = advanced(job, PrintEvent.HANDING_OVER)
        _note(desk, kept, job, printer.name)
        handover = printer.hand_over(Paper(kept.slip.shipment, job.copy, pdf))
    job = answered(job, handover)
    _note(desk, kept, job, printer.name, handover.said or handover.job)
    return Printed(job, handover.said, warnings)


def write_copy(number: str, target: Path, desk: Desk, paperwork: Paperwork) -> Printed:
    """Write one more print of a slip to a file: the same words, marked COPY n from the second on.

    Raises NotFoundError before the shipment closed, OSError where the file cannot be written.
    """
    with desk.store.work(desk.stamp()) as work:
        kept = _kept(work, number)
        before = work.documents.copies(kept.key)
        copy = next_copy(before) if before else 0
        job = advanced(PrintJob(number, copy), PrintEvent.HANDING_OVER)
        fact = work.fact("print", number, {"copy": copy})
        work.documents.print_state(fact, kept.key, copy, job.state, str(target))
        work.commit()
    answer = Handover(Handing.TURNED_AWAY)
    warnings: tuple[str, ...] = ()
    try:
        warnings = paperwork.writer(kept.page).write(replace(kept.slip, copy=copy), target)
        answer = Handover(Handing.DONE, job=target.name)
    finally:
        job = answered(job, answer)
        _note(desk, kept, job, str(target), answer.job)
    return Printed(job, "", warnings)


def write_preview(number: str, target: Path, desk: Desk, paperwork: Paperwork) -> Path:
    """Write a shipment's slip as it was said, to be looked at: no print is counted."""
    with desk.store.read(desk.stamp()) as work:
        kept = _kept(work, number)
    paperwork.writer(kept.page).write(kept.slip, target)
    return target


def _kept(work: Work, number: str) -> _Kept:
    shipment = work.shipments.find(number)
    found = work.documents.of_shipment(shipment.id) if shipment else None
    if found is None:
        raise NotFoundError("unknown_shipment", number=number)
    settings = work.settings
    return _Kept(found[0], slip_from_json(found[1]), settings.page_size, settings.printer)


def _note(desk: Desk, kept: _Kept, job: PrintJob, target: str, detail: str = "") -> None:
    with desk.store.work(desk.stamp()) as work:
        fact = work.fact("print", job.number, {"copy": job.copy, "state": job.state})
        work.documents.print_state(fact, kept.key, job.copy, job.state, target, detail)
        work.commit()
