"""The unit of work and its repositories, as services see them.

One ``Work`` is one transaction: it is rolled back unless ``commit`` was called.  Every write names
the fact it hangs on.  A repository returns values, never rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AbstractContextManager
    from datetime import datetime

    from app.carton_store import Cartons
    from app.change_store import Changes, Decisions, Losses, Pins
    from app.cluster_store import Clusters
    from app.dock_store import Doors, Visits
    from app.domain.goods import Trace
    from app.domain.inbound import Asn, Told
    from app.domain.orders import Held, Order, Shipment
    from app.domain.proof import Check
    from app.domain.settings import Settings
    from app.domain.stamp import Stamp
    from app.import_store import ImportStore
    from app.osd_store import OsdBook
    from app.paper_store import Documents
    from app.pick_store import Counting, PutBacks
    from app.scan_store import Scans
    from app.scanner_store import Scanners
    from app.stock_store import Goods, Ledger, Locks, Places
    from app.sweep_store import Sweeps
    from app.view_store import Boards, Exports, Plans


class Orders(Protocol):
    """Customer orders."""

    def find(self, number: str) -> Order | None:
        """Find an order with its lines and counts."""

    def substitutable(self) -> frozenset[int]:
        """Return the open lines (keys) of orders that allow substitutes, of products with some.

        A line that stands in for another is none.
        """

    def number_of(self, order_id: int) -> str:
        """Return the number of an order by its key."""

    def of_line(self, order_line_id: int) -> tuple[str, str]:
        """Return an order line's order number and line number."""


class Shipments(Protocol):
    """Shipments, what was picked into them and what was verified."""

    def open_of(self, order_id: int) -> Shipment | None:
        """Return the order's shipment that is not closed, be it still empty: its first."""

    def find(self, number: str) -> Shipment | None:
        """Find a shipment by its number."""

    def nth(self, order_id: int, ordinal: int) -> Shipment:
        """Return the order's shipment with that ordinal; LookupError where it has none."""

    def left(self, order_id: int) -> Mapping[int, datetime]:
        """Return by ordinal when the order's closed shipments were closed."""

    def open_new(self, fact: int, order: Order) -> Shipment:
        """Open the order's next shipment."""

    def close(self, fact: int, shipment_id: int) -> None:
        """Close it: its units are shipped."""

    def pick(self, fact: int, shipment_id: int, held: Held) -> None:
        """Add picked units; ``held.location_id`` is where they now stand; negative takes away."""

    def picked(self, shipment_id: int) -> tuple[Held, ...]:
        """Return what the shipment holds."""

    def standing(self, product_id: int) -> tuple[Held, ...]:
        """Return what open shipments hold of a product, for every order."""

    def has_serial(self, product_id: int, serial: str) -> bool:
        """Tell whether a shipment, open or closed, holds a unit of the product with that serial."""

    def verify(self, fact: int, shipment_id: int, held: Held, carton: int = 1) -> None:
        """Note verified units in a carton (its number); negative takes back."""

    def verified(self, shipment_id: int) -> Mapping[tuple[int, Trace], int]:
        """Return verified units by order line and trace."""


class Inbound(Protocol):
    """Inbound shipments and what came off them."""

    def find(self, asn: str) -> Asn | None:
        """Find an ASN with its lines and counts."""

    def add_line(self, fact: int, inbound_id: int, product_id: int) -> int:
        """Add a line with nothing expected for an unexpected product; return its key."""

    def tell(self, fact: int, sitting: int, told: Told, moved: int) -> None:
        """Note received units and where they were sent; ``moved`` of them are there already."""

    def sent(self, inbound_id: int) -> tuple[Told, ...]:
        """Return what was received of an ASN and sent anywhere, moved by now or not."""

    def sent_by(self, fact: int) -> tuple[Told, ...]:
        """Return what one scan (its fact) counted and sent anywhere."""

    def waiting(self, sitting: int) -> tuple[Told, ...]:
        """Return what a sitting has sent somewhere and nobody has moved yet, in scan order."""

    def promised(self) -> tuple[Told, ...]:
        """Return what sittings that have not ended sent to a shelf and nobody has moved yet."""

    def moved(self, fact: int, sitting: int, told: Told, location_id: int) -> None:
        """Note that told units have been moved to a location."""

    def counted_serial(self, product_id: int, serial: str) -> bool:
        """Tell whether a receipt that was not undone counts that serial already."""

    def event(
        self, fact: int, inbound_id: int, kind: str, at: datetime | None, door: str = ""
    ) -> None:
        """Append a dock event (arrive, at_door, …, close, reopen)."""


