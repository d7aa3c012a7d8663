"""Profiles to start from: makers known by their USB vendor numbers, and a port as it was found."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from app.domain.device import DeviceProfile
from app.domain.feedback import Feedback

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hardware.discovery import FoundPort

# Source: the USB-IF's list of vendor numbers, as the makers' serial drivers carry them.
SCANNER_MAKERS = {
    0x05E0: "Zebra",
    0x0C2E: "Honeywell",
    0x05F9: "Datalogic",
    0x1EAB: "Newland",
}

MAKERS_FEEDBACK = {0x05E0: Feedback.SSI, 0x0C2E: Feedback.ACK, 0x05F9: Feedback.BELL}


def feedback_of(vendor_id: int | None, chosen: str) -> Feedback:
    """Return how a scanner is told of its codes; ``auto`` is what its maker's are used to."""
    if chosen == "auto":
        return MAKERS_FEEDBACK.get(vendor_id or -1, Feedback.OFF)
    return Feedback(chosen)


def profile_of(port: FoundPort) -> DeviceProfile:
    """Return the profile to begin with for a port: found again by its USB numbers if it has any."""
    maker = SCANNER_MAKERS.get(port.vendor_id or -1)
    return DeviceProfile(
        name=f"{maker} scanner" if maker else port.description or port.path,
        path=port.path,
        vendor_id=port.vendor_id,
        product_id=port.product_id,
        serial_number=port.serial_number,
    )


def is_scanner(port: FoundPort) -> bool:
    """Whether a known maker of scanners made what hangs on this port."""
    return port.vendor_id in SCANNER_MAKERS


def named_apart(profile: DeviceProfile, others: Iterable[DeviceProfile]) -> DeviceProfile:
    """Number a profile's name where another has it: people and links tell devices by name."""
    used = {other.name for other in others}
    names = (f"{profile.name} {number}" if number > 1 else profile.name for number in count(1))
    return replace(profile, name=next(name for name in names if name not in used))
