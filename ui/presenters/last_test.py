"""Brings a test scan and the raw read that it came in together, whichever is known first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.presenters.doctor_scene import raw_scan

if TYPE_CHECKING:
    from app.domain.raw_read import RawRead
    from app.domain.scan import Scan
    from ui.models.setup import TestScan


class LastTest:
    """The last code that was scanned to be looked at."""

    def __init__(self) -> None:
        """Begin with none."""
        self._scan: Scan | None = None
        self._shown: TestScan | None = None
        self._read: RawRead | None = None

    def scanned(self, scan: Scan, shown: TestScan) -> TestScan:
        """Show a code, with its raw read where that has come and shows no other code yet."""
        if self._scan is not None or self._read is None or not _is_in(scan, self._read):
            self._read = None
        self._scan, self._shown = scan, shown
        return shown if self._read is None else raw_scan(self._read, shown)

    def came(self, read: RawRead) -> TestScan:
        """Show a raw read, with the code that was in it where that is known already."""
        if self._read is not None or self._scan is None or not _is_in(self._scan, read):
            self._scan = self._shown = None
        self._read = read
        return raw_scan(read, self._shown)


def _is_in(scan: Scan, read: RawRead) -> bool:
    """Whether a code may have come in a read; what keys came out as tells no more than its length.

    A stand-in for GS is never shorter than GS.
    """
    if scan.device != read.device:
        return False
    return scan.raw.decode("latin-1") in read.text and len(scan.text) <= len(read.text)
