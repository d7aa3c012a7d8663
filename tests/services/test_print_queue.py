"""The queue: each paper is handed over once, and a person decides what nobody can know."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

import pytest

from app.domain.errors import BadValueError, NotFoundError, RefusedError
from app.domain.printing import Handing, Handover, Paper, PrintState
from app.services.print_deciding import (
    Decision,
    choose_printer,
    decide,
    find_paper,
    printers_of,
)
from app.services.print_queue import (
    after_restart,
    ask_paper,
    hand_over,
    look_after,
    paper_of,
    print_waiting,
    queue_of,
)
from app.services.printing import Paperwork
from app.services.setting import change_setting
from tests.fakes.printing import FakePrinter

if TYPE_CHECKING:
    from app.domain.printing import Queued
    from tests.floor import Floor


class Spooler(FakePrinter):
    """Takes everything and says of each job what it is told to."""

    tells = Handover(Handing.TAKEN)

    def became(self, job: str) -> Handover:
        return replace(self.tells, job=job)


def no_writer(_page: str) -> NoReturn:
    raise LookupError("no font")


def paperwork(printer: FakePrinter) -> Paperwork:
    return Paperwork(no_writer, lambda _name: printer, no_writer, no_writer, no_writer)


def ask(floor: Floor, number: str = "T-1", kind: str = "osd") -> Queued:
    return ask_paper(kind, number, b"%PDF " + number.encode(), floor.desk)


def states(floor: Floor) -> dict[tuple[str, int], str]:
    return {(p.job.number, p.job.copy): p.job.state.value for p in queue_of(floor.desk)}


def test_papers_come_out_in_the_order_they_were_asked_for_and_leave_the_queue(floor: Floor) -> None:
    printer = FakePrinter(Handing.DONE)
    for number in ("T-1", "T-2", "T-3"):
        ask(floor, number)

    print_waiting(floor.desk, paperwork(printer))

    assert printer.papers == [b"%PDF T-1", b"%PDF T-2", b"%PDF T-3"]
    assert states(floor) == {}


def test_a_printer_that_turns_one_paper_away_is_handed_no_other(floor: Floor) -> None:
    printer = FakePrinter(Handing.TURNED_AWAY)
    ask(floor, "T-1")
    ask(floor, "T-2")

    tried = print_waiting(floor.desk, paperwork(printer))

    assert [one.job.number for one in tried] == ["T-1"]
    assert states(floor) == {("T-1", 0): "to_print", ("T-2", 0): "to_print"}
    assert [paper.said for paper in queue_of(floor.desk)] == ["out of order", ""]


def test_a_paper_that_was_handed_over_is_not_handed_over_again(floor: Floor) -> None:
    printer = FakePrinter(Handing.TAKEN)
    paper = ask(floor)
    hand_over(paper, floor.desk, paperwork(printer))

    again = hand_over(paper, floor.desk, paperwork(printer))

    assert again.job.state is PrintState.HANDED_OVER
    assert len(printer.papers) == 1


def test_another_stations_papers_are_left_to_it(floor: Floor) -> None:
    printer = FakePrinter(Handing.DONE)
    ask(floor)
    other = replace(floor.desk, station="Pack 2")

    print_waiting(other, paperwork(printer))

    assert printer.papers == []
    assert [paper.station for paper in queue_of(other)] == [floor.desk.station]


def test_a_restart_puts_in_doubt_what_was_handed_over_and_only_at_its_station(floor: Floor) -> None:
    paper = ask(floor)
    ask(floor, "T-2")

    class Dies(FakePrinter):
        def hand_over(self, paper: Paper) -> Handover:
            raise SystemExit(paper.number)

    with pytest.raises(SystemExit):
        hand_over(paper, floor.desk, paperwork(Dies()))
    after_restart(replace(floor.desk, station="Pack 2"))
    assert states(floor)["T-1", 0] == "handed_over"

    after_restart(floor.desk)

    assert states(floor) == {("T-1", 0): "doubtful", ("T-2", 0): "to_print"}


@pytest.mark.parametrize(
    ("answer", "state"),
    [(Handing.DONE, None), (Handing.NO_ANSWER, "doubtful"), (Handing.TAKEN, "handed_over")],
)
def test_the_spooler_is_asked_what_became_of_a_job(
    floor: Floor, answer: Handing, state: str | None
) -> None:
    spooler = Spooler()
    spooler.tells = Handover(answer, said="Out of paper")
    hand_over(ask(floor), floor.desk, paperwork(spooler))
    after_restart(floor.desk)

    look_after(floor.desk, paperwork(spooler))

    assert states(floor).get(("T-1", 0)) == state
    assert [paper.said for paper in queue_of(floor.desk)] in ([], ["Out of paper"])


def test_of_two_papers_with_one_job_the_older_is_in_doubt(floor: Floor) -> None:
    class Forgets(Spooler):
        def hand_over(self, paper: Paper) -> Handover:
            return replace(super().hand_over(paper), job="Bay-1")

    spooler = Forgets()
    spooler.tells = Handover(Handing.DONE)
    for number in ("T-1", "T-2"):
        hand_over(ask(floor, number), floor.desk, paperwork(spooler))

    look_after(floor.desk, paperwork(spooler))

    assert states(floor) == {("T-1", 0): "doubtful"}


def doubtful(floor: Floor) -> Queued:
    paper = ask(floor)
    hand_over(paper, floor.desk, paperwork(FakePrinter(Handing.NO_ANSWER)))
    return paper


def test_a_doubtful_paper_waits_for_a_person_for_ever(floor: Floor) -> None:
    printer = FakePrinter(Handing.DONE)
    doubtful(floor)

    for _ in range(3):
        after_restart(floor.desk)
        print_waiting(floor.desk, paperwork(printer))
        look_after(floor.desk, paperwork(printer))

    assert printer.papers == []
    assert states(floor) == {("T-1", 0): "doubtful"}


def test_a_paper_that_is_here_is_printed(floor: Floor) -> None:
    paper = doubtful(floor)

    decide(paper.document, 0, Decision.SEEN, floor.desk)

    assert states(floor) == {}
    assert paper_of(paper.document, 0, floor.desk).job.state is PrintState.CONFIRMED


def test_a_paper_that_is_not_here_comes_again_as_the_next_copy_at_its_own_station(
    floor: Floor,
) -> None:
    paper = doubtful(floor)

    decide(paper.document, 0, Decision.NOT_SEEN, replace(floor.desk, station="Office"))

    assert states(floor) == {("T-1", 2): "to_print"}
    assert queue_of(floor.desk)[0].station == floor.desk.station


def test_a_paper_that_nobody_needs_is_printed_by_nobody(floor: Floor) -> None:
    paper = ask(floor)
    decide(paper.document, 0, Decision.CANCEL, floor.desk)
    printer = FakePrinter(Handing.DONE)

    print_waiting(floor.desk, paperwork(printer))

    assert printer.papers == []


@pytest.mark.parametrize("decision", [Decision.SEEN, Decision.NOT_SEEN])
def test_nobody_can_have_looked_for_a_paper_that_was_never_handed_over(
    floor: Floor, decision: Decision
) -> None:
    paper = ask(floor)

    with pytest.raises(RefusedError, match="print_state"):
        decide(paper.document, 0, decision, floor.desk)

    assert states(floor) == {("T-1", 0): "to_print"}


@pytest.mark.parametrize("decision", list(Decision))
def test_a_decision_on_no_paper_is_refused(floor: Floor, decision: Decision) -> None:
    with pytest.raises(NotFoundError, match="no_such_paper"):
        decide(7, 0, decision, floor.desk)


def test_a_decision_twice_is_refused_and_prints_nothing_twice(floor: Floor) -> None:
    paper = doubtful(floor)
    decide(paper.document, 0, Decision.NOT_SEEN, floor.desk)

    with pytest.raises(RefusedError, match="print_state"):
        decide(paper.document, 0, Decision.NOT_SEEN, floor.desk)

    assert states(floor) == {("T-1", 2): "to_print"}


def test_a_person_decides_faster_than_a_slow_printer_and_is_right(floor: Floor) -> None:
    class Slow(FakePrinter):
        def hand_over(self, _paper: Paper) -> Handover:
            decide(paper.document, 0, Decision.SEEN, floor.desk)
            return Handover(Handing.TURNED_AWAY)

    paper = ask(floor)
    hand_over(paper, floor.desk, paperwork(Slow()))

    assert states(floor) == {}


def test_a_paper_is_found_by_number_copy_and_kind(floor: Floor) -> None:
    ask(floor, "T-1", "osd")
    ask(floor, "T-1", "dock")

    assert find_paper("T-1", floor.desk, kind="dock").kind == "dock"
    with pytest.raises(RefusedError, match="several_papers"):
        find_paper("T-1", floor.desk)
    with pytest.raises(NotFoundError):
        find_paper("T-1", floor.desk, copy=2)
    with pytest.raises(NotFoundError):
        find_paper("T-9", floor.desk)


def test_a_station_s_own_printer_goes_before_the_site_s(floor: Floor) -> None:
    change_setting("printer", "Office", floor.desk)
    asked: list[str] = []

    def printer(name: str) -> FakePrinter:
        asked.append(name)
        return FakePrinter(Handing.DONE)

    made = replace(paperwork(FakePrinter()), printer=printer)
    choose_printer("label", "tcp://zebra:9100", floor.desk, lambda _name: None)
    ask(floor, "LANE-1", "label")
    ask(floor, "T-1", "osd")
    print_waiting(floor.desk, made)

    assert asked == ["tcp://zebra:9100", "Office"]
    assert printers_of(replace(floor.desk, station="Pack 2"))["label"] == "Office"


def test_an_empty_choice_goes_back_to_the_site_s_printer(floor: Floor) -> None:
    choose_printer("slip", "Bay", floor.desk, lambda _name: None)

    assert choose_printer("slip", " ", floor.desk, lambda _name: None)["slip"] == ""


def refuses(name: str) -> None:
    raise BadValueError("bad_printer", value=name)


@pytest.mark.parametrize(("kind", "name"), [("slips", "Bay"), ("", "Bay"), ("slip", "a b")])
def test_what_is_no_kind_or_no_printer_changes_nothing(floor: Floor, kind: str, name: str) -> None:
    with pytest.raises(BadValueError):
        choose_printer(kind, name, floor.desk, refuses)

    assert set(printers_of(floor.desk).values()) == {""}
