"""Test pages: one PDF page, or one ZPL label, that says that it arrived."""

from __future__ import annotations

from io import BytesIO

from app.texts.printers import printer_words


def test_page(kind: str) -> bytes:
    """Return a ZPL label for ``label``, a PDF page for every other kind of paper."""
    words = printer_words("test_page", kind=kind)
    if kind == "label":
        return f"^XA^CI28^FO30,30^A0N,40,40^FD{words}^FS^XZ\n".encode()
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    page = BytesIO()
    canvas = Canvas(page, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 20)
    canvas.drawString(60, A4[1] - 90, words)
    canvas.rect(30, 30, A4[0] - 60, A4[1] - 60)
    canvas.save()
    return page.getvalue()
