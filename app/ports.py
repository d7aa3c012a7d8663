"""What the services need from outside, one small Protocol each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime
    from pathlib import Path
    from threading import Event

    from app.domain.day_sheet import DaySheet
    from app.domain.device import DeviceProfile, Link
    from app.domain.documents import PackingSlip
    from app.domain.feedback import Heard
    from app.domain.labels import Label
    from app.domain.osd_sheet import OsdSheet
    from app.domain.pick_sheet import PickSheet
    from app.domain.printing import Handover, Paper
    from app.domain.scan import Scan
    from app.domain.scanner_sheet import ScannerSheet
    from app.domain.weighing import ScaleSight, Weighed


class Clock(Protocol):
    """Tells the instant; handed in so that a rehearsal can fix it."""

    def now(self) -> datetime:
        """Return the instant, aware, in UTC."""
        ...


class ScanSource(Protocol):
    """A device, or a file that stands for one, that says codes."""

    @property
    def name(self) -> str:
        """The device's name as people know it; each of its scans carries it."""
        ...

    def start(self, said: Callable[[Scan], None], linked: Callable[[Link], None]) -> None:
        """Begin to deliver each framed code and each change of the link, in their order.

        Both are called from one thread of the source's own, or from Qt's for a keyboard wedge.
        A device is read on while they run: a slow listener loses nothing.
        """
        ...

    def stop(self) -> None:
        """Stop and release the device; what was framed is delivered first, then STOPPED.

        Nothing is delivered after it returns.  A source may be started again.
        """
        ...

    def answer(self, scan: Scan, heard: Heard) -> None:
        """Have the device told what its code came to, once that is on disk; returns at once.

        May be called from any thread; the scans of other sources are passed over.
        """
        ...


@runtime_checkable
class TunedSource(ScanSource, Protocol):
    """A source whose devices have profiles that can be changed while it runs."""

    def profiles(self) -> tuple[DeviceProfile, ...]:
        """Return the profiles by which its devices are read now; their names are unique."""
        ...

    def use(self, profile: DeviceProfile) -> None:
        """Read the device of this name so from now on; a code that is coming is not lost.

        Returns at once, and may be called while codes come.  Other sources' devices are passed
        over.
        """
        ...

    def use_settings(self, named: Iterable[str], feedback: str) -> None:
        """Read these ports, and tell devices of their codes so, where the source has ports."""
        ...

    def examine(self, *, is_on: bool) -> None:
        """Tell beside each code what came in one go, as the ``read`` of a link."""
        ...


class SlipWriter(Protocol):
    """Draws a packing slip."""

    def write(self, slip: PackingSlip, target: Path) -> tuple[str, ...]:
        """Write the PDF whole or not at all; return warnings (for example a missing glyph)."""
        ...


class DayWriter(Protocol):
    """Draws a day at the dock."""

    def write(self, sheet: DaySheet, target: Path) -> tuple[str, ...]:
        """Write the PDF whole or not at all; return warnings (for example a missing glyph)."""
        ...


class OsdWriter(Protocol):
    """Draws what is over, short and damaged on a receipt."""

    def write(self, sheet: OsdSheet, target: Path) -> tuple[str, ...]:
        """Write the PDF whole or not at all; return warnings (for example a missing glyph)."""
        ...


class PickWriter(Protocol):
    """Draws an order's pick list."""

    def write(self, sheet: PickSheet, target: Path) -> tuple[str, ...]:
        """Write the PDF whole or not at all; return warnings (for example a missing glyph)."""
        ...


class ScannerSheetWriter(Protocol):
    """Draws the sheet that tests scanners."""

    def write(self, sheet: ScannerSheet, target: Path) -> tuple[str, ...]:
        """Write the PDF whole or not at all; return warnings (for example a missing glyph)."""
        ...


class LabelWriter(Protocol):
    """Draws labels, or says them in a label printer's language."""

    def write(self, labels: Sequence[Label], target: Path) -> tuple[str, ...]:
        """Write the file whole or not at all; return warnings (for example a missing glyph).

        Commands alone may become one sheet.
        """
        ...


class SlipPrinter(Protocol):
    """Hands exact PDF files to one printer, or to a folder that stands for one."""

    @property
    def name(self) -> str:
        """The printer's name as people know it, by which it is found again."""
        ...

    def hand_over(self, paper: Paper) -> Handover:
        """Hand the file over, byte for byte; a printer's refusal is an answer, not an error."""
        ...

    def became(self, job: str) -> Handover:
        """Say what became of a job that was TAKEN: DONE is printed, TAKEN still on its way.

        NO_ANSWER: it is gone and nobody knows whether it was printed.
        """
        ...


class Scale(Protocol):
    """One scale of a station, or a simulator that stands for one."""

    @property
    def name(self) -> str:
        """The scale's name as people know it."""
        ...

    def start(self, seen: Callable[[ScaleSight], None]) -> None:
        """Begin to tell each reading and each change of the link or of a trouble, in order.

        Called from one thread of the scale's own.  A lost scale has no reading, and comes back.
        """
        ...

    def stop(self) -> None:
        """Stop and release the port; nothing is told after it returns but STOPPED before that."""
        ...

    def stable_weight(self, wait_s: float, given_up: Event) -> Weighed:
        """Wait for a stable weight that is said after the call, zero and below too.

        Else say why none came within ``wait_s`` seconds, or, soon, that it was given up or the
        scale is stopped; one that is unplugged meanwhile may come back.  The sights are told all
        the while: call it from any thread but the one that tells them, or the GUI's.
        """
        ...


class SimulatedDevice(Protocol):
    """A device on a serial line that a person plays."""

    @property
    def path(self) -> str:
        """The port to be named in the settings."""
        ...

    def say(self, text: str) -> str:
        """Do what a line says and return what the host sent back, "" for nothing.

        Raises BadValueError for a line that the device does not understand.
        """
        ...

    def close(self) -> None:
        """Unplug, and let the port's name go."""
        ...
