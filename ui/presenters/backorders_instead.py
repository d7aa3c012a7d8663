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
    """Offer what could stand in for the line, or to allow it; the way back where it is allowed."""
    order, choices = case.order, case.choices
    if not order.workable:
        return ()
    if not order.allow_substitutes:
        return (_plain("allow"),) if choices else ()
    return (*_substitute(choices), _plain("forbid"))


def _plain(kind: str) -> Decision:
    return Decision(kind, screen(f"do_{kind}"), screen(f"do_{kind}_about"), "swap_horiz")


def _substitute(choices: tuple[Offer, ...]) -> tuple[Decision, ...]:
    if not choices:
        return ()
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
    """Say in place of what a substitute's line stands."""
    product = case.stands_for
    if product is None:
        return ()
    named = f"{product.sku} {product.description}".strip()
    return (FactLine(screen("fact_stands_for"), named),)
