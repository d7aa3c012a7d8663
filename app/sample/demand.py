"""The open orders of the sample's day: served by today's trucks, from the shelf, on hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.sample.backlog import WAITING, waiting
from app.sample.showcase import APART, Draft, Wanted, distinct, showcase

if TYPE_CHECKING:
    from app.sample.chance import Chance
    from app.sample.customers import Customer
    from app.sample.showcase import Clock

OPEN_ORDERS = 300
SERVED_TODAY, LATE, DUE = 92, 20, 36
"""Drawn orders that today's trucks serve; of them promised before now, and promised today."""

STRIDE = 13
"""Walks over the arriving products so that neither the late orders nor a truck lump together."""

HELD, HISTORY, WITH_CANCELLED = 4, 36, 3


def draw_orders(chance: Chance) -> list[Draft]:
    """Return the 300 open orders, hand-made ones first."""
    drafts = [
        *showcase(),
        *_served_today(chance),
        *(waiting(chance, why) for why in WAITING),
        *(replace(_from_shelf(chance), hold=True) for _ in range(HELD)),
    ]
    return drafts + [_from_shelf(chance) for _ in range(OPEN_ORDERS - len(drafts))]


def draw_history(chance: Chance) -> list[Draft]:
    """Return orders of the weeks before, all shipped, a few with a line cancelled."""
    return [_shipped(chance, cancelled=number < WITH_CANCELLED) for number in range(HISTORY)]


def _served_today(chance: Chance) -> list[Draft]:
    """Every one of them waits for something that a truck brings today."""
    pool = [sku for sku in dict.fromkeys(chance.roles.today) if sku != APART]
    drafts = []
    for number in range(SERVED_TODAY):
        wanted = [Wanted(pool[number * STRIDE % len(pool)], chance.few())]
        if number % 5 == 0:
            wanted.append(Wanted(pool[(number * STRIDE + 7) % len(pool)], chance.few()))
        drafts.append(_served(chance, number, distinct(wanted)))
    return drafts


def _served(chance: Chance, number: int, wanted: tuple[Wanted, ...]) -> Draft:
    who = chance.customer() if number % 4 else chance.customer("all_or_nothing")
    ordered, promised = _days(chance, number)
    priority = chance.rng.choice((1, 2, 2, 3, 3, 3, 4))
    if number % 4 == 1 and _may_ship_in_part(who):
        gone = tuple(replace(line, shipped=line.quantity) for line in chance.shelf_lines(1, 3))
        return Draft(who.name, priority, ordered, promised, distinct(gone + wanted), 1)
    lines = distinct(wanted + chance.shelf_lines(0, 2))
    return Draft(who.name, priority, ordered, promised, lines)


def _days(chance: Chance, number: int) -> tuple[Clock, Clock]:
    """Return when it was ordered and what was promised: first the late ones, then the due."""
    rng, hour = chance.rng, chance.hour(8, 18)
    if number < LATE:
        return (-rng.randint(6, 15), hour), (-rng.randint(1, 4), "17:00")
    if number < LATE + DUE:
        return (-rng.randint(2, 9), hour), (0, rng.choice(("14:00", "16:00", "17:00", "18:00")))
    return (-rng.randint(1, 9), hour), (rng.randint(1, 6), "17:00")


def _may_ship_in_part(who: Customer) -> bool:
    return who.policy != "all_or_nothing"


def _from_shelf(chance: Chance) -> Draft:
    """Everything of it lies ready; one in eight came in this morning."""
    rng = chance.rng
    this_morning = rng.random() < 0.125
    ordered = (0, chance.hour(6, 10)) if this_morning else (-rng.randint(1, 4), chance.hour(8, 18))
    promised = (rng.randint(0, 5), rng.choice(("14:00", "17:00", "17:00")))
    return Draft(
        customer=chance.customer().name,
        priority=rng.choice((1, 2, 2, 3, 3, 3, 3, 3, 4, 4, 5)),
        ordered=ordered,
        promised=promised if rng.random() < 0.95 else None,
        lines=chance.shelf_lines(1, 5),
    )


def _shipped(chance: Chance, *, cancelled: bool) -> Draft:
    lines = tuple(replace(line, shipped=line.quantity) for line in chance.shelf_lines(2, 4))
    if cancelled:
        first = lines[0]
        lines = (replace(first, shipped=0, cancelled=first.quantity), *lines[1:])
    ordered = -chance.rng.randint(10, 30)
    return Draft(
        customer=chance.customer().name,
        priority=chance.rng.choice((2, 3, 3, 4)),
        ordered=(ordered, chance.hour(8, 18)),
        promised=(ordered + 7, "17:00"),
        lines=lines,
        shipments_made=1,
    )
