"""What Backorders shows of an order's policy and of the shipments it will become.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.policies import Voice
from app.texts import screen
from app.texts.shipping import box_sentence, starving_sentence
from ui.models.backorders import FactLine
from ui.presenters.policies import policy_words, terms_words

if TYPE_CHECKING:
    from app.domain.plan.boxes import Box
    from app.domain.policies import Clash
    from app.services.shipment_plans import OrderOutlook

MOST_BOXES = 6  # shipments that are shown; the others are counted


def policy_facts(outlook: OrderOutlook) -> tuple[FactLine, ...]:
    """Say whose policy counts, and who says otherwise; only a default may be overridden quietly."""
    counts = FactLine(screen("fact_ships"), policy_words(outlook.counts))
    return (counts, *(_clash(clash) for clash in outlook.clashes))


def _clash(clash: Clash) -> FactLine:
    if clash.wins.by is Voice.PRODUCT:
        return FactLine(screen("fact_never"), screen("never_waits", sku=clash.wins.sku), "bad")
    said = screen(f"ships_by_{clash.yields.by}", policy=terms_words(clash.yields.terms))
    return FactLine(screen("fact_instead"), said, "" if clash.of_default else "bad")


def shipment_facts(outlook: OrderOutlook) -> tuple[FactLine, ...]:
    """Say of each shipment to be what is in it, when it goes and what it waits for."""
    shown, more = outlook.boxes[:MOST_BOXES], len(outlook.boxes) - MOST_BOXES
    lines = tuple(_box(box, outlook) for box in shown)
    if more <= 0:
        return lines
    return (*lines, FactLine("", screen("more_shipments", more=more)))


def _box(box: Box, outlook: OrderOutlook) -> FactLine:
    units = ", ".join(f"{line.units} {line.sku}" for line in box.lines)
    said = box_sentence(box, outlook.zone, held=outlook.order.hold)
    begun = screen("shipment_begun") if box.open else ""
    last = screen("shipment_last") if box.last else ""
    value = screen("shipment_value", units=units, begun=begun, last=last, said=said)
    return FactLine(screen("shipment", ordinal=box.ordinal), value)


def starving_words(outlook: OrderOutlook) -> tuple[str, ...]:
    """Say that the order starves, and on what; nothing where it does not."""
    one = outlook.starving
    return () if one is None else (starving_sentence(one, outlook.as_of, outlook.zone),)
