"""What the card of an appointment says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "new_appointment": "New appointment",
    "edit_appointment": "{carrier} · {number}",
    "stays_until": "{day} · {span}, until {time}",
    "advice_needs": "With a number and a time it says here which door suits it.",
    "advice_asked": "Looking for a door…",
    "take_door": "Take {door}",
    "take_door_at": "Take {door} · {time}",
    "booked_at": "Booked {number} for {door} at {time}",
    "booked_yard": "Booked {number} at {time}, no door yet",
    "booked_weeks": "Booked {number} for {weeks} weeks",
    "requested_at": "{number} is asked for at {time}",
    "changed_details": "Changed {number}",
    "in_field": "{field}: {says}",
    "field_number": "Number",
    "field_day": "Day",
    "field_start": "Start",
    "field_length": "Length",
    "field_pallets": "Pallets",
    "field_cartons": "Cartons",
    "field_loose": "Loose",
    "field_weeks": "Weeks",
    "cause_event": "Waits because…",
    "cause_told": "{carrier} waits: {cause}",
    "cause_over": "Nothing keeps {carrier} any more",
    "cause_no_door": "no door free",
    "cause_no_crew": "no crew",
    "cause_papers": "papers",
    "cause_damaged": "damaged load",
    "cause_closed": "site closed",
    "cause_none": "Nothing keeps it any more",
}
