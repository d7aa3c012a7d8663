"""Devices that a person plays, on pseudo-terminals; each is imported when it is first asked for."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import RefusedError

if TYPE_CHECKING:
    from app.domain.simulation import ScalePlan, ScannerPlan
    from app.ports import SimulatedDevice
    from hardware.pty_line import PtyLine


def simulate_scanner(plan: ScannerPlan, link: str) -> SimulatedDevice:
    """Plug in a scanner that a person plays."""
    line = _pty_line(link, "scanner")
    from hardware.simulated_scanner import SimulatedScanner

    return SimulatedScanner(line, plan)


def simulate_scale(plan: ScalePlan, link: str) -> SimulatedDevice:
    """Plug in a scale that a person plays."""
    line = _pty_line(link, "scale")
    from hardware.simulated_scale import SimulatedScale

    return SimulatedScale(line, plan)


def _pty_line(link: str, name: str) -> PtyLine:
    """Make a line under a name of its own; RefusedError where there are no pseudo-terminals."""
    try:
        from hardware.pty_line import PtyLine
    except ImportError as error:
        raise RefusedError("no_pseudo_terminal") from error
    own = Path(tempfile.gettempdir()) / f"dockhand-{name}-{os.getpid()}"
    return PtyLine(Path(link) if link else own)
