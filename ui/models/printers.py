"""What Setup shows of printers: where each kind of paper goes, and the queue."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaperAct:
    """A button of a paper; ``name`` is a decision, or ``retry``."""

    name: str
    label: str
    icon: str
    primary: bool = False


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper in the queue; ``state`` is ``ok warn bad``, ``document`` and ``copy`` identify it."""

    document: int
    copy: int
    title: str
    about: str
    said: str
    state: str
    acts: tuple[PaperAct, ...]


@dataclass(frozen=True, slots=True)
class PrinterRow:
    """Where a kind of paper goes: ``printer`` as it is typed, "" where the site's word counts."""

    kind: str
    label: str
    printer: str
    about: str


@dataclass(frozen=True, slots=True)
class PrintersScene:
    """``found`` are the printers that this computer has; ``note`` says how many papers wait."""

    printers: tuple[PrinterRow, ...] = ()
    found: tuple[str, ...] = ()
    papers: tuple[PaperRow, ...] = ()
    note: str = ""
    empty: str = ""
