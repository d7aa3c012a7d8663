"""A scanner on a real pseudo-terminal: it can be unplugged and come back under the same path."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from queue import SimpleQueue
from threading import Thread

from app.domain.device import DeviceProfile, Link, LinkState
from app.domain.scan import Scan
from hardware.discovery import find_port
from hardware.pty_line import PtyLine
from hardware.serial_port import open_serial
from hardware.serial_source import Surroundings

PATIENCE_S = 20.0  # how long a test waits before it fails; a passing one never waits that long


class PtyScanner(PtyLine):
    """The product's simulated line, with ways to send that only tests need."""

    def send_in_parts(self, parts: Iterable[bytes]) -> None:
        """Send part after part."""
        for part in parts:
            self.send(part)

    def send_from_aside(self, data: bytes) -> Thread:
        """Send on a thread of its own, which ends when somebody has read enough."""
        thread = Thread(target=self.send, args=(data,))
        thread.start()
        return thread


class FixedClock:
    """The first minute of a year."""

    def now(self) -> datetime:
        return datetime(2026, 1, 1, tzinfo=UTC)


@dataclass
class Listener:
    """What a source said, in order."""

    scans: SimpleQueue[Scan] = field(default_factory=SimpleQueue)
    links: SimpleQueue[Link] = field(default_factory=SimpleQueue)

    def said(self, scan: Scan) -> None:
        self.scans.put(scan)

    def linked(self, link: Link) -> None:
        self.links.put(link)

    def next_scan(self) -> Scan:
        return self.scans.get(timeout=PATIENCE_S)

    def next_texts(self, how_many: int) -> list[str]:
        return [self.next_scan().text for _ in range(how_many)]

    def wait_for(self, state: LinkState) -> Link:
        """Return the next link of this state, whatever comes before it."""
        while (link := self.links.get(timeout=PATIENCE_S)).state is not state:
            pass
        return link

    def wait_for_drop(self) -> Link:
        """Return the next link that tells of dropped bytes."""
        while not (link := self.links.get(timeout=PATIENCE_S)).dropped_bytes:
            pass
        return link


def surroundings() -> Surroundings:
    """Real ports, a fixed clock, ids in order, and retries so soon that no test waits."""
    ids = count(1)
    return Surroundings(
        find=find_if_there,
        open_port=open_serial,
        clock=FixedClock(),
        new_id=lambda: f"scan-{next(ids)}",
        first_retry_s=0.01,
        longest_retry_s=0.05,
        settle_s=0.005,
    )


def find_if_there(profile: DeviceProfile) -> str | None:
    """Find by path, as the real one does without USB numbers."""
    with suppress(OSError):
        return find_port(profile)
    return None
