"""How far a picker walks: the order of picking against the best tour of its places.  Pure.

Lengths are in *steps*, one from a place to its neighbour in the same aisle.  A zone is an aisle;
its places stand in a row by pick sequence, forth in one aisle and back in the next, as a walk by
pick sequence goes.  Aisles are left at either end, and lie ``AISLE`` steps apart.  A walk begins
and ends at the front of the first aisle.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.domain.goods import Location

AISLE: Final = 3  # steps from the end of one aisle to that of the next
MOST_EXACT: Final = 10  # stops up to which the best tour is found out exactly


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a place is: the number of its aisle, and its steps from the front."""

    aisle: int
    depth: int


HOME: Final = Spot(0, 0)


@dataclass(frozen=True, slots=True)
class Floorplan:
    """Where every place is, by code; all aisles are as deep as the longest (steps)."""

    spots: Mapping[str, Spot]
    depth: int

    def steps(self, one: Spot, other: Spot) -> int:
        """Return the steps between two places, by the shorter way round."""
        if one.aisle == other.aisle:
            return abs(one.depth - other.depth)
        front = one.depth + other.depth
        back = 2 * self.depth - front
        return min(front, back) + AISLE * abs(one.aisle - other.aisle)

    def length(self, stops: Sequence[str]) -> int:
        """Return the steps of a walk through places in their order, from home and back."""
        walk = (HOME, *(self.spots[code] for code in stops), HOME)
        return sum(self.steps(*leg) for leg in pairwise(walk))


def floorplan(places: Iterable[Location]) -> Floorplan:
    """Lay places out: zones in the order of their first place by pick sequence."""
    aisles: dict[str, list[Location]] = {}
    for place in sorted(places, key=lambda place: place.walk):
        aisles.setdefault(place.zone, []).append(place)
    deepest = max((len(aisle) for aisle in aisles.values()), default=1) - 1
    spots = {}
    for number, aisle in enumerate(aisles.values()):
        for at, place in enumerate(aisle):
            spots[place.code] = Spot(number, deepest - at if number % 2 else at)
    return Floorplan(spots, deepest)


def best_length(plan: Floorplan, stops: Iterable[str]) -> tuple[int, bool]:
    """Return the steps of the best tour through places, and whether it is exact.

    Above ``MOST_EXACT`` stops it is a lower bound: the least tree that joins them all, and home.
    """
    spots = sorted({plan.spots[code] for code in stops}, key=lambda s: (s.aisle, s.depth))
    if len(spots) > MOST_EXACT:
        return _least_tree(plan, spots), False
    return _best_tour(plan, spots), True


def _best_tour(plan: Floorplan, spots: Sequence[Spot]) -> int:
    """Find it by the last stop of each set of stops (Held and Karp, 1962)."""
    if not spots:
        return 0
    whole = (1 << len(spots)) - 1
    least = {(1 << at, at): plan.steps(HOME, spot) for at, spot in enumerate(spots)}
    for been in range(1, whole + 1):
        for last in range(len(spots)):
            if (been, last) not in least:
                continue
            for after in range(len(spots)):
                if been >> after & 1:
                    continue
                key = (been | 1 << after, after)
                steps = least[been, last] + plan.steps(spots[last], spots[after])
                least[key] = min(steps, least.get(key, steps))
    return min(least[whole, at] + plan.steps(spot, HOME) for at, spot in enumerate(spots))


def _least_tree(plan: Floorplan, spots: Sequence[Spot]) -> int:
    away = {spot: plan.steps(HOME, spot) for spot in spots}
    total = 0
    while away:
        near = min(away, key=lambda spot: (away[spot], spot.aisle, spot.depth))
        total += away.pop(near)
        for spot in away:
            away[spot] = min(away[spot], plan.steps(near, spot))
    return total
