"""What picking a cluster needs from the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.cluster import Cluster, InHand


class Clusters(Protocol):
    """Clusters of orders, their totes, and what lies in none of those yet."""

    def open_new(self, fact: int, number: str, order_ids: Sequence[int]) -> None:
        """Begin a cluster of orders, in the order in which they stand on the cart."""

    def count(self) -> int:
        """Return how many clusters were ever begun."""

    def find(self, number: str) -> Cluster | None:
        """Return a cluster without the orders that a later cluster took, None for no number.

        A tote counts for the order that it was given to last.
        """

    def of_order(self, order_id: int) -> str | None:
        """Return the number of the newest cluster that an order is in, None where it is in none."""

    def latest(self, most: int) -> tuple[str, ...]:
        """Return the numbers of the newest clusters of the site, the newest first."""

    def give_tote(self, fact: int, cluster_id: int, order_id: int, tote: str) -> None:
        """Give an order of a cluster the tote that stands at its place."""

    def fill_tote(self, fact: int, cluster_id: int, order_id: int, tote: str) -> None:
        """Note that an order's tote takes no more: the next one has yet to be given."""

    def totes_of(self, order_id: int) -> tuple[str, ...]:
        """Return the totes into which the units of an order's open shipment were picked.

        Those are left out that another order has got since.
        """

    def order_at(self, tote: str) -> tuple[str, str] | None:
        """Return the cluster and order (numbers) that a tote was given to last, None if never."""

    def tell(self, fact: int, sitting: int, held: InHand, sign: int = 1) -> None:
        """Note units that somebody has in hand; ``sign`` -1 where they went into a tote."""

    def in_hand(self, sitting: int) -> tuple[InHand, ...]:
        """Return what a sitting has in hand, the first taken first."""
