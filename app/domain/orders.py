"""Customer orders and their shipments, as a job sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.policies import UNSAID, Policy, Terms, Voices, terms

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.goods import Trace

WHOLE = re.compile(r"[0-9]+")


def line_key(line: str) -> tuple[int, int, str]:
    """Return the sort key of a line number: whole numbers by value and text, others after them."""
    return (0, int(line), line) if WHOLE.fullmatch(line) else (1, 0, line)


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One order line; all counts in units (each), ``in_progress`` is picked or packed.

    A substitute's line names by ``stands_for`` (a key) the line of its order in whose place it
    stands, and how many units of that it ``replaces``; none once that was taken back.
    """

    id: int
    line: str
    product_id: int
    quantity: int
    shipped: int
    cancelled: int
    in_progress: int
    stands_for: int | None = None
    replaces: int = 0

    @property
    def open(self) -> int:
        """Return the units that nobody has picked, shipped or cancelled yet."""
        return self.quantity - self.shipped - self.cancelled - self.in_progress


@dataclass(frozen=True, slots=True)
class Order:
    """One order with its lines in line order; ``made`` counts shipments that have been closed.

    ``policy`` and ``max_shipments`` are what the order itself says, ``agreed`` what its customer
    does; ``counts`` says whose word counts.  ``carrier`` is who fetches it, "" where nobody said.
    ``language`` is that of its papers, its own or its customer's, "" where nobody said;
    ``reference`` is the customer's own number, ``note`` is for whoever opens the box.
    """

    id: int
    number: str
    customer: str
    ordered_at: datetime
    promised_at: datetime | None
    priority: int
    policy: Policy
    max_shipments: int | None
    ship_to: str
    email: str
    hold: bool
    cancelled: bool
    made: int
    lines: tuple[OrderLine, ...]
    agreed: Terms = UNSAID
    allow_substitutes: bool = False
    carrier: str = ""
    language: str = ""
    note: str = ""
    reference: str = ""

    @property
    def workable(self) -> bool:
        """Tell whether anybody may pick, pack or ship it now."""
        return not self.hold and not self.cancelled

    @property
    def why_not(self) -> str:
        """Name the sentence why nobody may work on it; only for one that is not workable."""
        return "order_cancelled" if self.cancelled else "order_on_hold"

    def line_of(self, line_id: int) -> OrderLine:
        """Return the line with that key; StopIteration cannot occur for a line of the order."""
        return next(line for line in self.lines if line.id == line_id)

    def voices(self, default: str) -> Voices:
        """Return who says what of it; ``default`` is the site's policy."""
        return Voices(terms(self.policy, self.max_shipments), self.agreed, Terms(default))

    def most_shipments(self, default: str) -> int | None:
        """Return how many shipments it may have over its life, at least 1; None without a limit."""
        return self.voices(default).counts.terms.limit

    def shipments_left(self, default: str) -> int | None:
        """Return how many shipments may still be closed, at least 1; None without a limit."""
        most = self.most_shipments(default)
        return None if most is None else max(1, most - self.made)


@dataclass(frozen=True, slots=True)
class Shipment:
    """A shipment of an order; ``ordinal`` counts from 1 over the order's whole life."""

    id: int
    number: str
    order_id: int
    ordinal: int
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """Units (each, > 0) that a shipment or a lock holds for an order line in one place."""

    order_line_id: int
    product_id: int
    quantity: int
    location_id: int
    trace: Trace
