"""What puts papers on pages, and pages on printers; each is imported when it is first asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import BadValueError

if TYPE_CHECKING:
    from app.ports import DayWriter, OsdWriter, ScannerSheetWriter, SlipPrinter, SlipWriter


def slip_writer(page: str) -> SlipWriter:
    """Return who writes packing slips on a page size."""
    from hardware.slip_pdf import PdfSlipWriter

    return PdfSlipWriter("Letter" if page == "Letter" else "A4")


def day_writer(page: str) -> DayWriter:
    """Return who writes the day at the dock."""
    from hardware.day_pdf import day_pdf
    from hardware.sheet_pages import SheetWriter

    return SheetWriter(day_pdf, "Letter" if page == "Letter" else "A4")


def osd_writer(page: str) -> OsdWriter:
    """Return who writes what differs on a receipt."""
    from hardware.osd_pdf import osd_pdf
    from hardware.sheet_pages import SheetWriter

    return SheetWriter(osd_pdf, "Letter" if page == "Letter" else "A4")


def scanner_writer(page: str) -> ScannerSheetWriter:
    """Return who writes the sheet that tests scanners."""
    from hardware.scanner_sheet_pdf import scanner_sheet_pdf
    from hardware.sheet_pages import SheetWriter

    return SheetWriter(scanner_sheet_pdf, "Letter" if page == "Letter" else "A4")


def printer_of(documents: Path, name: str) -> SlipPrinter:
    """Return the printer of that name; a path is a folder, no name is the documents folder."""
    from hardware.folder_printer import FolderPrinter
    from hardware.lp_printer import LpPrinter

    if not name:
        return FolderPrinter(documents)
    if name.startswith(("/", "~", ".")) or Path(name).is_absolute():
        return FolderPrinter(Path(name).expanduser())
    try:
        return LpPrinter(name)
    except ValueError as error:
        raise BadValueError("bad_printer", value=name) from error
