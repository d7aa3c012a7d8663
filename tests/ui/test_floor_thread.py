"""Services run one after another off the GUI thread, and one bug does not end the rest."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

import pytest

from app.domain.errors import FloorError, NotFoundError
from ui.floor_thread import FloorThread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def floor(qtbot: QtBot) -> Iterator[FloorThread]:
    thread = FloorThread()
    yield thread
    thread.stop()


def fail(error: Exception) -> None:
    raise error


def nobody(_answer: object) -> None:
    """Take no notice."""


def test_answers_come_in_the_order_of_asking_on_the_gui_thread(
    floor: FloorThread, qtbot: QtBot
) -> None:
    got: list[tuple[int, int]] = []

    def take(number: int) -> None:
        got.append((number, threading.get_ident()))

    with qtbot.waitSignal(floor.idle):
        for number in range(50):
            floor.submit(partial(int, number), take)

    assert got == [(number, threading.get_ident()) for number in range(50)]


def test_work_runs_on_another_thread(floor: FloorThread, qtbot: QtBot) -> None:
    got: list[int] = []
    with qtbot.waitSignal(floor.idle):
        floor.submit(threading.get_ident, got.append)

    assert got != [threading.get_ident()]


def test_a_floor_mistake_goes_to_whom_it_concerns(floor: FloorThread, qtbot: QtBot) -> None:
    done: list[None] = []
    failed: list[FloorError] = []
    error = NotFoundError("unknown_order", number="SO-1")

    with qtbot.waitSignal(floor.idle), qtbot.assertNotEmitted(floor.broke):
        floor.submit(lambda: fail(error), done.append, failed.append)

    assert (done, failed) == ([], [error])


def test_a_floor_mistake_that_concerns_nobody_is_passed_over(
    floor: FloorThread, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(floor.idle), qtbot.assertNotEmitted(floor.broke):
        floor.submit(lambda: fail(NotFoundError("unknown_order", number="SO-1")), nobody)


def test_a_bug_is_told_and_the_next_scan_is_answered(floor: FloorThread, qtbot: QtBot) -> None:
    bug = ZeroDivisionError()
    failed: list[FloorError] = []
    got: list[str] = []

    with qtbot.waitSignal(floor.broke) as broke, qtbot.waitSignal(floor.idle):
        floor.submit(lambda: fail(bug), nobody, failed.append)
        floor.submit(lambda: "next", got.append)

    assert (broke.args, failed, got) == ([bug], [], ["next"])


def test_it_is_busy_until_the_answer_is_handed_back(floor: FloorThread, qtbot: QtBot) -> None:
    with qtbot.waitSignal(floor.idle):
        floor.submit(lambda: None, nobody)
        assert not floor.is_idle

    assert floor.is_idle


def test_what_was_asked_before_the_end_is_still_done(qtbot: QtBot) -> None:
    floor, ran = FloorThread(), list[int]()
    for number in range(3):
        floor.submit(partial(ran.append, number), nobody)
    floor.stop()

    assert ran == [0, 1, 2]
