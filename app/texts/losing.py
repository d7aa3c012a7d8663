"""Who loses by a shortage, and what a supervisor could do about it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.texts.wording import fill

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MOST_NAMED: Final = 3
LOSES: Final[Mapping[tuple[bool, bool], str]] = {  # (all of it comes later, a promise breaks)
    (False, False): "{order} loses {quantity} {sku}",
    (False, True): "{order} loses {quantity} {sku} and its promise breaks",
    (True, False): "{order} gets {quantity} {sku} later",
    (True, True): "{order} gets {quantity} {sku} later and its promise breaks",
}


PROPOSAL: Final = "{from_order} can yield {quantity} {sku} to {order}, which then keeps its promise"


def proposal_sentence(told: Mapping[str, Any]) -> str:
    """Say which re-peg would mend a promise; it has no full stop."""
    return fill(PROPOSAL, told)


def loses_sentence(told: Mapping[str, Any]) -> str:
    """Name who loses, those first whose promise breaks, and what would help; "" where nobody does.

    ``told`` are the fields of an answer: ``loses`` and ``proposal``, if it has them.
    """
    found = told.get("loses", ())
    if not found:
        return ""
    said = f"{lost_words(found)}."
    proposal = told.get("proposal")
    return f"{said} {proposal['says']}." if proposal else said


def lost_words(found: Sequence[Mapping[str, Any]]) -> str:
    """Name who loses, those first whose promise breaks; it has no full stop."""
    ranked = sorted(found, key=lambda loss: not loss["promise_breaks"])
    named = [_loses(loss) for loss in ranked[:MOST_NAMED]]
    more = len(found) - MOST_NAMED
    return ", ".join(named) + (fill(" and {n:lines} more", {"n": more}) if more > 0 else "")


def _loses(loss: Mapping[str, Any]) -> str:
    later = loss["later"] == loss["quantity"]
    return fill(LOSES[later, bool(loss["promise_breaks"])], loss)
