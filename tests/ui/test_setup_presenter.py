"""Setup agrees a backorder policy with a customer and says for how many orders it counts."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.floor import make_floor, orders, wants
from ui.floor_thread import FloorThread
from ui.models.setup import CustomerRow, SetupScene
from ui.presenters.setup import SetupPresenter


def test_a_policy_is_agreed_and_ended_and_a_bad_one_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    floor, thread = make_floor(tmp_path / "floor.db"), FloorThread()
    floor.give(orders=orders(wants("SO-1", 1, policy="default"), wants("SO-2", 1)))
    scenes: list[SetupScene] = []
    said: list[str] = []
    troubles: list[str] = []
    presenter = SetupPresenter(floor.desk, thread, lambda _path: None, "here", {})
    presenter.scene.connect(scenes.append)
    presenter.said.connect(said.append)
    presenter.trouble.connect(troubles.append)

    for customer, option in (("Ann", "up_to_n_shipments:2"), (" ", "default")):
        presenter.agree(customer, option)
        qtbot.waitUntil(lambda: thread.is_idle)

    assert scenes[-1].customers == (CustomerRow("Ann", "up to 2"),)
    assert said == ["Ann: up to 2, for 1 order without a policy of their own."]
    assert troubles == ["A customer needs a name."]
    presenter.agree("Ann", "default")
    qtbot.waitUntil(lambda: thread.is_idle)
    assert len(scenes[-1].customers) == 0
    thread.stop()
