"""Which serial ports there are, and which of them a profile means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serial.tools import list_ports

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.device import DeviceProfile


@dataclass(frozen=True, slots=True, order=True)
class FoundPort:
    """A serial port of this machine; the USB numbers are None and "" where it has none."""

    path: str
    description: str = ""
    vendor_id: int | None = None
    product_id: int | None = None
    serial_number: str = ""


def list_serial_ports() -> tuple[FoundPort, ...]:
    """List the ports by path; takes about a millisecond on Linux, longer on Windows."""
    found = (
        FoundPort(port.device, port.description or "", port.vid, port.pid, port.serial_number or "")
        for port in list_ports.comports()
    )
    return tuple(sorted(found, key=lambda port: port.path))


def match_port(profile: DeviceProfile, ports: Iterable[FoundPort]) -> str | None:
    """Return the path of the port that a profile means, None while it is not there.

    By USB numbers where the profile has them (a device comes back under another path), and among
    equal devices the one at the profile's path, else the first; without USB numbers by path.
    """
    if profile.vendor_id is None:
        return profile.path or None
    paths = [port.path for port in ports if _is_meant(profile, port)]
    return profile.path if profile.path in paths else min(paths, default=None)


def find_port(profile: DeviceProfile) -> str | None:
    """Return the path under which a profile's device is now, None while it is not there."""
    return match_port(profile, () if profile.vendor_id is None else list_serial_ports())


def _is_meant(profile: DeviceProfile, port: FoundPort) -> bool:
    return (
        port.vendor_id == profile.vendor_id
        and profile.product_id in (None, port.product_id)
        and profile.serial_number in ("", port.serial_number)
    )
