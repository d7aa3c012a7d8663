"""Dock's presenter: the board of a day, and what a supervisor says of trucks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.services.dock_board import DockDay, dock_day, dock_trucks
from app.services.no_shows import note_no_shows
from app.services.swapping import swap_doors
from app.services.trucks import TruckEvent, take_back, tell_truck
from app.texts import screen, sentence
from app.texts.difference import freed_sentence
from ui.presenters.dock_clocks import worth_saying
from ui.presenters.dock_considering import DockConsidering
from ui.presenters.dock_saying import SWAP, told_event
from ui.presenters.dock_scene import dock_scene

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime, tzinfo

    from app.domain.board import Truck
    from app.domain.errors import FloorError
    from app.services.desk import Desk
    from ui.floor_thread import FloorThread


class DockPresenter(QObject):
    """Shows a day and sends every drag and button to the service of the ``appointment`` command.

    ``undoable`` tells in words what could be taken back for a while, ``effect`` what a move that
    is being considered would do, ``sounded`` the sound of a door that begins to run late.
    """

    scene = Signal(object)
    changed = Signal()
    undoable = Signal(str)
    effect = Signal(object)
    trouble = Signal(str)
    sounded = Signal(str)

    def __init__(self, desk: Desk, floor: FloorThread, zone: Callable[[], tzinfo]) -> None:
        super().__init__()
        self.desk, self.floor, self._zone = desk, floor, zone
        self.day: date | None = None
        self.board: DockDay | None = None
        self.considering = DockConsidering(desk, floor, zone)
        self.considering.effect.connect(self.effect)
        self._last_told: str | None = None

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

    def move(self, truck_id: int, door: str, start: datetime) -> None:
        """Move a truck to a time and a door."""
        truck = self._truck(truck_id)
        if truck is not None:
            asn = truck.asn
            said = screen(
                "moved", carrier=asn, door=door or screen("yard_place"), time=f"{start:%H:%M}"
            )
            self._tell(asn, TruckEvent("move", start, door), said)

    def consider(self, truck_id: int, door: str, start: datetime) -> None:
        """Say what a move would do to orders."""
        truck = self._truck(truck_id)
        if truck is not None:
            self.considering.truck_event(truck, TruckEvent("move", start, door))

    def say_event(self, asn: str, kind: str, door: str) -> None:
        """Say what happened to a truck."""
        if kind == "undo":
            self.take_back(asn)
            return
        if kind == SWAP:
            said = screen("swap_told", carrier=asn, other=door)
            self._do(asn, lambda: swap_doors(asn, door, self.desk), said)
            return
        event, said = told_event(asn, kind, door, self.board, self.desk.actor)
        self._tell(asn, event, said)

    def undo(self) -> None:
        """Take back what was told last at this screen."""
        if self._last_told is not None:
            self.take_back(self._last_told)
            self._last_told = None

    def take_back(self, asn: str) -> None:
        """Take back the newest event of a truck."""
        self.floor.submit(lambda: take_back(asn, self.desk), self._after, self._failed)

    def _truck(self, truck_id: int) -> Truck | None:
        slots = self.board.slots if self.board else ()
        return next((slot.truck for slot in slots if slot.truck.id == truck_id), None)

    def _tell(self, asn: str, event: TruckEvent, said: str) -> None:
        self._do(asn, lambda: tell_truck(asn, event, self.desk), said)

    def _do(self, asn: str, job: Callable[[], Mapping[str, Any]], said: str) -> None:
        def after(result: Mapping[str, Any]) -> None:
            self._last_told = asn
            freed = freed_sentence(result["freed"])
            self.undoable.emit(f"{said}. {freed}" if freed else said)
            self._after(result)

        self.floor.submit(job, after, self._failed)

    def _after(self, _result: object) -> None:
        self.changed.emit()
        self.refresh()

    def _show_trucks(self, board: DockDay) -> None:
        if self.board is None:
            self.scene.emit(replace(dock_scene(board, self._zone()), facts=()))

    def _show(self, board: DockDay) -> None:
        before, late = self.board, {overrun.door for overrun in worth_saying(board)}
        if before and late - {overrun.door for overrun in worth_saying(before)}:
            self.sounded.emit("warning")
        self.board = self.considering.board = board
        self.scene.emit(dock_scene(board, self._zone()))

    def _failed(self, error: FloorError) -> None:
        self.trouble.emit(sentence(error.code, **error.data))
