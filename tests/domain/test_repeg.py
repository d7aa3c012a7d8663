"""The single re-peg that mends a promise, against trying every unit of every line."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from app.domain.repeg import Claim, Lot, PinUnits, pins_of, repegs

NOW = datetime(2026, 3, 4, 8, tzinfo=UTC)
LAMP, VASE = 1, 2


def at(hours: int) -> datetime:
    return NOW + timedelta(hours=hours)


def claim(
    place: int,
    *lots: Lot,
    promised: int | None = 4,
    missing: int = 0,
    rest_kept: bool = True,
    sku: int = LAMP,
) -> Claim:
    """Make the line of an order of its own; its promise stands as its lots say."""
    promise = None if promised is None else at(promised)
    timely = promise is None or all(lot.available_at <= promise for lot in lots)
    kept = promise is None or (timely and not missing and rest_kept)
    number = f"SO-{place}"
    return Claim(number, "1", "LAMP", place, sku, place, promise, lots, missing, kept, rest_kept)


def lot(quantity: int, hours: int = 0, locked: int = 0) -> Lot:
    return Lot(quantity, quantity - locked, at(hours), hours or None)


# The brute force: units one by one ---------------------------------------------------------------


@dataclass(frozen=True)
class Unit:
    """One unit that a line waits for, and when it gets it, if ever."""

    at: datetime | None
    free: bool


def units_of(one: Claim) -> list[Unit]:
    found = [Unit(None, free=True)] * one.missing
    for part in one.lots:
        found += [Unit(part.available_at, free=True)] * part.free
        found += [Unit(part.available_at, free=False)] * (part.quantity - part.free)
    return found


def is_broken(one: Claim, units: list[Unit]) -> bool:
    promise = one.promised_at
    if promise is None:
        return False
    return not one.rest_kept or any(unit.at is None or unit.at > promise for unit in units)


def when(unit: Unit) -> datetime:
    return unit.at or datetime.max.replace(tzinfo=UTC)


def exchanges(giver: Claim, taker: Claim) -> list[tuple[list[Unit], list[Unit]]]:
    """Return both lines' units after every exchange of free units by which the taker gains time."""
    theirs, mine = sorted(units_of(giver), key=when), sorted(units_of(taker), key=when)
    free = [n for n, unit in enumerate(theirs) if unit.free and unit.at is not None]
    mend = [n for n, unit in enumerate(mine) if unit.free]
    found = []
    for count in range(1, min(len(free), len(mend)) + 1):
        for gives, takes in product(combinations(free, count), combinations(mend, count)):
            pairs = list(zip(gives, takes, strict=True))
            if any(when(theirs[give]) > when(mine[take]) for give, take in pairs):
                continue
            here, there = list(mine), list(theirs)
            for give, take in pairs:
                here[take], there[give] = theirs[give], mine[take]
            found.append((there, here))
    return found


def best_by_force(claims: list[Claim], losers: set[int]) -> tuple[int, int, int] | None:
    """Return (promises broken, taker, giver) of the best single re-peg, None where none helps."""
    units = {one.place: units_of(one) for one in claims}
    broken = {one.place: is_broken(one, units[one.place]) for one in claims}
    now = sum(broken.values())
    found = []
    for taker in claims:
        for giver in claims:
            if taker.place not in losers or taker is giver or taker.product_id != giver.product_id:
                continue
            rest = now - broken[taker.place] - broken[giver.place]
            for there, here in exchanges(giver, taker):
                left = rest + is_broken(taker, here) + is_broken(giver, there)
                if left < now:
                    found.append((left, taker.place, -giver.place))
    if not found:
        return None
    left, place, giver_place = min(found)
    return left, place, -giver_place


hours = st.sampled_from([0, 2, 4, 6])


@st.composite
def lots(draw: st.DrawFn) -> Lot:
    quantity = draw(st.integers(1, 2))
    return lot(quantity, draw(hours), draw(st.integers(0, quantity)) if draw(st.booleans()) else 0)


