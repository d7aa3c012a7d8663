"""Receiving: what comes off a truck is counted, whom it serves and where it goes is answered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.command_scan import LARGEST_QUANTITY, CommandKind
from app.domain.goods import Kind, Trace
from app.domain.jobs import Answer, refuse
from app.domain.osd import tolerance_of
from app.domain.receiving import Counted, share_over_lines
from app.domain.scan import Outcome
from app.services.announced import OVER, counts_blind, find_asn
from app.services.arriving import arrive, check_in, set_aside
from app.services.explaining import EXPLAINS, explain
from app.services.freeing import free_left_behind
from app.services.losing import before_losing, say_losses
from app.services.meaning import RoomKnown
from app.services.osd import osd_of, summary_json
from app.services.putting_away import bring, movable
from app.services.sending_on import pinned_on, send_on, ways_told
from app.services.turns import Done, Turn, lies_somewhere, refuse_item, said
from app.texts.osd import besides

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.goods import Location, Product
    from app.domain.inbound import Asn, AsnLine, Told
    from app.services.arriving import Arrival
    from app.work import Work

UNTOLD: Mapping[str, Any] = {"totals": None, "differences": []}


class ReceivingRoom:
    """The room where trucks are unloaded."""

    name = "receive"

    def known(self, work: Work, number: str) -> RoomKnown:
        """Know this ASN's SSCCs besides all that the floor knows."""
        codes = frozenset(line.sscc for line in find_asn(work, number).lines if line.sscc)
        return RoomKnown(work, codes)

    def expects_place(self, turn: Turn) -> bool:
        """Tell no: what comes off a truck next is an item."""
        _ = turn
        return False

    def why_final(self, turn: Turn) -> str | None:
        """Forbid to take anything back once the ASN is closed."""
        return "asn_closed" if find_asn(turn.work, turn.number).status == "closed" else None

    def fields(self, turn: Turn) -> Mapping[str, Any]:
        """Return the units still expected, and at the sitting's end what differs so far."""
        asn = find_asn(turn.work, turn.number)
        untold = counts_blind(turn.work, asn)
        fields: dict[str, Any] = {"remaining": None if untold else asn.remaining, "disposition": []}
        command = turn.reading.command
        if command is not None and command.kind is CommandKind.DONE:
            fields |= UNTOLD if untold else summary_json(osd_of(turn.work, asn))
        return fields

    def item(self, turn: Turn) -> Done:
        """Count units of a product, over, damaged and unexpected ones too."""
        asn = find_asn(turn.work, turn.number)
        product, trace = turn.product, _trace_of(turn)
        if asn.status in OVER:
            return refuse_item(turn, Outcome.WRONG_STATE, f"asn_{asn.status}")
        if turn.units > LARGEST_QUANTITY:
            return refuse_item(turn, Outcome.NOT_ALLOWED, "too_many_at_once")
        if turn.one_serial_too_often or _counted_before(turn, product, trace):
            return refuse_item(turn, Outcome.DUPLICATE, "serial_counted")
        lines = [line for line in asn.lines if line.product_id == product.id]
        counted = share_over_lines(lines, turn.units, trace.lot)
        return Done(_count(turn, asn, product, trace, counted), turn.memory, changes=True)

    def place(self, turn: Turn) -> Done:
        """Move what this sitting has sent to that place, or all that waits for any shelf."""
        place = turn.work.places.by_code(turn.reading.code)
        waiting = [told for told in turn.work.inbound.waiting(turn.sitting) if movable(turn, told)]
        named = _meant_for(place, waiting)
        if place is None or not named:
            answer = refuse(Outcome.WRONG_LOCATION, "nothing_for_place", location=turn.reading.code)
            return Done(answer, turn.memory)
        units = sum(bring(turn, told, place) for told in named)
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
        if asn.status in OVER:
            answer = refuse(Outcome.WRONG_STATE, f"asn_{asn.status}", number=asn.number)
            return Done(answer, turn.memory)
        if not any(line.missing for line in lines):
            return Done(refuse(Outcome.DUPLICATE, "carton_counted", code=code), turn.memory)
        return _carton(turn, asn, [line for line in lines if line.missing])

    def command(self, turn: Turn) -> Done:
        """Close the ASN: what is missing becomes short.  Or note why the last count differs."""
        command = turn.reading.command
        asn = find_asn(turn.work, turn.number)
        if command is not None and command.kind in EXPLAINS:
            if asn.status in OVER:
                answer = refuse(Outcome.WRONG_STATE, f"asn_{asn.status}", number=asn.number)
                return Done(answer, turn.memory)
            return explain(turn, asn)
        if command is None or command.kind is not CommandKind.CLOSE or asn.status in OVER:
            return Done(refuse(Outcome.WRONG_STATE, "not_here", number=asn.number), turn.memory)
        return Done(_close(turn, asn), turn.memory.spent())


