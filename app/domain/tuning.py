"""How a scanner was tuned at this station: what of its profile is kept, and under which key.  Pure.

Only how it speaks is kept: its name and where it is plugged in are found each time anew.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from app.domain.device import KeyLimits, Suffix
from app.domain.feedback import Feedback
from app.domain.layouts import Layout

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.domain.device import DeviceProfile

KEYBOARD_KEY: Final = "keyboard"
KEYBOARD_NAME: Final = "Keyboard scanner"  # of whatever types on this computer
LONGEST_WAIT_MS: Final = 10_000


def device_key(profile: DeviceProfile) -> str:
    """Return the key of a device: by its USB numbers, else by path; ``keyboard`` has neither."""
    if profile.vendor_id is not None:
        product = profile.product_id or 0
        return f"usb:{profile.vendor_id:04x}:{product:04x}:{profile.serial_number}"
    return f"path:{profile.path}" if profile.path else KEYBOARD_KEY


def tuning_of(profile: DeviceProfile) -> dict[str, Any]:
    """Return what is kept of a profile, as JSON; the prefix as Latin-1, spans in ms."""
    return {
        "suffix": profile.suffix.name.lower(),
        "prefix": profile.prefix.decode("latin-1"),
        "stand_ins": list(profile.stand_ins),
        "silence_ms": profile.silence_ms,
        "same_code_ms": profile.same_code_ms,
        "key_gap_ms": profile.keys.gap_ms,
        "key_hold_ms": profile.keys.hold_ms,
        "baud_rate": profile.baud_rate,
        "feedback": str(profile.feedback),
        "layout": str(profile.layout),
    }


def tuned(profile: DeviceProfile, tuning: Mapping[str, Any]) -> DeviceProfile:
    """Return a profile tuned as it was kept; what is missing, or makes no sense, stays as it is."""
    read = {
        name: value for name, text in tuning.items() if (value := _read(name, text)) is not None
    }
    keys = KeyLimits(
        read.pop("key_gap_ms", profile.keys.gap_ms),
        profile.keys.shortest,
        read.pop("key_hold_ms", profile.keys.hold_ms),
    )
    return replace(profile, keys=keys, **read)


def _read(name: str, value: Any) -> Any:
    try:
        return _READERS[name](value)
    except (KeyError, ValueError, TypeError, AttributeError):
        return None  # of another version, or no value of ours: the device speaks as it did before


def _span(value: Any) -> int:
    if not isinstance(value, int) or not 0 <= value <= LONGEST_WAIT_MS:
        raise ValueError(value)
    return value


def _baud(value: Any) -> int:
    if not isinstance(value, int) or value <= 0:
        raise ValueError(value)
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(text, str) and text for text in value):
        raise ValueError(value)
    return tuple(value)


_READERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "suffix": lambda value: Suffix[value.upper()],
    "prefix": lambda value: value.encode("latin-1"),
    "stand_ins": _texts,
    "silence_ms": _span,
    "same_code_ms": _span,
    "key_gap_ms": _span,
    "key_hold_ms": _span,
    "baud_rate": _baud,
    "feedback": Feedback,
    "layout": Layout,
}
