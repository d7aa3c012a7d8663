"""A typing scanner is examined and mended on a real X server that has another keyboard."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from app.domain.barcode import GS
from app.domain.doctor_labels import LABELS
from tests.support.x_child import XChild, x_child
from tests.ui.test_foreign_keyboards import keys_of

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.x11
TAB = "23"


@pytest.fixture
def desk(request: pytest.FixtureRequest, x_display: str) -> Iterator[XChild]:
    """The bench, patient with xdotool, on a system with this keyboard, which is set back."""
    environment = {**os.environ, "DISPLAY": x_display}
    try:
        with x_child(x_display, "tests.ui.wedge_window", "250") as desk:
            subprocess.run(["setxkbmap", request.param], env=environment, check=True)
            yield desk
    finally:
        subprocess.run(["setxkbmap", "us"], env=environment, check=True)


@pytest.mark.parametrize(
    ("desk", "end"),
    [("us", [TAB]), ("us", []), ("fr", [TAB]), ("fr", []), ("de", [TAB]), ("gb", [])],
    indirect=["desk"],
)
def test_four_scans_mend_a_typing_scanner(desk: XChild, end: list[str]) -> None:
    codes = [label.code.replace(GS, "|") for label in LABELS]
    desk.order("focus field")
    desk.order("examine on")
    for code in codes:
        desk.keyboard("key", "--delay", "1", *list(keys_of(code))[:-1], *end)
        desk.wait_for_key("read")
    desk.scans.clear()

    desk.order("save")
    desk.order("examine off")
    for code in codes:
        desk.keyboard("key", "--delay", "1", *list(keys_of(code))[:-1], *end)
        desk.settle()

    assert desk.wait_for_scans(len(LABELS)) == [label.code for label in LABELS]
    assert desk.report()["field"] == ""
