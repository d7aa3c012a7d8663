"""The line tells which scans come from a person who can have seen the last answer."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.scan import Scan
from ui.floor_thread import FloorThread
from ui.scan_line import REACTION_S, ScanLine


@dataclass
class Line:
    """A line on a floor thread, its clock, and what came out of it in order."""

    floor: FloorThread
    qtbot: QtBot
    at_s: float = 100.0
    out: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.line = ScanLine(self.floor, self.deal, lambda: self.at_s)
        self.line.seen.connect(lambda: self.out.append("seen"))

    def deal(self, scan: Scan) -> None:
        self.out.append(scan.text)
        self.floor.submit(lambda: None, lambda _: None)

    def scan(self, *codes: str) -> None:
        for code in codes:
            self.line.take(Scan(code, code))

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.floor.is_idle)


@pytest.fixture
def line(qapp: QApplication, qtbot: QtBot) -> Line:
    return Line(FloorThread(qapp), qtbot)


@pytest.fixture(autouse=True)
def _end(line: Line) -> object:
    yield
    line.floor.stop()


@pytest.mark.right_input
def test_who_scans_on_after_a_look_has_seen_the_answer(line: Line) -> None:
    line.scan("A")
    line.settle()
    line.at_s += 2 * REACTION_S
    line.scan("B")
    line.settle()

    assert line.out == ["seen", "A", "seen", "B"]


@pytest.mark.wrong_input
def test_codes_in_a_burst_have_seen_nothing(line: Line) -> None:
    line.scan("A", "B", "C")
    line.settle()

    assert line.out == ["seen", "A", "B", "C"]


@pytest.mark.wrong_input
def test_a_code_sooner_than_a_person_can_react_has_seen_nothing(line: Line) -> None:
    line.scan("A")
    line.settle()
    line.at_s += REACTION_S / 2
    line.scan("B")
    line.settle()

    assert line.out == ["seen", "A", "B"]


@pytest.mark.right_input
def test_a_code_that_waits_for_other_work_has_seen_the_answer(line: Line) -> None:
    line.floor.submit(lambda: None, lambda _: None)
    line.scan("A")
    line.settle()

    assert line.out == ["seen", "A"]
