"""What is shown of printers and papers in Setup, in the status bar and at Pack.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.printing import PrintState
from app.texts import screen
from app.texts.printers import STATES, paper_name
from ui.models.action import Action, Ask
from ui.models.pack import PrintQueue
from ui.models.printers import PaperAct, PaperRow, PrinterRow, PrintersScene
from ui.models.status import Health

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import tzinfo

    from app.domain.printing import Queued

RETRY = "retry"
_HERE = PaperAct("seen", screen("print_here"), "check_circle", primary=True)
_AGAIN = PaperAct("not_seen", screen("print_not_here"), "print")
_LEAVE = PaperAct("cancel", screen("print_leave"), "cancel")
_ACTS = {
    PrintState.TO_PRINT: (PaperAct(RETRY, screen("print_now"), "print"), _LEAVE),
    PrintState.HANDED_OVER: (_HERE, _AGAIN),
    PrintState.DOUBTFUL: (_HERE, _AGAIN, _LEAVE),
}


def printers_scene(
    chosen: Mapping[str, str],
    site: str,
    found: Sequence[str],
    queue: Sequence[Queued],
    zone: tzinfo,
) -> PrintersScene:
    """Show the station's own choices over the site's printer, and all papers that wait."""
    by_site = screen("print_site", printer=site) if site else screen("print_site_folder")
    rows = tuple(
        PrinterRow(kind, screen(f"print_{kind}"), name, screen("print_own") if name else by_site)
        for kind, name in chosen.items()
    )
    papers = tuple(_row(paper, zone) for paper in queue)
    note = screen("print_note", papers=len(papers)) if papers else ""
    return PrintersScene(rows, tuple(found), papers, note, screen("print_none"))


def _row(paper: Queued, zone: tzinfo) -> PaperRow:
    state = paper.job.state
    about = screen(
        "print_about",
        state=STATES[state],
        station=paper.station,
        printer=paper.printer or screen("print_documents"),
        time=f"{paper.since.astimezone(zone):%H:%M}",
    )
    mark = "bad" if state is PrintState.DOUBTFUL else "warn" if _is_stuck(paper) else "idle"
    said = paper.said if _is_stuck(paper) or state is not PrintState.TO_PRINT else ""
    acts = _ACTS[state]
    return PaperRow(paper.document, paper.job.copy, paper_name(paper), about, said, mark, acts)


def _is_stuck(paper: Queued) -> bool:
    """Tell whether a paper still to print was turned away: only then are there words about it."""
    return paper.job.state is PrintState.TO_PRINT and bool(paper.said)


def troubled(queue: Sequence[Queued], station: str) -> list[Queued]:
    """Return a station's papers that a person should know of: turned away, or doubtful."""
    return [
        paper
        for paper in queue
        if paper.station == station and (_is_stuck(paper) or paper.job.state is PrintState.DOUBTFUL)
    ]


def printer_state(queue: Sequence[Queued], station: str) -> tuple[str, Health]:
    """Say in the status bar how many papers wait, or are in doubt; "" where none is."""
    bad = troubled(queue, station)
    doubtful = sum(paper.job.state is PrintState.DOUBTFUL for paper in bad)
    if doubtful:
        return screen("papers_doubt", papers=doubtful), Health.BAD
    waiting = sum(paper.station == station for paper in queue)
    text = screen("papers_wait", papers=waiting) if waiting else ""
    return text, Health.CATCH if bad else Health.OK


def pack_queue(queue: Sequence[Queued], station: str) -> PrintQueue | None:
    """Show at Pack what the printer does not print, None where nothing is wrong."""
    bad = troubled(queue, station)
    if not bad:
        return None
    text, _health = printer_state(queue, station)
    doubtful = [paper for paper in bad if paper.job.state is PrintState.DOUBTFUL]
    first = (doubtful or bad)[0]
    about = first.said or screen("papers_look" if doubtful else "papers_retries")
    row = f"{first.job.number}: {about}"
    remedy = Action(Ask.PRINTERS, screen("papers_open"), "print")
    state = "bad" if doubtful else "warn"
    return PrintQueue(text, "", state, "print_error", (row,), remedy)
