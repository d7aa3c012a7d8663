"""Products, places and what lies in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class Kind(StrEnum):
    """The kinds of location; the last three are virtual (the floor's rules, "The stock ledger")."""

    STORAGE = "storage"
    STAGING = "staging"
    DOCK = "dock"
    PACKING = "packing"
    CARTON = "carton"
    QUARANTINE = "quarantine"
    SUPPLIER = "supplier"
    CUSTOMER = "customer"
    ADJUSTMENT = "adjustment"


VIRTUAL = frozenset({Kind.SUPPLIER, Kind.CUSTOMER, Kind.ADJUSTMENT})
SALEABLE = frozenset({Kind.STORAGE, Kind.STAGING, Kind.PACKING, Kind.DOCK})


@dataclass(frozen=True, slots=True)
class Trace:
    """What tells units of one product apart: lot, expiry day, serial; empty where there is none."""

    lot: str = ""
    expires_on: date | None = None
    serial: str = ""

    def expired(self, today: date) -> bool:
        """Tell whether the lot is past its last good day (it is good through that day)."""
        return self.expires_on is not None and self.expires_on < today


PLAIN = Trace()


@dataclass(frozen=True, slots=True)
class Product:
    """A product as the floor needs it; ``unit_weight_g`` is None where nobody said.

    ``zone`` is the one in which it is to lie, "" for any.
    """

    id: int
    sku: str
    description: str = ""
    unit_weight_g: int | None = None
    backorderable: bool = True
    home_location_id: int | None = None
    tracking: str = "none"
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    """A place of one site; ``pick_sequence`` None sorts after every number.

    ``purpose`` tells staging places apart: ``cross_dock`` or ``outbound``, "" for both.
    """

    id: int
    code: str
    kind: Kind
    zone: str = ""
    pick_sequence: int | None = None
    purpose: str = ""

    @property
    def walk(self) -> tuple[bool, int, str]:
        """Return the key of the walking order: pick sequence, then code."""
        return (self.pick_sequence is None, self.pick_sequence or 0, self.code)


@dataclass(frozen=True, slots=True)
class Stock:
    """Units (each, > 0) of a product that lie in one place and share one trace."""

    location: Location
    product_id: int
    trace: Trace
    quantity: int


@dataclass(frozen=True, slots=True)
class Move:
    """Units (each, > 0) that go from one location to another: one row of the ledger."""

    product_id: int
    quantity: int
    source_id: int
    target_id: int
    trace: Trace = PLAIN
