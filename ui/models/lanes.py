"""What the lane map shows: a tile a lane, grouped by purpose, and the lane that is chosen.

Texts are ready to show.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.models.work import Mark


@dataclass(frozen=True, slots=True)
class LaneTile:
    """One lane: ``units`` and ``orders`` in words, the ``age`` of the oldest, what it waits for.

    A free lane has no age; ``ready`` tells that something in it can be picked now.
    """

    code: str
    units: str
    orders: str = ""
    waits: str = ""
    age: Mark | None = None
    ready: bool = False

    @property
    def free(self) -> bool:
        """Tell whether nothing stands there."""
        return self.age is None

    @property
    def told(self) -> str:
        """The tile's words for a screen reader and its tool tip."""
        age = self.age.word if self.age else ""
        return " · ".join(
            part for part in (self.code, self.units, age, self.orders, self.waits) if part
        )


@dataclass(frozen=True, slots=True)
class LaneGroup:
    """The lanes of one purpose, in walking order."""

    title: str
    note: str
    tiles: tuple[LaneTile, ...]


@dataclass(frozen=True, slots=True)
class LaneOrder:
    """An order that stands in the chosen lane; ``pick`` labels the way to it, "" without one."""

    order: str
    customer: str
    since: str
    came_on: str
    waits: str
    age: Mark
    pick: str = ""


@dataclass(frozen=True, slots=True)
class LanePanel:
    """The chosen lane; ``note`` says how much stands there, or that nothing does."""

    code: str
    note: str
    orders: tuple[LaneOrder, ...] = ()


@dataclass(frozen=True, slots=True)
class LanesScene:
    """The lanes of the site; ``empty`` is the sentence for none."""

    groups: tuple[LaneGroup, ...] = ()
    strong: str = ""
    summary: str = ""
    panel: LanePanel | None = None
    empty: str = ""
