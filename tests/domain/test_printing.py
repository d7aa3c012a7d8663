"""A paper's states: what may follow what, and when a second paper must say COPY."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import RefusedError
from app.domain.printing import (
    Handing,
    Handover,
    PrintEvent,
    PrintJob,
    PrintState,
    advanced,
    after,
    answered,
    next_copy,
    reprint,
)

HANDED = PrintJob("SH-1", state=PrintState.HANDED_OVER)
DOUBTFUL = PrintJob("SH-1", state=PrintState.DOUBTFUL, job="Bay-7")


def test_a_printed_paper_goes_from_to_print_over_handed_over_to_confirmed() -> None:
    job = advanced(PrintJob("SH-1"), PrintEvent.HANDING_OVER)
    job = answered(job, Handover(Handing.TAKEN, job="Bay-7"))

    assert job == PrintJob("SH-1", state=PrintState.HANDED_OVER, job="Bay-7")
    assert advanced(job, PrintEvent.PRINTED).state is PrintState.CONFIRMED


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        (PrintState.TO_PRINT, PrintState.TO_PRINT),
        (PrintState.HANDED_OVER, PrintState.DOUBTFUL),
        (PrintState.DOUBTFUL, PrintState.DOUBTFUL),
        (PrintState.CONFIRMED, PrintState.CONFIRMED),
        (PrintState.CANCELLED, PrintState.CANCELLED),
    ],
)
def test_a_restart_makes_what_was_handed_over_doubtful_and_nothing_else(
    before: PrintState, behind: PrintState
) -> None:
    assert after(before, PrintEvent.RESTARTED) is behind


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (Handing.TAKEN, PrintState.HANDED_OVER),
        (Handing.DONE, PrintState.CONFIRMED),
        (Handing.TURNED_AWAY, PrintState.TO_PRINT),
        (Handing.NO_ANSWER, PrintState.DOUBTFUL),
    ],
)
def test_each_answer_of_a_printer_leads_to_its_state(answer: Handing, state: PrintState) -> None:
    assert answered(HANDED, Handover(answer)).state is state


def test_a_person_who_holds_the_doubtful_paper_confirms_it() -> None:
    assert advanced(DOUBTFUL, PrintEvent.SEEN).state is PrintState.CONFIRMED


def test_a_doubtful_paper_that_nobody_finds_is_printed_again_as_copy_2() -> None:
    again = advanced(DOUBTFUL, PrintEvent.NOT_SEEN)

    assert again == PrintJob("SH-1", copy=2, state=PrintState.TO_PRINT)


def test_a_paper_that_was_turned_away_comes_without_a_copy_mark() -> None:
    assert answered(HANDED, Handover(Handing.TURNED_AWAY)).copy == 0


def test_reprints_say_copy_2_then_copy_3_under_the_same_number() -> None:
    second = reprint(PrintJob("SH-1", state=PrintState.CONFIRMED))

    assert (second.number, second.copy, second.state) == ("SH-1", 2, PrintState.TO_PRINT)
    assert reprint(second).copy == 3


@pytest.mark.parametrize(
    ("state", "event"),
    [
        (PrintState.TO_PRINT, PrintEvent.SEEN),
        (PrintState.TO_PRINT, PrintEvent.NOT_SEEN),
        (PrintState.TO_PRINT, PrintEvent.PRINTED),
        (PrintState.HANDED_OVER, PrintEvent.HANDING_OVER),
        (PrintState.DOUBTFUL, PrintEvent.HANDING_OVER),
        (PrintState.HANDED_OVER, PrintEvent.GIVEN_UP),
        (PrintState.CONFIRMED, PrintEvent.GIVEN_UP),
        (PrintState.CANCELLED, PrintEvent.HANDING_OVER),
        (PrintState.CANCELLED, PrintEvent.NOT_SEEN),
        (PrintState.CONFIRMED, PrintEvent.HANDING_OVER),
        (PrintState.CONFIRMED, PrintEvent.NOT_SEEN),
    ],
)
def test_what_cannot_happen_is_refused(state: PrintState, event: PrintEvent) -> None:
    with pytest.raises(RefusedError) as refused:
        after(state, event)

    assert refused.value.data == {"state": state.value, "event": event.value}


@given(st.lists(st.sampled_from(PrintEvent), max_size=30))
def test_no_second_paper_is_ever_without_its_mark(events: list[PrintEvent]) -> None:
    job, out_unmarked = PrintJob("SH-1"), 0
    for event in events:
        try:
            behind = advanced(job, event)
        except RefusedError:
            continue
        turned_away = event is PrintEvent.TURNED_AWAY
        out_unmarked += event is PrintEvent.HANDING_OVER and job.copy == 0
        out_unmarked -= turned_away and job.copy == 0
        job = behind

    assert out_unmarked <= 1


@given(st.integers(0, 10_000))
def test_copy_marks_begin_at_2_and_never_repeat(copy: int) -> None:
    assert next_copy(copy) >= 2
    assert next_copy(copy) > copy
