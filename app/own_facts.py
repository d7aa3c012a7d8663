"""Which facts this process has said itself: all others are news to its plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(slots=True)
class OwnFacts:
    """Sequences of facts that one store has said, and how often it took some back.

    A transaction that ends without a commit says nothing: its facts are dropped and ``taken_back``
    rises, so that what was worked out from them is worked out again.
    """

    said: list[int] = field(default_factory=list)
    taken_back: int = 0

    def after(self, known: int) -> int:
        """Forget the sequences up to ``known``; return how many are left."""
        self.said[:] = [sequence for sequence in self.said if sequence > known]
        return len(self.said)

    def take_back(self, sequences: Iterable[int]) -> None:
        """Drop facts whose transaction was rolled back."""
        gone = set(sequences)
        if gone:
            self.said[:] = [sequence for sequence in self.said if sequence not in gone]
            self.taken_back += 1
