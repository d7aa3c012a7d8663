"""What picking says beyond right and wrong: put-backs, shorts with a reason, counts, claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.instants import parse_instant
from app.texts.wording import day_words, fill

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import tzinfo

REASONS: Mapping[str, str] = {  # by the number in the command barcode CMD-REASON-n
    "11": "Damaged",
    "12": "Empty",
    "13": "Wrong product",
    "14": "Out of reach",
}
SENTENCES: Mapping[str, str] = {
    # put-back
    "in_hand": "In hand: {units} {name}. Put it in {location} and scan that.",
    "in_hand_anywhere": "In hand: {units} {name}. Put it on any shelf and scan that.",
    "put_back_done": "Back: {units} {name} in {location}.",
    "put_back_for": "Back: {units} {name} in {location}. Order {order} is served from there.",
    "nothing_to_put_back": "Nothing of order {number} has to go back.",
    "not_to_put_back": "{name} of order {number} does not have to go back.",
    "over_put_back": "Too many: {units} {name} scanned, {left} left to put back.",
    "put_down_first": "Put down what you hold first: scan {location}.",
    "scan_unit_first": "Scan the unit that you put there first.",
    # claims
    "taken_over": "{station} has taken order {number} over. Nothing was counted here.",
    # short, skip, found, zero check
    "short_explained": "Noted: {reason}. {location} is on the count list.",
    "nothing_short": "Nothing was short just now: there is nothing to give a reason for.",
    "skipped": "Skipped: {location} comes last now.",
    "nothing_to_skip": "There is nothing to take, so nothing to skip.",
    "nothing_else": "There is no other place to go to first.",
    "find_pending": "The next item is found stock. Scan its shelf, or the item where you stand.",
    "find_shelf": "Found in {location}. Scan the item that you found there.",
    "found_damaged": "Say Found or Damaged, not both: no {name} was booked in.",
    "find_needs_shelf": "Scan the shelf on which you found it first.",
    "found": "Found and taken: {units} {name} in {location}.",
    "found_for_others": "Booked in: {units} {name} in {location}. Others need it first: leave it.",
    "nothing_asked": "No place was asked about.",
    "is_empty": "Noted: {location} is empty.",
    "to_be_counted": "Noted: {location} is not empty. It is on the count list.",
    # counts
    "count_begins": "Count {number}: scan every unit that lies there, then close.",
    "other_place": "{location} is not {number}. Close this count before you begin another.",
    "counted_empty": "Nothing lies in {number}. Close the count to book that.",
    "counted_not_empty": "Units are counted in {number} already. Undo them, or close the count.",
    "nothing_counted": "Nothing is counted in {number}. Scan its units, or that it is empty.",
    "count_done": "{number} is counted. {says}",
    "no_shelf": "{location} is no shelf. Put the units back on one.",
}
ELSEWHERE = " Take {quantity} in {location}."
WAITS = " {quantity:units} {quantity:wait} for {asn} at {at}."
STANDS_IN = " {units} {sku} could stand in."
ALL_RIGHT = "All as booked."
MOVED = "{sku} moved meanwhile: count it again."
MORE, FEWER = "{difference} {name} more than booked.", "{gone} {name} fewer than booked."


def count_sentence(found: Sequence[Mapping[str, Any]], moved: Sequence[str]) -> str:
    """Say what a count found beside the book, and which SKUs moved meanwhile."""
    said = [
        fill(MORE if one["difference"] > 0 else FEWER, {**one, "gone": -one["difference"]})
        for one in found
    ]
    said += [fill(MOVED, {"sku": sku}) for sku in moved]
    return " ".join(said) or ALL_RIGHT


def offers_sentence(offers: Mapping[str, Any], zone: tzinfo) -> str:
    """Say what else there is when a pick is short; "" where there is nothing."""
    waits = (
        {**one, "at": f"{at:%H:%M}, {day_words(at)}"}
        for one in offers["waits_for"]
        for at in [parse_instant(one["at"], zone).astimezone(zone)]
    )
    parts = (
        *(fill(ELSEWHERE, one) for one in offers["elsewhere"]),
        *(fill(WAITS, one) for one in waits),
        *(fill(STANDS_IN, one) for one in offers["substitutes"]),
    )
    return "".join(parts)
