"""A scanner's US keys on a real X server that takes them for another keyboard's."""

import os
import subprocess
from collections.abc import Iterator

import pytest

from app.domain.layouts import SELF_TEST
from tests.support.x_child import XChild, x_child

pytestmark = pytest.mark.x11

FIRST = {10: "1234567890-=", 24: "qwertyuiop[]", 38: "asdfghjkl;'`", 51: "\\zxcvbnm,./", 65: " "}
SHIFTED = {10: "!@#$%^&*()_+", 24: "QWERTYUIOP{}", 38: 'ASDFGHJKL:"~', 51: "|ZXCVBNM<>?"}
CODES = ("4006381333931", "LOC-A-01-01", "ASN_7/b", "]C10109501101530003")


def keys_of(code: str) -> Iterator[str]:
    """The physical keys that a US scanner presses for a code and its end, as xdotool names them."""
    for letter in code:
        for table, shift in ((FIRST, ""), (SHIFTED, "shift+")):
            for first, row in table.items():
                if letter in row:
                    yield f"{shift}{first + row.index(letter)}"
    yield "36"


@pytest.fixture(params=[("us", "us"), ("gb", "uk"), ("fr", "french"), ("de", "german")])
def foreign(request: pytest.FixtureRequest, x_display: str) -> Iterator[tuple[XChild, str]]:
    """The bench with the keyboard that its system believes in, which is set back at last."""
    system, layout = request.param
    environment = {**os.environ, "DISPLAY": x_display}
    try:
        with x_child(x_display, "tests.ui.wedge_window", "250") as desk:
            subprocess.run(["setxkbmap", system], env=environment, check=True)
            yield desk, layout
    finally:
        subprocess.run(["setxkbmap", "us"], env=environment, check=True)


@pytest.mark.right_input
def test_the_self_test_tells_the_keyboard_and_mapped_every_code_is_right(
    foreign: tuple[XChild, str],
) -> None:
    desk, layout = foreign
    for place in ("button", "field"):
        desk.order(f"focus {place}")
        desk.settle()
        desk.keyboard("key", "--delay", "1", *keys_of(SELF_TEST))
        desk.wait_for("typed_on", layout)

    desk.order(f"layout {layout}")
    desk.keyboard("key", "--delay", "1", *(key for code in CODES for key in keys_of(code)))
    found = desk.wait_for_scans(len(CODES))
    desk.keyboard("key", "--delay", "1", "Caps_Lock", *keys_of(CODES[1]))

    inverted = desk.wait_for_scans(len(CODES) + 1)[-1]
    desk.keyboard("key", "Caps_Lock")

    assert found == [*CODES]
    assert inverted == CODES[1]
