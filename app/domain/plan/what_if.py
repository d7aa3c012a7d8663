"""The plan as it would be if a truck came at another time, or not at all; nothing is kept."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from app.domain.plan.facts import Reading, Touched
from app.domain.plan.patch import Patch
from app.domain.plan.reshape import reshaped
from app.domain.plan.resolve import UNKNOWN, rows_of, some
from app.domain.plan.update import kept_apart, served_anew

if TYPE_CHECKING:
    from app.domain.plan.build import Built
    from app.domain.plan.facts import Flags, Ints


@dataclass(frozen=True, slots=True)
class Coming:
    """A truck (key) that comes at an instant (microseconds), or, with None, does not come."""

    truck: int
    expected: int | None
    arrived: bool = False


def if_truck(built: Built, coming: Coming) -> Built | None:
    """Return the plan with that truck so; None where it is not one that brings supply now.

    The plan that was given stays as it was.
    """
    row = rows_of(built.facts.inbound.ids, np.array([coming.truck]))
    if UNKNOWN in row:
        return None
    products = _on(built, row)
    apart = kept_apart(built)
    none = row[:0]
    expected = coming.expected
    if expected is None and not _locked(built, row):
        expected = built.now.horizon_end + 1  # nobody gets of it either, and no table is reshaped
    if expected is None:
        gone = reshaped(
            apart, _nothing_read(built, none), Touched(trucks=frozenset({coming.truck}))
        )
        return None if gone is None else served_anew(gone, Patch(gone.facts, products, none, none))
    apart.facts.inbound.expected[row] = expected
    apart.facts.inbound.arrived[row] = coming.arrived
    return served_anew(apart, Patch(apart.facts, products, none, row))


def _locked(built: Built, truck: Ints) -> bool:
    """Tell whether units of a truck are pinned: these are had whatever the horizon."""
    source = built.facts.locks.source
    shipment = built.facts.inbound_lines.shipment[source[source >= 0]]
    return bool(np.isin(shipment, truck).any())


def _on(built: Built, truck: Ints) -> Flags:
    lines = built.facts.inbound_lines
    products = np.zeros(built.facts.products.ids.size, dtype=np.bool_)
    products[lines.product[np.isin(lines.shipment, truck)]] = True
    return products


def _nothing_read(built: Built, none: Ints) -> Reading:
    return Reading(
        **{one.name: some(getattr(built.facts, one.name), none) for one in fields(Reading)}
    )


def owners_unlike(before: Built, after: Built, truck: int) -> Ints:
    """Return the orders (ranks) whose units may differ between a plan and one by ``if_truck``."""
    ranked = before.ranked
    row = rows_of(before.facts.inbound.ids, np.array([truck]))
    unlike = _on(before, row)[ranked.product]
    unlike |= before.shares.kept != after.shares.kept
    unlike |= before.shares.start != after.shares.start
    return np.unique(ranked.owner[unlike])
