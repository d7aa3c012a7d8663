"""Frames of scales as their protocols mean them: pure; what is not whole is no frame.

Sources: Mettler Toledo MT-SICS level 0 (command SI), Toledo 8213/8217 and NCI SCP-01 (status
bytes), Mettler Toledo's continuous output (status words A, B, C, checksum), and the lines that
A&D, Dini Argeo and Ohaus send, each by the maker's manual.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from app.domain.weighing import Frame, LoadState, ScaleProtocol, state_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

STX: Final = 0x02
TOLEDO_LONG: Final = 17  # bytes from STX to CR; one more where a checksum follows
REQUESTS: Final[Mapping[ScaleProtocol, bytes]] = {  # the others speak unasked
    ScaleProtocol.MT_SICS: b"SI\r\n",
    ScaleProtocol.TOLEDO_8217: b"W",
    ScaleProtocol.NCI: b"W\r",
}

_SICS = re.compile(r"S ([SD]) ([ \d.+-]{10}) ([A-Za-z%]{1,5}) *")
_SICS_SAID: Final[Mapping[str, LoadState]] = {
    "S I": LoadState.NOT_EXECUTABLE,
    "S +": LoadState.OVERLOAD,
    "S -": LoadState.UNDERLOAD,
    "ES": LoadState.BAD_COMMAND,
    "ET": LoadState.BAD_COMMAND,
    "EL": LoadState.BAD_COMMAND,
}
_TOLEDO = re.compile(r"\x02([ \d.]{6})N?")
_TOLEDO_STATUS = re.compile(r"\x02\?([\x20-\x7f])")
_NCI = re.compile(r"\n([ -]?[ \d.]{4,9})([A-Za-z]{1,2})\r\n([0-\x7f]{2,3})\r")
_NCI_STATUS = re.compile(r"\n([0-\x7f]{2,3})\r")
_HEADED = re.compile(
    r"(ST|QT|US|OL|UL|TL),(?:(GS|NT|G|N|LO|OK|HI),)?([ \d.+-]{6,8}\d),? {0,2}([A-Za-z]{0,3}) *"
)
_HEADED_ALONE = re.compile(r"(OL|UL|TL)(,.*)?")
_PLAIN = re.compile(r" *([+-]?) *(\d[\d.]*) ?([A-Za-z]{1,5})( .*)?")
_NUMBER = re.compile(r"[+-]? *(?:\d{1,9}(?:\.\d{1,6})?|\.\d{1,6})")
_PIECES: Final = frozenset({"PC", "PCS"})
_BASIS: Final[Mapping[str, str]] = {"G": "gross", "GS": "gross", "N": "net", "NT": "net"}
_HEADERS: Final[Mapping[str, LoadState]] = {
    "OL": LoadState.OVERLOAD,
    "UL": LoadState.UNDERLOAD,
    "TL": LoadState.NOT_LEVEL,
}


def number(text: str) -> Decimal | None:
    """Return the number that stands right-aligned in a field, None where it holds none."""
    text = text.lstrip(" ")
    return Decimal(text.replace(" ", "")) if _NUMBER.fullmatch(text) else None


def weight_frame(
    text: str, unit: str = "", *, is_stable: bool | None = None, basis: str = ""
) -> Frame | None:
    """Return the frame of a weight or a count; None where the field holds no number."""
    value = number(text)
    if value is None:
        return None
    state = LoadState.COUNT if unit.upper() in _PIECES else state_of(value)
    return Frame(state, value, unit, is_stable, basis)


def parse_mt_sics(frame: bytes) -> Frame | None:
    """Read an answer to ``S`` or ``SI``: the weight is ten characters, right-aligned."""
    text = frame.decode("latin-1").rstrip("\r\n")
    if (said := _SICS_SAID.get(text)) is not None:
        return Frame(said)
    found = _SICS.fullmatch(text)
    return weight_frame(found[2], found[3], is_stable=found[1] == "S") if found else None


def parse_toledo_8217(frame: bytes) -> Frame | None:
    """Read an answer to ``W``; a weight is only told when it is stable, else a status byte."""
    text = frame.decode("latin-1").removesuffix("\r")
    if found := _TOLEDO.fullmatch(text):
        return weight_frame(found[1], is_stable=True) if "." in found[1] else None
    if not (status := _TOLEDO_STATUS.fullmatch(text)):
        return None
    bits = ord(status[1])
    if bits & 1:
        return Frame(LoadState.MOVING, is_stable=False)
    if bits & 4:
        return Frame(LoadState.UNDERLOAD)
    return Frame(LoadState.OUT_OF_RANGE if bits & 2 else LoadState.NOT_EXECUTABLE)


def parse_nci(frame: bytes) -> Frame | None:
    """Read an answer to ``W`` of SCP-01: weight, unit, then two or three status bytes."""
    text = frame.decode("latin-1").removesuffix("\x03")
    if text == "\n?\r":
        return Frame(LoadState.BAD_COMMAND)
    if found := _NCI.fullmatch(text):
        said = _nci_state(found[3])
        if said in (None, LoadState.MOVING):
            return weight_frame(found[1], found[2].lower(), is_stable=said is None,
                                basis=_nci_basis(found[3]))  # fmt: skip
        return Frame(said) if said else None
    status = _NCI_STATUS.fullmatch(text)
    alone = _nci_state(status[1]) if status else None
    return Frame(alone, is_stable=False) if alone else None


def _nci_state(status: str) -> LoadState | None:
    """Say what the status bytes say but for a plain weight: faults first, then the range."""
    one, two = ord(status[0]), ord(status[1])
    if one & 0b1100 or two & 0b1100:
        return LoadState.FAULT
    if two & 0b11:
        return LoadState.OVERLOAD if two & 0b10 else LoadState.UNDERLOAD
    return LoadState.MOVING if one & 1 else None


def _nci_basis(status: str) -> str:
    if len(status) < 3:
        return ""
    return "net" if ord(status[2]) & 0b100 else "gross"


def parse_toledo_continuous(frame: bytes) -> Frame | None:
    """Read STX, status words A, B, C, weight, tare, CR, and the checksum where there is one."""
    if len(frame) > TOLEDO_LONG and checksum(frame[:TOLEDO_LONG]) != frame[TOLEDO_LONG]:
        return None
    whole = frame[:TOLEDO_LONG]
    if len(whole) < TOLEDO_LONG or whole[0] != STX or whole[-1] != 0x0D:
        return None
    a, b, c = whole[1:4]
    digits, tare = (whole[at : at + 6].decode("latin-1") for at in (4, 10))
    is_status = all(word & 0x60 == 0x20 for word in (a, b, c))
    weight = number(digits) if re.fullmatch(r"[ \d]{6}", tare) else None
    if not is_status or weight is None:
        return None
    if b & 0b100:
        return Frame(LoadState.UNDERLOAD if b & 0b10 else LoadState.OVERLOAD)
    value = weight.scaleb(2 - (a & 0b111)) * (-1 if b & 0b10 else 1)
    basis = "net" if b & 1 else "gross"
    return Frame(state_of(value), value, _toledo_unit(b, c), not b & 0b1000, basis)


def _toledo_unit(b: int, c: int) -> str:
    return {0: "kg" if b & 0b1_0000 else "lb", 1: "g", 2: "t", 3: "oz"}.get(c & 0b111, "?")


def checksum(frame: bytes) -> int:
    """Return the two's complement of the sum of the bytes' low seven bits, in seven bits."""
    return -sum(byte & 0x7F for byte in frame) & 0x7F


def parse_continuous(frame: bytes) -> Frame | None:
    """Read a line of a weight: with a header (A&D, Dini Argeo), or plain with its unit (Ohaus).

    In a plain line the column behind the unit is blank when stable and ``?`` when not; a line that
    ends with its unit says nothing of it.
    """
    text = frame.decode("latin-1").strip("\r\n")
    if found := _HEADED.fullmatch(text):
        return _headed(*found.groups(default=""))
    if found := _HEADED_ALONE.fullmatch(text):
        return Frame(_HEADERS[found[1]])
    found = _PLAIN.fullmatch(text)
    return _plain(*found.groups(default="")) if found else None


def _headed(header: str, second: str, digits: str, unit: str) -> Frame | None:
    if (said := _HEADERS.get(header)) is not None:
        return Frame(said)
    return weight_frame(digits, unit, is_stable=header != "US", basis=_BASIS.get(second, ""))


def _plain(sign: str, digits: str, unit: str, rest: str) -> Frame | None:
    is_stable = "?" not in rest if len(rest) > 1 else None
    legend = rest.replace("?", " ").strip()
    return weight_frame(sign + digits, unit, is_stable=is_stable, basis=_BASIS.get(legend, ""))


PARSERS: Final[Mapping[ScaleProtocol, Callable[[bytes], Frame | None]]] = {
    ScaleProtocol.MT_SICS: parse_mt_sics,
    ScaleProtocol.TOLEDO_8217: parse_toledo_8217,
    ScaleProtocol.NCI: parse_nci,
    ScaleProtocol.TOLEDO_CONTINUOUS: parse_toledo_continuous,
    ScaleProtocol.CONTINUOUS: parse_continuous,
}
