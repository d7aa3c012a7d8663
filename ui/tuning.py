"""All sources of a station whose devices can be tuned, as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ports import TunedSource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.domain.device import DeviceProfile
    from app.domain.settings import Settings
    from app.ports import ScanSource


class Tuning:
    """Passes on to each source what is for its devices; ``sources`` are those of now."""

    def __init__(self, sources: Callable[[], Iterable[ScanSource]]) -> None:
        self._sources = sources

    def profiles(self) -> tuple[DeviceProfile, ...]:
        """Return the profiles of all devices."""
        return tuple(profile for source in self._tuned() for profile in source.profiles())

    def use(self, profile: DeviceProfile) -> None:
        """Read the device of this name so from now on."""
        for source in self._tuned():
            source.use(profile)

    def examine(self, *, is_on: bool) -> None:
        """Have all devices tell what comes in one go, or no longer."""
        for source in self._tuned():
            source.examine(is_on=is_on)

    def use_settings(self, settings: Settings) -> None:
        """Read the ports that the site names now, and tell scanners of their codes as it says."""
        for source in self._tuned():
            source.use_settings(settings.scanner_paths, settings.scanner_feedback)

    def _tuned(self) -> list[TunedSource]:
        return [source for source in self._sources() if isinstance(source, TunedSource)]
