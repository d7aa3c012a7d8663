"""What the scanner doctor shows: findings, what to do next, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding; ``state`` is ``ok``, ``info`` (mended), ``warn`` (to be set) or ``idle``."""

    title: str
    about: str
    state: str


@dataclass(frozen=True, slots=True)
class DoctorScene:
    """``note`` counts the scans, ``says`` is what came last and what to do next."""

    note: str
    says: str
    rows: tuple[FindingRow, ...] = ()
    can_save: bool = False
    can_start_over: bool = False
