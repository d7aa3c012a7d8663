"""What labels, the command sheet and their command say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.command_scan import CommandKind
from app.texts.osd import REASONS as COUNT_REASONS
from app.texts.packing import OVERRIDES
from app.texts.picking import REASONS as SHORT_REASONS
from app.texts.wording import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.command_scan import Command

SENTENCES: Mapping[str, str] = {
    "bad_company_prefix": "{value} is no GS1 company prefix: 4 to 12 digits.",
    "no_company_prefix": "A carton's SSCC needs your GS1 company prefix: settings "
    "gs1_company_prefix 0614141 (your own).",
    "sscc_used_up": "The prefix {prefix} has no SSCC left. Ask GS1 for another.",
    "nothing_crossed": "Nothing of {number} has been sent to a lane yet.",
    "nothing_shelved": "Nothing of {number} has been sent to a shelf yet.",
    "no_locations": "There is no location to label.",
    "bad_cartons": "{number} has labels for {cartons:cartons} and can have from that to {most}, "
    "not {value}.",
    "not_picked": "Nothing of shipment {number} is picked: there is no carton to label.",
}
SAYINGS: Mapping[str, str] = {
    "commands_queued": "The command sheet is in the print queue.",
    "written": "{file}: {labels} {kind}",
    "cross_dock": "CROSS-DOCK",
    "put_away": "PUT AWAY",
    "no_lane": "no lane",
    "no_place": "any free shelf",
    "units_of": "{units} of {of:units}",
    "units": "{units:units}",
    "order_line": "{order} line {line}",
    "lot": "Lot {lot}",
    "best_until": "best until {day}",
    "serial": "Serial {serial}",
    "zone": "{kind} · zone {zone}",
    "from": "FROM",
    "to": "SHIP TO",
    "order": "ORDER",
    "shipment": "SHIPMENT",
    "carrier": "CARRIER",
    "carton": "CARTON",
    "carton_of": "{carton} of {cartons}",
    "sscc": "SSCC",
    "printer_fonts": "A label printer may lack letters for {letters}: see a print, or use --pdf.",
}
SHEET_TITLE: Final = "Commands"
SHEET_ABOUT: Final = "By scanner alone"
SHEET_HOW: Final = "Scan a command where you would press its key."
SHEET_SAID: Final = "for every station"
SHEET_FOOT: Final = "Hang it where people scan."
COMMANDS: Mapping[CommandKind, tuple[str, str]] = {
    CommandKind.UNDO: ("Undo", "Takes back the newest scan that counted, again and again."),
    CommandKind.SHORT: ("Short", "What the pick asks for is not there."),
    CommandKind.DAMAGED: ("Damaged", "The next item counts as damaged and is set aside."),
    CommandKind.CANCEL: ("Cancel", "Drops a quantity or Damaged that waits for its item."),
    CommandKind.COUNT: ("Count it", "The code that was read twice was meant twice."),
    CommandKind.DONE: ("Done", "Ends the sitting; all can go on later."),
    CommandKind.CLOSE: ("Close", "Closes the receipt, or the shipment and prints its slip."),
    CommandKind.BLIND: ("Nothing announced", "Opens a truck that nobody announced."),
    CommandKind.SKIP: ("Skip", "This place comes last in the pick."),
    CommandKind.FOUND: ("Found", "The next item is stock that the book does not know there."),
    CommandKind.CLUSTER: ("Several orders", "Choose orders to pick at once; again to start."),
    CommandKind.EMPTY: ("Shelf empty", "The shelf that was asked about is empty."),
    CommandKind.NOT_EMPTY: ("Shelf not empty", "The shelf that was asked about is to be counted."),
    CommandKind.CARTON: (
        "New carton",
        "Pack goes on in the next carton; in a cluster a tote is full.",
    ),
    CommandKind.MOVE: ("Move over", "The next item goes over into the carton in hand."),
    CommandKind.TRACKING: ("Tracking", "The next code is the carrier's number of the carton."),
    CommandKind.WEIGHT: ("Weigh", "Takes the carton's weight from the scale."),
    CommandKind.OVERRIDE: ("Close: {reason}", "A supervisor closes the shipment as it is."),
    CommandKind.REASON: ("{room}: {reason}", "{why}"),
    CommandKind.QUANTITY: ("× {quantity}", "The next item counts {quantity} times."),
}

SHORT_WHY: Final = ("Pick", "Why the place that was just short is so.")
COUNT_WHY: Final = ("Receive", "Why what was just counted is damaged, over or wrong.")


def say(saying: str, /, **data: object) -> str:
    """Return a saying filled in; KeyError for one that nobody has worded."""
    return fill(SAYINGS[saying], data)


def command_words(command: Command) -> tuple[str, str]:
    """Return a command's name and what it does."""
    name, does = COMMANDS[command.kind]
    data = {"quantity": command.quantity, "reason": "", "room": "", "why": ""}
    if command.kind is CommandKind.REASON:
        short = SHORT_REASONS.get(command.said)
        data["reason"] = (short or COUNT_REASONS[command.said]).lower()
        data["room"], data["why"] = SHORT_WHY if short else COUNT_WHY
    if command.kind is CommandKind.OVERRIDE:
        data["reason"] = OVERRIDES[command.said].lower()
    return fill(name, data), fill(does, data)
