"""What makes paper, and a slip's papers: the first, copies, a file, a preview."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.errors import NotFoundError
from app.domain.printing import (
    STAYS,
    Handing,
    Handover,
    PrintEvent,
    PrintJob,
    PrintState,
    advanced,
    answered,
    next_copy,
)
from app.services.print_queue import hand_over, paper_of
from app.services.slip_keeping import kept_slip
from app.services.slips import carton_code

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.domain.documents import PackingSlip
    from app.ports import DayWriter, OsdWriter, ScannerSheetWriter, SlipPrinter, SlipWriter
    from app.services.desk import Desk
    from app.services.print_queue import Printed
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
class _Kept:
    """A slip as it was said when its shipment closed, its number, and how it is to be drawn."""

    key: int
    code: str
    slip: PackingSlip
    page: str


@dataclass(frozen=True, slots=True)
class Written:
    """A slip in a file: which copy it is, and the writer's warnings."""

    copy: int
    warnings: tuple[str, ...] = ()


def print_first(number: str, desk: Desk, paperwork: Paperwork) -> Printed:
    """Print the slip of a shipment that was just closed, then its cartons' where that is wanted.

    Returns what came of the first that stays behind, else of its own; after one that the printer
    turned away none is handed over.  Nothing is printed a second time.  Raises NotFoundError before
    the shipment closed.
    """
    with desk.store.read(desk.stamp()) as work:
        key, *cartons = (key for key, _content in _slips(work, number))
        asked = [carton for carton in cartons if work.documents.copies(carton)]
    done = [hand_over(paper_of(key, 0, desk), desk, paperwork)]
    for carton in asked:
        if done[-1].drawn and done[-1].job.state is PrintState.TO_PRINT:
            break
        done.append(hand_over(paper_of(carton, 0, desk), desk, paperwork))
    return next((each for each in done if each.job.state in STAYS), done[0])


def ask_copy(number: str, desk: Desk) -> int:
    """Put one more paper of a slip into the queue, marked COPY n; return n.

    Raises NotFoundError before the shipment closed.
    """
    with desk.store.work(desk.stamp()) as work:
        key = _kept(work, number).key
        copy = next_copy(work.documents.copies(key))
        job = PrintJob(number, copy)
        fact = work.fact("print", number, {"copy": copy, "state": job.state})
        work.documents.print_state(fact, key, copy, job.state, "")
        work.commit()
    return copy


def write_copy(
    number: str, target: Path, desk: Desk, paperwork: Paperwork, carton: int | None = None
) -> Written:
    """Write one more print of a slip to a file: the same words, marked COPY n from the second on.

    ``carton`` names one of the shipment's, from 1; the only one's slip is the shipment's.  Raises
    NotFoundError before the shipment closed and for a carton that it has not, OSError where the
    file cannot be written.
    """
    with desk.store.work(desk.stamp()) as work:
        kept = _kept(work, number, carton)
        before = work.documents.copies(kept.key)
        copy = next_copy(before) if before else 0
        job = advanced(PrintJob(kept.code, copy), PrintEvent.HANDING_OVER)
        fact = work.fact("print", job.number, {"copy": copy})
        work.documents.print_state(fact, kept.key, copy, job.state, str(target))
        work.commit()
    answer = Handover(Handing.TURNED_AWAY)
    try:
        warnings = paperwork.writer(kept.page).write(replace(kept.slip, copy=copy), target)
        answer = Handover(Handing.DONE, job=target.name)
    finally:
        _note_file(desk, kept.key, answered(job, answer), target)
    return Written(copy, warnings)


def write_preview(number: str, target: Path, desk: Desk, paperwork: Paperwork) -> Path:
    """Write a shipment's slip as it was said, to be looked at: no print is counted."""
    with desk.store.read(desk.stamp()) as work:
        kept = _kept(work, number)
    paperwork.writer(kept.page).write(kept.slip, target)
    return target


def _kept(work: Work, number: str, carton: int | None = None) -> _Kept:
    slip, *parts = _slips(work, number)
    page, code = work.settings.page_size, number
    if carton is not None:
        cartons = kept_slip(work, slip[1]).cartons
        if not 1 <= carton <= cartons:
            raise NotFoundError("unknown_carton", number=number, value=carton, most=cartons)
        if len(parts) < cartons > 1:  # it closed before cartons had slips
            raise NotFoundError("no_carton_slips", number=number)
        slip = parts[carton - 1] if parts else slip
        code = carton_code(number, carton) if parts else number
    return _Kept(slip[0], code, kept_slip(work, slip[1]), page)


def _slips(work: Work, number: str) -> tuple[tuple[int, str], ...]:
    shipment = work.shipments.find(number)
    found = work.documents.slips_of(shipment.id) if shipment else ()
    if not found:
        raise NotFoundError("unknown_shipment", number=number)
    return found


def _note_file(desk: Desk, key: int, job: PrintJob, target: Path) -> None:
    """Note what became of a file; one that could not be written is given up: nobody prints it."""
    if job.state is PrintState.TO_PRINT:
        job = advanced(job, PrintEvent.GIVEN_UP)
    with desk.store.work(desk.stamp()) as work:
        fact = work.fact("print", job.number, {"copy": job.copy, "state": job.state})
        work.documents.print_state(fact, key, job.copy, job.state, str(target), job.job)
        work.commit()
