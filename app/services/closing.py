"""Closing a shipment: what keeps it open, a supervisor's word, and its units to the customer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from app.domain.cartons import in_hand
from app.domain.command_scan import Command, CommandKind
from app.domain.goods import Kind, Move
from app.domain.jobs import refuse
from app.domain.packing import may_close
from app.domain.scan import Outcome
from app.services.box import missing_rows
from app.services.cartons import carton_in_hand, cartons_json, drop_empty, full_cartons
from app.services.parcels import weight_trouble
from app.services.slips import say_slip, slip_fields
from app.services.turns import Done, said
from app.texts.packing import LONGEST_REASON, OVERRIDES, missing_words

if TYPE_CHECKING:
    from app.domain.jobs import Answer
    from app.domain.orders import Shipment
    from app.services.box import Box
    from app.services.turns import Turn


@dataclass(frozen=True, slots=True)
class Kept:
    """What keeps a shipment open that a supervisor may let go: sentence, its data, more keys."""

    say: str
    data: dict[str, Any]
    fields: dict[str, Any]


def close(turn: Turn, box: Box) -> Done:
    """Close the box unless policy, an unverified unit, a weight or a lot's last day forbids it."""
    if box.shipment is None or not box.picked:
        answer = refuse(Outcome.WRONG_STATE, "nothing_to_close", number=turn.number)
        return Done(answer, turn.memory)
    final = None if box.remaining else _never(turn, box)
    if final is None and (kept := _held_back(turn, box)) is not None:
        final = refuse(Outcome.NOT_ALLOWED, kept.say, None, number=turn.number, **kept.data)
        final = replace(final, fields=kept.fields)
    return _ship(turn, box, box.shipment) if final is None else Done(final, turn.memory)


def override(turn: Turn, box: Box, told: str) -> Done:
    """Close the box as it is, for a supervisor's reason (its number or words).

    It lets unverified units and a wrong weight go, never what the order's policy or a lot's last
    day forbids.  What no scan has verified ships: it is picked.
    """
    reason = OVERRIDES.get(told, "" if told.isdecimal() else told).strip()
    if not reason or len(reason) > LONGEST_REASON or not reason.isprintable():
        answer = refuse(Outcome.NOT_ALLOWED, "no_reason", most=LONGEST_REASON)
        return Done(answer, turn.memory)
    if box.shipment is None or not box.picked:
        answer = refuse(Outcome.WRONG_STATE, "nothing_to_close", number=turn.number)
        return Done(answer, turn.memory)
    if (final := _never(turn, box)) is not None:
        return Done(final, turn.memory)
    kept = _held_back(turn, box)
    if kept is None:
        answer = refuse(Outcome.WRONG_STATE, "nothing_to_override", number=turn.number)
        return Done(answer, turn.memory)
    rows = missing_rows(turn.work, box)
    said_of = {"reason": reason, "by": turn.work.stamp.actor, "unverified": rows}
    turn.work.fact("pack_override", box.shipment.number, {**said_of, "held": kept.say})
    done = _ship(turn, box, box.shipment)
    data: dict[str, Any] = {"number": box.shipment.number, "left": box.remaining, "reason": reason}
    fields = {**done.answer.fields, "override": said_of}
    say = "closed_overridden" if rows else "closed_so"
    return replace(done, answer=replace(said(say, **data), fields=fields))


def _never(turn: Turn, box: Box) -> Answer | None:
    """Return why nobody may close what is in the box, None where somebody may."""
    closing = may_close(box.order, turn.work.settings.default_policy)
    if closing.problem:
        data: dict[str, Any] = {"number": turn.number, "left": closing.units}
        return refuse(Outcome.NOT_ALLOWED, closing.problem, None, **data)
    late = [held for held in box.picked if held.trace.expired(turn.today)]
    if late:
        name = turn.work.goods.get(late[0].product_id).sku
        return refuse(Outcome.EXPIRED_LOT, "expired_in_box", name, name=name)
    return None


def _held_back(turn: Turn, box: Box) -> Kept | None:
    """Return what keeps the box open until it is mended or a supervisor says why not."""
    if box.remaining:
        rows = missing_rows(turn.work, box)
        data = {"left": box.remaining, "lines": missing_words(rows)}
        return Kept("unverified_lines", data, {"missing": rows})
    if box.shipment is None:
        return None
    full = full_cartons(turn.work, box.shipment.id, box.picked)
    say, data = weight_trouble(turn.work, box.order, full)
    if not say:
        return None
    hand = in_hand(turn.work.cartons.of_shipment(box.shipment.id))
    if hand is not None and data["go_back"] != Command(CommandKind.CARTON, hand.number).barcode:
        say += "_elsewhere"
    return Kept(say, data, {"held": "weight", "held_carton": data["carton"]})


def _ship(turn: Turn, box: Box, shipment: Shipment) -> Done:
    work = turn.work
    carton_in_hand(work, turn.fact, shipment)
    full = full_cartons(work, shipment.id, box.picked)
    drop_empty(turn, shipment, full)
    customer = work.places.virtual(Kind.CUSTOMER)
    for held in box.picked:
        move = Move(held.product_id, held.quantity, held.location_id, customer, held.trace)
        work.ledger.move(turn.fact, move)
    work.shipments.close(turn.fact, shipment.id)
    products = tuple({held.product_id for held in box.picked})
    turn.desk.planner.touch(products=products, orders=(box.order.id,))
    work.scans.end(turn.fact, turn.sitting)
    slip = say_slip(turn, shipment, box.picked, full)
    answer = said("shipment_closed", number=shipment.number)
    fields = {"shipment": shipment.number, **slip_fields(slip)}
    fields["cartons"] = cartons_json(work, box.order, full)
    return Done(replace(answer, fields=fields), turn.memory.spent())
