"""Dockhand: the window, or one headless command.  Only this file knows all packages.

What is slow to import (the database, Qt, paper) is imported when a command needs it.
"""

from __future__ import annotations

import os
import sys
import tempfile
import uuid
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from app.commands.kinds import instant_at
from app.commands.output import complain
from app.commands.program import REFUSED, run
from app.commands.session import Devices, Means, Options, Outfit
from app.commands.streams import log_mistake, mend_streams
from app.domain.errors import RefusedError
from app.domain.stamp import DEFAULT_STATION, LOCAL_SUPERVISOR

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from zoneinfo import ZoneInfo

    from app.domain.weighing import ScaleProfile
    from app.ports import Clock, Scale, ScanSource, SlipPrinter
    from app.services.desk import Desk
    from app.services.printing import Paperwork
    from hardware.clock import RunningClock
    from ui.presenters.printers import PrintWays
    from ui.screens import Surroundings
    from ui.wall_station import Hung

NAME = "dockhand"
QT = "qt:"  # before the name of a printer that Qt prints on


def main() -> int:
    """Run what the command line says and return the exit code."""
    os.umask(0o077)  # databases, documents and logs are their owner's alone
    mend_streams()
    try:
        return run(sys.argv[1:], means())
    except Exception:  # the last handler: a programming mistake is logged, not shown
        return log_mistake(_data_folder() / f"{NAME}.log")


def means() -> Means:
    """Return what commands cannot do by themselves."""
    from hardware.listing import list_scanners
    from hardware.simulating import simulate_scale, simulate_scanner

    devices = Devices(open_scale, list_scanners, simulate_scanner, simulate_scale)
    return Means(fit_out, open_window, run_demo, restore, open_wall, devices)


def fit_out(options: Options) -> Outfit:
    """Open the warehouse that the options name, made and migrated where that is needed."""
    from app.services.desk import Desk
    from app.services.planning import Planner
    from db.backup import back_up
    from db.prepare import open_database, prepare, zone_of
    from db.store import SqlStore
    from hardware.papers import label_writer, pick_writer
    from hardware.spool import write_whole

    where = _where(options)
    engine = open_database(where)
    clock = _clock(options, zone_of(engine))
    user, station = options.user or LOCAL_SUPERVISOR, options.station or DEFAULT_STATION
    desk = Desk(SqlStore(engine), clock, Planner(), user, station)
    prepare(engine, desk.stamp())
    paperwork = _paperwork(_home(where) / "documents")

    def aside() -> Desk:
        return replace(desk, store=SqlStore(engine), planner=Planner())

    return Outfit(
        desk,
        paperwork,
        write_whole,
        partial(back_up, engine),
        str(engine.url).removeprefix("sqlite:///"),  # a URL writes no password
        label_writer,
        pick_writer,
        aside,
        _find_printers,
    )


def _find_printers() -> tuple[str, ...]:
    """Name the spooler's queues; where it has none, Qt's printers (Windows has no spooler)."""
    from hardware.found_printers import spooler_queues

    if queues := spooler_queues():
        return queues
    from ui.qt_printer import qt_printers

    return qt_printers()


def open_window(options: Options) -> int:
    """Open the window on the warehouse and return when it is closed."""
    _ask_for_display()
    outfit = fit_out(options)
    return _show(outfit, _serial_scanners(outfit))


def open_wall(options: Options, theme: str) -> int:
    """Show the wall screen on the warehouse and return when it is left."""
    _ask_for_display()
    from hardware.clock import SystemClock
    from ui.wall_station import WallStation

    return WallStation(NAME, partial(_hung, options), SystemClock(), theme).run()


def _hung(options: Options) -> Hung:
    """Open the warehouse for a wall; TroubleError as ``fit_out``."""
    from app.services.setting import settings_of
    from ui.wall_station import Hung

    outfit = fit_out(options)
    settings = settings_of(outfit.desk)
    return Hung(outfit.desk, settings.zone, settings.site_name)


def run_demo(options: Options, folder: Path | None) -> int:
    """Work through the sample warehouse: in a window, or headless into a folder."""
    if folder is None:
        _ask_for_display()
    else:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix=f"{NAME}-demo-", ignore_cleanup_errors=True) as home:
        database = options.db or str(Path(home) / "demo.db")
        outfit, clock = _sample(replace(options, db=database))
        if folder is None:
            return _show(outfit, _serial_scanners(outfit))
        return _rehearse(outfit, clock, folder)


def _ask_for_display() -> None:
    from hardware.display import has_display

    if not has_display(os.environ):
        raise RefusedError("no_display")


def _sample(options: Options) -> tuple[Outfit, RunningClock]:
    """Open the sample warehouse at its moment of today, with a clock that runs on from there."""
    from app.sample import sample_moment
    from app.services.sampling import fill_sample
    from hardware.clock import RunningClock

    outfit = fit_out(options)
    today = outfit.desk.clock.now().date()
    clock = RunningClock(sample_moment(today))
    desk = replace(outfit.desk, clock=clock)
    fill_sample(desk, today)
    return replace(outfit, desk=desk), clock


