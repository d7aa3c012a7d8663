"""Labels to print, and the reader that sees of their PDF what a person and a scanner see."""

from collections.abc import Sequence
from datetime import date

import pypdfium2

from app.domain.labels import (
    CartonLabel,
    CrossDockLabel,
    Label,
    LocationLabel,
    PutAwayLabel,
    commands_to_print,
    make_sscc,
)
from hardware.label_pdf import labels_pdf
from tests.hardware.slips import FONTS, Printed

CROSSED = CrossDockLabel(
    *("LANE-07", "SO-10388", "2", "Hotel Brisa", "LMP-220-OAK", "Desk lamp, oak"),
    units=2, of=5, truck="ASN-70409 · Nordlicht GmbH",
)  # fmt: skip
SHELVED = PutAwayLabel(
    "B-02-14", "JAR-1", "Jar of pickles", 12, "ASN-70409 · Acme", "L2026-11", date(2027, 3, 1), "S9"
)
PLACE = LocationLabel("A-05-12", "storage", "dry")
SSCC = make_sscc("0614141", 123)
CARTON = CartonLabel(
    SSCC,
    ("Harbour Road Distribution", "14 Harbour Road, Unit 3"),
    ("Hotel Brisa", "Goods entrance, Recepción", "46024 València"),
    *("SO-10388", "SH-10388-2", 2, 5),
    carrier="Corvane Parcel",
)
LABELS: tuple[Label, ...] = (CROSSED, SHELVED, PLACE, CARTON)
COMMANDS = commands_to_print()


class PrintedLabels(Printed):
    """Labels as printed."""

    def __init__(self, labels: Sequence[Label]) -> None:
        self.data, self.warnings = labels_pdf(labels, FONTS)
        self._document = pypdfium2.PdfDocument(self.data)
