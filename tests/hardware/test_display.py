"""Whether a window can be opened, asked before Qt is."""

from __future__ import annotations

import sys

import pytest

from hardware.display import has_display

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux can be without a display"
)


@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ""}, {"DISPLAY": ":4711"}])
def test_there_is_no_display_where_nobody_answers(environment: dict[str, str]) -> None:
    assert not has_display(environment)


@pytest.mark.parametrize(
    "environment",
    [
        {"QT_QPA_PLATFORM": "offscreen"},
        {"WAYLAND_DISPLAY": "wayland-0"},
        {"DISPLAY": "dock-screen:0"},
    ],
)
def test_what_was_chosen_is_believed(environment: dict[str, str]) -> None:
    assert has_display(environment)


@pytest.mark.x11
def test_a_display_that_answers_is_one(x_display: str) -> None:
    assert has_display({"DISPLAY": x_display})
    assert has_display({"DISPLAY": f"{x_display}.0"})
