"""What the printed day at the dock says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.texts.wording import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE: Final = "Dock"
HEADS: Final = ("Window", "Truck", "Number", "Units", "Cross-dock", "Late")
UNLOAD: Final = "Unload in this order"
UNLOAD_HEADS: Final = ("", "Truck", "Number", "Where", "Late", "Due 24 h", "All")
PROBLEMS: Final = "Problems"
NO_PROBLEMS: Final = "Nothing stands against any truck of this day."
NO_TRUCK: Final = "no truck"
GOES_ON: Final = "continued"
FOOT: Final = "Scan a truck’s bars to open it in Receive."
YARD: Final = "Yard and unassigned"
TRUCK: Final = "Truck"
SAYINGS: Mapping[str, str] = {
    "as_of": "as of {time}",
    "page": "page {page} of {pages}",
    "door": "Door {door}",
    "in": "inbound",
    "out": "outbound",
    "both": "inbound and outbound",
    "open": "open {hours}",
    "has": "has {equipment}",
    "closed": "Closed {start} to {end}",
    "closed_why": "Closed {start} to {end}: {note}",
    "orders": "{units} → {orders:orders}",
    "went_across": "{units} went across",
    "late": "{state} {hours}:{minutes:02}",
    "problem": "Problem {number}",
    "of_truck": "{truck}, {window}: {says}",
    "clash": "At the same door and time as {others}.",
    "door_due": "{door}, due {time}",
    "due": "due {time}",
    "named": "{carrier} ({number})",
    "printed": "Printed the dock of {day}: {printer}",
    "queued": "The dock of {day} is in the print queue.",
    "written": "{file}: the dock of {day}, {trucks:trucks}",
}
MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def say(saying: str, /, **data: object) -> str:
    """Return a saying filled in; KeyError for one that nobody has worded."""
    return fill(SAYINGS[saying], data)
