"""Devices that a person without hardware plays: how a scanner and a scale are to behave.  Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from app.domain.barcode import GS
from app.domain.device import DeviceProfile, Suffix
from app.domain.errors import BadValueError
from app.domain.weighing import LoadState, ScaleProtocol, state_of

NOISE: Final = b"\x00\xff\x7e\x81#?\xc3\x28"  # what a loose plug or a wrong speed makes of a code
_WEIGHT: Final = re.compile(r"(-?[0-9]{1,6}(?:\.[0-9]{1,3})?) *(kg|g|lb|oz)", re.ASCII)
_STATES: Final = {
    "overload": LoadState.OVERLOAD,
    "underload": LoadState.UNDERLOAD,
    "busy": LoadState.NOT_EXECUTABLE,
}
_NAMES: Final = {0x06: "ACK", 0x15: "NAK", 0x07: "BEL"}


@dataclass(frozen=True, slots=True)
class ScannerPlan:
    """How a simulated scanner sends: suffix, AIM identifier, ``rate`` codes a second (0: at once).

    ``double`` sends each code twice, ``garbage`` sends noise before it, and with ``shows_answers``
    it waits a moment for what the host sends back.
    """

    suffix: Suffix = Suffix.CRLF
    aim: str = ""
    rate: float = 0.0
    double: bool = False
    garbage: bool = False
    shows_answers: bool = False

    def bytes_of(self, code: str) -> bytes:
        r"""Return what goes over the line for a code; ``\x1d`` in it stands for GS."""
        end = b"\r\n" if self.suffix is Suffix.LINE_END else self.suffix.value
        text = (self.aim + code.replace(r"\x1d", GS)).encode(DeviceProfile().encoding, "replace")
        noise = NOISE + end if self.garbage else b""
        return noise + (text + end) * (2 if self.double else 1)


@dataclass(frozen=True, slots=True)
class ScalePlan:
    """What a simulated scale speaks; one that speaks unasked does so ``rate`` times a second."""

    protocol: ScaleProtocol = ScaleProtocol.MT_SICS
    rate: float = 5.0


@dataclass(frozen=True, slots=True)
class Load:
    """What lies on a simulated scale."""

    state: LoadState = LoadState.ZERO
    value: Decimal = Decimal("0.000")
    unit: str = "kg"
    is_moving: bool = False


def put_on(load: Load, said: str) -> Load:
    """Return the load after a word: ``1.250 kg``, ``unstable``, ``stable``, ``zero``, ``overload``.

    Also ``underload`` and ``busy``.  Raises BadValueError for any other.
    """
    word = " ".join(said.lower().split())
    if found := _WEIGHT.fullmatch(word):
        value = Decimal(found[1])
        return Load(state_of(value), value, found[2])
    if word in ("unstable", "stable"):
        return replace(load, is_moving=word == "unstable", state=state_of(load.value))
    if word == "zero":
        return Load(unit=load.unit)
    if word not in _STATES:
        raise BadValueError("bad_scale_word", value=said)
    return replace(load, state=_STATES[word], is_moving=False)


def name_bytes(heard: bytes) -> str:
    """Name what a host sent back: ACK, NAK, BEL; all else by its hexadecimal digits."""
    return " ".join(_NAMES.get(byte, f"{byte:02X}") for byte in heard)
