"""What is known of a paper on its way to a printer.  Pure: no clock, no I/O.

"Accepted by the spooler" is not "printed": a spooler that is killed forgets a job that it has
accepted, whether or not its paper came out.  So the floor keeps its own states:

    to_print -> handed_over -> confirmed | doubtful;  cancelled where a person gave it up

The fact ``handed_over`` is stored *before* the printer is called, so that a crash in the middle is
found as doubtful and never as "not printed yet", which would print twice without a mark.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from app.domain.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path


class PrintState(StrEnum):
    """Where one paper is; ``CONFIRMED`` and ``CANCELLED`` end it, ``DOUBTFUL`` asks a person."""

    TO_PRINT = "to_print"
    HANDED_OVER = "handed_over"
    CONFIRMED = "confirmed"
    DOUBTFUL = "doubtful"
    CANCELLED = "cancelled"


class PrintEvent(StrEnum):
    """What happened to a paper."""

    HANDING_OVER = "handing_over"  # about to call the printer
    TURNED_AWAY = "turned_away"  # the printer did not take it: certainly no paper
    NO_ANSWER = "no_answer"  # cut off in the middle: perhaps a paper
    PRINTED = "printed"  # the printer says that the paper is out
    RESTARTED = "restarted"  # the program began again
    SEEN = "seen"  # a person holds the paper
    NOT_SEEN = "not_seen"  # a person looked and found none
    GIVEN_UP = "given_up"  # a person wants no paper any more


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
    """One file to be printed once: the document's number, which copy, and the file itself.

    A slip, a day at the dock and a receipt's sheet are PDF, a label is ZPL; a file's name begins
    with its ``kind``.
    """

    number: str
    copy: int
    file: Path
    kind: str = "slip"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What is known of one paper; ``copy`` is 0 for the first, then 2, 3 and so on."""

    number: str
    copy: int = 0
    state: PrintState = PrintState.TO_PRINT
    job: str = ""


@dataclass(frozen=True, slots=True)
class Queued:
    """A paper in the queue of the station where it is to come out.

    ``document`` is its document's key and ``kind`` the document's; ``printer`` the one it was last
    handed to or is meant for, ``since`` when it was asked for, ``said`` the printer's own words.
    """

    document: int
    kind: str
    station: str
    printer: str
    since: datetime
    job: PrintJob
    said: str = ""


STAYS: Final = frozenset({PrintState.TO_PRINT, PrintState.DOUBTFUL})
"""A paper that was handed over stays so: no paper, or nobody knows."""
OPEN: Final = (PrintState.TO_PRINT, PrintState.HANDED_OVER, PrintState.DOUBTFUL)
CHOICES: Final = ("slip", "sheet", "label")  # what a station chooses printers for
_CHOICE_OF: Final[Mapping[str, str]] = {
    "packing_slip": "slip",
    "carton_slip": "slip",
    "slip_test": "slip",
    "label": "label",
    "label_sheet": "label",
}


def is_raw(printer: str) -> bool:
    """Tell whether a printer takes a label's ZPL and no pages."""
    return printer.startswith("tcp:")


def choice_of(kind: str) -> str:
    """Return which of a station's printers a kind of document goes to; sheets are the rest."""
    return _CHOICE_OF.get(kind, "sheet")


_STEPS: Final = {
    (PrintState.TO_PRINT, PrintEvent.HANDING_OVER): PrintState.HANDED_OVER,
    (PrintState.TO_PRINT, PrintEvent.RESTARTED): PrintState.TO_PRINT,
    (PrintState.HANDED_OVER, PrintEvent.TURNED_AWAY): PrintState.TO_PRINT,
    (PrintState.HANDED_OVER, PrintEvent.NO_ANSWER): PrintState.DOUBTFUL,
    (PrintState.HANDED_OVER, PrintEvent.RESTARTED): PrintState.DOUBTFUL,
    (PrintState.HANDED_OVER, PrintEvent.PRINTED): PrintState.CONFIRMED,
    (PrintState.HANDED_OVER, PrintEvent.SEEN): PrintState.CONFIRMED,
    (PrintState.HANDED_OVER, PrintEvent.NOT_SEEN): PrintState.TO_PRINT,
    (PrintState.TO_PRINT, PrintEvent.GIVEN_UP): PrintState.CANCELLED,
    (PrintState.DOUBTFUL, PrintEvent.RESTARTED): PrintState.DOUBTFUL,
    (PrintState.DOUBTFUL, PrintEvent.PRINTED): PrintState.CONFIRMED,  # the printer's late word
    (PrintState.DOUBTFUL, PrintEvent.TURNED_AWAY): PrintState.TO_PRINT,
    (PrintState.DOUBTFUL, PrintEvent.NO_ANSWER): PrintState.DOUBTFUL,
    (PrintState.DOUBTFUL, PrintEvent.GIVEN_UP): PrintState.CANCELLED,
    (PrintState.DOUBTFUL, PrintEvent.SEEN): PrintState.CONFIRMED,
    (PrintState.DOUBTFUL, PrintEvent.NOT_SEEN): PrintState.TO_PRINT,
    (PrintState.CONFIRMED, PrintEvent.RESTARTED): PrintState.CONFIRMED,
    (PrintState.CANCELLED, PrintEvent.RESTARTED): PrintState.CANCELLED,
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


def may_follow(state: PrintState, event: PrintEvent) -> bool:
    """Tell whether the event can happen to a paper in that state."""
    return (state, event) in _STEPS


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
