"""What packing says beyond right and wrong: cartons, weights, carriers' numbers, reopening."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.texts.wording import few

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.expected_weight import Verdict

LONGEST_REASON: Final = 200
OVERRIDES: Mapping[str, str] = {  # by the number in the command barcode CMD-OVERRIDE-n
    "21": "Counted by hand",
    "22": "Code unreadable",
    "23": "Weight is right",
    "24": "Carrier waits",
}
SENTENCES: Mapping[str, str] = {
    "unverified_lines": "{left:units} {left:are} not verified yet: {lines}. Scan, then close.",
    "closed_overridden": "{number} is closed, {left:units} unverified. {reason}. Its slip prints.",
    "closed_so": "{number} is closed. {reason}. Its slip prints.",
    "nothing_to_override": "Nothing keeps {number} from being closed. Close it.",
    "no_reason": "Say why, in one line of at most {most} characters.",
    "for_another": "{name} is for {other}: scan its number to go on there.",
    "carton_opened": "Carton {carton} is open. What is scanned now goes into it.",
    "carton_in_hand": "Carton {carton} is in hand.",
    "carton_empty": "Carton {carton} is empty. Fill it first.",
    "no_such_carton": "There is no carton {carton} in this shipment.",
    "carton_of_another": "That carton belongs to {other}.",
    "move_pending": "The next item goes over into carton {carton}.",
    "moved_over": "Moved: {units} {name} into carton {carton}.",
    "nothing_to_move": "{units} {name} to move: {left} verified in other cartons.",
    "no_carton": "Nothing is packed yet. Scan an item first.",
    "tracking_pending": "Scan the carrier's number now.",
    "tracked": "Carton {carton}: {carrier} {tracking}. Its check digit is right.",
    "tracked_unverified": "Carton {carton}: {tracking}. It has no check digit that is known here.",
    "bad_tracking": "{code} is no right carrier's number. Scan it again.",
    "tracking_used": "{code} belongs to carton {carton} of {other} already.",
    "weighed": "Carton {carton} weighs {weight}.",
    "weighed_right": "Carton {carton} weighs {weight}, as expected.",
    "weighed_unknown": "Carton {carton} weighs {weight}. Nobody said what {skus} weighs.",
    "weighed_off": "Carton {carton} weighs {weight}: {verdict}",
    "weight_off": "Carton {carton} weighs {weight}: {verdict} Mend it, or override.",
    "weight_off_elsewhere": "Carton {carton} weighs {weight}: {verdict} "
    "Scan {go_back} and mend it, or override.",
    "weight_lacks_elsewhere": "Carton {carton} is not weighed with all that is in it. "
    "Scan {go_back}, weigh it, then close.",
    "weight_lacks": "Carton {carton} is not weighed with all that is in it. Weigh it, then close.",
    "no_weight_said": "Say the weight in grams: CMD-WEIGHT-1250.",
    "bad_weight": "{value} g is no weight of a carton.",
    "not_closed_yet": "Shipment {number} is not closed.",
    "handed_over_already": "Shipment {number} was handed over {when}. "
    "Nothing of it can be changed now.",
    "left_with": "Shipment {number} left with {pickup}. It cannot be reopened.",
    "other_open": "Shipment {other} of this order is open. Close it first.",
    "later_closed": "Shipment {other} was closed after it. Only the last can be reopened.",
    "nothing_to_reopen": "Order {number} has no closed shipment.",
    "no_shipment": "There is no shipment {number}.",
}
STATES: Mapping[str, str] = {
    "open": "open",
    "closed": "closed",
    "handed_over": "handed over",
    "reopened": "open again; its slip is void",
}
OFF: Mapping[str, str] = {
    "light": "{off} too light{cause}.",
    "heavy": "{off} too heavy{cause}.",
    "missing": ": {units} {sku} missing?",
    "more": ": {units} {sku} too many?",
}


def weight_words(grams: int) -> str:
    """Write grams as a person reads them: 250 g, 11.84 kg."""
    if abs(grams) < 1000:
        return f"{grams} g"
    return f"{grams / 1000:.3f}".rstrip("0").rstrip(".") + " kg"


def off_words(verdict: Verdict) -> str:
    """Say by how much a carton is off, and what may be the cause."""
    cause = ""
    if verdict.cause is not None:
        word = "missing" if verdict.cause.missing else "more"
        cause = OFF[word].format(units=verdict.cause.units, sku=verdict.cause.sku)
    said = OFF["light" if verdict.off_g < 0 else "heavy"]
    return said.format(off=weight_words(abs(verdict.off_g)), cause=cause).replace("?.", "?")


def shipment_words(told: Mapping[str, Any]) -> str:
    """Say whose a shipment is and how it stands."""
    state = STATES["reopened" if told.get("reopened") else told["status"]]
    return f"{told['shipment']} for {told['customer']}: {state}"


def missing_words(rows: Sequence[Mapping[str, Any]]) -> str:
    """Name what is missing, line by line: 2 LAMP (line 1)."""
    return few([f"{row['units']} {row['sku']} (line {row['line']})" for row in rows])
