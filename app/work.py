"""The unit of work and its repositories, as services see them.

One ``Work`` is one transaction: it is rolled back unless ``commit`` was called.  Every write names
the fact it hangs on.  A repository returns values, never rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from app.domain.plan.values import NOTHING_EXCLUDED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import datetime

    from app.change_store import Changes, Decisions, Losses, Pins
    from app.dock_store import Doors, Visits
    from app.domain.backorders import OrderHead
    from app.domain.board import Standing, Truck
    from app.domain.goods import Location, Move, Product, Stock, Trace
    from app.domain.inbound import Asn, Told
    from app.domain.jobs import Memory, ScanRecord
    from app.domain.orders import Held, Order, Shipment
    from app.domain.plan.facts import PlanFacts, Reading, Touched
    from app.domain.plan.substitution import Approved
    from app.domain.plan.values import Excluded
    from app.domain.policies import Terms
    from app.domain.proof import Check
    from app.domain.settings import Settings
    from app.domain.stamp import Stamp
    from app.import_store import ImportStore
    from app.osd_store import OsdBook
    from app.own_facts import OwnFacts
    from app.pick_store import Claim, Counting, PutBacks
    from app.sweep_store import Sweeps


class Goods(Protocol):
    """Products and their barcodes."""

    def by_barcode(self, key: str) -> tuple[Product, int] | None:
        """Find a product and its units by a barcode's key (``app.domain.barcode``)."""

    def by_sku(self, sku: str) -> Product | None:
        """Find a product by its SKU, in its own spelling."""

    def get(self, product_id: int) -> Product:
        """Return a product by its key."""

    def substitutes(self, product_ids: Collection[int]) -> Mapping[int, tuple[Approved, ...]]:
        """Return the approved substitutes of products (keys) that have any, the best first."""

    def teach(self, fact: int, key: str, code: str, product_id: int, units: int) -> None:
        """Add a barcode; BadValueError where another product has it."""


class Places(Protocol):
    """Locations of the work's site."""

    def by_code(self, code: str) -> Location | None:
        """Find a location by its code."""

    def get(self, location_id: int) -> Location:
        """Return a location by its key."""

    def of_kind(self, kind: str) -> tuple[Location, ...]:
        """Return the locations of one kind in walking order."""

    def virtual(self, kind: str) -> int:
        """Return the key of the site's supplier, customer or adjustment location."""

    def empty_storage(self) -> Location | None:
        """Return the first storage location by pick sequence in which nothing lies."""

    def add(self, fact: int, code: str, kind: str) -> Location:
        """Add a location."""


class Ledger(Protocol):
    """The double-entry stock ledger and on-hand, its only projection."""

    def move(self, fact: int, move: Move) -> None:
        """Post a move; RefusedError("not_there") where it would make on-hand negative."""

    def of_product(self, product_id: int) -> tuple[Stock, ...]:
        """Return on-hand of a product in every physical location."""

    def units_in(self, location_ids: tuple[int, ...]) -> Mapping[int, int]:
        """Return on-hand units (each) of all products by location; empty ones are left out."""

    def missing(self, product_id: int) -> Mapping[tuple[int, Trace], int]:
        """Return the units that short picks did not find, by location and trace."""

    def miss(self, fact: int, location_id: int, product_id: int, trace: Trace, units: int) -> None:
        """Note units (each) that a short pick did not find."""


class Locks(Protocol):
    """Staged units and supervisors' pins."""

    def stage(self, fact: int, held: Held) -> None:
        """Lock units that stand in a lane (or on a dock) to an order line; negative releases."""

    def staged_of_product(self, product_id: int) -> tuple[Held, ...]:
        """Return what is staged of a product, for every order."""

    def staged_of_order(self, order_id: int) -> tuple[Held, ...]:
        """Return what is staged for an order."""

    def lanes_beside(self, order_id: int) -> tuple[int, ...]:
        """Return the places (keys) where units for the order's customer and ship-to are staged."""

    def pinned_to(self, product_id: int, inbound_line_id: int) -> Mapping[int, int]:
        """Return the units (each, > 0) pinned of an ASN line, by order line."""


class Orders(Protocol):
    """Customer orders."""

    def find(self, number: str) -> Order | None:
        """Find an order with its lines and counts."""

    def substitutable(self) -> frozenset[int]:
        """Return the open lines (keys) of orders that allow substitutes, of products with some.

        A line that stands in for another is none.
        """

    def of_line(self, order_line_id: int) -> tuple[str, str]:
        """Return an order line's order number and line number."""


class Shipments(Protocol):
    """Shipments, what was picked into them and what was verified."""

    def open_of(self, order_id: int) -> Shipment | None:
        """Return the order's shipment that is not closed, be it still empty."""

    def find(self, number: str) -> Shipment | None:
        """Find a shipment by its number."""

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

    def verify(self, fact: int, shipment_id: int, held: Held) -> None:
        """Note verified units; negative takes back."""

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

    def waiting(self, sitting: int) -> tuple[Told, ...]:
        """Return what a sitting has sent somewhere and nobody has moved yet, in scan order."""

    def moved(self, fact: int, sitting: int, told: Told, location_id: int) -> None:
        """Note that told units have been moved to a location."""

    def counted_serial(self, product_id: int, serial: str) -> bool:
        """Tell whether a receipt that was not undone counts that serial already."""

    def event(
        self, fact: int, inbound_id: int, kind: str, at: datetime | None, door: str = ""
    ) -> None:
        """Append a dock event (arrive, at_door, …, close, reopen)."""


class Scans(Protocol):
    """Scans, sittings and claims."""

    def answered(self, scan_id: str) -> Mapping[str, Any] | None:
        """Return the answer of a scan that is already stored, so that a retry adds nothing."""

    def sitting(self, job: str, number: str) -> int | None:
        """Return the station's sitting at the job that has not ended."""

    def sit(self, fact: int, job: str, number: str) -> int:
        """Begin a sitting."""

    def end(self, fact: int, sitting: int) -> None:
        """End a sitting."""

    def memory(self, sitting: int) -> Memory:
        """Return the memory that the sitting's last scan left."""

    def add(self, record: ScanRecord) -> None:
        """Store a scan with its answer; a known scan id is refused by the database."""

    def newest_change(self, job: str, number: str) -> tuple[str, int] | None:
        """Return id and fact of the newest accepted changing scan that is not undone."""

    def claim(self, fact: int, job: str, number: str) -> str | None:
        """Claim a job for the work's station; return the station that had it before."""

    def holder(self, job: str, number: str) -> str | None:
        """Return the station that has a job, None where nobody ever had."""

    def claimed(self, job: str, number: str) -> Claim | None:
        """Return who is at a job now: None where nobody is, or has ended that sitting."""


class Documents(Protocol):
    """Printed documents, as they were said the first time, and their prints."""

    def add(self, fact: int, kind: str, number: str, shipment_id: int, content: str) -> int:
        """Store a document's content (JSON); return its key."""

    def of_shipment(self, shipment_id: int) -> tuple[int, str] | None:
        """Return the key and content of a shipment's packing slip."""

    def copies(self, document_id: int) -> int:
        """Return how many prints were asked for so far."""

    def print_state(
        self, fact: int, document_id: int, copy: int, state: str, target: str, detail: str = ""
    ) -> None:
        """Append a state of one print."""


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
