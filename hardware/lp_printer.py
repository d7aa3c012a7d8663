"""A CUPS queue: hands the exact PDF to ``lp`` (CUPS manual, lp(1))."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING, Final

from app.domain.printing import Handing, Handover
from app.texts.printers import printer_words
from hardware.ipp import ask_job
from hardware.spool import document_name

if TYPE_CHECKING:
    from app.domain.printing import Paper

QUEUE_NAME: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.@/-]{0,126}")
_JOB: Final = re.compile(r"request id is (\S+-\d+)")
_KEPT_JOB: Final = re.compile(r"\S+-(\d{1,9}) (\S+)")  # as ``hand_over`` tells it
_SAID_LIMIT: Final = 500  # characters of the command's own words that are kept


class LpPrinter:
    """One queue of the system's spooler.

    ``lp`` answers when the spooler has accepted the job, which is not yet paper: the best answer
    is TAKEN.  No answer within ``patience_s`` seconds is NO_ANSWER: perhaps it was accepted.
    """

    def __init__(self, queue: str, patience_s: float = 20.0, command: str = "lp") -> None:
        """Take the queue's name; raises ValueError where it is not one of CUPS."""
        if not QUEUE_NAME.fullmatch(queue):
            raise ValueError(f"not a printer queue: {queue!r}")
        self._queue = queue
        self._patience_s = patience_s
        self._command = command

    @property
    def name(self) -> str:
        """The queue's name."""
        return self._queue

    def hand_over(self, paper: Paper) -> Handover:
        """Hand the file to the queue; the job is its number and its title, a safe file name.

        A spooler that was killed may give one number twice: the title tells whose it is.
        """
        try:
            with paper.file.open("rb"):
                pass
        except OSError as error:
            return Handover(Handing.TURNED_AWAY, said=str(error))
        title = document_name(paper.number, paper.copy, paper.kind)
        call = [self._command, "-d", self._queue, "-t", title, str(paper.file.absolute())]
        try:
            answer = subprocess.run(  # noqa: S603  # no shell; every argument is ours or checked
                call,
                env=os.environ | {"LC_ALL": "C"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=self._patience_s,
                check=False,
            )
        except subprocess.TimeoutExpired:
            said = printer_words("no_answer", command=self._command)
            return Handover(Handing.NO_ANSWER, said=said)
        except OSError as error:  # no such command on this machine
            return Handover(Handing.TURNED_AWAY, said=str(error))
        return _read(answer, title)

    def became(self, job: str) -> Handover:
        """Ask the spooler; where it cannot be reached the job may still be on its way."""
        if not (kept := _KEPT_JOB.fullmatch(job)):
            return Handover(Handing.NO_ANSWER, job, printer_words("unknown_job"))
        number, title = kept.groups()
        try:
            found = ask_job(int(number))
        except OSError as error:
            return Handover(Handing.TAKEN, job, error.strerror or str(error))
        if found is None or found.title not in (title, ""):
            return Handover(Handing.NO_ANSWER, job, printer_words("unknown_job"))
        if found.is_printed:
            return Handover(Handing.DONE, job)
        if found.is_ended:
            said = printer_words("spooler_gave_up", why=found.said)
            return Handover(Handing.NO_ANSWER, job, said)
        return Handover(Handing.TAKEN, job, found.said)


def _read(answer: subprocess.CompletedProcess[bytes], title: str) -> Handover:
    """Read lp's exit status and words: "request id is PDF-12 (1 file(s))"."""
    said = (answer.stdout + answer.stderr).decode("utf-8", "replace").strip()[:_SAID_LIMIT]
    job = _JOB.search(said)
    if answer.returncode < 0 or (answer.returncode == 0 and job is None):
        return Handover(Handing.NO_ANSWER, said=said)  # killed, or words that we do not know
    if answer.returncode != 0 or job is None:
        return Handover(Handing.TURNED_AWAY, said=said)
    return Handover(Handing.TAKEN, job=f"{job.group(1)} {title}", said=said)
