"""Which facts are news to a process's plan: all that could change it, but its own scans."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable


JOBS: Final = ("receive", "pick", "cluster", "pack", "putback", "count", "sweep")
TOLD: Final = frozenset({f"{job}_scan" for job in JOBS})
"""Kinds of facts of which the services say what they touched."""
HARMLESS: Final = frozenset(
    {f"{job}_open" for job in JOBS}
    | {"print", "printer", "cartons", "teach", "pack_override"}
    | {"remark", "customer_language", "scanner"}
)
"""Kinds of facts that never change the plan."""
SWEEPING: Final = frozenset({"setting", "customer_policy"})
"""Kinds of facts that make the plan be read afresh.  What others touched, their rows tell."""


@dataclass(slots=True)
class OwnFacts:
    """Sequences of scans that one store has said, and how often it took facts back or kept them.

    A transaction (or a part of it) that ends without a commit says nothing: its facts are dropped
    and ``taken_back`` rises, so that what was worked out from them is worked out again.
    ``pending`` are facts of transactions that have not ended.
    """

    said: list[int] = field(default_factory=list)
    taken_back: int = 0
    kept: int = 0
    pending: int = 0

    def add(self, kind: str, sequence: int) -> None:
        """Note a fact that this store has said."""
        self.pending += 1
        if kind in TOLD:
            self.said.append(sequence)

    def after(self, known: int) -> int:
        """Forget the sequences up to ``known``; return how many are left."""
        self.said[:] = [sequence for sequence in self.said if sequence > known]
        return len(self.said)

    def keep(self, count: int) -> None:
        """Note that so many facts are durable."""
        if count:
            self.pending -= count
            self.kept += 1

    def take_back(self, sequences: Iterable[int]) -> None:
        """Drop facts whose transaction was rolled back."""
        gone = set(sequences)
        if gone:
            self.pending -= len(gone)
            self.said[:] = [sequence for sequence in self.said if sequence not in gone]
            self.taken_back += 1
