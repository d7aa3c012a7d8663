"""The queue of papers: handed over one by one, and what becomes of each kept as facts.

The fact ``handed_over`` is stored before the printer is called, so that a crash in between is
found as doubtful and never printed twice without a mark.
"""

from __future__ import annotations

import tempfile
from base64 import b64decode, b64encode
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app import texts
from app.domain.errors import BadValueError, FloorError
from app.domain.printing import (
    Handing,
    Handover,
    Paper,
    PrintEvent,
    PrintJob,
    PrintState,
    Queued,
    advanced,
    answered,
    choice_of,
    may_follow,
)
from app.services.slip_keeping import kept_slip
from app.services.slips import CARTON_SLIP, PACKING_SLIP, SLIPS

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.ports import SlipPrinter
    from app.services.desk import Desk
    from app.services.printing import Paperwork
    from app.work import Work

LABEL: Final = "label"  # ZPL
LABEL_SHEET: Final = "label_sheet"  # the same as PDF
_FILE_KINDS: Final = {PACKING_SLIP: "slip", CARTON_SLIP: "slip", LABEL_SHEET: LABEL}
_UNTOLD: Final = Handover(Handing.TAKEN)


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of one paper; ``said`` are the printer's own words, ``warnings`` the writer's.

    ``printer`` is its name as people know it; ``drawn`` is False where it did not come to that.
    ``rests`` is what should rest where the paper stays: its printer, or the paper itself.
    """

    job: PrintJob
    said: str = ""
    warnings: tuple[str, ...] = ()
    printer: str = ""
    drawn: bool = True
    rests: str = ""


def ask_paper(kind: str, number: str, content: bytes, desk: Desk) -> Queued:
    """Keep a file that was drawn, put its paper into the station's queue, and return that.

    A label is ZPL, every other kind PDF.
    """
    with desk.store.work(desk.stamp()) as work:
        job = PrintJob(number)
        fact = work.fact("print", number, {"sheet": kind, "state": job.state})
        key = work.documents.add(fact, kind, number, None, b64encode(content).decode())
        work.documents.print_state(fact, key, 0, job.state, "")
        work.commit()
    return paper_of(key, 0, desk)


def paper_of(document: int, copy: int, desk: Desk) -> Queued:
    """Return a paper that was asked for, whatever its state."""
    with desk.store.read(desk.stamp()) as work:
        return _now(work, document, copy)


def queue_of(desk: Desk) -> tuple[Queued, ...]:
    """Return the site's papers that are not done with, each with the printer it goes to now."""
    with desk.store.read(desk.stamp()) as work:
        return tuple(
            replace(paper, printer=_printer_name(work, paper))
            if paper.job.state is PrintState.TO_PRINT
            else paper
            for paper in work.documents.queue()
        )


def printer_for(kind: str, desk: Desk) -> str:
    """Return the name of the station's printer for a kind of document, "" where none was chosen."""
    with desk.store.read(desk.stamp()) as work:
        return _chosen(work, desk.station, kind)


def hand_over(paper: Queued, desk: Desk, paperwork: Paperwork) -> Printed:
    """Draw a paper and hand it to the printer of its station, unless somebody has done so.

    Where it cannot be drawn or the printer's name is a bad one it stays to print, and is told why.
    """
    with tempfile.TemporaryDirectory(prefix="dockhand-") as folder:
        try:
            printer, file, warnings = _make_ready(paper, Path(folder), desk, paperwork)
        except OSError as error:  # its words without the file: that is another one each time
            return _stays(paper, error.strerror or str(error), desk)
        except LookupError as error:
            return _stays(paper, str(error), desk)
        except BadValueError as error:
            return _stays(paper, texts.sentence(error.code, **error.data), desk)
        mine = _mark(paper, printer.name, desk)
        if mine is None:
            now = paper_of(paper.document, paper.job.copy, desk)
            return Printed(now.job, now.said, warnings, now.printer)
        job = mine.job
        kind = _FILE_KINDS.get(paper.kind, paper.kind)
        told = printer.hand_over(Paper(job.number, job.copy, file, kind))
    done = _answer(mine, told, desk)
    return Printed(done.job, told.said, warnings, printer.name)


def print_waiting(
    desk: Desk, paperwork: Paperwork, resting: Collection[str] = ()
) -> tuple[Printed, ...]:
    """Hand over the papers of the desk's station, as they were asked for; return what came of them.

    A printer that does not take one, or is among those ``resting``, is handed no other.  A paper
    that cannot be drawn keeps none waiting, and rests alone.
    """
    done: list[Printed] = []
    rests = set(resting)
    for paper in queue_of(desk):
        if paper.station != desk.station or paper.job.state is not PrintState.TO_PRINT:
            continue
        mine = f"#{paper.document}.{paper.job.copy}"
        if rests & {paper.printer, mine}:
            continue
        printed = _handed_over(paper, desk, paperwork)
        done.append(replace(printed, rests=paper.printer if printed.drawn else mine))
        if printed.drawn and printed.job.state is PrintState.TO_PRINT:
            rests.add(paper.printer)
    return tuple(done)


def _handed_over(paper: Queued, desk: Desk, paperwork: Paperwork) -> Printed:
    try:
        return hand_over(paper, desk, paperwork)
    except FloorError:
        raise
    except Exception as error:  # the print runner: one paper's bug must not end the others
        said = f"{type(error).__name__}: {error}"
        now = paper_of(paper.document, paper.job.copy, desk)
        if now.job.state is not PrintState.HANDED_OVER:
            return _stays(now, said, desk)
        _follow(now, PrintEvent.NO_ANSWER, desk, said)
        return Printed(advanced(now.job, PrintEvent.NO_ANSWER), said, printer=now.printer)


