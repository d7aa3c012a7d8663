"""Asks the system's spooler about one job, by IPP (RFC 8011, Get-Job-Attributes).

``lpstat`` does not tell a printed job from a cancelled one, nor whose title a job number bears.
"""

from __future__ import annotations

import getpass
import os
import socket
import struct
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Final

PORT: Final = 631
SOCKETS: Final = ("/run/cups/cups.sock", "/var/run/cupsd")
_GET_JOB: Final = 0x0009
_NOT_FOUND: Final = 0x0406
_WANTED: Final = ("job-state", "job-name", "job-state-reasons", "job-printer-state-message")
_OPERATION, _END, _KEYWORD, _URI = 0x01, 0x03, 0x44, 0x45
_CHARSET, _LANGUAGE, _NAME = 0x47, 0x48, 0x42
_PRINTED: Final = 9  # RFC 8011, 5.3.7: 7 is cancelled, 8 aborted; below that it is on its way
_ENDED: Final = 7


@dataclass(frozen=True, slots=True)
class SpoolerJob:
    """What a spooler says of a job; ``title`` is "" where it keeps that to itself."""

    is_printed: bool
    is_ended: bool
    title: str
    said: str


class _Local(HTTPConnection):
    """HTTP over the socket of a spooler on this machine."""

    def __init__(self, path: str, patience_s: float) -> None:
        super().__init__("localhost", timeout=patience_s)
        self._path = path

    def connect(self) -> None:
        """Reach the socket."""
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


def ask_job(job_id: int, patience_s: float = 5.0) -> SpoolerJob | None:
    """Return what the spooler knows of a job, None where it knows no such job.

    Raises OSError where it cannot be reached or answers in no way that we know.
    """
    line = _connection(patience_s)
    try:
        head = {"Content-Type": "application/ipp"}
        line.request("POST", "/", _question(job_id), head)
        answer = line.getresponse()
        status, found = _read(answer.read())
    except (HTTPException, struct.error, IndexError) as error:
        raise OSError(0, str(error) or type(error).__name__) from error
    finally:
        line.close()
    if status == _NOT_FOUND:
        return None
    if status >= 0x0100 or "job-state" not in found:
        raise OSError(0, f"IPP {status:#06x}")
    state = int.from_bytes(found["job-state"])
    title, said = (
        found.get(name, b"").decode("utf-8", "replace") for name in (_WANTED[1], _WANTED[3])
    )
    reasons = found.get("job-state-reasons", b"").decode("utf-8", "replace")
    return SpoolerJob(state == _PRINTED, state >= _ENDED, title, said or reasons)


def _connection(patience_s: float) -> HTTPConnection:
    """Reach the server that CUPS' own programs would: CUPS_SERVER, else the local socket."""
    server = os.environ.get("CUPS_SERVER", "")
    local = [server] if server.startswith("/") else [] if server else SOCKETS
    for path in local:
        if Path(path).exists() and hasattr(socket, "AF_UNIX"):
            return _Local(path, patience_s)
    if server.startswith("/"):
        raise FileNotFoundError(2, os.strerror(2), server)
    host, _, port = server.partition(":")
    return HTTPConnection(host or "localhost", int(port) if port.isdigit() else PORT, patience_s)


def _question(job_id: int) -> bytes:
    user = getpass.getuser()
    parts = [
        struct.pack(">BBHI", 2, 0, _GET_JOB, 1),
        bytes([_OPERATION]),
        _attribute(_CHARSET, "attributes-charset", b"utf-8"),
        _attribute(_LANGUAGE, "attributes-natural-language", b"en"),
        _attribute(_URI, "job-uri", f"ipp://localhost/jobs/{job_id}".encode()),
        _attribute(_NAME, "requesting-user-name", user.encode()),
        _attribute(_KEYWORD, "requested-attributes", _WANTED[0].encode()),
        *(_attribute(_KEYWORD, "", name.encode()) for name in _WANTED[1:]),
        bytes([_END]),
    ]
    return b"".join(parts)


def _attribute(tag: int, name: str, value: bytes) -> bytes:
    return (
        struct.pack(">BH", tag, len(name)) + name.encode() + struct.pack(">H", len(value)) + value
    )


def _read(said: bytes) -> tuple[int, dict[str, bytes]]:
    """Return the status and the first value of each attribute."""
    status = struct.unpack_from(">H", said, 2)[0]
    found: dict[str, bytes] = {}
    place = 8
    while (tag := said[place]) != _END:
        place += 1
        if tag < 0x10:  # a group begins
            continue
        long = struct.unpack_from(">H", said, place)[0]
        name = said[place + 2 : place + 2 + long].decode("utf-8", "replace")
        place += 2 + long
        long = struct.unpack_from(">H", said, place)[0]
        found.setdefault(name, said[place + 2 : place + 2 + long])
        place += 2 + long
    return status, found
