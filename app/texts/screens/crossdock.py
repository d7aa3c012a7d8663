"""What Cross-dock says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "straight_for": "go straight to lanes for {orders:orders}",
    "nothing_arrives": "No truck is here or expected. Look beyond today, or import shipments.",
    "rest_put_away": "{units} put away: {why}",
    "reason_outside_horizon": "beyond the horizon",
    "reason_expired_lot": "lot past its date",
    "reason_not_backorderable": "sold from stock only",
    "reason_would_wait": "would wait too long",
    "reason_would_not_complete": "would not complete an order",
    "reason_stock_covers": "all demand is covered",
    "reason_no_demand": "no waiting orders",
    "without_it": "planned without it",
    "only_today": "Today",
    "only_late": "Late only",
    "filter_all": "All",
    "filter_door": "Door",
    "filter_customer": "Customer",
    "filter_product": "Product",
    "comes_on": "{sku} on {asn}",
    "ships_on": "ships {day}",
    "pinned_to": "{order} is pinned",
    "ranks_for": "{order} ranks first for them",
    "put_away_title": "put away",
    "not_served": "not served",
    "why_about": "{sku} · {units} on {asn}",
    "pin": "Pin {units} to {order}",
    "unpin": "Take the pin of {units} off {order}",
    "weigh_pin": "Pin {units:units} to {order}",
    "weigh_unpin": "Take the pin of {units:units} off {order}",
    "weigh_hold": "Hold {order}",
    "weigh_release": "Release {order}",
    "weigh_priority": "Give {order} priority {priority}",
    "not_applied": "Change, not applied yet",
    "breaks": "{promises:promises} would break",
    "undo_what": "Undo {what}",
    "line_sku": "line {line} · {sku}",
    "late_days": "Late {days} d",
    "late_hours": "Late {hours} h",
    "due_at": "Due {time}",
    "due_on": "Due {day}",
    "late_since": "Late, was due {time}",
    "policy_ship_as_available": "ships as available",
    "policy_all_or_nothing": "all or nothing",
    "policy_up_to_n_shipments": "up to {most:shipments}",
    "policy_default": "site's policy",
}
