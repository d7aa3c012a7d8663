"""What a change does to the plan in one sentence, which pins it freed, and what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.texts.wording import fill

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.decisions import Decision
    from app.domain.difference import Difference, Shift

MOST_NAMED: Final = 3  # orders on either side, and pins; the others are counted
NOTHING: Final = "Nobody gains or loses a unit"
MORE: Final = ", {n:units} more {n:go} straight to a lane"
FEWER: Final = ", {n:units} fewer {n:go} straight to a lane"
COUNTED: Final = (
    ("promises_broken", "{n:promises} {n:break}"),
    ("promises_saved", "{n:promises} {n:are} saved"),
    ("orders_completed", "{n:orders} {n:are} complete"),
    ("orders_short", "{n:orders} {n:are} short"),
)
DECIDED: Final[Mapping[str, str]] = {
    "hold": "hold of {order}",
    "release": "release of {order}",
    "priority": "priority {priority} of {order}",
    "policy": "policy of {order}",
    "allow": "substitutes allowed for {order}",
    "forbid": "substitutes forbidden for {order}",
    "substitute": "substitution of {units} {names} for {order}",
    "note": "note of {order}",
    "several": "changes of {order}",
    "cancel": "cancellation of {order}",
    "pin": "pin of {quantity:units} to {order}",
    "restage": "move of {quantity:units} staged for {taken_from} to {order}",
    "unpin": "release of {quantity:units} from {order}",
}
SWITCHES: Final[Mapping[str, tuple[str, str]]] = {
    "hold": ("hold", "release"),
    "allow_substitutes": ("allow", "forbid"),
}


def difference_sentence(shift: Difference) -> str:
    """Say who gains and who loses units, the most first, and what becomes of promises.

    As in "SO-7 gains 4, SO-9 loses 2, 1 promise breaks"; it has no full stop.
    """
    parts = [*_sides(shift.gained, "gain"), *_sides(shift.lost, "lose")]
    for name, template in COUNTED:
        if count := len(getattr(shift, name)):
            parts.append(fill(template, {"n": count}))
    return ", ".join(parts) or f"{NOTHING}{_ways(shift)}"


def _ways(shift: Difference) -> str:
    """Say how many units take another way, where nothing else changes."""
    if not (more := shift.crossed_after - shift.crossed_before):
        return ""
    return fill(MORE if more > 0 else FEWER, {"n": abs(more)})


def _sides(shifts: Sequence[Shift], verb: str) -> list[str]:
    units: dict[str, int] = {}
    for shift in shifts:
        units[shift.order] = units.get(shift.order, 0) + shift.quantity
    ranked = sorted(units, key=lambda order: (-units[order], order))
    named = [f"{order} {verb}s {units[order]}" for order in ranked[:MOST_NAMED]]
    if (more := len(ranked) - MOST_NAMED) > 0:
        named[-1] += fill(f" and {{n}} more {{n:{verb}}}", {"n": more})
    return named


def freed_sentence(freed: Sequence[Mapping[str, Any]]) -> str:
    """Name the pins that freed themselves; "" where none did."""
    if not freed:
        return ""
    named = [
        fill("{quantity} {sku} {where} for {order}", {**pin, "where": _where(pin)})
        for pin in freed[:MOST_NAMED]
    ]
    more = len(freed) - MOST_NAMED
    said = ", ".join(named) + (f" and {more} more" if more > 0 else "")
    return f"No longer pinned: {said}."


def _where(pin: Mapping[str, Any]) -> str:
    return f"on {pin['asn']}" if pin["asn"] else "in stock"


def decision_words(decision: Decision) -> str:
    """Name a decision as what can be taken back: "hold of SO-7"."""
    data = {"order": decision.order, **decision.after, "names": ", ".join(decision.skus)}
    return fill(DECIDED[_kind(decision)], data)


def _kind(decision: Decision) -> str:
    if decision.kind != "order":
        return "restage" if "taken_from" in decision.after else decision.kind
    changed = decision.after.keys() - {"max_shipments"}
    if len(changed) != 1:
        return "several"
    (name,) = changed
    yes, no = SWITCHES.get(name, (name, name))
    return yes if decision.after[name] else no
