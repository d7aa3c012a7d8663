"""Lines of standard input as scans: at once, of bounded length, whatever bytes they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final

from app.domain.barcode import LONGEST_CODE

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_LINE: Final = 4 * (LONGEST_CODE + 1)  # bytes; what is longer is too long a code anyway
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_BLANKS: Final = " \t\r\n"


def scan_lines(stream: BinaryIO) -> Iterator[str]:
    """Yield each line as soon as it is there, without its end; blank ones are passed over.

    Bytes that are no UTF-8 become U+FFFD, which no code of ours holds.  Of a line without end
    only so much is kept that it is refused as too long.
    """
    first = True
    while raw := stream.readline(_LONGEST_LINE):
        if len(raw) == _LONGEST_LINE and not raw.endswith(b"\n"):
            _swallow(stream)
        if first:
            raw, first = raw.removeprefix(_BYTE_ORDER_MARK), False
        line = raw.decode("utf-8", "replace").rstrip("\r\n")
        if line.strip(_BLANKS):
            yield line


def _swallow(stream: BinaryIO) -> None:
    while (more := stream.readline(_LONGEST_LINE)) and not more.endswith(b"\n"):
        pass
