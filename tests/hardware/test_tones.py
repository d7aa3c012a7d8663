"""The sounds of the floor."""

from __future__ import annotations

import io
import wave

import pytest

from hardware.tones import SOUNDS, wav_bytes


@pytest.mark.parametrize(
    ("name", "length_ms"), [("ok", 90), ("wrong", 440), ("warning", 220), ("done", 360)]
)
def test_a_sound_has_its_length_and_begins_and_ends_in_silence(name: str, length_ms: int) -> None:
    with wave.open(io.BytesIO(wav_bytes(name))) as file:
        frames = file.readframes(file.getnframes())
        assert 1000 * file.getnframes() // file.getframerate() == length_ms
    assert frames[:2] == b"\0\0"
    assert frames[-2:] == b"\0\0"


def test_a_refusal_is_louder_than_a_yes() -> None:
    assert SOUNDS["wrong"][0].gain > SOUNDS["ok"][0].gain


def test_a_sound_that_nobody_named_is_an_error() -> None:
    with pytest.raises(KeyError):
        wav_bytes("fanfare")
