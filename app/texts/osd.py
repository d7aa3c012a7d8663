"""Over, short and damaged in words: in answers, on the screen, on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.texts.wording import fill, listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.inbound import Asn
    from app.domain.osd import OsdLine, Totals

TITLE: Final = "OS&D"
SENTENCES: Mapping[str, str] = {
    "comes_on_several": "{value} comes on {asns}: scan one of them.",
    "not_closed": "{number} is {status}: there is nothing to reopen.",
    "unknown_reason": "There is no reason {value}.",
    "nothing_to_explain": "Scan what is damaged, over or wrong first, then say why.",
    "count_reason_noted": "Noted: {what}",
    "unknown_asn_line": "{number} has no line {line}.",
    "bad_photo": "The path of a picture is one line of at most {most} characters.",
    "counted_over_within": "Counted: {units} {name}. {over} more than announced, within tolerance.",
    "asn_closed_differs": "{number} is closed. {short:units} {short:are} short; {besides}.",
    "asn_closed_blind": "{number} is closed. Nothing was announced; {received:units} came.",
}
SAYINGS: Mapping[str, str] = {
    "open": "{number}: not closed yet",
    "final": "{number}: closed",
    "cancelled": "{number}: cancelled",
    "again": "{state}, reopened",
    "blind": "{state}, blind: nothing was announced",
    "differs": "Differs: {what}.",
    "nothing_differs": "All came as announced.",
    "as_of": "as of {time}",
    "close": "Closed {time} by {by}",
    "reopen": "Reopened {time} by {by}",
    "lot": "lot {lot}",
    "best_until": "best until {day}",
    "serial": "serial {serial}",
    "came": "{what}: {n:units}",
    "came_damaged": "{what}: {n:units}, {damaged} damaged",
    "photo": "picture {path}",
    "written": "{file}: OS&D of {number}",
    "printed": "Printed the OS&D of {number}: {printer}",
    "queued": "The OS&D of {number} is in the print queue.",
}
REASONS: Mapping[str, str] = {  # by the number in the command barcode CMD-REASON-n
    "1": "Crushed",
    "2": "Wet",
    "3": "Torn",
    "4": "Wrong item",
    "5": "Expired",
    "6": "Miscounted",
    "7": "Dropped",
    "8": "Not ordered",
}
WHY: Mapping[str, tuple[str, ...]] = {  # which reasons are asked first
    "damaged": ("1", "2", "3", "5", "7"),
    "over": ("6", "8", "4"),
    "unexpected": ("4", "8", "6"),
}
ABOUT: Final = (
    *("Supplier", "Purchase order", "Carrier", "Trailer", "Seal", "Door"),
    *("Arrived", "At the door", "Unloading", "Ended"),
)
HEADS: Final = ("Line", "Product", "Announced", "Received", "Over", "Short", "Damaged")
LINES: Final = "Lines"
HISTORY: Final = "Closed and reopened"
SIGNATURES: Final = ("Received by", "Driver", "Date and time")
FOOT: Final = "Scan the bars to open the receipt. Over, short and damaged are counted in units."
BARS: Final = "Receipt"
PARTS: Mapping[str, str] = {
    "to_come": "{units} to come",
    "short": "{units} short",
    "over": "{units} over",
    "unexpected": "{units} not announced",
    "damaged": "{units} damaged",
    "beyond": "{units:lines} beyond tolerance",
}


def besides(found: Totals, *, tolerant: bool) -> str:
    """Say what differs besides what is short, "" where nothing does.

    Lines beyond tolerance are counted where something is let pass at all.
    """
    return _parts(found, ("over", "unexpected", "damaged", *(("beyond",) if tolerant else ())))


def line_words(line: OsdLine) -> str:
    """Say how a line differs from what was announced, "" where it does not."""
    counts = {
        "to_come": line.to_come,
        "short": line.short,
        "over": 0 if line.unexpected else line.over,
        "unexpected": line.received if line.unexpected else 0,
        "damaged": line.damaged,
    }
    return listed([fill(PARTS[name], {"units": n}) for name, n in counts.items() if n])


def total_words(found: Totals, *, tolerant: bool) -> str:
    """Say how a receipt differs from what was announced, "" where it does not."""
    return _parts(found, tuple(name for name in PARTS if tolerant or name != "beyond"))


def state(asn: Asn, *, reopened: bool) -> str:
    """Say of a receipt whether it is final, reopened, blind."""
    kinds = {"closed": "final", "cancelled": "cancelled"}
    said = say(kinds.get(asn.status, "open"), number=asn.number)
    said = say("again", state=said) if reopened else said
    return say("blind", state=said) if asn.blind else said


def say(saying: str, /, **data: object) -> str:
    """Return a saying filled in; KeyError for one that nobody has worded."""
    return fill(SAYINGS[saying], data)


def _parts(found: Totals, names: tuple[str, ...]) -> str:
    counts = [(name, getattr(found, name)) for name in names]
    return listed([fill(PARTS[name], {"units": count}) for name, count in counts if count])
