"""A station that prints, and what goes wrong with it; papers are counted where they come out.

A child process hands papers over to real printers (a label printer on a socket, a folder, ``lp``'s
stand-in) and is killed at the point that the fault names.  Then the station starts again, and a
person goes and looks for each paper in doubt.
"""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.domain.printing import Handing, Handover, Paper, PrintState
from app.services.desk import Desk
from app.services.planning import Planner
from app.services.print_deciding import Decision, decide
from app.services.print_queue import after_restart, ask_paper, look_after, print_waiting, queue_of
from app.services.printing import Paperwork
from db.engine import open_engine
from db.store import SqlStore
from hardware.clock import SystemClock
from hardware.folder_printer import FolderPrinter
from hardware.lp_printer import LpPrinter
from hardware.tcp_printer import TcpPrinter
from tests.fakes.label_printer import LabelPrinter

if TYPE_CHECKING:
    from random import Random

    from app.ports import SlipPrinter

FAULTS: Final = (
    "killed before the hand-over",
    "killed after the hand-over",
    "killed at any moment",
    "printer resets in the middle",
    "printer resets at the end",
    "printer out of paper",
    "printer off",
    "printer falls silent",
    "folder in the way",
    "lp turns away",
    "lp is killed",
    "restart",
)
KILLS: Final = FAULTS[:3]
_LP: Final = """#!/bin/sh
case "$(cat "HOME/lp-way")" in
  "lp turns away") echo "lp: no such queue" >&2; exit 1 ;;
  "lp is killed") cp "$5" "HOME/lp-tray/$4-$$"; kill -9 $$ ;;
esac
cp "$5" "HOME/lp-tray/$4-$$"; echo "request id is Bay-$$ (1 file(s))"
"""
_WAY_OF: Final = {
    "printer resets in the middle": "resets in the middle",
    "printer resets at the end": "resets at the end",
    "printer out of paper": "out of paper",
    "printer falls silent": "falls silent after",
}
_LONGEST_LIFE_S: Final = 0.1  # a child has printed by then
_STATIONS: Any = multiprocessing.get_context("forkserver" if os.name == "posix" else "spawn")


@dataclass
class Watched:
    """A real printer that lets the station die at a point of a hand-over."""

    printer: SlipPrinter
    fault: str = ""

    @property
    def name(self) -> str:
        """The printer's name."""
        return self.printer.name

    def hand_over(self, paper: Paper) -> Handover:
        """Hand over; die before or after it where the fault says so."""
        if self.fault == "killed before the hand-over":
            os.kill(os.getpid(), signal.SIGKILL)
        handover = self.printer.hand_over(paper)
        if self.fault == "killed after the hand-over":
            os.kill(os.getpid(), signal.SIGKILL)
        return handover

    def became(self, job: str) -> Handover:
        """Say what became of a job."""
        return self.printer.became(job)


@dataclass
class Count:
    """``lost``: papers that nobody holds and nobody is told of; ``unasked``: second papers.

    ``doubtful`` is how many times a person had to go and look.
    """

    faults: int = 0
    papers: int = 0
    lost: list[str] = field(default_factory=list)
    unasked: list[str] = field(default_factory=list)
    doubtful: int = 0
    by_fault: Counter[str] = field(default_factory=Counter)


def desk_on(database: str) -> Desk:
    """Open the station's desk."""
    return Desk(SqlStore(open_engine(database)), SystemClock(), Planner())


def paperwork_on(home: Path, address: str, fault: str = "") -> Paperwork:
    """Return the real printers, by the names ``label``, ``folder`` and ``lp``."""
    printers: dict[str, SlipPrinter] = {
        "label": TcpPrinter(address, patience_s=2.0, answer_s=0.2),
        "folder": FolderPrinter(home / "folder"),
        "lp": _Sure(LpPrinter("Bay", command=str(home / "lp"))),
    }

    printers |= {printer.name: printer for printer in printers.values()}

    def no_writer(_page: str) -> Any:
        raise LookupError("nothing is drawn here")

    def printer(name: str) -> SlipPrinter:
        return Watched(printers[name or "folder"], fault)

    return Paperwork(no_writer, printer, no_writer, no_writer, no_writer)


@dataclass
class _Sure:
    """``lp``'s stand-in prints at once what it takes: its spooler says so."""

    printer: LpPrinter

    @property
    def name(self) -> str:
        return self.printer.name

    def hand_over(self, paper: Paper) -> Handover:
        return self.printer.hand_over(paper)

    def became(self, job: str) -> Handover:
        return Handover(Handing.DONE, job)


def print_in_child(database: str, home: str, address: str, fault: str) -> None:
    """Work off the queue in a process of its own."""
    desk = desk_on(database)
    print_waiting(desk, paperwork_on(Path(home), address, fault))


