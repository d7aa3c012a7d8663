"""Counting a place blind: every unit is scanned, and the close posts what differs.

Source: record 5 (a short pick closes the place for that product until it is counted).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from app.domain.command_scan import LARGEST_QUANTITY, CommandKind
from app.domain.counting import differences
from app.domain.errors import NotFoundError
from app.domain.goods import VIRTUAL, Kind, Move
from app.domain.instants import print_instant
from app.domain.jobs import Memory, refuse
from app.domain.scan import Outcome
from app.services.lifting import unpick
from app.services.meaning import RoomKnown
from app.services.turns import Done, Turn, refuse_item, said, scanned_trace
from app.texts.picking import count_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.goods import Location, Trace
    from app.pick_store import CountCall
    from app.services.desk import Desk
    from app.sweep_store import Sweep
    from app.work import Work

JOB: Final = "count"
Found = dict[tuple[int, "Trace"], int]


def find_place(work: Work, code: str) -> Location:
    """Return a place that can be counted; NotFoundError where none has that code."""
    place = work.places.by_code(code)
    if place is None or place.kind in VIRTUAL:
        raise NotFoundError("unknown_location", value=code)
    return place


def open_count(code: str, desk: Desk) -> Mapping[str, Any]:
    """Claim the count of a place for this station and say how many units it has so far."""
    with desk.store.work(desk.stamp()) as work:
        place = find_place(work, code)
        work.scans.claim(work.fact(f"{JOB}_open", code), JOB, code)
        counted = counted_in(work, place)
        work.commit()
    return {"job": JOB, "number": code, "next": None, "remaining": 0, "counted": counted}


def counted_in(work: Work, place: Location) -> int:
    """Return the units (each) counted so far in a place."""
    count = work.sweeps.open_of(place.id, JOB)
    return sum(work.sweeps.counted(count.id).values()) if count else 0


@dataclass(frozen=True, slots=True)
class CountView:
    """A count as it stands: units by SKU and name as scanned; the book is not told."""

    place: str
    counted: int
    rows: tuple[tuple[str, str, int], ...]


def count_view(code: str, desk: Desk) -> CountView:
    """Return how a count stands; NotFoundError where there is no such place."""
    with desk.store.read(desk.stamp()) as work:
        place = find_place(work, code)
        count = work.sweeps.open_of(place.id, JOB)
        units: dict[int, int] = {}
        for (product_id, _), seen in (work.sweeps.counted(count.id) if count else {}).items():
            units[product_id] = units.get(product_id, 0) + seen
        products = {product_id: work.goods.get(product_id) for product_id in units}
        rows = tuple((products[k].sku, products[k].description, n) for k, n in units.items())
        return CountView(code, sum(units.values()), rows)


def places_to_count(desk: Desk) -> tuple[CountCall, ...]:
    """Return the places that are to be counted, in walking order."""
    with desk.store.read(desk.stamp()) as work:
        return work.counting.calls()


def counts_json(calls: tuple[CountCall, ...]) -> dict[str, Any]:
    """Return the list as ``counts --json`` prints it."""
    return {
        "places": [
            {
                "location": call.location,
                "sku": call.sku or None,
                "missing": call.missing,
                "why": call.kind,
                "reason": call.reason or None,
                "since": print_instant(call.since),
            }
            for call in calls
        ]
    }


class CountingRoom:
    """The room where a place is counted."""

    name = JOB

    def known(self, work: Work, number: str) -> RoomKnown:
        """Know what the floor knows."""
        find_place(work, number)
        return RoomKnown(work)

    def expects_place(self, turn: Turn) -> bool:
        """Tell whether the place itself is meant: it may be scanned before anything is counted."""
        return turn.reading.code == turn.number and _open(turn) is None

    def why_final(self, turn: Turn) -> str | None:
        """Allow to take back what was scanned in this count, nothing of an earlier one."""
        count = _open(turn)
        newest = turn.work.scans.newest_change(self.name, turn.number)
        return "nothing_to_undo" if count is None or not newest or newest[1] < count.fact else None

    def fields(self, turn: Turn) -> Mapping[str, Any]:
        """Return the units counted so far; how many there should be is not told."""
        return {"remaining": 0, "counted": counted_in(turn.work, _place(turn))}

    def item(self, turn: Turn) -> Done:
        """Count units of a product."""
        if turn.memory.damaged:
            return refuse_item(turn, Outcome.NOT_ALLOWED, "not_here")
        if turn.units > LARGEST_QUANTITY:
            return refuse_item(turn, Outcome.NOT_ALLOWED, "too_many_at_once")
        product = turn.product
        trace = scanned_trace(turn, {r.trace.lot for r in turn.work.ledger.of_product(product.id)})
        before = _open(turn)
        seen = turn.work.sweeps.counted(before.id) if before and trace.serial else {}
        again = any((key, one.serial) == (product.id, trace.serial) for key, one in seen)
        if turn.one_serial_too_often or again:
            return refuse_item(turn, Outcome.DUPLICATE, "serial_counted")
        count = _begun(turn)
        turn.work.sweeps.count(turn.fact, count.id, product.id, trace, turn.units)
        name = product.description or product.sku
        answer = said("counted", turn.units, product.sku, units=turn.units, name=name)
        return Done(answer, turn.memory, changes=True)

    def place(self, turn: Turn) -> Done:
        """Accept the place in hand; any other is wrong."""
        if turn.reading.code == turn.number:
            return Done(said("count_begins", number=turn.number), turn.memory)
        code = turn.reading.code
        answer = refuse(Outcome.WRONG_LOCATION, "other_place", location=code, number=turn.number)
        return Done(answer, turn.memory)

    def container(self, turn: Turn) -> Done:
        """Refuse: what lies here is told by its units."""
        answer = refuse(Outcome.WRONG_CONTAINER, "wrong_container", code=turn.reading.code)
        return Done(answer, turn.memory)

    def command(self, turn: Turn) -> Done:
        """Close the count: what differs is posted, and the place is free again.

        That nothing lies there is to be said (``CMD-EMPTY``): a close alone would write it all off.
        """
        kind = turn.reading.command.kind if turn.reading.command else None
        if kind is CommandKind.EMPTY:
            if counted_in(turn.work, _place(turn)):
                answer = refuse(Outcome.WRONG_STATE, "counted_not_empty", number=turn.number)
                return Done(answer, turn.memory)
            _begun(turn)
            return Done(said("counted_empty", number=turn.number), turn.memory)
        if kind is not CommandKind.CLOSE:
            return Done(refuse(Outcome.NOT_ALLOWED, "not_here", number=turn.number), turn.memory)
        count = _open(turn)
        if count is None:
            answer = refuse(Outcome.WRONG_STATE, "nothing_counted", number=turn.number)
            return Done(answer, turn.memory)
        return _close(turn, count)


def _place(turn: Turn) -> Location:
    return find_place(turn.work, turn.number)


def _open(turn: Turn) -> Sweep | None:
    return turn.work.sweeps.open_of(_place(turn).id, JOB)


def _begun(turn: Turn) -> Sweep:
    return _open(turn) or turn.work.sweeps.begin(turn.fact, _place(turn).id, JOB)


def _close(turn: Turn, count: Sweep) -> Done:
    """Post what differs; what is held there beyond what is left is let go, the newest first.

    Products that came or went since the count began are posted neither way: nobody knows whether
    their units were scanned before or after.
    """
    work, place = turn.work, _place(turn)
    moved, counted = work.sweeps.moved_since(place.id, count.fact), work.sweeps.counted(count.id)
    lies = {key: n for key, n in _lying(turn, place).items() if key[0] not in moved}
    seen = {key: n for key, n in counted.items() if key[0] not in moved}
    found = differences(lies, seen)
    for key, units in lies.items():
        _let_go(turn, place, key, units + found.get(key, 0))
    _post(turn, place, found)
    _clear_missing(turn, place, {key[0] for key in lies})
    work.sweeps.close(turn.fact, count.id)
    work.scans.end(turn.fact, turn.sitting)
    turn.desk.planner.look()
    told, again = _told(work, found), sorted(work.goods.get(key).sku for key in moved)
    answer = said("count_done", number=place.code, says=count_sentence(told, again))
    fields = {
        "counted": sum(counted.values()),
        "differences": told,
        "moved": again,
        "closed_at": print_instant(work.stamp.at),
    }
    return Done(replace(answer, fields=fields), Memory())


def _lying(turn: Turn, place: Location) -> Found:
    products = {*turn.work.sweeps.products_in(place.id)}
    return {
        (row.product_id, row.trace): row.quantity
        for product_id in sorted(products)
        for row in turn.work.ledger.of_product(product_id)
        if row.location.id == place.id
    }


def _let_go(turn: Turn, place: Location, key: tuple[int, Trace], left: int) -> None:
    """Leave no more locked or picked of some units than are left: staged ones go first."""
    work, (product_id, trace) = turn.work, key
    staged = work.locks.staged_of_product(product_id)
    picked = work.shipments.standing(product_id)
    held = [one for one in (*picked, *staged) if (one.location_id, one.trace) == (place.id, trace)]
    beyond = sum(one.quantity for one in held) - left
    for one in reversed(held):
        if (units := min(beyond, one.quantity)) > 0:
            beyond -= units
            part = replace(one, quantity=units)
            if one in staged:
                work.locks.stage(turn.fact, replace(part, quantity=-units))
            else:
                unpick(turn, part)


def _clear_missing(turn: Turn, place: Location, products: set[int]) -> None:
    ledger = turn.work.ledger
    for product_id in products:
        for (location_id, trace), units in ledger.missing(product_id).items():
            if location_id == place.id:
                ledger.miss(turn.fact, location_id, product_id, trace, -units)


def _post(turn: Turn, place: Location, found: Found) -> None:
    outside = turn.work.places.virtual(Kind.ADJUSTMENT)
    for (product_id, trace), units in found.items():
        ends = (outside, place.id) if units > 0 else (place.id, outside)
        turn.work.ledger.move(turn.fact, Move(product_id, abs(units), *ends, trace))


def _told(work: Work, found: Found) -> list[dict[str, Any]]:
    told = []
    for (product_id, trace), units in found.items():
        product = work.goods.get(product_id)
        name = product.description or product.sku
        told.append({"sku": product.sku, "name": name, "lot": trace.lot, "difference": units})
    return told
