"""The plan as a value that is asked: everything is worked out from columns on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from app.domain.plan.values import Peg, PlannedInbound, RankFacts, Unload, Unmet


class Plan:
    """Who gets which unit, as of an instant.  Frozen: a change of facts makes another plan."""

    as_of: datetime
    horizon_end: datetime

    def pegs(self) -> Iterator[Peg]:
        """Yield every peg, in order rank, line, supply order."""
        raise NotImplementedError

    def pegs_of_order(self, number: str) -> tuple[Peg, ...]:
        """Return the order's pegs, in line and supply order; none for an unknown order."""
        raise NotImplementedError

    def pegs_of_product(self, product_id: int) -> tuple[Peg, ...]:
        """Return the product's pegs, in order rank, line, supply order."""
        raise NotImplementedError

    def unmet(self) -> Iterator[Unmet]:
        """Yield every unmet line, in order rank and line."""
        raise NotImplementedError

    def unmet_of_order(self, number: str) -> tuple[Unmet, ...]:
        """Return the order's unmet lines, in line order."""
        raise NotImplementedError

    def inbound(self) -> Iterator[PlannedInbound]:
        """Yield every line of the open inbound shipments, by ASN number and line."""
        raise NotImplementedError

    def inbound_of(self, asn: str) -> tuple[PlannedInbound, ...]:
        """Return the lines of one open inbound shipment, by line."""
        raise NotImplementedError

    def unload(self) -> tuple[Unload, ...]:
        """Return the open inbound shipments in unload order."""
        raise NotImplementedError

    def pickable(self, number: str) -> dict[int, int]:
        """Return order line id -> units (each, > 0) that can be picked now, in line order."""
        raise NotImplementedError

    def rank_of(self, number: str) -> RankFacts | None:
        """Return the order's rank among the orders with open units; None for any other."""
        raise NotImplementedError
