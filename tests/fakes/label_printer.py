"""A label printer on a real socket of this machine, as well behaved as it is told to be."""

from __future__ import annotations

import socket
import struct
from threading import Thread
from typing import Final

ASK: Final = b"~HS\r\n"
END: Final = b"^XZ"
NO_WAIT: Final = struct.pack("ii", 1, 0)  # SO_LINGER: closing resets the line
WAYS: Final = (
    "works",
    "says nothing",
    "out of paper",
    "head open",
    "paused",
    "resets in the middle",
    "resets at the end",
    "out of paper after",
    "falls silent after",
    "odd status",
)
_PATIENCE_S: Final = 5.0


def status(paper_out: int = 0, paused: int = 0, head: int = 0, waiting: int = 0) -> bytes:
    """Return a host status as the ZPL guide has it."""
    first = f"030,{paper_out},{paused},1245,{waiting:03d},0,0,0,000,0,0,0"
    second = f"000,0,{head},0,0,2,6,0,00000000,1,000"
    return b"".join(b"\x02%s\x03\r\n" % line.encode() for line in (first, second, "1234,0"))


class LabelPrinter:
    """Listens on 127.0.0.1; what it prints lies in ``tray``, a whole label each."""

    def __init__(self, way: str = "works") -> None:
        """Begin to listen."""
        self.way = way
        self.tray: list[bytes] = []
        self._door = socket.create_server(("127.0.0.1", 0))
        self._port = self._door.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{self._port}"
        self._thread = Thread(target=self._serve, daemon=True)
        self._thread.start()

    def switch_on(self) -> None:
        """Listen again at the same address; nothing happens where it is on."""
        if not self._thread.is_alive():
            self._door = socket.create_server(("127.0.0.1", self._port))
            self._thread = Thread(target=self._serve, daemon=True)
            self._thread.start()

    def switch_off(self) -> None:
        """From now on nobody can reach it."""
        self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._door.accept()
            except OSError:  # switched off
                return
            with line:
                line.settimeout(_PATIENCE_S)
                try:
                    self._work(line)
                except OSError:  # the other side has gone
                    continue

    def _work(self, line: socket.socket) -> None:
        said, printed = b"", 0
        while more := line.recv(4096):
            said += more
            if said.startswith(ASK) and not printed:
                said = said[len(ASK) :]
                self._answer(line, after=False)
            if self.way == "resets in the middle" and said:
                self._reset(line)
                return
            while END in said:
                label, _, said = said.partition(END)
                printed += 1
                self.tray.append(label.removeprefix(ASK) + END)
                if self.way == "resets at the end":
                    self._reset(line)
                    return
            if printed and ASK in said:
                said = said.replace(ASK, b"", 1)
                self._answer(line, after=True)

    def _answer(self, line: socket.socket, *, after: bool) -> None:
        says = {
            "out of paper": status(paper_out=1),
            "head open": status(head=1),
            "paused": status(paused=1),
            "odd status": b"\x02hello\x03\r\n",
        }
        if self.way == "says nothing" or (after and self.way == "falls silent after"):
            return
        if after and self.way == "out of paper after":
            line.sendall(status(paper_out=1, waiting=1))
            return
        line.sendall(says.get(self.way, status()))

    def _reset(self, line: socket.socket) -> None:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NO_WAIT)
        line.close()
