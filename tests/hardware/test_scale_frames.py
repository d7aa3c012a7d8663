"""Frames of scales: what manuals print, what simulators send, and what is no whole frame."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.simulation import Load, put_on
from app.domain.weighing import Frame, LoadState, ScaleProtocol
from hardware.scale_frames import PARSERS
from hardware.scale_framing import LONGEST_FRAME, ScaleFramer
from hardware.simulated_scale import compose

SICS, T8217, NCI = ScaleProtocol.MT_SICS, ScaleProtocol.TOLEDO_8217, ScaleProtocol.NCI
TOLEDO, LINES = ScaleProtocol.TOLEDO_CONTINUOUS, ScaleProtocol.CONTINUOUS
WORDS = ("1.250 kg", "0.000 kg", "12.50 lb", "7.5 oz", "250 g")
LOADS = [put_on(Load(), word) for word in WORDS]
MOVING = put_on(LOADS[0], "unstable")
# Mettler Toledo AL-IC, Ohaus Defender 3000 and others, A&D EK-L, Dini Argeo LTP, NCI SCP-01,
# Transcell PC-150 (Toledo 8213): the examples of their manuals, or built from their layouts.
PRINTED = [
    (LINES, b"        0.00 g     \r\n", "0.00", "g", True, ""),
    (LINES, b"       12.73 g    ?\r\n", "12.73", "g", False, ""),
    (LINES, b"           3 PCS   \r\n", "3", "PCS", True, ""),
    (LINES, b"       311 g ?\r\n", "311", "g", False, ""),
    (LINES, b"    12.50 lb      G  \r\n", "12.50", "lb", True, "gross"),
    (NCI, b"\n  12.34lb\r\n00\r\x03", "12.34", "lb", True, ""),
    (NCI, b"\n   0.00lb\r\n20\r\x03", "0.00", "lb", True, LoadState.ZERO),
    (NCI, b"\n   1.10kg\r\n10\r\x03", "1.10", "kg", False, ""),
    (NCI, b"\n?\r\x03", None, "", None, LoadState.BAD_COMMAND),
    (T8217, b"\x02012.34\r", "12.34", "", True, ""),
    (T8217, b"\x02?a\r", None, "", False, LoadState.MOVING),
    (LINES, b"ST,+0001.234 kg\r\n", "1.234", "kg", True, ""),
    (LINES, b"QT,+00001234 PC\r\n", "1234", "PC", True, LoadState.COUNT),
    (LINES, b"US,+0000.500 kg\r\n", "0.500", "kg", False, ""),
    (SICS, b"S S     100.00 g\r\n", "100.00", "g", True, ""),
    (SICS, b"S D     100.00 g\r\n", "100.00", "g", False, ""),
    (SICS, b"S I\r\n", None, "", None, LoadState.NOT_EXECUTABLE),
    (LINES, b"ST,GS,     0.0,kg\r\n", "0.0", "kg", True, "gross"),
]


def frames_of(protocol: ScaleProtocol, data: bytes) -> list[Frame]:
    """What a scale that was heard from its first byte says."""
    framer = ScaleFramer(protocol)
    heard = framer.feed(b"\r\n" if protocol is LINES else b"") + framer.feed(data)
    return [frame for raw in heard if (frame := PARSERS[protocol](raw)) is not None]


@pytest.mark.parametrize(("protocol", "raw", "weight", "unit", "stable", "said"), PRINTED)
def test_what_manuals_print_is_read(
    protocol: ScaleProtocol, raw: bytes, weight: str | None, unit: str, stable: object, said: str
) -> None:
    (frame,) = frames_of(protocol, raw)

    assert frame.value == (None if weight is None else Decimal(weight))
    assert (frame.unit, frame.is_stable) == (unit, stable)
    assert said in ("", frame.state, frame.basis)


@pytest.mark.parametrize("protocol", ScaleProtocol)
@pytest.mark.parametrize("load", [*LOADS, MOVING], ids=[*WORDS, "moving"])
def test_what_the_simulated_scale_sends_is_what_lies_on_it(
    protocol: ScaleProtocol, load: Load
) -> None:
    (frame,) = frames_of(protocol, compose(protocol, load) + compose(protocol, load)[:1])

    told = protocol is not T8217 or not load.is_moving
    wanted = None if not told else load.value if len(f"{load.value:.3f}") < 7 else frame.value
    assert frame.value == wanted
    assert frame.unit == (load.unit if protocol is not T8217 else "")
    assert frame.is_stable is not load.is_moving


@pytest.mark.parametrize(
    ("protocol", "word", "state"),
    [(protocol, word, LoadState(word)) for protocol in ScaleProtocol
     for word in ("overload", "underload")]
    + [(SICS, "busy", LoadState.NOT_EXECUTABLE), (SICS, "-0.5 kg", LoadState.NEGATIVE),
       (NCI, "-0.5 kg", LoadState.NEGATIVE), (LINES, "-0.5 kg", LoadState.NEGATIVE),
       (TOLEDO, "-0.5 kg", LoadState.NEGATIVE), (T8217, "-0.5 kg", LoadState.UNDERLOAD)],
)  # fmt: skip
@pytest.mark.wrong_input
def test_a_load_that_cannot_be_weighed_is_told_in_a_word(
    protocol: ScaleProtocol, word: str, state: LoadState
) -> None:
    load = put_on(Load(), word)
    frames = frames_of(protocol, compose(protocol, load) * 2)

    wanted = LoadState.OUT_OF_RANGE if (protocol, word) == (T8217, "overload") else state
    assert frames[0].state is wanted


@pytest.mark.parametrize("protocol", ScaleProtocol)
@pytest.mark.parametrize("load", LOADS, ids=WORDS)
def test_half_a_frame_is_none(protocol: ScaleProtocol, load: Load) -> None:
    """Cut off behind any byte, and followed by a whole one: only the whole one counts."""
    whole = compose(protocol, load)
    (wanted,) = frames_of(protocol, whole + whole[:1])

    for cut in range(1, len(whole)):
        frames = frames_of(protocol, whole[:cut] + whole + whole[:1])
        assert set(frames) <= {wanted}, whole[:cut]
        assert set(frames_of(protocol, whole[cut:] if protocol is not LINES else b"")) <= {wanted}


@pytest.mark.parametrize("load", LOADS, ids=WORDS)
def test_a_scale_first_heard_in_the_middle_of_a_line_says_nothing_before_the_next(
    load: Load,
) -> None:
    whole = compose(LINES, load)
    for cut in range(1, len(whole)):
        framer = ScaleFramer(LINES)
        assert framer.feed(whole[cut:] + whole) in ([whole], []), whole[cut:]
        assert framer.take_dropped() >= len(whole) - cut


@pytest.mark.parametrize("load", LOADS, ids=WORDS)
def test_a_wrong_checksum_or_a_changed_byte_is_no_frame(load: Load) -> None:
    whole = compose(TOLEDO, load)

    for place in range(len(whole)):
        for bit in range(7):
            broken = bytes(
                byte ^ (1 << bit) if at == place else byte for at, byte in enumerate(whole)
            )
            assert all(frame == frames_of(TOLEDO, whole)[0] for frame in frames_of(TOLEDO, broken))


@pytest.mark.parametrize("protocol", [SICS, T8217, NCI, LINES])
def test_parity_bits_are_not_part_of_what_is_said(protocol: ScaleProtocol) -> None:
    whole = compose(protocol, LOADS[0])
    even = bytes(byte | (byte.bit_count() % 2) << 7 for byte in whole)

    assert frames_of(protocol, even) == frames_of(protocol, whole)


@pytest.mark.parametrize("protocol", ScaleProtocol)
@pytest.mark.parametrize("spoken", ScaleProtocol)
def test_a_wrong_protocol_reads_no_weight(protocol: ScaleProtocol, spoken: ScaleProtocol) -> None:
    frames = frames_of(protocol, compose(spoken, LOADS[0]) * 5)
    is_plain_line = (protocol, spoken) == (LINES, NCI)  # NCI's weight stands on a line of its own

    assert bool(frames) is (protocol is spoken or is_plain_line)


@pytest.mark.parametrize(
    ("protocol", "raw"),
    [
        (SICS, b"S S    100.00 g\r\n"),  # a digit was lost: the weight is ten characters
        (SICS, b"S S     1 0.00 g\r\n"),
        (SICS, b"S S     10.0.0 g\r\n"),
        (SICS, b"S X     100.00 g\r\n"),
        (T8217, b"\x0212.34\r"),
        (T8217, b"\x02012345\r"),
        (T8217, b"\x02?\r"),
        (NCI, b"\n  12.34lb\r\n0\r\x03"),
        (NCI, b"\n  12.34lb\r\n\r\x03"),
        (NCI, b"\n        lb\r\n00\r\x03"),
        (LINES, b"ST,+0001.2.4 kg\r\n"),
        (LINES, b"ST,\r\n"),
        (LINES, b"GROSS\r\n"),
        (LINES, b"1.2\r\n"),  # no unit: who knows what that counts
        (LINES, b"1e9 kg\r\n"),
        (LINES, b"\xc0\xb2 kg\r\n"),
    ],
)
def test_what_is_not_of_its_form_is_no_frame(protocol: ScaleProtocol, raw: bytes) -> None:
    assert frames_of(protocol, raw) == []


@given(st.sampled_from(ScaleProtocol), st.lists(st.binary(max_size=80), max_size=8))
@pytest.mark.wrong_input
def test_no_bytes_break_the_reading_or_fill_the_memory(
    protocol: ScaleProtocol, chunks: list[bytes]
) -> None:
    framer = ScaleFramer(protocol)
    for chunk in chunks:
        for raw in framer.feed(chunk):
            PARSERS[protocol](raw)
        assert framer.held <= LONGEST_FRAME


@given(st.sampled_from(ScaleProtocol), st.sampled_from(LOADS), st.data())
@pytest.mark.right_input
def test_a_frame_is_the_same_however_it_is_cut(
    protocol: ScaleProtocol, load: Load, data: st.DataObject
) -> None:
    stream = compose(protocol, load) * 3
    cut = data.draw(st.integers(0, len(stream)))
    whole, parts = ScaleFramer(protocol), ScaleFramer(protocol)

    assert parts.feed(stream[:cut]) + parts.feed(stream[cut:]) == whole.feed(stream)


@given(st.sampled_from(ScaleProtocol), st.text(max_size=40))
@pytest.mark.wrong_input
def test_no_text_raises_in_a_parser(protocol: ScaleProtocol, text: str) -> None:
    PARSERS[protocol](text.encode("utf-8", "replace"))
