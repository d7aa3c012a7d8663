"""What Dock shows: doors down, hours across, and what to unload next.

Instants are aware datetimes in the site's zone; texts are ready to show.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from ui.models.dock_unload import HourCount, UnloadRow

YARD = ""  # the door of a truck that waits for one


class BlockState(StrEnum):
    """What has become of a truck; each has its own icon and colour."""

    SCHEDULED = "scheduled"
    LATE = "late"
    IN_YARD = "in_yard"
    AT_DOOR = "at_door"
    UNLOADING = "unloading"
    DONE = "done"
    DEPARTED = "departed"
    NO_SHOW = "no_show"
    PICK_UP = "pick_up"
    LOADING = "loading"


@dataclass(frozen=True, slots=True)
class Badge:
    """What a truck does for people: units (each) that go to waiting orders, and how many late."""

    units: int
    orders: int
    late: int = 0


@dataclass(frozen=True, slots=True)
class BlockNote:
    """What stands in the badge's place; ``state`` is ``warn bad out`` or "" for plain words.

    ``short`` is said in its place where there is less room.
    """

    text: str
    state: str = ""
    icon: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class EventChoice:
    """Something that can be said of a truck now.

    ``doors`` are those to choose from.  ``options`` are other choices (what is told, its words),
    ``beside`` each other where they are few; a ``weighed`` event shows first what it would do.
    """

    kind: str
    label: str
    icon: str = ""
    doors: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    beside: bool = False
    weighed: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A truck on the board, from ``start`` to ``end``; at ``YARD`` it waits for a door.

    ``word`` names the state as shown ("Unloading 62 %"), ``progress`` is in percent, ``clock``
    is dwell or detention ("48 min · paid wait in 1 h 12"), ``clock_short`` the same where it is
    narrow ("0:48"), ``conflict`` says what stands against it, or "". Only a ``movable`` block can
    be dragged, a ``resizable`` one made longer, an ``editable`` one told otherwise; ``outbound``
    ones take goods away. ``cause`` says why it waits, or "".
    """

    id: int
    door: str
    start: datetime
    end: datetime
    state: BlockState
    word: str
    carrier: str
    asn: str
    detail: str = ""
    progress: int | None = None
    badge: Badge | None = None
    note: BlockNote | None = None
    clock: str = ""
    clock_short: str = ""
    clock_state: str = ""
    conflict: str = ""
    movable: bool = False
    resizable: bool = False
    outbound: bool = False
    events: tuple[EventChoice, ...] = ()
    editable: bool = False
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Door:
    """A lane of the board; ``about`` is its direction in words, ``both`` where it takes all."""

    name: str
    about: str
    outbound: bool = False
    both: bool = False


@dataclass(frozen=True, slots=True)
class Closure:
    """A time in which a door takes no truck; ``plain`` where that is so every day."""

    door: str
    start: datetime
    end: datetime
    title: str
    about: str = ""
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block (by id) would stand; `YARD` takes its door away.

    ``end`` is set where it stays at its door and start, and is made longer or shorter.
    """

    block: int
    door: str
    start: datetime
    end: datetime | None = None


class Rules(Protocol):
    """What may stand where, by the rule that is applied when it is said."""

    def refusal(self, places: Sequence[Place]) -> str:
        """Return in words why blocks cannot stand there together; "" where they can."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the day; pressed, it lights up the blocks of its ``asns``."""

    name: str
    icon: str
    value: str
    words: str
    state: str = ""
    asns: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class LateDoor:
    """A door that will run late in a sentence, and the ASN in the way, which ``action`` shows."""

    text: str
    action: str = ""
    asn: str = ""


@dataclass(frozen=True, slots=True)
class EffectRow:
    """When an order ships before and after a move."""

    order: str
    customer: str
    before: str
    after: str
    worse: bool = True


@dataclass(frozen=True, slots=True)
class EffectScene:
    """What a move does to orders; ``state`` is ``warn``, ``ok`` or ``bad``.

    ``notes`` say how many orders get all they wait for, and how many no longer.  While the answer
    to a newer question is on its way it is ``stale``.
    """

    state: str
    title: str
    rows: tuple[EffectRow, ...] = ()
    more: str = ""
    foot: str = ""
    notes: tuple[str, ...] = ()
    stale: bool = False


@dataclass(frozen=True, slots=True)
class FirstStep:
    """A step of the first minute; a done one stays, ticked, with ``done_word``."""

    name: str
    title: str
    about: str
    action: str
    icon: str
    done_word: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class EmptyBoard:
    """Why the board is empty, and what to do; ``steps`` where it is the first minute."""

    title: str
    about: str = ""
    action: str = ""
    icon: str = ""
    steps: tuple[FirstStep, ...] = ()


@dataclass(frozen=True, slots=True)
class DockScene:
    """A day at the doors.

    ``begins`` and ``ends`` bound the hours shown, ``now`` is None on another day than ``today``,
    ``as_of`` is set ("as of 10:41") while the data cannot be read again, ``unload_note`` says how
    rows rank. ``undo`` and ``redo`` say what would be taken back or said again, or "".
    """

    day: date
    day_text: str
    begins: datetime
    ends: datetime
    now: datetime | None = None
    today: date | None = None
    doors: tuple[Door, ...] = ()
    blocks: tuple[Block, ...] = ()
    closures: tuple[Closure, ...] = ()
    facts: tuple[Fact, ...] = ()
    unload: tuple[UnloadRow, ...] = ()
    unload_note: str = ""
    hours: tuple[HourCount, ...] = ()
    hours_note: str = ""
    work: tuple[HourCount, ...] = ()
    work_note: str = ""
    work_state: str = ""
    late_door: LateDoor | None = None
    rules: Rules | None = None
    undo: str = ""
    redo: str = ""
    empty: EmptyBoard | None = None
    loading: bool = False
    as_of: str = ""
