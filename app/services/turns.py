"""What a room is handed of a scan, what it gives back, and the answers that rooms share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from app.domain.errors import RefusedError
from app.domain.goods import Trace
from app.domain.jobs import Answer, Memory, refuse
from app.domain.scan import Outcome

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from app.domain.goods import Product
    from app.domain.reading import Reading
    from app.services.desk import Desk
    from app.services.freeing import Freed
    from app.services.meaning import RoomKnown
    from app.work import Work


@dataclass(frozen=True, slots=True)
class Turn:
    """One scan being handled: the transaction, the fact it will be, and what it meant."""

    work: Work
    desk: Desk
    fact: int
    sitting: int
    number: str
    reading: Reading
    memory: Memory

    @property
    def today(self) -> date:
        """Return the site's calendar day."""
        return self.work.stamp.at.astimezone(self.work.settings.zone).date()

    @property
    def product(self) -> Product:
        """Return the scanned product; only for a reading that is a known item."""
        found = self.work.goods.by_sku(self.reading.sku or "")
        if found is None:
            raise RefusedError("unknown_sku", sku=self.reading.sku)
        return found

    @property
    def packs(self) -> int:
        """Return how many of what the barcode names were scanned: count x quantity."""
        count = 1 if self.reading.count is None else self.reading.count
        return count * (self.memory.times or 1)

    @property
    def units(self) -> int:
        """Return the units that this item scan stands for: barcode x count x quantity."""
        return (self.reading.units or 1) * self.packs

    @property
    def one_serial_too_often(self) -> bool:
        """Tell whether one serial is to count for several: it names one thing."""
        return bool(self.reading.serial) and self.packs > 1


@dataclass(frozen=True, slots=True)
class Done:
    """What a scan came to: the answer, the memory it leaves, and whether it can be undone."""

    answer: Answer
    memory: Memory
    changes: bool = False
    undoes: str | None = None


@runtime_checkable
class TakesNumbers(Protocol):
    """A room that takes carriers' numbers."""

    def carrier_number(self, turn: Turn) -> Done:
        """Answer the scan of a carrier's number, or of what is to be one."""


class Room(Protocol):
    """What tells receiving, picking and packing apart."""

    name: str

    def known(self, work: Work, number: str) -> RoomKnown:
        """Return what this room's scans may name."""

    def expects_place(self, turn: Turn) -> bool:
        """Tell whether a code that names a product and a place means the place now."""

    def why_final(self, turn: Turn) -> str | None:
        """Name the sentence why nothing of the job can be taken back any more, None if it can."""

    def item(self, turn: Turn) -> Done:
        """Answer the scan of a known product."""

    def place(self, turn: Turn) -> Done:
        """Answer the scan of a location."""

    def container(self, turn: Turn) -> Done:
        """Answer the scan of an order, an ASN or a container."""

    def command(self, turn: Turn) -> Done:
        """Answer a command that is the room's own: short or close."""

    def fields(self, turn: Turn) -> Mapping[str, Any]:
        """Return what every answer of the room carries after the scan (``remaining``, …)."""


def said(say: str, quantity: int = 0, sku: str | None = None, **data: Any) -> Answer:
    """Make the answer of an accepted scan."""
    return Answer(Outcome.ACCEPTED, say, quantity, sku, data)


def with_freed(answer: Answer, freed: Freed) -> Answer:
    """Add the pins that a scan freed to its answer, where there are any."""
    return replace(answer, fields={**answer.fields, "freed": freed}) if freed else answer


def refuse_item(turn: Turn, outcome: Outcome, say: str, **data: object) -> Done:
    """Refuse an item scan whole: nothing has changed."""
    product = turn.product
    name = product.description or product.sku
    data = {"number": turn.number, "units": turn.units, "name": name, **data}
    return Done(refuse(outcome, say, product.sku, **data), turn.memory)


def scanned_trace(turn: Turn, lots: Collection[str]) -> Trace:
    """Return lot, expiry and serial of the code.

    A lot of a product whose lots nobody tracks counts as none, unless it is among ``lots``: those
    that are kept apart.
    """
    reading = turn.reading
    lot = reading.lot or ""
    if turn.product.tracking == "none" and lot not in lots:
        lot = ""
    return Trace(lot, reading.expires_on, reading.serial or "")


def lies_somewhere(turn: Turn, product: Product, trace: Trace) -> bool:
    """Tell whether the unit with that serial is known to lie in some place."""
    rows = turn.work.ledger.of_product(product.id) if trace.serial else ()
    return any(row.trace.serial == trace.serial for row in rows)