def after_restart(desk: Desk) -> int:
    """Put in doubt what this station had handed over when it ended; return how many papers.

    What has a job at the spooler is not among them: the spooler is asked.
    """
    count = 0
    for paper in queue_of(desk):
        mine = paper.station == desk.station and not paper.job.job
        if mine and paper.job.state is PrintState.HANDED_OVER:
            count += _follow(paper, PrintEvent.RESTARTED, desk)
    return count


def look_after(desk: Desk, paperwork: Paperwork) -> int:
    """Ask the printers what became of the station's jobs; return how many papers changed.

    Of two papers with one job number the older's is gone: a spooler that was killed counts anew.
    """
    papers = [paper for paper in queue_of(desk) if paper.station == desk.station and paper.job.job]
    newest = {(paper.printer, paper.job.job): paper for paper in papers}
    changed = 0
    for paper in papers:
        told = Handover(Handing.NO_ANSWER, paper.job.job, paper.said)
        if newest[paper.printer, paper.job.job] is paper:
            told = _became(paper, paperwork)
        if told.answer is Handing.DONE:
            changed += _follow(paper, PrintEvent.PRINTED, desk, told.said)
        elif told.answer is Handing.NO_ANSWER and paper.job.state is PrintState.HANDED_OVER:
            changed += _follow(paper, PrintEvent.NO_ANSWER, desk, told.said)
        elif told.answer is Handing.TAKEN and told.said and told.said != paper.said:
            changed += _follow(paper, None, desk, told.said)
    return changed


def put_state(work: Work, paper: Queued, event: str = "") -> None:
    """Append what is known of a paper now; ``event`` says why where a person did it."""
    job = paper.job
    data = {"copy": job.copy, "state": job.state} | ({"event": event} if event else {})
    fact = work.fact("print", job.number, data)
    where = {"station": paper.station, "job": job.job}
    key, said = paper.document, paper.said or job.job
    work.documents.print_state(fact, key, job.copy, job.state, paper.printer, said, **where)


def _printer_name(work: Work, paper: Queued) -> str:
    return _chosen(work, paper.station, paper.kind)


def _chosen(work: Work, station: str, kind: str) -> str:
    own = work.documents.printers(station).get(choice_of(kind), "")
    return own or work.settings.printer


def _now(work: Work, document: int, copy: int) -> Queued:
    found = work.documents.paper(document, copy)
    if found is None:
        raise KeyError(document, copy)
    return found


def _make_ready(
    paper: Queued, folder: Path, desk: Desk, paperwork: Paperwork
) -> tuple[SlipPrinter, Path, tuple[str, ...]]:
    with desk.store.read(desk.stamp()) as work:
        content = work.documents.content(paper.document)
        page, name = work.settings.page_size, _printer_name(work, paper)
        slip = kept_slip(work, content) if paper.kind in SLIPS else None
    printer = paperwork.printer(name)
    file = folder / ("paper.zpl" if paper.kind == LABEL else "paper.pdf")
    if slip is None:
        file.write_bytes(b64decode(content))
        return printer, file, ()
    slip = replace(slip, copy=paper.job.copy)
    return printer, file, paperwork.writer(page).write(slip, file)


def _mark(paper: Queued, printer: str, desk: Desk) -> Queued | None:
    """Store that the paper is handed over from now on; None where it is no more to print."""
    with desk.store.work(desk.stamp()) as work:
        now = _now(work, paper.document, paper.job.copy)
        if now.job.state is not PrintState.TO_PRINT:
            return None
        job = advanced(now.job, PrintEvent.HANDING_OVER)
        marked = replace(now, job=job, printer=printer, said="")
        put_state(work, marked)
        work.commit()
    return marked


def _answer(paper: Queued, told: Handover, desk: Desk) -> Queued:
    """Store the printer's answer, unless a person has decided meanwhile."""
    with desk.store.work(desk.stamp()) as work:
        now = _now(work, paper.document, paper.job.copy)
        if now.job.state not in (PrintState.HANDED_OVER, PrintState.DOUBTFUL):
            return now
        now = replace(now, job=answered(now.job, told), said=told.said)
        put_state(work, now)
        work.commit()
    return now


def _follow(paper: Queued, event: PrintEvent | None, desk: Desk, said: str = "") -> bool:
    """Store what became of a paper, or new words about it; False where it has moved on."""
    with desk.store.work(desk.stamp()) as work:
        now = _now(work, paper.document, paper.job.copy)
        if now.job != paper.job or not (event is None or may_follow(now.job.state, event)):
            return False
        job = now.job if event is None else advanced(now.job, event)
        put_state(work, replace(now, job=job, said=said or now.said))
        work.commit()
    return True


def _became(paper: Queued, paperwork: Paperwork) -> Handover:
    try:
        return paperwork.printer(paper.printer).became(paper.job.job)
    except BadValueError:  # a file, or a name of another version
        return _UNTOLD


def _stays(paper: Queued, why: str, desk: Desk) -> Printed:
    """Tell why a paper stays to print; the words are stored once."""
    if why != paper.said:
        _follow(paper, None, desk, why)
    return Printed(paper.job, why, printer=paper.printer, drawn=False)
