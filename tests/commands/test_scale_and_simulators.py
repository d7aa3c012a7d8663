"""The commands ``scale`` and ``simulate``, as people run them side by side."""

import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.device import DeviceProfile, LinkState
from hardware.serial_source import SerialSource
from tests.commands.program import Ended, Program, Running
from tests.hardware.pty_scanner import Listener, surroundings

Inside = Callable[..., Ended]


def hear_until(running: Running, **wanted: object) -> None:
    while wanted.items() - (told := running.hear()).items():
        assert told["link"]


def test_a_simulated_scale_is_weighed_by_the_scale_command(nothing: Program) -> None:
    with nothing.running("simulate", "scale", "--protocol", "nci", "--json") as played:
        opened = played.hear()
        port = opened["path"]
        assert opened["settings"] == {"scale_port": port, "scale_protocol": "nci"}
        with nothing.running("scale", "--port", port, "--protocol", "nci") as scale:
            played.ask("1.250 kg")
            hear_until(scale, grams="1250.000", stable=True)
            played.ask("unstable")
            hear_until(scale, grams="1250.000", stable=False)
            played.ask("overload")
            hear_until(scale, state="overload", grams=None)
            played.ask("unplug")
            hear_until(scale, link="disconnected", grams=None)
            scale.child.send_signal(signal.SIGINT)
            assert scale.end().code == 0
        ended = played.end()
    assert (ended.code, ended.err) == (0, "")
    assert not Path(port).is_symlink()


def test_one_stable_weight_ends_the_command(nothing: Program) -> None:
    with nothing.running("simulate", "scale", "--protocol", "continuous", "--json") as played:
        port = played.hear()["path"]
        played.ask("7.5 oz")
        told = nothing.run("scale", "--port", port, "--protocol", "continuous", "--stable")
        played.child.send_signal(signal.SIGTERM)
        assert played.end().code == 0
    assert told.code == 0
    assert told.json["grams"] == "212.621"


def test_a_stable_weight_is_waited_for_no_longer_than_asked(nothing: Program) -> None:
    with nothing.running("simulate", "scale", "--json") as played:
        waits = ("scale", "--port", played.hear()["path"], "--stable", "--wait")
        played.ask("2 lb")
        told = nothing.run(*waits, "60")
        played.ask("overload")
        refused = nothing.run(*waits, "1")
        played.end()
    assert told.json["grams"] == "907.185"
    assert refused.code == 1
    assert refused.complaint == ("No stable weight: The load is too heavy; take something off.")


def test_no_scale_at_the_port_is_said_after_the_wait(inside: Inside) -> None:
    ended = inside("scale", "--port", "no-such-port", "--stable", "--wait", "0.5")

    assert ended.code == 1
    assert ended.complaint == "No stable weight: The scale is not connected; plug it in."


@pytest.mark.parametrize("line", [("--wait", "5"), ("--stable", "--wait", "-1"),
                                  ("--stable", "--wait", "soon")])  # fmt: skip
def test_a_wait_that_is_none_is_wrong_usage(inside: Inside, line: tuple[str, ...]) -> None:
    assert inside("scale", "--port", "x", *line).code == 2


def test_a_simulated_scanner_scans_each_line_and_shows_what_comes_back(nothing: Program) -> None:
    options = ("--suffix", "cr", "--aim", "]C1", "--double", "--garbage", "--ack", "--json")
    listener = Listener()
    with nothing.running("simulate", "scanner", *options) as played:
        port = played.hear()["path"]
        source = SerialSource(DeviceProfile(path=port, same_code_ms=0), surroundings())
        source.start(listener.said, listener.linked)
        listener.wait_for(LinkState.CONNECTED)
        assert played.ask(r"0109501101530003\x1d21A") == {
            "said": r"0109501101530003\x1d21A",
            "heard": None,
        }
        noise, first, second = (listener.next_scan() for _ in range(3))
        ended = played.end()
        listener.wait_for(LinkState.DISCONNECTED)
        source.stop()
    assert noise.aim == ""
    assert (first.aim, first.text) == ("]C1", "0109501101530003\x1d21A")
    assert second.text == first.text
    assert (ended.code, ended.err) == (0, "")


@pytest.mark.parametrize(
    ("said", "about"),
    [("", ""), ("heavy\n", "heavy"), ("1 stone\n", "stone"), ("1e9 kg\n", "1e9"), ("²kg\n", "²")],
)
def test_a_word_that_is_no_weight_is_told_and_goes_on(
    nothing: Program, said: str, about: str
) -> None:
    ended = nothing.run("simulate", "scale", scans=said)

    assert ended.code == 0
    assert about in ended.err
    assert not said.strip() or "nothing to weigh" in ended.err


def test_no_scale_named_is_refused_in_words(inside: Inside) -> None:
    assert inside("scale") == Ended(1, "", "No scale is named. Give --port, or set scale_port.\n")


@pytest.mark.parametrize(
    ("name", "value"),
    [("scale_protocol", "smoke"), ("scale_unit", "stone"), ("scale_baud_rate", "9601")],
)
def test_a_setting_that_no_scale_has_is_refused(inside: Inside, name: str, value: str) -> None:
    ended = inside("settings", name, value)

    assert ended.code == 1
    assert value in ended.complaint


@pytest.mark.parametrize("device", ["scanner", "scale"])
def test_a_system_without_pseudo_terminals_says_so(
    inside: Inside, monkeypatch: pytest.MonkeyPatch, device: str
) -> None:
    monkeypatch.delitem(sys.modules, "hardware.pty_line", raising=False)
    monkeypatch.setitem(sys.modules, "pty", None)

    ended = inside("simulate", device)

    assert ended.code == 1
    assert ended.complaint.startswith("This system has no pseudo-terminals")


@pytest.mark.parametrize(
    "line",
    [("toaster",), ("scale", "--protocol", "x"), ("scanner", "--rate", "0"),
     ("scanner", "--suffix", "x"), ("scanner", "--file", "no-such-file"), ("scale", "1 kg")],
)  # fmt: skip
def test_wrong_usage_of_simulate_is_code_2(inside: Inside, line: tuple[str, ...]) -> None:
    assert inside("simulate", *line).code == 2
