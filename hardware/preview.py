"""Turns a PDF's first page into a picture, for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DPI = 110
POINTS_PER_INCH = 72


def first_page(pdf: Path, target: Path) -> Path:
    """Write the first page as PNG at 110 dpi; OSError where either file cannot be used."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[0].render(scale=DPI / POINTS_PER_INCH).to_pil()
        picture.save(target)
    finally:
        document.close()
    return target


def all_pages(pdf: Path, dpi: int) -> Iterator[tuple[int, int, bytes]]:
    """Draw each page at a resolution: width and height in dots, 32-bit BGRx bytes without gaps.

    OSError where the file cannot be used.
    """
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise OSError(0, str(error), str(pdf)) from error
    try:
        for page in document:
            picture = page.render(
                scale=dpi / POINTS_PER_INCH, force_bitmap_format=raw.FPDFBitmap_BGRx
            )
            yield picture.width, picture.height, bytes(picture.buffer)
    finally:
        document.close()
