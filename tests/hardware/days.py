"""A day to print, and the reader that sees of its PDF what a person and a scanner see."""

from dataclasses import replace

import pypdfium2

from app.domain.day_sheet import DaySheet, SheetDoor, SheetTruck, SheetUnload
from hardware.day_pdf import day_pdf
from hardware.slip_pdf import PageSize
from tests.hardware.slips import FONTS, Printed

TRUCK = SheetTruck(
    "09:00–10:00", "Scheduled", "Nordfracht", "NF-2207", "ASN-70409", True, 102, 34, 12, 5
)
DAY = DaySheet(
    "Harbour Road Distribution",
    "2026-11-24",
    "Tuesday 24 November 2026",
    "as of 10:42",
    (
        SheetDoor(
            "Door D1",
            "inbound · open 06:00-18:00",
            ("Closed 12:00 to 14:00: Leveller repair",),
            (TRUCK, replace(TRUCK, number="ASN-70410", problem="Problem 1")),
        ),
        SheetDoor("Door D2", "inbound"),
        SheetDoor(
            "Door D9",
            "outbound",
            (),
            (SheetTruck("16:30–17:30", "Loading", "Swiftway", "", "PU-3309", False),),
        ),
    ),
    (SheetUnload(1, "Nordfracht", "ASN-70409", "Door D1", 5, 20, 34),),
    ("Nordfracht (ASN-70410), 09:00–10:00: Door D1 is open only 06:00-18:00.",),
)


def with_trucks(count: int, **changed: object) -> DaySheet:
    """Return a day of so many trucks at one door."""
    truck = replace(TRUCK, **changed)  # type: ignore[arg-type]
    trucks = tuple(replace(truck, number=f"ASN-{n:05}") for n in range(count))
    return replace(DAY, doors=(SheetDoor("Door D1", "inbound", (), trucks),))


def with_number(number: str) -> DaySheet:
    """Return a day of one truck of that number."""
    door = SheetDoor("Door D1", "inbound", (), (replace(TRUCK, number=number),))
    return replace(DAY, doors=(door,))


class PrintedDay(Printed):
    """One day as printed."""

    def __init__(self, sheet: DaySheet, page: PageSize = "A4") -> None:
        self.data, self.warnings = day_pdf(sheet, page, FONTS)
        self._document = pypdfium2.PdfDocument(self.data)
