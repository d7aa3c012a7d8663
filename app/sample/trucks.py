"""The trucks of the sample: who comes when, to which door, and in which state."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Truck:
    """One inbound shipment as booked; clocks are site time, ``days`` counts from today.

    ``window`` is "" for a truck that came without a booking; ``awaited`` is the number of
    products on it that orders wait for, ``refill`` of those that only fill the shelves.
    """

    asn: str
    carrier: str
    trailer: str
    supplier: str
    days: int
    expected: str
    door: str
    window: str
    minutes: int
    status: str
    awaited: int
    refill: int


TIMETABLE = """
70409|Nordfracht|NF-2207|Vannerie Castel|0|06:10|D1|06:15|75|closed|0|3
70413|TransPeak LTL|TP-818|Linnen & Dons NV|0|07:30|D3|07:30|75|no_show|3|1
70418|Meridian Cold|MC-4471|Brandt & Zonen Import|0|09:38|D1|09:45|90|arrived|4|2
70421|Fernway Road|FR-0936|Têxteis Ribeira, Lda.|0|10:25|D2|10:30|75|arrived|6|2
70425|Quayside Trunking|QT-55|Wachswerk Lübeck|0|10:15|D5|10:15|75|scheduled|5|1
70427|Solberg Lines|SL-1630|Porcelanas Duarte|0|09:54||10:00|75|arrived|5|2
70429|Tamar Transport|TT-3082|Tischlerei Hagen GmbH|0|11:30|D4|11:30|75|scheduled|4|2
70430|Ostmark Cargo|OC-7715|Officine Bellandi S.r.l.|0|13:15|D2|13:15|75|scheduled|5|1
70431|Kestrel Freight|KF-2946|Fjordglas AS|0|10:41||||arrived|5|2
70435|Nordfracht|NF-2291|Weverij De Leie|0|12:30|D1|12:30|75|scheduled|4|1
70437|Lindqvist Åkeri|LQ-41|Lindqvist Ljus AB|0|13:00|D3|13:00|60|scheduled|3|1
70438|Aldergate Lines|AL-6620|Miroiterie du Nord|0|14:15|D4|14:15|75|scheduled|4|1
70440|Cobalt Carriers|CC-1184|Brandt & Zonen Import|1|08:00|D4|08:00|75|scheduled|2|1
70441|BlueLine Haulage|BL-903|Ceylon & Kruid|1|10:30|D2|10:30|60|scheduled|3|2
70443|Harbor & Pine|HP-2750|Gartenkeramik Weiß|2|09:15|D3|09:15|90|scheduled|4|1
70444|Solberg Lines|SL-1644|Weverij De Leie|3|08:30|D5|08:30|75|scheduled|3|0
70446|Ostmark Cargo|OC-7731|Smederij Vulkaan|4|11:00|D1|11:00|60|scheduled|2|1
70447|Kestrel Freight|KF-2961|Linnen & Dons NV|6|13:30|D2|13:30|75|scheduled|2|2
70451|Quayside Trunking|QT-58|Nantong Huasheng Homeware|9|09:00|D5|09:00|120|scheduled|3|2
"""
"""The day's twelve trucks, then those of the days after; the last lies beyond the horizon."""


@dataclass(frozen=True, slots=True)
class Fetch:
    """A carrier's truck that takes goods away today, from ``clock`` (site time) on."""

    number: str
    carrier: str
    door: str
    clock: str
    minutes: int
    pallets: int


OUT_DOOR = "D6"
"""The one door for pickups; the others are for deliveries."""
FETCHES = (
    Fetch("PU-3311", "Corvane Parcel", OUT_DOOR, "11:45", 60, 6),
    Fetch("PU-3309", "Swiftway", OUT_DOOR, "13:30", 75, 11),
    Fetch("PU-3312", "Penrose Pallets", OUT_DOOR, "16:00", 60, 8),
)


def carrier_of(country: str) -> str:
    """Return who fetches what goes to a country."""
    return "Swiftway" if country == "Belgium" else "Corvane Parcel"


def timetable() -> tuple[Truck, ...]:
    """Return all trucks in the order of their numbers, which is that of their booking."""
    return tuple(_truck(line.split("|")) for line in TIMETABLE.strip().splitlines())


def _truck(field: list[str]) -> Truck:
    asn, carrier, trailer, supplier, days, expected, door, window, minutes = field[:9]
    return Truck(
        asn=f"ASN-{asn}",
        carrier=carrier,
        trailer=trailer,
        supplier=supplier,
        days=int(days),
        expected=expected,
        door=door,
        window=window,
        minutes=int(minutes or 0),
        status=field[9],
        awaited=int(field[10]),
        refill=int(field[11]),
    )
