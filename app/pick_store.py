"""What picking needs from the store besides shipments: put-backs, places to count, claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from app.domain.goods import Location, Trace
    from app.domain.put_back import Loose


@dataclass(frozen=True, slots=True)
class Claim:
    """Who has a job: the station, who works there, since when, and when it last scanned there."""

    station: str
    actor: str
    since: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class CountCall:
    """A place that somebody wants counted; ``missing`` units (each) are unavailable there.

    ``sku`` is "" where the whole place is in doubt; ``reason`` is "" where nobody said one.
    """

    location: str
    sku: str
    missing: int
    kind: str
    reason: str
    since: datetime


class PutBacks(Protocol):
    """Picked units that go back, and those that have gone."""

    def loose(
        self, order_id: int | None = None, products: Iterable[int] | None = None
    ) -> Mapping[str, tuple[Loose, ...]]:
        """Return by order number what was picked for it and is to go back, as far as facts say.

        ``order_id`` and ``products`` (keys) ask of one order and of some products alone.

        These are the picked units of held orders, and those that a cancellation or a cut freed
        and nobody has put back yet: where they stood then.
        """

    def tell(self, fact: int, sitting: int, order_id: int, loose: Loose) -> None:
        """Note units that somebody has in hand."""

    def in_hand(self, sitting: int, order_id: int) -> tuple[Loose, ...]:
        """Return what a sitting has taken and not put down."""

    def moved(self, fact: int, sitting: int, order_id: int, loose: Loose) -> None:
        """Note that units in hand have been put down."""

    def origin(self, number: str, product_id: int, trace: Trace) -> Location | None:
        """Return the shelf from which units were last picked for an order, None without one."""


class Counting(Protocol):
    """Places that are to be counted."""

    def call(
        self, fact: int, location_id: int, product_id: int | None, kind: str, reason: str = ""
    ) -> None:
        """Note that a place is to be counted, and why; the newest word counts."""

    def calls(self) -> tuple[CountCall, ...]:
        """Return what is to be counted, in walking order."""

    def products_missing(self, location_id: int) -> tuple[int, ...]:
        """Return the products (keys) of which units are missing in a place until it is counted."""
