"""Paper: what is known of each print is a fact, whatever the printer does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

import pytest
from sqlalchemy import delete, select

from app.domain.errors import NotFoundError
from app.domain.printing import Handing, PrintState
from app.services.print_queue import ask_paper, print_waiting
from app.services.printing import Paperwork, ask_copy, print_first, write_copy
from app.services.setting import change_setting
from db.tables import documents, prints
from tests.fakes.printing import FakePrinter
from tests.floor import Floor, orders, stock, wants

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


class FullDisk:
    """Has no room for a slip, and names another temporary file each time."""

    def write(self, _slip: object, target: Path) -> NoReturn:
        raise OSError(28, "No space left on device", str(target))


def test_a_disk_that_stays_full_is_told_once_and_the_paper_rests_alone(shipped: Floor) -> None:
    ask_paper("osd", "T-1", b"%PDF", shipped.desk)
    printer = FakePrinter(Handing.DONE)
    full = replace(paperwork(printer), writer=lambda _page: FullDisk())
    before = len(states(shipped))

    rests = [[one.rests for one in print_waiting(shipped.desk, full)] for _again in range(3)]

    assert printer.papers == [b"%PDF"]
    assert rests[1] == rests[2] == rests[0][:1] != [""]
    assert len(states(shipped)) == before + 3  # the words, and the other paper's two steps
    assert print_waiting(shipped.desk, full, rests[2]) == ()


class Choosy(FakePrinter):
    """Turns away the papers with these numbers."""

    def __init__(self, *refused: str) -> None:
        super().__init__()
        self.refused = refused
        self.seen: list[str] = []

    def hand_over(self, paper: Paper) -> Handover:
        self.seen.append(paper.number.removeprefix("SH-SO-1-1"))
        self.answer = Handing.TURNED_AWAY if paper.number in self.refused else Handing.DONE
        return super().hand_over(paper)


@pytest.mark.parametrize(
    ("refused", "seen", "told"),
    [
        ((), ["", "-carton-1", "-carton-2"], ""),
        (("SH-SO-1-1",), [""], ""),
        (("SH-SO-1-1-carton-1",), ["", "-carton-1"], "-carton-1"),
        (("SH-SO-1-1-carton-2",), ["", "-carton-1", "-carton-2"], "-carton-2"),
    ],
)
def test_cartons_slips_follow_the_shipments_and_stop_with_the_printer(
    floor: Floor, refused: tuple[str, ...], seen: list[str], told: str
) -> None:
    change_setting("carton_slips", "on", floor.desk)
    floor.give(orders=orders(wants("SO-1", 3)), stock=stock("A-1,LAMP,3,,"))
    floor.pick("SO-1", "CMD-QTY-3", "LAMP")
    floor.pack("SO-1", "CMD-QTY-2", "LAMP", "CMD-CARTON", "LAMP", "CMD-CLOSE")
    printer = Choosy(*refused)

    printed = print_first("SH-SO-1-1", floor.desk, paperwork(printer))

    assert printer.seen == seen
    assert printed.job.number == f"SH-SO-1-1{told}"
    assert (printed.job.state is PrintState.TO_PRINT) == bool(refused)


def test_cartons_of_a_slip_that_was_kept_without_theirs(floor: Floor, tmp_path: Path) -> None:
    floor.give(orders=orders(wants("SO-1", 3)), stock=stock("A-1,LAMP,3,,"))
    floor.pick("SO-1", "CMD-QTY-3", "LAMP")
    floor.pack("SO-1", "CMD-QTY-2", "LAMP", "CMD-CARTON", "LAMP", "CMD-CLOSE")
    with floor.desk.store.work(floor.desk.stamp()) as work:
        work.connection.execute(  # type: ignore[attr-defined]
            delete(documents).where(documents.c.kind == "carton_slip")
        )
        work.commit()

    with pytest.raises(NotFoundError) as refused:
        write_copy("SH-SO-1-1", tmp_path / "x.pdf", floor.desk, paperwork(FakePrinter()), 1)

    assert refused.value.code == "no_carton_slips"
