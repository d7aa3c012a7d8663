"""What Backorders shows of a change that is not applied yet, and of one that is.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.substituting import Substitution
from app.texts import screen
from ui.models.crossdock import ChangeRow, ChangeScene
from ui.presenters.change_scene import said_sentence
from ui.presenters.policies import option_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from app.services.deciding import Change, Weighed

MOST_ROWS = 6  # orders that a change lists; the others are counted
MOST_MISSED = 3
ICONS = {
    "hold": "hold",
    "release": "play",
    "cancel": "cancel_outline",
    "priority": "priority",
    "policy": "call_split",
    "allow": "swap_horiz",
    "forbid": "swap_horiz",
    "substitute": "swap_horiz",
}


def kind_of(change: Change) -> str:
    """Name a change: ``hold release cancel priority policy allow forbid substitute``."""
    if isinstance(change, Substitution):
        return "substitute"
    if change.allow_substitutes is not None:
        return "allow" if change.allow_substitutes else "forbid"
    if change.cancel:
        return "cancel"
    if change.hold is not None:
        return "hold" if change.hold else "release"
    return "priority" if change.priority is not None else "policy"


def words_of(form: str, number: str, change: Change) -> str:
    """Say a change: ``ask`` before it is applied, ``did`` afterwards."""
    if isinstance(change, Substitution):
        words = {"order": number, "line": change.line, "sku": change.sku}
        return screen(f"{form}_substitute", **words, units=change.quantity)
    policy = ""
    if change.policy is not None:
        most = f":{change.max_shipments}" if change.max_shipments else ""
        policy = option_words(f"{change.policy}{most}")
    name = f"{form}_{kind_of(change)}"
    return screen(name, order=number, priority=change.priority, policy=policy)


def change_scene(weighed: Weighed) -> ChangeScene:
    """Show who gains and who loses units by a change, and what becomes of promises."""
    change, result = weighed.change, _result(weighed)
    touched = _touched(weighed.number, result)
    missed = result["promises_broken"]
    rows = tuple(_row(number, weighed, result) for number in touched[:MOST_ROWS])
    kind = kind_of(change)
    return ChangeScene(
        icon=ICONS[kind],
        title=words_of("ask", weighed.number, change),
        about=screen("cannot_be_undone" if kind == "cancel" else "can_be_undone"),
        rows=rows,
        warning=screen("change_missed", orders=len(missed)) if missed else "",
        warning_about=_named(missed),
        summary=said_sentence(result),
        heads=(screen("head_order"), screen("head_units"), screen("head_promise")),
    )


def _result(weighed: Weighed) -> Mapping[str, Any]:
    """Return what a change does to others: an order that is cancelled keeps no promise."""
    if kind_of(weighed.change) != "cancel":
        return weighed.result
    parts = ("promises_broken", "promises_saved")
    others = {
        part: [number for number in weighed.result[part] if number != weighed.number]
        for part in parts
    }
    return {**weighed.result, **others}


def _touched(number: str, result: Mapping[str, Any]) -> list[str]:
    """Return the orders that a change touches: its own, those hurt, then those helped."""
    lost, gained = (_orders(result[part]) for part in ("lost", "gained"))
    others = [*result["promises_broken"], *result["promises_saved"], *lost, *gained]
    own = [number] if number in others else []
    return list(dict.fromkeys([*own, *others]))


def _orders(parts: Iterable[Mapping[str, Any]]) -> list[str]:
    return [part["order"] for part in parts]


def _row(number: str, weighed: Weighed, result: Mapping[str, Any]) -> ChangeRow:
    head = weighed.orders.get(number)
    said = [
        screen(form, units=part["quantity"], sku=part["sku"])
        for form, parts in (("gains_units", result["gained"]), ("loses_units", result["lost"]))
        for part in parts
        if part["order"] == number
    ]
    units = f"{said[0]} …" if len(said) > 1 else said[0] if said else screen("no_units")
    promise, better = _promise(number, weighed, result)
    return ChangeRow(number, head.customer if head else "", units, screen(promise), better)


def _promise(number: str, weighed: Weighed, result: Mapping[str, Any]) -> tuple[str, bool | None]:
    """Return the words for what becomes of an order's promise, and whether that is better."""
    if number in result["promises_broken"]:
        return "promise_missed", False
    if number in result["promises_saved"]:
        return "promise_kept", True
    gone = kind_of(weighed.change) == "cancel" and number == weighed.number
    return "promise_ends" if gone else "promise_same", None


def _named(missed: list[str]) -> str:
    named, more = ", ".join(missed[:MOST_MISSED]), len(missed) - MOST_MISSED
    return screen("change_missed_more", named=named, more=more) if more > 0 else named
