"""Bytes into frames: the way in which they are cut changes nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.device import DeviceProfile, Suffix
from hardware.framing import LONGEST_FRAME, Framer

WITH_SUFFIX = [suffix for suffix in Suffix if suffix is not Suffix.NONE]
END = {Suffix.LINE_END: b"\r\n"}


def framer(suffix: Suffix = Suffix.LINE_END, prefix: bytes = b"") -> Framer:
    return Framer(DeviceProfile(suffix=suffix, prefix=prefix))


def fed(framer: Framer, *chunks: bytes) -> list[bytes]:
    return [frame for chunk in chunks for frame in framer.feed(chunk)]


@pytest.mark.parametrize(
    ("suffix", "line"),
    [
        (Suffix.LINE_END, b"A1\rB2\nC3\r\n"),
        (Suffix.CR, b"A1\rB2\rC3\r"),
        (Suffix.LF, b"A1\nB2\nC3\n"),
        (Suffix.CRLF, b"A1\r\nB2\r\nC3\r\n"),
        (Suffix.CR, b"A1\r\nB2\r\nC3\r\n"),
        (Suffix.LF, b"A1\r\nB2\r\nC3\r\n"),
        (Suffix.TAB, b"A1\tB2\tC3\t"),
        (Suffix.LINE_END, b"\r\n\r\n\rA1\r\n\r\nB2\n\n\nC3\r"),
    ],
)
def test_each_suffix_ends_a_code_once(suffix: Suffix, line: bytes) -> None:
    assert fed(framer(suffix), line) == [b"A1", b"B2", b"C3"]
    assert fed(framer(suffix), *[line[i : i + 1] for i in range(len(line))]) == [
        b"A1",
        b"B2",
        b"C3",
    ]


def test_a_pause_inside_a_code_ends_nothing() -> None:
    line = framer()

    assert line.feed(b"01234") == []
    assert line.silence() == []
    assert line.feed(b"56789\r") == [b"0123456789"]


def test_silence_ends_a_code_of_a_device_without_suffix() -> None:
    line = framer(Suffix.NONE)

    assert fed(line, b"0123", b"4567") == []
    assert line.silence() == [b"01234567"]
    assert line.silence() == []


def test_a_prefix_is_stripped_and_a_code_without_it_is_refused() -> None:
    line = framer(prefix=b"\x02")

    assert line.feed(b"381333931\r\x024006381333931\r\x02\r") == [b"4006381333931"]
    assert line.take_dropped() == len(b"381333931")


def test_half_a_code_is_dropped_and_counted() -> None:
    line = framer()
    line.feed(b"A1\rB2C3")

    line.drop()

    assert line.take_dropped() == 4
    assert line.take_dropped() == 0
    assert line.feed(b"D4\r") == [b"D4"]


def test_a_line_end_that_stayed_alone_is_no_half_code() -> None:
    line = framer(Suffix.CR)
    line.feed(b"A1\r\n")

    line.drop()

    assert line.take_dropped() == 0


def test_a_code_that_never_ends_is_dropped_up_to_its_end() -> None:
    line = framer()

    assert fed(line, b"A" * LONGEST_FRAME, b"A" * LONGEST_FRAME, b"AAA\rB2\r") == [b"B2"]
    assert line.take_dropped() == 2 * LONGEST_FRAME + 3


def test_a_code_just_not_too_long_is_one() -> None:
    assert framer().feed(b"A" * LONGEST_FRAME + b"\r") == [b"A" * LONGEST_FRAME]
    assert framer().feed(b"A" * (LONGEST_FRAME + 1) + b"\r") == []


@pytest.mark.parametrize("suffix", WITH_SUFFIX)
def test_garbage_without_end_never_fills_the_memory(suffix: Suffix) -> None:
    line = framer(suffix)
    for _ in range(100):
        line.feed(b"\x00\xff" * 1000)

    assert len(line._buffer) <= LONGEST_FRAME


@pytest.mark.right_input
@given(
    st.sampled_from(WITH_SUFFIX),
    st.lists(st.binary(min_size=1, max_size=30).map(lambda b: b.translate(None, b"\r\n\t"))),
    st.data(),
)
def test_no_cut_of_the_bytes_changes_the_codes(
    suffix: Suffix, codes: list[bytes], data: st.DataObject
) -> None:
    end = END.get(suffix, suffix.value)
    stream = b"".join(code + end for code in codes)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=10)))
    chunks = [stream[a:b] for a, b in zip([0, *cuts], [*cuts, len(stream)], strict=True)]

    assert fed(framer(suffix), *chunks) == [code for code in codes if code]


@pytest.mark.wrong_input
@given(st.sampled_from(list(Suffix)), st.lists(st.binary(max_size=5000), max_size=6), st.booleans())
def test_every_byte_is_framed_dropped_or_a_line_end(
    suffix: Suffix, chunks: list[bytes], is_silent: bool
) -> None:
    line = framer(suffix)
    frames = fed(line, *chunks)
    frames += line.silence() if is_silent else []
    line.drop()

    ends = sum(chunk.count(byte) for chunk in chunks for byte in (b"\r", b"\n", b"\t"))
    kept = sum(map(len, frames)) + line.take_dropped()
    sent = sum(map(len, chunks))
    assert sent - ends <= kept <= sent
