"""Scanners for hours: what is lost, doubled or cut in half; the limit of each is 0.

Run from the project's root: ``python -m benchmarks.endurance`` (half an hour), or with ``--short``
what the tests run.  Lines are pseudo-terminals, keys are a real X server's, and codes go through
the services into a database on disk, each acknowledged after its own commit.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random
from re import split
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import perf_counter
from typing import TYPE_CHECKING

from app.domain.barcode import split_aim
from app.domain.device import DeviceProfile, LinkState
from app.domain.feedback import ACK, Feedback, Heard
from app.domain.understanding import understand
from app.services.jobs import take_scan
from app.services.opening import open_receiving
from app.services.receiving import ReceivingRoom
from hardware.discovery import find_port
from hardware.framing import LONGEST_FRAME, Framer
from hardware.serial_port import open_serial
from hardware.serial_source import SerialSource, Surroundings
from tests.domain.known_codes import KnownCodes
from tests.floor import NOW, FixedClock, inbound, make_floor
from tests.hardware.pty_scanner import Listener, PtyScanner
from tests.support import xvfb
from tests.support.x_child import x_child

if TYPE_CHECKING:
    from collections.abc import Iterable

BACK_WITHIN_S = 2.0
LONG = {"cycles": 1000, "codes": 10_000, "keys": 500, "strings": 1_000_000}
SHORT = {"cycles": 5, "codes": 100, "keys": 20, "strings": 2_000}
CODES = ("4006381333931", "4012345678901")  # in turn, so that none is read twice at once
BATCH = 20


@dataclass(frozen=True, slots=True)
class Figures:
    """How a run went: of ``sent`` codes, those lost, doubled, and those nobody sent (halves)."""

    name: str
    sent: int
    lost: int
    doubled: int
    halves: int
    seconds: float
    slowest_s: float = 0.0

    @property
    def is_clean(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.lost or self.doubled or self.halves)


def figures_of(
    name: str, sent: Iterable[str], heard: Iterable[str], seconds: float, slowest_s: float = 0.0
) -> Figures:
    """Compare what was sent with what was heard."""
    wanted, came = Counter(sent), Counter(heard)
    halves = sum(much for code, much in came.items() if code not in wanted)
    lost = (wanted - came).total()
    doubled = (came - wanted).total() - halves
    return Figures(name, wanted.total(), lost, doubled, halves, seconds, slowest_s)


def surroundings() -> Surroundings:
    """Real ports with the product's own retries."""
    ids = count()
    return Surroundings(find_port, open_serial, FixedClock(NOW), lambda: f"{next(ids)}")


def replug(cycles: int, folder: Path) -> Figures:
    """Send a code and half of another, pull the plug, put it back; so many times."""
    scanner, listener = PtyScanner(folder / "scanner"), Listener()
    source = SerialSource(DeviceProfile(path=str(scanner.path)), surroundings())
    source.start(listener.said, listener.linked)
    listener.wait_for(LinkState.CONNECTED)
    sent, heard, slowest_s, begun = [], [], 0.0, perf_counter()
    for cycle in range(cycles):
        sent.append(f"CODE-{cycle}")
        scanner.send(f"{sent[-1]}\r\nHALF-{cycle}".encode())
        heard.append(listener.next_scan().text)
        scanner.unplug()
        listener.wait_for(LinkState.DISCONNECTED)
        plugged = perf_counter()
        scanner.plug_in()
        listener.wait_for(LinkState.CONNECTED)
        slowest_s = max(slowest_s, perf_counter() - plugged)
    took = perf_counter() - begun
    source.stop()
    scanner.unplug()
    heard += [listener.next_scan().text for _ in range(listener.scans.qsize())]
    return figures_of("unplugged and back", sent, heard, took, slowest_s)


