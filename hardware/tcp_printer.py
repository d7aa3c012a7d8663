"""A label printer on the network: raw ZPL to a TCP port, usually 9100 (ZPL II Programming Guide).

``~HS`` (host status) is asked before and after.  Bytes that the system has taken are not printed
labels: where the printer answers no ``~HS``, all that is known is that they were sent.
"""

from __future__ import annotations

import re
import socket
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Final

from app.domain.printing import Handing, Handover
from app.texts.printers import printer_words
from hardware.zebra_status import HostStatus, parse_status

if TYPE_CHECKING:
    from app.domain.printing import Paper

ADDRESS: Final = re.compile(
    r"tcp://(?P<host>[A-Za-z0-9][A-Za-z0-9.-]{0,252}|\[[0-9A-Fa-f:.]{2,45}\])(?::(?P<port>[0-9]{1,5}))?"
)
PORT: Final = 9100
_ASK: Final = b"~HS\r\n"
_PAGE: Final = b"%PDF"


class TcpPrinter:
    """One printer at ``tcp://HOST:PORT`` that is sent labels, never pages.

    ``patience_s`` is how long it may take to connect, to take bytes and to print; ``answer_s`` how
    long it may think about its status.
    """

    def __init__(self, address: str, patience_s: float = 15.0, answer_s: float = 1.5) -> None:
        """Take the address; raises ValueError where it is none."""
        match = ADDRESS.fullmatch(address)
        port = int(match["port"] or PORT) if match else 0
        if match is None or not 0 < port < 65536:
            raise ValueError(f"not an address of a printer: {address!r}")
        self._where = (match["host"].strip("[]"), port)
        self._name = f"tcp://{match['host']}:{port}"
        self._patience_s, self._answer_s = patience_s, answer_s

    @property
    def name(self) -> str:
        """The address, with its port."""
        return self._name

    def hand_over(self, paper: Paper) -> Handover:
        """Send a label's bytes; a page is turned away, since such a printer would print its source.

        Turned away until the first byte is sent; from then on a break is NO_ANSWER.
        """
        try:
            data = paper.file.read_bytes()
        except OSError as error:
            return Handover(Handing.TURNED_AWAY, said=str(error))
        if data.startswith(_PAGE):
            return Handover(Handing.TURNED_AWAY, said=printer_words("labels_only"))
        try:
            line = socket.create_connection(self._where, self._patience_s)
        except OSError as error:
            return Handover(Handing.TURNED_AWAY, said=error.strerror or str(error))
        with line:
            return self._print(line, data)

    def became(self, job: str) -> Handover:
        """Nobody can say: such a printer gives its labels no number."""
        return Handover(Handing.NO_ANSWER, job)

    def _print(self, line: socket.socket, data: bytes) -> Handover:
        try:
            before = self._status(line)
        except OSError as error:
            return Handover(Handing.TURNED_AWAY, said=error.strerror or str(error))
        if before is not None and before.trouble:
            return Handover(Handing.TURNED_AWAY, said=printer_words(before.trouble))
        if cut := self._send(line, data):
            return cut
        try:
            return self._see_off(line, answers=before is not None)
        except OSError as error:
            return Handover(Handing.NO_ANSWER, said=error.strerror or str(error))

    def _send(self, line: socket.socket, data: bytes) -> Handover | None:
        """Send all; return what to say where it breaks off."""
        line.settimeout(self._patience_s)
        left = memoryview(data)
        try:
            while left:
                left = left[line.send(left) :]
        except OSError as error:
            sent = len(data) - len(left)
            why = printer_words("cut_off", sent=sent, whole=len(data), why=error.strerror or error)
            answer = Handing.NO_ANSWER if sent else Handing.TURNED_AWAY
            return Handover(answer, said=why)
        return None

    def _see_off(self, line: socket.socket, *, answers: bool) -> Handover:
        """Wait until the printer says that it has nothing left to print, if it says anything."""
        if not answers:
            line.shutdown(socket.SHUT_WR)
            line.settimeout(self._answer_s)
            with suppress(TimeoutError):
                while line.recv(256):
                    pass
            return Handover(Handing.TAKEN, said=printer_words("only_sent"))
        until, status = monotonic() + self._patience_s, None
        while monotonic() < until:
            status = self._status(line)
            if status is None or status.trouble:
                break
            if status.is_idle:
                return Handover(Handing.DONE)
        why = status.trouble if status is not None and status.trouble else "fell_silent"
        return Handover(Handing.NO_ANSWER, said=printer_words(why))

    def _status(self, line: socket.socket) -> HostStatus | None:
        """Ask for the status; None where nothing, or nothing that can be read, is answered.

        Raises OSError where the line breaks.
        """
        line.settimeout(self._answer_s)
        line.sendall(_ASK)
        said = b""
        until = monotonic() + self._answer_s
        try:
            while (status := parse_status(said)) is None and monotonic() < until:
                more = line.recv(1024)
                if not more:
                    raise ConnectionResetError(0, printer_words("hung_up"))
                said += more
        except TimeoutError:
            return None
        return status
