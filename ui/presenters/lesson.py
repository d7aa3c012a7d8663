"""Teaching an unknown code on the spot: which product it is, and how many are in it.  Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.texts import screen
from ui.models.action import LEAVE, TEACH_NOW, TYPE_CODE, UNITS, Action
from ui.models.band import BandKind, BandState
from ui.models.receive import ReceiveScene
from ui.models.work import Notice, Queue, QueueRow

if TYPE_CHECKING:
    from app.services.teaching import Candidate


@dataclass(frozen=True, slots=True)
class Lesson:
    """An unknown ``code``, what it may be, and the units (each, > 0) that it will stand for.

    ``problem`` says why the last word did not help, or "".
    """

    code: str
    found: tuple[Candidate, ...] = ()
    units: int = 1
    problem: str = ""

    @property
    def product(self) -> Candidate | None:
        """Return the product, once it is the only one."""
        return self.found[0] if len(self.found) == 1 else None

    def told(self, said: str, found: tuple[Candidate, ...]) -> Lesson:
        """Return the lesson after somebody ``said`` which product it is."""
        if not found:
            return replace(self, problem=screen("teach_none", said=said))
        units = found[0].units if len(found) == 1 else 1
        return Lesson(self.code, found, units)

    def chosen(self, sku: str) -> Lesson:
        """Return the lesson after one of several was chosen."""
        return self.told(sku, tuple(one for one in self.found if one.sku == sku))


def lesson_scene(lesson: Lesson) -> ReceiveScene:
    """Ask which product it is, which of several, or whether to teach it so."""
    product = lesson.product
    if product is None:
        return _which(lesson) if lesson.found else _ask(lesson)
    headline = screen("teach_this", units=lesson.units)
    name = screen("teach_is", name=product.name, sku=product.sku)
    again = screen("teach_again")
    return _scene(lesson, headline, name, again, (UNITS, LEAVE, TEACH_NOW))


def _ask(lesson: Lesson) -> ReceiveScene:
    which, how = screen("teach_which"), screen("teach_how")
    return _scene(lesson, which, how, "", (TYPE_CODE, LEAVE))


def _which(lesson: Lesson) -> ReceiveScene:
    rows = tuple(QueueRow(one.sku, one.name, "") for one in lesson.found)
    queue = Queue(screen("teach_found"), screen("teach_found_note"), rows)
    band = BandState(BandKind.NEXT, queue.title, lesson.problem or queue.note, code=lesson.code)
    return ReceiveScene(band, queue=queue, actions=(TYPE_CODE, LEAVE))


def _scene(
    lesson: Lesson, headline: str, reason: str, advice: str, actions: tuple[Action, ...]
) -> ReceiveScene:
    notice = Notice(
        "info",
        "school",
        headline,
        lesson.problem or reason,
        screen("teach_leave"),
        advice=reason if lesson.problem else advice,
        code=lesson.code,
    )
    band = BandState(BandKind.NEXT, headline, lesson.problem or reason, code=lesson.code)
    return ReceiveScene(band, notice=notice, actions=actions)
