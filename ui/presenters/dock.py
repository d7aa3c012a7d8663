"""Dock's presenter: the board of a day, and what a supervisor says of trucks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.domain.board import INBOUND, OUTBOUND
from app.domain.dock import SWAP
from app.services.dock_board import DockDay, dock_day, dock_trucks
from app.services.moving import Telling
from app.services.no_shows import note_no_shows
from app.services.trucks import TruckEvent
from app.texts import screen
from ui.presenters.dock_clocks import worth_saying
from ui.presenters.dock_considering import DockConsidering
from ui.presenters.dock_moves import DockTelling, placings
from ui.presenters.dock_rules import trucks_of
from ui.presenters.dock_saying import LATE, told_event, truck_of
from ui.presenters.dock_scene import dock_scene

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime, tzinfo

    from app.domain.board import Truck
    from app.services.desk import Desk
    from ui.floor_thread import FloorThread
    from ui.models.dock import Place


class DockPresenter(DockTelling):
    """Shows a day and sends every drag and button to the service of the ``appointment`` command.

    ``effect`` tells what a move that is being considered would do, ``sounded`` the sound of a door
    that begins to run late.
    """

    scene = Signal(object)
    effect = Signal(object)
    sounded = Signal(str)

    def __init__(self, desk: Desk, floor: FloorThread, zone: Callable[[], tzinfo]) -> None:
        super().__init__(desk, floor)
        self._zone = zone
        self.day: date | None = None
        self.board: DockDay | None = None
        self.considering = DockConsidering(desk, floor, zone)
        self.considering.effect.connect(self.effect)

    def refresh(self) -> None:
        """Read the board again; the first time the trucks are shown before there is a plan."""
        day = self.day
        if self.board is None:
            self.floor.submit(lambda: dock_trucks(self.desk, day), self._show_trucks, self._failed)
        self.floor.submit(lambda: note_no_shows(self.desk), self._missed, self._failed)
        self.floor.submit(lambda: dock_day(self.desk, day), self._show, self._failed)

    def minute_passed(self) -> None:
        """Let the clocks go on; while the floor is at work they can wait a minute."""
        if self.floor.is_idle:
            self.refresh()

    def _missed(self, numbers: tuple[str, ...]) -> None:
        if numbers:
            self.changed.emit()

    def choose_day(self, day: date) -> None:
        """Show another day."""
        self.day = day
        self.refresh()

    def place(self, places: Sequence[Place]) -> None:
        """Put trucks where their blocks were dropped, all or none."""
        words, tellings = placings(places, trucks_of(self.board) if self.board else {})
        if tellings:
            self.tell(words, tellings)

    def consider(self, truck_id: int, door: str, start: datetime) -> None:
        """Say what a move would do to orders."""
        truck = self._truck(truck_id)
        if truck is not None and truck.direction == INBOUND:
            self.considering.truck_event(truck, TruckEvent("move", start, door))

    def say_event(self, number: str, kind: str, what: str, direction: str = INBOUND) -> None:
        """Say what happened to a truck; ``what`` as in `told_event`, or whom it swaps with."""
        if kind == "undo":
            self.take_back(number, direction)
        elif kind == SWAP:
            self._swap(number, what)
        elif kind == LATE and truck_of(self.board, number) is None:
            self.refresh()  # it left the board while its menu was open
        else:
            event, words = told_event(number, kind, what, self.board, self.desk.actor, direction)
            self.tell(words, [Telling(number, event, direction)])

    def say_of_pickup(self, number: str, kind: str, door: str) -> None:
        """Say what happened to a pickup's truck."""
        self.say_event(number, kind, door, OUTBOUND)

    def _swap(self, number: str, other: str) -> None:
        """Give each of two trucks the other's door."""
        one, two = truck_of(self.board, number), truck_of(self.board, other)
        if one is not None and two is not None:
            words = screen("swap_told", carrier=number, other=other)
            pair = ((number, two.state.door), (other, one.state.door))
            self.tell(words, [Telling(asn, TruckEvent(SWAP, door=door)) for asn, door in pair])

    def _truck(self, block: int) -> Truck | None:
        return trucks_of(self.board).get(block) if self.board else None

    def _after(self, result: object) -> None:
        super()._after(result)
        self.refresh()

    def _show_trucks(self, board: DockDay) -> None:
        if self.board is None:
            self.scene.emit(replace(dock_scene(board, self._zone()), facts=()))

    def _show(self, board: DockDay) -> None:
        before, late = self.board, {overrun.door for overrun in worth_saying(board)}
        if before and before.is_today and late - {overrun.door for overrun in worth_saying(before)}:
            self.sounded.emit("warning")
        self.board = self.considering.board = board
        history = self.history
        scene = dock_scene(board, self._zone())
        self.scene.emit(replace(scene, undo=history.undo_words, redo=history.redo_words))
