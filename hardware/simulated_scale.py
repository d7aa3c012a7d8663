"""A scale that a person plays: it answers requests, or streams, on a pseudo-terminal."""

from __future__ import annotations

from dataclasses import replace
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Final

from app.domain.simulation import NOISE, Load, put_on
from app.domain.weighing import LoadState, ScaleProtocol
from hardware.scale_frames import REQUESTS, checksum

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.domain.simulation import ScalePlan
    from hardware.pty_line import PtyLine

_LOOK_S: Final = 0.02  # how often a scale that is asked looks for a request
_BAD_REQUEST: Final = {ScaleProtocol.MT_SICS: b"ES\r\n", ScaleProtocol.NCI: b"\n?\r\x03"}
_ROOM: Final[Mapping[ScaleProtocol, int]] = {  # characters of a weight
    ScaleProtocol.MT_SICS: 10,
    ScaleProtocol.NCI: 9,
    ScaleProtocol.TOLEDO_CONTINUOUS: 6,
    ScaleProtocol.CONTINUOUS: 8,
}
_TOLEDO_UNITS: Final = {"kg": (1, 0), "lb": (0, 0), "g": (0, 1), "oz": (0, 3)}


class SimulatedScale:
    """A ``SimulatedDevice`` whose load is what is said to it."""

    def __init__(self, line: PtyLine, plan: ScalePlan) -> None:
        """Begin empty, and speak on this line, which is the simulator's own from now on."""
        self._line, self._plan = line, plan
        self._load, self._asked = Load(), b""
        self._is_quiet = False
        self._lock, self._closing = Lock(), Event()
        self._thread = Thread(target=self._run, name="simulated scale", daemon=True)
        self._thread.start()

    @property
    def path(self) -> str:
        """The port to be named in the settings."""
        return str(self._line.path)

    def say(self, text: str) -> str:
        """Put a load on, or ``unplug``, ``plug in``, send ``garbage`` or ``half`` a frame.

        After ``silent`` it says nothing until ``speak``.

        Returns "": a scale is told nothing.  Raises BadValueError for any other word.
        """
        word = " ".join(text.lower().split())
        with self._lock:
            if word == "unplug":
                self._line.unplug()
            elif word == "plug in":
                if not self._line.is_plugged:
                    self._line.plug_in()
            elif word in ("silent", "speak"):
                self._is_quiet = word == "silent"
            elif word in ("garbage", "half"):
                frame = compose(self._plan.protocol, self._load)
                self._send(NOISE * 6 if word == "garbage" else frame[: len(frame) // 2])
            else:
                self._load = put_on(self._load, text)
        return ""

    def close(self) -> None:
        """Be quiet and unplug."""
        self._closing.set()
        self._thread.join()
        self._line.unplug()

    def _run(self) -> None:
        is_asked = self._plan.protocol in REQUESTS
        period_s = _LOOK_S if is_asked else 1 / self._plan.rate
        while not self._closing.wait(period_s):
            with self._lock:
                if self._line.is_plugged:
                    said = self._answers() if is_asked else self._frame()
                    self._send(b"" if self._is_quiet else said)

    def _frame(self) -> bytes:
        return compose(self._plan.protocol, self._load)

    def _answers(self) -> bytes:
        """Answer every request that has come whole."""
        protocol = self._plan.protocol
        request = REQUESTS[protocol]
        self._asked = (self._asked + self._line.heard_so_far())[-64:]
        if protocol is ScaleProtocol.TOLEDO_8217:
            asked, self._asked = self._asked.count(request), b""
            return self._frame() * asked
        *lines, self._asked = self._asked.split(request[-1:])
        wanted = (request[:-1], b"S\r") if protocol is ScaleProtocol.MT_SICS else (request[:-1],)
        return b"".join(
            self._frame() if line in wanted else _BAD_REQUEST[protocol] for line in lines
        )

    def _send(self, data: bytes) -> None:
        if data and self._line.is_plugged:
            self._line.send_if_room(data)


def compose(protocol: ScaleProtocol, load: Load) -> bytes:
    """Return the frame of a load, as a scale of that protocol sends it.

    A weight of more digits than the frame has room for is more than the scale can weigh.
    """
    sign = "-" if protocol is ScaleProtocol.MT_SICS and load.value < 0 else ""
    digits = f"{sign}{abs(load.value)}"
    if protocol is ScaleProtocol.TOLEDO_CONTINUOUS:
        digits = digits.replace(".", "")  # the point's place is in a status word
    if len(digits) > _ROOM.get(protocol, len(digits)):
        state = LoadState.UNDERLOAD if load.value < 0 else LoadState.OVERLOAD
        load = replace(load, state=state, value=load.value * 0, is_moving=False)
    return _COMPOSERS[protocol](load)


def _mt_sics(load: Load) -> bytes:
    said = {LoadState.OVERLOAD: "S +", LoadState.UNDERLOAD: "S -", LoadState.NOT_EXECUTABLE: "S I"}
    weight = f"S {'D' if load.is_moving else 'S'} {load.value:>10} {load.unit}"
    return f"{said.get(load.state, weight)}\r\n".encode()


def _toledo_8217(load: Load) -> bytes:
    """No unit goes over the wire, and no weight below zero, in motion or of more digits."""
    text = f"{load.value:06.3f}" if load.value < 100 else f"{load.value:06.2f}"
    status = 0x61 if load.is_moving else 0x64 if load.state is LoadState.UNDERLOAD else 0
    status = status or (0x68 if load.state is LoadState.NOT_EXECUTABLE else 0)
    if load.state is LoadState.OVERLOAD or (len(text) != 6 and not status):
        status = 0x62
    if load.state is LoadState.NEGATIVE:
        status = 0x64
    return b"\x02?%c\r" % status if status else f"\x02{text}\r".encode()


def _nci(load: Load) -> bytes:
    said = {LoadState.OVERLOAD: "02", LoadState.UNDERLOAD: "01", LoadState.NOT_EXECUTABLE: "10"}
    if load.state in said:
        return f"\n{said[load.state]}\r\x03".encode()
    status = "10" if load.is_moving else "20" if load.state is LoadState.ZERO else "00"
    sign = "-" if load.value < 0 else " "
    return f"\n{sign}{abs(load.value):>6}{load.unit}\r\n{status}\r\x03".encode()


def _toledo_continuous(load: Load) -> bytes:
    places = max(0, -int(load.value.as_tuple().exponent))
    is_kg, unit = _TOLEDO_UNITS[load.unit]
    out = load.state in (LoadState.OVERLOAD, LoadState.UNDERLOAD)
    is_below = load.value < 0 or load.state is LoadState.UNDERLOAD
    b = 0x20 | is_below << 1 | out << 2 | load.is_moving << 3 | is_kg << 4
    digits = f"{int(abs(load.value).scaleb(places)):06d}000000"
    frame = bytes((0x02, 0x28 | 2 + places, b, 0x20 | unit)) + digits.encode() + b"\r"
    return frame + bytes((checksum(frame),))


def _continuous(load: Load) -> bytes:
    """As A&D scales send it: header, sign, eight characters, the unit in three."""
    if load.state in (LoadState.OVERLOAD, LoadState.UNDERLOAD):
        return b"OL\r\n" if load.state is LoadState.OVERLOAD else b"UL\r\n"
    header = "US" if load.is_moving else "ST"
    sign = "-" if load.value < 0 else "+"
    digits = str(abs(load.value)).rjust(8, "0")
    return f"{header},{sign}{digits}{load.unit:>3}\r\n".encode()


_COMPOSERS: Final[Mapping[ScaleProtocol, Callable[[Load], bytes]]] = {
    ScaleProtocol.MT_SICS: _mt_sics,
    ScaleProtocol.TOLEDO_8217: _toledo_8217,
    ScaleProtocol.NCI: _nci,
    ScaleProtocol.TOLEDO_CONTINUOUS: _toledo_continuous,
    ScaleProtocol.CONTINUOUS: _continuous,
}
