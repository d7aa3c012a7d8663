"""What Cross-dock shows: arriving units, the orders they serve, pegs between, and why.

Texts are ready to show; quantities are in each.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.models.backorders import Option
    from ui.models.work import Mark

ARRIVAL, ORDER = "arrival", "order"


@dataclass(frozen=True, slots=True)
class ArrivalGroup:
    """A truck, above its lines."""

    asn: str
    carrier: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """An arriving line: ``units`` come, ``cross_dock`` of them go straight to lanes.

    ``rest`` says what becomes of the others and why ("45 put away: stock covers"), "" where there
    are none.
    """

    asn: str
    line: str
    sku: str
    name: str
    units: int
    cross_dock: int
    rest: str = ""

    @property
    def key(self) -> str:
        """Names the line on either side of a peg."""
        return f"{self.asn}/{self.line}"


@dataclass(frozen=True, slots=True)
class OrderRow:
    """A waiting order in its rank; ``gets`` names what it takes, ``policy`` how it ships."""

    number: str
    rank: int
    priority: str
    customer: str
    gets: str
    policy: str
    mark: Mark
    pinned: bool = False

    @property
    def key(self) -> str:
        """Names the order on either side of a peg."""
        return self.number


@dataclass(frozen=True, slots=True)
class PegRow:
    """Units of an arriving line that serve an order."""

    arrival: str
    order: str
    units: int


@dataclass(frozen=True, slots=True)
class WhyRow:
    """Units, and the rule that gave them; ``state`` is ``ok``, or "" where none were given."""

    units: int
    title: str
    about: str = ""
    state: str = "ok"


@dataclass(frozen=True, slots=True)
class Why:
    """Who gets which of the selected units, or where the selected order's come from."""

    about: str
    rows: tuple[WhyRow, ...] = ()


@dataclass(frozen=True, slots=True)
class PinChoice:
    """A pin that can be set, or taken off where it is ``pinned``."""

    label: str
    order: str
    line: str
    asn: str
    asn_line: str
    units: int
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class OrderActs:
    """What a supervisor may do with the selected order; ``priority`` is 1 to 5.

    ``policies`` are those that can be chosen.
    """

    order: str
    held: bool
    priority: int
    policies: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """When an order ships now and after a change; ``better`` is None where it stays the same."""

    order: str
    customer: str
    now: str
    after: str
    better: bool | None = None


@dataclass(frozen=True, slots=True)
class ChangeScene:
    """A change to the plan that is not applied yet.

    ``heads`` stand over the three columns of ``rows``, where not order, now and after.
    ``warning`` and ``warning_about`` are "" where nobody is hurt. Where it cannot be applied,
    ``refused`` says why.
    """

    icon: str
    title: str
    about: str
    rows: tuple[ChangeRow, ...] = ()
    warning: str = ""
    warning_about: str = ""
    summary: str = ""
    refused: str = ""
    heads: tuple[str, str, str] | None = None


@dataclass(frozen=True, slots=True)
class Mend:
    """Something that went against the plan, and the label of what would mend it, "" for nothing."""

    text: str
    action: str = ""


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """One value of a filter, "" for all."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Filter:
    """``today door customer product late``; one without ``choices`` is on or off.

    ``value`` is the chosen one's name ("" off), ``label`` what the chip says now.
    """

    name: str
    label: str
    icon: str
    value: str = ""
    choices: tuple[FilterChoice, ...] = ()


@dataclass(frozen=True, slots=True)
class CrossdockScene:
    """The plan for what arrives.

    ``selected`` is (`ARRIVAL` or `ORDER`, key), None where nothing is. ``pins``, ``order_acts``
    and ``change`` are only there for who may use them. ``undo`` says what can be taken back, ""
    where nothing can; ``more`` is the label of the button that completes more orders, "" without
    one; ``mend`` is what went against the plan. ``empty`` is the sentence for no rows.
    """

    arrivals: tuple[ArrivalGroup | ArrivalRow, ...] = ()
    orders: tuple[OrderRow, ...] = ()
    pegs: tuple[PegRow, ...] = ()
    filters: tuple[Filter, ...] = ()
    summary: str = ""
    summary_strong: str = ""
    selected: tuple[str, str] | None = None
    why: Why | None = None
    pins: tuple[PinChoice, ...] = ()
    order_acts: OrderActs | None = None
    change: ChangeScene | None = None
    mend: Mend | None = None
    undo: str = ""
    more: str = ""
    more_ready: bool = True
    empty: str = ""
    empty_action: str = ""
    loading: bool = False
    as_of: str = ""
