"""What printers say of themselves, in words, and what is said of papers in the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.texts.wording import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.printing import Queued

PRINTERS: Mapping[str, str] = {
    "head_open": "The print head is open.",
    "out_of_paper": "It is out of labels or paper.",
    "out_of_ribbon": "It is out of ribbon.",
    "memory_damaged": "Its memory is damaged.",
    "too_hot": "It is too hot and cools down.",
    "too_cold": "It is too cold and warms up.",
    "paused": "It is paused: press its button.",
    "buffer_full": "Its memory is full: it still prints.",
    "labels_only": "It prints labels (ZPL), not pages.",
    "pages_only": "It prints pages, not labels (ZPL).",
    "no_such_printer": "This computer knows no printer of that name.",
    "hung_up": "It hung up.",
    "fell_silent": "It took everything and then said nothing more.",
    "only_sent": "Sent. It does not tell what it printed.",
    "test_page": "Dockhand test page: {kind}",
    "qt_refused": "The system’s printing did not take it.",
    "cut_off": "Cut off after {sent} of {whole} bytes: {why}",
    "no_answer": "{command} did not answer.",
    "spooler_gave_up": "The spooler says that it was not printed: {why}",
    "unknown_job": "The spooler no longer knows it.",
}

KINDS: Mapping[str, str] = {
    "packing_slip": "Packing slip",
    "carton_slip": "Carton slip",
    "dock": "Dock day",
    "commands": "Command sheet",
    "scanner-test": "Scanner test sheet",
    "osd": "OS&D sheet",
    "label": "Label",
    "slip_test": "Test page",
    "sheet_test": "Test page",
}
STATES: Mapping[str, str] = {
    "to_print": "to print",
    "handed_over": "handed over",
    "doubtful": "perhaps printed: look",
    "confirmed": "printed",
    "cancelled": "given up",
}


def paper_words(paper: Queued) -> str:
    """Name a paper and its state: "Packing slip SH-1, copy 2: to print"."""
    state = STATES[paper.job.state]
    return f"{paper_name(paper)}: {state}"


def paper_name(paper: Queued) -> str:
    """Name a paper: "Packing slip SH-1, copy 2"."""
    copy = f", copy {paper.job.copy}" if paper.job.copy else ""
    return f"{KINDS.get(paper.kind, paper.kind)} {paper.job.number}{copy}"


def printer_words(name: str, /, **data: object) -> str:
    """Return what a printer says, filled in; KeyError for what nobody has worded."""
    return fill(PRINTERS[name], data)
