"""Labels that a receiving scan prints, where the site wants them, and the sheet of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.errors import RefusedError
from app.domain.labels import LabelForm, commands_to_print
from app.domain.printing import is_raw
from app.domain.scan import Outcome
from app.services.labels import labels_of_scan
from app.services.print_queue import LABEL, LABEL_SHEET, printer_for
from app.services.setting import settings_of
from app.services.sheets import print_sheet
from app.texts.labels import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.ports import LabelWriter
    from app.services.desk import Desk
    from app.services.printing import Paperwork

DPI = 203
COMMANDS = "commands"


def print_labels(
    number: str,
    answer: Mapping[str, Any],
    desk: Desk,
    writer: Callable[[LabelForm, str, int], LabelWriter],
    paperwork: Paperwork | None = None,
) -> None:
    """Print what a scan of ASN ``number`` sent somewhere, after it was answered, as one paper.

    The station's printer for labels gets ZPL where it is one on port 9100, PDF elsewhere.
    Nothing where the site's ``print_labels`` is off or the scan sent nothing.  The scan's answer
    is printed when it is given and never again, so a paper comes once or not at all; without
    paperwork whoever works off the queue prints it.  Raises RefusedError ``not_printed``,
    ``sheet_not_drawn``: the scan is stored all the same.
    """
    if answer.get("outcome") != Outcome.ACCEPTED or not answer.get("disposition"):
        return
    settings = settings_of(desk)
    labels = labels_of_scan(number, answer["fact"], desk) if settings.print_labels else ()
    if not labels:
        return
    raw = is_raw(printer_for(LABEL, desk))
    draw = writer(LabelForm.ZPL if raw else LabelForm.PDF, settings.page_size, DPI)
    code, kind = f"{number}-{answer['fact']}", LABEL if raw else LABEL_SHEET
    try:
        print_sheet(code, kind, lambda file: draw.write(labels, file), desk, paperwork)
    except (OSError, LookupError) as error:
        raise RefusedError("sheet_not_drawn", detail=str(error)) from error


def print_command_sheet(desk: Desk, writer: Callable[[LabelForm, str, int], LabelWriter]) -> str:
    """Put the sheet of all commands' barcodes into the station's queue and say so in words.

    OSError and LookupError where it cannot be drawn.
    """
    draw = writer(LabelForm.PDF, settings_of(desk).page_size, DPI)
    print_sheet(COMMANDS, COMMANDS, lambda pdf: draw.write(commands_to_print(), pdf), desk, None)
    return say("commands_queued")
