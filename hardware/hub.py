"""All serial scanners of a station as one source: those named and those found by their maker."""

from __future__ import annotations

from dataclasses import replace
from threading import Event, Thread, current_thread
from typing import TYPE_CHECKING

from app.domain.feedback import Feedback
from hardware.allotment import Allotment
from hardware.discovery import list_serial_ports
from hardware.serial_source import SerialSource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.domain.device import Link
    from app.domain.feedback import Heard
    from app.domain.scan import Scan
    from hardware.discovery import FoundPort
    from hardware.serial_source import Surroundings


class ScannerHub:
    """Looks for scanners as long as it runs, each of which then loses and finds its own port.

    A ``ScanSource`` whose scans and links carry each scanner's own name.  Each scanner delivers on
    a thread of its own: what one says comes in order, what two say comes as it comes.
    """

    name = "Serial scanners"

    def __init__(
        self,
        named: Iterable[str],
        around: Surroundings,
        list_ports: Callable[[], Iterable[FoundPort]] = list_serial_ports,
        look_every_s: float = 1.0,
        feedback: str = Feedback.OFF,
    ) -> None:
        """Speak for the ports named (device paths) and for every port of a known maker.

        ``feedback`` is one of ``Feedback``, or ``auto``: as the maker of each is used to.
        """
        self._feedback = feedback
        self._named = tuple(named)
        self._around = around
        self._list_ports = list_ports
        self._look_every_s = look_every_s
        self._stopping = Event()
        self._thread: Thread | None = None
        self._sources: list[SerialSource] = []

    def start(self, said: Callable[[Scan], None], linked: Callable[[Link], None]) -> None:
        """Begin to look for scanners and to deliver what they say; see ``ScanSource``."""
        if self._thread is not None:
            raise RuntimeError(f"{self.name} are started already")
        self._stopping.clear()
        watch = (said, linked)
        self._thread = Thread(target=self._watch, args=watch, name=self.name, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop every scanner, each as ``ScanSource`` says, and look for no more."""
        thread, self._thread = self._thread, None
        self._stopping.set()
        if thread is not None and thread is not current_thread():
            thread.join()

    def answer(self, scan: Scan, heard: Heard) -> None:
        """Have the scanner that said a code told what it came to; see ``ScanSource``."""
        for source in tuple(self._sources):
            source.answer(scan, heard)

    def _watch(self, said: Callable[[Scan], None], linked: Callable[[Link], None]) -> None:
        allotment = Allotment(self._named, self._list_ports, self._feedback)
        around = replace(self._around, find=allotment.find)
        self._sources = sources = []
        found = [*allotment.profiles, *allotment.newcomers()]
        while True:
            for profile in found:
                sources.append(SerialSource(profile, around))
                sources[-1].start(said, linked)
            if self._stopping.wait(self._look_every_s):
                break
            found = allotment.newcomers()
        for source in sources:
            source.stop()
