"""Labels that receiving prints: once for a scan, only where asked for, and never in its way."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import pytest

from app.domain.errors import RefusedError
from app.domain.printing import Handing
from app.services.label_prints import print_labels
from app.services.print_deciding import choose_printer
from app.services.printing import Paperwork
from app.services.setting import change_setting
from tests.fakes.printing import FakePrinter
from tests.floor import Floor, inbound, orders, wants

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.domain.labels import Label, LabelForm

LAMP, CASE = "4006381333931", "14006381333938"


class PlainLabels:
    """Writes what labels say as text."""

    def write(self, labels: Sequence[Label], target: Path) -> tuple[str, ...]:
        target.write_text("\n".join(map(repr, labels)), encoding="utf-8")
        return ()


class NoFont:
    """Draws nothing."""

    def write(self, labels: Sequence[Label], target: Path) -> tuple[str, ...]:
        raise LookupError("no font")


def plain(_form: LabelForm, _page: str, _dpi: int) -> PlainLabels:
    return PlainLabels()


def no_other(_page: str) -> NoReturn:
    raise AssertionError("a label needs no sheet")


def paperwork(printer: FakePrinter, asked: list[str] | None = None) -> Paperwork:
    def named(name: str) -> FakePrinter:
        (asked if asked is not None else []).append(name)
        return printer

    return Paperwork(no_other, named, no_other, no_other, no_other)


@pytest.fixture
def labelled(floor: Floor) -> Floor:
    """Ann waits for five lamps of a truck; each scan prints its labels."""
    floor.give(
        orders=orders(wants("SO-1", 5)), inbound=inbound("T-1,1,Acme,LAMP,9,2026-03-04T07:00Z,")
    )
    change_setting("print_labels", "on", floor.desk)
    return floor


def test_a_split_case_prints_its_two_labels_as_one_paper(labelled: Floor) -> None:
    printer = FakePrinter()

    print_labels("T-1", labelled.receive("T-1", CASE), labelled.desk, plain, paperwork(printer))

    [paper] = printer.papers
    assert [line.split(b"(")[0] for line in paper.splitlines()] == [
        b"CrossDockLabel",
        b"PutAwayLabel",
    ]


def test_each_scan_prints_its_own_units_alone(labelled: Floor) -> None:
    printer = FakePrinter()
    for _ in range(2):
        answer = labelled.receive("T-1", LAMP)
        print_labels("T-1", answer, labelled.desk, plain, paperwork(printer))

    assert [b"units=1," in paper for paper in printer.papers] == [True, True]


@pytest.mark.parametrize(
    "scans",
    [("0000000000000",), ("NO-SUCH",), (CASE, "CMD-UNDO"), (CASE, "A-1"), ("CMD-DAMAGED", LAMP),
     (CASE, "CMD-DONE"), ()],
)  # fmt: skip
def test_what_sends_nothing_anywhere_prints_nothing(
    labelled: Floor, scans: tuple[str, ...]
) -> None:
    printer = FakePrinter()

    print_labels("T-1", labelled.receive("T-1", *scans), labelled.desk, plain, paperwork(printer))

    assert printer.papers == []


def test_nothing_is_printed_unless_the_site_says_so(labelled: Floor) -> None:
    printer = FakePrinter()
    change_setting("print_labels", "off", labelled.desk)

    print_labels("T-1", labelled.receive("T-1", CASE), labelled.desk, plain, paperwork(printer))

    assert printer.papers == []


@pytest.mark.parametrize("answer", [Handing.TURNED_AWAY, Handing.NO_ANSWER])
def test_a_failed_printer_is_said_and_the_units_stay_counted(
    labelled: Floor, answer: Handing
) -> None:
    told = labelled.receive("T-1", CASE)

    with pytest.raises(RefusedError, match="not_printed"):
        print_labels("T-1", told, labelled.desk, plain, paperwork(FakePrinter(answer)))
    assert labelled.receive("T-1", LAMP)["received"] == 7


def test_labels_that_cannot_be_drawn_are_said(labelled: Floor) -> None:
    told = labelled.receive("T-1", CASE)

    with pytest.raises(RefusedError, match="sheet_not_drawn"):
        print_labels("T-1", told, labelled.desk, lambda *_form: NoFont(), paperwork(FakePrinter()))


@pytest.mark.parametrize(("name", "expected"), [("", "slips"), ("labels", "labels")])
def test_labels_have_a_printer_of_their_own_where_one_is_named(
    labelled: Floor, name: str, expected: str
) -> None:
    asked: list[str] = []
    change_setting("printer", "slips", labelled.desk)
    choose_printer("label", name, labelled.desk, str)

    told = labelled.receive("T-1", CASE)
    print_labels("T-1", told, labelled.desk, plain, paperwork(FakePrinter(), asked))

    assert asked == [expected]
