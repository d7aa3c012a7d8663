"""Codes from before anyone listened, and reads taken for one: thrown away, and said."""

from pathlib import Path

import pytest

from app.domain.device import DeviceProfile, LinkState, Suffix
from hardware.serial_source import SerialSource
from tests.hardware.pty_scanner import Listener, PtyScanner, surroundings

pytestmark = pytest.mark.wrong_input


@pytest.mark.parametrize(
    ("sent", "suffix", "stale"),
    [
        (b"OLD-1\r\nOLD-2\r\n", Suffix.LINE_END, 2),
        (b"OLD-1\rOLD-2\rHAL", Suffix.CR, 3),
        (b"HAL", Suffix.LINE_END, 1),
        (b"OLD-1", Suffix.NONE, 1),
        (b"\r\n", Suffix.LINE_END, 0),
        (b"", Suffix.LINE_END, 0),
    ],
)
def test_what_was_sent_before_the_port_was_opened_is_counted_and_no_scan(
    tmp_path: Path, sent: bytes, suffix: Suffix, stale: int
) -> None:
    scanner, listener = PtyScanner(tmp_path / "scanner"), Listener()
    scanner.send(sent)
    profile = DeviceProfile(path=str(scanner.path), suffix=suffix)
    source = SerialSource(profile, surroundings())

    source.start(listener.said, listener.linked)
    link = listener.wait_for(LinkState.CONNECTED)
    scanner.send(b"NEW" + suffix.value.replace(b"?", b""))

    assert link.stale_codes == stale
    assert listener.next_scan().text == "NEW"
    source.stop()
    scanner.unplug()


def test_a_read_taken_for_one_is_told_with_an_id_of_its_own(tmp_path: Path) -> None:
    scanner, listener = PtyScanner(tmp_path / "scanner"), Listener()
    profile = DeviceProfile(path=str(scanner.path), same_code_ms=60_000)
    source = SerialSource(profile, surroundings())
    source.start(listener.said, listener.linked)
    listener.wait_for(LinkState.CONNECTED)

    scanner.send(b"A1\rA1\r")

    counted = listener.next_scan()
    repeated = listener.wait_for(LinkState.CONNECTED).repeated
    assert repeated is not None
    assert repeated.text == "A1"
    assert repeated.scan_id != counted.scan_id
    source.stop()
    scanner.unplug()
