"""What the plan is made of, as columns: a million lines load as arrays, not as objects.

Every table is in the order of its ``ids`` (ascending); a column that refers to another table holds
row indexes of that table.  Instants are microseconds since the epoch, UTC; days are proleptic
Gregorian ordinals (``date.toordinal``); quantities are in each.  Columns of text are object arrays.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Mapping

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Texts = NDArray[np.object_]

NEVER: Final = 1 << 62
"""The instant of a promise that was not made: after all others."""
NO_EXPIRY: Final = 1 << 31
"""The expiry day of what does not expire."""

SHIP_AS_AVAILABLE, ALL_OR_NOTHING, UP_TO_N, DEFAULT = range(4)
POLICIES: Final = ("ship_as_available", "all_or_nothing", "up_to_n_shipments", "default")

FROM_STOCK: Final = -1
"""The source of a lock that names no inbound line: any available stock, or a place's."""
ANYWHERE: Final = -1
"""The place of a lock that names no location."""


@dataclass(frozen=True, slots=True, eq=False)
class Orders:
    """Orders that are not cancelled and have, or lately had, open lines.

    ``made`` counts shipments closed; ``picked`` are units (each) in the one that is open.
    ``max_shipments`` is 0 where the policy names no number.  ``preferred`` orders are served before
    the others of their priority: a supervisor has accepted that.  ``agreed`` and ``agreed_most``
    are the policy and number that the customer's agreement names, ``DEFAULT`` and 0 without one.
    Units for ``barred`` orders are never cross-docked: the site excludes their customers.
    """

    ids: Ints
    numbers: Texts
    priority: Ints
    promised: Ints
    ordered: Ints
    policy: Ints
    max_shipments: Ints
    made: Ints
    picked: Ints
    held: Flags
    preferred: Flags
    agreed: Ints
    agreed_most: Ints
    barred: Flags

    @property
    def shipping(self) -> Flags:
        """Tell which orders have an open shipment that holds units."""
        return self.picked > 0


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """Order lines; ``open`` = ordered - shipped - cancelled - in progress, never negative."""

    ids: Ints
    order: Ints
    product: Ints
    texts: Texts
    open: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Products:
    """Every product that a line, a stock row or an inbound line names.

    Units of ``barred`` ones are never cross-docked: the site excludes them.
    """

    ids: Ints
    skus: Texts
    backorderable: Flags
    barred: Flags


@dataclass(frozen=True, slots=True, eq=False)
class Stock:
    """What lies in storage, staging, packing and on docks, less shorts and less picked units.

    Not a table of its own ids: one row for a place (location id), product and expiry day.
    """

    product: Ints
    place: Ints
    on_dock: Flags
    expires: Ints
    units: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Inbound:
    """Shipments that are not closed, cancelled or no-show; ``expected`` is the check-in if any."""

    ids: Ints
    numbers: Texts
    expected: Ints
    arrived: Flags


@dataclass(frozen=True, slots=True, eq=False)
class InboundLines:
    """Lines of those shipments; ``received`` = ``crossed`` + ``damaged`` + what was put away."""

    ids: Ints
    shipment: Ints
    product: Ints
    texts: Texts
    expected: Ints
    received: Ints
    damaged: Ints
    crossed: Ints
    expires: Ints

    def counted(self, units: Mapping[int, int]) -> InboundLines:
        """Return the lines with more units (each, by key) received that no receipt counts yet."""
        if not units:
            return self
        more = np.array([units.get(key, 0) for key in self.ids.tolist()], dtype=np.int64)
        return replace(self, received=self.received + more)


@dataclass(frozen=True, slots=True, eq=False)
class Locks:
    """Net locks (units > 0): ``source`` is an inbound line's row or ``FROM_STOCK``.

    ``place`` is the location id where staged units stand, ``ANYWHERE`` for a pin.  Not in the
    order of ids; a line may have several.
    """

    line: Ints
    source: Ints
    place: Ints
    expires: Ints
    units: Ints


@dataclass(frozen=True, slots=True)
class Touched:
    """Keys of what a change may have touched.

    Of products what lies and comes of them and who holds it, of orders all, of trucks (inbound
    shipments) all but their lines, whose products must be named.
    """

    products: frozenset[int] = frozenset()
    orders: frozenset[int] = frozenset()
    trucks: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.products or self.orders or self.trucks)

    def __len__(self) -> int:
        return len(self.products) + len(self.orders) + len(self.trucks)

    def __or__(self, other: Touched) -> Touched:
        return Touched(
            self.products | other.products,
            self.orders | other.orders,
            self.trucks | other.trucks,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """The tables as they are read: columns that refer to another table hold its keys, not rows.

    Rows may refer to what is not there (an order that is cancelled, a shipment that is closed).
    """

    orders: Orders
    lines: Lines
    products: Products
    stock: Stock
    inbound: Inbound
    inbound_lines: InboundLines
    locks: Locks


@dataclass(frozen=True, slots=True, eq=False)
class PlanFacts:
    """All that the plan depends on but the settings, the clock and the horizon.

    ``barred`` alone says what a setting does: names are looked up once, when the facts are read.
    """

    orders: Orders
    lines: Lines
    products: Products
    stock: Stock
    inbound: Inbound
    inbound_lines: InboundLines
    locks: Locks
