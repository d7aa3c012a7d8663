"""Cross-dock's presenter at work on a floor, with all that it tells."""

from typing import Any

from pytestqt.qtbot import QtBot

from tests.floor import Floor
from ui.floor_thread import FloorThread
from ui.models.crossdock import ChangeScene, CrossdockScene
from ui.presenters.crossdock import CrossdockPresenter


class Screen:
    """A presenter at work, with all that it has told."""

    def __init__(self, qtbot: QtBot, floor: Floor) -> None:
        self.qtbot, self.floor, self.thread = qtbot, floor, FloorThread()
        self.presenter = CrossdockPresenter(floor.desk, self.thread)
        self.scenes: list[CrossdockScene] = []
        self.said: list[str] = []
        self.undoable: list[str] = []
        self.troubles: list[str] = []
        self.presenter.scene.connect(self.scenes.append)
        self.presenter.said.connect(self.said.append)
        self.presenter.undoable.connect(self.undoable.append)
        self.presenter.trouble.connect(self.troubles.append)
        self.ask("refresh")

    def ask(self, what: str, *how: Any) -> None:
        getattr(self.presenter, what)(*how)
        self.settle()

    def apply(self) -> None:
        self.presenter.weigher.apply()
        self.settle()

    def discard(self) -> None:
        self.presenter.weigher.discard()
        self.settle()

    def undo(self) -> None:
        self.presenter.undoer.undo()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.thread.is_idle)

    @property
    def scene(self) -> CrossdockScene:
        return self.scenes[-1]

    @property
    def change(self) -> ChangeScene:
        assert self.scene.change is not None
        return self.scene.change

    def gets(self) -> dict[str, str]:
        return {row.number: row.gets for row in self.scene.orders}
