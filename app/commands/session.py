"""What every command is handed: the global options, and the warehouse, opened when it is needed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import click

from app.services.no_shows import note_no_shows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from app.domain.device import DeviceProfile
    from app.domain.labels import LabelForm
    from app.domain.settings import Settings
    from app.domain.simulation import ScalePlan, ScannerPlan
    from app.domain.weighing import ScaleProfile
    from app.ports import Clock, LabelWriter, PickWriter, Scale, SimulatedDevice
    from app.services.desk import Desk
    from app.services.printing import Paperwork


@dataclass(frozen=True, slots=True)
class Options:
    """The options before the command; "" where one was not given.

    ``as_of`` is ISO 8601 as typed: without an offset it is in the site's time zone, which only
    the database knows.
    """

    db: str = ""
    as_of: str = ""
    station: str = ""
    user: str = ""


@dataclass(frozen=True, slots=True)
class Outfit:
    """An open warehouse: the desk, what makes paper, and what only files can do.

    ``aside`` makes another desk of the station, for a thread of its own; ``find_printers`` names
    what this computer can print on.

    ``write_file`` writes a file whole or not at all, for its owner alone; ``back_up`` copies the
    database to a file while it is in use.  ``where`` is the database's path or URL, shown without
    its password.  ``label_writer`` is made for a form, a page size and dots
    an inch, ``pick_writer`` for a page size.
    """

    desk: Desk
    paperwork: Paperwork
    write_file: Callable[[Path, bytes], None]
    back_up: Callable[[Path], None]
    where: str
    label_writer: Callable[[LabelForm, str, int], LabelWriter]
    pick_writer: Callable[[str], PickWriter]
    aside: Callable[[], Desk]
    find_printers: Callable[[], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Devices:
    """What speaks to devices, and what plays them.

    ``list_scanners`` tells the profiles to begin with, and which of them are connected.
    The simulators take the name that their port is to have, "" for one of their own; they raise
    RefusedError where the system has no pseudo-terminals.
    """

    open_scale: Callable[[ScaleProfile, Clock], Scale]
    list_scanners: Callable[[Settings], Iterable[tuple[DeviceProfile, bool]]]
    simulate_scanner: Callable[[ScannerPlan, str], SimulatedDevice]
    simulate_scale: Callable[[ScalePlan, str], SimulatedDevice]


@dataclass(frozen=True, slots=True)
class Means:
    """What only the composition root can do, each done when it is asked for.

    ``fit_out`` opens the database (made and migrated where that is needed); ``open_window``,
    ``run_demo`` (into a folder; in a window with None) and ``open_wall`` (in a theme) return the
    exit code; ``restore`` puts a backup in the place of a database that is not open, and returns
    its path.
    """

    fit_out: Callable[[Options], Outfit]
    open_window: Callable[[Options], int]
    run_demo: Callable[[Options, Path | None], int]
    restore: Callable[[Options, Path], Path]
    open_wall: Callable[[Options, str], int]
    devices: Devices


@dataclass
class Session:
    """One run of the program: its means, the options before the command, and ``--json``."""

    means: Means
    options: Options = field(default_factory=Options)
    json: bool = False

    @cached_property
    def outfit(self) -> Outfit:
        """Open the warehouse at the first use; trucks that have not come by now are no-shows."""
        outfit = self.means.fit_out(self.options)
        note_no_shows(outfit.desk)
        return outfit

    @property
    def desk(self) -> Desk:
        """Return the desk of this station."""
        return self.outfit.desk


pass_session = click.make_pass_decorator(Session)
