"""Cartons of a shipment: the next one, back to one, over into one; their SSCCs are never reused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.cartons import Full, filled, in_hand
from app.domain.errors import BadValueError, RefusedError
from app.domain.jobs import refuse
from app.domain.labels import make_sscc
from app.domain.orders import Held
from app.domain.packing import first_units, of_trace
from app.domain.scan import Outcome
from app.services.turns import Done, refuse_item, said, scanned_trace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.cartons import Carton
    from app.domain.orders import Order, Shipment
    from app.services.box import Box
    from app.services.turns import Turn
    from app.work import Work

MOST_CARTONS = 999


def next_sscc(work: Work) -> str:
    """Return the company's next SSCC, "" where the site has no prefix.

    RefusedError("sscc_used_up") where none of its numbers is left.
    """
    prefix = work.settings.gs1_company_prefix
    return make_sscc(prefix, work.cartons.count_ssccs()) if prefix else ""


def carton_in_hand(work: Work, fact: int, shipment: Shipment) -> Carton:
    """Return the carton that is packed now; a shipment's first one is made when it is needed."""
    found = in_hand(work.cartons.of_shipment(shipment.id))
    return found or work.cartons.add(fact, shipment.id, next_sscc(work))


def full_cartons(work: Work, shipment_id: int, picked: Sequence[Held]) -> tuple[Full, ...]:
    """Return the cartons of a shipment that hold anything, together all that is picked."""
    cartons, contents = work.cartons.of_shipment(shipment_id), work.cartons.contents(shipment_id)
    return filled(cartons, contents, picked)


def scanned_cartons(work: Work, shipment_id: int) -> tuple[Full, ...]:
    """Return the cartons of a shipment with what was scanned into them, none of them empty."""
    contents = work.cartons.contents(shipment_id)
    full = (
        Full(one, contents.get(one.number, {})) for one in work.cartons.of_shipment(shipment_id)
    )
    return tuple(one for one in full if one.units)


def label_cartons(
    work: Work, shipment_id: int, number: str, cartons: int | None
) -> tuple[str, ...]:
    """Return the SSCCs of a shipment's cartons; those that lack one get the next of the company.

    Without a count they are as many as before, at least one.  BadValueError for a count that
    cannot be, RefusedError where the site has no company prefix or no number is left.
    """
    known = work.cartons.of_shipment(shipment_id)
    wanted = max(1, len(known)) if cartons is None else cartons
    if not max(1, len(known)) <= wanted <= MOST_CARTONS:
        raise BadValueError(
            "bad_cartons", number=number, cartons=len(known), value=wanted, most=MOST_CARTONS
        )
    lacking = [carton for carton in known if not carton.sscc]
    if (lacking or wanted > len(known)) and not work.settings.gs1_company_prefix:
        raise RefusedError("no_company_prefix")
    if lacking or wanted > len(known):
        fact = work.fact("cartons", number, {"cartons": wanted})
        for carton in lacking:
            work.cartons.give_sscc(fact, carton, next_sscc(work))
        for _more in range(wanted - len(known)):
            work.cartons.add(fact, shipment_id, next_sscc(work))
    return tuple(carton.sscc for carton in work.cartons.of_shipment(shipment_id))


def cartons_json(work: Work, order: Order, full: Iterable[Full]) -> list[dict[str, Any]]:
    """Return cartons as they are answered: from 1 on, with their lines; null where not said."""
    return [
        {
            "carton": number,
            "sscc": each.carton.sscc or None,
            "units": each.units,
            "weight_g": each.carton.weight_g,
            "tracking": each.carton.tracking or None,
            "carrier": each.carton.carrier or None,
            "lines": _lines(work, order, each),
        }
        for number, each in enumerate(full, 1)
    ]


def _lines(work: Work, order: Order, full: Full) -> list[dict[str, Any]]:
    units: dict[int, int] = {}
    for (line_id, _trace), count in full.contents.items():
        units[line_id] = units.get(line_id, 0) + count
    lines = [line for line in order.lines if line.id in units]
    return [
        {
            "line": line.line,
            "sku": work.goods.get(line.product_id).sku,
            "quantity": units[line.id],
        }
        for line in lines
    ]


