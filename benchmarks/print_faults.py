"""A thousand things that go wrong while paper is printed: papers lost, and second ones unasked.

Run from the project's root: ``python -m benchmarks.print_faults [FAULTS]``.  Each fault is drawn by
chance (seed 16) and hits one paper on its way to a real printer: a label printer on a socket, a
folder, a stand-in for ``lp``; a third kill the station.  Both counts have the limit 0.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from random import Random
from time import perf_counter

from benchmarks.print_rig import Count, Rig, choose_printers, desk_on
from tests.floor import make_floor

FAULTS = 1_000
SEED = 16


def print_through(faults: int, home: Path) -> Count:
    """Let so many faults happen in a folder; return what was counted."""
    database = str(home / "floor.db")
    make_floor(database).desk.store.engine.dispose()  # type: ignore[attr-defined]
    choose_printers(desk_on(database))
    rig = Rig(database, home, Random(SEED))  # noqa: S311
    for number in range(faults):
        rig.fault(number)
    return rig.finish()


def main() -> int:
    """Print the counts; 1 where a paper was lost or came out unasked."""
    faults = int(sys.argv[1]) if len(sys.argv) > 1 else FAULTS
    begun = perf_counter()
    with tempfile.TemporaryDirectory(prefix="print-faults-") as name:
        count = print_through(faults, Path(name))
    for fault, times in sorted(count.by_fault.items()):
        print(f"  {times:5} {fault}")
    print(
        f"{count.faults} faults on {count.papers} papers in {perf_counter() - begun:.0f} s: "
        f"{len(count.lost)} lost (limit 0), {len(count.unasked)} unasked copies (limit 0); "
        f"a person had to look {count.doubtful} times"
    )
    return 1 if count.lost or count.unasked else 0


if __name__ == "__main__":
    sys.exit(main())