def _rehearse(outfit: Outfit, clock: RunningClock, folder: Path) -> int:
    """Do the sample's work with no display; leave pictures, slips and a summary in the folder."""
    from hardware.folder_printer import FolderPrinter
    from ui.demo import rehearse
    from ui.station import Station

    folder.mkdir(parents=True, exist_ok=True)
    paperwork = replace(outfit.paperwork, printer=lambda _name: FolderPrinter(folder))
    around = _surroundings(replace(outfit, paperwork=paperwork), lambda _name: None)
    troubles, is_sound = rehearse(Station(NAME, outfit.desk, around), clock, folder)
    for trouble in troubles:
        complain(trouble)
    return REFUSED if troubles or not is_sound else 0


def _show(outfit: Outfit, scanners: Sequence[ScanSource]) -> int:
    from app.services.setting import settings_of
    from hardware.delivery import Delivery
    from hardware.print_worker import PrintWorker
    from hardware.sound import Speaker
    from hardware.test_page import test_page
    from ui.station import Station
    from ui.surroundings import worked_off

    speaker, looking = Speaker(), Delivery("finding printers")
    worker = PrintWorker(outfit.aside(), outfit.paperwork)
    ways = worked_off(outfit, worker, looking.post, test_page)
    station = Station(NAME, outfit.desk, _surroundings(outfit, speaker.play, ways))
    station.listen(scanners)
    worker.start(station.papers_seen)
    if (profile := settings_of(outfit.desk).scale_profile).path:
        station.weigh_with(open_scale(profile, outfit.desk.clock))
    try:
        return station.run()
    finally:
        worker.stop()
        looking.close()
        speaker.close()


def _surroundings(
    outfit: Outfit, play: Callable[[str], None], ways: PrintWays | None = None
) -> Surroundings:
    from hardware.preview import first_page
    from ui.surroundings import make_surroundings

    return make_surroundings(outfit, play, first_page, ways)


def open_scale(profile: ScaleProfile, clock: Clock) -> Scale:
    """Make the source of a serial scale; it is not started."""
    from hardware.scale_source import SerialScale

    return SerialScale(profile, clock)


def _serial_scanners(outfit: Outfit) -> list[ScanSource]:
    """Make the source of all serial scanners, those that the site names and those found."""
    from app.services.scanners import tunings_of
    from app.services.setting import settings_of
    from hardware.discovery import find_port
    from hardware.hub import ScannerHub
    from hardware.serial_port import open_serial
    from hardware.serial_source import Surroundings

    desk, settings = outfit.desk, settings_of(outfit.desk)
    around = Surroundings(find_port, open_serial, desk.clock, lambda: uuid.uuid4().hex)
    told, kept = settings.scanner_feedback, tunings_of(desk)
    return [ScannerHub(settings.scanner_paths, around, feedback=told, tunings=kept)]


def restore(options: Options, backup: Path) -> Path:
    """Put a backup in the place of the database that the options name; return its path."""
    from db.backup import restore as put_back
    from db.engine import file_of

    file = file_of(options.db or str(_data_folder() / f"{NAME}.db"))
    if file is None:
        raise RefusedError("server_has_its_own_backup")
    put_back(backup, file)
    return file


def _clock(options: Options, zone: ZoneInfo) -> Clock:
    from hardware.clock import FixedClock, SystemClock

    if not options.as_of:
        return SystemClock()
    return FixedClock(instant_at(options.as_of, zone, "--as-of"))


def _paperwork(documents: Path) -> Paperwork:
    from app.services.printing import Paperwork
    from hardware.papers import day_writer, osd_writer, scanner_writer, slip_writer

    printer = partial(_printer, documents)
    return Paperwork(slip_writer, printer, day_writer, osd_writer, scanner_writer)


def _printer(documents: Path, name: str) -> SlipPrinter:
    """Return the printer of that name; ``qt:NAME`` is one of Qt's.  Raises BadValueError."""
    from hardware.papers import printer_of

    if not name.startswith(QT):
        return printer_of(documents, name)
    from hardware.preview import all_pages
    from ui.qt_printer import QtPrinter

    return QtPrinter(name.removeprefix(QT), all_pages)


def _home(where: str) -> Path:
    """Return the folder in which a database's papers lie: its own, or the user's for a server."""
    from db.engine import file_of

    file = file_of(where)
    return _data_folder() if file is None else file.absolute().parent


def _where(options: Options) -> str:
    return options.db or str(_data_folder() / f"{NAME}.db")


def _data_folder() -> Path:
    return user_data_path(NAME, appauthor=False)


if __name__ == "__main__":
    sys.exit(main())
