"""The scanner doctor in words: on its sheet, on the screen, in answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.texts.wording import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE: Final = "Scanner test"
SHEET_SAID: Final = "Setup, Scanner doctor"
SHEET_ABOUT: Final = "Four labels, each scanned once"
FOOT: Final = "Nothing on this sheet is ever counted."
HOW: Final = (
    "Open Setup, Devices. Scan A, B, C and D one after the other: pull the trigger once for each "
    "and let go. Setup says what it finds and mends what can be mended."
)
LABELS: Mapping[str, str] = {
    "A": "Tells which keyboard the computer takes the scanner for, what ends a code, and whether "
    "one pull of the trigger reads twice.",
    "B": "A GS1-128 with FNC1 behind the lot L4471: tells whether the end of the lot survives.",
    "C": "An EAN-13: tells whether its check digit is sent, and the kind of code.",
    "D": "A long code with a blank inside: tells whether long codes come in one piece.",
}

SAYINGS: Mapping[str, str] = {
    "printed": "Printed the scanner test sheet: {printer}",
    "queued": "The scanner test sheet is in the print queue.",
    "written": "{file}: scanner test sheet",
    "scan_of": "scan {scans} of 4",
    "all_scanned": "all 4 scans",
    "next": "Next: scan the label {label} of the sheet.",
    "begin": "Print the test sheet, then scan its label A.",
    "done": "All four labels came. Save keeps this scanner's profile.",
    "saved": "Saved for this station: {device} is read so from now on.",
    "foreign": "That is none of the sheet's labels; nothing is lost.",
    "half": "Only a part of label {label} came: scan it again.",
    "aside": "That was label {label}, and it counts.",
    "again": "Label {label} again: all right, once is enough.",
    "read_took": "{characters} characters in {ms} ms, from {device}",
    "read_took_keys": "{characters} keys in {ms} ms, at most {gap} ms apart, from {device}",
    "no_code": "Keys came, but no code",
    "no_code_bytes": "Bytes came, but no code",
}

FINDINGS: Mapping[str, tuple[str, str]] = {  # what is found, and what it rests on or what to do
    "serial": ("Speaks over a serial line", "No keyboard and no focus can disturb it."),
    "keyboard": ("Types like a keyboard", "It is read wherever the focus is in this window."),
    "layout_waits": ("Which keyboard it types on", "Scan the label {label}."),
    "layout": ("Types on a keyboard that is {layout}", "Its codes are read back as they were."),
    "end_enter": ("Every scan ends with Enter", "{scans} of {scans} scans"),
    "end_tab": ("Every scan ends with Tab", "{scans} of {scans} scans; Tab ends a code."),
    "end_pause": ("No scan has an end", "A pause ends a code; Enter is quicker."),
    "end_silence": ("No scan has an end", "{silence_ms} ms of silence end a code."),
    "end_missing": (
        "No scan has an end",
        "No silence can part its codes: set the scanner to send CR behind each code.",
    ),
    "end_differs": (
        "Scans end in different ways",
        "Set the scanner to send CR, and nothing else, behind each code.",
    ),
    "prefix": ("Sends {text} before each code", "It is cut off."),
    "prefix_differs": (
        "Sends its own letters before codes",
        "Set the scanner to send AIM identifiers in the place of its own code letters.",
    ),
    "aim": ("Says which kind of code it read", "{aim} came first."),
    "aim_missing": (
        "Does not say which kind of code it read",
        "Set it to send AIM identifiers: an EAN and a place of 13 digits are told apart by them.",
    ),
    "aim_partly": (
        "Says only of some codes which kind they are",
        "Set the scanner to send AIM identifiers before every kind of code.",
    ),
    "fnc1_waits": ("FNC1 inside a GS1 code", "Scan the label {label}."),
    "fnc1_kept": ("FNC1 comes as GS", "A lot ends where it ends."),
    "fnc1_mapped": ("FNC1 comes as {text}", "It is taken for GS."),
    "fnc1_clashes": (
        "FNC1 comes as {text}, which other codes have too",
        "Set the scanner to send GS (ASCII 29) for FNC1, or AIM identifiers.",
    ),
    "fnc1_lost": (
        "FNC1 is lost",
        "Set the scanner to send GS (ASCII 29) for FNC1; one that types may send | in its place.",
    ),
    "check_waits": ("Check digit of an EAN", "Scan the label {label}."),
    "check_sent": ("Sends the check digit of an EAN", "13 of 13 digits"),
    "check_missing": (
        "Cuts the check digit of an EAN off",
        "Set the scanner to send the check digit of EAN and UPC.",
    ),
    "long_waits": ("A long code in one piece", "Scan the label {label}."),
    "long_whole": ("A long code comes in one piece", "{length} characters in {took_ms} ms"),
    "long_mended": (
        "A long code comes with a pause",
        "A pause of {gap_ms} ms inside ends no code.",
    ),
    "long_cut": (
        "A long code comes in pieces",
        "The scanner ends it inside: set its longest message to 64 characters or more.",
    ),
    "long_slow": (
        "A long code comes too slowly",
        "{gap_ms} ms passed inside: set the shortest delay between characters.",
    ),
    "once": ("One pull of the trigger, one read", "No label came twice."),
    "twice": (
        "One pull of the trigger reads twice",
        "{apart_ms} ms apart: the same code within {window_ms} ms is one read.",
    ),
    "twice_late": (
        "One pull of the trigger reads twice",
        "{apart_ms} ms apart: set the scanner's same-code delay to 1 s or more.",
    ),
    "case": (
        "Letters come in another case",
        "Set the scanner's case conversion off; look at Caps Lock.",
    ),
}


def say(word: str, **data: object) -> str:
    """Return a saying filled in; KeyError for an unknown one."""
    return fill(SAYINGS[word], data)


def finding_words(word: str, data: Mapping[str, object]) -> tuple[str, str]:
    """Return what is found, and what it rests on or what to do about it."""
    found, about = FINDINGS[word]
    return fill(found, data), fill(about, data)
