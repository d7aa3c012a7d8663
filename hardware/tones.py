"""The four sounds of the floor as WAV bytes: sines with 3 % third harmonic, faded in and out."""

from __future__ import annotations

import io
import math
import struct
import wave
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

RATE_HZ = 44_100
FADE_MS = 5
THIRD_HARMONIC = 0.03


@dataclass(frozen=True, slots=True)
class Tone:
    """One tone, or a pause where ``hertz`` is 0; ``gain`` is a share of full scale, 0 to 1."""

    hertz: int
    length_ms: int
    gain: float = 0.5


SOUNDS: Mapping[str, Sequence[Tone]] = {
    "ok": (Tone(1760, 90),),
    "wrong": (Tone(330, 180, 0.7), Tone(0, 80), Tone(330, 180, 0.7)),
    "warning": (Tone(1320, 110), Tone(880, 110)),
    "done": (Tone(1047, 90), Tone(1319, 90), Tone(1760, 180)),
}


def wav_bytes(name: str) -> bytes:
    """Return a sound as a mono 16-bit WAV; KeyError for a name that is none of SOUNDS."""
    samples = [sample for tone in SOUNDS[name] for sample in _samples(tone)]
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return out.getvalue()


def _samples(tone: Tone) -> list[int]:
    count = RATE_HZ * tone.length_ms // 1000
    fade = RATE_HZ * FADE_MS // 1000
    found = []
    for at in range(count):
        angle = 2 * math.pi * tone.hertz * at / RATE_HZ
        level = math.sin(angle) + THIRD_HARMONIC * math.sin(3 * angle)
        edge = min(1.0, at / fade, (count - 1 - at) / fade)
        found.append(round(32_767 * tone.gain / (1 + THIRD_HARMONIC) * level * edge))
    return found
