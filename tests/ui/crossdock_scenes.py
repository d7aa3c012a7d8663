"""The plan of that morning: who gets which arriving units."""

from dataclasses import replace

from ui.models.backorders import Option
from ui.models.crossdock import (
    ARRIVAL,
    ArrivalGroup,
    ArrivalRow,
    ChangeRow,
    ChangeScene,
    CrossdockScene,
    Filter,
    FilterChoice,
    OrderActs,
    OrderRow,
    PegRow,
    PinChoice,
    Why,
    WhyRow,
)
from ui.models.work import Mark

LATE = Mark("bad", "alarm", "Late 1 d")


def due(word: str) -> Mark:
    """Due soon."""
    return Mark("warn", "schedule", f"Due {word}")


def _in_time(word: str) -> Mark:
    return Mark("idle", "event", f"Due {word}")


_TRUCKS = (
    ArrivalGroup("ASN-70418", "Meridian Cold", Mark("info", "forklift", "Unloading · D1")),
    ArrivalRow("ASN-70418", "3", "LMP-220-OAK", "Desk lamp, oak", 19, 19),
    ArrivalRow("ASN-70418", "4", "CIP-028-BLK", "Cast-iron pan 28 cm", 24, 24),
    ArrivalRow(
        "ASN-70418", "5", "KET-17-BK", "Kettle 1.7 l, black", 60, 15, "45 put away: stock covers"
    ),
    ArrivalGroup("ASN-70421", "Fernway Road", Mark("info", "sensor_door", "At door · D3")),
    ArrivalRow(
        "ASN-70421",
        "1",
        "TWL-70-SND",
        "Bath towel, sand",
        120,
        41,
        "79 put away: no waiting orders",
    ),
    ArrivalRow(
        "ASN-70421",
        "2",
        "RUG-160-GR",
        "Wool rug 160 × 230",
        8,
        0,
        "8 put away: order would still miss 4 lights",
    ),
    ArrivalGroup("ASN-70431", "Kestrel Freight", Mark("info", "garage_home", "In yard · 1 min")),
    ArrivalRow(
        "ASN-70431",
        "1",
        "BTL-500-TL",
        "Bottle 500 ml, teal",
        48,
        34,
        "14 put away: no waiting orders",
    ),
    ArrivalRow(
        "ASN-70431",
        "2",
        "MIR-060-RD",
        "Wall mirror, round",
        12,
        0,
        "12 put away: would wait 31 h, limit 24 h",
    ),
    ArrivalGroup("ASN-70429", "Tamar Transport", Mark("idle", "event", "Due 11:30 · D4")),
    ArrivalRow(
        "ASN-70429",
        "1",
        "CHR-12-ASH",
        "Dining chair, ash",
        40,
        30,
        "10 put away: no waiting orders",
    ),
    ArrivalGroup("ASN-70425", "Quayside Trunking", Mark("warn", "schedule", "Late 27 min · D5")),
    ArrivalRow(
        "ASN-70425",
        "1",
        "NAP-010-LN",
        "Linen napkin, set of 6",
        50,
        10,
        "40 put away: no waiting orders",
    ),
    ArrivalRow(
        "ASN-70425",
        "2",
        "CAN-004-IV",
        "Pillar candle, ivory",
        82,
        6,
        "76 put away: no waiting orders",
    ),
)
_ORDERS = (
    OrderRow("SO-10427", 1, "P1", "Alder & Finch", "lamp 5", "ships as available", LATE),
    OrderRow("SO-10402", 2, "P1", "Maple Row Kitchens", "lamp 8, pan 12", "all or nothing", LATE),
    OrderRow(
        "SO-10391", 3, "P1", "Corner House", "pan 6, chairs 6", "ships as available", due("14:00")
    ),
    OrderRow(
        "SO-10431",
        4,
        "P1",
        "Studio Nord",
        "lamp 6, kettle 3",
        "up to 2 shipments",
        due("17:00"),
        pinned=True,
    ),
    OrderRow("SO-10377", 5, "P1", "Bodega Tres", "towel 20", "ships as available", due("17:00")),
    OrderRow(
        "SO-10415",
        7,
        "P2",
        "Pension Lark",
        "towel 7, bottle 10",
        "ships as available",
        _in_time("Wed"),
    ),
    OrderRow("SO-10420", 8, "P2", "Green Desk", "bottle 12", "all or nothing", _in_time("Wed")),
    OrderRow("SO-10436", 9, "P2", "Hof Linde", "kettle 4", "up to 3 shipments", _in_time("Thu")),
    OrderRow("SO-10444", 10, "P2", "Villa Ronda", "lamp 6", "ships as available", _in_time("Thu")),
    OrderRow("SO-10449", 12, "P2", "Café Ligne", "chairs 8", "up to 3 shipments", _in_time("Fri")),
    OrderRow(
        "SO-10447",
        13,
        "P2",
        "Casa Olmo",
        "napkin 4, candle 2",
        "ships as available",
        _in_time("Fri"),
    ),
    *(
        OrderRow(
            f"SO-{10500 + n}",
            14 + n,
            "P3",
            f"Customer {n}",
            "towel 2",
            "ships as available",
            _in_time("Mon"),
        )
        for n in range(94)
    ),
)
_PEGS = (
    PegRow("ASN-70418/3", "SO-10427", 5),
    PegRow("ASN-70418/3", "SO-10402", 8),
    PegRow("ASN-70418/3", "SO-10431", 6),
    PegRow("ASN-70418/4", "SO-10402", 12),
    PegRow("ASN-70418/4", "SO-10391", 6),
    PegRow("ASN-70418/4", "SO-10503", 6),
    PegRow("ASN-70418/5", "SO-10431", 3),
    PegRow("ASN-70418/5", "SO-10436", 4),
    PegRow("ASN-70418/5", "SO-10511", 8),
    PegRow("ASN-70421/1", "SO-10377", 20),
    PegRow("ASN-70421/1", "SO-10415", 7),
    PegRow("ASN-70421/1", "SO-10520", 14),
    PegRow("ASN-70431/1", "SO-10415", 10),
    PegRow("ASN-70431/1", "SO-10420", 12),
    PegRow("ASN-70431/1", "SO-10530", 12),
    PegRow("ASN-70429/1", "SO-10391", 6),
    PegRow("ASN-70429/1", "SO-10449", 8),
    PegRow("ASN-70429/1", "SO-10540", 16),
    PegRow("ASN-70425/1", "SO-10447", 4),
    PegRow("ASN-70425/1", "SO-10541", 6),
    PegRow("ASN-70425/2", "SO-10447", 2),
    PegRow("ASN-70425/2", "SO-10542", 4),
)
CROSSDOCK = CrossdockScene(
    more="Complete more orders",
    arrivals=_TRUCKS,
    orders=_ORDERS,
    pegs=_PEGS,
    filters=(
        Filter("today", "Today", "event", "on"),
        Filter(
            "door",
            "Door",
            "sensor_door",
            "",
            (FilterChoice("", "All doors"), FilterChoice("D1", "D1")),
        ),
        Filter(
            "customer",
            "Customer",
            "groups",
            "",
            (FilterChoice("", "All customers"), FilterChoice("C1", "Alder & Finch")),
        ),
        Filter(
            "product",
            "Product",
            "archive",
            "",
            (FilterChoice("", "All products"), FilterChoice("LMP-220-OAK", "Desk lamp, oak")),
        ),
        Filter("late", "Late only", "alarm"),
    ),
    summary_strong="240 units",
    summary="go straight to lanes for 105 orders",
    selected=(ARRIVAL, "ASN-70418/3"),
    why=Why(
        "LMP-220-OAK · 19 on ASN-70418",
        (
            WhyRow(
                5,
                "SO-10427 is first in rank",
                "Priority 1, promised Mon 23 Nov. Ships 14:00, lane 3.",
            ),
            WhyRow(
                8, "SO-10402 is complete with it", "All or nothing: 12 pans come on the same truck."
            ),
            WhyRow(
                6,
                "SO-10431 is pinned by Dana R.",
                "Pinned 09:12. Ships today as shipment 1 of up to 2.",
            ),
            WhyRow(
                0, "Nothing is left to put away", "SO-10388 waits for 2 more: ASN-70440, Wed.", ""
            ),
        ),
    ),
    pins=(
        PinChoice("Unpin 6 from SO-10431", "SO-10431", "1", "ASN-70418", "3", 6, pinned=True),
        PinChoice("Pin 6 to SO-10444", "SO-10444", "1", "ASN-70418", "3", 6),
    ),
    undo="Undo pin of 6 units to SO-10431",
)
CHANGE = ChangeScene(
    "keep",
    "Pin 6 desk lamps to SO-10444",
    "so that Villa Ronda gets them two days sooner",
    (
        ChangeRow("SO-10444", "Villa Ronda", "Thu 26", "today 17:00", better=True),
        ChangeRow("SO-10388", "Hotel Brisa", "25–26 Nov", "today 17:00", better=True),
        ChangeRow("SO-10402", "Maple Row", "today 14:00", "30 Nov", better=False),
    ),
    "A late order waits 6 days longer",
    "SO-10402 takes all or nothing. With 6 lamps short it ships none of its 20 units.",
    "2 sooner, 1 later, 103 the same.",
)
CROSSDOCK_CHANGE = replace(CROSSDOCK, change=CHANGE)
CROSSDOCK_ORDER = replace(
    CROSSDOCK,
    selected=("order", "SO-10402"),
    why=Why(
        "SO-10402 · Maple Row Kitchens",
        (
            WhyRow(8, "Desk lamp, oak from ASN-70418", "Second in rank after SO-10427."),
            WhyRow(
                12,
                "Cast-iron pan 28 cm from ASN-70418",
                "All or nothing: both come on the same truck.",
            ),
        ),
    ),
    pins=(PinChoice("Pin 8 to SO-10402", "SO-10402", "1", "ASN-70418", "3", 8),),
    order_acts=OrderActs(
        "SO-10402",
        held=False,
        priority=1,
        policies=(
            Option("ship_as_available", "as available"),
            Option("all_or_nothing", "all or nothing", chosen=True),
        ),
    ),
)
CROSSDOCK_EMPTY = CrossdockScene(
    filters=CROSSDOCK.filters,
    empty="No units on today’s trucks go to waiting orders.",
    empty_action="Show all days",
)
CROSSDOCK_LOADING = CrossdockScene(loading=True)
