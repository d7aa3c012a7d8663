"""The endurance runs of ``benchmarks.endurance``, short: nothing lost, doubled or cut in half."""

from pathlib import Path

import pytest

from benchmarks.endurance import SHORT, figures_of, fuzz, replug, store, type_codes


def test_unplugged_again_and_again_no_code_is_lost_or_cut(tmp_path: Path) -> None:
    run = replug(SHORT["cycles"], tmp_path)

    assert run.is_clean, run


@pytest.mark.right_input
def test_a_thousand_codes_a_second_are_each_acknowledged_after_their_commit(tmp_path: Path) -> None:
    run = store(SHORT["codes"], tmp_path)

    assert run.is_clean, run


@pytest.mark.x11
@pytest.mark.right_input
def test_codes_typed_as_fast_as_scanners_do_are_whole(x_display: str) -> None:
    run = type_codes(SHORT["keys"], x_display)

    assert run.is_clean, run


@pytest.mark.wrong_input
def test_fuzzed_bytes_are_cut_at_their_ends_and_nothing_is_uncaught() -> None:
    run = fuzz(SHORT["strings"])

    assert run.is_clean, run


@pytest.mark.parametrize(
    ("heard", "lost", "doubled", "halves"),
    [("A", 1, 0, 0), ("AAB", 0, 1, 0), ("ABC", 0, 0, 1), ("AB", 0, 0, 0)],
)
def test_the_figures_see_what_went_wrong(heard: str, lost: int, doubled: int, halves: int) -> None:
    run = figures_of("sent", "AB", heard, 1.0)

    assert (run.lost, run.doubled, run.halves) == (lost, doubled, halves)
