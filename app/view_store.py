"""What screens, sheets and the plan read, as services see it in a unit of work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from app.domain.plan.values import NOTHING_EXCLUDED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from app.domain.backorders import OrderHead
    from app.domain.board import Standing, Truck
    from app.domain.plan.facts import PlanFacts, Reading, Touched
    from app.domain.plan.values import Excluded
    from app.domain.policies import Terms
    from app.own_facts import OwnFacts


class Boards(Protocol):
    """Read-only views behind the screens."""

    def trucks(self) -> tuple[Truck, ...]:
        """Return every inbound shipment of the site with its truck's state."""

    def staged(self) -> tuple[Standing, ...]:
        """Return what stands staged at the site, by place in walking order, oldest first."""

    def boxes(self) -> tuple[tuple[str, str, int], ...]:
        """Return open shipments with units: (order, customer, units to verify), oldest first."""

    def open_units(self) -> Mapping[int, int]:
        """Return the open units (> 0) of every line of an order that is not cancelled."""

    def done_units(self) -> Mapping[str, int]:
        """Return the units (each) received, damaged, cross-docked, put away, picked, shipped."""

    def doors(self) -> tuple[str, ...]:
        """Return the site's doors, by code."""

    def carriers(self) -> Mapping[str, str]:
        """Return by number the carriers of the orders that name one and are not cancelled."""

    def order_heads(self, numbers: Collection[str]) -> Mapping[str, OrderHead]:
        """Return by number what a page of a queue (at most some hundred orders) names."""

    def languages(self) -> Mapping[str, str]:
        """Return by customer the languages of papers that were said."""

    def agreements(self) -> Mapping[str, Terms]:
        """Return what is agreed with customers who say anything, by name."""

    def leaving_it_to(self, customer: str) -> int:
        """Return how many orders of a customer, not cancelled, name no policy of their own."""

    def product_names(self, skus: Collection[str]) -> Mapping[str, str]:
        """Return by SKU the descriptions of at most some hundred products."""


class Exports(Protocol):
    """Sheets for other programs."""

    def sheet(self, what: str) -> tuple[Sequence[str], Iterator[Sequence[Any]]] | None:
        """Return head and rows of orders, stock, shipments or journal; None for another word."""


class Plans(Protocol):
    """What the cross-dock plan is made of, and what has happened since it was made."""

    own: OwnFacts

    def facts(self, excluded: Excluded = NOTHING_EXCLUDED) -> PlanFacts:
        """Read all that the plan depends on; what is excluded from cross-docking is barred."""

    def touched(self, touched: Touched, excluded: Excluded = NOTHING_EXCLUDED) -> Reading:
        """Read again what a change may have touched; what is excluded is barred."""

    def changed(self, known: int) -> Touched | None:
        """Return what was touched since a fact (a sequence); None where it may be anything."""

    def news(self, known: int) -> tuple[int, int]:
        """Return how many facts that may change the plan came after a sequence, and the last."""

    def placed(self) -> int:
        """Return how many orders are on file, whatever has become of them."""

    def crossed(self) -> frozenset[str]:
        """Return the numbers of orders that units off a truck were ever sent to."""