def store(codes: int, folder: Path) -> Figures:
    """Scan 1,000 codes a second into a receipt; each is acknowledged after its own commit."""
    floor = make_floor(folder / "floor.db")
    row = "ASN-1,{line},Acme,{sku},{units},2026-03-04T09:00,scheduled"
    lines = [
        row.format(line=line, sku=sku, units=codes) for line, sku in ((1, "LAMP"), (2, "VASE"))
    ]
    floor.give(inbound=inbound(*lines))
    open_receiving("ASN-1", floor.desk)
    scanner, listener = PtyScanner(folder / "gun"), Listener()
    profile = DeviceProfile(path=str(scanner.path), feedback=Feedback.ACK)
    source = SerialSource(profile, surroundings())
    source.start(listener.said, listener.linked)
    listener.wait_for(LinkState.CONNECTED)
    sent = [CODES[number % 2] for number in range(codes)]
    begun = perf_counter()
    sending = Thread(target=send_evenly, args=(scanner, sent))
    sending.start()
    heard, early = [], 0
    for _ in sent:
        scan = listener.next_scan()
        early += scanner.heard_so_far() != b""
        answer = take_scan(ReceivingRoom(), "ASN-1", scan, floor.desk)
        source.answer(scan, Heard.ACCEPTED)
        early += scanner.hear(1) != ACK
        heard += [scan.text] * answer["quantity"]
    took = perf_counter() - begun
    sending.join()
    source.stop()
    scanner.unplug()
    on_hand = sum(sum(floor.on_hand(sku).values()) for sku in ("LAMP", "VASE"))
    assert (on_hand, early) == (codes, 0), f"{on_hand} on hand, {early} answered too early"
    return figures_of("stored and acknowledged", sent, heard, took)


def send_evenly(scanner: PtyScanner, codes: list[str]) -> None:
    """Send a code a millisecond, in small batches."""
    pace, begun = Event(), perf_counter()
    for place in range(0, len(codes), BATCH):
        scanner.send("".join(f"{code}\r\n" for code in codes[place : place + BATCH]).encode())
        pace.wait(max(0.0, begun + (place + BATCH) / 1000 - perf_counter()))


def type_codes(keys: int, display: str) -> Figures:
    """Type so many codes at 1 and 2 ms a key into a window on a real X server."""
    sent = [f"CODE-{number:06}" for number in range(keys)]
    begun = perf_counter()
    with x_child(display, "tests.ui.wedge_window", "250") as desk:
        desk.order("focus field")
        for place in range(0, keys, BATCH):
            desk.scan(*sent[place : place + BATCH], delay_ms=1 + place // BATCH % 2)
            heard = desk.wait_for_scans(min(place + BATCH, keys))
        typed = [desk.report()["field"]]
    return figures_of(
        "typed", sent, heard + [text for text in typed if text], perf_counter() - begun
    )


def fuzz(strings: int, seed: int = 1) -> Figures:
    """Send random bytes in random pieces; each frame is what lies between two line ends."""
    random, framer, profile = Random(seed), Framer(DeviceProfile()), DeviceProfile()  # noqa: S311
    known, heard, sent, begun = KnownCodes(), 0, 0, perf_counter()
    wrong = 0
    for _ in range(strings):
        raw = random.randbytes(random.randrange(40)) + random.choice((b"\r", b"\n", b"\r\n"))
        cut = random.randrange(len(raw) + 1)
        frames = [*framer.feed(raw[:cut]), *framer.feed(raw[cut:])]
        wanted = [part for part in split(rb"[\r\n]", raw) if part and len(part) <= LONGEST_FRAME]
        wrong += frames != wanted
        sent, heard = sent + len(wanted), heard + len(frames)
        for frame in frames:
            aim, code = split_aim(profile.text_of(frame))
            understand(code, known, aim=aim)
    took = perf_counter() - begun
    return Figures("fuzzed", sent, max(0, sent - heard), max(0, heard - sent), wrong, took)


def main() -> int:
    """Print the figures beside their limits; 1 where one of them is broken."""
    size, runs = SHORT if "--short" in sys.argv else LONG, []
    for name in ("cycles", "codes"):
        with TemporaryDirectory() as folder:
            run = replug if name == "cycles" else store
            runs.append(tell(run(size[name], Path(folder))))
    if lacking := xvfb.lacking_programs():
        print(f"typed: not run, this machine lacks {', '.join(lacking)}")
    else:
        with xvfb.x_server() as display:
            runs.append(tell(type_codes(size["keys"], display)))
    runs.append(tell(fuzz(size["strings"])))
    return 0 if all(run.is_clean and run.slowest_s < BACK_WITHIN_S for run in runs) else 1


def tell(run: Figures) -> Figures:
    """Print one run."""
    back = (
        f", back within {run.slowest_s:.2f} s (limit {BACK_WITHIN_S:.0f})" if run.slowest_s else ""
    )
    print(
        f"{run.name}: {run.sent:,} codes in {run.seconds:.1f} s, {run.lost} lost, "
        f"{run.doubled} doubled, {run.halves} halves (limit 0){back}",
        flush=True,
    )
    return run


if __name__ == "__main__":
    sys.exit(main())
