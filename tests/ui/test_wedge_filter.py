"""A typing scanner on a real X server: every code right, nothing clicked, no person's key lost."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE_S = 30.0
CODES = (
    "4006381333931",
    "A BOX 12 ",
    "]C1010950110153000317261231" + "10LOT-1\x1d21SER-9",
    "LOC-A-01-01",
    "cmd-undo",
    "]{}~@#|\\\"'<>?",
    "]d2\x1d0109501101530003",
    "  4444  ",
    "Close the All 4 cartons",
    "SHIP-ALL",
    "NNNNYYYY",
    "00106141412345678908",
)

pytestmark = pytest.mark.x11


class Desk:
    """The bench window in a child, and a keyboard on its display."""

    def __init__(self, child: subprocess.Popen[str], environment: dict[str, str]) -> None:
        self._child = child
        self._environment = environment
        self.scans: list[dict[str, Any]] = []
        self._said: Queue[dict[str, Any]] = Queue()
        self._listening = Thread(target=self._listen)
        self._listening.start()

    def _listen(self) -> None:
        for line in self._child.stdout or ():
            self._said.put(json.loads(line))
        self._said.put({"ended": True})

    def order(self, line: str) -> None:
        self.tell(f"{line}\n")
        self.wait_for("done", line)

    def tell(self, text: str) -> None:
        assert self._child.stdin is not None
        self._child.stdin.write(text)
        self._child.stdin.flush()

    def wait_for(self, key: str, value: object) -> dict[str, Any]:
        """Read what the child says until this; scans on the way are kept."""
        while (said := self._next()).get(key) != value:
            pass
        return said

    def wait_for_scans(self, how_many: int) -> list[str]:
        while len(self.scans) < how_many:
            self._next()
        return [said["aim"] + said["scan"] for said in self.scans]

    def report(self) -> dict[str, Any]:
        self.tell("report now\n")
        return self.wait_for("report", "now")

    def keyboard(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self._environment, check=True)

    def scan(self, *codes: str, delay_ms: int = 1) -> None:
        self.keyboard(*(part for code in codes for part in keys_of(code, delay_ms)))

    def close(self) -> None:
        self._child.terminate()
        self._listening.join(PATIENCE_S)

    def _next(self) -> dict[str, Any]:
        said = self._said.get(timeout=PATIENCE_S)
        assert "ended" not in said, "the bench window ended by itself"
        if "scan" in said:
            self.scans.append(said)
        return said


def keys_of(code: str, delay_ms: int) -> list[str]:
    """What xdotool is told for a code and Return; GS is typed as wedges do, as Ctrl and ]."""
    delay, words = ["--delay", str(delay_ms)], []
    for place, part in enumerate(code.split("\x1d")):
        words += ["key", *delay, "ctrl+bracketright"] if place else []
        words += ["type", *delay, "--args", "1", part] if part else []
    return [*words, "key", *delay, "Return"]


@pytest.fixture
def desk(x_display: str) -> Iterator[Desk]:
    environment = {**os.environ, "DISPLAY": x_display, "QT_QPA_PLATFORM": "xcb"}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.ui.wedge_window"],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        desk = Desk(child, environment)
        try:
            desk.wait_for("link", "connected")
            desk.order("focus field")
            yield desk
        finally:
            desk.close()


@pytest.mark.parametrize("place", ["field", "button", "table", "menu", "dialog"])
def test_every_code_is_right_and_nothing_is_clicked(desk: Desk, place: str) -> None:
    desk.order(f"focus {place}")

    desk.scan(*CODES)

    assert desk.wait_for_scans(len(CODES)) == [code.strip(" ") for code in CODES]
    report = desk.report()
    assert (report["hits"], report["field"]) == (0, "")


@pytest.mark.parametrize("delay_ms", [0, 5, 12])
def test_scanners_of_any_speed_are_understood(desk: Desk, delay_ms: int) -> None:
    desk.scan(*CODES, delay_ms=delay_ms)

    assert desk.wait_for_scans(len(CODES)) == [code.strip(" ") for code in CODES]


@pytest.mark.wrong_input
def test_control_characters_inside_a_burst_trigger_nothing(desk: Desk) -> None:
    letters = "abcdefghiklnopqrstuvwxyz"  # ctrl+j and ctrl+m are line ends, so codes end there
    keys = [*(f"ctrl+{letter}" for letter in letters), "Escape", "F8", "alt+s"]

    for key in keys:
        type_fast = ["type", "--delay", "1", "--args", "1"]
        desk.keyboard(
            *type_fast, "CODE", "key", "--delay", "1", key, *type_fast, "7", "key", "Return"
        )

    assert len(desk.wait_for_scans(len(keys))) == len(keys)
    report = desk.report()
    assert (report["hits"], report["field"]) == (0, "")


@pytest.mark.right_input
def test_a_persons_typing_arrives_in_the_field(desk: Desk) -> None:
    desk.keyboard("type", "--delay", "90", "Mind the 4th box")

    desk.wait_for("field", "Mind the 4th box")
    desk.keyboard("key", "Return")
    desk.wait_for("returned", "Mind the 4th box")
    assert desk.scans == []


def test_a_fast_roll_is_no_scan_and_arrives(desk: Desk) -> None:
    desk.scan("the", delay_ms=5)

    desk.wait_for("returned", "the")
    assert desk.scans == []


def test_a_persons_keys_during_a_stall_are_not_taken_for_a_scanner(desk: Desk) -> None:
    desk.tell("stall\n")
    desk.scan("12345678", delay_ms=120)
    desk.tell("x")

    desk.wait_for("returned", "12345678")
    assert desk.scans == []


def test_a_scan_during_a_stall_is_whole(desk: Desk) -> None:
    desk.tell("stall\n")
    desk.scan(*CODES)
    desk.tell("x")

    assert desk.wait_for_scans(len(CODES)) == [code.strip(" ") for code in CODES]
    assert desk.report()["field"] == ""


@pytest.mark.right_input
def test_a_persons_shortcut_space_and_enter_still_work(desk: Desk) -> None:
    desk.keyboard("key", "ctrl+s")
    desk.wait_for("hit", 1)
    desk.order("focus button")

    desk.keyboard("key", "space")
    desk.wait_for("hit", 2)
    desk.keyboard("key", "Return")

    desk.wait_for("hit", 3)


def test_after_a_stop_the_keys_are_the_windows_again(desk: Desk) -> None:
    desk.order("stop")

    desk.keyboard("type", "--delay", "1", "4006381333931")

    desk.wait_for("field", "4006381333931")
    assert desk.scans == []
