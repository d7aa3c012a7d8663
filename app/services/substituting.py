"""A substitute takes the place of units that an order lacks: as a line of its own, pinned."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, Any

from app.domain.barcode import LONGEST_CODE
from app.domain.decisions import SUBSTITUTE
from app.domain.errors import NotFoundError, RefusedError
from app.domain.instants import print_instant
from app.domain.plan.substitution import Approved, StandIn, offers
from app.services.ordering import find_line, weigh
from app.services.picking import find_order
from app.texts.substitutes import offer_sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from zoneinfo import ZoneInfo

    from app.domain.orders import Order, OrderLine
    from app.domain.plan.plan import Plan
    from app.domain.plan.substitution import Offer, Want
    from app.services.desk import Desk
    from app.work import Work


@dataclass(frozen=True, slots=True)
class Substitution:
    """What is asked: an order, and which of its lines by which product (SKU) for how many units.

    Without a line all that is offered to the order; ``quantity`` (each) is of what is replaced.
    """

    order: str
    line: str | None = None
    sku: str | None = None
    quantity: int | None = None


@dataclass(frozen=True, slots=True)
class RankedOffer:
    """An offer with the rank of its order."""

    rank: int
    offer: Offer


def offers_of(work: Work, plan: Plan) -> tuple[Offer, ...]:
    """Return what could stand in for what is lacking, in rank order; each unit once."""
    wants = plan.lacking(work.orders.substitutable())
    approved = work.goods.substitutes({want.product_id for want in wants})
    wanted = {one.product_id for some in approved.values() for one in some}
    return offers(wants, approved, plan.spare(wanted))


def all_offers(desk: Desk) -> tuple[tuple[RankedOffer, ...], ZoneInfo]:
    """Return every offer in rank order, and the site's time zone."""
    with desk.store.read(desk.stamp()) as work:
        plan = desk.planner.current(work)
        found = []
        for offer in offers_of(work, plan):
            facts = plan.rank_of(offer.want.order)
            found.append(RankedOffer(facts.rank if facts else 0, offer))
        return tuple(found), work.settings.zone


def substitute(asked: Substitution, desk: Desk, *, dry_run: bool = False) -> Mapping[str, Any]:
    """Let substitutes stand in for what an order lacks, and say what that does to the plan.

    What is replaced is cancelled; the substitute's line is pinned to units that nobody else gets.
    RefusedError where the order is held, cancelled or allows none, the product is not approved,
    the line does not lack so many, or too few are spare.  NotFoundError for an unknown order, line
    or product.
    """

    def apply(work: Work) -> Mapping[str, Any]:
        order = find_order(work, asked.order)
        if not order.workable:
            raise RefusedError(order.why_not, number=order.number)
        if not order.allow_substitutes:
            raise RefusedError("substitutes_not_allowed", number=order.number)
        plan = desk.planner.current(work)
        found = _wanted(work, plan, order, asked)
        fact = work.fact(SUBSTITUTE, order.number, asdict(asked))
        return {"substituted": _make(work, fact, order, found)}

    done = weigh(desk, apply, dry_run=dry_run)
    return {"order": asked.order, "dry_run": dry_run, **done}


def _wanted(work: Work, plan: Plan, order: Order, asked: Substitution) -> tuple[Offer, ...]:
    if asked.line is None:
        found = tuple(one for one in offers_of(work, plan) if one.want.order == order.number)
        if not found:
            raise RefusedError("nothing_offered", number=order.number)
        return found
    line = find_line(work, order.number, asked.line)
    return (_chosen(work, plan, line, asked),)


def _chosen(work: Work, plan: Plan, line: OrderLine, asked: Substitution) -> Offer:
    """Return what a supervisor chose, whatever is offered to others; whole, or RefusedError."""
    by = _approved(work, line, asked)
    want = next(iter(plan.lacking({line.id})), None)
    lacks = want.units if want else 0
    units = asked.quantity or lacks
    if want is None or units > lacks:
        raise RefusedError("not_lacking", order=asked.order, line=asked.line, left=lacks)
    if asked.quantity and units % by.replaces:
        raise RefusedError("not_whole", sku=by.sku, units=by.units, replaces=by.replaces)
    found = _at_most(plan, want, by, units)
    if found is None or (asked.quantity and found.quantity < units):
        raise RefusedError("not_spare", sku=by.sku, left=found.quantity if found else 0)
    return found


