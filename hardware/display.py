"""Is there a display to open a window on?  Asked before Qt, which aborts where there is none."""

from __future__ import annotations

import re
import socket
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LOCAL = re.compile(r"(?:unix)?:([0-9]+)(?:\.[0-9]+)?")
PATIENCE_S = 1.0


def has_display(environment: Mapping[str, str]) -> bool:
    """Tell whether a window can be opened; a chosen Qt platform is believed.

    On Linux a local X display must answer; a Wayland or remote one is believed.
    """
    if not sys.platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return True
    if environment.get("WAYLAND_DISPLAY"):
        return True
    display = environment.get("DISPLAY", "")
    local = LOCAL.fullmatch(display)
    return _answers(f"/tmp/.X11-unix/X{local[1]}") if local else bool(display)  # noqa: S108


def _answers(path: str) -> bool:
    """Tell whether somebody listens there; X also listens on the abstract name."""
    for address in (path, f"\0{path}"):
        with socket.socket(socket.AF_UNIX) as probe:
            probe.settimeout(PATIENCE_S)
            try:
                probe.connect(address)
            except OSError:
                continue
            return True
    return False
