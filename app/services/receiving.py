"""Receiving: what comes off a truck, whom it serves and where it goes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from app.domain.command_scan import CommandKind
from app.domain.errors import NotFoundError
from app.domain.goods import Kind, Location, Move, Product, Trace
from app.domain.inbound import Asn, AsnLine, Told
from app.domain.jobs import Answer, refuse
from app.domain.orders import Held
from app.domain.receiving import Counted, choose_lane, share_over_lines
from app.domain.scan import Outcome
from app.services.jobs import Done, RoomKnown, Turn, said

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.services.desk import Desk
    from app.work import Work

REVIVED = frozenset({"scheduled", "no_show"})
OVER = frozenset({"closed", "cancelled"})


def find_asn(work: Work, number: str) -> Asn:
    """Return the ASN; NotFoundError where nobody announced it."""
    asn = work.inbound.find(number)
    if asn is None:
        raise NotFoundError("unknown_asn", number=number)
    return asn


def open_receiving(number: str, desk: Desk) -> Mapping[str, Any]:
    """Claim the receipt of an ASN for this station and say how it stands."""
    with desk.store.work(desk.stamp()) as work:
        asn = find_asn(work, number)
        work.scans.claim(work.fact("receive_open", number), "receive", number)
        work.commit()
    return {"job": "receive", "number": number, "next": None, "remaining": asn.remaining}


class ReceivingRoom:
    """The room where trucks are unloaded."""

    name = "receive"

    def known(self, work: Work, number: str) -> RoomKnown:
        """Know this ASN's SSCCs besides all that the floor knows."""
        codes = frozenset(line.sscc for line in find_asn(work, number).lines if line.sscc)
        return RoomKnown(work, codes)

    def fields(self, turn: Turn) -> Mapping[str, Any]:
        """Return the units still expected."""
        return {"remaining": find_asn(turn.work, turn.number).remaining, "disposition": []}

    def item(self, turn: Turn) -> Done:
        """Count units of a product, over, damaged and unexpected ones too."""
        asn = find_asn(turn.work, turn.number)
        product, trace = turn.product, trace_of(turn)
        if asn.status in OVER:
            answer = refuse(
                Outcome.WRONG_STATE, f"asn_{asn.status}", product.sku, number=asn.number
            )
            return Done(answer, turn.memory)
        if trace.serial and turn.work.inbound.counted_serial(product.id, trace.serial):
            answer = refuse(Outcome.DUPLICATE, "serial_counted", product.sku, serial=trace.serial)
            return Done(answer, turn.memory)
        lines = [line for line in asn.lines if line.product_id == product.id]
        counted = share_over_lines(lines, turn.units, trace.lot)
        return Done(self._count(turn, asn, product, trace, counted), turn.memory, changes=True)

    def _count(
        self, turn: Turn, asn: Asn, product: Product, trace: Trace, counted: Sequence[Counted]
    ) -> Answer:
        _check_in(turn, asn)
        arrivals = [_arrive(turn, asn, product, trace, part) for part in counted]
        if turn.memory.damaged:
            disposition = _set_aside(turn, product, arrivals)
        else:
            disposition = _send_on(turn, product, arrivals)
        turn.desk.planner.touch(products=(product.id,))
        line = next(
            line
            for line in find_asn(turn.work, turn.number).lines
            if line.id == arrivals[-1].line_id
        )
        return _counted_answer(product, line, turn, disposition)

    def place(self, turn: Turn) -> Done:
        """Move what this sitting has sent to that place, or all that waits for any."""
        place = turn.work.places.by_code(turn.reading.code)
        waiting = turn.work.inbound.waiting(turn.sitting)
        named = [told for told in waiting if place and told.location_id == place.id]
        if place is not None and not named and place.kind is Kind.STORAGE:
            named = [told for told in waiting if told.disposition == "put_away"]
        if place is None or not named:
            answer = refuse(Outcome.WRONG_LOCATION, "nothing_for_place", location=turn.reading.code)
            return Done(answer, turn.memory)
        for told in named:
            _bring(turn, told, place)
        units = sum(told.quantity for told in named)
        answer = said("put_away_done", units=units, location=place.code)
        return Done(replace(answer, fields={"moved": units}), turn.memory, changes=True)

    def container(self, turn: Turn) -> Done:
        """Count a carton by its SSCC as it was announced, once; other containers are wrong."""
        asn = find_asn(turn.work, turn.number)
        if turn.reading.code == asn.number:
            return Done(said("same_job", number=asn.number), turn.memory)
        code = turn.reading.sscc or turn.reading.code
        lines = [line for line in asn.lines if line.sscc and line.sscc == code]
        if not lines:
            answer = refuse(Outcome.WRONG_CONTAINER, "wrong_container", code=turn.reading.code)
            return Done(answer, turn.memory)
        if not any(line.missing for line in lines):
            return Done(refuse(Outcome.DUPLICATE, "carton_counted", code=code), turn.memory)
        return self._carton(turn, asn, [line for line in lines if line.missing])

    def _carton(self, turn: Turn, asn: Asn, lines: Sequence[AsnLine]) -> Done:
        answers = []
        for line in lines:
            product = turn.work.goods.get(line.product_id)
            trace = Trace(line.lot, line.expires_on)
            part = Counted(line, line.missing)
            answers.append(self._count(turn, asn, product, trace, (part,)))
        sent = [way for answer in answers for way in answer.fields["disposition"]]
        whole = replace(answers[-1], quantity=sum(answer.quantity for answer in answers))
        fields = {**whole.fields, "disposition": sent}
        return Done(replace(whole, fields=fields), turn.memory.spent(), changes=True)

    def command(self, turn: Turn) -> Done:
        """Close the ASN: what is missing becomes short."""
        command = turn.reading.command
        asn = find_asn(turn.work, turn.number)
        if command is None or command.kind is not CommandKind.CLOSE or asn.status in OVER:
            return Done(refuse(Outcome.WRONG_STATE, "not_here", number=asn.number), turn.memory)
        turn.work.inbound.event(turn.fact, asn.id, "close", turn.work.stamp.at)
        turn.work.scans.end(turn.fact, turn.sitting)
        turn.desk.planner.forget()
        short = sum(line.missing for line in asn.lines)
        answer = said("asn_closed_now", number=asn.number, short=short)
        return Done(replace(answer, fields={"short": short}), turn.memory.spent())


