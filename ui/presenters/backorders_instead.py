"""What Backorders says of substitutes: which could stand in, and which line does.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.substituting import Substitution
from app.texts import screen
from ui.models.backorders import Decision, FactLine, Option

if TYPE_CHECKING:
    from app.domain.plan.substitution import Offer
    from app.services.backorder_board import LineCase

SUBSTITUTE = "substitute"


def substitute_decisions(case: LineCase) -> tuple[Decision, ...]:
    """Offer what could stand in for the line, or to allow it; nothing where nothing could."""
    order, choices = case.order, case.choices
    if not order.workable or not choices:
        return ()
    return _substitute(choices) if order.allow_substitutes else (_plain("allow"),)


def forbid(case: LineCase) -> tuple[Decision, ...]:
    """Offer to allow no substitutes any more."""
    order = case.order
    return (_plain("forbid"),) if order.allow_substitutes and not order.cancelled else ()


def _plain(kind: str) -> Decision:
    return Decision(kind, screen(f"do_{kind}"), screen(f"do_{kind}_about"), "swap_horiz")


def _substitute(choices: tuple[Offer, ...]) -> tuple[Decision, ...]:
    about = screen("do_substitute_several")
    if len(choices) == 1:
        about = screen("do_substitute_about", **_words(choices[0]))
    options = tuple(
        Option(f"{one.quantity}:{one.by.sku}", screen("do_substitute_choice", **_words(one)))
        for one in choices
    )
    return (Decision(SUBSTITUTE, screen("do_substitute"), about, "swap_horiz", options),)


def _words(offer: Offer) -> dict[str, object]:
    words = {"units": offer.units, "sku": offer.by.sku, "quantity": offer.quantity}
    return {**words, "now": offer.now}


def substitution_of(order: str, line: str, value: str) -> Substitution:
    """Return what a choice asks for."""
    quantity, _, sku = value.partition(":")
    return Substitution(order, line, sku, int(quantity))


def stands_for_facts(case: LineCase) -> tuple[FactLine, ...]:
    """Say in place of what a substitute's line stands, or which lines stand in for it."""
    facts = [
        FactLine(
            screen("fact_stand_in"), screen("fact_stand_in_value", units=n, sku=sku, line=line)
        )
        for line, sku, n in case.stand_ins
    ]
    if (product := case.stands_for) is not None:
        named = f"{product.sku} {product.description}".strip()
        facts.append(FactLine(screen("fact_stands_for"), named))
    return tuple(facts)


def served_words(case: LineCase) -> str:
    """Say why a line waits no more."""
    replaced = case.stand_ins and not case.line.open
    return screen("why_replaced" if replaced else "why_served")
