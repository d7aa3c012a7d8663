"""The backorder policies as a person can choose them.  Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.policies import UNSAID, Policy, Voice
from app.texts import screen
from ui.models.backorders import Option

if TYPE_CHECKING:
    from app.domain.policies import Said, Terms, Voices

MOST_OFFERED = 5  # shipments that "up to" offers
_UP_TO = f"{Policy.UP_TO_N_SHIPMENTS}:"


NAMES = (
    Policy.SHIP_AS_AVAILABLE.value,
    Policy.ALL_OR_NOTHING.value,
    *(f"{_UP_TO}{count}" for count in range(2, MOST_OFFERED + 1)),
)


def terms_words(said: Terms) -> str:
    """Say a policy in a word or two."""
    return screen(f"ships_{said.policy}", most=said.most)


def policy_words(said: Said) -> str:
    """Say how an order may be split; what it does not say itself is named as whose word it is."""
    words = terms_words(said.terms)
    return words if said.by is Voice.ORDER else screen(f"ships_by_{said.by}", policy=words)


def policy_options(voices: Voices) -> tuple[Option, ...]:
    """Offer the policies, what the order says itself chosen."""
    own = voices.order
    now = f"{_UP_TO}{own.most}" if own.policy == Policy.UP_TO_N_SHIPMENTS else own.policy
    silent = policy_words(replace(voices, order=UNSAID).counts)
    offered = tuple(Option(name, option_words(name), name == now) for name in NAMES)
    return (*offered, Option(Policy.DEFAULT.value, silent, now == Policy.DEFAULT))


def agreed_options() -> tuple[Option, ...]:
    """Offer what can be agreed with a customer; the last ends an agreement."""
    ends = Option(Policy.DEFAULT.value, screen("agree_nothing"))
    return (*(Option(name, option_words(name)) for name in NAMES), ends)


def option_words(name: str) -> str:
    """Say a policy as it can be chosen: ``up_to_n_shipments:3`` carries its number."""
    policy, _, most = name.partition(":")
    return screen(f"ships_{policy}", most=most)