@st.composite
def claims(draw: st.DrawFn, place: int) -> Claim:
    return claim(
        place,
        *draw(st.lists(lots(), max_size=2)),
        promised=draw(st.sampled_from([None, -1, 1, 3, 5])),
        missing=draw(st.integers(0, 2)) if draw(st.booleans()) else 0,
        rest_kept=draw(st.integers(0, 4)) > 0,
        sku=draw(st.sampled_from([LAMP, LAMP, VASE])),
    )


@st.composite
def shortages(draw: st.DrawFn) -> tuple[list[Claim], set[int]]:
    found = [draw(claims(place)) for place in range(draw(st.integers(2, 4)))]
    return found, draw(st.sets(st.sampled_from([one.place for one in found])))


@given(shortages())
def test_the_best_re_peg_is_that_of_trying_everything(
    shortage: tuple[list[Claim], set[int]],
) -> None:
    found, losers = shortage
    best = next(repegs(found, losers), None)

    forced = best_by_force(found, losers)

    assert (best is None) == (forced is None)
    if best is not None and forced is not None:
        assert (best.taker.place, best.giver.place) == forced[1:]


@given(shortages())
def test_a_re_peg_moves_what_the_taker_needs_and_nothing_that_is_locked(
    shortage: tuple[list[Claim], set[int]],
) -> None:
    for repeg in repegs(*shortage):
        taker, late = repeg.taker, sum(part.quantity for part in repeg.late)
        assert repeg.quantity == taker.missing + late
        assert all(part.available_at <= taker.promised_at for part in repeg.given)  # type: ignore[operator]
        free = Counter({part.inbound_line_id: 0 for part in repeg.giver.lots})
        for part in repeg.giver.lots:
            free[part.inbound_line_id] += part.free
        for part in repeg.given:
            free[part.inbound_line_id] -= part.quantity
        assert min(free.values()) >= 0


@given(shortages())
def test_nobody_is_pinned_more_than_it_waits_for(shortage: tuple[list[Claim], set[int]]) -> None:
    found, losers = shortage
    by_key = {one.order_line_id: one for one in found}
    for repeg in repegs(found, losers):
        pinned: Counter[int] = Counter()
        for pin in pins_of(repeg):
            assert pin.units > 0
            pinned[pin.order_line_id] += pin.units
        for key, units in pinned.items():
            one = by_key[key]
            locked = sum(part.quantity - part.free for part in one.lots)
            assert units <= one.missing + sum(part.quantity for part in one.lots) - locked


def test_an_exchange_pins_both_and_nobody_else() -> None:
    early = claim(1, lot(2), promised=9)
    between = claim(2, lot(2))
    loser = claim(3, lot(2, 6))

    (repeg,) = repegs([early, between, loser], {3})

    assert (repeg.giver, repeg.taker, repeg.quantity) == (early, loser, 2)
    assert set(pins_of(repeg)) == {PinUnits(3, LAMP, None, 2), PinUnits(1, LAMP, 6, 2)}


def test_where_units_lack_those_behind_the_giver_are_pinned_to_what_they_have() -> None:
    late_anyway = claim(1, lot(2), promised=-1)
    between = claim(2, lot(2))
    loser = claim(3, missing=2)

    (repeg,) = repegs([late_anyway, between, loser], {3})

    assert repeg.giver == late_anyway
    assert set(pins_of(repeg)) == {PinUnits(3, LAMP, None, 2), PinUnits(2, LAMP, None, 2)}


def test_of_equals_the_taker_that_ranks_first_and_the_giver_that_ranks_last_are_best() -> None:
    givers = [claim(place, lot(1), promised=None) for place in (1, 2)]
    losers = [claim(place, missing=1) for place in (3, 4)]

    best = next(repegs([*givers, *losers], {3, 4}))

    assert (best.taker.place, best.giver.place) == (3, 2)


def test_units_that_are_staged_stay() -> None:
    staged = claim(1, lot(2, locked=2), promised=None)

    assert not list(repegs([staged, claim(2, missing=1)], {2}))


def test_a_line_that_did_not_lose_gets_nothing() -> None:
    giver = claim(1, lot(2), promised=None)

    assert not list(repegs([giver, replace(claim(2, missing=1), order_line_id=9)], {2}))