def _close(turn: Turn, asn: Asn) -> Answer:
    """Make what is missing short, say what differs and who loses by it."""
    missing = [line for line in asn.lines if line.missing]
    before = before_losing(turn, (line.product_id for line in missing))
    turn.work.inbound.event(turn.fact, asn.id, "close", turn.work.stamp.at)
    freed = free_left_behind(turn.work, turn.fact, turn.work.pins.beside([asn.id]))
    turn.desk.planner.look()
    loses = say_losses(turn, asn, before)
    found = osd_of(turn.work, find_asn(turn.work, asn.number))
    total = found.totals
    more = besides(total, tolerant=found.tolerance.given)
    say = "asn_closed_differs" if more else "asn_closed_now"
    answer = said(
        "asn_closed_blind" if asn.blind else say,
        number=asn.number,
        short=total.short,
        besides=more,
        received=total.received,
    )
    final = {"short": total.short, "freed": freed, "beyond": total.beyond > 0, "blind": asn.blind}
    return replace(answer, fields={**final, **summary_json(found), **loses})


def _trace_of(turn: Turn) -> Trace:
    """Return lot, expiry and serial as the code told them: all of it is kept."""
    reading = turn.reading
    return Trace(reading.lot or "", reading.expires_on, reading.serial or "")


def _counted_before(turn: Turn, product: Product, trace: Trace) -> bool:
    """Tell whether that one unit came off a truck, lies here or is in a shipment already."""
    work = turn.work
    return bool(trace.serial) and (
        work.inbound.counted_serial(product.id, trace.serial)
        or work.shipments.has_serial(product.id, trace.serial)
        or lies_somewhere(turn, product, trace)
    )


def _meant_for(place: Location | None, waiting: Sequence[Told]) -> list[Told]:
    """Return what was sent to a place; where nothing was, a shelf takes all that is put away."""
    named = [told for told in waiting if place and told.location_id == place.id]
    if place is not None and not named and place.kind is Kind.STORAGE:
        return [told for told in waiting if told.disposition == "put_away"]
    return named


def _carton(turn: Turn, asn: Asn, lines: Sequence[AsnLine]) -> Done:
    answers = []
    for line in lines:
        product = turn.work.goods.get(line.product_id)
        part = Counted(line, line.missing)
        answers.append(_count(turn, asn, product, Trace(line.lot, line.expires_on), (part,)))
    sent = [way for answer in answers for way in answer.fields["disposition"]]
    whole = replace(answers[-1], quantity=sum(answer.quantity for answer in answers))
    reasons = {k: v for answer in answers for k, v in answer.fields["shelf_reasons"].items()}
    fields = {**whole.fields, "disposition": sent, "shelf_reasons": reasons}
    if turn.memory.damaged:
        fields["loses"] = [loss for answer in answers for loss in answer.fields["loses"]]
    return Done(replace(whole, fields=fields), turn.memory.spent(), changes=True)


def _count(
    turn: Turn, asn: Asn, product: Product, trace: Trace, counted: Sequence[Counted]
) -> Answer:
    damaged = turn.memory.damaged
    before = before_losing(turn, (product.id,)) if damaged else ()
    check_in(turn, asn)
    pinned = [pinned_on(turn, product, part.line) for part in counted]
    arrivals = [arrive(turn, asn, product, trace, part) for part in counted]
    if damaged:
        disposition = set_aside(turn, product, arrivals)
    else:
        disposition = send_on(turn, product, tuple(zip(arrivals, pinned, strict=True)))
    turn.desk.planner.touch(products=(product.id,))
    answer = _answer(turn, product, arrivals, disposition)
    if not damaged:
        return answer
    return replace(answer, fields={**answer.fields, **say_losses(turn, asn, before)})


def _answer(
    turn: Turn, product: Product, arrivals: Sequence[Arrival], sent: list[dict[str, object]]
) -> Answer:
    asn = find_asn(turn.work, turn.number)
    line = next(line for line in asn.lines if line.id == arrivals[-1].line_id)
    tolerance = tolerance_of(turn.work.settings)
    untold = counts_blind(turn.work, asn)
    beyond = not asn.blind and not untold and tolerance.exceeded_by(line, closed=False)
    say = "counted" if untold else _sentence(asn, line, beyond=beyond)
    if turn.memory.damaged:
        say = "counted_damaged"
    units = sum(arrival.units for arrival in arrivals)
    name = product.description or product.sku
    answer = said(say, units, product.sku, units=units, name=name, over=line.over)
    fields = {
        **ways_told(sent),
        "line": line.line,
        "expected": None if untold else line.expected,
        "received": line.received,
        "over": None if untold else line.over,
        "beyond": beyond,
        "blind": asn.blind,
        "fact": turn.fact,
    }
    return replace(answer, fields=fields)


def _sentence(asn: Asn, line: AsnLine, *, beyond: bool) -> str:
    """Name the sentence for counted units; where nothing was announced nothing is over."""
    if asn.blind or not line.over:
        return "counted"
    if line.expected == 0:
        return "counted_unexpected"
    return "counted_over" if beyond else "counted_over_within"
