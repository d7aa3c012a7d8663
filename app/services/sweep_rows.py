"""What a sweep has found so far, row by row, with where to bring what should not be there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.domain.goods import Kind
from app.domain.sweeping import LAST, Comparison, State, compare, parcels_of
from app.services.shelving import shelf_of
from app.texts.sweeps import row_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime

    from app.domain.goods import Location, Trace
    from app.domain.plan.plan import Plan
    from app.domain.sweeping import Parcel, Share
    from app.services.desk import Desk
    from app.work import Work

MINUTE_S = 60


@dataclass(frozen=True, slots=True)
class Way:
    """Where units are to go: ``to`` is lane, put_away, quarantine or count, "" to stay."""

    to: str = ""
    location: str = ""
    order: str = ""


STAY = Way()


@dataclass(frozen=True, slots=True)
class Row:
    """What is to be said of some units of a product; ``minutes`` is how long they stand here."""

    sku: str
    name: str
    order: str
    state: State
    way: Way = STAY
    minutes: int | None = None
    too_long: bool = False

    def json(self, units: int) -> dict[str, Any]:
        """Return the row with its units (each, > 0) as answers print it."""
        way = {"to": self.way.to, "location": self.way.location or None}
        told: dict[str, Any] = {
            "sku": self.sku,
            "name": self.name,
            "order": self.order or None,
            "state": self.state.value,
            "quantity": units,
            "to": {**way, "order": self.way.order or None} if self.way.to else None,
            "minutes": self.minutes,
            "too_long": self.too_long,
        }
        return {**told, "says": row_sentence(told)}


Rows = Counter[Row]


@dataclass(frozen=True, slots=True)
class Swept:
    """A lane beside what was scanned in it; ``moved`` are products that came or went meanwhile."""

    lane: Location
    comparison: Comparison
    moved: frozenset[int]
    counted: int


def swept_lane(work: Work, desk: Desk, lane: Location) -> Swept:
    """Compare what should stand in a lane with what its open sweep has counted so far."""
    sweep = work.sweeps.open_of(lane.id)
    counts = {} if sweep is None else work.sweeps.counted(sweep.id)
    moved = frozenset[int]() if sweep is None else work.sweeps.moved_since(lane.id, sweep.fact)
    plan = desk.planner.current(work)
    parcels = [
        parcel
        for product_id in work.sweeps.products_in(lane.id)
        for parcel in _parcels(work, plan, lane, product_id)
    ]
    return Swept(lane, compare(parcels, counts), moved, sum(counts.values()))


def _parcels(work: Work, plan: Plan, lane: Location, product_id: int) -> tuple[Parcel, ...]:
    held = [one for one in work.locks.staged_of_product(product_id) if one.location_id == lane.id]
    return parcels_of(
        [row for row in work.ledger.of_product(product_id) if row.location.id == lane.id],
        held,
        work.ledger.missing(product_id),
        {one.order_line_id: _ranked(work, plan, one.order_line_id) for one in held},
    )


def _ranked(work: Work, plan: Plan, order_line_id: int) -> tuple[str, int]:
    number, _line = work.orders.of_line(order_line_id)
    facts = plan.rank_of(number)
    return number, LAST if facts is None else facts.rank


def rows_json(rows: Rows) -> list[dict[str, Any]]:
    """Return rows as answers print them."""
    return [row.json(units) for row, units in rows.items()]


def rows_of(work: Work, swept: Swept) -> Rows:
    """Say of all units what they are: those that should be there by rank, then the others."""
    found: Rows = Counter()
    today = work.stamp.at.astimezone(work.settings.zone).date()
    since = work.sweeps.staged_since(swept.lane.id)
    for share in swept.comparison.shares:
        if share.seen:
            found[_seen(work, share, today, since)] += share.seen
        if share.missing:
            gone = share.parcel.product_id in swept.moved
            state = State.MOVED if gone else State.MISSING
            found[_row(work, share.parcel.product_id, state, share.parcel.order)] += share.missing
    for (product_id, trace), units in swept.comparison.surplus.items():
        if product_id in swept.moved:
            found[_row(work, product_id, State.MOVED)] += units
        else:
            for way, part in _ways(work, swept.lane, product_id, trace, units):
                state = State.EXPIRED if way.to == "quarantine" else State.FOREIGN
                found[_row(work, product_id, state, way=way)] += part
    return found


def _row(work: Work, product_id: int, state: State, order: str = "", way: Way = STAY) -> Row:
    product = work.goods.get(product_id)
    return Row(product.sku, product.description or product.sku, order, state, way)


def _seen(work: Work, share: Share, today: date, since: Mapping[int, datetime]) -> Row:
    parcel = share.parcel
    product = work.goods.get(parcel.product_id)
    state = share.state(today)
    way = {State.EXPIRED: _aside(work), State.NOBODYS: _shelf(work, parcel.product_id)}.get(state)
    begun = since.get(parcel.order_line_id or 0)
    stands = None if begun is None else work.stamp.at - begun
    return Row(
        product.sku,
        product.description or product.sku,
        parcel.order,
        state,
        way or STAY,
        None if stands is None else int(stands.total_seconds() // MINUTE_S),
        stands is not None and stands > work.settings.max_lane_dwell,
    )


def _aside(work: Work) -> Way:
    places = work.places.of_kind(Kind.QUARANTINE)
    return Way("quarantine", places[0].code if places else "")


def _shelf(work: Work, product_id: int) -> Way:
    shelf = shelf_of(work, work.goods.get(product_id)).place
    return Way("put_away", "" if shelf is None else shelf.code)


def _ways(
    work: Work, lane: Location, product_id: int, trace: Trace, units: int
) -> Iterator[tuple[Way, int]]:
    """Say where units go that should not be there: each to its own place, as far as any misses it.

    What was said missing here comes first, then what other lanes should hold.
    """
    if trace.expired(work.stamp.at.astimezone(work.settings.zone).date()):
        yield _aside(work), units
        return
    lost = sum(count for (at, _), count in work.ledger.missing(product_id).items() if at == lane.id)
    homes = [(Way("count", lane.code), lost)]
    for held in work.locks.staged_of_product(product_id):
        place = work.places.get(held.location_id)
        if place.id != lane.id and place.kind is Kind.STAGING:
            order, _line = work.orders.of_line(held.order_line_id)
            homes.append((Way("lane", place.code, order), held.quantity))
    for way, room in homes:
        if take := min(units, room):
            yield way, take
            units -= take
    if units:
        yield _shelf(work, product_id), units
