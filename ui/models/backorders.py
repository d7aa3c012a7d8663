"""What Backorders shows: the queue by pages, and the decision for the selected line.

Texts are ready to show; quantities are in each.  Rows come by pages: a queue may have 100,000.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.models.crossdock import ChangeScene
    from ui.models.dock import Fact
    from ui.models.work import Mark

PAGE = 64  # rows of a page; taller than any window
RANK, ORDER, PRODUCT, WAITING, AGE = "rank", "order", "product", "waiting", "age"
PROMISED, STATE, EXPECTED, WAITS, SHIPS = "promised", "state", "expected", "waits", "ships"
COLUMNS = (RANK, ORDER, PRODUCT, WAITING, AGE, PROMISED, STATE, EXPECTED, WAITS, SHIPS)
SORTABLE = frozenset({RANK, ORDER, PRODUCT, WAITING, AGE, PROMISED, EXPECTED})


@dataclass(frozen=True, slots=True)
class BackorderRow:
    """A waiting line. ``expected`` is a date or "no date", never a guess.

    ``late`` says how late it is where ``mark`` says something else, ``expected_state`` is ``bad``
    where it misses the promise, ``code`` says that ``waits_for`` is a number and not a word,
    ``pickup`` which pickup it misses, "" for none.
    """

    order: str
    line: str
    rank: int
    priority: str
    customer: str
    product: str
    sku: str
    units: int
    age: str
    promised: str
    mark: Mark
    expected: str
    waits_for: str
    waits_about: str = ""
    ships: str = ""
    late: str = ""
    expected_state: str = ""
    code: bool = True
    pickup: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Order and line number."""
        return self.order, self.line


@dataclass(frozen=True, slots=True)
class RowPage:
    """Rows from ``first`` (0 is the top) on, at most `PAGE`, of the arrangement ``turn``."""

    turn: int
    first: int
    rows: tuple[BackorderRow, ...] = ()


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """A filter with how many lines it leaves; one is ``on``."""

    name: str
    label: str
    icon: str
    count: str = ""
    on: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """A value to choose: a policy, a priority."""

    name: str
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """What can be done: ``hold release cancel policy priority allow forbid substitute``.

    One with ``options`` asks which.
    """

    kind: str
    title: str
    about: str = ""
    icon: str = ""
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact of the line or its order; ``state`` is ``bad`` or "" for plain."""

    label: str
    value: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """The selected line: why it waits first, then what can be done and what a change would do.

    ``state`` tints the reason (``btn bad warn idle``). ``busy`` says what is being worked out.
    """

    order: str
    line: str
    about: str
    mark: Mark
    why: str = ""
    why_about: tuple[str, ...] = ()
    state: str = "idle"
    facts: tuple[FactLine, ...] = ()
    decisions: tuple[Decision, ...] = ()
    change: ChangeScene | None = None
    busy: str = ""


@dataclass(frozen=True, slots=True)
class BackordersScene:
    """The queue as it is arranged.

    ``turn`` counts arrangements: pages of another one are void. ``selected_at`` is the place of
    the selected line, None where it is not among the ``count`` rows. ``summary`` is the foot,
    ``facts`` the counters above (lines, units, orders, backorder rate). Without ``can_export``
    no CSV is offered. ``undo`` says what can be taken back, "" where nothing can.
    """

    turn: int = 0
    count: int = 0
    sort: str = RANK
    falling: bool = False
    filters: tuple[QueueFilter, ...] = ()
    summary: str = ""
    selected_at: int | None = None
    undo: str = ""
    empty: str = ""
    empty_action: str = ""
    loading: bool = False
    facts: tuple[Fact, ...] = ()
    as_of: str = ""
    can_export: bool = False
