"""Dock as the window places it."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from app.domain.board import INBOUND, OUTBOUND
from app.texts import screen
from ui.decks.deck import Deck
from ui.decks.wall import Wall
from ui.presenters.appointment import AppointmentPresenter
from ui.presenters.day_printer import DayPrinter
from ui.presenters.dock import DockPresenter
from ui.shell import Page
from ui.tokens import Density
from ui.views.dock_view import DockView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, tzinfo

    from app.services.desk import Desk
    from ui.floor_thread import FloorThread
    from ui.theme import Look


class DockDeck(Deck):
    """The board of a day."""

    def __init__(
        self,
        desk: Desk,
        floor: FloorThread,
        look: Look,
        zone: Callable[[], tzinfo],
        site: str = "",
        print_day: Callable[[date | None], str] | None = None,
    ) -> None:
        self.view = DockView(look)
        super().__init__(
            Page("dock", screen("dock"), "local_shipping", "F1", self.view, Density.DESK)
        )
        self.presenter = DockPresenter(desk, floor, zone)
        self.printer = DayPrinter(floor, print_day)
        self.printer.printed.connect(self.banded)
        self.printer.trouble.connect(self.troubled)
        self.view.print_day.setEnabled(print_day is not None)
        self.view.print_asked.connect(lambda: self.printer.print_day(self.presenter.day))
        self.appointments = AppointmentPresenter(self.presenter, zone)
        self._connect_card()
        self._hang_wall = partial(Wall, desk, floor, look, zone, site)
        self.view.wall_asked.connect(lambda: self.wall.open(self.view.screen()))
        self.presenter.scene.connect(self.view.show_scene)
        self.presenter.undoable.connect(self.undoable)
        self.presenter.changed.connect(self.saved)
        self.presenter.trouble.connect(self.troubled)
        self.presenter.effect.connect(self.view.show_effect)
        self.presenter.sounded.connect(self.sounded)
        self.view.minutes.timeout.connect(self.presenter.minute_passed)
        self.view.considered.connect(self.presenter.consider)
        self.view.board.weigh.considered.connect(self.presenter.considering.choice)
        self.view.placed.connect(self.presenter.place)
        self.view.event_asked.connect(self.presenter.say_event)
        self.view.day_changed.connect(self.presenter.choose_day)
        self.view.pickup_asked.connect(self.presenter.say_of_pickup)
        self.view.undo_asked.connect(self.presenter.undo)
        self.view.redo_asked.connect(self.presenter.redo)
        self.view.asn_opened.connect(lambda asn: self.job_asked.emit("receive", asn))

    def _connect_card(self) -> None:
        """Let the card of an appointment ask, and show what is answered."""
        view, card, appointments = self.view, self.view.card, self.appointments
        view.new_asked.connect(appointments.new)
        view.edit_asked.connect(
            lambda number, outbound: appointments.edit(number, OUTBOUND if outbound else INBOUND)
        )
        appointments.opened.connect(view.open_card)
        appointments.hints.connect(card.show_hints)
        appointments.refused.connect(card.refuse)
        appointments.booked.connect(card.close_card)
        card.considered.connect(appointments.consider)
        card.book_asked.connect(appointments.book)

    @cached_property
    def wall(self) -> Wall:
        """Return the wall screen, made when it is first asked for."""
        wall = self._hang_wall()
        self.view.left.connect(wall.close)
        return wall

    def enter(self) -> None:
        """Read the board again."""
        self.presenter.refresh()
        self.seen()

    def undo(self) -> None:
        """Take back what was told last."""
        self.presenter.undo()
