"""The backorder policies as a person can choose them.  Pure."""

from __future__ import annotations

from app.domain.policies import Policy
from app.texts import screen
from ui.models.backorders import Option

MOST_OFFERED = 5  # shipments that "up to" offers
_UP_TO = f"{Policy.UP_TO_N_SHIPMENTS}:"


def policy_words(policy: str, most: int | None, default_policy: str) -> str:
    """Say how an order may be split; what the site decides is named as such."""
    if policy == Policy.DEFAULT:
        return screen("ships_default", policy=screen(f"ships_{default_policy}", most=most))
    return screen(f"ships_{policy}", most=most)


def policy_options(policy: str, most: int | None, default_policy: str) -> tuple[Option, ...]:
    """Offer the policies, that of the order chosen."""
    names = [
        Policy.SHIP_AS_AVAILABLE.value,
        Policy.ALL_OR_NOTHING.value,
        *(f"{_UP_TO}{count}" for count in range(2, MOST_OFFERED + 1)),
        Policy.DEFAULT.value,
    ]
    now = f"{_UP_TO}{most}" if policy == Policy.UP_TO_N_SHIPMENTS else policy
    return tuple(Option(name, option_words(name, default_policy), name == now) for name in names)


def option_words(name: str, default_policy: str) -> str:
    """Say a policy as it can be chosen: ``up_to_n_shipments:3`` carries its number."""
    policy, _, most = name.partition(":")
    return policy_words(policy, int(most) if most else None, default_policy)
