"""The card of an appointment: opened for a new truck or one of the board, weighed, and booked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.domain.errors import BadValueError
from app.domain.instants import print_day
from app.domain.settings import Settings
from app.services.appointing import propose_pickup
from app.services.booking import book, book_weekly
from app.services.suggesting import suggest_door
from app.services.trucks import Said
from app.texts import screen, sentence
from ui.models.appointment import AppointmentForm, AppointmentHints, Draft, Kind, Refusal
from ui.presenters.appointment_draft import (
    direction_of,
    draft_of,
    needs_start,
    start_of,
    tidy,
    wish_of,
)
from ui.presenters.appointment_hints import advice_hints, stay_words
from ui.presenters.appointment_told import told_words
from ui.presenters.dock_history import Step
from ui.presenters.dock_rules import trucks_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime, tzinfo

    from app.domain.board import Truck
    from app.domain.errors import FloorError
    from app.services.booking import Wish
    from app.services.desk import Desk
    from ui.presenters.dock import DockPresenter

QUARTER = timedelta(minutes=15)


class AppointmentPresenter(QObject):
    """Books through the services of the ``appointment`` and ``pickup`` commands.

    ``opened`` tells the form to show, ``hints`` what is worked out from the draft told last,
    ``refused`` why it was not booked, ``booked`` that it was.  What is booked is a step of Dock's
    history.
    """

    opened = Signal(object)
    hints = Signal(object)
    refused = Signal(object)
    booked = Signal()

    def __init__(self, dock: DockPresenter, zone: Callable[[], tzinfo]) -> None:
        super().__init__()
        self._dock, self._zone = dock, zone
        self._truck: Truck | None = None
        self._before: Draft | None = None
        self._draft = Draft()
        self._hints = AppointmentHints()
        self._step: Step | None = None
        self._question: tuple[object, ...] = ()
        self._asking = False
        dock.kept.connect(self._kept)

    def new(self) -> None:
        """Open the card for a truck that is not on the board, on the day that is shown."""
        self._truck = self._before = None
        now = self._dock.desk.stamp().at
        zone = self._zone()
        today = now.astimezone(zone).date()
        day, start = self._dock.day or today, ""
        if day == today:
            quarter = _next_quarter(now, zone)  # late in the evening it is tomorrow's first
            day, start = quarter.date(), f"{quarter:%H:%M}"
        self._open(screen("new_appointment"), _draft(day, start))
        self._dock.floor.submit(lambda: propose_pickup(self._dock.desk), self._propose)

    def edit(self, number: str, direction: str) -> None:
        """Open the card for a truck of the board."""
        truck = self._find(number, direction)
        if truck is None:
            return
        self._truck, self._before = truck, tidy(draft_of(truck, self._zone()))
        name = truck.carrier or truck.supplier or number
        title = screen("edit_appointment", carrier=name, number=number)
        self._open(title, self._before)

    def consider(self, draft: Draft) -> None:
        """Say how long it stays, and which door suits it."""
        self._draft = draft = self._tidy(draft)
        settings = self._dock.board.settings if self._dock.board else Settings()
        stay = stay_words(draft, self._before, self._truck, settings, self._zone())
        self._show(replace(self._hints, stay=stay))
        self._advise()

    def book(self, draft: Draft) -> None:
        """Book it as one step, or say why not; pressed twice, it is booked once."""
        if self._step is not None:
            return
        draft = self._tidy(draft)
        try:
            wish = self._wish(draft)
        except BadValueError as error:
            self._refuse(error)
            return
        direction, desk = direction_of(draft), self._dock.desk
        if wish.walk_in and wish.start is None:
            wish = replace(wish, start=desk.stamp().at)
        words = told_words(draft, self._before, wish, self._zone())
        self._step = Step(words, lambda: _say(draft.number, wish, desk, direction))
        self._dock.take_step(self._step, self._refuse)

    def _open(self, title: str, draft: Draft) -> None:
        self._draft, self._hints, self._question = draft, AppointmentHints(), ()
        rules = self._dock.board.door_rules if self._dock.board else ()
        doors = tuple(door.code for door in rules)
        self.opened.emit(AppointmentForm(title, draft, self._before is not None, doors))
        self.consider(draft)

    def _find(self, number: str, direction: str) -> Truck | None:
        trucks = trucks_of(self._dock.board).values() if self._dock.board else ()
        found = (one for one in trucks if (one.asn, one.direction) == (number, direction))
        return next(found, None)

    def _tidy(self, draft: Draft) -> Draft:
        """Return a draft as it is read: who walked in stands on today's board."""
        draft = tidy(draft)
        if draft.kind is not Kind.WALK_IN:
            return draft
        today = self._dock.desk.stamp().at.astimezone(self._zone()).date()
        return replace(draft, day=print_day(today))

    def _wish(self, draft: Draft) -> Wish:
        """Return what is asked for; BadValueError for what is missing or cannot be read."""
        if not draft.number:
            raise BadValueError("needs_number", field="number")
        wish = wish_of(draft, self._before, self._zone())
        if needs_start(draft, self._before):
            raise BadValueError("needs_start", field="start")
        return replace(wish, door=self._as_known(wish.door))

    def _as_known(self, door: str) -> str:
        """Return a door's code however its letters are typed."""
        rules = self._dock.board.door_rules if self._dock.board else ()
        same = (one.code for one in rules if one.code.casefold() == door.casefold())
        return next(same, door)

    def _refuse(self, error: FloorError) -> None:
        self._step = None
        field = str(error.data.get("field", ""))
        says = sentence(error.code, **error.data)
        if field and error.code not in ("needs_number", "needs_start"):
            says = screen("in_field", field=screen(f"field_{field}"), says=says)
        self.refused.emit(Refusal(says, field or _FIELDS.get(error.code, "")))

    def _kept(self, step: Step) -> None:
        if step is self._step:
            self._step = None
            self.booked.emit()

    def _propose(self, number: str) -> None:
        self._show(replace(self._hints, number=number))

    def _show(self, hints: AppointmentHints) -> None:
        self._hints = hints
        self.hints.emit(hints)

    def _advise(self) -> None:
        """Ask for a door once what it depends on has changed; one question at a time."""
        draft = self._draft
        try:
            wish = self._wish(draft)
        except BadValueError:
            self._question = ()
            self._show_advice(AppointmentHints(advice=screen("advice_needs")))
            return
        asked = replace(wish, yard=False, door="", request=wish.request or bool(wish.weeks))
        details = {name: asked.details[name] for name in _WEIGHED & asked.details.keys()}
        start = start_of(draft, self._zone())
        asked = replace(asked, weeks=None, details=details)
        question = (draft.number, draft.kind, asked)
        if question != self._question:
            self._question = question
            if not self._asking:
                self._ask(draft, asked, start)

    def _ask(self, draft: Draft, wish: Wish, start: datetime | None) -> None:
        self._asking, question, desk = True, self._question, self._dock.desk
        direction, only_now = direction_of(draft), draft.kind is Kind.WALK_IN
        self._show_advice(AppointmentHints(advice=screen("advice_asked")))

        def answered(hints: AppointmentHints) -> None:
            self._asking = False
            if question == self._question:
                self._show_advice(hints)
            elif self._question:
                self._question = ()
                self._advise()

        def failed(error: FloorError) -> None:
            answered(AppointmentHints(advice=sentence(error.code, **error.data)))

        self._dock.floor.submit(
            lambda: advice_hints(
                suggest_door(draft.number, wish, desk, direction=direction),
                start,
                only_now=only_now,
            ),
            answered,
            failed,
        )

    def _show_advice(self, hints: AppointmentHints) -> None:
        self._show(replace(hints, stay=self._hints.stay, number=self._hints.number))


