"""What a carton should weigh, whether it does, and what may be wrong where it does not.  Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_GUESSED = 3  # units of one product that may be missing, or too many, in a guess
PERCENT = 100


@dataclass(frozen=True, slots=True)
class Part:
    """Units (each) of a product in a carton; ``unit_g`` None where nobody said its weight.

    ``units`` is 0 for a product of the shipment that is not to be in this carton.
    """

    sku: str
    units: int
    unit_g: int | None


@dataclass(frozen=True, slots=True)
class Tolerance:
    """What a weight may be off: the larger of grams and percent; both 0 for no check."""

    percent: int = 0
    grams: int = 0

    @property
    def checks(self) -> bool:
        """Tell whether anything is checked."""
        return bool(self.percent or self.grams)

    def of(self, expected_g: int) -> int:
        """Return the grams that a weight may be off."""
        return max(self.grams, expected_g * self.percent // PERCENT)


@dataclass(frozen=True, slots=True)
class Cause:
    """The likeliest cause: so many units (each, > 0) of a product missing, else too many."""

    sku: str
    units: int
    missing: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """A carton's weight (grams) against what is expected.

    ``expected_g`` is None where ``unknown`` SKUs in it have no weight.  ``allowed_g`` is what it
    may be off, None where nothing is checked.
    """

    weight_g: int
    expected_g: int | None
    allowed_g: int | None
    unknown: tuple[str, ...] = ()
    cause: Cause | None = None

    @property
    def off_g(self) -> int:
        """Return the grams too heavy, below 0 too light, 0 where nothing is expected."""
        return 0 if self.expected_g is None else self.weight_g - self.expected_g

    @property
    def is_off(self) -> bool:
        """Tell whether it is out of tolerance."""
        return self.allowed_g is not None and abs(self.off_g) > self.allowed_g


def expect(parts: Iterable[Part], tare_g: int) -> tuple[int | None, tuple[str, ...]]:
    """Return the expected grams with packaging, None with the SKUs that have no weight."""
    total, unknown = tare_g, []
    for part in parts:
        if part.units and part.unit_g is None:
            unknown.append(part.sku)
        total += part.units * (part.unit_g or 0)
    return (None if unknown else total), tuple(sorted(set(unknown)))


def judge(parts: Sequence[Part], tare_g: int, weight_g: int, tolerance: Tolerance) -> Verdict:
    """Compare a carton's weight (grams) with its contents and packaging."""
    expected, unknown = expect(parts, tare_g)
    if expected is None or not tolerance.checks:
        return Verdict(weight_g, expected, None, unknown)
    allowed = tolerance.of(expected)
    verdict = Verdict(weight_g, expected, allowed)
    if not verdict.is_off:
        return verdict
    return Verdict(weight_g, expected, allowed, cause=_cause(parts, verdict.off_g, allowed))


def _cause(parts: Sequence[Part], off_g: int, allowed_g: int) -> Cause | None:
    """Return the units of one product that explain best what a weight is off, if any do."""
    best: tuple[int, int, str] | None = None
    for part in parts:
        most = min(part.units, MOST_GUESSED) if off_g < 0 else MOST_GUESSED
        for units in range(1, most + 1) if part.unit_g else ():
            rest = abs(abs(off_g) - units * (part.unit_g or 0))
            if rest <= allowed_g:
                best = min(best or (rest, units, part.sku), (rest, units, part.sku))
    return None if best is None else Cause(best[2], best[1], missing=off_g < 0)
