"""What packing into cartons needs from the store: cartons, and what lies in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.cartons import Carton, Lying
    from app.domain.orders import Held


@dataclass(frozen=True, slots=True)
class Standing:
    """Whose a carton is: the order, the shipment, its number in it."""

    order: str
    shipment: str
    carton: int


@dataclass(frozen=True, slots=True)
class Gone:
    """When a shipment was closed and handed over, and its last slip said; None where not yet."""

    closed_at: datetime | None
    handed_over_at: datetime | None
    slip_at: datetime | None


class Cartons(Protocol):
    """Cartons of shipments; one that was dropped is no carton, but its SSCC stays used."""

    def of_shipment(self, shipment_id: int) -> tuple[Carton, ...]:
        """Return a shipment's cartons by number."""

    def contents(self, shipment_id: int) -> Mapping[int, Mapping[Lying, int]]:
        """Return by carton number the verified units (each, > 0) that lie in it."""

    def add(self, fact: int, shipment_id: int, sscc: str) -> Carton:
        """Give the shipment its next carton; ``sscc`` "" for none."""

    def give_sscc(self, fact: int, carton: Carton, sscc: str) -> None:
        """Give an SSCC to a carton that has none."""

    def count_ssccs(self) -> int:
        """Return how many SSCCs were ever given."""

    def open(self, fact: int, carton: Carton) -> None:
        """Take it in hand."""

    def drop(self, fact: int, carton: Carton) -> None:
        """Let it be none any more."""

    def weigh(self, fact: int, carton: Carton, weight_g: int) -> None:
        """Note what it weighs (grams, > 0) with all that lies in it now."""

    def track(self, fact: int, carton: Carton, number: str, carrier: str) -> None:
        """Note its carrier's number, in the place of the one before."""

    def move(self, fact: int, shipment_id: int, held: Held, source: int, target: int) -> None:
        """Move verified units from one carton (number) to another."""

    def tracked(self, number: str) -> Standing | None:
        """Return whose carton has that carrier's number."""

    def numbered(self, sscc: str) -> Standing | None:
        """Return whose carton has that SSCC, dropped ones too."""

    def gone(self, shipment_id: int) -> Gone:
        """Return what is known of its leaving."""

    def hand_over(self, fact: int, shipment_id: int) -> None:
        """Note that the carrier has it."""

    def reopen(self, fact: int, shipment_id: int) -> None:
        """Let a closed shipment be open again."""
