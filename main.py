"""Dockhand: the window, or one headless command.  Only this file knows all packages.

What is slow to import (the database, Qt, paper) is imported when a command needs it.
"""

from __future__ import annotations

import contextlib
import os
import sys
import traceback
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from app import texts
from app.commands.kinds import instant_at
from app.commands.output import complain
from app.commands.program import REFUSED, run
from app.commands.session import Means, Options, Outfit
from app.domain.errors import BadValueError, RefusedError
from app.domain.stamp import DEFAULT_STATION, LOCAL_SUPERVISOR

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from app.ports import Clock, SlipPrinter, SlipWriter
    from app.services.printing import Paperwork

NAME = "dockhand"


def main() -> int:
    """Run what the command line says and return the exit code."""
    os.umask(0o077)  # databases, documents and logs are their owner's alone
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        return run(sys.argv[1:], Means(fit_out, open_window, run_demo, restore))
    except Exception:  # the last handler: a programming mistake is logged, not shown
        return _log_mistake()


def fit_out(options: Options) -> Outfit:
    """Open the warehouse that the options name, made and migrated where that is needed."""
    from app.services.desk import Desk
    from app.services.planning import Planner
    from db.backup import back_up
    from db.prepare import open_database, prepare, zone_of
    from db.store import SqlStore
    from hardware.spool import write_whole

    where = _where(options)
    engine = open_database(where)
    clock = _clock(options, zone_of(engine))
    user, station = options.user or LOCAL_SUPERVISOR, options.station or DEFAULT_STATION
    desk = Desk(SqlStore(engine), clock, Planner(), user, station)
    prepare(engine, desk.stamp())
    paperwork = _paperwork(_home(where) / "documents")
    return Outfit(desk, paperwork, write_whole, partial(back_up, engine))


def open_window(_options: Options) -> int:
    """Open the window on the warehouse and return when it is closed."""
    raise RefusedError("later_version", what="The window")


def run_demo(_options: Options, _folder: Path | None) -> int:
    """Work through the sample warehouse: in a window, or headless into a folder."""
    raise RefusedError("later_version", what="The demo")


def restore(options: Options, backup: Path) -> Path:
    """Put a backup in the database's place while nobody has it open; return the database's path."""
    from db.backup import restore as put_back
    from db.engine import file_of

    file = file_of(_where(options))
    if file is None:
        raise RefusedError("not_a_restore_target")
    put_back(backup, file)
    return file


def _clock(options: Options, zone: ZoneInfo) -> Clock:
    from hardware.clock import FixedClock, SystemClock

    if not options.as_of:
        return SystemClock()
    return FixedClock(instant_at(options.as_of, zone, "--as-of"))


def _paperwork(documents: Path) -> Paperwork:
    from app.services.printing import Paperwork

    return Paperwork(_slip_writer, partial(_printer, documents))


def _slip_writer(page: str) -> SlipWriter:
    from hardware.slip_pdf import PdfSlipWriter

    return PdfSlipWriter("Letter" if page == "Letter" else "A4")


def _printer(documents: Path, name: str) -> SlipPrinter:
    """Return the printer of that name; a path is a folder, no name is the documents folder."""
    from hardware.folder_printer import FolderPrinter
    from hardware.lp_printer import LpPrinter

    if not name:
        return FolderPrinter(documents)
    if name.startswith(("/", "~", ".")) or Path(name).is_absolute():
        return FolderPrinter(Path(name).expanduser())
    try:
        return LpPrinter(name)
    except ValueError as error:
        raise BadValueError("bad_printer", value=name) from error


def _home(where: str) -> Path:
    """Return the folder in which a database's papers lie: its own, or the user's for a server."""
    from db.engine import file_of

    file = file_of(where)
    return _data_folder() if file is None else file.absolute().parent


def _where(options: Options) -> str:
    return options.db or str(_data_folder() / f"{NAME}.db")


def _data_folder() -> Path:
    return user_data_path(NAME, appauthor=False)


def _log_mistake() -> int:
    """Keep the traceback for whoever mends the program, and say one line."""
    log = _data_folder() / f"{NAME}.log"
    with contextlib.suppress(OSError):  # where even that cannot be written, the line is all
        log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            traceback.print_exc(file=file)
    complain(texts.sentence("programming_error", where=log))
    return REFUSED


if __name__ == "__main__":
    sys.exit(main())
