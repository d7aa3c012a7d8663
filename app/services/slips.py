"""The packing slip: said once when the shipment closes, kept as a fact, printed again as it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.cartons import slip_cartons
from app.domain.documents import PackingSlip, SlipLine
from app.domain.slip_cartons import carton_slips
from app.services.logos import logo_of
from app.services.parcels import parcels_of
from app.services.picking import find_order
from app.services.slip_keeping import slip_json
from app.services.to_come import in_place_of, still_to_come
from app.texts.slips import station_words, worded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from app.domain.cartons import Full
    from app.domain.documents import LineToCome
    from app.domain.orders import Held, Order, Shipment
    from app.services.turns import Turn
    from app.work import Work

PACKING_SLIP = "packing_slip"
CARTON_SLIP = "carton_slip"
SLIPS = frozenset({PACKING_SLIP, CARTON_SLIP})


def say_slip(
    turn: Turn, shipment: Shipment, picked: Sequence[Held], full: Sequence[Full]
) -> PackingSlip:
    """Work out what the slip says, keep it with its first print still to do, and return it.

    Each of several cartons has a slip of its own: kept too, and printed where the site wants it.
    """
    slip = make_slip(turn, shipment, picked)
    _keep(turn, PACKING_SLIP, slip, shipment, shipment.number, prints=True)
    for number, part in enumerate(_of_cartons(turn, slip, full), 1):
        code = carton_code(shipment.number, number)
        _keep(turn, CARTON_SLIP, part, shipment, code, prints=turn.work.settings.carton_slips)
    return slip


def carton_code(shipment: str, carton: int) -> str:
    """Return the number of a carton's slip (cartons count from 1): no shipment can have it."""
    return f"{shipment}-carton-{carton}"


def _keep(
    turn: Turn, kind: str, slip: PackingSlip, shipment: Shipment, code: str, *, prints: bool
) -> None:
    documents = turn.work.documents
    key = documents.add(turn.fact, kind, code, shipment.id, slip_json(slip))
    if prints:
        documents.print_state(turn.fact, key, 0, "to_print", turn.work.settings.printer)


def _of_cartons(turn: Turn, slip: PackingSlip, full: Sequence[Full]) -> Iterable[PackingSlip]:
    """Return the slip of each carton, in their order, none where there is one carton."""
    if len(full) < 2:  # one carton's slip is the shipment's
        return ()
    order = find_order(turn.work, turn.number)
    lines = {line.id: line.line for line in order.lines}
    parts = carton_slips(slip, slip_cartons(full, lines))
    carriers = (order.carrier or each.carton.carrier for each in full)
    return (
        worded(replace(part, carrier=carrier))
        for part, carrier in zip(parts, carriers, strict=True)
    )


def slip_fields(slip: PackingSlip) -> dict[str, Any]:
    """Return what the answer to the close tells of the slip: what ships now, and what comes when.

    A substitute tells what it is ``in_place_of``.
    Days are ISO dates at the site, null where there is none to give.
    """
    return {
        "ships": [
            {
                "line": line.line,
                "sku": line.sku,
                "quantity": line.shipped_now,
                **_instead(line),
            }
            for line in slip.lines
        ],
        "to_come": [
            {
                "line": line.line,
                "sku": line.sku,
                "quantity": line.units,
                "expected_from": line.expected_from and line.expected_from.isoformat(),
                "expected_to": line.expected_to and line.expected_to.isoformat(),
                **_instead(line),
            }
            for line in slip.to_come
        ],
    }


def _instead(line: SlipLine | LineToCome) -> dict[str, str]:
    return {"in_place_of": line.in_place_of} if line.in_place_of else {}


def make_slip(turn: Turn, shipment: Shipment, picked: Sequence[Held]) -> PackingSlip:
    """Say what is in the box, and apart from it what is still to come and when."""
    work = turn.work
    order = find_order(work, turn.number)
    settings = work.settings
    language = order.language or settings.document_language
    here = work.stamp.at.astimezone(settings.zone)
    most = order.most_shipments(settings.default_policy)
    ship_to = _parts(order.ship_to)
    slip = PackingSlip(
        site_name=settings.site_name,
        site_address=" · ".join(_parts(settings.site_address)),
        order=order.number,
        shipment=shipment.number,
        customer=order.customer,
        ship_to=ship_to or (order.customer,),
        ordered_on=order.ordered_at.astimezone(settings.zone).date(),
        packed_on=here.date(),
        packed_at_text=station_words(work.stamp.station, here, language),
        shipment_count=shipment.ordinal,
        shipment_limit=None if most is None else max(shipment.ordinal, most),
        lines=tuple(_in_the_box(work, order, picked)),
        to_come=still_to_come(work, order, turn.desk.planner.current(work), language),
        **parcels_of(work, order, shipment, picked),
        note=order.note,
        contact=settings.contact,
        reference=order.reference,
        earlier=_left_before(work, shipment),
        language=language,
        **logo_of(turn),
    )
    return worded(slip)


def _parts(address: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in address.split(";") if part.strip())


def _left_before(work: Work, shipment: Shipment) -> tuple[date, ...]:
    """Return the site day on which the shipment before this one left, () where not known."""
    at = work.shipments.left(shipment.order_id).get(shipment.ordinal - 1)
    return (at.astimezone(work.settings.zone).date(),) if at else ()


def _in_the_box(work: Work, order: Order, picked: Sequence[Held]) -> list[SlipLine]:
    lines = []
    for line in order.lines:
        mine = [held for held in picked if held.order_line_id == line.id]
        now = sum(held.quantity for held in mine)
        if not now:
            continue
        product = work.goods.get(line.product_id)
        replaced = sum(one.replaces for one in order.lines if one.stands_for == line.id)
        lines.append(
            SlipLine(
                line.line,
                product.sku,
                product.description,
                line.quantity,
                line.shipped - now,
                now,
                _names(held.trace.lot for held in mine),
                in_place_of(work, order, line),
                _names(held.trace.serial for held in mine),
                line.replaces,
                line.cancelled - replaced,
                replaced,
            )
        )
    return lines


def _names(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(found) - {""}))
