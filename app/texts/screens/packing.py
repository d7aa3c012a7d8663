"""What Pack says of cartons, weights, carriers' numbers and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "carton_of": "Carton {number} of {count}",
    "carton_first": "Carton 1",
    "carton_holds": "{units:units}",
    "weight_settled": "Weight, settled",
    "weight_missing": "Not weighed yet",
    "weigh_first": "Weigh it before the shipment closes.",
    "weigh_by_hand": "Press Weigh and type its grams, or scan CMD-WEIGHT-1250.",
    "weigh_if": "Put it on the scale and press Weigh, or scan CMD-WEIGHT.",
    "weight_expected": "expected {expected} ± {allowed}",
    "weight_guess": "= {units} {sku} {missing}?",
    "missing_word": "missing",
    "too_many_word": "too many",
    "weight_light": "{off} light",
    "weight_heavy": "{off} heavy",
    "weight_right": "as expected",
    "weight_no_unit": "no weight known for {skus}",
    "tracking_head": "{carrier}, tracking",
    "tracking_nobody": "Tracking",
    "weight_and_tracking": "Weight and tracking",
    "tracking_right": "check digit right",
    "tracking_scan": "Scan the carrier’s number, or close without it.",
    "missing_at_close": "Missing at close",
    "override_why": "A supervisor closes it so: touch, press or scan why.",
    "in_totes": "in {totes}",
    "also_here": "also {orders}: scan to go on there",
    "also_order": "{order} ({units})",
}
