"""What Pick shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ui import words
from ui.models.action import PICK_ACTIONS, Action
from ui.models.work import NO_PICTURE, Notice, Picture, Queue, StaysBehind

if TYPE_CHECKING:
    from ui.models.band import BandState


@dataclass(frozen=True, slots=True)
class Step:
    """One of the steps Go, Scan, Tote, and where one is."""

    label: str
    icon: str
    state: Literal["done", "now", "ahead"]


@dataclass(frozen=True, slots=True)
class Instruction:
    """The one thing to do now: which item, from where, how many are still to take (each).

    ``instead`` says in place of what a substitute is taken, or ""; ``lead`` stands above the
    location.
    """

    location: str
    name: str
    sku: str
    left: int
    taken: int
    left_words: str
    taken_words: str
    location_note: str = ""
    picture: Picture = NO_PICTURE
    instead: str = ""
    lead: str = words.TAKE_FROM


@dataclass(frozen=True, slots=True)
class NextLine:
    """A line that comes later; ``units`` is ready text ("×2")."""

    location: str
    sku: str
    units: str


@dataclass(frozen=True, slots=True)
class Tote:
    """A tote at its place on the cart; ``units`` is ready text ("×2", "all in it") or ""."""

    letter: str
    code: str
    order: str
    units: str
    state: Literal["now", "ahead", "done", "out"]


@dataclass(frozen=True, slots=True)
class PickScene:
    """One of ``queue`` (no job yet), ``notice`` (all picked, stopped) and ``instruction``.

    With an instruction, ``refusal`` takes the place below the location and stays until seen.
    """

    band: BandState
    title: str = ""
    about: str = ""
    steps: tuple[Step, ...] = ()
    queue: Queue | None = None
    notice: Notice | None = None
    instruction: Instruction | None = None
    refusal: Notice | None = None
    totes: tuple[Tote, ...] = ()
    next_title: str = ""
    next_note: str = ""
    next_lines: tuple[NextLine, ...] = ()
    stays: StaysBehind | None = None
    actions: tuple[Action, ...] = PICK_ACTIONS
