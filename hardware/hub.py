"""All serial scanners of a station as one source: those named and those found by their maker."""

from __future__ import annotations

from dataclasses import replace
from threading import Event, Thread, current_thread
from typing import TYPE_CHECKING, Any

from app.domain.feedback import Feedback
from app.domain.tuning import device_key, tuned, tuning_of
from hardware.allotment import Allotment
from hardware.discovery import list_serial_ports
from hardware.profiles import feedback_of
from hardware.serial_source import SerialSource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from app.domain.device import DeviceProfile, Link
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
        tunings: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:
        """Speak for the ports named (device paths) and for every port of a known maker.

        ``feedback`` is one of ``Feedback``, or ``auto``: as the maker of each is used to.
        ``tunings`` are what is kept of devices, by their keys (``app.domain.tuning``).
        """
        self._tunings = {device: dict(kept) for device, kept in (tunings or {}).items()}
        self._is_examined = False
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

    def profiles(self) -> tuple[DeviceProfile, ...]:
        """Return the profiles of all scanners that were found or are named."""
        return tuple(source.profile for source in tuple(self._sources))

    def use(self, profile: DeviceProfile) -> None:
        """Read the scanner of this name so from now on, and after the next start too."""
        for source in tuple(self._sources):
            if source.name == profile.name:
                self._tunings[device_key(profile)] = tuning_of(profile)
                source.use(profile)

    def examine(self, *, is_on: bool) -> None:
        """Tell what comes in one go beside each code, of every scanner; see ``TunedSource``."""
        self._is_examined = is_on
        for source in tuple(self._sources):
            source.examine(is_on=is_on)

    def use_settings(self, named: Iterable[str], feedback: str) -> None:
        """Take other ports for those named, and tell every scanner of its codes in this way.

        What is read already is read on; it is done at the next look.
        """
        self._named, self._feedback = tuple(named), feedback

    def answer(self, scan: Scan, heard: Heard) -> None:
        """Have the scanner that said a code told what it came to; see ``ScanSource``."""
        for source in tuple(self._sources):
            source.answer(scan, heard)

    def _watch(self, said: Callable[[Scan], None], linked: Callable[[Link], None]) -> None:
        settings = self._named, self._feedback
        allotment = Allotment(self._named, self._list_ports, self._feedback)
        around = replace(self._around, find=allotment.find)
        self._sources = []
        found = [*allotment.profiles, *allotment.newcomers()]
        while True:
            for profile in found:
                source = SerialSource(self._tuned(profile), around)
                source.examine(is_on=self._is_examined)
                self._sources.append(source)
                source.start(said, linked)
            if self._stopping.wait(self._look_every_s):
                break
            found = []
            if settings != (self._named, self._feedback):
                settings = self._named, self._feedback
                found = self._resettle(allotment, *settings)
            found += allotment.newcomers()
        for source in self._sources:
            source.stop()

    def _tuned(self, profile: DeviceProfile) -> DeviceProfile:
        return tuned(profile, self._tunings.get(device_key(profile), {}))

    def _resettle(
        self, allotment: Allotment, named: tuple[str, ...], feedback: str
    ) -> list[DeviceProfile]:
        """Let go of ports that are named no more; return the new ones' profiles."""
        new, gone = allotment.rename(named, feedback)
        for source in [source for source in self._sources if source.name in gone]:
            source.stop()
            self._sources.remove(source)
        for tuning in self._tunings.values():
            tuning.pop("feedback", None)
        for source in self._sources:
            told = feedback_of(source.profile.vendor_id, feedback)
            source.use(replace(source.profile, feedback=told))
        return new
