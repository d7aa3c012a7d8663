"""The orders of the sample that today's trucks do not serve, each for its own reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.sample.showcase import APART, Draft, Wanted, distinct

if TYPE_CHECKING:
    from app.sample.chance import Chance

WAITING = (
    *("a later truck",) * 14,
    *("a truck beyond the horizon",) * 3,
    *("nobody has bought it",) * 4,
    *("the truck did not show up",) * 4,
    *("discontinued",) * 2,
    *("outranked",) * 3,
    *("its last truck comes later",) * 3,
    *("it would not be complete",) * 3,
)
"""Why an order waits, one entry an order."""

CONTESTED = 6
"""Products of today's trucks, the first so many, that the outranked orders want as well."""

NOT_SOON = 9
"""Products of the last trucks within the horizon, the last so many: two days away or more."""


def waiting(chance: Chance, why: str) -> Draft:
    """Return an order that waits for that reason."""
    pools = _pools(chance)
    wanted = Wanted(chance.rng.choice(pools[why]), chance.few())
    if why == "outranked":
        who = chance.customer("ship_as_available")
        return Draft(who.name, 5, (-1, chance.hour(8, 18)), (20, "17:00"), (wanted,))
    if why in {"its last truck comes later", "it would not be complete"}:
        arriving = Wanted(chance.rng.choice(_today(chance)[CONTESTED:]), chance.few())
        return _late_or_not(chance, "all_or_nothing", (arriving, wanted))
    return _late_or_not(chance, "ship_as_available", (wanted, *chance.shelf_lines(0, 3)))


def _late_or_not(chance: Chance, policy: str, lines: tuple[Wanted, ...]) -> Draft:
    rng = chance.rng
    return Draft(
        customer=chance.customer(policy).name,
        priority=rng.choice((2, 3, 3, 4)),
        ordered=(-rng.randint(3, 14), chance.hour(8, 18)),
        promised=(rng.choice((-2, 0, 1, 2, 3, 5, 7, 9)), "17:00"),
        lines=distinct(lines),
    )


def _today(chance: Chance) -> list[str]:
    return [sku for sku in dict.fromkeys(chance.roles.today) if sku != APART]


def _pools(chance: Chance) -> dict[str, list[str]]:
    roles = chance.roles
    later = [sku for sku in roles.later if sku != APART]
    return {
        "a later truck": later,
        "a truck beyond the horizon": list(roles.far),
        "nobody has bought it": list(roles.gone),
        "the truck did not show up": list(roles.lost),
        "discontinued": ["MIR-080-RED", "TPT-12-TER"],
        "outranked": _today(chance)[:CONTESTED],
        "its last truck comes later": later[-NOT_SOON:],
        "it would not be complete": list(roles.gone),
    }
