"""Writers of labels, one for each form that they may have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.labels import CommandLabel
from hardware.fonts import FontBook
from hardware.label_pdf import labels_pdf
from hardware.label_sheet import command_sheet_pdf
from hardware.label_zpl import labels_zpl
from hardware.spool import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.domain.labels import Label
    from hardware.slip_pdf import PageSize


class PdfLabelWriter:
    """Writes labels as a PDF, and commands as one sheet of a page size, as ``app.ports`` asks."""

    def __init__(self, page: PageSize = "A4", fonts: FontBook | None = None) -> None:
        """Take the page size, and fonts already found where there are some."""
        self._page, self._fonts = page, fonts or FontBook()

    def write(self, labels: Sequence[Label], target: Path) -> tuple[str, ...]:
        """Write the PDF whole or not at all, mode 0600; return warnings in plain words.

        Raises OSError where the target cannot be written, LookupError where there is no font.
        """
        commands = [label.command for label in labels if isinstance(label, CommandLabel)]
        if commands and len(commands) == len(labels):
            data, warnings = command_sheet_pdf(commands, self._page, self._fonts)
        else:
            data, warnings = labels_pdf(labels, self._fonts)
        write_whole(target, data)
        return warnings


class ZplLabelWriter:
    """Writes labels in the language of a label printer of 203 or 300 dpi."""

    def __init__(self, dpi: int = 203) -> None:
        """Take the printer's dots an inch."""
        self._dpi = dpi

    def write(self, labels: Sequence[Label], target: Path) -> tuple[str, ...]:
        """Write the file whole or not at all, mode 0600; return warnings in plain words.

        Raises OSError where the target cannot be written.
        """
        data, warnings = labels_zpl(labels, self._dpi)
        write_whole(target, data)
        return warnings
