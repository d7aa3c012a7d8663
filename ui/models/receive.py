"""What Receive shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.models.action import RECEIVE_ACTIONS, Action
from ui.models.work import NO_PICTURE, Notice, Picture, Queue

if TYPE_CHECKING:
    from ui.models.band import BandState
    from ui.models.counts import Count


@dataclass(frozen=True, slots=True)
class Share:
    """Where units of one scan go, and for whom.

    ``state`` is the solid (``ok`` cross-dock, ``info`` put away, ``warn`` quarantine), ``kind``
    its word, ``place`` lane or location, ``order`` and ``order_note`` ("2 of 5") may be "",
    ``units`` is ready text ("4 units") and shown where a case is split.
    """

    state: str
    icon: str
    kind: str
    place: str
    order: str = ""
    order_note: str = ""
    line: str = ""
    units: str = ""


@dataclass(frozen=True, slots=True)
class ReceiveAnswer:
    """The answer to an item scan: one share, or up to three of a case that serves several."""

    shares: tuple[Share, ...]
    name: str
    sku: str
    picture: Picture = NO_PICTURE


@dataclass(frozen=True, slots=True)
class LineCounts:
    """Expected, received, over, short, damaged of the ASN line scanned last (or of the ASN)."""

    title: str
    about: str
    note: str
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """Asks why what was just counted is not as announced, or says what was told of it.

    ``actions`` are the reasons and a picture; whoever scans on leaves it unsaid.
    """

    title: str
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class ReceiveScene:
    """One of ``queue`` (no job yet), ``notice`` and ``answer`` fills the screen, in that order.

    ``why`` stands below the answer.
    """

    band: BandState
    queue: Queue | None = None
    notice: Notice | None = None
    answer: ReceiveAnswer | None = None
    counts: LineCounts | None = None
    actions: tuple[Action, ...] = RECEIVE_ACTIONS
    why: Why | None = None
