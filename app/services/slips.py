"""The packing slip: said once when the shipment closes, kept as a fact, printed again as it was."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from app import texts
from app.domain.documents import LineToCome, PackingSlip, SlipLine
from app.services.picking import find_order
from app.services.standing_in import replaced_by

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zoneinfo import ZoneInfo

    from app.domain.orders import Held, Order, OrderLine, Shipment
    from app.domain.plan.plan import Plan
    from app.services.jobs import Turn
    from app.work import Work

PACKING_SLIP = "packing_slip"


def say_slip(turn: Turn, shipment: Shipment, picked: Sequence[Held]) -> PackingSlip:
    """Work out what the slip says, keep it with its first print still to do, and return it."""
    slip = make_slip(turn, shipment, picked)
    documents = turn.work.documents
    key = documents.add(turn.fact, PACKING_SLIP, shipment.number, shipment.id, slip_json(slip))
    documents.print_state(turn.fact, key, 0, "to_print", turn.work.settings.printer)
    return slip


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
    plan = turn.desk.planner.current(work)
    settings = work.settings
    here = work.stamp.at.astimezone(settings.zone)
    most = order.most_shipments(settings.default_policy)
    ship_to = tuple(part.strip() for part in order.ship_to.split(";") if part.strip())
    return PackingSlip(
        site_name=settings.site_name,
        site_address=settings.site_address,
        order=order.number,
        shipment=shipment.number,
        customer=order.customer,
        ship_to=ship_to or (order.customer,),
        ordered_on=order.ordered_at.astimezone(settings.zone).date(),
        packed_on=here.date(),
        packed_at_text=f"{work.stamp.station}, {here:%Y-%m-%d %H:%M}",
        shipment_count=shipment.ordinal,
        shipment_limit=None if most is None else max(shipment.ordinal, most),
        lines=tuple(_in_the_box(work, order, picked)),
        to_come=tuple(_to_come(work, order, plan, settings.zone)),
        contact=settings.contact,
    )


def _in_the_box(work: Work, order: Order, picked: Sequence[Held]) -> list[SlipLine]:
    lines = []
    for line in order.lines:
        mine = [held for held in picked if held.order_line_id == line.id]
        now = sum(held.quantity for held in mine)
        if not now:
            continue
        product = work.goods.get(line.product_id)
        lots = sorted({_trace_text(held) for held in mine} - {""})
        lines.append(
            SlipLine(
                line.line,
                product.sku,
                product.description,
                line.quantity,
                line.shipped - now,
                now,
                tuple(lots),
                _in_place_of(work, order, line),
            )
        )
    return lines


def _in_place_of(work: Work, order: Order, line: OrderLine) -> str:
    replaced = replaced_by(work, order, line)
    return f"{replaced.sku} {replaced.description}".strip() if replaced else ""


def _trace_text(held: Held) -> str:
    parts = (held.trace.lot, held.trace.serial)
    return " ".join(part for part in parts if part)


def _to_come(work: Work, order: Order, plan: Plan, zone: ZoneInfo) -> list[LineToCome]:
    found = []
    for line in order.lines:
        if units := line.open + line.in_progress:
            product = work.goods.get(line.product_id)
            first, last = _expected(plan, order.number, line, units, zone)
            reason = "" if last else texts.sentence("no_date_yet")
            about = (line.line, product.sku, product.description, units, first, last, reason)
            found.append(LineToCome(*about, in_place_of=_in_place_of(work, order, line)))
    return found


def _expected(
    plan: Plan, number: str, line: OrderLine, units: int, zone: ZoneInfo
) -> tuple[date | None, date | None]:
    """Return the first and the last day on which the line ships; no date unless all is pegged."""
    pegs = [peg for peg in plan.pegs_of_order(number) if peg.order_line_id == line.id]
    if sum(peg.quantity for peg in pegs) < units:
        return (None, None)
    days = [peg.ships_at.astimezone(zone).date() for peg in pegs]
    return (min(days), max(days))


def slip_json(slip: PackingSlip) -> str:
    """Write a slip as it is kept."""
    return json.dumps(asdict(slip), default=_plain, ensure_ascii=False)


def _plain(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"cannot keep {type(value).__name__}")


def slip_from_json(content: str) -> PackingSlip:
    """Read a kept slip."""
    said: dict[str, Any] = json.loads(content)
    said["ship_to"] = tuple(said["ship_to"])
    said["ordered_on"] = date.fromisoformat(said["ordered_on"])
    said["packed_on"] = date.fromisoformat(said["packed_on"])
    said["lines"] = tuple(
        SlipLine(**{**line, "lots": tuple(line["lots"])}) for line in said["lines"]
    )
    said["to_come"] = tuple(
        LineToCome(
            **{
                **line,
                "expected_from": _day(line["expected_from"]),
                "expected_to": _day(line["expected_to"]),
            }
        )
        for line in said["to_come"]
    )
    return PackingSlip(**said)


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None
