"""The scanner doctor's presenter: reads of the sheet's labels in, findings and a profile out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.doctor import diagnose
from app.services.scanners import tune_scanner
from app.texts import sentence
from ui.presenters.doctor_scene import doctor_scene

if TYPE_CHECKING:
    from app.domain.device import DeviceProfile
    from app.domain.doctor import Diagnosis
    from app.domain.errors import FloorError
    from app.domain.raw_read import RawRead
    from app.services.desk import Desk
    from ui.floor_thread import FloorThread
    from ui.tuning import Tuning

MOST_READS = 60  # a person who scans on and on is diagnosed by the last ones


class DoctorPresenter(QObject):
    """One device at a time: that of the last read.  Nothing is counted."""

    scene = Signal(object)
    said = Signal(str)
    saved = Signal()
    trouble = Signal(str)

    def __init__(self, desk: Desk, floor: FloorThread) -> None:
        super().__init__()
        self.desk, self.floor = desk, floor
        self.tuning: Tuning | None = None
        self._reads: dict[str, list[RawRead]] = {}
        self._found: Diagnosis | None = None
        self._is_saved = False

    def show(self) -> None:
        """Show what was found so far."""
        self.scene.emit(doctor_scene(self._found, is_saved=self._is_saved))

    def hear(self, read: RawRead) -> None:
        """Examine one more read together with what its device sent before."""
        profile = self._profile(read.device)
        if profile is None or self._is_saved:  # of a device that left, or only to try it out
            return
        reads = self._reads.setdefault(read.device, [])
        reads.append(read)
        del reads[:-MOST_READS]
        self._found = diagnose(reads, profile)
        self.show()

    def start_over(self) -> None:
        """Forget the reads; profiles stay as they are."""
        self._reads.clear()
        self._found, self._is_saved = None, False
        self.show()

    def save(self) -> None:
        """Keep the profile for this station, and read by it at once."""
        if self._found is None or not self._found.scans:
            return
        profile = self._found.profile
        self.floor.submit(lambda: tune_scanner(profile, self.desk), self._kept, self._failed)

    def examine(self, *, is_on: bool) -> None:
        """Have devices tell what comes in one go, or no longer."""
        if self.tuning is not None:
            self.tuning.examine(is_on=is_on)

    def _profile(self, device: str) -> DeviceProfile | None:
        profiles = self.tuning.profiles() if self.tuning is not None else ()
        return next((profile for profile in profiles if profile.name == device), None)

    def _kept(self, profile: DeviceProfile) -> None:
        if self.tuning is not None:
            self.tuning.use(profile)
        self._reads.clear()
        self._is_saved = True
        self.saved.emit()
        self.show()

    def _failed(self, error: FloorError) -> None:
        self.trouble.emit(sentence(error.code, **error.data))
