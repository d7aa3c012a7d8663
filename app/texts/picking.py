"""What picking says beyond right and wrong: put-backs, shorts with a reason, counts, claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    "no_shelf": "{location} is no shelf. Put the units back on one.",
}
