"""Scanners as they come out of the box: what each would send of a label, in bytes or in keys."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.barcode import GS
from app.domain.device import DeviceProfile, Suffix
from app.domain.doctor_labels import Bars, Label
from app.domain.key_timing import Key, KeyTiming
from app.domain.layouts import Layout, as_typed
from app.domain.raw_read import RawRead
from hardware.framing import Framer

AIMS = {Bars.CODE_128: "]C0", Bars.GS1_128: "]C1", Bars.EAN_13: "]E0"}
ENDS = {Suffix.LINE_END: "\r\n"}


@dataclass(frozen=True)
class Gun:
    """One scanner: ``fnc1`` is what it sends for an FNC1, ``again_ms`` the pause of a second read.

    A typing one sends a key each ``key_ms``; a serial one pauses ``pause_ms`` in the middle of a
    long code.
    """

    is_typed: bool = False
    layout: Layout = Layout.US
    suffix: Suffix = Suffix.CRLF
    prefix: str = ""
    has_aim: bool = True
    fnc1: str = GS
    again_ms: int | None = None
    key_ms: int = 5
    pause_ms: int = 0

    def sent(self, label: Label) -> str:
        """What it sends of a label, before any keyboard."""
        code = label.code.replace(GS, self.fnc1)
        aim = AIMS[label.bars] if self.has_aim else ""
        return self.prefix + aim + code + ENDS.get(self.suffix, self.suffix.value.decode())

    def came(self, label: Label) -> str:
        """What comes of a label in the computer."""
        sent = self.sent(label)
        return as_typed(sent, self.layout) if self.is_typed else sent

    def read(self, label: Label, at_ms: float) -> list[RawRead]:
        """What it sends when the trigger is pulled at a time."""
        text = self.came(label)
        half = len(text) // 2
        step = float(self.key_ms) if self.is_typed else 0.0
        times = [at_ms + n * step + (self.pause_ms if n >= half else 0) for n in range(len(text))]
        one = RawRead("gun", text, tuple(times), self.is_typed)
        if self.again_ms is None:
            return [one]
        later = times[-1] - at_ms + self.again_ms
        return [one, replace(one, times_ms=tuple(time + later for time in times))]

    def all_reads(self, labels: tuple[Label, ...]) -> list[RawRead]:
        """What it sends when a person scans the labels one after the other."""
        return [read for n, label in enumerate(labels) for read in self.read(label, n * 5000.0)]


def decoded(profile: DeviceProfile, read: RawRead) -> list[str]:
    """The codes that the program itself makes of a read with this profile."""
    return _of_keys(profile, read) if read.is_typed else _of_bytes(profile, read)


def _of_bytes(profile: DeviceProfile, read: RawRead) -> list[str]:
    framer = Framer(profile)
    frames: list[bytes] = []
    last = read.times_ms[0]
    for letter, time in zip(read.text, read.times_ms, strict=True):
        if time - last >= profile.silence_ms:
            frames += framer.silence()
        frames += framer.feed(letter.encode("latin-1"))
        last = time
    frames += framer.silence()
    return [profile.text_of(frame) for frame in frames]


def _of_keys(profile: DeviceProfile, read: RawRead) -> list[str]:
    timing: KeyTiming[str] = KeyTiming(profile)
    found = []
    for letter, time in zip(read.text, read.times_ms, strict=True):
        key = Key(letter, round(time), ord(letter))
        found.append(timing.press(key, letter).scan)
        found.append(timing.lift(key, letter).scan)
    found.append(timing.let_go().scan)
    return [profile.text_of_keys(code) for code in found if code]
