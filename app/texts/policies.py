"""Who says how an order ships, and whose word counts, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.texts.wording import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.policies import Clash, Said, Terms

TERMS: Final[Mapping[str, str]] = {
    "ship_as_available": "ship as available",
    "all_or_nothing": "all or nothing",
    "up_to_n_shipments": "up to {most:shipments}",
    "not_backorderable": "never wait for supply",
    "default": "nothing",
}
WHO: Final[Mapping[str, str]] = {
    "product": "product {sku}",
    "order": "the order itself",
    "customer": "its customer's agreement",
    "warehouse": "the warehouse's default",
}
PRECEDENCE: Final = (
    "A product that is not backorderable never waits for supply; for the rest the order's own "
    "policy counts, else the one agreed with its customer, else the warehouse's default."
)
AGREED: Final = "{customer}: {terms}, for {orders:orders} without a policy of their own."
CLASH: Final = "{who} says {terms}, {other} says {others}: {who} counts."


def precedence_sentence() -> str:
    """Say whose word counts."""
    return PRECEDENCE


def terms_words(said: Terms) -> str:
    """Say a policy: "up to 3 shipments"."""
    return fill(TERMS[said.policy], {"most": said.limit or 0})


def who_words(said: Said) -> str:
    """Say who says it: "the order itself"."""
    return fill(WHO[said.by], {"sku": said.sku})


def agreed_sentence(done: Mapping[str, Any]) -> str:
    """Say what was agreed with a customer, and for how many orders that counts."""
    words = fill(TERMS[done["policy"]], {"most": done["max_shipments"]})
    return fill(AGREED, {**done, "terms": words})


def clash_sentence(clash: Clash) -> str:
    """Say who says what, and whose word counts."""
    words = {
        "who": who_words(clash.wins),
        "terms": terms_words(clash.wins.terms),
        "other": who_words(clash.yields),
        "others": terms_words(clash.yields.terms),
    }
    said = fill(CLASH, words)
    return said[:1].upper() + said[1:]
