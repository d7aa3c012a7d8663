"""A hundredth of the benchmark's faults, in every run: nothing is lost, nothing printed unasked."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from benchmarks.print_faults import FAULTS, print_through

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(os.name != "posix", reason="kill -9 and shell scripts: not on this system")
def test_whatever_goes_wrong_no_paper_is_lost_and_none_comes_twice_unasked(tmp_path: Path) -> None:
    count = print_through(FAULTS // 100, tmp_path)

    assert count.faults == FAULTS // 100
    assert (count.lost, count.unasked) == ([], [])