@dataclass(frozen=True, slots=True)
class Arrival:
    """Units (each, > 0) of one ASN line that now lie on a dock, or in quarantine if damaged."""

    line_id: int
    trace: Trace
    units: int
    place: Location


def trace_of(turn: Turn) -> Trace:
    """Return lot, expiry and serial as the code told them."""
    reading = turn.reading
    return Trace(reading.lot or "", reading.expires_on, reading.serial or "")


def _check_in(turn: Turn, asn: Asn) -> None:
    """The first scan of a receipt checks the truck in; a late arrival revives a no-show."""
    if asn.status in REVIVED:
        turn.work.inbound.event(turn.fact, asn.id, "arrive", turn.work.stamp.at)
        turn.desk.planner.forget()


def _arrive(turn: Turn, asn: Asn, product: Product, trace: Trace, part: Counted) -> Arrival:
    work = turn.work
    place = _quarantine(turn) if turn.memory.damaged else _dock(work, asn)
    if part.line is None:
        line_id = work.inbound.add_line(turn.fact, asn.id, product.id)
        turn.desk.planner.forget()
    else:
        line_id = part.line.id
        trace = _announced(trace, part.line)
    supplier = work.places.virtual(Kind.SUPPLIER)
    work.ledger.move(turn.fact, Move(product.id, part.units, supplier, place.id, trace))
    return Arrival(line_id, trace, part.units, place)


def _announced(trace: Trace, line: AsnLine) -> Trace:
    """Fill in the lot and the expiry day that the ASN told where the code said neither."""
    if trace.lot or trace.expires_on:
        return trace
    return Trace(line.lot, line.expires_on, trace.serial)


def _dock(work: Work, asn: Asn) -> Location:
    docks = work.places.of_kind(Kind.DOCK)
    return next((dock for dock in docks if dock.code == asn.door), docks[0])


def _quarantine(turn: Turn) -> Location:
    places = turn.work.places.of_kind(Kind.QUARANTINE)
    return places[0] if places else turn.work.places.add(turn.fact, "QUARANTINE", Kind.QUARANTINE)


def _set_aside(
    turn: Turn, product: Product, arrivals: Sequence[Arrival]
) -> list[dict[str, object]]:
    sent = []
    for arrival in arrivals:
        told = Told(
            arrival.line_id,
            product.id,
            arrival.trace,
            arrival.units,
            "damaged",
            arrival.place.id,
            arrival.place.id,
        )
        turn.work.inbound.tell(turn.fact, turn.sitting, told, arrival.units)
        sent.append({"to": "quarantine", "location": arrival.place.code, "quantity": arrival.units})
    return sent


