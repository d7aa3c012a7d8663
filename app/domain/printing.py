"""What is known of a paper on its way to a printer.  Pure: no clock, no I/O.

"Accepted by the spooler" is not "printed": a spooler that is killed forgets a job that it has
accepted, whether or not its paper came out.  So the floor keeps its own states:

    to_print -> handed_over -> confirmed | doubtful

The fact ``handed_over`` is stored *before* the printer is called, so that a crash in the middle is
found as doubtful and never as "not printed yet", which would print twice without a mark.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from app.domain.errors import RefusedError

if TYPE_CHECKING:
    from pathlib import Path


class PrintState(StrEnum):
    """Where one paper is; ``CONFIRMED`` is the last state, ``DOUBTFUL`` waits for a person."""

    TO_PRINT = "to_print"
    HANDED_OVER = "handed_over"
    CONFIRMED = "confirmed"
    DOUBTFUL = "doubtful"


class PrintEvent(StrEnum):
    """What happened to a paper."""

    HANDING_OVER = "handing_over"  # about to call the printer
    TURNED_AWAY = "turned_away"  # the printer did not take it: certainly no paper
    NO_ANSWER = "no_answer"  # cut off in the middle: perhaps a paper
    PRINTED = "printed"  # the printer says that the paper is out
    RESTARTED = "restarted"  # the program began again
    SEEN = "seen"  # a person holds the paper
    NOT_SEEN = "not_seen"  # a person looked and found none


class Handing(StrEnum):
    """A printer's answer to a paper handed to it."""

    TAKEN = "taken"  # accepted; not yet known to be printed
    DONE = "done"  # taken, and nothing can go wrong any more (a file, safe on disk)
    TURNED_AWAY = "turned_away"
    NO_ANSWER = "no_answer"


@dataclass(frozen=True, slots=True)
class Handover:
    """The answer, the spooler's job id ("" where there is none) and the printer's own words."""

    answer: Handing
    job: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """One PDF to be printed once: the document's number, which copy, and the file itself.

    ``kind`` is a slip, a day at the dock, or a receipt's sheet; a file's name begins with it.
    """

    number: str
    copy: int
    pdf: Path
    kind: str = "slip"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What is known of one paper; ``copy`` is 0 for the first, then 2, 3 and so on."""

    number: str
    copy: int = 0
    state: PrintState = PrintState.TO_PRINT
    job: str = ""


_STEPS: Final = {
    (PrintState.TO_PRINT, PrintEvent.HANDING_OVER): PrintState.HANDED_OVER,
    (PrintState.TO_PRINT, PrintEvent.RESTARTED): PrintState.TO_PRINT,
    (PrintState.HANDED_OVER, PrintEvent.TURNED_AWAY): PrintState.TO_PRINT,
    (PrintState.HANDED_OVER, PrintEvent.NO_ANSWER): PrintState.DOUBTFUL,
    (PrintState.HANDED_OVER, PrintEvent.RESTARTED): PrintState.DOUBTFUL,
    (PrintState.HANDED_OVER, PrintEvent.PRINTED): PrintState.CONFIRMED,
    (PrintState.HANDED_OVER, PrintEvent.SEEN): PrintState.CONFIRMED,
    (PrintState.HANDED_OVER, PrintEvent.NOT_SEEN): PrintState.TO_PRINT,
    (PrintState.DOUBTFUL, PrintEvent.RESTARTED): PrintState.DOUBTFUL,
    (PrintState.DOUBTFUL, PrintEvent.SEEN): PrintState.CONFIRMED,
    (PrintState.DOUBTFUL, PrintEvent.NOT_SEEN): PrintState.TO_PRINT,
    (PrintState.CONFIRMED, PrintEvent.RESTARTED): PrintState.CONFIRMED,
}
_ANSWERS: Final = {
    Handing.TURNED_AWAY: PrintEvent.TURNED_AWAY,
    Handing.NO_ANSWER: PrintEvent.NO_ANSWER,
    Handing.DONE: PrintEvent.PRINTED,
}


def after(state: PrintState, event: PrintEvent) -> PrintState:
    """Return the state that follows.

    Raises RefusedError ``print_state`` (``state``, ``event``) where the event cannot happen there,
    for example SEEN before anything was handed over.
    """
    step = _STEPS.get((state, event))
    if step is None:
        raise RefusedError("print_state", state=state.value, event=event.value)
    return step


def advanced(job: PrintJob, event: PrintEvent) -> PrintJob:
    """Return the job after the event.

    A paper that nobody could find may still lie somewhere, so when NOT_SEEN sends it round again
    it carries the next copy mark.  One that the printer turned away keeps its mark.
    """
    state = after(job.state, event)
    copy = next_copy(job.copy) if event is PrintEvent.NOT_SEEN else job.copy
    return replace(job, state=state, copy=copy, job="" if state is PrintState.TO_PRINT else job.job)


def answered(job: PrintJob, handover: Handover) -> PrintJob:
    """Return the handed-over job after the printer's answer; TAKEN leaves it handed over."""
    told = replace(job, job=handover.job)
    event = _ANSWERS.get(handover.answer)
    return told if event is None else advanced(told, event)


def reprint(job: PrintJob) -> PrintJob:
    """Return a new job for one more paper of the same document, marked with the next COPY."""
    return PrintJob(number=job.number, copy=next_copy(job.copy))


def next_copy(copy: int) -> int:
    """Return the mark of the paper after ``copy`` (0 for the first): 2, then 3 and so on.

    The second paper says COPY 2.
    """
    return max(copy, 1) + 1