class Work(Protocol):
    """One transaction on the facts."""

    stamp: Stamp
    settings: Settings

    @property
    def goods(self) -> Goods:
        """Return products and barcodes."""
        ...

    @property
    def places(self) -> Places:
        """Return locations."""
        ...

    @property
    def ledger(self) -> Ledger:
        """Return the stock ledger."""
        ...

    @property
    def locks(self) -> Locks:
        """Return staged units."""
        ...

    @property
    def orders(self) -> Orders:
        """Return orders."""
        ...

    @property
    def shipments(self) -> Shipments:
        """Return shipments."""
        ...

    @property
    def cartons(self) -> Cartons:
        """Return cartons of shipments."""
        ...

    @property
    def inbound(self) -> Inbound:
        """Return inbound shipments."""
        ...

    @property
    def visits(self) -> Visits:
        """Return deliveries and pickups, as the dock sees them."""
        ...

    @property
    def doors(self) -> Doors:
        """Return the site's doors."""
        ...

    @property
    def scans(self) -> Scans:
        """Return scans and sittings."""
        ...

    @property
    def sweeps(self) -> Sweeps:
        """Return sweeps of lanes."""
        ...

    @property
    def put_backs(self) -> PutBacks:
        """Return picked units that go back."""
        ...

    @property
    def clusters(self) -> Clusters:
        """Return clusters of orders."""
        ...

    @property
    def counting(self) -> Counting:
        """Return places to count."""
        ...

    @property
    def osd(self) -> OsdBook:
        """Return what came other than announced."""
        ...

    @property
    def documents(self) -> Documents:
        """Return documents."""
        ...

    @property
    def imports(self) -> ImportStore:
        """Return what importing needs."""
        ...

    @property
    def changes(self) -> Changes:
        """Return supervisors' changes."""
        ...

    @property
    def pins(self) -> Pins:
        """Return supervisors' pins."""
        ...

    @property
    def decisions(self) -> Decisions:
        """Return what supervisors decided."""
        ...

    @property
    def scanners(self) -> Scanners:
        """Return how the station's scanners were tuned."""
        ...

    @property
    def losses(self) -> Losses:
        """Return what shortages took from whom."""
        ...

    @property
    def boards(self) -> Boards:
        """Return what the screens show."""
        ...

    @property
    def exports(self) -> Exports:
        """Return sheets."""
        ...

    @property
    def plans(self) -> Plans:
        """Return what the plan is made of."""
        ...

    def fact(self, kind: str, subject: str, data: Mapping[str, Any] | None = None) -> int:
        """Append a fact; return its sequence."""

    def reverse(self, undone: int, fact: int) -> None:
        """Post the opposite of all that a fact moved, locked, picked, noted or verified.

        RefusedError("moved_on") where the units are no longer where that fact left them.
        """

    def proof(self) -> tuple[Check, ...]:
        """Recount what must hold at all times."""

    def attempt(self) -> AbstractContextManager[None]:
        """Begin a part that leaves nothing behind when it is refused (RefusedError)."""

    def commit(self) -> None:
        """Make everything durable; nothing is acknowledged before this returns."""


class Store(Protocol):
    """Opens units of work."""

    def work(self, stamp: Stamp) -> AbstractContextManager[Work]:
        """Begin a writing transaction; it holds the write lock from the start."""

    def read(self, stamp: Stamp) -> AbstractContextManager[Work]:
        """Begin a reading transaction: one moment, no lock."""
