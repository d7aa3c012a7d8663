"""What answers the questions that scanners raise, whatever keyboard it is typed on."""

import pytest
from pytestqt.qtbot import QtBot

from app.domain.device import Link, LinkState
from app.domain.layouts import Layout
from app.domain.scan import Scan
from ui.scanner_news import ScannerNews

UNIT = Scan("1", "4006381333931", "Gun")


@pytest.fixture
def news(qapp: object) -> ScannerNews:
    news = ScannerNews()
    news.hear(Link("Gun", LinkState.CONNECTED, repeated=UNIT), "10:42")
    news.hear(Link("Gun", LinkState.CONNECTED, typed_on=Layout.FRENCH), "10:42")
    return news


@pytest.mark.parametrize("typed", ["CMD-DONE", "cmd-done", "C?D)DONE"])
def test_the_keyboard_is_mapped_by_a_scan_as_that_keyboard_types_it(
    qtbot: QtBot, news: ScannerNews, typed: str
) -> None:
    with qtbot.waitSignal(news.layout_chosen) as chosen, qtbot.assertNotEmitted(news.counted):
        assert news.takes(Scan("2", typed, "Gun"))

    assert chosen.args == ["french"]


def test_a_unit_counts_after_all_though_the_keyboard_is_asked_about_too(
    qtbot: QtBot, news: ScannerNews
) -> None:
    with qtbot.waitSignal(news.counted) as counted, qtbot.assertNotEmitted(news.layout_chosen):
        assert news.takes(Scan("2", "CMD-COUNT", "Gun"))

    assert counted.args == [UNIT]


@pytest.mark.wrong_input
@pytest.mark.parametrize("typed", ["CMD-UNDO", "4006381333931", "C?D)DON", "CMDßDONE", ""])
def test_no_other_scan_is_an_answer(qtbot: QtBot, news: ScannerNews, typed: str) -> None:
    with qtbot.assertNotEmitted(news.counted), qtbot.assertNotEmitted(news.layout_chosen):
        assert not news.takes(Scan("2", typed, "Gun"))