_WEIGHED = frozenset({"pallets", "cartons", "loose", "minutes", "needs"})
_FIELDS = {
    "unknown_asn": "number",
    "unknown_pickup": "number",
    "bad_number": "number",
    "number_taken": "number",
    "booked_already": "number",
    "truck_over": "number",
    "not_booked": "door",
}


def _draft(day: date, start: str) -> Draft:
    return Draft(Kind.DELIVERY, day=print_day(day), start=start)


def _next_quarter(now: datetime, zone: tzinfo) -> datetime:
    """Return the site's next full quarter of an hour."""
    local = now.astimezone(zone)
    past = timedelta(
        minutes=local.minute % 15, seconds=local.second, microseconds=local.microsecond
    )
    return (now - past + QUARTER).astimezone(zone)


def _say(number: str, wish: Wish, desk: Desk, direction: str) -> Mapping[str, Any]:
    """Book on the floor's thread; return the facts, by truck, as a step keeps them."""
    if wish.weeks:
        done = book_weekly(number, wish, desk, direction=direction)
        booked = [(one["number"], one["fact"]) for one in done["booked"]]
    else:
        done = book(number, wish, desk, direction=direction)
        booked = [(number, done["fact"])]
    said = tuple(Said(name, direction, fact) for name, fact in booked)
    return {"said": said, "freed": done["freed"]}
