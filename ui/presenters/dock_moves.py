"""What is said of trucks at Dock: told to the services, taken back, and said again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.domain.board import INBOUND
from app.services.moving import Telling, take_back_together, tell_together
from app.services.trucks import TIMELESS, Said
from app.texts import screen, sentence
from app.texts.difference import freed_sentence
from ui.models.dock import YARD
from ui.presenters.dock_history import History, Step
from ui.presenters.dock_rules import said_by

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.domain.board import Truck
    from app.domain.errors import FloorError
    from app.services.desk import Desk
    from ui.floor_thread import FloorThread
    from ui.models.dock import Place


class DockTelling(QObject):
    """Says facts of trucks, each step as a whole; an undo and a redo are new facts.

    ``undoable`` tells in words what could be taken back for a while ("" for nothing any more),
    ``changed`` that facts were written, ``kept`` the step that they are, ``trouble`` why not.
    """

    changed = Signal()
    kept = Signal(object)
    undoable = Signal(str)
    trouble = Signal(str)

    def __init__(self, desk: Desk, floor: FloorThread) -> None:
        super().__init__()
        self.desk, self.floor = desk, floor
        self.history = History()

    def tell(self, words: str, tellings: Sequence[Telling]) -> None:
        """Say one event of each of some trucks, all or none, as one step."""
        now = self.desk.stamp().at
        timed = tuple(
            one
            if one.event.at or one.event.kind in TIMELESS
            else replace(one, event=replace(one.event, at=now))
            for one in tellings
        )
        self.take_step(Step(words, lambda: tell_together(timed, self.desk)), self._failed)

    def take_step(self, step: Step, failed: Callable[[FloorError], None]) -> None:
        """Say something new as one step; ``failed`` is told why it was refused."""
        self.history.say(step)
        self._say(step, failed)

    def undo(self) -> None:
        """Take back what was said last at this screen; again and again."""
        step = self.history.undo()
        if step is None:
            return
        self.undoable.emit("")
        self.floor.submit(
            lambda: take_back_together(step.facts, self.desk),
            self._after,
            self._lost(step, self._failed),
        )

    def redo(self) -> None:
        """Say again what was taken back last."""
        step = self.history.redo()
        if step is not None:
            self._say(step, self._failed)

    def take_back(self, number: str, direction: str = INBOUND) -> None:
        """Take back the newest event of a truck, whoever said it."""
        last = (Said(number, direction),)

        def after(result: Mapping[str, Any]) -> None:
            self.history.taken_back(result["said"])
            self._after(result)

        self.floor.submit(lambda: take_back_together(last, self.desk), after, self._failed)

    def _say(self, step: Step, failed: Callable[[FloorError], None]) -> None:
        def say() -> Mapping[str, Any]:
            # on the floor's thread: an undo that waits there already finds the facts
            result = step.say()
            step.facts = result["said"]
            return result

        def after(result: Mapping[str, Any]) -> None:
            if step in self.history.done:
                freed = freed_sentence(result["freed"])
                self.undoable.emit(f"{step.words}. {freed}" if freed else step.words)
            self.kept.emit(step)
            self._after(result)

        self.floor.submit(say, after, self._lost(step, failed))

    def _lost(
        self, step: Step, failed: Callable[[FloorError], None]
    ) -> Callable[[FloorError], None]:
        def lost(error: FloorError) -> None:
            self.history.drop(step)
            failed(error)

        return lost

    def _after(self, _result: object) -> None:
        self.changed.emit()

    def _failed(self, error: FloorError) -> None:
        self.trouble.emit(sentence(error.code, **error.data))


def placings(
    places: Sequence[Place], trucks: Mapping[int, Truck]
) -> tuple[str, tuple[Telling, ...]]:
    """Return what is said, in words and events, where blocks are put somewhere."""
    known = [place for place in places if place.block in trucks]
    moved = [(place, trucks[place.block]) for place in known]
    tellings = tuple(Telling(one.asn, said_by(place), one.direction) for place, one in moved)
    if len(moved) != 1:
        return screen("moved_together", count=len(moved)), tellings
    ((place, truck),) = moved
    name, time = truck.asn, f"{place.end or place.start:%H:%M}"
    if place.end is not None:
        return screen("resized", carrier=name, time=time), tellings
    if place.door == YARD:
        return screen("sent_to_yard", carrier=name), tellings
    return screen("moved", carrier=name, door=place.door, time=time), tellings
