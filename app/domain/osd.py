"""Over, short and damaged: what came off a truck beside what was announced.  Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from app.domain.goods import Trace
    from app.domain.inbound import AsnLine
    from app.domain.settings import Settings

LONGEST_REASON = 200  # characters
LONGEST_PATH = 500


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How much more and less than announced is let pass, in whole percent of a line (0 to 100)."""

    over: int = 0
    short: int = 0

    @property
    def given(self) -> bool:
        """Tell whether anything is let pass; without, every difference is out of it."""
        return bool(self.over or self.short)

    def exceeded_by(self, line: AsnLine, *, closed: bool) -> bool:
        """Tell whether a line is out of it; units that may still come are not short yet."""
        if line.over * 100 > line.expected * self.over:
            return True
        return closed and line.missing * 100 > line.expected * self.short


def tolerance_of(settings: Settings) -> Tolerance:
    """Return what a site lets pass."""
    return Tolerance(settings.over_tolerance, settings.short_tolerance)


@dataclass(frozen=True, slots=True)
class Came:
    """Units (each, > 0) of a line with one lot, expiry and serial; ``damaged`` of them."""

    trace: Trace
    units: int
    damaged: int = 0


@dataclass(frozen=True, slots=True)
class Remark:
    """Why a line is not as announced: ``photo`` is the path of a picture, or ""."""

    reason: str
    photo: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Papers:
    """What a truck's papers say; "" where nobody said."""

    purchase_order: str = ""
    carrier: str = ""
    trailer: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """That a receipt was closed, or reopened (``kind`` is the dock event's), by whom and when."""

    kind: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class OsdLine:
    """One line; counts in units (each).

    ``short`` stays 0 until the receipt is closed; until then what is missing is ``to_come``.
    ``unexpected`` tells that nobody announced the product on a truck that was announced.
    """

    line: str
    sku: str
    name: str
    expected: int
    received: int
    damaged: int
    over: int
    short: int
    to_come: int
    unexpected: bool
    beyond: bool
    came: tuple[Came, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def differs(self) -> bool:
        """Tell whether the line is not as announced, or somebody remarked on it."""
        return bool(self.damaged or self.over or self.short or self.to_come or self.remarks)


@dataclass(frozen=True, slots=True)
class Totals:
    """Units (each) of all lines; ``over`` is without those of ``unexpected`` products.

    ``beyond`` counts the lines that are out of tolerance.
    """

    expected: int
    received: int
    damaged: int
    over: int
    short: int
    to_come: int
    unexpected: int
    beyond: int


def osd_line(
    line: AsnLine,
    sku: str,
    name: str,
    tolerance: Tolerance,
    came: tuple[Came, ...] = (),
    remarks: tuple[Remark, ...] = (),
    *,
    closed: bool,
    blind: bool,
) -> OsdLine:
    """Compare a line with what was announced; on a blind receipt nothing can be over."""
    return OsdLine(
        line.line,
        sku,
        name,
        line.expected,
        line.received,
        line.damaged,
        0 if blind else line.over,
        line.missing if closed else 0,
        0 if closed else line.missing,
        not blind and line.expected == 0 and line.received > 0,
        not blind and tolerance.exceeded_by(line, closed=closed),
        came,
        remarks,
    )


def totals(lines: Iterable[OsdLine]) -> Totals:
    """Sum lines up."""
    kept = tuple(lines)
    return Totals(
        sum(line.expected for line in kept),
        sum(line.received for line in kept),
        sum(line.damaged for line in kept),
        sum(line.over for line in kept if not line.unexpected),
        sum(line.short for line in kept),
        sum(line.to_come for line in kept),
        sum(line.received for line in kept if line.unexpected),
        sum(line.beyond for line in kept),
    )