def turn_to_carton(turn: Turn, box: Box, number: int | None) -> Done:
    """Close the carton in hand and open the next, or go back to the one with that number."""
    shipment = box.shipment
    if shipment is None or not box.picked:
        return Done(refuse(Outcome.WRONG_STATE, "no_carton"), turn.memory)
    cartons = turn.work.cartons.of_shipment(shipment.id)
    if number is not None:
        back = [carton for carton in cartons if carton.number == number]
        if not back:
            answer = refuse(Outcome.WRONG_CONTAINER, "no_such_carton", carton=number)
            return Done(answer, turn.memory)
        return _take_in_hand(turn, back[0], "carton_in_hand")
    hand = in_hand(cartons)
    if hand is None or not turn.work.cartons.contents(shipment.id).get(hand.number):
        answer = refuse(Outcome.WRONG_STATE, "carton_empty", carton=hand.number if hand else 1)
        return Done(answer, turn.memory)
    if len(cartons) >= MOST_CARTONS:
        raise BadValueError("bad_count", value=len(cartons) + 1)
    carton = turn.work.cartons.add(turn.fact, shipment.id, next_sscc(turn.work))
    return _take_in_hand(turn, carton, "carton_opened")


def scan_carton(turn: Turn, box: Box) -> Done | None:
    """Go back to the carton of this shipment whose SSCC was scanned; None where it has none so."""
    code = turn.reading.sscc or turn.reading.code
    cartons = turn.work.cartons.of_shipment(box.shipment.id) if box.shipment else ()
    for carton in cartons:
        if carton.sscc and carton.sscc == code:
            return _take_in_hand(turn, carton, "carton_in_hand")
    owner = turn.work.cartons.numbered(code)
    if owner is None:
        return None
    other = owner.order if owner.order != turn.number else owner.shipment
    return Done(refuse(Outcome.WRONG_CONTAINER, "carton_of_another", other=other), turn.memory)


def _take_in_hand(turn: Turn, carton: Carton, say: str) -> Done:
    turn.work.cartons.open(turn.fact, carton)
    answer = said(say, carton=carton.number)
    return Done(replace(answer, fields={"sscc": carton.sscc or None}), turn.memory)


def move_over(turn: Turn, box: Box, shipment: Shipment) -> Done:
    """Move verified units of the scanned product from other cartons into the one in hand."""
    work, product = turn.work, turn.product
    hand = carton_in_hand(work, turn.fact, shipment)
    lies: list[tuple[int, Held]] = []
    for number, contents in work.cartons.contents(shipment.id).items():
        for (line_id, trace), units in contents.items():
            if number != hand.number and box.order.line_of(line_id).product_id == product.id:
                lies.append((number, Held(line_id, product.id, units, 0, trace)))
    trace = scanned_trace(turn, {held.trace.lot for _number, held in lies})
    fitting = of_trace([held for _number, held in lies], trace)
    left = sum(held.quantity for held in fitting)
    if turn.units > left:
        return refuse_item(turn, Outcome.OVER_PICK, "nothing_to_move", left=left)
    sources = [(number, held) for held in fitting for number, one in lies if one is held]
    for part in first_units(fitting, turn.units):
        number, _held = sources.pop(0)
        work.cartons.move(turn.fact, shipment.id, part, number, hand.number)
    name = product.description or product.sku
    answer = said("moved_over", 0, product.sku, units=turn.units, name=name, carton=hand.number)
    return Done(replace(answer, fields={"moved": turn.units}), turn.memory, changes=True)


def drop_empty(turn: Turn, shipment: Shipment, full: Iterable[Full]) -> None:
    """Let the cartons that hold nothing be none: an empty one never counts."""
    kept = {each.carton.id for each in full}
    for carton in turn.work.cartons.of_shipment(shipment.id):
        if carton.id not in kept:
            turn.work.cartons.drop(turn.fact, carton)
