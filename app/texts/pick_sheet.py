"""What a printed pick list says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.texts.wording import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE: Final = "Pick list"
HEADS: Final = ("Place", "Product", "Units", "Picked")
LINES: Final = "To pick now"
BARS: Final = "Order"
FOOT: Final = "Scan the bars to pick the order; without a scanner, write down what was taken."
SAYINGS: Mapping[str, str] = {
    "as_of": "as of {time}",
    "says": "{units:units} from {places} places",
    "says_one": "{units:units} from one place",
    "nothing": "Nothing can be picked now.",
    "stays": "{units:units} {units:stay} backordered.",
    "lot": "lot {lot}",
    "serial": "serial {serial}",
    "best_until": "best until {day}",
    "written": "{file}: pick list of {number}",
}


def say(saying: str, /, **data: object) -> str:
    """Return a saying filled in; KeyError for one that nobody has worded."""
    return fill(SAYINGS[saying], data)
