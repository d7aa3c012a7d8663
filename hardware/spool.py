"""Files for paper: names that stay inside their folder, and writing whole or not at all."""

from __future__ import annotations

import os
import re
import secrets
from hashlib import sha256
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_NAME_LIMIT: Final = 80  # characters of a file name's middle part
_WINDOWS_DEVICES: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def document_name(number: str, copy: int = 0, kind: str = "slip", ending: str = ".pdf") -> str:
    """Return the file name of a paper: ``slip-SH-10388-2.pdf``, ``slip-SH-1+copy-2.pdf``.

    Only ASCII letters, digits, ``.``, ``_`` and ``-`` of the number are kept.  A number that had
    others, or was too long, gets eight hex digits of its SHA-256, so that no two share a name.
    The leading ``kind`` keeps Windows' device names (CON, NUL) from being whole names.
    """
    kept = re.sub(r"[^A-Za-z0-9._-]+", "_", number).strip("._")[:_NAME_LIMIT]
    if kept != number or _WINDOWS_DEVICES.fullmatch(kept):
        digest = sha256(number.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        kept = f"{kept}-{digest}".lstrip("-")
    return f"{kind}-{kept}{f'+copy-{copy}' if copy > 0 else ''}{ending}"


def write_whole(target: Path, data: bytes) -> None:
    """Put the bytes at the target, durable, mode 0600; a crash leaves the old file or the new one.

    A symbolic link at the target is replaced, never followed.  Raises OSError, which names the
    target and not the file beside it in which the bytes are gathered.
    """
    try:
        _write_whole(target, data)
    except OSError as error:
        error.filename, error.filename2 = str(target), None
        raise
    _sync_folder(target.parent)


def _write_whole(target: Path, data: bytes) -> None:
    part = target.with_name(f".{secrets.token_hex(8)}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(part, flags, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable where the system can (Windows cannot open a folder)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
