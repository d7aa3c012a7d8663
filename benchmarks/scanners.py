"""Scanned codes per second: framing alone, and from a pseudo-terminal to the listener.

Run from the project's root: ``python -m benchmarks.scanners``.  The limit beside the first is one
``bytes.split`` of the same bytes; beside the second, ``os.read`` of the same line into nothing.
"""

from __future__ import annotations

import os
import pty
import tty
from itertools import count
from statistics import median
from threading import Event, Thread
from time import perf_counter
from typing import TYPE_CHECKING

from app.domain.device import DeviceProfile, Link, LinkState
from hardware.clock import SystemClock
from hardware.discovery import find_port
from hardware.framing import Framer
from hardware.serial_port import open_serial
from hardware.serial_source import SerialSource, Surroundings

if TYPE_CHECKING:
    from app.domain.scan import Scan

CODES = 50_000
CHUNK = 4096  # bytes that one read of a terminal gives at most
ROUNDS = 5
STREAM = b"".join(b"%013d\r\n" % number for number in range(CODES))


def split_alone() -> float:
    """Seconds to split the bytes in one go."""
    begun = perf_counter()
    assert len(STREAM.split(b"\r\n")) == CODES + 1
    return perf_counter() - begun


def framing() -> float:
    """Seconds to frame the bytes as a terminal hands them out."""
    framer = Framer(DeviceProfile())
    begun = perf_counter()
    frames = [
        frame
        for start in range(0, len(STREAM), CHUNK)
        for frame in framer.feed(STREAM[start : start + CHUNK])
    ]
    took = perf_counter() - begun
    assert len(frames) == CODES
    return took


class Line:
    """A pseudo-terminal and a thread that sends the codes down it."""

    def __init__(self) -> None:
        """Open the line; ``send`` begins to fill it."""
        self.ours, theirs = pty.openpty()
        tty.setraw(theirs)
        self.theirs = theirs
        self.path = os.ttyname(theirs)

    def send(self) -> Thread:
        """Send all codes from aside."""
        thread = Thread(target=self._send)
        thread.start()
        return thread

    def _send(self) -> None:
        left = memoryview(STREAM)
        while left:
            left = left[os.write(self.ours, left[:CHUNK]) :]

    def close(self) -> None:
        """Unplug."""
        os.close(self.ours)
        os.close(self.theirs)


def raw_read() -> float:
    """Seconds to read the line and look at nothing."""
    line, left = Line(), len(STREAM)
    begun = perf_counter()
    sending = line.send()
    while left:
        left -= len(os.read(line.theirs, CHUNK))
    took = perf_counter() - begun
    sending.join()
    line.close()
    return took


def to_the_listener() -> float:
    """Seconds from the first byte on the line to the last scan at the listener."""
    line, ids = Line(), count()
    around = Surroundings(find_port, open_serial, SystemClock(), lambda: f"{next(ids)}")
    source = SerialSource(DeviceProfile(path=line.path), around)
    connected, done, heard = Event(), Event(), count(1)

    def said(_: Scan) -> None:
        if next(heard) == CODES:
            done.set()

    def linked(link: Link) -> None:
        if link.state is LinkState.CONNECTED:
            connected.set()

    source.start(said, linked)
    connected.wait()
    begun = perf_counter()
    sending = line.send()
    done.wait()
    took = perf_counter() - begun
    sending.join()
    source.stop()
    line.close()
    return took


def main() -> None:
    """Print codes per second and the ratio to the limit of the same run."""
    print(f"{CODES} codes of 13 digits, median of {ROUNDS} rounds")
    for name, ours, limit in (
        ("framing", framing, split_alone),
        ("line to listener", to_the_listener, raw_read),
    ):
        pairs = [(ours(), limit()) for _ in range(ROUNDS)]
        mine, theirs = (median(side) for side in zip(*pairs, strict=True))
        print(f"{name}: {CODES / mine:,.0f} codes/s, {mine / theirs:.1f} times its limit")


if __name__ == "__main__":
    main()
