"""Runs of equal rows in sorted columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from app.domain.plan.facts import Ints


def last_of_runs(*columns: Ints) -> tuple[Ints, Ints]:
    """Return the last index of each run of equal rows, and the number of the run of each row.

    The columns are of one size, at least 1.
    """
    changes = np.zeros(columns[0].size - 1, dtype=np.bool_)
    for column in columns:
        changes |= column[1:] != column[:-1]
    ends = np.append(np.flatnonzero(changes), columns[0].size - 1)
    run = np.concatenate(([0], np.cumsum(changes)))
    return ends, run
