"""What the window is handed, made of an open warehouse: its papers, its sounds, its settings."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.domain.layouts import Layout
from app.services.day_sheet import print_day
from app.services.label_prints import print_command_sheet, print_labels
from app.services.osd import osd
from app.services.osd_sheet import print_osd
from app.services.print_queue import print_waiting
from app.services.printing import ask_copy, write_preview
from app.services.scanners import print_scanner_sheet, tunings_of
from app.services.setting import settings_of
from ui.models.setup import COMMANDS, SCANNER_SHEET
from ui.presenters.printers import PrintWays
from ui.screens import Surroundings

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.commands.session import Outfit

    Said = TypeVar("Said")


class QueueWorker(Protocol):
    """Whoever works off the print queue, on a thread of its own."""

    def ring(self) -> None:
        """Say that there may be papers."""

    def try_again(self) -> None:
        """Ask every printer again at once."""


def make_surroundings(
    outfit: Outfit,
    play: Callable[[str], None],
    picture: Callable[[Path, Path], Path],
    ways: PrintWays | None = None,
) -> Surroundings:
    """Return the window's surroundings.

    ``picture`` draws a PDF's first page into a file; without ``ways`` papers are made by whoever
    asks for them.
    """

    def queued(ask: Callable[..., Said], *asked: object) -> Said:
        """Ask for a paper, and ring for whoever works off the queue."""
        said = ask(*asked)
        printing.ring()
        return said

    def work_off() -> None:
        print_waiting(desk, paperwork)

    desk, paperwork = outfit.desk, outfit.paperwork
    printing = ways or PrintWays(work_off)
    settings = settings_of(desk)
    zone = settings.zone
    day = partial(print_day, desk=desk, paperwork=paperwork, later=True)
    labels = partial(print_labels, desk=desk, writer=outfit.label_writer)
    return Surroundings(
        zone=lambda: zone,
        play=play,
        paper=partial(queued, partial(_slip_picture, outfit, picture)),
        reprint=partial(queued, partial(ask_copy, desk=desk)),
        print_osd=partial(queued, partial(_print_osd, outfit)),
        sheets={kind: partial(queued, ask) for kind, ask in _sheets(outfit).items()},
        print_day=partial(queued, day),
        back_up=outfit.back_up,
        site_name=settings.site_name,
        place=outfit.where,
        layout=Layout(settings.keyboard_layout),
        tunings=tunings_of(desk),
        print_labels=partial(queued, labels),
        printing=printing,
    )


def _sheets(outfit: Outfit) -> dict[str, Callable[[], str]]:
    """Return what puts the sheets of Setup into the queue, by kind."""
    scanner = partial(print_scanner_sheet, outfit.desk, outfit.paperwork, later=True)
    commands = partial(print_command_sheet, outfit.desk, outfit.label_writer)
    return {SCANNER_SHEET: scanner, COMMANDS: commands}


def worked_off(
    outfit: Outfit,
    worker: QueueWorker,
    post: Callable[[Callable[[], None]], None],
    test_page: Callable[[str], bytes],
) -> PrintWays:
    """Return how papers are made by a worker, so that nobody waits; ``post`` runs work aside."""

    def find(told: Callable[[tuple[str, ...]], None]) -> None:
        post(lambda: told(outfit.find_printers()))

    return PrintWays(worker.ring, worker.try_again, find, outfit.paperwork.printer, test_page)


def _print_osd(outfit: Outfit, number: str) -> str:
    return print_osd(osd(number, outfit.desk), outfit.desk, outfit.paperwork, later=True)


def _slip_picture(outfit: Outfit, picture: Callable[[Path, Path], Path], shipment: str) -> bytes:
    """Return a picture of a shipment's slip for the screen; its paper is in the queue.

    One that cannot be drawn is b"": the shipment is closed all the same.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="dockhand-slip-") as name:
            folder = Path(name)
            pdf = write_preview(shipment, folder / "slip.pdf", outfit.desk, outfit.paperwork)
            return picture(pdf, folder / "slip.png").read_bytes()
    except (OSError, LookupError):
        return b""
