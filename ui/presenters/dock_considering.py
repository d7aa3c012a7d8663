"""What is being considered on the board: the newest question is answered, older ones dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.dock import SWAP
from app.services.what_if import what_if, what_if_swapped
from app.texts import sentence
from ui.models.dock import EffectScene
from ui.presenters.dock_effect import effect_scene
from ui.presenters.dock_saying import told_event, truck_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from app.domain.board import Truck
    from app.domain.errors import FloorError
    from app.services.desk import Desk
    from app.services.dock_board import DockDay
    from app.services.trucks import TruckEvent
    from ui.floor_thread import FloorThread


class DockConsidering(QObject):
    """Asks one question at a time on the floor thread, so that no dragging piles them up.

    ``effect`` tells the answer to the question asked last, and to no other.
    """

    effect = Signal(object)

    def __init__(self, desk: Desk, floor: FloorThread, zone: Callable[[], tzinfo]) -> None:
        super().__init__()
        self.desk, self.floor, self._zone = desk, floor, zone
        self.board: DockDay | None = None
        self._newest: Callable[[], EffectScene] | None = None
        self._asking = False

    def choice(self, asn: str, kind: str, what: str) -> None:
        """Weigh a choice of a truck's menu; ``what`` as in `told_event`, or whom it swaps with."""
        truck, other = truck_of(self.board, asn), truck_of(self.board, what)
        if truck is None:
            return
        if kind == SWAP and other is not None:
            self.swap(truck, other)
        elif kind != SWAP:
            said, _ = told_event(asn, kind, what, self.board, self.desk.actor)
            self.truck_event(truck, said)

    def truck_event(self, truck: Truck, said: TruckEvent) -> None:
        """Weigh an event of a truck."""
        desk, zone = self.desk, self._zone()
        self._ask(lambda: effect_scene(what_if(truck, said, desk), zone, desk.stamp().at))

    def swap(self, truck: Truck, other: Truck) -> None:
        """Weigh a swap of two trucks' doors."""
        desk, zone = self.desk, self._zone()
        self._ask(lambda: effect_scene(what_if_swapped(truck, other, desk), zone, desk.stamp().at))

    def _ask(self, question: Callable[[], EffectScene]) -> None:
        self._newest = question
        if not self._asking:
            self._send(question)

    def _send(self, question: Callable[[], EffectScene]) -> None:
        self._asking = True

        def answered(effect: EffectScene) -> None:
            self._asking = False
            if self._newest is question:
                self.effect.emit(effect)
            elif self._newest is not None:
                self._send(self._newest)

        def failed(error: FloorError) -> None:
            answered(EffectScene("bad", sentence(error.code, **error.data)))

        self.floor.submit(question, answered, failed)
