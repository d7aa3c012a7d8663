"""To which shelf do units go that nobody waits for?  Pure.

A product's home goes first, then where it lies, then an empty place by the site's rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.receiving import steps

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from app.domain.goods import Location, Product, Stock, Trace


class PutAwayRule(StrEnum):
    """Which empty place a product gets that has no home and lies nowhere.

    ``first_empty`` is the first by pick sequence.  ``nearest_empty`` is the one that is fewest
    places of the pick sequence away from the dock on which the units stand; a place whose way is
    unknown comes last.  ``by_zone`` is the nearest one in the product's own zone; where the
    product has none, or nothing is empty in it, the nearest one of all.

    The last two direct: they also keep lots apart, pass over what waits to be counted, and send
    nothing to an empty place that is promised already, as long as there is another.
    """

    FIRST_EMPTY = "first_empty"
    NEAREST_EMPTY = "nearest_empty"
    BY_ZONE = "by_zone"

    @property
    def directs(self) -> bool:
        """Tell whether the rule looks at more than whether a place is empty."""
        return self is not PutAwayRule.FIRST_EMPTY


class Reason(StrEnum):
    """Why units go to a shelf."""

    HOME = "home"
    SAME_PRODUCT = "same_product"
    FIRST_EMPTY = "first_empty"
    NEAREST_EMPTY = "nearest_empty"
    ZONE = "zone"
    NONE_EMPTY = "none_empty"


@dataclass(frozen=True, slots=True)
class Shelf:
    """A place for units, and why; ``place`` is None only at a site without any storage."""

    place: Location | None
    reason: Reason


def share_a_shelf(product: Product, one: Trace, other: Trace) -> bool:
    """Tell whether units may lie together under a rule that directs: lots and dates stay apart.

    Only a product that is tracked by lot is kept apart; of another, a lot is only kept.
    """
    if product.tracking != "lot":
        return True
    return (one.lot, one.expires_on) == (other.lot, other.expires_on)


def beside_its_own(
    rule: PutAwayRule,
    product: Product,
    trace: Trace,
    lying: Iterable[Stock],
    missing: Mapping[tuple[int, Trace], int],
) -> Location | None:
    """Return the first place by pick sequence where the product lies, None where it lies nowhere.

    ``lying`` is what lies in storage; ``missing`` is what short picks did not find, by place and
    trace: a rule that directs sends nothing to a place that waits to be counted.
    """
    waits = {place for (place, _trace), units in missing.items() if units} if rule.directs else {}
    barred = {
        row.location.id
        for row in lying
        if rule.directs and not share_a_shelf(product, trace, row.trace)
    }
    fitting = [row.location for row in lying if row.location.id not in {*waits, *barred}]
    return min(fitting, key=lambda place: place.walk, default=None)


def choose_empty(
    rule: PutAwayRule,
    empty: Sequence[Location],
    promised: Collection[int] = (),
    zone: str = "",
    dock: Location | None = None,
) -> Shelf | None:
    """Choose one of the empty places; None where there is none.

    ``promised`` are the keys of places to which others are on their way; ``zone`` is the
    product's, "" where it has none, and compares without case and the blanks around it.
    """
    if not rule.directs:
        place = min(empty, key=lambda place: place.walk, default=None)
        return None if place is None else Shelf(place, Reason.FIRST_EMPTY)
    free = [place for place in empty if place.id not in promised] or empty
    wanted = _named(zone) if rule is PutAwayRule.BY_ZONE else ""
    inside = [place for place in free if wanted and _named(place.zone) == wanted]
    place = min(inside or free, key=lambda place: _nearness(place, dock), default=None)
    if place is None:
        return None
    return Shelf(place, Reason.ZONE if inside else Reason.NEAREST_EMPTY)


def _named(zone: str) -> str:
    return zone.strip().casefold()


def _nearness(place: Location, dock: Location | None) -> tuple[bool, int, tuple[bool, int, str]]:
    apart = None if dock is None else steps(place, dock)
    return (apart is None, apart or 0, place.walk)
