"""Turns a PDF's first page into a picture, for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2

if TYPE_CHECKING:
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
