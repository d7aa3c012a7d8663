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


def loses_sentence(found: Sequence[Mapping[str, Any]]) -> str:
    """Name who loses, those first whose promise breaks; "" where nobody does."""
    if not found:
        return ""
    ranked = sorted(found, key=lambda loss: not loss["promise_breaks"])
    named = [_loses(loss) for loss in ranked[:MOST_NAMED]]
    more = len(found) - MOST_NAMED
    said = ", ".join(named) + (fill(" and {n:lines} more", {"n": more}) if more > 0 else "")
    return f"{said}."


def _loses(loss: Mapping[str, Any]) -> str:
    later = loss["later"] == loss["quantity"]
    return fill(LOSES[later, bool(loss["promise_breaks"])], loss)
