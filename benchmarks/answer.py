"""How long a person waits for a scan's answer: from its last byte on the line to picture and sound.

Run from the project's root: ``python -m benchmarks.answer`` (on a real X server, then offscreen;
with ``QT_QPA_PLATFORM`` set on that platform alone), ``--scans N`` for N right and N wrong scans a
room.  The program's own window with a scanner on a pseudo-terminal; the sample warehouse, then
100,000 open lines.  Prints ms at the 50th, 95th and 99th percentile and at worst (limit: 100 at
the 99th for a single scan), beside what the machine needs alone in the same run: a durable commit
of one row, and a repaint of band and screen, read back.  Codes in a burst are sent in one piece,
so the last waits for all before it: its time is given by code.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import date
from itertools import count, islice
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from app.domain.scan import Outcome
from app.sample import sample_moment
from app.services.job_views import receipt_queue, receipt_view
from app.services.sampling import fill_sample
from benchmarks.answer_window import AnswerWindow, open_outfit
from benchmarks.scan import bare_commit, make_desk, pick_codes
from hardware.clock import FixedClock
from tests.support import xvfb

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from app.commands.session import Outfit
    from app.services.desk import Desk
    from benchmarks.answer_window import Seen

LINES, SCANS, LIMIT_MS = 100_000, 100, 100
PAUSE_MS = 400  # slower than ui.scan_line.REACTION_S: a person has seen each answer
BURST = 10
DAY = date(2026, 3, 4)
AS_OF = "2026-03-04T08:00Z"
WRONG = count()


@dataclass(frozen=True, slots=True)
class Right:
    """A code that counts in a job in hand."""

    room: str
    number: str
    code: str


@dataclass(frozen=True, slots=True)
class Run:
    """What the codes of one kind came to."""

    kind: str
    seen: Sequence[Seen]

    @property
    def unpainted(self) -> list[str]:
        """Codes whose answer no frame has shown."""
        return [seen.code for seen in self.seen if seen.painted is None]

    def painted_ms(self) -> list[float]:
        """Return from last byte to picture, sorted."""
        return sorted((s.painted - s.sent) * 1_000 for s in self.seen if s.painted is not None)

    def sounded_ms(self) -> list[float]:
        """Return from last byte to the sound's start, sorted."""
        return sorted((s.sounded - s.sent) * 1_000 for s in self.seen if s.sounded is not None)


def job_of(code: Right) -> tuple[str, str]:
    """Return room and number of the job in which a code counts."""
    return (code.room, code.number)


def rights(desk: Desk, scans: int) -> list[list[Right]]:
    """Return so many codes that count, to receive, then to pick, then to pack what was picked."""
    receive = list(islice(_receive_codes(desk), scans))
    picks = list(islice(pick_codes(desk), scans))
    picks.sort(key=lambda pick: pick[0])  # an order's codes together, as a person picks
    return [
        [Right("receive", *code) for code in receive],
        [Right("pick", *code) for code in picks],
        [Right("pack", *code) for code in picks],
    ]


def _receive_codes(desk: Desk) -> Iterator[tuple[str, str]]:
    """Yield (ASN, SKU) of single units that are announced, a product after the other."""
    for slot in receipt_queue(desk):
        lines = receipt_view(slot.truck.asn, desk).lines
        for turn in range(min(50, max((line.wanted for line in lines), default=0))):
            yield from ((slot.truck.asn, line.sku) for line in lines if turn < line.wanted)


def one_by_one(window: AnswerWindow, codes: Sequence[Right], pause_ms: int) -> Iterator[Run]:
    """Scan at a person's pace: each right code, and a wrong one after it."""
    right, wrong, job = [], [], ("", "")
    for code in codes:
        if job_of(code) != job:
            job = job_of(code)
            window.open(*job)
        right += window.scan([code.code])
        window.pause(pause_ms)
        wrong += window.scan([f"NOBODY-{next(WRONG)}"])
        window.pause(pause_ms)
    room = codes[0].room
    check(right, Outcome.ACCEPTED)
    check(wrong, Outcome.UNKNOWN_BARCODE)
    yield Run(f"{room}, right", right)
    yield Run(f"{room}, refused", wrong)


def check(seen: Sequence[Seen], wanted: Outcome) -> None:
    """End the run where codes did not come to what they were to."""
    for one in seen:
        if one.answer is None or one.answer["outcome"] != wanted:
            raise SystemExit(f"{one.code} came to {one.answer}")


