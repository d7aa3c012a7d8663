"""The plan as ``plan --json`` prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.instants import print_instant
from app.domain.settings import Settings
from app.domain.unloading import unload_order
from app.texts.dock import unload_sentence
from app.texts.plan import peg_sentence, put_away_sentence, unmet_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.plan.plan import Plan
    from app.domain.plan.values import Peg, PlannedInbound, Unload, Unmet


def plan_json(plan: Plan, unload: Sequence[Unload] | None = None) -> dict[str, Any]:
    """Return the plan as a document; sentences are in the site's time zone, instants in UTC.

    ``unload`` is the list with what is known of the trucks at their doors; without one the trucks
    stand by rule.
    """
    if unload is None:
        unload = unload_order(plan.unload(), {}, plan.as_of, Settings())
    return {
        "as_of": print_instant(plan.as_of),
        "horizon_end": print_instant(plan.horizon_end),
        "pegs": pegs_json(plan),
        "unmet": [_unmet_json(plan, unmet) for unmet in plan.unmet()],
        "inbound": [_inbound_json(row, plan) for row in plan.inbound()],
        "unload": [unload_json(row) for row in unload],
    }


def pegs_json(plan: Plan) -> list[dict[str, Any]]:
    """Return pegs in their order, with why they are so; those alike but for quantity are one."""
    explainer, zone = plan.explainer(), plan.built.rules.zone
    found: dict[tuple[object, ...], dict[str, Any]] = {}
    for peg in plan.pegs():
        row = _peg_json(peg)
        key = tuple(value for name, value in row.items() if name != "quantity")
        if key in found:
            found[key]["quantity"] += peg.quantity
        else:
            why = explainer.of(peg)
            found[key] = row | {"reason": why.reason, "detail": peg_sentence(why, zone)}
    return list(found.values())


def _peg_json(peg: Peg) -> dict[str, Any]:
    return {
        "order": peg.order,
        "line": peg.line,
        "sku": peg.sku,
        "quantity": peg.quantity,
        "source": peg.source,
        "asn": peg.asn,
        "asn_line": peg.asn_line,
        "available_at": print_instant(peg.available_at),
        "ships_at": print_instant(peg.ships_at),
        "cross_dock": peg.cross_dock,
    }


def _unmet_json(plan: Plan, unmet: Unmet) -> dict[str, Any]:
    return {
        "order": unmet.order,
        "line": unmet.line,
        "sku": unmet.sku,
        "quantity": unmet.quantity,
        "reason": unmet.reason,
        "detail": unmet_sentence(unmet, plan.built.rules.zone),
    }


def _inbound_json(row: PlannedInbound, plan: Plan) -> dict[str, Any]:
    return {
        "asn": row.asn,
        "line": row.line,
        "sku": row.sku,
        "expected": row.expected,
        "received": row.received,
        "damaged": row.damaged,
        "cross_dock": row.cross_dock,
        "put_away": row.put_away,
        "reason": row.reason,
        "detail": put_away_sentence(row, plan.built.rules) or None,
    }


def unload_json(row: Unload) -> dict[str, Any]:
    """Return a truck's place in the unload order as answers print it."""
    return {
        "asn": row.asn,
        "rank": row.rank,
        "late_units": row.late_units,
        "due_units": row.due_units,
        "units": row.units,
        "arrived": row.arrived,
        **relief_json(row),
    }


def relief_json(row: Unload | None) -> dict[str, Any]:
    """Return why a truck has its place: relief per minute, a supervisor's word, in a sentence.

    ``door_minutes`` are those it still needs of a door; all is None for a truck that is not ranked.
    """
    if row is None:
        names = ("door_minutes", "relief_per_minute", "rank_by_relief", "override", "unload_says")
        return dict.fromkeys(names)
    put = row.put
    return {
        "door_minutes": row.minutes,
        "relief_per_minute": None if row.minutes is None else round(float(row.relief), 3),
        "rank_by_relief": row.rank_by_relief,
        "override": put
        and {
            "by": put.by,
            "reason": put.reason or None,
            "place": put.place,
            "rank_by_rule": row.rank_by_rule,
        },
        "unload_says": unload_sentence(row),
    }
