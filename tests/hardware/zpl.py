"""A small reader of ZPL: what a printer would take for a command, a text, or bars."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

COMMAND = re.compile(r"([\^~])(A0|[A-Z]{2})([^\^~]*)")
HEX = re.compile(r"((?:_[0-9A-F]{2})+)")
SET_B = {">0": ">", "><": "^", ">=": "~"}
SILENT = {"XA", "XZ", "A0", "FS", "LH", "GB", "CI"}
GS = "\x1d"


@dataclass
class ReadLabel:
    """One label as read: its size in dots, its commands' names, texts and bars."""

    wide: int = 0
    high: int = 0
    commands: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    bars: list[tuple[str, int, int]] = field(default_factory=list)  # data, dots of a module, left
    _dots: int = 0
    _left: int = 0
    _is_bars: bool = False

    def take(self, name: str, rest: str) -> None:
        """Take one command with what follows it."""
        self.commands.append(name)
        if name == "FD":
            self._data(rest)
        elif name == "FO":
            self._left, self._is_bars = int(rest.split(",")[0]), False
        elif name in {"PW", "LL", "BY"}:
            setattr(self, {"PW": "wide", "LL": "high", "BY": "_dots"}[name], int(rest))
        elif name == "BC":
            self._is_bars = True
        else:
            assert name in SILENT or (name, rest) == ("FH", "_"), name

    def _data(self, rest: str) -> None:
        if self._is_bars:
            self.bars.append((_bars(rest), self._dots, self._left))
        else:
            assert self.commands[-2] == "FH"
            self.texts.append(_plain(rest))


def read_zpl(data: bytes) -> list[ReadLabel]:
    """Read labels; AssertionError for what is between them, and for a control command."""
    labels: list[ReadLabel] = []
    text = data.decode("utf-8")
    assert not COMMAND.sub("", text).strip(), "text outside commands"
    for sign, name, rest in COMMAND.findall(text):
        assert sign == "^", f"a control command: ~{name}"
        if name == "XA":
            assert not labels or labels[-1].commands[-1] == "XZ"
            labels.append(ReadLabel())
        assert name == "XA" or labels[-1].commands[-1] != "XZ"
        labels[-1].take(name, rest)
    assert all(label.commands[1] == "CI" for label in labels)
    return labels


def _plain(text: str) -> str:
    """Undo hex of bytes between letters that stand for themselves."""
    parts = HEX.split(text)
    return "".join(
        bytes.fromhex(part.replace("_", "")).decode() if place % 2 else part
        for place, part in enumerate(parts)
    )


def _bars(data: str) -> str:
    """Return what bars say; GS1-128 begins with a GS, for its FNC1."""
    start, rest = data[:2], data[2:]
    if start == ">;":
        assert re.fullmatch(r">8([0-9]{2})+", rest)
        return GS + rest[2:]
    assert start == ">:"
    return re.sub(r">.", lambda found: SET_B[found[0]], rest)
