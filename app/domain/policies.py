"""Whose word counts: one precedence among the order's, customer's, product's and site's policy.

The nearer to the goods and the later said, the stronger:

1. *product*: one that is not backorderable is never promised from inbound supply, whatever anybody
   says of the order (the floor's rules, "Stockout"); it speaks for its own lines alone;
2. *order*: a policy that was given to this very order, by the file or by a supervisor;
3. *customer*: what is agreed with the customer, for orders that say ``default``;
4. *warehouse*: the site's setting, for whoever has said nothing (the floor's rules, ``default``).

Order before customer, and customer before house, is how order books of the field do it: the
customer's terms are proposed to an order, and the order may say otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.errors import BadValueError


class Policy(StrEnum):
    """How an order may be split over shipments (the floor's rules, "The cross-dock plan")."""

    SHIP_AS_AVAILABLE = "ship_as_available"
    ALL_OR_NOTHING = "all_or_nothing"
    UP_TO_N_SHIPMENTS = "up_to_n_shipments"
    DEFAULT = "default"


class Voice(StrEnum):
    """Who may say how an order ships, the strongest first."""

    PRODUCT = "product"
    ORDER = "order"
    CUSTOMER = "customer"
    WAREHOUSE = "warehouse"


PRECEDENCE: Final = tuple(Voice)
MOST_SHIPMENTS: Final = 1_000_000_000
NOT_BACKORDERABLE: Final = "not_backorderable"
"""What a product says that must not wait for supply."""


@dataclass(frozen=True, slots=True)
class Terms:
    """A policy and, with ``up_to_n_shipments``, how many shipments at most (at least 1)."""

    policy: str = Policy.DEFAULT
    most: int | None = None

    @property
    def spoken(self) -> bool:
        """Tell whether it says anything."""
        return self.policy != Policy.DEFAULT

    @property
    def limit(self) -> int | None:
        """Return how many shipments an order may have over its life; None without a limit."""
        if self.policy == Policy.ALL_OR_NOTHING:
            return 1
        return max(1, self.most or 1) if self.policy == Policy.UP_TO_N_SHIPMENTS else None


UNSAID: Final = Terms()


def parse_terms(policy: str, most: int | None) -> Terms:
    """Read a policy as it is typed; BadValueError where it is none or its number is missing."""
    word = policy.strip().lower()
    if word not in set(Policy):
        raise BadValueError("bad_policy", value=policy)
    if word == Policy.UP_TO_N_SHIPMENTS and not (most and 1 <= most <= MOST_SHIPMENTS):
        raise BadValueError("needs_max_shipments", value=policy)
    return terms(word, most)


def terms(policy: str, most: int | None) -> Terms:
    """Return what a policy says; a number that goes with another policy says nothing."""
    return Terms(policy, most if policy == Policy.UP_TO_N_SHIPMENTS else None)


@dataclass(frozen=True, slots=True)
class Said:
    """What one of them says; a product, named by ``sku``, says ``NOT_BACKORDERABLE``."""

    by: Voice
    terms: Terms
    sku: str = ""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two that say different things of an order, and whose word counts."""

    order: str
    wins: Said
    yields: Said

    @property
    def of_default(self) -> bool:
        """Tell whether only the site's default yields, which is what a default is for."""
        return self.yields.by is Voice.WAREHOUSE


def decider(order: str, customer: str) -> Voice:
    """Return whose policy counts for an order, by what order and customer say."""
    said = {Voice.ORDER: order, Voice.CUSTOMER: customer}
    spoken = (who for who in PRECEDENCE if said.get(who, Policy.DEFAULT) != Policy.DEFAULT)
    return next(spoken, Voice.WAREHOUSE)


@dataclass(frozen=True, slots=True)
class Voices:
    """What order, customer and warehouse say of one order; the warehouse always says something."""

    order: Terms
    customer: Terms
    warehouse: Terms

    @property
    def counts(self) -> Said:
        """Return what counts."""
        return self._said(decider(self.order.policy, self.customer.policy))

    def clashes(self, number: str, never_wait: tuple[str, ...] = ()) -> tuple[Clash, ...]:
        """Return who says something else than what counts, the strongest first.

        ``never_wait`` are SKUs of the order that ran out and must not wait for supply: they clash
        with what counts where that lets other units wait for them.
        """
        wins = self.counts
        found = [Clash(number, never(sku), wins) for sku in never_wait if wins.terms.limit]
        for who in PRECEDENCE[1:]:
            said = self._said(who)
            if said.terms.spoken and said.terms.limit != wins.terms.limit:
                found.append(Clash(number, wins, said))
        return tuple(found)

    def _said(self, who: Voice) -> Said:
        said: Terms = getattr(self, who.value)
        return Said(who, said)


def never(sku: str) -> Said:
    """Return what a product says that is not backorderable."""
    return Said(Voice.PRODUCT, Terms(NOT_BACKORDERABLE), sku)
