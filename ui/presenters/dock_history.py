"""What was said at this screen, to be taken back and said again, step by step.  Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.services.trucks import Said

MOST_STEPS = 100


@dataclass(eq=False)
class Step:
    """What was said at once, in words; ``facts`` once it is kept, newly each time it is said.

    ``say`` says it on the floor's thread and returns its facts as ``said``, and what it ``freed``.
    """

    words: str
    say: Callable[[], Mapping[str, Any]]
    facts: tuple[Said, ...] = ()


@dataclass
class History:
    """Steps that can be taken back and those that can be said again, the newest last."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def say(self, step: Step) -> None:
        """Add a new step; what was taken back before it can be said again no more."""
        self.done = [*self.done, step][-MOST_STEPS:]
        self.undone = []

    def undo(self) -> Step | None:
        """Turn the newest step; None where there is none."""
        return _turn(self.done, self.undone)

    def redo(self) -> Step | None:
        """Turn the step that was taken back last; None where there is none."""
        return _turn(self.undone, self.done)

    def drop(self, step: Step) -> None:
        """Forget a step that was refused."""
        self.done = [one for one in self.done if one is not step]
        self.undone = [one for one in self.undone if one is not step]

    def taken_back(self, facts: tuple[Said, ...]) -> None:
        """Forget the steps of which a part was taken back elsewhere."""
        gone = {said.fact for said in facts}
        for step in list(self.done):
            if any(said.fact in gone for said in step.facts):
                self.drop(step)

    @property
    def undo_words(self) -> str:
        """Return what would be taken back, "" for nothing."""
        return self.done[-1].words if self.done else ""

    @property
    def redo_words(self) -> str:
        """Return what would be said again, "" for nothing."""
        return self.undone[-1].words if self.undone else ""


def _turn(source: list[Step], goal: list[Step]) -> Step | None:
    if not source:
        return None
    goal.append(source.pop())
    return goal[-1]
