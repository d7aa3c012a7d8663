"""What a scanned code may be on this floor, and what it then says: the values.  Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from app.domain.gs1 import Defect, Fault

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from app.domain.command_scan import Command
    from app.domain.measures import Measure


class Known(Protocol):
    """What this warehouse knows by its codes; a dictionary's get, or a query by key."""

    def item(self, key: str) -> tuple[str, int] | None:
        """Return (sku, units of one scan) of a barcode's key or of a SKU itself, else None."""
        ...

    def location(self, code: str) -> bool:
        """Whether a location has this code."""
        ...

    def order(self, number: str) -> bool:
        """Whether an order has this number."""
        ...

    def asn(self, number: str) -> bool:
        """Whether an inbound shipment has this number."""
        ...

    def container(self, code: str) -> bool:
        """Whether a container (carton, tote, pallet) has this code or SSCC."""
        ...


class Kind(StrEnum):
    """What a code is; ``ITEM`` without a SKU is a right GTIN that nobody has taught us."""

    ITEM = "item"
    CONTAINER = "container"
    LOCATION = "location"
    ORDER = "order"
    ASN = "asn"
    COMMAND = "command"
    TRACKING = "tracking"
    UNKNOWN = "unknown"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Reading:
    """A code as understood.

    ``scan`` is the text as it came, ``code`` the same without blanks and AIM identifier: the
    location, order, ASN or container that it names.  ``units`` (each) is what one scan of the
    barcode stands for; ``count`` is AI 30 or 37.  ``expires_on`` is AI 17, else AI 15.
    ``elements`` are the GS1 elements as (AI, value), in their order, () where there are none;
    ``measures`` what they, or a shop's own number, say of weight, size and price: carried along,
    never counted.  ``defect`` says why a code is BAD.
    """

    scan: str
    kind: Kind
    code: str = ""
    gtin: str | None = None
    sku: str | None = None
    units: int | None = None
    lot: str | None = None
    expires_on: date | None = None
    serial: str | None = None
    sscc: str | None = None
    count: int | None = None
    elements: tuple[tuple[str, str], ...] = ()
    command: Command | None = None
    defect: Defect | None = None
    measures: tuple[Measure, ...] = ()

    @property
    def weight_g(self) -> Decimal | None:
        """Return the net weight in grams that the code carries, None where it says none."""
        weights = (measure.weight_g for measure in self.measures)
        return next((weight for weight in weights if weight is not None), None)

    @property
    def is_known_item(self) -> bool:
        """Whether the code is a product of ours: then ``sku`` and ``units`` are there."""
        return self.kind is Kind.ITEM and self.sku is not None

    @property
    def is_ours(self) -> bool:
        """Whether the code names a product, a place, an order or an ASN that is known here."""
        return self.is_known_item or self.kind in (Kind.LOCATION, Kind.ORDER, Kind.ASN)

    @property
    def has_bad_check_digit(self) -> bool:
        """Whether it is refused for its check digit (``bad_check_digit``), not for its form."""
        return self.defect is not None and self.defect.fault is Fault.CHECK_DIGIT
