"""Slips to print, and a reader that sees of a PDF what a person and a scanner see."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property

import pypdfium2
import zxingcpp
from pypdfium2 import raw

from app.domain.documents import LineToCome, PackingSlip, SlipLine
from hardware.fonts import FontBook
from hardware.slip_pdf import PageSize, slip_pdf

FONTS = FontBook()

SLIP = PackingSlip(
    site_name="Harbour Road Distribution",
    site_address="14 Harbour Road, Unit 3 · 2030 Antwerp, Belgium",
    order="SO-10388",
    shipment="SH-10388-2",
    customer="Hotel Brisa",
    ship_to=("Goods entrance, Recepción", "Calle del Faro 118", "46024 València", "Spain"),
    ordered_on=date(2026, 11, 9),
    packed_on=date(2026, 11, 24),
    packed_at_text="station Pack 1, 24 Nov 2026 10:51",
    shipment_count=2,
    shipment_limit=3,
    lines=(
        SlipLine("1", "CIP-028-BLK", "Cast-iron pan 28 cm, black", 6, 2, 4),
        SlipLine("2", "KET-17-BK", "Kettle 1.7 l, matt black", 3, 2, 1),
        SlipLine("3", "TWL-70-SND", "Bath towel 70 × 140 cm, sand", 10, 8, 2),
        SlipLine("4", "BTL-500-TL", "Insulated bottle 500 ml, teal", 6, 0, 6),
    ),
    to_come=(
        LineToCome("5", "LMP-220-OAK", "Desk lamp, oak", 2, date(2026, 11, 25), date(2026, 11, 26)),
    ),
    carrier="Corvane Parcel, road",
    tracking="CV 4471 0926 318",
    weight_g=12_360,
    contact="help@harbourroad.example",
    reference="Spring rooms 2",
    earlier=(date(2026, 11, 12),),
)


def long_slip(here: int, to_come: int = 0) -> PackingSlip:
    """Return a slip of so many lines in the box and so many still to come."""
    lines = (
        SlipLine(f"{n}", f"SKU-{n:04}", f"Product {n}, matt black", n + 9, n % 3, n % 9 + 1)
        for n in range(1, here + 1)
    )
    day = date(2026, 11, 25)
    coming = (
        LineToCome(f"{n}", f"DUE-{n:04}", f"Coming {n}", n, day, day + timedelta(n))
        for n in range(1, to_come + 1)
    )
    return replace(SLIP, lines=tuple(lines), to_come=tuple(coming))


class Printed:
    """One slip as printed."""

    def __init__(self, slip: PackingSlip, page: PageSize = "A4") -> None:
        self.data, self.warnings = slip_pdf(slip, page, FONTS)
        self._document = pypdfium2.PdfDocument(self.data)

    def __len__(self) -> int:
        return len(self._document)

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page with all blanks taken out."""
        texts = (page.get_textpage().get_text_range() for page in self._document)
        return [squeezed(text) for text in texts]

    @property
    def text(self) -> str:
        return "".join(self.pages)

    @property
    def sizes(self) -> set[tuple[float, float]]:
        """Widths and heights in points."""
        return {page.get_size() for page in self._document}

    @property
    def images(self) -> int:
        """How many pictures the pages hold."""
        kinds = [raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM]
        return sum(len(list(page.get_objects(filter=kinds))) for page in self._document)

    @property
    def colours(self) -> set[int]:
        """How far from grey any dot of the first page is, 0 for none."""
        picture = self._document[0].render(scale=1).to_pil().convert("RGB")
        return {max(dot) - min(dot) for _, dot in picture.getcolors(1 << 24)}

    def codes(self, page: int, dpi: int) -> list[tuple[str, str]]:
        """The format and text of every barcode that a scanner finds, ordered by text."""
        picture = self._document[page].render(scale=dpi / 72).to_pil().convert("L")
        found = zxingcpp.read_barcodes(picture)
        return sorted((code.text, str(code.format)) for code in found)


def squeezed(text: str) -> str:
    """Take out blanks, and undo what the reader makes of a hyphen that ends a line."""
    return "".join(text.replace("\x02", "-").replace("\ufffe", "-").split())
