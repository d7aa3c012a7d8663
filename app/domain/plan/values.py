"""What the plan says: pegs, unmet lines, inbound lines and the unload order, as frozen values.

Quantities are in each, instants aware and in UTC, numbers of orders, ASNs and lines are text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Literal
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.dock import Put

Source = Literal["stock", "inbound"]
UnmetReason = Literal[
    "on_hold", "stockout", "would_not_complete", "outranked", "outside_horizon", "no_supply"
]
PutAwayReason = Literal[
    "outside_horizon",
    "expired_lot",
    "not_backorderable",
    "product_excluded",
    "customer_excluded",
    "would_wait",
    "share_too_small",
    "would_not_complete",
    "stock_covers",
    "no_demand",
]
DEFAULT_HORIZON = timedelta(days=7)
DUE_WITHIN = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Excluded:
    """What the site never cross-docks: SKUs, and customers by the names on their orders."""

    products: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()


NOTHING_EXCLUDED: Final = Excluded()


@dataclass(frozen=True, slots=True)
class PlanRules:
    """The site's settings that the plan obeys; ``min_share`` is whole percent, 0 to 100.

    What is ``excluded`` the reader of the facts marks in them (``barred``).
    """

    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    default_policy: str = "ship_as_available"
    max_lane_dwell: timedelta = timedelta(hours=24)
    min_share: int = 0
    excluded: Excluded = NOTHING_EXCLUDED


@dataclass(frozen=True, slots=True)
class Peg:
    """Units (each, > 0) of one supply that serve one order line.

    ``asn`` and ``asn_line`` are None for stock; ``on_dock`` is true for stock that lies on a dock;
    ``locked`` of the units are locked to the line (pinned or staged), the others are soft.
    """

    order: str
    line: str
    sku: str
    quantity: int
    source: Source
    asn: str | None
    asn_line: str | None
    available_at: datetime
    ships_at: datetime
    cross_dock: bool
    on_dock: bool
    locked: int
    order_line_id: int
    product_id: int
    inbound_line_id: int | None


@dataclass(frozen=True, slots=True)
class RankFacts:
    """What placed an order in the rank (1 is served first), and how many units it keeps.

    A ``preferred`` order goes before the others of its priority.
    """

    order: str
    rank: int
    priority: int
    promised_at: datetime | None
    ordered_at: datetime
    units: int = 0
    preferred: bool = False


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """The first order behind a peg's own that lost by it.

    ``facts.units`` are those it misses (``reason`` says why), or with ``later`` those it gets, the
    last of them at ``available_at``.
    """

    facts: RankFacts
    reason: UnmetReason | Literal["later"]
    available_at: datetime | None


@dataclass(frozen=True, slots=True)
class PegWhy:
    """Why units serve a line: a lock, or the rank of its order; and who would be next."""

    reason: Literal["locked", "ranked"]
    winner: RankFacts
    runner_up: RunnerUp | None


@dataclass(frozen=True, slots=True)
class Shortage:
    """A product of which an order found too little, and by how many units."""

    sku: str
    units: int


@dataclass(frozen=True, slots=True)
class Beyond:
    """The first inbound line of a product that is expected after the horizon."""

    asn: str
    line: str
    expected_at: datetime


@dataclass(frozen=True, slots=True)
class Unmet:
    """Units (each, > 0) of an order line that nothing serves, with the first reason that applies.

    ``wanted`` is all that is open of the line, ``found`` what it has locked and tentatively took;
    ``winner`` goes with ``outranked``, ``shortages`` with ``would_not_complete``,
    ``beyond`` with ``outside_horizon``.
    """

    order: str
    line: str
    sku: str
    quantity: int
    reason: UnmetReason
    order_line_id: int
    product_id: int
    wanted: int = 0
    found: int = 0
    winner: RankFacts | None = None
    shortages: tuple[Shortage, ...] = ()
    beyond: Beyond | None = None

    @property
    def missing(self) -> int:
        """Return the units that the line did not find; what its order gave back is not missing."""
        return self.wanted - self.found


@dataclass(frozen=True, slots=True)
class PlannedInbound:
    """What becomes of an inbound line: what is done and what is planned.

    ``cross_dock + put_away + damaged = max(expected, received)``; ``pegged`` counts the units still
    to come that serve orders; ``reason`` says why the rest is put away, None where nothing is.
    ``orders`` are the orders that the reason speaks of (gave units back, or wait for units that are
    put away first), ``waits`` is how long the units that ``would_wait`` would stand in a lane at
    least, ``share`` the largest share (whole percent, rounded down) with ``share_too_small``.
    """

    asn: str
    line: str
    sku: str
    expected: int
    received: int
    damaged: int
    cross_dock: int
    put_away: int
    pegged: int
    reason: PutAwayReason | None
    inbound_line_id: int
    product_id: int
    orders: tuple[str, ...] = ()
    waits: timedelta | None = None
    share: int | None = None


@dataclass(frozen=True, slots=True)
class Unload:
    """A shipment's place in the unload order (1 first) and the pegged units that put it there.

    ``app.domain.unloading`` adds the rest: ``rank_by_rule`` and ``rank_by_relief`` are the places
    that rules.md and Smith's rule give it, ``minutes`` (> 0) what it still needs of a door, None
    where nobody knows, ``put`` a supervisor's word that overrides the rule.
    """

    asn: str
    rank: int
    late_units: int
    due_units: int
    units: int
    arrived: bool
    expected_at: datetime
    inbound_id: int
    rank_by_rule: int = 0
    rank_by_relief: int = 0
    minutes: int | None = None
    put: Put | None = None

    @property
    def relief(self) -> Fraction:
        """Return the units (each) for late and due orders that a minute at the door brings."""
        return Fraction(self.late_units + self.due_units, self.minutes or 1)
