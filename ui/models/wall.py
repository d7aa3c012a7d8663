"""What a wall screen shows: a row per door, what to unload next, and what comes.

Texts are ready to show; states are roles of the look: ``ok info warn bad out idle``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.models.dock import Badge


@dataclass(frozen=True, slots=True)
class WallNote:
    """A few words with a state ("" for plain ones) and an icon ("" for none)."""

    text: str
    state: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class WallRow:
    """One door: its state in colour, icon and ``word``, how long (``clock``), and who is there.

    ``title`` is the carrier or the order to give, ``about`` what is known of it, ``beside`` and
    ``below`` stand at the right; ``progress`` is in percent.  A ``late`` row brings its page to
    the front; a ``quiet`` title asks nobody for anything.
    """

    door: str
    state: str
    icon: str
    word: str
    clock: str
    title: str
    about: str = ""
    badge: Badge | None = None
    beside: WallNote | None = None
    below: WallNote | None = None
    progress: int | None = None
    clock_state: str = ""
    late: bool = False
    quiet: bool = False

    @property
    def told(self) -> str:
        """The row in words, for who cannot see it."""
        said = (self.door, self.word, self.clock, self.title, self.about)
        notes = (note.text for note in (self.beside, self.below) if note is not None)
        return ", ".join(part for part in (*said, *notes) if part)


@dataclass(frozen=True, slots=True)
class WallTruck:
    """A truck to unload next: where it is, the ``order`` to give, and why (``late``, ``due``)."""

    rank: int
    carrier: str
    icon: str
    place: str
    order: str
    why: str
    side: tuple[WallNote, ...] = ()


@dataclass(frozen=True, slots=True)
class WallComing:
    """A truck that is awaited; ``units`` (each) go across, 0 for none; None for a pickup."""

    time: str
    carrier: str
    place: str
    units: int | None
    state: str = ""


@dataclass(frozen=True, slots=True)
class WallFact:
    """One figure of the head."""

    icon: str
    value: str
    words: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class WallScene:
    """A wall screen as it is to be painted; ``trouble`` is set while the data is not fresh.

    ``page_text`` ("page 2 of 9") is "" where all doors fit; ``nobody`` stands where no truck
    waits to be unloaded, ``none_coming`` where none is awaited, ``empty`` where there is no door.
    """

    site: str
    day_text: str
    clock: str
    page_text: str = ""
    facts: tuple[WallFact, ...] = ()
    rows: tuple[WallRow, ...] = ()
    unload: tuple[WallTruck, ...] = ()
    coming: tuple[WallComing, ...] = ()
    nobody: str = ""
    none_coming: str = ""
    empty: str = ""
    trouble: str = ""
