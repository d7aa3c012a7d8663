"""The scanners of a station without reading them: named, found by their maker, and the keyboard.

What lists ports is imported when they are asked for.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.device import DeviceProfile
from app.domain.layouts import Layout
from app.domain.tuning import KEYBOARD_NAME

if TYPE_CHECKING:
    from app.domain.settings import Settings


def list_scanners(settings: Settings) -> list[tuple[DeviceProfile, bool]]:
    """Return each scanner's profile to begin with, and whether it is connected.

    A keyboard cannot be asked whether it is a scanner: it always is.
    """
    from hardware.allotment import Allotment
    from hardware.discovery import list_serial_ports

    told = settings.scanner_feedback
    allotment = Allotment(settings.scanner_paths, list_serial_ports, told)
    named = [(profile, _is_there(profile.path)) for profile in allotment.profiles]
    found = [(profile, True) for profile in allotment.newcomers()]
    keyboard = DeviceProfile(name=KEYBOARD_NAME, layout=Layout(settings.keyboard_layout))
    return [(keyboard, True), *named, *found]


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # nothing can have this name
        return False
