"""What Pack shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.models.action import PACK_ACTIONS, Action

if TYPE_CHECKING:
    from ui.models.band import BandState
    from ui.models.work import Mark, Notice, Queue, StaysBehind


@dataclass(frozen=True, slots=True)
class NextItem:
    """What to scan next: ``headline`` ("1 more"), ``tally`` ("5 / 6"), the product."""

    headline: str
    tally: str
    name: str
    sku: str


@dataclass(frozen=True, slots=True)
class VerifyLine:
    """A line of the shipment: units verified and wanted (each)."""

    name: str
    sku: str
    verified: int
    wanted: int


@dataclass(frozen=True, slots=True)
class Verify:
    """The list to verify; ``next_item`` is None once everything is."""

    title: str
    note: str
    next_item: NextItem | None
    lines: tuple[VerifyLine, ...]
    stays: StaysBehind | None = None


@dataclass(frozen=True, slots=True)
class Weight:
    """The scale against the expected weight; all in grams, ``shown`` and ``unit`` as read."""

    head: str
    shown: str
    unit: str
    weight_g: int
    least_g: int
    most_g: int
    verdict: Mark | None = None
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tracking:
    """The carrier's number; ``number`` "" until it is scanned, then ``lines`` say what to do."""

    head: str
    number: str = ""
    verdict: Mark | None = None
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Carton:
    """The carton being packed."""

    title: str
    note: str = ""
    weight: Weight | None = None
    tracking: Tracking | None = None


@dataclass(frozen=True, slots=True)
class Slip:
    """The packing slip: ``preview`` is an image file's content (b"" before there is one)."""

    title: str
    note: str
    strong: str
    lines: tuple[str, ...] = ()
    preview: bytes = b""


@dataclass(frozen=True, slots=True)
class PrintQueue:
    """Papers that wait: the trouble in the head with its one remedy."""

    title: str
    note: str = ""
    state: str = ""
    icon: str = "print"
    rows: tuple[str, ...] = ()
    remedy: Action | None = None


@dataclass(frozen=True, slots=True)
class PackScene:
    """One of ``queue`` (no job yet), ``notice`` (shipped, stopped) and ``verify``."""

    band: BandState
    title: str = ""
    about: str = ""
    mark: Mark | None = None
    queue: Queue | None = None
    notice: Notice | None = None
    verify: Verify | None = None
    carton: Carton | None = None
    slip: Slip | None = None
    printer: PrintQueue | None = None
    actions: tuple[Action, ...] = PACK_ACTIONS