def _send_on(turn: Turn, product: Product, arrivals: Sequence[Arrival]) -> list[dict[str, object]]:
    """Send units to the orders that the plan gives them to, the rest to their shelf."""
    turn.desk.planner.touch(products=(product.id,))
    plan = turn.desk.planner.current(turn.work)
    serves = [peg for peg in plan.pegs_of_product(product.id) if peg.on_dock and peg.cross_dock]
    wanted = [[peg.order_line_id, peg.quantity - peg.locked] for peg in serves]
    sent: list[dict[str, object]] = []
    for arrival in arrivals:
        left = arrival.units
        for want in wanted:
            if take := min(left, want[1]):
                want[1] -= take
                left -= take
                sent.append(_stage(turn, product, arrival, want[0], take))
        if left:
            sent.append(_shelve(turn, product, arrival, left))
    return sent


def _stage(
    turn: Turn, product: Product, arrival: Arrival, order_line_id: int, units: int
) -> dict[str, object]:
    work = turn.work
    number, line = work.orders.of_line(order_line_id)
    lane = _lane(work, number)
    told = Told(
        arrival.line_id,
        product.id,
        arrival.trace,
        units,
        "cross_dock",
        arrival.place.id,
        None if lane is None else lane.id,
        order_line_id,
    )
    stands = arrival.place
    moved = 0
    if lane is not None and not work.settings.confirm_lane:
        work.ledger.move(turn.fact, Move(product.id, units, stands.id, lane.id, arrival.trace))
        stands, moved = lane, units
    work.inbound.tell(turn.fact, turn.sitting, told, moved)
    work.locks.stage(turn.fact, Held(order_line_id, product.id, units, stands.id, arrival.trace))
    code = None if lane is None else lane.code
    return {"to": "cross_dock", "order": number, "line": line, "lane": code, "quantity": units}


def _lane(work: Work, order: str) -> Location | None:
    lanes = work.places.of_kind(Kind.STAGING)
    found = work.orders.find(order)
    staged = work.locks.staged_of_order(found.id) if found else ()
    own = [work.places.get(held.location_id) for held in staged]
    return choose_lane(own, lanes, work.ledger.units_in(tuple(lane.id for lane in lanes)))


def _shelve(turn: Turn, product: Product, arrival: Arrival, units: int) -> dict[str, object]:
    work = turn.work
    shelf = _shelf(work, product)
    told = Told(
        arrival.line_id,
        product.id,
        arrival.trace,
        units,
        "put_away",
        arrival.place.id,
        None if shelf is None else shelf.id,
    )
    moved = 0
    if shelf is not None and not work.settings.confirm_put_away:
        work.ledger.move(
            turn.fact, Move(product.id, units, arrival.place.id, shelf.id, arrival.trace)
        )
        moved = units
    work.inbound.tell(turn.fact, turn.sitting, told, moved)
    return {"to": "put_away", "location": None if shelf is None else shelf.code, "quantity": units}


def _shelf(work: Work, product: Product) -> Location | None:
    """Choose the home location, else where the product lies, else the first empty storage."""
    if product.home_location_id is not None:
        return work.places.get(product.home_location_id)
    lies = [row.location for row in work.ledger.of_product(product.id)]
    shelves = [place for place in lies if place.kind is Kind.STORAGE]
    if shelves:
        return min(shelves, key=lambda place: place.walk)
    return work.places.empty_storage() or next(iter(work.places.of_kind(Kind.STORAGE)), None)


def _bring(turn: Turn, told: Told, place: Location) -> None:
    """Move told units from their dock to a place; a staged lock goes along."""
    work = turn.work
    move = Move(told.product_id, told.quantity, told.dock_id, place.id, told.trace)
    work.ledger.move(turn.fact, move)
    work.inbound.moved(turn.fact, turn.sitting, told, place.id)
    if told.order_line_id is not None:
        held = Held(told.order_line_id, told.product_id, told.quantity, told.dock_id, told.trace)
        work.locks.stage(turn.fact, replace(held, quantity=-told.quantity))
        work.locks.stage(turn.fact, replace(held, location_id=place.id))
    turn.desk.planner.touch(products=(told.product_id,))


def _counted_answer(
    product: Product, line: AsnLine, turn: Turn, disposition: list[dict[str, object]]
) -> Answer:
    say = "counted_over" if line.over else "counted"
    if line.expected == 0:
        say = "counted_unexpected"
    if turn.memory.damaged:
        say = "counted_damaged"
    answer = said(
        say,
        turn.units,
        product.sku,
        units=turn.units,
        name=product.description or product.sku,
        over=line.over,
    )
    fields = {
        "disposition": disposition,
        "line": line.line,
        "expected": line.expected,
        "received": line.received,
        "over": line.over,
    }
    return replace(answer, fields=fields)
