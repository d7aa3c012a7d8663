"""What was refused and overtaken is told until a person has seen it."""

import pytest

from ui.models.band import BandKind, BandState
from ui.presenters.refusals import Refusals

READY = BandState(BandKind.READY, "Ready to scan")
COUNTED = BandState(BandKind.ACCEPTED, "Counted", code="LAMP")


def refused(code: str) -> BandState:
    return BandState(BandKind.REFUSED, "Refused: unknown code", code=code)


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def refusals(told: list[str]) -> Refusals:
    refusals = Refusals()
    refusals.told.connect(told.append)
    return refusals


@pytest.mark.wrong_input
@pytest.mark.parametrize("after", [READY, COUNTED, refused("OTHER")], ids=lambda s: s.kind.value)
def test_what_took_a_refusals_place_leaves_it_told(
    refusals: Refusals, told: list[str], after: BandState
) -> None:
    refusals.show(refused("NOBODY"))
    refusals.show(after)

    assert told[-1] == "1 not counted before this: NOBODY (Refused: unknown code)"


@pytest.mark.wrong_input
def test_several_are_counted_newest_first(refusals: Refusals, told: list[str]) -> None:
    for code in ("ONE", "TWO", "THREE"):
        refusals.show(refused(code))

    assert told[-1] == (
        "2 not counted before this: TWO (Refused: unknown code), ONE (Refused: unknown code)"
    )


@pytest.mark.wrong_input
def test_one_without_a_code_is_told_by_its_words(refusals: Refusals, told: list[str]) -> None:
    refusals.show(BandState(BandKind.REFUSED, "Half a code from GUN: scan it again."))
    refusals.show(READY)

    assert told[-1].endswith("before this: Half a code from GUN: scan it again.")


@pytest.mark.wrong_input
def test_one_that_comes_back_to_the_band_is_told_there_alone(
    refusals: Refusals, told: list[str]
) -> None:
    refusals.show(refused("NOBODY"))
    refusals.show(READY)
    refusals.show(BandState(BandKind.REFUSED, "Refused: unknown code", code="NOBODY", at_text="9"))

    assert told[-1] == ""


@pytest.mark.right_input
def test_what_was_seen_is_told_no_more(refusals: Refusals, told: list[str]) -> None:
    refusals.show(refused("NOBODY"))
    refusals.seen()
    refusals.show(COUNTED)
    refusals.show(READY)

    assert set(told) == {""}