def _at_most(plan: Plan, want: Want, by: Approved, units: int) -> Offer | None:
    found = offers(
        (replace(want, units=units),), {want.product_id: (by,)}, plan.spare({by.product_id})
    )
    return found[0] if found else None


def _approved(work: Work, line: OrderLine, asked: Substitution) -> Approved:
    product = work.goods.by_sku(asked.sku or "")
    if product is None:
        raise NotFoundError("unknown_sku", sku=asked.sku)
    mine = work.goods.substitutes({line.product_id}).get(line.product_id, ())
    for one in mine:
        if one.product_id == product.id and line.stands_for is None:
            return one
    instead_of = work.goods.get(line.product_id).sku
    raise RefusedError("not_approved", sku=product.sku, instead_of=instead_of)


def _make(work: Work, fact: int, order: Order, found: Iterable[Offer]) -> list[dict[str, Any]]:
    """Add a line for each offer, pinned to its units; note them as one decision."""
    taken = {line.line for line in order.lines}
    told: list[dict[str, Any]] = []
    for offer in found:
        name = _new_name(offer.want.line, taken)
        taken.add(name)
        _stand_in(work, fact, offer, name)
        said = _offer_json(offer)
        said.pop("order")
        told.append({**said, "stand_in": name})
    after = {
        "units": sum(one["quantity"] for one in told),
        "skus": list(dict.fromkeys(one["sku"] for one in told)),
        "lines": [one["stand_in"] for one in told],
    }
    work.decisions.add(fact, order.id, SUBSTITUTE, {}, after)
    return told


def _stand_in(work: Work, fact: int, offer: Offer, name: str) -> None:
    want, product = offer.want, offer.by.product_id
    stand_in = StandIn(want.order_line_id, name, product, offer.units, offer.quantity)
    key = work.changes.stand_in(fact, stand_in)
    for part in offer.parts:
        work.pins.pin(fact, key, product, part.units, part.inbound_line_id)


def _new_name(line: str, taken: Collection[str]) -> str:
    """Return the first of 2/S1, 2/S2, … that the order does not have yet; never too long a code."""
    ends = (f"/S{nth}" for nth in count(1))
    names = (f"{line[: LONGEST_CODE - len(end)]}{end}" for end in ends)
    return next(name for name in names if name not in taken)


def stand_back(work: Work, fact: int, order: Order, lines: Iterable[str]) -> None:
    """Take substitutes' lines back; RefusedError where units of one are picked or shipped."""
    for name in lines:
        line = next(part for part in order.lines if part.line == name)
        if line.in_progress or line.shipped:
            raise RefusedError("substitute_moved_on", number=order.number, line=name)
        work.changes.stand_back(fact, line.id)


def offer_json(one: RankedOffer, zone: ZoneInfo) -> dict[str, Any]:
    """Return an offer as every answer names it; instants are in UTC."""
    offer = one.offer
    return {
        "rank": one.rank,
        **_offer_json(offer),
        "now": offer.now,
        "sources": [
            {
                "source": "stock" if part.inbound_line_id is None else "inbound",
                "asn": part.asn,
                "asn_line": part.asn_line,
                "quantity": part.units,
                "available_at": print_instant(part.available_at),
            }
            for part in offer.parts
        ],
        "says": offer_sentence(offer, zone),
    }


def _offer_json(offer: Offer) -> dict[str, Any]:
    return {
        "order": offer.want.order,
        "line": offer.want.line,
        "sku": offer.want.sku,
        "quantity": offer.quantity,
        "substitute": offer.by.sku,
        "units": offer.units,
    }
