"""Paper: what is known of each print is a fact, whatever the printer does."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import pytest
from sqlalchemy import select

from app.domain.errors import NotFoundError
from app.domain.printing import Handing, PrintState
from app.services.print_queue import print_waiting
from app.services.printing import Paperwork, ask_copy, print_first, write_copy
from db.tables import prints
from tests.fakes.printing import FakePrinter
from tests.floor import Floor, orders, stock

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.documents import PackingSlip
    from app.domain.printing import Handover, Paper


class PlainWriter:
    """Writes what a slip says as text."""

    def write(self, slip: PackingSlip, target: Path) -> tuple[str, ...]:
        target.write_text(f"{slip.shipment} copy {slip.copy}")
        return ()


class BrokenPrinter(FakePrinter):
    """Pulls the plug in the middle of a paper."""

    def hand_over(self, paper: Paper) -> Handover:
        raise SystemExit(paper.number)


@pytest.fixture
def shipped(floor: Floor) -> Floor:
    """A floor on which one shipment was closed; its slip is still to print."""
    floor.give(
        stock=stock("A-1,LAMP,3,,"), orders=orders("SO-1,1,Ada,LAMP,3,2026-03-01T09:00:00Z,,3,,")
    )
    floor.pick("SO-1", "CMD-QTY-3", "LAMP")
    floor.pack("SO-1", "CMD-QTY-3", "LAMP", "CMD-CLOSE")
    return floor


def no_sheet(_page: str) -> NoReturn:
    raise AssertionError("a slip needs no sheet")


def paperwork(printer: FakePrinter) -> Paperwork:
    return Paperwork(
        lambda _page: PlainWriter(), lambda _name: printer, no_sheet, no_sheet, no_sheet
    )


def states(floor: Floor) -> list[tuple[int, str]]:
    """Return copy and state of every step, in order."""
    with floor.desk.store.read(floor.desk.stamp()) as work:
        rows = work.connection.execute(  # type: ignore[attr-defined]
            select(prints.c.copy, prints.c.state).order_by(prints.c.id)
        )
        return [(row.copy, row.state) for row in rows]


@pytest.mark.parametrize(
    ("answer", "steps"),
    [
        (Handing.DONE, ["to_print", "handed_over", "confirmed"]),
        (Handing.TAKEN, ["to_print", "handed_over", "handed_over"]),
        (Handing.TURNED_AWAY, ["to_print", "handed_over", "to_print"]),
        (Handing.NO_ANSWER, ["to_print", "handed_over", "doubtful"]),
    ],
)
def test_what_the_printer_answers_is_kept(
    shipped: Floor, answer: Handing, steps: list[str]
) -> None:
    printed = print_first("SH-SO-1-1", shipped.desk, paperwork(FakePrinter(answer)))

    assert printed.job.state == steps[-1]
    assert states(shipped) == [(0, step) for step in steps]


def test_a_program_that_dies_at_the_printer_has_said_so_before(shipped: Floor) -> None:
    with pytest.raises(SystemExit):
        print_first("SH-SO-1-1", shipped.desk, paperwork(BrokenPrinter()))

    assert states(shipped)[-1] == (0, PrintState.HANDED_OVER)


def test_a_slip_again_is_a_copy(shipped: Floor, tmp_path: Path) -> None:
    print_first("SH-SO-1-1", shipped.desk, paperwork(FakePrinter(Handing.DONE)))

    copies = []
    for number in (1, 2):
        target = tmp_path / f"again-{number}.pdf"
        write_copy("SH-SO-1-1", target, shipped.desk, paperwork(FakePrinter()))
        copies.append(target.read_text())

    assert copies == ["SH-SO-1-1 copy 2", "SH-SO-1-1 copy 3"]


def test_a_copy_that_cannot_be_written_is_nobody_s_paper_any_more(
    shipped: Floor, tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError):
        write_copy("SH-SO-1-1", tmp_path / "no" / "x.pdf", shipped.desk, paperwork(FakePrinter()))

    assert states(shipped)[-1] == (2, PrintState.CANCELLED)


@pytest.mark.parametrize("number", ["SH-SO-1-2", "SO-1", ""])
def test_a_shipment_that_was_not_closed_has_no_slip(
    shipped: Floor, tmp_path: Path, number: str
) -> None:
    with pytest.raises(NotFoundError):
        print_first(number, shipped.desk, paperwork(FakePrinter()))
    with pytest.raises(NotFoundError):
        write_copy(number, tmp_path / "x.pdf", shipped.desk, paperwork(FakePrinter()))


class NoRoom:
    """Finds the disk full."""

    def write(self, _slip: PackingSlip, _target: Path) -> tuple[str, ...]:
        raise OSError(28, "No space left on device")


def test_a_slip_that_cannot_be_drawn_stays_to_print_and_says_why_once(shipped: Floor) -> None:
    printer = FakePrinter()
    full = Paperwork(lambda _page: NoRoom(), lambda _name: printer, no_sheet, no_sheet, no_sheet)

    for _ in range(3):
        tried = print_waiting(shipped.desk, full)

    assert "No space" in tried[0].said
    assert printer.papers == []
    assert states(shipped) == [(0, "to_print"), (0, "to_print")]


def test_printing_a_first_slip_again_prints_nothing(shipped: Floor) -> None:
    printer = FakePrinter(Handing.DONE)

    for _ in range(2):
        print_first("SH-SO-1-1", shipped.desk, paperwork(printer))

    assert printer.papers == [b"SH-SO-1-1 copy 0"]


def test_a_copy_that_was_asked_for_says_so(shipped: Floor) -> None:
    printer = FakePrinter(Handing.DONE)
    print_waiting(shipped.desk, paperwork(printer))

    assert ask_copy("SH-SO-1-1", shipped.desk) == 2
    print_waiting(shipped.desk, paperwork(printer))

    assert printer.papers == [b"SH-SO-1-1 copy 0", b"SH-SO-1-1 copy 2"]
