"""Which scanner reads which port: a port once taken is no other scanner's."""

from __future__ import annotations

import os
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from app.domain.device import DeviceProfile
from app.domain.feedback import Feedback
from hardware.discovery import match_port
from hardware.profiles import feedback_of, is_scanner, named_apart, profile_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hardware.discovery import FoundPort


class Allotment:
    """The scanners of a station and their ports; every method may be called from any thread.

    Two equal scanners without serial numbers match the same ports: only what is not another's is
    offered, so that each comes back under whatever path the machine gives it.
    """

    def __init__(
        self,
        named: Iterable[str],
        list_ports: Callable[[], Iterable[FoundPort]],
        feedback: str = Feedback.OFF,
    ) -> None:
        """Begin with the ports that are named (device paths); none of the others is known yet."""
        self._feedback = feedback
        paths = dict.fromkeys(path for path in named if path)
        told = feedback_of(None, feedback)
        self._profiles = [DeviceProfile(name=path, path=path, feedback=told) for path in paths]
        self._taken = {path: _real(path) for path in paths}
        self._list_ports = list_ports
        self._lock = Lock()

    @property
    def profiles(self) -> tuple[DeviceProfile, ...]:
        """Every scanner that is named or was found, gone ones too; their names are unique."""
        return tuple(self._profiles)

    def rename(self, named: Iterable[str], feedback: str) -> tuple[list[DeviceProfile], list[str]]:
        """Take other ports for those named; return the new ones' profiles, the gone ones' names."""
        with self._lock:
            self._feedback = feedback
            wanted = dict.fromkeys(path for path in named if path)
            told = feedback_of(None, feedback)
            old = {each.name for each in self._profiles if each.vendor_id is None}
            new = [DeviceProfile(name=p, path=p, feedback=told) for p in wanted if p not in old]
            gone = [name for name in old if name not in wanted]
            self._profiles = [each for each in self._profiles if each.name not in gone] + new
            for name in gone:
                self._taken.pop(name, None)
            self._taken |= {each.path: _real(each.path) for each in new}
            return new, gone

    def find(self, profile: DeviceProfile) -> str | None:
        """Take a free port for a scanner that has lost its own; None while there is none."""
        if profile.vendor_id is None:
            return profile.path
        with self._lock:
            self._taken.pop(profile.name, None)
            path = match_port(profile, self._free())
            if path is not None:
                self._taken[profile.name] = _real(path)
            return path

    def newcomers(self) -> list[DeviceProfile]:
        """Add a scanner for each free port of a known maker that no lost scanner comes back to."""
        with self._lock:
            free = self._free()
            for profile in self._profiles:
                path = None if profile.name in self._taken else match_port(profile, free)
                free = [port for port in free if port.path != path]
            found: list[DeviceProfile] = []
            for port in free:
                told = feedback_of(port.vendor_id, self._feedback)
                plain = replace(profile_of(port), feedback=told)
                profile = named_apart(plain, (*self._profiles, *found))
                self._taken[profile.name] = _real(port.path)
                found.append(profile)
            self._profiles += found
            return found

    def _free(self) -> list[FoundPort]:
        """List the scanners' ports that nobody has; a machine that cannot tell has none."""
        taken = set(self._taken.values())
        try:
            ports = [port for port in self._list_ports() if is_scanner(port)]
        except OSError:  # a device left while it was asked: the next look tells
            return []
        return [port for port in ports if _real(port.path) not in taken]


def _real(path: str) -> str:
    """Return the device that a path leads to, through links such as those in /dev/serial/by-id."""
    try:
        return os.path.realpath(path)
    except ValueError:  # nothing can have this name
        return path
