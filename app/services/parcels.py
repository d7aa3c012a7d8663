"""The carrier's number and the weight of the carton in hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from app.domain.command_scan import Command, CommandKind
from app.domain.expected_weight import Part, Tolerance, judge
from app.domain.jobs import refuse
from app.domain.scan import Outcome
from app.domain.tracking import plain, read_number
from app.services.cartons import carton_in_hand, full_cartons, scanned_cartons
from app.services.turns import Done, said
from app.texts.packing import off_words, weight_words
from app.texts.slips import slip_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.cartons import Full
    from app.domain.expected_weight import Verdict
    from app.domain.orders import Held, Order, Shipment
    from app.services.box import Box
    from app.services.turns import Turn
    from app.work import Work

HEAVIEST_G: Final = 2_000_000


def track(turn: Turn, box: Box) -> Done:
    """Note the carrier's number of the carton in hand, in the place of one before."""
    memory = replace(turn.memory, tracking=False)
    code = plain(turn.reading.code)
    number = read_number(code, box.order.carrier)
    if number is None:
        return Done(refuse(Outcome.BAD_CHECK_DIGIT, "bad_tracking", code=code), turn.memory)
    if box.shipment is None or not box.picked:
        return Done(refuse(Outcome.WRONG_STATE, "no_carton"), memory)
    carton = carton_in_hand(turn.work, turn.fact, box.shipment)
    used = turn.work.cartons.tracked(number.text)
    if used is not None and (used.shipment, used.carton) != (box.shipment.number, carton.number):
        answer = refuse(
            Outcome.DUPLICATE, "tracking_used", code=code, carton=used.carton, other=used.shipment
        )
        return Done(answer, memory)
    turn.work.cartons.track(turn.fact, carton, number.text, number.carrier)
    say = "tracked" if number.verified else "tracked_unverified"
    told: dict[str, Any] = {
        "carton": carton.number,
        "carrier": number.carrier,
        "tracking": number.text,
    }
    fields = {**told, "carrier": number.carrier or None, "check_digit": number.verified or None}
    return Done(replace(said(say, **told), fields=fields), memory)


def parcels_of(
    work: Work, order: Order, shipment: Shipment, picked: Sequence[Held]
) -> dict[str, Any]:
    """Return what the slip says of a shipment's cartons, and which slip it replaces.

    It says a weight only where every carton has been weighed with all that is in it.
    """
    full = full_cartons(work, shipment.id, picked)
    weights = [each.carton.weight_g for each in full if each.carton.weight_g is not None]
    numbers = (each.carton.tracking for each in full)
    carriers = sorted({each.carton.carrier for each in full} - {""})
    before = work.cartons.gone(shipment.id).slip_at
    language = order.language or work.settings.document_language
    here = before and before.astimezone(work.settings.zone)
    return {
        "carrier": order.carrier or ", ".join(carriers),
        "tracking": ", ".join(number for number in numbers if number),
        "cartons": max(1, len(full)),
        "weight_g": sum(weights) if full and len(weights) == len(full) else None,
        "replaces": slip_time(here, language) if here else "",
    }


def tolerance_of(work: Work) -> Tolerance:
    """Return what the site lets a carton's weight be off."""
    return Tolerance(work.settings.weight_tolerance, work.settings.weight_tolerance_g)


def verdict_of(work: Work, order: Order, full: Full) -> Verdict | None:
    """Judge a carton's weight; None where nobody has weighed it with all that is in it."""
    weight = full.carton.weight_g
    if weight is None:
        return None
    units: dict[int, int] = {line.product_id: 0 for line in order.lines}
    for (line_id, _trace), count in full.contents.items():
        units[order.line_of(line_id).product_id] += count
    products = {key: work.goods.get(key) for key in units}
    parts = [Part(products[key].sku, units[key], products[key].unit_weight_g) for key in units]
    return judge(parts, work.settings.carton_tare_g, weight, tolerance_of(work))


def weigh(turn: Turn, box: Box, grams: int | None) -> Done:
    """Note what the carton in hand weighs, and say whether that can be."""
    if grams is None:
        return Done(refuse(Outcome.WRONG_STATE, "no_weight_said"), turn.memory)
    if grams > HEAVIEST_G:
        return Done(refuse(Outcome.NOT_ALLOWED, "bad_weight", value=grams), turn.memory)
    if box.shipment is None or not box.picked:
        return Done(refuse(Outcome.WRONG_STATE, "no_carton"), turn.memory)
    carton = carton_in_hand(turn.work, turn.fact, box.shipment)
    turn.work.cartons.weigh(turn.fact, carton, grams)
    full = scanned_cartons(turn.work, box.shipment.id)
    mine = next((each for each in full if each.carton.id == carton.id), None)
    verdict = None if mine is None else verdict_of(turn.work, box.order, mine)
    told: dict[str, Any] = {"carton": carton.number, "weight": weight_words(grams)}
    if verdict is None:
        return Done(said("weighed", **told), turn.memory)
    answer = said(_say(verdict), **told, skus=", ".join(verdict.unknown), verdict=_words(verdict))
    return Done(replace(answer, fields=weight_json(verdict, carton.number)), turn.memory)


def _say(verdict: Verdict) -> str:
    if verdict.is_off:
        return "weighed_off"
    if verdict.unknown:
        return "weighed_unknown"
    return "weighed" if verdict.allowed_g is None else "weighed_right"


def _words(verdict: Verdict) -> str:
    return off_words(verdict) if verdict.is_off else ""


def weight_json(verdict: Verdict, carton: int) -> dict[str, Any]:
    """Return a carton's weight as it is answered; all in grams, null where nothing is expected."""
    return {
        "carton": carton,
        "weight_g": verdict.weight_g,
        "expected_g": verdict.expected_g,
        "off_g": verdict.off_g if verdict.expected_g is not None else None,
        "allowed_g": verdict.allowed_g,
        "off": verdict.is_off,
    }


def weight_trouble(work: Work, order: Order, full: Iterable[Full]) -> tuple[str, dict[str, Any]]:
    """Name the sentence of the first carton whose weight keeps a shipment from closing, with data.

    "" where the site does not hold shipments for their weights, or all are right.
    """
    if not (work.settings.hold_wrong_weight and tolerance_of(work).checks):
        return "", {}
    for number, each in enumerate(full, 1):
        verdict = verdict_of(work, order, each)
        go_back = Command(CommandKind.CARTON, each.carton.number).barcode
        told = {"carton": number, "go_back": go_back}
        if verdict is None:
            return "weight_lacks", told
        if verdict.is_off:
            weight = weight_words(verdict.weight_g)
            return "weight_off", {**told, "weight": weight, "verdict": _words(verdict)}
    return "", {}
