"""What a wall screen says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "wall": "Wall",
    "wall_unload": "Unload next",
    "wall_coming": "Coming",
    "wall_page": "page {page} of {pages}",
    "wall_in_yard": "in yard",
    "wall_to_lanes": "units to lanes",
    "wall_late_served": "late orders served",
    "wall_late": "Late",
    "wall_loading": "Loading",
    "wall_pick_up": "Pick-up",
    "wall_free": "Free",
    "wall_closed": "Closed",
    "wall_until": "until {time}",
    "wall_due": "due {time}",
    "wall_call": "Call {carrier}",
    "wall_nobody": "Nobody to call",
    "wall_free_until": "free until {time}",
    "wall_free_all": "nothing more booked today",
    "wall_units": "{asn} · {units:units}",
    "wall_booked": "{asn} · booked {time}",
    "wall_no_estimate": "no estimate yet",
    "wall_expected": "expected {time}",
    "wall_next": "next {time} {carrier}",
    "wall_waits": "{time} {carrier} waits {span}",
    "wall_out_of_use": "Out of use",
    "wall_hours": "Open {hours}",
    "wall_on_time": "on time",
    "wall_over": "{span} over its time",
    "wall_in_yard_since": "waits in the yard",
    "wall_came": "Yard · came {time}",
    "wall_start": "Start unloading at door {door}",
    "wall_door": "door {door}",
    "wall_call_to": "Call to door {door}",
    "wall_wait": "Waits for a free door",
    "wall_reason_late": "{units:units} late",
    "wall_reason_due": "{units} due in 24 h",
    "wall_side_late": "{units} late",
    "wall_side_due": "{units} due",
    "wall_start_now": "{place}, start now",
    "wall_side_units": "{units:units}",
    "wall_paid": "paid {time}",
    "wall_none": "none",
    "wall_nobody_waits": "No truck waits to be unloaded.",
    "wall_none_coming": "No more trucks are awaited today.",
    "wall_no_doors": "This site has no doors yet. The command “door D1” makes one.",
    "wall_reading": "Reading the doors and trucks",
    "wall_away": "{sentence} Shown as of {time}.",
    "wall_no_answer": "The database does not answer; it is tried again.",
}
