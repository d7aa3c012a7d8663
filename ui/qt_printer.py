"""Qt's printers: pages drawn at the printer's own resolution, on any system that Qt prints on."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.domain.printing import Handing, Handover
from app.texts.printers import printer_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from app.domain.printing import Paper

QT: Final = "qt:"  # before the name of a printer that Qt prints on
_MOST_DPI: Final = 600  # a page of more takes hundreds of megabytes and looks no better


def _application() -> QGuiApplication:
    """Return the one application; a command, which has none, gets one without a display."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(sys.argv[:1])


def qt_printers() -> tuple[str, ...]:
    """Return the names of the printers that Qt finds, each with ``qt:`` before it."""
    _application()
    return tuple(f"{QT}{name}" for name in QPrinterInfo.availablePrinterNames())


class QtPrinter:
    """One of Qt's printers, or a PDF file in its place (``file``, for trying it out).

    ``pages`` draws a PDF's pages at a resolution (dots per inch), each as width, height and bytes
    of 32-bit BGRx, which must not outlive the call that draws the next.
    """

    def __init__(
        self,
        name: str,
        pages: Callable[[Path, int], Iterator[tuple[int, int, bytes]]],
        file: Path | None = None,
    ) -> None:
        """Take the printer's name as Qt has it; it need not be there yet."""
        self._name, self._pages, self._file = name, pages, file
        self._application = _application()

    @property
    def name(self) -> str:
        """The printer's name, told from a spooler's queue by what stands before it."""
        return f"{QT}{self._name}"

    def hand_over(self, paper: Paper) -> Handover:
        """Draw the pages; Qt tells that they went to the system, never that they were printed."""
        try:
            if not paper.file.read_bytes().startswith(b"%PDF"):
                return Handover(Handing.TURNED_AWAY, said=printer_words("pages_only"))
            size = next(self._pages(paper.file, 72))[:2]  # in points
        except OSError as error:
            return Handover(Handing.TURNED_AWAY, said=str(error))
        if self._file is None and self.name not in qt_printers():
            return Handover(Handing.TURNED_AWAY, said=printer_words("no_such_printer"))
        printer = self._printer(paper, *size)
        painter = QPainter()
        if not painter.begin(printer):
            return Handover(Handing.TURNED_AWAY, said=printer_words("qt_refused"))
        try:
            self._draw(painter, printer, paper.file)
        except OSError as error:
            printer.abort()
            painter.end()
            return Handover(Handing.NO_ANSWER, said=str(error))
        if not painter.end() or printer.printerState() is QPrinter.PrinterState.Error:
            return Handover(Handing.NO_ANSWER, said=printer_words("qt_refused"))
        if self._file is not None:
            return Handover(Handing.DONE, self._file.name)
        return Handover(Handing.TAKEN, said=printer_words("only_sent"))

    def became(self, job: str) -> Handover:
        """Nobody can say: Qt gives its papers no number."""
        return Handover(Handing.NO_ANSWER, job)

    def _printer(self, paper: Paper, wide: int, high: int) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if self._file is None:
            printer.setPrinterName(self._name)
        else:
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(self._file))
        printer.setResolution(min(printer.resolution(), _MOST_DPI))
        printer.setDocName(f"{paper.kind} {paper.number}")
        printer.setFullPage(True)
        size = QSizeF(min(wide, high), max(wide, high))
        printer.setPageSize(QPageSize(size, QPageSize.Unit.Point))
        lies = QPageLayout.Orientation.Landscape
        printer.setPageOrientation(lies if wide > high else QPageLayout.Orientation.Portrait)
        return printer

    def _draw(self, painter: QPainter, printer: QPrinter, file: Path) -> None:
        for place, (wide, high, dots) in enumerate(self._pages(file, printer.resolution())):
            if place and not printer.newPage():
                raise OSError(0, printer_words("qt_refused"))
            image = QImage(dots, wide, high, wide * 4, QImage.Format.Format_RGB32)
            whole = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
            painter.drawImage(QRectF(0, 0, whole.width(), whole.height()), image)
