"""What Setup says of printers and the queue, and the status bar and Pack of papers that wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "print_slip": "Packing slips",
    "print_sheet": "Dock and OS&D sheets",
    "print_label": "Labels",
    "print_site": "the site’s: {printer}",
    "print_site_folder": "the site’s: documents folder",
    "print_own": "this station’s own choice",
    "print_back": "As the site says",
    "print_documents": "the documents folder",
    "print_none": "Nothing waits. Papers show up here until they are printed.",
    "print_note": "{papers:papers}",
    "print_here": "It is here",
    "print_not_here": "Not here: print again",
    "print_leave": "Leave it",
    "print_now": "Print now",
    "print_tested": "A test page is in the print queue.",
    "print_chosen": "{paper}: {printer}",
    "print_again_said": "{paper} prints again, marked as a copy.",
    "print_seen_said": "{paper} is noted as printed.",
    "print_left_said": "{paper} is left out; nobody prints it.",
    "print_retry_said": "Every printer is asked again.",
    "print_about": "{state} · {station} → {printer} · since {time}",
    "papers_wait": "{papers:papers} {papers:wait}",
    "papers_doubt": "{papers:papers} in doubt",
    "papers_look": "Look for it: is the paper there?",
    "papers_retries": "It is asked again by itself; nothing is lost.",
    "papers_open": "Show the queue",
}
