"""What receiving, picking and packing have in common: a job's memory and the answer to a scan.

A job is facts in the database.  Its memory (the last location, a pending quantity) is written with
each scan, so that a killed station goes on where it stopped.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from app.domain.scan import Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping


Spots = tuple[tuple[int, int], ...]
"""Places and products by key."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What the next scan of a sitting depends on.

    ``times`` is a pending ``CMD-QTY-n`` (1 when none), ``damaged`` a pending ``CMD-DAMAGED``;
    both are spent by the next item scan, as are ``found`` (``CMD-FOUND``), ``moving``
    (``CMD-MOVE``) and ``full`` (``CMD-CARTON``, of a tote).  With ``tracking`` (``CMD-TRACKING``)
    the next code is a carrier's number.
    ``location_id`` is the place last scanned.  ``skipped`` are (location, product) keys whose
    instructions come last, ``short`` the one whose reason may be said now; ``emptied`` is the
    place that a picker may be asked about.
    """

    location_id: int | None = None
    times: int | None = None
    damaged: bool = False
    found: bool = False
    skipped: Spots = ()
    short: Spots = ()
    emptied: int | None = None
    moving: bool = False
    full: bool = False
    tracking: bool = False

    @property
    def pending(self) -> bool:
        """Tell whether a quantity, a damage, a find or the like waits for the next scan."""
        waits = self.damaged or self.found or self.moving or self.tracking or self.full
        return waits or self.times is not None

    def spent(self) -> Memory:
        """Return the memory after an item scan, accepted or refused."""
        kept = replace(self, times=None, damaged=False, found=False, short=())
        return replace(kept, moving=False, tracking=False, full=False)


def memory_values(memory: Memory) -> dict[str, Any]:
    """Return a memory as plain values; what is as at the beginning is left out."""
    blank = Memory()
    found = ((field.name, getattr(memory, field.name)) for field in fields(Memory))
    return {name: value for name, value in found if value != getattr(blank, name)}


def memory_of(values: Mapping[str, Any]) -> Memory:
    """Return the memory that ``memory_values`` gave, be it read back as JSON lists."""
    spots = {
        name: tuple((spot[0], spot[1]) for spot in values.get(name, ()))
        for name in ("skipped", "short")
    }
    return Memory(**{**values, **spots})


@dataclass(frozen=True, slots=True)
class Answer:
    """What one scan came to: an outcome, the sentence's name and the data that both carry.

    ``say`` names the sentence in ``app.texts``; ``data`` fills it in and goes into the JSON answer
    under ``fields``.  ``quantity`` is the units (each) that this scan counted.
    """

    outcome: Outcome
    say: str
    quantity: int = 0
    sku: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    fields: Mapping[str, Any] = field(default_factory=dict)

    @property
    def accepted(self) -> bool:
        """Tell whether the scan counted."""
        return self.outcome is Outcome.ACCEPTED


def refuse(outcome: Outcome, say: str, sku: str | None = None, **data: Any) -> Answer:
    """Make the answer of a refused scan: nothing has changed."""
    return Answer(outcome, say, 0, sku, data)


@dataclass(frozen=True, slots=True)
class ScanRecord:
    """One scan as it is stored, refused ones too; ``memory`` is what it left for the next."""

    scan_id: str
    fact: int
    sitting: int
    job: str
    number: str
    code: str
    device: str
    outcome: Outcome
    quantity: int
    changes: bool
    undoes: str | None
    memory: Memory
    answer: Mapping[str, Any]
