"""What a scanner hears of its codes, on real pseudo-terminals: after the commit, or nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.domain.device import DeviceProfile, LinkState
from app.domain.feedback import ACK, BELL, MOST_NAKS, NAK, SSI_ACK, Feedback, Heard, ssi_beep
from hardware.serial_source import SerialSource
from tests.hardware.pty_scanner import Listener, PtyScanner, surroundings

Plugged = tuple[PtyScanner, Listener, SerialSource]


@pytest.fixture
def plug(tmp_path: Path) -> Iterator[Callable[..., Plugged]]:
    """Plug a scanner in that is told of its codes in one way, and wait until it is connected."""
    open_ones: list[Plugged] = []

    def begin(feedback: Feedback, **profile: Any) -> Plugged:
        scanner, listener = PtyScanner(tmp_path / "scanner"), Listener()
        path = str(scanner.path)
        source = SerialSource(
            DeviceProfile("gun", path, feedback=feedback, **profile), surroundings()
        )
        open_ones.append((scanner, listener, source))
        source.start(listener.said, listener.linked)
        listener.wait_for(LinkState.CONNECTED)
        return open_ones[-1]

    yield begin
    for scanner, _, source in open_ones:
        source.stop()
        scanner.unplug()


@pytest.mark.parametrize(
    ("feedback", "heard", "told"),
    [
        (Feedback.ACK, Heard.ACCEPTED, ACK),
        (Feedback.ACK, Heard.REFUSED, ACK),
        (Feedback.ACK, Heard.NOT_STORED, NAK),
        (Feedback.BELL, Heard.ACCEPTED, BELL),
        (Feedback.BELL, Heard.REFUSED, BELL + BELL),
        (Feedback.SSI, Heard.ACCEPTED, bytes.fromhex("05e6040000ff11")),
        (Feedback.SSI, Heard.REFUSED, ssi_beep(6)),
    ],
)
def test_a_scanner_hears_what_its_maker_understands(
    plug: Callable[..., Plugged], feedback: Feedback, heard: Heard, told: bytes
) -> None:
    scanner, listener, source = plug(feedback)
    scanner.send(b"A1\r")

    source.answer(listener.next_scan(), heard)

    assert scanner.hear(len(told)) == told


@pytest.mark.wrong_input
@pytest.mark.parametrize("feedback", [Feedback.OFF, Feedback.BELL, Feedback.SSI])
def test_a_code_that_was_not_stored_is_confirmed_to_no_scanner(
    plug: Callable[..., Plugged], feedback: Feedback
) -> None:
    scanner, listener, source = plug(feedback)
    scanner.send(b"A1\rB2\r")
    source.answer(listener.next_scan(), Heard.NOT_STORED)

    source.stop()

    assert scanner.heard_so_far() == b""


def test_what_is_sent_again_after_nak_is_the_same_scan(plug: Callable[..., Plugged]) -> None:
    scanner, listener, source = plug(Feedback.ACK)
    scanner.send(b"A1\r")
    first = listener.next_scan()
    source.answer(first, Heard.NOT_STORED)
    assert scanner.hear(1) == NAK

    scanner.send(b"A1\r")

    again = listener.next_scan()
    assert (again.scan_id, again.text) == (first.scan_id, "A1")
    source.answer(again, Heard.ACCEPTED)
    assert scanner.hear(1) == ACK


def test_a_store_that_goes_on_failing_is_not_asked_for_ever(plug: Callable[..., Plugged]) -> None:
    scanner, listener, source = plug(Feedback.ACK)
    for _ in range(MOST_NAKS):
        scanner.send(b"A1\r")
        source.answer(listener.next_scan(), Heard.NOT_STORED)
        assert scanner.hear(1) == NAK

    scanner.send(b"A1\r")
    source.answer(listener.next_scan(), Heard.NOT_STORED)
    scanner.send(b"B2\r")
    source.answer(listener.next_scan(), Heard.ACCEPTED)

    assert scanner.hear(1) == ACK


def test_a_read_that_is_taken_for_one_is_confirmed_too(plug: Callable[..., Plugged]) -> None:
    scanner, listener, source = plug(Feedback.ACK, same_code_ms=60_000)
    scanner.send(b"A1\r")
    first = listener.next_scan()
    source.answer(first, Heard.ACCEPTED)
    assert scanner.hear(1) == ACK

    scanner.send(b"A1\r")

    assert scanner.hear(1) == ACK
    assert listener.scans.empty()


@pytest.mark.wrong_input
def test_an_answer_for_another_scanner_or_for_one_that_left_is_told_to_none(
    plug: Callable[..., Plugged],
) -> None:
    scanner, listener, source = plug(Feedback.ACK)
    scanner.send(b"A1\r")
    scan = listener.next_scan()
    scanner.unplug()
    listener.wait_for(LinkState.DISCONNECTED)

    source.answer(scan, Heard.ACCEPTED)
    scanner.plug_in()
    listener.wait_for(LinkState.CONNECTED)
    scanner.send(b"B2\r")
    assert listener.next_scan().text == "B2"

    source.stop()
    assert scanner.heard_so_far() == b""


def test_a_zebras_own_confirmation_is_no_part_of_its_next_code(
    plug: Callable[..., Plugged],
) -> None:
    scanner, listener, _ = plug(Feedback.SSI)

    scanner.send(SSI_ACK + SSI_ACK + b"A1\r")

    assert listener.next_scan().text == "A1"


def test_a_scanner_that_takes_no_answer_loses_no_code(plug: Callable[..., Plugged]) -> None:
    scanner, listener, source = plug(Feedback.SSI, same_code_ms=0)
    scanner.send(b"A1\r")
    scan = listener.next_scan()
    for _ in range(20_000):  # more than the line holds, and nobody reads
        source.answer(scan, Heard.ACCEPTED)

    scanner.send(b"B2\rC3\r")

    assert listener.next_texts(2) == ["B2", "C3"]
