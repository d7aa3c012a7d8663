"""What puts papers on pages, and pages on printers; each is imported when it is first asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import BadValueError
from app.domain.printing import is_raw

if TYPE_CHECKING:
    from app.domain.labels import LabelForm
    from app.ports import (
        DayWriter,
        LabelWriter,
        OsdWriter,
        PickWriter,
        ScannerSheetWriter,
        SlipPrinter,
        SlipWriter,
    )


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


def pick_writer(page: str) -> PickWriter:
    """Return who writes pick lists."""
    from hardware.pick_pdf import pick_pdf
    from hardware.sheet_pages import SheetWriter

    return SheetWriter(pick_pdf, "Letter" if page == "Letter" else "A4")


def label_writer(form: LabelForm, page: str, dpi: int) -> LabelWriter:
    """Return who writes labels as a PDF, commands alone on a page size, or as ZPL for that dpi."""
    from hardware.label_writer import PdfLabelWriter, ZplLabelWriter

    if form == "zpl":
        return ZplLabelWriter(dpi)
    return PdfLabelWriter("Letter" if page == "Letter" else "A4")


def scanner_writer(page: str) -> ScannerSheetWriter:
    """Return who writes the sheet that tests scanners."""
    from hardware.scanner_sheet_pdf import scanner_sheet_pdf
    from hardware.sheet_pages import SheetWriter

    return SheetWriter(scanner_sheet_pdf, "Letter" if page == "Letter" else "A4")


def printer_of(documents: Path, name: str) -> SlipPrinter:
    """Return the printer of that name: a path is a folder, ``tcp://HOST:PORT`` takes labels.

    No name is the documents folder, any other a queue of the spooler.  Raises BadValueError.
    """
    from hardware.folder_printer import FolderPrinter
    from hardware.lp_printer import LpPrinter
    from hardware.tcp_printer import TcpPrinter

    if not name:
        return FolderPrinter(documents)
    if name.startswith(("/", "~", ".")) or Path(name).is_absolute():
        return FolderPrinter(Path(name).expanduser())
    try:
        return TcpPrinter(name) if is_raw(name) else LpPrinter(name)
    except ValueError as error:
        raise BadValueError("bad_printer", value=name) from error
