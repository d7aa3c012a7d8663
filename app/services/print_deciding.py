"""What a person says of papers in the queue, and which printers a station chooses."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from app.domain.errors import BadValueError, NotFoundError, RefusedError
from app.domain.printing import CHOICES, PrintEvent, PrintJob, PrintState, advanced, next_copy
from app.services.print_queue import put_state, queue_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.domain.printing import Queued
    from app.services.desk import Desk


class Decision(StrEnum):
    """A person's word on a paper."""

    SEEN = "seen"  # here it is
    NOT_SEEN = "not_seen"  # it is not here: print it again, marked as the next copy
    CANCEL = "cancel"  # nobody needs it any more


_EVENTS: Final = {
    Decision.SEEN: PrintEvent.SEEN,
    Decision.NOT_SEEN: PrintEvent.NOT_SEEN,
    Decision.CANCEL: PrintEvent.GIVEN_UP,
}


def find_paper(number: str, desk: Desk, *, copy: int | None = None, kind: str = "") -> Queued:
    """Return the open paper of that document number.

    Raises NotFoundError("no_such_paper") where none is in the queue, RefusedError("several_papers")
    where number, copy and kind together name more than one.
    """
    found = [
        paper
        for paper in queue_of(desk)
        if paper.job.number == number
        and (copy is None or paper.job.copy == copy)
        and (not kind or paper.kind == kind)
    ]
    if not found:
        raise NotFoundError("no_such_paper", number=number)
    if len(found) > 1:
        names = ", ".join(f"{paper.kind} {paper.job.copy}" for paper in found)
        raise RefusedError("several_papers", number=number, papers=names)
    return found[0]


def decide(document: int, copy: int, decision: Decision, desk: Desk) -> PrintJob:
    """Store a person's word on a paper; return what is to be known of it, or of its next copy.

    A paper that is not here is given up, and another is asked for: it says COPY n, with the next
    number that no paper of the document has had.  Raises NotFoundError("no_such_paper") for one
    that nobody asked for, RefusedError("print_state") where the word does not fit its state.
    """
    with desk.store.work(desk.stamp()) as work:
        paper = work.documents.paper(document, copy)
        if paper is None:
            raise NotFoundError("no_such_paper", number=document)
        job = advanced(paper.job, _EVENTS[decision])
        if decision is Decision.NOT_SEEN:
            gone = replace(paper, job=replace(paper.job, state=PrintState.CANCELLED))
            put_state(work, gone, decision)
            job = replace(job, copy=next_copy(work.documents.copies(document)))
        put_state(work, replace(paper, job=job, said=""), decision)
        work.commit()
    return job


def own_printers(desk: Desk) -> Mapping[str, str]:
    """Return this station's own choices by kind of paper, "" where the site's printer counts."""
    with desk.store.read(desk.stamp()) as work:
        mine = work.documents.printers(desk.station)
        return {kind: mine.get(kind, "") for kind in CHOICES}


def printers_of(desk: Desk) -> Mapping[str, str]:
    """Return where this station's papers go, by kind: its own choice, else the site's printer."""
    with desk.store.read(desk.stamp()) as work:
        mine = work.documents.printers(desk.station)
        return {kind: mine.get(kind, "") or work.settings.printer for kind in CHOICES}


def choose_printer(
    kind: str, printer: str, desk: Desk, check: Callable[[str], Any]
) -> Mapping[str, str]:
    """Let this station print a kind of paper elsewhere; "" goes back to the site's printer.

    ``check`` raises BadValueError for what names no printer.  Raises BadValueError("bad_paper") for
    an unknown kind.
    """
    if kind not in CHOICES:
        raise BadValueError("bad_paper", value=kind, known=", ".join(CHOICES))
    name = printer.strip()
    check(name)
    with desk.store.work(desk.stamp()) as work:
        fact = work.fact("printer", kind, {"printer": name})
        work.documents.choose_printer(fact, desk.station, kind, name)
        work.commit()
    return printers_of(desk)


def queue_json(papers: tuple[Queued, ...]) -> dict[str, Any]:
    """Return the queue as ``prints --json`` prints it."""
    return {"papers": [paper_json(paper) for paper in papers]}


def paper_json(paper: Queued) -> dict[str, Any]:
    """Return a paper as ``prints --json`` prints it; ``copy`` is 0 for the first paper, then 2."""
    return {
        "number": paper.job.number,
        "copy": paper.job.copy,
        "kind": paper.kind,
        "state": paper.job.state.value,
        "station": paper.station,
        "printer": paper.printer,
        "since": f"{paper.since:%Y-%m-%dT%H:%M:%SZ}",
        "job": paper.job.job,
        "said": paper.said,
    }
