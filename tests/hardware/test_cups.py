"""Papers on a real spooler whose printer fails: what it tells of each job is what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.domain.printing import Handing, Handover, Paper
from hardware.found_printers import spooler_queues
from hardware.lp_printer import LpPrinter
from tests.support.cups import QUEUE, Cups, lacking_programs, spooler

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def cups(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cups]:
    if lacking := lacking_programs():
        pytest.skip(f"CUPS: this machine lacks {', '.join(lacking)} (Debian: apt-get install cups)")
    with spooler() as running:
        for name, value in running.env.items():
            monkeypatch.setenv(name, value)
        yield running


@pytest.fixture
def slip(tmp_path: Path) -> Paper:
    file = tmp_path / "slip.pdf"
    file.write_bytes(b"%PDF-1.4 exact bytes \x00\xff")
    return Paper("SH-1-1", 0, file)


def settled(cups: Cups, job: str, until: Handing) -> Handover:
    """Ask until the spooler says so; it does not tell by itself."""
    for _ in range(200):
        told = LpPrinter(QUEUE).became(job)
        is_on_its_way = told.said == "job-printing"
        if told.answer is until and (until is Handing.DONE or (told.said and not is_on_its_way)):
            return told
        cups.call("lpstat", "-r")
    raise AssertionError(told)


def test_a_paper_that_came_out_is_known_to_be_printed(cups: Cups, slip: Paper) -> None:
    handed = LpPrinter(QUEUE).hand_over(slip)

    assert handed.answer is Handing.TAKEN
    settled(cups, handed.job, Handing.DONE)
    assert cups.papers() == [slip.file.read_bytes()]


def test_out_of_paper_is_told_and_the_paper_comes_out_once_when_there_is_some(
    cups: Cups, slip: Paper
) -> None:
    cups.goes("out of paper")
    handed = LpPrinter(QUEUE).hand_over(slip)

    waits = settled(cups, handed.job, Handing.TAKEN)
    assert "aper" in waits.said
    cups.goes("works")
    cups.call("cupsenable", QUEUE)

    settled(cups, handed.job, Handing.DONE)
    assert cups.papers() == [slip.file.read_bytes()]


def test_a_job_that_somebody_cancelled_is_for_a_person_to_decide(cups: Cups, slip: Paper) -> None:
    cups.goes("fails")
    handed = LpPrinter(QUEUE).hand_over(slip)
    cups.call("cancel", handed.job.partition(" ")[0])

    told = settled(cups, handed.job, Handing.NO_ANSWER)

    assert "not printed" in told.said
    assert cups.papers() == []


def test_a_job_that_the_spooler_lost_with_its_power_is_not_taken_for_another_of_its_number(
    cups: Cups, slip: Paper, tmp_path: Path
) -> None:
    cups.goes("out of paper")
    lost = LpPrinter(QUEUE).hand_over(slip)
    cups.kill()
    assert LpPrinter(QUEUE).became(lost.job).answer is Handing.TAKEN  # nobody can say yet
    cups.goes("works")
    cups.start()
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF other")

    later = LpPrinter(QUEUE).hand_over(Paper("SH-2-1", 0, other))

    settled(cups, later.job, Handing.DONE)
    assert LpPrinter(QUEUE).became(lost.job).answer is not Handing.DONE
    assert cups.papers() == [b"%PDF other"]


@pytest.mark.parametrize("job", ["", "Bay-1", "Bay-x slip.pdf", "Bay-99999 slip-SH-9.pdf"])
def test_a_job_that_the_spooler_does_not_know_is_in_doubt(cups: Cups, job: str) -> None:
    assert LpPrinter(QUEUE).became(job).answer is Handing.NO_ANSWER
    assert cups.papers() == []


def test_its_queues_are_found(cups: Cups) -> None:
    assert QUEUE in spooler_queues()


def test_a_queue_that_is_not_there_turns_the_paper_away(cups: Cups, slip: Paper) -> None:
    assert LpPrinter("Nowhere").hand_over(slip).answer is Handing.TURNED_AWAY
    assert cups.papers() == []


@pytest.mark.parametrize("command", ["false", "/no/such/lpstat"])
def test_without_a_spooler_no_queue_is_found(command: str) -> None:
    assert spooler_queues(command) == ()
