"""The queue of that morning, and the decision for one of its lines."""

from dataclasses import replace

from tests.ui.crossdock_scenes import CHANGE, LATE, due
from ui.models.backorders import (
    PAGE,
    BackorderRow,
    BackordersScene,
    Decision,
    Detail,
    FactLine,
    Option,
    QueueFilter,
    RowPage,
)
from ui.models.dock import Fact
from ui.models.work import Mark

DECIDE = Mark("btn", "ask", "Needs a decision")
MARKS = {
    "late": LATE,
    "14": due("14:00"),
    "17": due("17:00"),
    "?": DECIDE,
    "ok": Mark("idle", "event", "In time"),
    "will": Mark("bad", "trending_down", "Will be late"),
    "hold": Mark("idle", "hold", "On hold"),
}
_ORDERS = """
1|P1|SO-10427|Alder & Finch|5|8 d|Mon 23 Nov|late|as available
2|P1|SO-10402|Maple Row Kitchens|20|6 d|Mon 23 Nov|late|all or nothing
3|P1|SO-10391|Corner House|12|5 d|Tue 24 Nov|14|as available
4|P1|SO-10431|Studio Nord|9|4 d|Tue 24 Nov|17|up to 2
5|P1|SO-10377|Bodega Tres|20|3 d|Tue 24 Nov|17|as available
6|P2|SO-10398|Nook & Sons|4|12 d|Wed 18 Nov|?|as available
7|P2|SO-10415|Pension Lark|17|3 d|Wed 25 Nov|ok|as available
8|P2|SO-10420|Green Desk|12|3 d|Wed 25 Nov|ok|all or nothing
9|P2|SO-10436|Hof Linde|4|6 d|Thu 26 Nov|ok|up to 3
10|P2|SO-10444|Villa Ronda|6|5 d|Thu 26 Nov|ok|as available
11|P2|SO-10388|Hotel Brisa|2|15 d|Fri 27 Nov|ok|up to 3
14|P2|SO-10452|Atelier Voss|3|9 d|Fri 27 Nov|will|as available
15|P2|SO-10433|Lumen Studio|6|4 d|Mon 30 Nov|hold|up to 2
"""
_SUPPLY = """
Desk lamp, oak|LMP-220-OAK|today 14:00|ASN-70418|unloading at D1
Cast-iron pan + 1 more|CIP-028-BLK|today 14:00|ASN-70418|unloading at D1
Dining chair, ash + 1 more|CHR-12-ASH|today 14:00|ASN-70429|due 11:30, D4
Desk lamp, oak + 1 more|LMP-220-OAK|today 17:00|ASN-70418|pinned by Dana R.
Bath towel, sand|TWL-70-SND|today 17:00|ASN-70421|at door D3
Copper kettle 2 l|KET-20-CU|no date|stockout|no supply is booked
Bath towel, sand + 1 more|TWL-70-SND|today 17:00|ASN-70421|and one more truck
Bottle 500 ml, teal|BTL-500-TL|today 17:00|ASN-70431|in yard
Kettle 1.7 l, black|KET-17-BK|today 17:00|ASN-70418|unloading at D1
Desk lamp, oak|LMP-220-OAK|26 Nov|ASN-70440|due Wed 08:00
Desk lamp, oak|LMP-220-OAK|25–26 Nov|ASN-70440|due Wed 08:00
Wool rug 160 × 230|RUG-160-GR|2–4 Dec|ASN-70444|due Tue 1 Dec
Pendant light, brass|PDL-030-BR|on hold|hold|address check, Marek L.
"""


def _waiting(ordered: str, supplied: str) -> BackorderRow:
    rank, priority, order, customer, units, age, promised, mark, ships = ordered.split("|")
    product, sku, expected, waits, about = supplied.split("|")
    return BackorderRow(
        order=order,
        line="1",
        rank=int(rank),
        priority=priority,
        customer=customer,
        product=product,
        sku=sku,
        units=int(units),
        age=age,
        promised=promised,
        mark=MARKS[mark],
        expected=expected,
        waits_for=waits,
        waits_about=about,
        ships=ships,
        late="6 d late" if mark == "?" else "",
        expected_state="bad" if mark == "will" else "",
        code=waits.startswith("ASN"),
        pickup="misses pickup 11:45" if mark in ("will", "?") else "",
    )


QUEUE = tuple(
    _waiting(ordered, supplied)
    for ordered, supplied in zip(
        _ORDERS.strip().splitlines(), _SUPPLY.strip().splitlines(), strict=True
    )
)


def queue_page(first: int, turn: int = 1) -> RowPage:
    """A page of a long queue: the morning's lines, then more like them."""
    rows = (
        QUEUE[place]
        if place < len(QUEUE)
        else replace(QUEUE[place % len(QUEUE)], order=f"SO-{20000 + place}", rank=place + 3)
        for place in range(first, first + PAGE)
    )
    return RowPage(turn, first, tuple(rows))


POLICIES = (
    Option("ship_as_available", "As available", chosen=True),
    Option("all_or_nothing", "All or nothing"),
    Option("up_to_n_shipments", "Up to 2 shipments"),
)
PRIORITIES = tuple(Option(str(n), f"Priority {n}", n == 2) for n in range(1, 6))
BACKORDERS = BackordersScene(
    turn=1,
    count=148,
    filters=(
        QueueFilter("open", "All open", "check", "148", on=True),
        QueueFilter("late", "Late", "alarm", "24"),
        QueueFilter("decision", "Needs a decision", "ask", "3"),
        QueueFilter("hold", "On hold", "hold", "5"),
        QueueFilter("customer", "Customer", "groups"),
    ),
    summary="148 orders wait for 611 units. 105 can go with today’s trucks, 24 of them late.",
    selected_at=5,
    undo="Undo hold of SO-10402",
    can_export=True,
    facts=(
        Fact("lines", "format_list", "163", "lines wait"),
        Fact("units", "package_2", "611", "units wait"),
        Fact("orders", "pending_actions", "148", "orders wait"),
        Fact("rate", "monitoring", "12.4 %", "backorder rate, 30 days", "warn"),
    ),
)
DETAIL = Detail(
    "SO-10398",
    "1",
    "Nook & Sons · 4 × Copper kettle 2 l",
    DECIDE,
    "Stockout: there is no date to give",
    ("KET-20-CU is not backorderable and no supply is booked.",),
    "btn",
    (
        FactLine("Promised", "Wed 18 Nov, 6 d late", "bad"),
        FactLine("Waits since", "12 Nov 09:14"),
        FactLine("Ships", "as available, 1 shipment made"),
        FactLine("Can go now", "2 of 6 units"),
    ),
    (
        Decision("hold", "Hold", "keeps its rank", "hold"),
        Decision("cancel", "Cancel 4", "frees nothing", "cancel_outline"),
        Decision("priority", "Priority 2", "", "priority", PRIORITIES),
        Decision("policy", "As available", "", "call_split", POLICIES),
    ),
)
DETAIL_CHANGE = replace(DETAIL, change=CHANGE)
BACKORDERS_EMPTY = BackordersScene(
    filters=BACKORDERS.filters,
    empty="Nobody waits. Every open order can ship from stock.",
    empty_action="Show all orders",
)
BACKORDERS_LOADING = BackordersScene(loading=True)