class Rig:
    """One station with its three printers and their trays, in a folder."""

    def __init__(self, database: str, home: Path, dice: Random) -> None:
        """Furnish the folder; the database is there and has choices for no kind of paper yet."""
        _STATIONS.set_forkserver_preload(["benchmarks.print_rig"])
        self.database, self.home, self.dice = database, home, dice
        self.desk = desk_on(database)
        self.count = Count()
        self.allowed: Counter[str] = Counter()
        self.device = LabelPrinter()
        (home / "lp-tray").mkdir()
        (home / "lp").write_text(_LP.replace("HOME", str(home)))
        (home / "lp").chmod(0o755)
        (home / "lp-way").write_text("")

    def fault(self, number: int) -> None:
        """Ask for a paper while a fault is on, start again, and let a person decide."""
        fault = self.dice.choice(FAULTS)
        kind = self._kind(fault)
        code = f"P-{number}"
        self.count.faults += 1
        self.count.papers += 1
        self.count.by_fault[fault] += 1
        self.allowed[code] = 1
        self._break(fault)
        content = f"^XA^FD{code}^FS^XZ" if kind == "label" else f"%PDF {code};"
        ask_paper(kind, code, content.encode(), self.desk)
        if fault in KILLS:
            self._print_and_die(fault)
        else:
            print_waiting(self.desk, self._paperwork())
        if self.dice.random() < 0.5:
            self._mend(fault)
        self._start_again()
        self._mend(fault)
        self._decide()

    def finish(self) -> Count:
        """Print all that waits, look for all papers, and count."""
        for _ in range(5):
            self._start_again()
            self._decide()
        self.device.switch_off()
        found = self._found()
        for code, most in self.allowed.items():
            if found[code] == 0:
                self.count.lost.append(code)
            if found[code] > most:
                self.count.unasked.append(code)
        left = [paper.job.number for paper in queue_of(self.desk)]
        self.count.lost += [code for code in left if not found[code]]
        return self.count

    def _kind(self, fault: str) -> str:
        if fault.startswith("printer"):
            return "label"
        if fault.startswith("lp"):
            return "slip_test"
        return (
            "dock"
            if fault.startswith("folder")
            else self.dice.choice(("label", "slip_test", "dock"))
        )

    def _break(self, fault: str) -> None:
        self.device.way = _WAY_OF.get(fault, "works")
        if fault == "printer off":
            self.device.switch_off()
        if fault == "folder in the way":
            if (self.home / "folder").exists():
                (self.home / "folder").rename(self.home / "aside")
            (self.home / "folder").write_text("in the way")
        (self.home / "lp-way").write_text(fault if fault.startswith("lp") else "")

    def _mend(self, fault: str) -> None:
        self.device.way = "works"
        self.device.switch_on()
        if fault == "folder in the way" and (self.home / "folder").is_file():
            (self.home / "folder").unlink()
            if (self.home / "aside").exists():
                (self.home / "aside").rename(self.home / "folder")
        (self.home / "lp-way").write_text("")

    def _paperwork(self) -> Paperwork:
        return paperwork_on(self.home, self.device.address)

    def _print_and_die(self, fault: str) -> None:
        where = (self.database, str(self.home), self.device.address, fault)
        station = _STATIONS.Process(target=print_in_child, args=where)
        station.start()
        if fault == "killed at any moment":
            station.join(self.dice.random() * _LONGEST_LIFE_S)
            station.kill()
        station.join()
        if station.exitcode not in (0, -signal.SIGKILL):
            raise RuntimeError(f"the station ended with {station.exitcode}")

    def _start_again(self) -> None:
        after_restart(self.desk)
        look_after(self.desk, self._paperwork())
        print_waiting(self.desk, self._paperwork())
        look_after(self.desk, self._paperwork())

    def _decide(self) -> None:
        """Go and look for each paper in doubt, and say the truth."""
        found = self._found()
        for paper in queue_of(self.desk):
            if paper.job.state is not PrintState.DOUBTFUL:
                continue
            self.count.doubtful += 1
            code = paper.job.number
            if found[code] >= self.allowed[code]:
                decide(paper.document, paper.job.copy, Decision.SEEN, self.desk)
            else:
                decide(paper.document, paper.job.copy, Decision.NOT_SEEN, self.desk)

    def _found(self) -> Counter[str]:
        """Return how many papers of each number lie in the trays."""
        papers = [label.decode() for label in self.device.tray]
        for folder in ("lp-tray", "folder", "aside"):
            place = self.home / folder
            files = sorted(place.iterdir()) if place.is_dir() else []
            papers += [file.read_text() for file in files]
        return Counter(code for paper in papers for code in re.findall(r"P-\d+", paper))


def choose_printers(desk: Desk) -> None:
    """Let each kind of paper go to a printer of its own."""
    from app.services.print_deciding import choose_printer

    for kind, name in (("label", "label"), ("slip", "lp"), ("sheet", "folder")):
        choose_printer(kind, name, desk, lambda _name: None)