def burst(window: AnswerWindow, codes: Sequence[Right], size: int = BURST) -> Run:
    """Send codes of the job in hand in one piece, every other one a wrong one."""
    job = job_of(codes[0])
    window.open(*job)
    mine = [code.code for code in codes if job_of(code) == job][: size // 2]
    mixed = [part for code in mine for part in (code, f"NOBODY-{next(WRONG)}")]
    return Run(f"{job[0]}, {len(mixed)} in a burst", window.scan(mixed))


def percentile(sorted_ms: Sequence[float], share: float) -> float:
    """Return the least value that at least so large a share (0 to 1) does not exceed.

    That is the nearest rank: of 100 values the 99th, of 20 the worst.
    """
    return sorted_ms[ceil(len(sorted_ms) * share) - 1]


def figures(sorted_ms: Sequence[float]) -> str:
    """Name the percentiles of times in ms."""
    shares = {"p50": 0.5, "p95": 0.95, "p99": 0.99}
    told = [f"{name} {percentile(sorted_ms, share):.1f}" for name, share in shares.items()]
    return f"{', '.join(told)}, worst {sorted_ms[-1]:.1f} ms"


def tell(run: Run, floor_ms: float) -> None:
    """Print one run beside the limit and what the machine needs alone."""
    painted = run.painted_ms()
    last = percentile(painted, 0.99)
    print(
        f"  {run.kind}: painted {figures(painted)} = {last / LIMIT_MS:.2f} x the limit,"
        f" {last / floor_ms:.2f} x this machine alone; sound {figures(run.sounded_ms())};"
        f" {len(run.seen)} codes, {len(run.unpainted)} never painted",
        flush=True,
    )


def tell_burst(run: Run) -> None:
    """Print a burst: how fast its codes were answered, and whether each was shown."""
    last = max(seen.painted or 0.0 for seen in run.seen)
    took = last - run.seen[0].sent
    each = took / len(run.seen) * 1_000
    print(
        f"  {run.kind}: {len(run.seen) / took:.0f} codes/s, {each:.1f} ms a code,"
        f" {len(run.unpainted)} never painted",
        flush=True,
    )


def tell_floor(window: AnswerWindow, commit: Callable[[], object], times: int = 200) -> float:
    """Print what the machine needs alone; return a commit and a repaint at the 99th percentile."""
    commits, repaints = [], []
    for _ in range(times):
        begun = perf_counter()
        commit()
        commits.append((perf_counter() - begun) * 1_000)
        repaints.append(window.repaint_s() * 1_000)
    print(f"  this machine alone: a durable commit {figures(sorted(commits))}")
    print(f"  a repaint, read back {figures(sorted(repaints))}", flush=True)
    return sum(percentile(sorted(each), 0.99) for each in (commits, repaints))


def sample(folder: Path) -> Outfit:
    """Open the sample warehouse at its moment."""
    outfit = open_outfit(folder / "sample.db", "")
    outfit = replace(outfit, desk=replace(outfit.desk, clock=FixedClock(sample_moment(DAY))))
    fill_sample(outfit.desk, DAY)
    return outfit


def large(folder: Path) -> Outfit:
    """Open a warehouse of 100,000 open lines."""
    make_desk(folder, LINES)
    return open_outfit(folder / f"{LINES}.db", AS_OF)


def measure(window: AnswerWindow, scans: int, pause_ms: int = PAUSE_MS) -> Iterator[Run]:
    """Yield what single codes in every room came to, then what bursts did."""
    rooms = rights(window.desk, scans + BURST)
    for codes in rooms:
        yield from one_by_one(window, codes[:scans], pause_ms)
    for codes in rooms:
        yield burst(window, codes[scans:])


def here(scans: int) -> None:
    """Measure on the platform that Qt is told to use."""
    for name, make in (("sample warehouse", sample), (f"{LINES:,} open lines", large)):
        with TemporaryDirectory(dir=Path.cwd()) as where:
            print(f"{name}, {os.environ['QT_QPA_PLATFORM']}, {os.cpu_count()} processors")
            window = AnswerWindow(make(Path(where)), Path(where))
            floor_ms = tell_floor(window, bare_commit(Path(where)))
            for run in measure(window, scans):
                if "burst" in run.kind:
                    tell_burst(run)
                else:
                    tell(run, floor_ms)
            window.close()
    print(f"limit: {LIMIT_MS} ms at the 99th percentile", flush=True)


def main() -> None:
    """Measure on every platform there is."""
    scans = int(sys.argv[sys.argv.index("--scans") + 1]) if "--scans" in sys.argv else SCANS
    if "QT_QPA_PLATFORM" in os.environ:
        here(scans)
        return
    again = [sys.executable, "-m", "benchmarks.answer", "--scans", str(scans)]
    if lacking := xvfb.lacking_programs():
        print(f"no X server: this machine lacks {', '.join(lacking)}")
    else:
        with xvfb.x_server() as display:
            on_x = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
            subprocess.run(again, env={**os.environ, **on_x}, check=True)
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(again, env=offscreen, check=True)


if __name__ == "__main__":
    main()
