"""What stands in the way of a command: databases, disks, files, values, the person's own stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

TROUBLES: Mapping[str, str] = {
    "no_display": "There is no display to open the window on. Try the command demo --headless DIR.",
    "database_busy": "The database is in use by another program. Nothing was stored; try again.",
    "database_full": "The disk is full. Nothing was stored; make room, then try again.",
    "database_disk": "The disk failed: {detail}. Nothing was stored.",
    "database_read_only": "The database cannot be written here. Nothing was stored.",
    "database_not_opened": "The database {where} cannot be opened: {detail}",
    "database_damaged": "The database file is damaged: {detail}",
    "database_unreachable": "The database cannot be reached: {detail}",
    "database_lost": "The connection to the database was lost. Nothing was stored; try again.",
    "database_conflict": ("Another station changed the same thing. Nothing was stored; try again."),
    "database_refused": "The database refused: {detail}",
    "bad_database_url": "That is no address of a database: {detail}",
    "not_our_file": "{where} is not one of this program's databases. It was left untouched.",
    "not_our_database": (
        "That database holds other tables, not this program's. It was left as is."
    ),
    "newer_database": (
        "The database was made by a newer version: its schema is {found}, this program knows "
        "{known}. Install the newer version; nothing was changed."
    ),
    "file_trouble": "{where}: {detail}",
    "system_trouble": "The system refused: {detail}",
    "output_closed": "Nobody reads the output any more. What was answered is stored.",
    "stopped": "Stopped. What was answered is stored.",
    "programming_error": (
        "Something went wrong in the program. What was answered is stored; details: {where}"
    ),
    "not_a_file": "{value} is not a file that can be read.",
    "file_too_large": "{value} is larger than {most} bytes.",
    "nothing_to_import": "There is no file here of a name that can be imported.",
    "import_refused": "Nothing was imported. Bad rows: {count}. {first}",
    "slip_not_printed": "Slip {number} was not printed: {detail}",
    "slip_in_doubt": "Slip {number} may not have been printed: {detail}",
    "bad_instant": "{value} is not an instant that exists. Write it like 2026-11-24T09:30Z.",
    "bad_day": "{value} is not a day that exists. Write it like 2026-11-24.",
    "verify_failed": "Checks that fail: {count}. {checks}",
    "no_barcode": "{value} cannot be a barcode.",
    "barcode_is_command": "{value} is a command of the floor and cannot be a product.",
    "barcode_is_ours": "{value} is a code of our own ({what}) and cannot be a product.",
    "barcode_is_location": "{value} is a location and cannot be a product.",
    "no_packing_location": "{value} is no packing location.",
    "not_a_restore_target": "A server's database is restored by the server's own tools.",
    "not_printed": "The printer {printer} did not take it: {said}",
    "no_such_paper": "No paper of {number} is in the print queue.",
    "several_papers": (
        "Several papers of {number} are in the queue: {papers}. Say --kind or --copy."
    ),
    "bad_paper": "{value} is no kind of paper. Known are {known}.",
    "sheet_not_drawn": "The sheet could not be drawn: {detail}",
    "print_state": "A paper that is {state} cannot be {event}.",
    "bad_scale_protocol": "{value} is nothing a scale speaks. Known are {known}.",
    "bad_scale_unit": "{value} is no unit of weight. Known are kg, g, lb, oz.",
    "bad_baud_rate": "{value} is no speed of a serial line. Known are {known}.",
    "bad_scale_word": (
        "{value} is nothing to weigh. Say 1.250 kg (or g, lb, oz), unstable, stable, zero, "
        "overload, underload, busy, unplug, plug in, silent, speak, garbage or half."
    ),
    "not_weighed": "No stable weight: {why}",
    "no_scale": "No scale is named. Give --port, or set scale_port.",
    "no_pseudo_terminal": (
        "This system has no pseudo-terminals, so no device can be simulated on it. "
        "Linux and macOS have them."
    ),
    "bad_printer": "{value} is neither a printer's name, nor a folder, nor tcp://HOST:PORT.",
    "needs_extra": "{what} needs the extra {extra} of this program, which is not installed.",
    "objective_stale": (
        "Orders or supply have changed: the plan offered is no better than the rank now. "
        "Work it out again."
    ),
}
