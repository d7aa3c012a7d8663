"""One step of the sample's story, and the codes that count units."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.sample.day import MOMENT, Day

if TYPE_CHECKING:
    from datetime import datetime

    from app.sample.catalogue import Product


@dataclass(frozen=True, slots=True)
class Step:
    """One sitting at a station, or one fact about a truck.

    ``kind`` is ``at_door`` (``codes`` is the door), ``unloading``, ``receive``, ``pick`` or
    ``pack``; ``target`` is an ASN or an order; ``codes`` are scanned in this order.  ``shows``
    names the picture worth taking at the end of the step, with the job still open.  ``clock``
    is the site time at which a believable morning comes to it, ``at`` the same in UTC.
    """

    kind: str
    target: str
    codes: tuple[str, ...] = ()
    shows: str = ""
    clock: str = MOMENT
    at: datetime | None = None

    def timed(self, day: Day) -> Step:
        """Return the step with its instant on that day."""
        return replace(self, at=day.instant(0, self.clock))


def several(code: str, times: int) -> tuple[str, ...]:
    """Return the scans that count a code so many times; none for 0."""
    if times <= 0:
        return ()
    return (code,) if times == 1 else (f"CMD-QTY-{times}", code)


def counted(product: Product, units: int) -> tuple[str, ...]:
    """Return the scans that count so many units: whole cases first, then single pieces."""
    if not product.case_units:
        return several(product.gtin, units)
    cases, pieces = divmod(units, product.case_units)
    return several(product.case_gtin, cases) + several(product.gtin, pieces)
