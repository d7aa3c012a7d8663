"""The station's worker: prints by itself, rests a printer that turns away, ends when it is told."""

from __future__ import annotations

from dataclasses import replace
from queue import SimpleQueue
from threading import Event
from typing import TYPE_CHECKING, NoReturn

import pytest

from app.domain.printing import Handing, Handover, Paper
from app.services.planning import Planner
from app.services.print_queue import ask_paper, queue_of
from app.services.printing import Paperwork
from db.store import SqlStore
from hardware.print_worker import PrintWorker
from tests.fakes.printing import FakePrinter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.printing import Queued
    from tests.floor import Floor

PATIENCE_S = 30


class Watching:
    """A worker, its printer, and what it tells of the queue."""

    def __init__(self, floor: Floor) -> None:
        self.floor = floor
        self.printer = FakePrinter(Handing.DONE)
        self.told: SimpleQueue[tuple[Queued, ...]] = SimpleQueue()
        made = Paperwork(no_writer, lambda _name: self.printer, no_writer, no_writer, no_writer)
        store = SqlStore(floor.desk.store.engine)  # type: ignore[attr-defined]
        aside = replace(floor.desk, store=store, planner=Planner())
        self.worker = PrintWorker(aside, made)

    def start(self) -> None:
        self.worker.start(self.told.put)

    def ask(self, number: str) -> None:
        ask_paper("osd", number, number.encode(), self.floor.desk)
        self.worker.ring()

    def until(self, *states: str) -> None:
        """Wait until the queue is told to look like this."""
        while [p.job.state.value for p in self.told.get(timeout=PATIENCE_S)] != list(states):
            pass


class Telling(FakePrinter):
    """Tells each number that it is handed, as soon as it is."""

    def __init__(self, answer: Handing) -> None:
        super().__init__(answer)
        self.handed: SimpleQueue[str] = SimpleQueue()

    def hand_over(self, paper: Paper) -> Handover:
        self.handed.put(paper.number)
        return super().hand_over(paper)


def no_writer(_page: str) -> NoReturn:
    raise LookupError("no font")


@pytest.fixture
def watching(floor: Floor) -> Iterator[Watching]:
    one = Watching(floor)
    yield one
    one.worker.stop()


def test_what_waited_is_printed_at_the_start_and_what_comes_then(watching: Watching) -> None:
    watching.printer = printer = Telling(Handing.DONE)
    watching.ask("T-1")
    watching.start()
    watching.until()
    watching.ask("T-2")

    assert [printer.handed.get(timeout=PATIENCE_S) for _paper in range(2)] == ["T-1", "T-2"]
    watching.worker.stop()
    assert printer.papers == [b"T-1", b"T-2"]
    assert queue_of(watching.floor.desk) == ()


def test_a_printer_that_turned_away_is_asked_again_by_itself(watching: Watching) -> None:
    watching.printer.answer = Handing.TURNED_AWAY
    watching.ask("T-1")
    watching.start()
    watching.until("to_print")
    watching.printer.answer = Handing.DONE

    watching.until()

    assert watching.printer.papers == [b"T-1"]


def test_a_person_s_try_again_does_not_wait(watching: Watching) -> None:
    watching.printer.answer = Handing.TURNED_AWAY
    watching.ask("T-1")
    watching.start()
    watching.until("to_print")
    watching.printer.answer = Handing.DONE
    watching.worker.try_again()

    watching.until()

    assert watching.printer.papers == [b"T-1"]


def test_a_doubtful_paper_is_told_and_left_alone(watching: Watching) -> None:
    watching.printer = printer = Telling(Handing.NO_ANSWER)
    watching.ask("T-1")
    watching.start()
    watching.until("doubtful")
    watching.printer.answer = Handing.DONE
    watching.worker.try_again()
    watching.ask("T-2")

    assert [printer.handed.get(timeout=PATIENCE_S) for _paper in range(2)] == ["T-1", "T-2"]
    watching.worker.stop()
    assert printer.papers == [b"T-2"]
    assert [paper.job.state.value for paper in queue_of(watching.floor.desk)] == ["doubtful"]


class Stumbles(FakePrinter):
    """Breaks off at the paper with that number, in a way that nobody foresaw."""

    def __init__(self, at: str) -> None:
        super().__init__(Handing.DONE)
        self.at = at

    def hand_over(self, paper: Paper) -> Handover:
        if paper.number == self.at:
            raise ZeroDivisionError(paper.number)
        return super().hand_over(paper)


def test_a_paper_at_which_the_program_stumbles_is_in_doubt_and_ends_no_other(
    watching: Watching,
) -> None:
    watching.printer = Stumbles("T-1")
    watching.ask("T-1")
    watching.ask("T-2")
    watching.start()

    watching.until("doubtful")

    assert watching.printer.papers == [b"T-2"]
    [paper] = queue_of(watching.floor.desk)
    assert paper.said == "ZeroDivisionError: T-1"


def test_a_paper_that_cannot_be_drawn_keeps_no_other_waiting(watching: Watching) -> None:
    ask_paper("osd", "T-1", b"", watching.floor.desk)
    with watching.floor.desk.store.work(watching.floor.desk.stamp()) as work:
        fact = work.fact("print", "SH-1", {})
        key = work.documents.add(fact, "packing_slip", "SH-1", None, "{ not a slip")
        work.documents.print_state(fact, key, 0, "to_print", "")
        work.commit()
    watching.ask("T-2")
    watching.start()

    watching.until("to_print")

    assert watching.printer.papers == [b"", b"T-2"]
    [paper] = queue_of(watching.floor.desk)
    assert paper.said.startswith("JSONDecodeError")


def test_a_printer_that_hangs_keeps_nobody_from_asking(floor: Floor) -> None:
    held, goes_on = Event(), Event()

    class Hangs(FakePrinter):
        def hand_over(self, paper: Paper) -> Handover:
            held.set()
            goes_on.wait(PATIENCE_S)
            return super().hand_over(paper)

    watching = Watching(floor)
    watching.printer = Hangs(Handing.DONE)
    watching.ask("T-1")
    watching.start()
    assert held.wait(PATIENCE_S)

    watching.ask("T-2")
    goes_on.set()
    watching.until()
    watching.worker.stop()

    assert watching.printer.papers == [b"T-1", b"T-2"]
