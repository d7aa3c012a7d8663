"""What Pick says of put-backs, counts, claims and its queue besides answers to scans."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "counts_below": "{note} {places} to count at the end.",
    "by_cut_off_note": "The earliest cut-off first. Scan an order, or choose it here.",
    "cut_off_at": "cut-off {time}",
    "goes_ship_as_available": "as available",
    "goes_all_or_nothing": "all or nothing",
    "goes_up_to_n_shipments": "limited shipments",
    "partial_until": "{units} {units:stay} behind, {day}",
    "put_back_row": "Put back {number}",
    "count_row": "Count {number}",
    "back_cancelled": "cancelled",
    "back_hold": "on hold",
    "back_cut": "line cut",
    "reason_unsaid": "short",
    "reason_damaged": "short: damaged",
    "reason_empty": "short: empty",
    "reason_wrong_product": "short: wrong product",
    "reason_out_of_reach": "short: out of reach",
    "not_empty_said": "not empty",
    "taken_by": "{station} has it",
    "colleague_has": "{actor}, since {at}, last scan {minutes_ago} min ago.",
    "take_over_how": "Scan {number} again to take it over, or leave it.",
    "take_over_ask": "Take over, or leave it.",
    "scan_unit": "Scan the unit that goes back.",
    "all_back": "All is back",
    "all_back_reason": "Nothing of this order has to go back any more.",
    "still_to_put_back": "still to put back",
    "in_hand_now": "{units} in hand",
    "goes_to": "goes to {location}",
    "put_in": "Put in",
    "take_back_from": "Take from",
    "to_put_back": "{back:units} {back:are} to be put back.",
    "to_put_back_how": "Scan {number}, or press Put back.",
    "scan_each": "Scan every unit that lies here.",
    "is_counted": "{number} COUNTED",
    "place_counted": "COUNTED: {units}",
    "counted_here": "Counted here",
    "count_how": "Scan every unit that lies here, then close. An empty place is closed at once.",
    "empty_now": "Is {location} empty now?",
}
